"""Indicators that municipalities may write and nobody thought of: what they tell is guarded like anything else."""

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import parse
from geofa_sociodemografi.core.catalogue.protection.row_classes import SHARE_OF, row_classes
from geofa_sociodemografi.core.catalogue.protection.rules import profile
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.making import make_edition
from geofa_sociodemografi.core.protection.system.families import KERNEL, SHARE, families, kind_of

MONTH = "2026-01"
EVERYBODY = {"all": []}
STUDENT = {"column": "student", "operator": "=", "value": 1}
OLD, YOUNG = ({"column": "age", "operator": sign, "value": 65} for sign in (">=", "<"))


def own(identifier, population, numerator, unit="percent", **more):
    text = {"da": identifier, "en": identifier}
    return parse(
        {
            "id": identifier,
            "name": text,
            "definition": text,
            "register": "persons",
            "population": population,
            "numerator": numerator,
            "unit": unit,
            "direction": "neutral",
            "averaging_years": 1,
            "source": text,
            "frequency": "monthly",
            "lag_months": 0,
            "smallest_area": None,
            "disclosure_class": "ordinary",
            "sharing": "public",
            "valid_from": "2020-01-01",
            "valid_to": "",
            **more,
        },
        "own.json",
        text,
        True,
    )


def edition(profile_id="offentlig", residents=(140, 200, 220), **amounts):
    """The edition of three areas A, B, C that are places of their own; indicator → (numerators, denominators)."""
    sizes = np.array(residents, float)
    values = {(MONTH, "population"): {"numerator": sizes, "households": sizes / 2}}
    rows = []
    indicators = []
    for indicator, have, whole in amounts.values():
        indicators.append(indicator)
        values[(MONTH, indicator.id)] = {
            "numerator": np.array(have, float),
            "denominator": np.array(whole, float),
            "persons": np.array(whole, float),
        }
        rows += [
            (
                area,
                MONTH,
                indicator.id,
                float(a),
                float(b),
                100.0 * a / b if b else np.nan,
                float(b),
                np.nan,
                "counted",
                "",
            )
            for area, a, b in zip("ABC", have, whole)
        ]
    counts = AtomCounts(
        3,
        {"s": list("ABC")},
        {"s": (np.arange(3), np.arange(3))},
        values,
        pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
    )
    table = pd.DataFrame(
        rows,
        columns=[
            "area_id",
            "period",
            "indicator",
            "numerator",
            "denominator",
            "value",
            "persons",
            "households",
            "status",
            "vintage",
        ],
    )
    return make_edition(
        counts, {"s": table}, indicators, MONTH, profile(profile_id), Silent(), None, {"s": "same"}
    )


def status(found, area, indicator):
    table = found.table
    return table[(table["area_id"] == area) & (table["indicator"] == indicator)]["status"].iloc[0]


def test_a_few_set_against_nobody_are_hidden_too():
    """Young students per resident of 65 and over: in A nobody is so old, and its three students are three all the same."""
    beside = own("students", YOUNG, {"count": STUDENT})
    odd = own("per_old", YOUNG, {"count": STUDENT}, denominator={"population": OLD})
    found = edition(a=(odd, (3, 20, 25), (0, 60, 70)), b=(beside, (3, 20, 25), (140, 140, 150)))
    assert (
        found.safe and status(found, "A", "per_old") == status(found, "A", "students") == "hidden"
    )


def test_many_set_against_nobody_stop_no_edition():
    odd = own(
        "per_missing",
        EVERYBODY,
        {"count": STUDENT},
        denominator={
            "population": {
                "all": [
                    {"column": "education", "operator": "missing"},
                    {"column": "education", "operator": "=", "value": "10"},
                ]
            }
        },
    )
    assert edition(a=(odd, (9, 20, 25), (0, 0, 0))).safe


@pytest.mark.parametrize(
    ("numerator", "unit"),
    [
        ({"sum": "student"}, "persons"),
        ({"mean": "student"}, "percent"),
        ({"mean": "student"}, "ratio"),
        ({"sum": "student"}, "ratio"),
    ],
)
def test_the_sum_or_mean_of_a_column_of_0_and_1_is_a_count(numerator, unit):
    odd = own("students", EVERYBODY, numerator, unit)
    assert kind_of(odd) == (SHARE if odd.scale else "rate")
    found = edition(a=(odd, (3, 20, 30), (140, 200, 220)))
    assert status(found, "A", "students") == "hidden"


def test_what_is_added_up_and_what_is_counted_of_a_column_are_one_column():
    """Who has 0 outside work is no part of those outside work, and who has 1 is wholly: at least so many, at most so many."""
    part = {"column": SHARE_OF + "outside_work", "operator": "=", "value": 1}
    none, whole = ({"column": "outside_work", "operator": "=", "value": value} for value in (0, 1))
    found = {
        one.holds for one in row_classes([part, none, whole], register_kind("persons").countable)
    }
    assert found == {frozenset([0]), frozenset([1]), frozenset([0, 2])}


@pytest.mark.parametrize(
    "test",
    [
        {"column": "education", "operator": "in", "value": []},
        {"column": "age", "operator": "between", "value": [64, 18]},
        {"column": "age", "operator": ">", "value": 125},
        {"column": "student", "operator": "=", "value": 2},
    ],
)
def test_what_no_row_can_be_counts_nobody_and_stops_nothing(test):
    odd = own("nobody", test, {"count": test}, "ratio")
    assert edition(
        a=(odd, (0, 0, 0), (0, 0, 0)),
        b=(own("students", EVERYBODY, {"count": STUDENT}), (30, 20, 40), (140, 200, 220)),
    ).safe
    if kind_of(odd) == KERNEL:
        return
    counts = AtomCounts(
        1,
        {},
        {},
        {(MONTH, "nobody"): {"numerator": np.ones(1), "denominator": np.ones(1)}},
        pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
    )
    with pytest.raises(InputError, match="contradict its definition"):
        families([odd], counts, MONTH)


def test_a_number_for_a_code_is_refused_when_the_catalogue_is_read():
    """10 is not "10": it would be counted as nobody."""
    with pytest.raises(CatalogueError, match="compares the column education"):
        own("basic", EVERYBODY, {"count": {"column": "education", "operator": "=", "value": 10}})


def test_a_rounded_edition_of_which_nothing_is_left_is_told():
    odd = own("odd", EVERYBODY, {"sum": "outside_work"})
    with pytest.raises(InputError, match="No indicator of 2026-01 may be in the edition"):
        edition("afrundet", a=(odd, (30.5, 20.25, 40.5), (140, 200, 220)))
