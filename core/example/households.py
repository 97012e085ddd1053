"""Invented households of the example municipality: who lives together, how old they are, and what
they are like.

Nothing here knows of dwellings or of time passing (``people.py``); the draws stand in a fixed
order, so that a seed gives the same people every time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Sequence

import numpy as np

ADULT_TYPES = (
    "single_young",
    "single",
    "couple",
    "family",
    "single_parent",
    "old_single",
    "old_couple",
)
TWO_ADULTS = {"couple", "family", "old_couple"}
WITH_CHILDREN = {"family", "single_parent"}
AGE_RANGE = {
    "single_young": (18, 30),
    "single": (28, 66),
    "couple": (24, 70),
    "family": (25, 50),
    "single_parent": (23, 50),
    "old_single": (66, 96),
    "old_couple": (65, 90),
}
CHILDREN, CHILDREN_WEIGHTS = (1, 2, 3, 4), (0.38, 0.41, 0.15, 0.06)
EDUCATIONS = np.array(["20", "30", "35", "40", "50", "60", "70", "80"])
EDUCATION_WEIGHTS = np.array([0.10, 0.44, 0.01, 0.07, 0.20, 0.04, 0.13, 0.01])
UNKNOWN_EDUCATION = 0.06
YEAR = 12
People = Dict[str, np.ndarray]
"""Columns of equal length, one entry per person."""


@dataclass(frozen=True)
class Group:
    """A group of dwellings with the shares its people are steered to."""

    id: str
    residents: int
    nonwestern: float
    outside_work: Sequence[float]
    convicted: float
    basic_education: float
    income_of_region: float
    households: Dict[str, float]


def invent_households(
    rng: np.random.Generator, groups: Sequence[Group], group: int, persons: int, first: int
) -> People:
    """Households of ``group`` with exactly ``persons`` people.

    Returns:
        ``household`` (numbered from ``first``), ``months_old`` and ``group`` of each.
    """
    profile, most = groups[group], max(4, persons)
    weights = np.array([profile.households[kind] for kind in ADULT_TYPES])
    kinds = rng.choice(ADULT_TYPES, most, p=weights / sum(profile.households.values()))
    low = np.array([AGE_RANGE[kind][0] for kind in kinds])
    high = np.array([AGE_RANGE[kind][1] for kind in kinds])
    ages = (low + (high - low) * rng.beta(1.3, 1.5, most)) * YEAR
    household, age = [np.arange(most)], [ages]
    pairs = np.flatnonzero(np.isin(kinds, list(TWO_ADULTS)))
    household.append(pairs)
    partners = ages[pairs] + rng.normal(-12, 30, len(pairs))
    age.append(np.clip(partners, 18 * YEAR + 1, 99 * YEAR))
    parents = np.flatnonzero(np.isin(kinds, list(WITH_CHILDREN)))
    children = rng.choice(CHILDREN, len(parents), p=CHILDREN_WEIGHTS)
    of = np.repeat(parents, children)
    household.append(of)
    born_since = (ages[of] - 21 * YEAR) * rng.random(len(of))
    age.append(np.clip(born_since, 0, 20 * YEAR))
    members = np.concatenate(household)
    months_old = np.concatenate(age).astype(int)
    order = np.argsort(members, kind="stable")[:persons]
    return {
        "household": members[order] + first,
        "months_old": months_old[order],
        "group": np.full(len(order), group),
    }


def equip(
    rng: np.random.Generator, groups: Sequence[Group], people: People, month: int, exact: bool
) -> None:
    """Give new ``people`` (``household``, ``birth``, ``group``) sex, origin, education, income and
    scores, in place.

    Args:
        exact: meet the shares of each group as nearly as its people allow; else draw.
    """
    count = len(people["birth"])
    age = (month - people["birth"]) // YEAR
    people["day"] = rng.integers(1, 29, count)
    people["sex"] = rng.choice(np.array(["m", "k"]), count)
    people["origin"] = np.zeros(count, dtype="int8")
    people["education"] = np.full(count, "", dtype="<U2")
    for number, profile in enumerate(groups):
        here = np.flatnonzero(people["group"] == number)
        if len(here):
            people["origin"][here] = _origins(rng, people["household"][here], profile, exact)
            people["education"][here] = _educations(rng, age[here], profile, exact)
    people["outside_score"], people["convicted_score"] = rng.random((2, count))
    people["months_outside"] = np.zeros(count, dtype="int16")
    people["income_score"] = rng.lognormal(-0.10, 0.45, count)
    people["taxable"] = (age >= 15) & ((age >= 18) | (rng.random(count) < 0.6))


def _origins(
    rng: np.random.Generator, households: np.ndarray, profile: Group, exact: bool
) -> np.ndarray:
    """Origin by household (0 Danish, 1 western, 2 non-western), so that the share of persons is met
    as nearly as households allow."""
    numbers, member = np.unique(households, return_inverse=True)
    sizes = np.bincount(member)
    order = rng.permutation(len(numbers))
    if exact:
        share = np.empty(len(numbers))
        share[order] = (np.cumsum(sizes[order]) - sizes[order] / 2) / sizes.sum()
    else:
        share = rng.random(len(numbers))
    western = share < profile.nonwestern + 0.05
    origin = np.where(share < profile.nonwestern, 2, np.where(western, 1, 0))
    return origin[member].astype("int8")


def _educations(
    rng: np.random.Generator, age: np.ndarray, profile: Group, exact: bool
) -> np.ndarray:
    """Main areas of DISCED-15, empty for children; the share of basic school is the profile's."""
    count = len(age)
    education = rng.choice(EDUCATIONS, count, p=EDUCATION_WEIGHTS).astype("<U2")
    education[rng.random(count) < UNKNOWN_EDUCATION] = "90"
    adult = (age >= 30) & (age <= 59)
    score = rng.random(count)
    if exact and adult.any():
        score[adult] = np.argsort(np.argsort(score[adult])) / adult.sum()
    education[score < profile.basic_education] = "10"
    education[(age < 30) & (age >= 15) & (rng.random(count) < 0.5)] = "10"
    education[(age < 20) & (education != "")] = "10"
    education[age < 15] = ""
    return education
