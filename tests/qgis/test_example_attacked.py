"""The example's public editions of three months, attacked by the reader who knows the definitions and what is printed."""

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import harmless, profile
from geofa_sociodemografi.core.example.files import FOLDERS, OTHER_REGISTERS
from geofa_sociodemografi.core.gis.jobs.start import example_area_sets
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.making import make_edition
from geofa_sociodemografi.core.protection.system.places import areas_of
from geofa_sociodemografi.core.protection.time.releases import CELL_COLUMNS, Releases
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import file_sources

from tests.unit.disclosure_attacker import Definition, Reader

MONTHS = ("2025-11", "2025-12", "2026-01")
ABOUT = {i.id: i for i in all_indicators()}
RULES = profile("offentlig")
ASKED = {
    "dwellings": (
        (
            "social_housing",
            "private_rental",
            "vacant",
            "long_vacant",
            "crowding",
            "empty_dwellings",
        ),
        {
            "tenure": ("almen", "privat_leje", "anden", None),
            "vacant": (0, 1, None),
            "vacant_months": (1, 9, None),
            "residents": (0, 3, None),
            "persons_per_room": (0.5, 2.0, None),
        },
    ),
    "persons": (
        ("lived_five_years", "new_residents", "lone_parent_children"),
        {
            "age": (2, 9, 40),
            "years_at_address": (0, 2, 9, None),
            "household_type": ("enlig_med_boern", "par", None),
        },
    ),
    "moves": (
        ("moves_in", "moves_out", "turnover", "household_moves_out"),
        {"direction": ("ind", "ud", None), "household_move": (0, 1, None)},
    ),
}
"""Register → what is asked about, and a value of each kind that the filters can tell apart."""


@pytest.fixture(scope="module")
def editions(example):
    """(sums by atom, month → the public edition's table), each month knowing those before."""
    kinds = dict.fromkeys((*FOLDERS, *OTHER_REGISTERS))
    given = Inputs(
        example_area_sets(example, Silent()),
        [Delivery(kind, file_sources(example.register(kind))) for kind in kinds],
        addresses=file_sources(example.addresses),
        references=file_sources(example.references),
    )
    asked = [
        ABOUT[name]
        for name in ("population", *(name for names, _ in ASKED.values() for name in names))
    ]
    counted = count_areas(given, Choices(), Silent(), with_atoms=True)
    about, cells, geometry, tables = [], [], {}, {}
    for number, month in enumerate(MONTHS):
        before = Releases(
            pd.DataFrame(about, columns=["release", "audience", "method", "period", "created"]),
            pd.concat(cells) if cells else pd.DataFrame(columns=list(CELL_COLUMNS)),
            dict(geometry),
        )
        edition = make_edition(
            counted.atoms,
            counted.observations,
            asked,
            month,
            RULES,
            Silent(),
            before,
            dict.fromkeys(counted.atoms.area_ids, "same"),
        )
        assert edition.safe
        about.append((f"U{number}", RULES.audience, RULES.method, month, f"2026-03-0{number + 1}"))
        cells.append(edition.table.assign(release=f"U{number}")[list(CELL_COLUMNS)])
        geometry.update({(f"U{number}", name): "same" for name in counted.atoms.area_ids})
        tables[month] = edition.table
    return counted.atoms, tables


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("register", ASKED)
def test_no_protected_count_of_the_example_is_narrowed_further_than_promised(
    editions, register, month
):
    atoms, tables = editions
    names, domain = ASKED[register]
    table = tables[month][tables[month]["indicator"].isin(names)]
    if not len(table):
        pytest.skip(f"{register} are not counted every month")
    places = {place.key: place.atoms for place in areas_of(atoms)}
    definitions = [
        Definition(name, ABOUT[name].population, ABOUT[name].numerator) for name in names
    ]
    reader = Reader(definitions, domain, places, atoms.atoms)
    goals = []
    for row in table.itertuples():
        place, counts = (row.area_set, row.area_id), atoms.values[(month, row.indicator)]
        same = ABOUT[row.indicator].denominator_register == register
        truth = {
            kind: float(counts[kind][places[place]].sum())
            for kind in ("numerator", *["denominator"] * same)
        }
        if same:
            truth["rest"] = truth["denominator"] - truth["numerator"]
        known = (
            ABOUT[row.indicator].population.get("all") == []
            and register != "moves"
            or "age" in str(ABOUT[row.indicator].population)
        )
        for kind, value in truth.items():
            printed = getattr(row, kind, row.denominator - row.numerator)
            if row.status == "shown" or (kind == "denominator" and known):
                reader.told(place, row.indicator, kind, value)
            elif row.status == "carried":
                reach = max(RULES.turnover - 1, abs(value - printed))
                reader.told(place, row.indicator, kind, max(printed - reach, 0), printed + reach)
            if (
                row.status != "shown"
                and kind != "denominator"
                and 0 < value < RULES.persons
                and place != ("", "")
            ):
                most = (
                    min(RULES.values, truth["denominator"] + 1) if same and known else RULES.values
                )
                goals.append((place, row.indicator, kind, int(most)))
    columns = [reader.column(places[place], indicator, kind) for place, indicator, kind, _ in goals]
    found = reader.values(columns, [most for *_, most in goals]) if goals else []
    assert [
        (goal, sorted(values)) for goal, values in zip(goals, found) if len(values) < goal[-1]
    ] == []
    assert goals, "something is hidden"
    assert harmless()["vacant"].none, (
        "that nobody has it is no secret, so zeros are not asked about"
    )
