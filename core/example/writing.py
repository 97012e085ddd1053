"""Writes the example municipality, month by month, as municipalities deliver their registers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import List, Sequence

import numpy as np
import pandas as pd

from ..i18n import tr
from ..numbers import with_mark
from ..periods import month_number, months_before, months_between
from ..progress import Progress, checkpoint
from .districts import write_districts
from .dwellings import address_table, in_cells, in_housing_area
from .files import FOLDERS, READ_ME, ExampleFiles
from .geography import Land, housing_outline, make_land
from .households import Group
from .people import Population, scaled
from .registers import (
    children_table,
    completed_persons,
    dwellings_table,
    events_table,
    figures_table,
    households_table,
    moves_table,
)

PROFILES = Path(__file__).resolve().parents[2] / "resources" / "example" / "profiles.json"
LAST_MONTH = "2026-01"
IDENTIFIERS = {
    "person_id": ("P", 8),
    "household_id": ("H", 7),
    "child_id": ("P", 8),
    "dwelling_id": ("E", 7),
    "move_id": ("F", 7),
    "event_id": ("S", 7),
}
FLATS_SHARE = {"town": 0.45, "suburb": 0.10, "country": 0.02}


def write_example(
    files: ExampleFiles, residents: int, months: int, seed: int, progress: Progress
) -> None:
    """Invent the municipality and write all its ``files``, as ``make_example`` describes."""
    profiles = json.loads(PROFILES.read_text(encoding="utf-8"))
    rng = np.random.default_rng(seed)
    groups = _groups(profiles, residents)
    land = make_land(rng)
    rings = [
        housing_outline(land, position, group.residents, rng)
        for position, group in enumerate(groups)
        if profiles["groups"][position]["kind"] == "housing"
    ]
    progress.report(0.02, tr("Districts and addresses"))
    population = Population(
        groups=groups,
        region_income=profiles["references"]["region"]["income"],
        turning_month=profiles["turning_month"],
        rng=rng,
    )
    population.settle()
    addresses = _addresses(land, rings, profiles, population)
    write_districts(files.districts, land, rings, profiles)
    addresses.to_csv(files.addresses, sep=";", decimal=",", index=False, encoding="utf-8")
    _write_tables(files, profiles, months)
    for kind in FOLDERS:
        files.register(kind).mkdir()
    periods = months_until(LAST_MONTH, months)
    writing = RegisterWriter(
        files, profiles, population, addresses["address_key"].to_numpy(), seed, periods[0]
    )
    for number, period in enumerate(periods):
        checkpoint(progress)
        if number:
            population.next_month()
        writing.month(period, last=number == months - 1)
        progress.report(
            0.05 + 0.95 * (number + 1) / months, tr("Residents of {period}", period=period)
        )
    writing.finish(
        land, [entry["id"] for entry in profiles["groups"] if entry["kind"] == "housing"]
    )


def _addresses(
    land: Land, rings: Sequence[np.ndarray], profiles: dict, population: Population
) -> pd.DataFrame:
    """An address for every dwelling, in the order of the groups."""
    points = []
    for number, entry in enumerate(profiles["groups"]):
        kind, rng = entry["kind"], population.rng
        dwellings = int((population.dwelling_group == number).sum())
        if kind == "housing":
            points.append(in_housing_area(rings[number], dwellings, rng))
        else:
            points.append(in_cells(land, kind, dwellings, FLATS_SHARE[kind], rings, rng))
    return address_table(np.concatenate(points), profiles["municipality"]["code"])


class RegisterWriter:
    """Writes the registers as the months go by."""

    def __init__(
        self,
        files: ExampleFiles,
        profiles: dict,
        population: Population,
        addresses: np.ndarray,
        seed: int,
        first: str,
    ):
        self._files, self._population, self._addresses = files, population, addresses
        self._kinds = [entry["kind"] for entry in profiles["groups"]]
        self._rng = np.random.default_rng([seed, 2])
        self._month_start = month_number(first)
        self._events: List[pd.DataFrame] = []

    def month(self, period: str, last: bool) -> None:
        """The residents of one month, and in January (and the last month) what is counted once a
        year."""
        population = self._population
        persons = completed_persons(population.table(), self._kinds, self._month_start)
        if period.endswith("-01") or last:
            self._write(households_table(persons), "households", period)
            self._write(
                dwellings_table(persons, population.dwelling_group, self._kinds),
                "dwellings",
                period,
            )
            self._write(children_table(persons), "children", period)
        groups = population.dwelling_group
        self._events.append(
            events_table(
                persons, len(groups), np.array(self._kinds)[groups], month_number(period), self._rng
            )
        )
        persons["gross_income"] = persons["gross_income"].astype("Int64")
        self._write(persons, "persons", period)

    def finish(self, land: Land, areas: List[str]) -> None:
        """What stands in one file for all months."""
        self._write(moves_table(self._population.moves, self._month_start, self._rng), "moves")
        events = pd.concat(self._events, ignore_index=True)
        self._write(events.assign(event_id=np.arange(len(events))), "events")
        figures_table(land, areas).to_csv(
            self._files.register("figures"), sep=";", decimal=",", index=False, encoding="utf-8"
        )

    def _write(self, table: pd.DataFrame, kind: str, period: str = "") -> None:
        table = table.copy()
        for column, (letter, width) in IDENTIFIERS.items():
            if column in table:
                table[column] = letter + table[column].astype(str).str.zfill(width)
        if period:
            table.insert(2, "period", period)
        table.insert(
            2, "address_key", self._addresses[table.pop("dwelling").to_numpy(dtype="int64")]
        )
        for column in table.columns[table.dtypes == "float64"]:
            table[column] = _with_commas(table[column].to_numpy())
        path = self._files.register(kind)
        path = path / f"{kind}_{period}.csv" if kind in FOLDERS else path
        table.to_csv(path, sep=";", index=False, encoding="utf-8")


def _with_commas(numbers: np.ndarray) -> np.ndarray:
    """The numbers as texts with decimal comma, missing ones empty; pandas writes them one by one
    and slowly."""
    unique, place = np.unique(numbers, return_inverse=True)
    texts = ["" if np.isnan(number) else with_mark(f"{number:.10g}") for number in unique]
    return np.array(texts, dtype=object)[place]


def _write_tables(files: ExampleFiles, profiles: dict, months: int) -> None:
    """Reference values from two years before the first month, and the lists of earlier years."""
    rows = []
    periods = months_until(LAST_MONTH, months + 24)
    for number, period in enumerate(periods):
        for indicator, value in profiles["references"]["nation"].items():
            rows.append(("nation", "", period, indicator, value))
        income = profiles["references"]["region"]["income"] * 1.002 ** (number - 24)
        rows.append(("region", "", period, "income", round(income)))
    pd.DataFrame(rows, columns=["level", "code", "period", "indicator", "value"]).to_csv(
        files.references, sep=";", decimal=",", index=False, encoding="utf-8"
    )
    lists = [
        (area, year, category)
        for area, years in profiles["history"].items()
        for year, category in years.items()
    ]
    pd.DataFrame(lists, columns=["area", "year", "category"]).to_csv(
        files.history, sep=";", index=False, encoding="utf-8"
    )
    (files.folder / READ_ME).write_text(
        "Eksempelkommune (fiktiv)\n\nAlle personer, adresser, områder og tal er opdigtede. "
        "Kommunen ligger i Kattegat, hvor der ikke er land.\n"
        "All persons, addresses, areas and figures are invented. The municipality lies in the open "
        "sea.\n",
        encoding="utf-8",
    )


def months_until(last: str, months: int) -> List[str]:
    """The ``months`` months up to and with ``last`` (``YYYY-MM``), oldest first."""
    return months_between(months_before(last, months - 1), last)


def _groups(profiles: dict, residents: int) -> List[Group]:
    groups = [
        Group(
            id=about["id"],
            residents=about["residents"],
            nonwestern=about["nonwestern"],
            outside_work=about["outside_work"],
            convicted=about["convicted"],
            basic_education=about["basic_education"],
            income_of_region=about["income_of_region"],
            households=profiles["households"][about["households"]],
        )
        for about in profiles["groups"]
    ]
    return scaled(groups, residents)
