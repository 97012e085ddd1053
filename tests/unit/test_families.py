"""What numbers are made of: denominators counted elsewhere, means, and counts that contradict the definitions."""

from dataclasses import replace

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import profile
from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts
from geofa_sociodemografi.core.protection.system.context import Context
from geofa_sociodemografi.core.protection.system.families import families
from geofa_sociodemografi.core.protection.system.family_numbers import FamilyNumbers
from geofa_sociodemografi.core.protection.system.places import Place

MONTH = "2026-01"
ABOUT = {i.id: i for i in all_indicators()}
RULES = profile("offentlig")


def counts_of(**amounts):
    """Sums by atom: indicator → (numerators, denominators)."""
    values = {
        (MONTH, name): {"numerator": np.array(have, float), "denominator": np.array(whole, float)}
        for name, (have, whole) in amounts.items()
    }
    return AtomCounts(
        len(next(iter(amounts.values()))[0]),
        {},
        {},
        values,
        pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
    )


def guarded(family, atoms):
    places = [
        Place("", "", np.arange(atoms)),
        *(Place("s", f"a{n}", np.array([n])) for n in range(atoms)),
    ]
    return {
        (n.place.area_id, n.indicator, n.kind)
        for n in FamilyNumbers(family, places, RULES, Context()).numbers
        if n.reason
    }


def test_what_a_rate_is_set_against_in_another_register_is_a_number_too():
    """Burglaries per 1,000 social dwellings print how many social dwellings there are: 2 of them say too much."""
    burglary = replace(
        ABOUT["burglary"],
        id="social_burglary",
        denominator_population={"column": "tenure", "operator": "=", "value": "almen"},
    )
    counts = counts_of(social_burglary=([0, 7], [2, 300]), social_housing=([2, 300], [20, 600]))
    found = families([burglary, ABOUT["social_housing"]], counts, MONTH)
    dwellings = next(f for f in found if "social_housing" in f.indicators)
    assert dwellings.denominators["social_burglary"] == dwellings.numerators["social_housing"]
    assert ("a0", "social_burglary", "denominator") in guarded(dwellings, 2)
    assert (
        len(found) == 2
        and "social_burglary" in next(f for f in found if f is not dwellings).numerators
    )


def test_a_mean_is_shown_only_where_the_number_behind_it_may_be_known():
    """The mean income of the unemployed: a sum printed beside it would tell how many they are."""
    income = replace(
        ABOUT["income"],
        id="income_of_unemployed",
        population={
            "all": [
                {"column": "age", "operator": "between", "value": [15, 64]},
                {"column": "unemployed", "operator": "=", "value": 1},
            ]
        },
    )
    counts = counts_of(
        unemployed=([3, 40], [100, 200]), income_of_unemployed=([600_000, 9_000_000], [3, 40])
    )
    (family,) = families([ABOUT["unemployed"], income], counts, MONTH)
    assert ("a0", "income_of_unemployed", "denominator") in guarded(family, 2)
    assert ("a1", "income_of_unemployed", "denominator") not in guarded(family, 2)


def test_where_counts_contradict_the_definitions_it_is_said_that_relations_are_left_out():
    """More vacant dwellings than rented ones: files that were counted at different times."""
    right = counts_of(
        vacant=([1, 2], [14, 30]),
        private_rental=([12, 10], [50, 60]),
        social_housing=([2, 20], [50, 60]),
    )
    wrong = counts_of(
        vacant=([1, 2], [11, 30]),
        private_rental=([12, 10], [50, 60]),
        social_housing=([2, 20], [50, 60]),
    )
    names = ["vacant", "private_rental", "social_housing"]
    assert [f.relations.whole for f in families([ABOUT[n] for n in names], right, MONTH)] == [True]
    assert [f.relations.whole for f in families([ABOUT[n] for n in names], wrong, MONTH)] == [False]
