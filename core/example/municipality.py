"""Makes the example municipality and writes it to a folder.

What is written: ``districts.gpkg`` (layers with GeoFA's columns), ``addresses.csv``, a folder of
monthly files of ``persons``, of January files of ``households``, ``dwellings`` and ``children``,
``moves.csv``, ``events.csv``, ``figures.csv``, ``reference.csv``, ``history.csv`` and
``LÆS MIG.txt``. Everything is invented; a seed gives the same municipality every time.
"""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import List, Sequence

import numpy as np
import pandas as pd

from .. import strays
from ..errors import InputError, StoreError
from ..files import HELD, cure, forget, held_in, put_all_in_place, reason, refuse_held
from ..i18n import tr
from ..numbers import with_mark
from ..periods import month_number, months_before, months_between
from ..progress import Progress, checkpoint
from .districts import write_districts
from .dwellings import address_table, in_cells, in_housing_area
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
READ_ME = "LÆS MIG.txt"
LAST_MONTH = "2026-01"
RESIDENTS, MONTHS, SEED = 60_000, 25, 1
FOLDERS = ("persons", "households", "dwellings", "children")
IDENTIFIERS = {
    "person_id": ("P", 8),
    "household_id": ("H", 7),
    "child_id": ("P", 8),
    "dwelling_id": ("E", 7),
    "move_id": ("F", 7),
    "event_id": ("S", 7),
}
OTHER_REGISTERS = ("households", "dwellings", "moves", "events", "children", "figures")
FLATS_SHARE = {"town": 0.45, "suburb": 0.10, "country": 0.02}


@dataclass(frozen=True)
class ExampleFiles:
    """Where the parts of an example municipality lie."""

    folder: Path

    @property
    def districts(self) -> Path:
        """GeoPackage with the district layers."""
        return self.folder / "districts.gpkg"

    @property
    def addresses(self) -> Path:
        """Address list."""
        return self.folder / "addresses.csv"

    @property
    def persons(self) -> Path:
        """Folder with one file per month."""
        return self.register("persons")

    def register(self, kind: str) -> Path:
        """The folder or file of a register of the ``kind``."""
        return self.folder / kind if kind in FOLDERS else self.folder / f"{kind}.csv"

    @property
    def references(self) -> Path:
        """National and regional values."""
        return self.folder / "reference.csv"

    @property
    def history(self) -> Path:
        """Categories of earlier lists."""
        return self.folder / "history.csv"


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


def make_example(
    folder: "str | Path",
    progress: Progress,
    residents: int = RESIDENTS,
    months: int = MONTHS,
    seed: int = SEED,
) -> ExampleFiles:
    """Make the municipality in ``folder`` (made if missing; files of an earlier example are
    replaced).

    Args:
        residents: 1,000-1,000,000 in the first month.
        months: 1-120, the last is January 2026.
        seed: the same seed gives the same municipality.
    Raises:
        InputError: a number out of bounds.
        StoreError: the folder cannot be written, or holds somebody else's files of the same names.
        CancelledError: the user stopped; nothing is left behind.
    """
    if not 1_000 <= residents <= 1_000_000 or not 1 <= months <= 120 or seed < 0:
        raise InputError(
            tr(
                "The example municipality can have 1,000 to 1,000,000 residents, 1 to 120 months, "
                "and a seed from 0."
            ),
            tr("Change the numbers."),
        )
    files = ExampleFiles(Path(folder).resolve())
    _refuse_foreign(files)
    part = f"{files.folder.name}.part-"
    strays.clear(files.folder.parent, part)
    work = files.folder.with_name(f"{part}{uuid.uuid4().hex[:6]}")
    try:
        _refuse_held(files)
        work.mkdir(parents=True)
        _write_all(ExampleFiles(work), residents, months, seed, progress)
        _put_in_place(work, files.folder)
    except (OSError, RuntimeError) as error:
        raise _not_made(files.folder, error) from None
    finally:
        forget(work)
    progress.report(1.0)
    return files


def _ours(files: ExampleFiles) -> List[Path]:
    """The files and folders of an earlier example."""
    known = (
        files.districts,
        files.addresses,
        files.persons,
        files.references,
        files.history,
        *(files.register(kind) for kind in OTHER_REGISTERS),
    )
    return [path for path in known if path.exists()]


def _refuse_held(files: ExampleFiles) -> None:
    """Raise ``OSError`` where a file that would be replaced is held, before the work begins."""
    for path in _ours(files):
        for one in (path, *path.rglob("*")):
            refuse_held(one)


def _refuse_foreign(files: ExampleFiles) -> None:
    """Raise ``StoreError`` where files of the same names are not of an earlier example."""
    taken = [path.name for path in _ours(files)]
    if taken and not (files.folder / READ_ME).exists():
        raise StoreError(
            tr(
                "The folder {folder} holds files of the same names that are no example: {names}.",
                folder=str(files.folder),
                names=", ".join(taken),
            ),
            tr("Choose an empty folder."),
        )


def _put_in_place(work: Path, folder: Path) -> None:
    """All the files, or none: an example half new and half old would count people who are not
    there."""
    folder.mkdir(parents=True, exist_ok=True)
    put_all_in_place([(made, folder / made.name) for made in sorted(work.iterdir())])


def _not_made(folder: Path, error: Exception) -> StoreError:
    """Why the example was not made; where a file of an earlier one is held, which, and that nothing
    has changed."""
    problem = error if isinstance(error, OSError) else OSError(str(error))
    told = Path(os.fspath(problem.filename or folder / READ_ME))
    if folder.is_dir() and reason(problem, told) == HELD:
        return StoreError(
            tr(
                "The example in {folder} is in use, and was left as it is: {file} is held.",
                folder=str(folder),
                file=held_in(told).name,
            ),
            tr(
                "Remove its layers from the project, wait a minute until QGIS lets go, and close "
                "other programs that "
                "show it. Or choose another folder."
            ),
            str(error),
        )
    return StoreError(
        tr("The folder {folder} cannot be written to.", folder=str(folder)),
        cure(problem, told),
        str(error),
    )


def _write_all(
    files: ExampleFiles, residents: int, months: int, seed: int, progress: Progress
) -> None:
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
    writing = _Writing(
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
    points = []
    for number, entry in enumerate(profiles["groups"]):
        dwellings = int((population.dwelling_group == number).sum())
        if entry["kind"] == "housing":
            points.append(in_housing_area(rings[number], dwellings, population.rng))
        else:
            points.append(
                in_cells(
                    land,
                    entry["kind"],
                    dwellings,
                    FLATS_SHARE[entry["kind"]],
                    rings,
                    population.rng,
                )
            )
    return address_table(np.concatenate(points), profiles["municipality"]["code"])


class _Writing:
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
