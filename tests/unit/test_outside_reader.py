"""What an outside reader once worked out: by core demographics, other audiences' editions, and the certificate itself."""

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import profile
from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.making import make_edition
from geofa_sociodemografi.core.protection.system.cells import _whole
from geofa_sociodemografi.core.protection.system.context import Context
from geofa_sociodemografi.core.protection.system.families import KERNEL, SUM, kind_of
from geofa_sociodemografi.core.protection.system.numbers import DENOMINATOR, NUMERATOR, Number
from geofa_sociodemografi.core.protection.system.places import Place
from geofa_sociodemografi.core.protection.time.releases import CELL_COLUMNS, Releases, kept_counts

from tests.unit.test_odd_indicators import (
    EVERYBODY,
    MONTH,
    OLD,
    STUDENT,
    YOUNG,
    edition,
    own,
    status,
)

NEXT = "2026-02"
EMPLOYED, IDLE = ({"column": "employed", "operator": "=", "value": value} for value in (1, 0))


def test_a_union_less_the_core_demographics_beside_it_is_no_way_in():
    """33 are employed or old, 30 are old, which is printed: three are employed and young."""
    young = own("employed_young", EVERYBODY, {"count": {"all": [EMPLOYED, YOUNG]}})
    either = own("employed_or_old", EVERYBODY, {"count": {"any": [EMPLOYED, OLD]}})
    old = own("old", EVERYBODY, {"count": OLD})
    found = edition(
        residents=(123, 180, 180),
        a=(young, (3, 60, 40), (123, 180, 180)),
        b=(either, (33, 90, 90), (123, 180, 180)),
        c=(old, (30, 30, 50), (123, 180, 180)),
    )
    assert (
        found.safe
        and status(found, "A", "employed_or_old")
        == status(found, "A", "employed_young")
        == "hidden"
    )
    assert status(found, "A", "old") == "shown"


def test_residents_less_a_printed_group_are_no_way_in():
    """152 live there, 150 of them are not out of work."""
    everybody = own("everybody", EVERYBODY, {"count": EVERYBODY}, "persons")
    idle = own("idle", EVERYBODY, {"count": IDLE}, "persons")
    others = own("students_of_others", {"not": IDLE}, {"count": STUDENT})
    every = (152, 160, 190)
    found = edition(
        residents=every,
        a=(everybody, every, every),
        b=(idle, (2, 30, 20), every),
        c=(others, (50, 80, 60), (150, 130, 170)),
    )
    assert (
        found.safe
        and status(found, "A", "students_of_others") == status(found, "A", "idle") == "hidden"
    )


def test_how_many_have_a_value_is_no_core_demographics():
    mean = own("students_mean", EVERYBODY, {"mean": "student"})
    unknown = own("unknown", EVERYBODY, {"count": {"column": "student", "operator": "missing"}})
    found = edition(
        residents=(150, 150, 190),
        a=(mean, (40, 50, 60), (148, 130, 160)),
        b=(unknown, (2, 20, 30), (150, 150, 190)),
    )
    assert found.safe and status(found, "A", "students_mean") == "hidden"


@pytest.mark.parametrize("alone", [True, False])
def test_nobody_set_against_nobody_tells_of_a_group_that_is_there(alone):
    """In A nobody is old, and none of its 140 residents is a student: 0 of 0 would say so."""
    odd = own("per_old", YOUNG, {"count": STUDENT}, denominator={"population": OLD})
    beside = (
        {}
        if alone
        else {"b": (own("students", YOUNG, {"count": STUDENT}), (0, 30, 25), (140, 140, 150))}
    )
    found = edition(a=(odd, (0, 30, 25), (0, 60, 70)), **beside)
    assert found.safe and status(found, "A", "per_old") == "hidden"


def test_a_ratio_of_two_groups_lacks_nobody_of_the_whole():
    odd = own("idle_per_employed", IDLE, {"count": EVERYBODY}, denominator={"population": EMPLOYED})
    found = edition(a=(odd, (90, 80, 120), (40, 50, 70)))
    assert (
        found.safe and [status(found, area, "idle_per_employed") for area in "ABC"] == ["shown"] * 3
    )


def test_a_plain_count_beside_its_whole_tells_what_it_lacks():
    found = edition(
        residents=(150, 150, 150),
        a=(
            own("in_work", EVERYBODY, {"count": EMPLOYED}, "persons"),
            (148, 100, 120),
            (150, 150, 150),
        ),
    )
    assert found.safe and status(found, "A", "in_work") == "hidden"


def test_a_sum_of_money_is_one_whatever_its_unit():
    assert kind_of(own("money", EVERYBODY, {"sum": "gross_income", "where": EMPLOYED})) == SUM


def test_the_mean_age_of_one_resident_is_that_residents_age():
    """Core demographics are counts: how old somebody is, is none."""
    mean = own("age_mean", EVERYBODY, {"mean": "age"}, "years")
    assert kind_of(mean) == SUM
    found = edition("parter", residents=(1, 200, 220), a=(mean, (85, 8000, 9000), (1, 200, 220)))
    assert found.safe and status(found, "A", "age_mean") == "hidden"
    assert not {
        i.id for i in all_indicators() if kind_of(i) == KERNEL and i.numerator_kind != "count"
    }


# -- editions after each other -------------------------------------------------------------------


def town(months, *indicators):
    """(counts, observations) of areas that are places of their own; month → indicator id → (numerators, denominators)."""
    values, rows = {}, []
    for month, of in months.items():
        for name, (have, whole) in of.items():
            values[(month, name)] = {
                "numerator": np.array(have, float),
                "denominator": np.array(whole, float),
                "persons": np.array(whole, float),
            }
            rows += [
                (
                    area,
                    month,
                    name,
                    float(a),
                    float(b),
                    100.0 * a / b,
                    float(b),
                    np.nan,
                    "counted",
                    "",
                )
                for area, a, b in zip("ABCD", have, whole)
            ]
        values[(month, "population")] = {"numerator": np.full(4, 400.0)}
    counts = AtomCounts(
        4,
        {"s": list("ABCD")},
        {"s": (np.arange(4), np.arange(4))},
        values,
        pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
    )
    columns = [
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
    ]
    return counts, {"s": pd.DataFrame(rows, columns=columns)}


def editions(months, indicators, order):
    """The editions (profile, month) made one after the other, each knowing those before."""
    counts, observations = town(months)
    about, cells, found = [], [], []
    for number, (name, month) in enumerate(order):
        rules = profile(name)
        before = Releases(
            pd.DataFrame(about, columns=["release", "audience", "method", "period", "created"]),
            pd.concat(cells) if cells else pd.DataFrame(columns=list(CELL_COLUMNS)),
            {(f"U{n}", "s"): "same" for n in range(number)},
        )
        found.append(
            make_edition(
                counts, observations, indicators, month, rules, Silent(), before, {"s": "same"}
            )
        )
        about.append((f"U{number}", rules.audience, rules.method, month, f"2026-03-0{number + 1}"))
        cells.append(found[-1].table.assign(release=f"U{number}")[list(CELL_COLUMNS)])
    return found


def test_what_another_audience_has_makes_nothing_known_to_this_one():
    """90 have basic education, of 93 who have either kind; the 90 stand in the parties' edition alone."""

    def educated(*codes):
        return {"column": "education", "operator": "in", "value": list(codes)}

    every = own("basic", EVERYBODY, {"count": educated("10")}, sharing="authorities")
    either = own("basic_of_either", educated("10", "15"), {"count": educated("10")})
    months = {
        MONTH: {
            "basic": ((30, 20, 25, 15), (151, 121, 156, 125)),
            "basic_of_either": ((30, 20, 25, 15), (31, 21, 26, 15)),
        }
    }
    for order in ([("offentlig", MONTH)], [("parter", MONTH), ("offentlig", MONTH)]):
        table = editions(months, [every, either], order)[-1].table
        total = table[(table["area_id"] == "") & (table["indicator"] == "basic_of_either")]
        assert total["status"].tolist() == ["hidden"], order


def test_the_certificate_does_not_tell_how_far_a_carried_value_is_off_exactly():
    """A changes by three and stays, B by fourteen and stays for its sake: with fourteen told, A would follow."""
    employed = own("employed", EVERYBODY, {"count": EMPLOYED})
    months = {
        month: {"employed": (have, (400,) * 4)}
        for month, have in ((MONTH, (13, 89, 100, 160)), (NEXT, (16, 75, 150, 110)))
    }
    last = editions(months, [employed], [("offentlig", MONTH), ("offentlig", NEXT)])[-1]
    assert (last.table["status"] == "carried").sum() == 2
    assert last.carried_within == 20, "14, rounded up"


def test_everything_that_carried_values_say_of_a_number_is_known():
    """101 was carried for the public and 120 for the parties: what is within 5 of the one and 14 of the other is 106."""
    place, cell = Place("s", "A", np.arange(1)), ("s", "A", "employed")
    context = Context(kept={cell: [(101.0, 200.0)]}, shown_before={cell: (120.0, 200.0)})
    number = Number(kind=NUMERATOR, indicator="employed", place=place, column={0: 1}, value=106.0)
    said = context.near(number, 5, True)
    assert [(one.low, one.high, one.for_good) for one in said] == [
        (96, 106, True),
        (106, 134, False),
    ]
    whole = Number(
        kind=DENOMINATOR, indicator="employed", place=place, column={0: 1, 1: 1}, value=200.0
    )
    assert len(context.near(whole, 5, True)) == 1, "the same said twice"
    cells = pd.DataFrame(
        [
            ("U0", *cell, "2026-01", 101.0, 200.0, 50.0, "carried"),
            ("U1", *cell, "2026-01", 120.0, 200.0, 60.0, "carried"),
        ],
        columns=[
            "release",
            "area_set",
            "area_id",
            "indicator",
            "period",
            "numerator",
            "denominator",
            "value",
            "status",
        ],
    )
    assert kept_counts(Releases(pd.DataFrame(), cells, {}), "2026-01") == {
        cell: [(101.0, 200.0), (120.0, 200.0)]
    }


def test_a_programme_that_ended_the_whole_process_has_its_solution():
    """HiGHS 1.2 (scipy 1.10) crashed where the sums had room for rounding."""
    matrix = np.array(
        [
            [0, 0, 0, 0, 1, 1, 1, 1],
            [0, 1, 1, 1, 1, 1, 1, 1],
            [0, 1, 1, 0, 0, 1, 1, 0],
            [1, 1, 1, 1, 1, 1, 1, 1],
            [0, 0, 1, 1, 0, 0, 1, 1],
            [0, 1, 1, 1, 1, 1, 1, 1],
        ],
        float,
    )
    sums = np.array([10.0, 11, 5, 11, 6, 11])
    found = _whole(matrix, sums, np.array([0, 0.125, 0.25, 0.625, 2.625, 2.25, 2.375, 2.75]))
    assert found is not None and (matrix @ found == sums).all() and found.min() >= 0
