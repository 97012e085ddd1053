"""The seam in counting: another engine is put in the place of the one that counts, and nothing changes."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.breakdowns import WHOLE
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.indicators.facets import breakdowns
from geofa_sociodemografi.core.measures.counting import count
from geofa_sociodemografi.core.measures.engines.pandas_engine import count_in_pandas
from geofa_sociodemografi.core.measures.plan.places import Places
from geofa_sociodemografi.core.measures.plan.register_plan import Asked, register_plan
from geofa_sociodemografi.core.measures.plan.terms import plan
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.registers.tables.addresses import make_address_list
from geofa_sociodemografi.core.registers.tables.register import open_register

from tests.unit.dictionary_engine import count_in_dictionaries
from tests.unit.helpers import areas, grid, polygon_wkb, square
from tests.unit.left_out_columns import SOUTH, WEST, municipality

ADDRESSES = pd.DataFrame(
    {
        "address_key": [f"a{n}" for n in range(1, 7)],
        "x": [WEST + 5, WEST + 15, WEST + 15, WEST + 25, WEST + 95, np.nan],
        "y": [SOUTH + 5] * 5 + [np.nan],
    }
)
INDICATORS = [one for one in all_indicators() if one.numerator_kind != "finished"]


def area_sets():
    """A partition, and areas that overlap each other and lie across it."""
    wide = {"west": square(WEST - 5, SOUTH - 5, 25.0), "east": square(WEST + 12, SOUTH - 5, 25.0)}
    return [
        grid(3, 1),
        areas({name: polygon_wkb(ring) for name, ring in wide.items()}, "wide", "free"),
    ]


@pytest.fixture(scope="module")
def registers():
    """Every register with every column, cells missing; a third of the rows has a point, a third an
    address, some of them none that is known, and the rest an area code or nothing."""
    found = {}
    for kind, table in municipality(3).items():
        number = np.arange(len(table))
        table.loc[number % 3 > 0, ["x", "y"]] = None
        table["address_key"] = [f"a{n % 8 + 1}" if n % 3 == 1 else None for n in number]
        table.loc[number % 9 == 2, "area_code"] = "nowhere"
        table.loc[number % 6 == 1, "area_code"] = None
        for identifier in open_register(
            kind, [TableSource(kind, table)], None, "", True
        ).kind.unique:
            table.loc[number % 12 == 5, identifier] = f"{kind}4"
        found[kind] = open_register(kind, [TableSource(kind, table)], None, "", True)
    return found


def counted(engine, registers, **asked):
    addresses, _ = make_address_list(ADDRESSES)
    return count(
        registers, addresses, area_sets(), INDICATORS, Silent(), go_on=True, engine=engine, **asked
    )


def plain(found):
    """Counters without their zeros, so that a number that is not there is 0."""
    return {key: number for key, number in found.items() if number}


@pytest.mark.parametrize(
    ("facets", "asked"),
    [
        (("sex*age_band", "origin"), {}),
        (("sex",), {"with_atoms": True, "keys": lambda ids: ids % np.uint64(97)}),
    ],
)
def test_another_engine_gives_the_same_sums_and_findings(registers, facets, asked):
    asked = {**asked, "breakdowns": breakdowns(facets), "vintage": "2026-02-01"}
    ours, other = (
        counted(engine, registers, **asked) for engine in (count_in_pandas, count_in_dictionaries)
    )
    for area_set, table in other.observations.items():
        pd.testing.assert_frame_equal(ours.observations[area_set], table, rtol=1e-12)
        assert table["value"].notna().sum() > 300
    assert ours.spreads.keys() == other.spreads.keys() and ours.spreads
    for key, spread in other.spreads.items():
        for mine, theirs in zip(ours.spreads[key], spread):
            np.testing.assert_allclose(mine, theirs, rtol=1e-12)
    for kind, findings in other.findings.items():
        for field in fields(findings):
            mine, theirs = (getattr(one, field.name) for one in (ours.findings[kind], findings))
            if isinstance(theirs, dict) and field.name != "rows":
                mine, theirs = plain(mine), plain(theirs)
            assert mine == theirs, (kind, field.name)
    persons = other.findings["persons"]
    assert {reason for _, _, reason in persons.unplaced} == {
        "no_key",
        "unknown_code",
        "not_in_list",
        "no_coordinates",
        "outside",
    }
    assert persons.missing and persons.repeats
    if asked.get("with_atoms"):
        same_atoms(ours.atoms, other.atoms)


def same_atoms(ours, other):
    """The sums by atom, and the households that lie in several, are the same."""
    assert ours.values.keys() == other.values.keys()
    assert any("numerator_key" in found for found in other.values.values())
    for key, found in other.values.items():
        assert ours.values[key].keys() == found.keys()
        for name, numbers in found.items():
            np.testing.assert_allclose(ours.values[key][name], numbers, rtol=1e-12)
    assert ours.several.keys() == other.several.keys() and ours.several
    for key in other.several:
        assert households(ours.several[key]) == households(other.several[key])
    pd.testing.assert_frame_equal(ours.concentration, other.concentration, rtol=1e-9)


def households(homes):
    """The atoms of households in several → how many lie in just them."""
    return {
        frozenset(homes.atom[homes.number == number].tolist()): int(times)
        for number, times in enumerate(homes.times)
    }


def test_an_engine_is_asked_for_each_thing_once(registers):
    asked = Asked([WHOLE, *breakdowns(["sex"])], with_atoms=True)
    to_do = register_plan(registers["persons"], [plan(one) for one in INDICATORS], [], asked)
    for once in (*to_do.terms.values(), to_do.households, to_do.values, to_do.lacks, to_do.columns):
        assert len(once) == len(set(once))
    assert set(to_do.medians) < set(to_do.values) <= set(to_do.terms[WHOLE])
    assert {term.register for terms in to_do.terms.values() for term in terms} == {"persons"}
    assert set(to_do.columns) <= registers["persons"].columns | {"period"}


def test_rows_that_lie_nowhere_are_in_an_atom_of_their_own(registers):
    addresses, _ = make_address_list(ADDRESSES)
    asked = Asked([WHOLE])
    for engine in (count_in_pandas, count_in_dictionaries):
        places = Places(addresses, area_sets(), Silent())
        to_do = register_plan(registers["persons"], [plan(one) for one in INDICATORS], [], asked)
        sums, findings = engine(registers["persons"], to_do, places, Silent(), True)
        residents = plan(next(one for one in INDICATORS if one.id == "population")).numerator
        for period, rows in findings.rows.items():
            assert sums.of(WHOLE, residents, period).sum() == rows
