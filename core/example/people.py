"""The people of the example municipality: households that are born, age, move and die, month by
month.

Shares that the law looks at are steered: in every group (housing area, town, suburb, country)
exactly the wanted share of the adults is outside work or convicted, chosen by a score each person
keeps and slowly changes. So areas stay where the profile puts them, and one area crosses a
threshold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import List, Sequence

import numpy as np
import pandas as pd

from .households import Group, People, equip, invent_households

MOVE_WITHIN, MOVE_OUT, SAME_GROUP = 0.009, 0.0035, 0.85
SCORE_CHANGE = 0.03
MONTHS_OF_BITS = np.array([bin(bits).count("1") for bits in range(4096)], dtype="int8")
VACANT_SHARE = 0.04
LOOKED_AT, LARGE = 1_050, 5_000
"""Residents: a little over the law's least, and a group that is no housing area."""
ORIGINS = np.array(["dansk", "vestlig", "ikke_vestlig"])


@dataclass
class Population:
    """All persons (arrays of equal length; ``household`` points into ``dwelling``) at one month."""

    groups: Sequence[Group]
    region_income: float
    turning_month: int
    rng: np.random.Generator
    month: int = 0
    next_person: int = 1
    people: People = field(default_factory=dict)
    dwelling: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype="int64"))
    since: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype="int64"))
    moves: List[pd.DataFrame] = field(default_factory=list)
    dwelling_group: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype="int64"))

    # -- making -------------------------------------------------------------------------------

    def _household_batch(self, group: int, persons: int, first_household: int) -> People:
        """Households of ``group`` with exactly ``persons`` people, numbered from
        ``first_household``."""
        batch = invent_households(self.rng, self.groups, group, persons, first_household)
        batch["birth"] = self.month - batch.pop("months_old")
        return batch

    def _equip(self, batch: People, exact: bool) -> People:
        """Numbers, and all else that persons have, for new people."""
        count = len(batch["birth"])
        batch["person"] = np.arange(self.next_person, self.next_person + count)
        self.next_person += count
        equip(self.rng, self.groups, batch, self.month, exact)
        return batch

    def settle(self) -> None:
        """Fill every group with its residents, with some dwellings left vacant; live through 12
        months."""
        batches, homes, dwellings, first, made = [], [], [], 0, 0
        for number, group in enumerate(self.groups):
            batch = self._household_batch(number, group.residents, first)
            used = int(batch["household"].max()) + 1 - first
            built = used + int(VACANT_SHARE * used) + 3
            homes.append(made + self.rng.permutation(built)[:used])
            dwellings.append(np.full(built, number))
            batches.append(batch)
            first, made = first + used, made + built
        self.dwelling, self.dwelling_group = np.concatenate(homes), np.concatenate(dwellings)
        self.since = (
            -np.random.default_rng(len(self.dwelling))
            .exponential(90, len(self.dwelling))
            .astype("int64")
        )
        joined = {key: np.concatenate([b[key] for b in batches]) for key in batches[0]}
        self.people = self._equip(joined, exact=True)
        for past in range(-12, 1):
            self._live_through(past)
        self._scale_incomes()

    def _scale_incomes(self) -> None:
        """Bring each group's mean income of 15-64-year-olds, students left out, to its profile."""
        table = self.table()
        counted = (
            (table["age"] >= 15)
            & (table["age"] <= 64)
            & (table["student"] == 0)
            & table["gross_income"].notna()
        )
        for number, group in enumerate(self.groups):
            here = (self.people["group"] == number) & counted.to_numpy()
            mean = table.loc[here, "gross_income"].mean()
            if mean > 0:
                self.people["income_score"][self.people["group"] == number] *= (
                    group.income_of_region * self.region_income / mean
                )

    # -- living -------------------------------------------------------------------------------

    def age(self) -> np.ndarray:
        """Whole years on the first of the month."""
        had_birthday = self.people["day"] <= 1
        return np.maximum(
            0, (self.month - self.people["birth"] - np.where(had_birthday, 0, 1)) // 12
        )

    def _student(self, age: np.ndarray) -> np.ndarray:
        chance = np.select([age < 16, age < 20, age < 26, age < 30], [0.0, 0.85, 0.5, 0.15], 0.01)
        return (self.people["person"] * 0.6180339887 % 1.0) < chance

    def _steered(
        self, score: np.ndarray, eligible: np.ndarray, adults: np.ndarray, share: np.ndarray
    ) -> np.ndarray:
        """Who of the ``eligible`` make up ``share`` (per group) of the ``adults``: those of lowest
        score."""
        chosen = np.zeros(len(score), dtype=bool)
        group = self.people["group"]
        order = np.lexsort((score, group))
        order = order[eligible[order]]
        rank = np.arange(len(order)) - np.searchsorted(group[order], group[order], "left")
        wanted = np.rint(np.bincount(group[adults], minlength=len(self.groups)) * share)
        chosen[order[rank < wanted[group[order]]]] = True
        return chosen

    def _live_through(self, month: int) -> None:
        """One month of working life: scores drift, and the year's months outside work move on."""
        rng, people = self.rng, self.people
        for score in ("outside_score", "convicted_score"):
            changing = rng.random(len(people[score])) < SCORE_CHANGE
            people[score][changing] = rng.random(changing.sum())
        age = self.age()
        adults = (age >= 18) & (age <= 64)
        turned = month > self.turning_month
        share = np.array([group.outside_work[1 if turned else 0] for group in self.groups])
        outside = self._steered(
            people["outside_score"], adults & ~self._student(age), adults, share
        )
        people["months_outside"] = ((people["months_outside"] << 1) & 0xFFF) | outside

    def next_month(self) -> None:
        """Deaths, births, moves within, out and in; then the month is lived through."""
        self.month += 1
        rng = self.rng
        before = len(self.people["birth"])
        age = self.age()
        dying = rng.random(before) < np.minimum(0.5, 0.00003 * np.exp(0.095 * age)) / 12
        leaving_homes = rng.random(len(self.dwelling)) < MOVE_OUT
        leaving = leaving_homes[self.people["household"]]
        staying = ~(dying | leaving)
        self._note_moves(leaving & ~dying, "ud", False)
        self.people = {key: values[staying] for key, values in self.people.items()}
        self._births()
        self._moves_within()
        self._moves_in(before - len(self.people["birth"]))
        self._live_through(self.month)

    def _births(self) -> None:
        age, people = self.age(), self.people
        fertile = (people["sex"] == "k") & (age >= 22) & (age <= 41)
        mothers = np.flatnonzero(fertile & (self.rng.random(len(age)) < 0.075 / 12))
        batch = {
            "household": people["household"][mothers],
            "birth": np.full(len(mothers), self.month),
            "group": people["group"][mothers],
        }
        batch = self._equip(batch, exact=False)
        batch["origin"] = people["origin"][mothers]
        self._add(batch)

    def _vacant(self) -> np.ndarray:
        taken = np.zeros(len(self.dwelling_group), dtype=bool)
        taken[self.dwelling[np.unique(self.people["household"])]] = True
        return self.rng.permutation(np.flatnonzero(~taken))

    def _moves_within(self) -> None:
        households = np.unique(self.people["household"])
        movers = households[self.rng.random(len(households)) < MOVE_WITHIN]
        vacant = self._vacant()
        same = self.rng.random(len(movers)) < SAME_GROUP
        used = np.zeros(len(vacant), dtype=bool)
        homes = self.dwelling.copy()
        for household, stays in zip(movers, same):
            group = self.dwelling_group[homes[household]]
            fits = ~used & ((self.dwelling_group[vacant] == group) == stays)
            spot = int(np.argmax(fits))
            if fits[spot]:
                used[spot] = True
                homes[household] = vacant[spot]
        moved = (homes != self.dwelling)[self.people["household"]]
        self._note_moves(moved, "ud", True)
        self.since[homes != self.dwelling] = self.month
        self.dwelling = homes
        self._note_moves(moved, "ind", True)
        self.people["group"] = self.dwelling_group[self.dwelling[self.people["household"]]]

    def _moves_in(self, persons: int) -> None:
        """New households in vacant dwellings until ``persons`` have come; each is as its group's
        profile."""
        if persons <= 0:
            return
        vacant = self._vacant()
        lacking = np.maximum(
            0,
            np.array([g.residents for g in self.groups])
            - np.bincount(self.people["group"], minlength=len(self.groups)),
        )
        total = max(1, int(lacking.sum()))
        for group in np.flatnonzero(lacking):
            wanted = int(round(persons * lacking[group] / total))
            homes = vacant[self.dwelling_group[vacant] == group]
            if not wanted or not len(homes):
                continue
            batch = self._household_batch(group, wanted, len(self.dwelling))
            fits = batch["household"] < len(self.dwelling) + len(homes)
            batch = self._equip({key: values[fits] for key, values in batch.items()}, exact=False)
            batch["months_outside"][:] = 0b010101010101 * (
                self.rng.random(len(batch["birth"])) < 0.3
            )
            homes = homes[: int(batch["household"].max()) + 1 - len(self.dwelling)]
            self.dwelling = np.append(self.dwelling, homes)
            self.since = np.append(self.since, np.full(len(homes), self.month))
            self._add(batch)
            everybody = len(self.people["birth"])
            came = np.arange(everybody) >= everybody - len(batch["birth"])
            self._note_moves(came, "ind", False)

    def _note_moves(self, who: np.ndarray, direction: str, internal: bool) -> None:
        """Keep the moves of this month: ``who`` (boolean) moves to or from the dwelling they have
        now."""
        chosen = np.flatnonzero(who)
        household = self.people["household"][chosen]
        first = np.zeros(len(chosen), dtype="int8")
        first[np.unique(household, return_index=True)[1]] = 1
        self.moves.append(
            pd.DataFrame(
                {
                    "month": self.month,
                    "person": self.people["person"][chosen],
                    "direction": direction,
                    "internal": np.int8(internal),
                    "household_move": first,
                    "dwelling": self.dwelling[household],
                    "age": self.age()[chosen],
                    "sex": self.people["sex"][chosen],
                    "origin": ORIGINS[self.people["origin"][chosen]],
                    "employed": self.employed()[chosen],
                }
            )
        )

    def _add(self, batch: People) -> None:
        self.people = {
            key: np.concatenate([values, batch[key]]) for key, values in self.people.items()
        }

    def employed(self) -> np.ndarray:
        """0/1: of working age, not outside work this month, and studying only beside a job."""
        age, outside = self.age(), (self.people["months_outside"] & 1).astype(bool)
        works = (
            (age >= 18)
            & (age <= 66)
            & ~outside
            & (~self._student(age) | (self.people["person"] % 5 < 2))
        )
        return works.astype("int8")

    # -- showing ------------------------------------------------------------------------------

    def table(self) -> pd.DataFrame:
        """One row per person with the canonical columns, ``dwelling`` (position) in place of an
        address."""
        people, age = self.people, self.age()
        adult = age >= 18
        convicted = self._steered(
            people["convicted_score"],
            adult,
            adult,
            np.array([group.convicted for group in self.groups]),
        )
        student = self._student(age)
        outside = MONTHS_OF_BITS[people["months_outside"]] / 12.0
        working = np.where(student, 0.25, 1.0 - 0.55 * outside)
        growth = 1.002**self.month
        income = np.round(self.region_income * growth * people["income_score"] * working, -2)
        return pd.DataFrame(
            {
                "person_id": people["person"],
                "household_id": people["household"],
                "dwelling": self.dwelling[people["household"]],
                "age": age,
                "sex": people["sex"],
                "origin": ORIGINS[people["origin"]],
                "outside_work": np.where((age >= 18) & (age <= 64), np.round(outside, 4), np.nan),
                "student": student.astype("int8"),
                "education": people["education"],
                "convicted": convicted.astype("int8"),
                "gross_income": np.where(people["taxable"] & (age >= 15), income, np.nan),
                "outside_now": (people["months_outside"] & 1).astype("int8"),
                "employed": self.employed(),
                "moved_month": np.maximum(self.since[people["household"]], people["birth"]),
                "group": people["group"],
            }
        )


def scaled(groups: List[Group], residents: int) -> List[Group]:
    """``groups`` with sizes that add up to ``residents``.

    Those that the law looks at keep ``LOOKED_AT`` residents in a small municipality too, where that
    leaves half of the residents to the others: with fewer there is nothing to see.
    """
    whole = sum(group.residents for group in groups)
    sizes = [max(8, round(group.residents * residents / whole)) for group in groups]
    kept = [
        max(size, LOOKED_AT) if LOOKED_AT <= group.residents < LARGE else size
        for group, size in zip(groups, sizes)
    ]
    raised = sum(kept) - sum(sizes)
    others = [n for n, group in enumerate(groups) if group.residents >= LARGE]
    rest = sum(sizes[n] for n in others)
    if raised and rest - raised >= residents / 2:
        sizes = [
            size * (rest - raised) // rest if n in others else kept[n]
            for n, size in enumerate(sizes)
        ]
    largest = int(np.argmax(sizes))
    sizes[largest] += residents - sum(sizes)
    return [replace(group, residents=size) for group, size in zip(groups, sizes)]
