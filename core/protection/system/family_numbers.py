"""The numbers of a family: everything that is shown, or can be worked out, with what it is made of.

A number is a column over rows (atom × cell). Shown are numerators and denominators of areas and of
the whole municipality; how many have it not, what is between two indicators, and small groups that
areas give away together can be worked out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from scipy import sparse

from ...catalogue.protection.rules import Harmless, Profile
from ..attack.bounds import Known, extreme, matrix_of
from .context import Context, Households
from .families import ALMOST, Family, Vector, amount, combined
from .numbers import BETWEEN, DENOMINATOR, NUMERATOR, REST, Number
from .places import WHOLE, Place
from .primary import small_difference, too_few
from .reasons import CARRIED, DERIVED, EARLIER, FEW, FEW_HOUSEHOLDS

NO_HARMLESS = Harmless()
SEVERAL = 2
"""Possible values of a number that is hidden only because it was hidden before: it says nothing
itself, but the sensitive number it stood beside must not follow from it now."""


@dataclass(frozen=True)
class _Interchangeable:
    """Cells that are in the same known wholes: a person may be moved from one to another and no
    whole says so. ``known``: there are such wholes."""

    cells: List[int]
    known: bool


class FamilyNumbers:
    """The numbers of one family over ``places``, by the rules of ``profile``.

    Attributes:
        numbers: all of them; ``zeros`` are columns known to be 0; ``rows`` the values of the rows.
    """

    floor = 0.0

    def __init__(self, family: Family, places: Sequence[Place], profile: Profile, context: Context):
        self._family, self._profile, self._context = family, profile, context
        self._cells = family.values.shape[1]
        self._within_whole = {
            name
            for name, part in family.numerators.items()
            if _lies_in(part, family.denominators.get(name))
        }
        self._possible = self._not_known_empty(places)
        # in every known whole one cell (the last) is the whole less the others
        self._others_in_whole = {
            group.cells[-1]: group.cells[:-1] for group in self._interchangeable() if group.known
        }
        # who is counted within a whole that everybody knows can be only where that whole is; of
        # all others a reader knows no more than that somebody lives there
        self._inhabited = family.values.any(axis=1)
        bounded = family.fixed & self._within_whole
        if context.inhabited is not None and set(family.indicators) - bounded:
            self._inhabited = self._inhabited | context.inhabited
        self.rows = family.values.ravel()
        self.zeros: List[Dict[int, int]] = [
            {
                int(atom) * self._cells + cell: times
                for cell, times in zero.items()
                if self._possible[cell]
            }
            for zero in family.zeros
            for atom in np.flatnonzero(self._inhabited)
        ]
        self.numbers: List[Number] = []
        for place in places:
            here = replace(place, atoms=place.atoms[self._inhabited[place.atoms]])
            self.numbers += [
                number
                for number in (*self._of_place(here), *self._known_of(here))
                if number is not None
            ]

    def _not_known_empty(self, places: Sequence[Place]) -> np.ndarray:
        """The cells but those of which the municipality's totals, where they may be known, say that
        nobody is in them."""
        whole = next((place for place in places if place.key == WHOLE and place.shown), None)
        told: List[Vector] = []
        if whole is not None:
            for name in self._family.indicators:
                told += self._known_totals(name, whole)
        possible = np.ones(self._cells, dtype=bool)
        totals = self._family.values.sum(axis=0)
        empty = np.flatnonzero(totals <= ALMOST)
        if len(empty) and told:
            known = [*told, *self._family.known, *self._family.zeros]
            matrix = matrix_of(known, self._cells)
            values = matrix @ totals
            for cell in empty:  # the largest number there that the totals allow
                one = np.eye(self._cells)[cell]
                possible[cell] = extreme(Known(matrix, values, values), one, True).value > ALMOST
        return possible

    def _known_totals(self, name: str, whole: Place) -> List[Vector]:
        """What the municipality's totals of an indicator are made of, where they may be known."""
        part, group = self._family.numerators.get(name), self._family.denominators.get(name)
        if part is None:
            few = group is None or too_few(np.array(self._sum(group, whole)), self._least(name))
            return [] if group is None or few else [group]
        have = self._sum(part, whole)
        if group is None:
            return [] if self._few_alone(name, have) else [part]
        total = self._sum(group, whole)
        may = name in self._family.fixed or not too_few(np.array(total), self._least(name))
        known = [group] if may else []
        return known if any(self._reasons(name, whole, have, total)) else [*known, part]

    def moves(self) -> sparse.csr_matrix:
        """From one cell of an atom to another, the known wholes staying; a cell in no known whole
        by itself."""
        steps = []
        for group in self._interchangeable():
            steps += (
                [{cell: 1} for cell in group.cells]
                if not group.known
                else [{cell: 1, group.cells[-1]: -1} for cell in group.cells[:-1]]
            )
        columns = [
            {atom * self._cells + cell: sign for cell, sign in step.items()}
            for atom in np.flatnonzero(self._inhabited).tolist()
            for step in steps
        ]
        return matrix_of(columns, len(self.rows)).T.tocsr()

    def in_free_rows(self, column: Mapping[int, int]) -> Dict[int, int]:
        """``column`` where the number in every known whole is known: the last cell of a whole
        follows from the others, so it needs no row. Columns that tell the same are the same.

        Of a whole N = a + b + c, known, the column of c is that of −a − b; and what n − c tells is
        what c tells, so the sign is left out of it.
        """
        found: Dict[int, int] = {}
        for row, times in column.items():
            atom, cell = divmod(row, self._cells)
            for other in self._others_in_whole.get(cell, (cell,)):
                there = atom * self._cells + other
                found[there] = found.get(there, 0) + (times if other == cell else -times)
        left = {row: times for row, times in found.items() if times}
        if left and left[min(left)] < 0:
            return {row: -times for row, times in left.items()}
        return left

    def _interchangeable(self) -> "List[_Interchangeable]":
        """The cells that may be somebody's, those in the same known wholes together."""
        wholes = self._wholes()
        groups: Dict[Tuple[int, ...], List[int]] = {}
        for cell in np.flatnonzero(self._possible).tolist():
            groups.setdefault(tuple(whole.get(cell, 0) for whole in wholes), []).append(cell)
        return [_Interchangeable(cells, any(times)) for times, cells in groups.items()]

    def _wholes(self) -> List[Vector]:
        """What everybody knows of every atom: core demographics."""
        return [
            *(self._family.denominators[name] for name in sorted(self._family.fixed)),
            *self._family.known,
        ]

    def singletons(self) -> List[int]:
        """Rows whose value a reader may guess once a sum of them is known (singletons).

        Where "none" is hidden like "few", a hidden sum of 0 says 0 of each of its rows; where
        "none" is shown, what is hidden is at least 1, so a sum as large as the number of its rows
        says 1 of each. Source: Langsrud 2024 (``elimination.py``), method anySum.
        """
        none_is_shown = [
            self._context.harmless.get(name, NO_HARMLESS).none for name in self._family.indicators
        ]
        wanted = 1 if none_is_shown and all(none_is_shown) else 0
        places = np.outer(self._inhabited, self._possible).ravel()
        return np.flatnonzero(places & (np.abs(self.rows - wanted) < ALMOST)).tolist()

    def whole_numbers(self) -> bool:
        """Are all cells counts?"""
        return bool(np.all(np.abs(self.rows - np.round(self.rows)) < ALMOST))

    def _column(self, vector: Vector, place: Place) -> Dict[int, int]:
        return {
            int(atom) * self._cells + cell: times
            for atom in place.atoms
            for cell, times in vector.items()
            if self._possible[cell]
        }

    def _of_place(self, place: Place) -> List[Optional[Number]]:
        if not len(place.atoms):
            return []
        found = []
        for name in self._family.indicators:
            numbers = self._of_indicator(name, place)
            found += self._with_near(numbers) if place.shown else numbers
        for inner, outer in self._family.within:
            found += self._between(inner, outer, place)
        return found

    def _known_of(self, place: Place) -> List[Number]:
        """What core demographics, which are shown everywhere, count of the cells."""
        if not place.shown or not len(place.atoms):
            return []
        return [
            Number(
                kind=DENOMINATOR,
                indicator="",
                place=place,
                column=self._column(vector, place),
                value=self._sum(vector, place),
                fixed=True,
            )
            for vector in self._family.known
        ]

    def _with_near(self, numbers: Sequence[Optional[Number]]) -> List[Optional[Number]]:
        """``numbers`` of one indicator and place, with what a value carried over says of them."""
        carried = any(
            n is not None and n.kind == NUMERATOR and n.reason == CARRIED for n in numbers
        )
        return [
            n and replace(n, near=self._context.near(n, self._profile.turnover, carried))
            for n in numbers
        ]

    def _sum(self, vector: Vector, place: Place) -> float:
        return float(amount(self._family.values[place.atoms], vector).sum())

    def _of_indicator(self, name: str, place: Place) -> List[Optional[Number]]:
        """The numbers of one indicator in one place: how many have it, how many have it not, and of
        how many, as far as the family holds them.

        All three are guarded apart: of a whole that is known, who has it not is known with who has.
        """
        whole = self._family.denominators.get(name)
        if name not in self._family.numerators:
            return [] if whole is None else [self._of_whole(name, place, whole)]
        part = self._family.numerators[name]
        have = self._sum(part, place)
        if whole is None:
            reason = FEW if self._few_alone(name, have) else self._context.of_place(name, place)
            return [self._number(NUMERATOR, name, place, part, have, reason, self._profile.values)]
        total = self._sum(whole, place)
        if total <= 0:
            return self._of_nobody(name, place, part, whole, have)
        fixed = name in self._family.fixed
        reasons = self._reasons(name, place, have, total)
        # of a known whole of 4 there are but 5 possible values, so no more can be asked for
        values = min(self._profile.values, int(total) + 1) if fixed else self._profile.values
        few_in_all = not fixed and bool(too_few(np.array(total), self._least(name)))
        found = [self._number(NUMERATOR, name, place, part, have, reasons[0], values)]
        if name in self._within_whole:
            lack = combined(whole, part, -1)
            found.append(self._number(REST, name, place, lack, total - have, reasons[1], values))
        reason = FEW if few_in_all else ""
        of_all = self._profile.values
        found.append(self._number(DENOMINATOR, name, place, whole, total, reason, of_all, fixed))
        return found

    def _of_nobody(
        self, name: str, place: Place, part: Vector, whole: Vector, have: float
    ) -> List[Optional[Number]]:
        """The numbers of one indicator where nobody is in the group it is of.

        That nobody is in the group is for the group's own number to tell, and known where that is.
        """
        fixed, values = name in self._family.fixed, self._profile.values
        if fixed and have <= 0 and name in self._within_whole:
            return []
        few = have <= 0 or self._few_alone(name, have)
        reason = FEW if few else self._context.of_place(name, place)
        found = [self._number(NUMERATOR, name, place, part, have, reason, values)]
        if fixed:
            return found
        if name in self._within_whole and not self._context.harmless.get(name, NO_HARMLESS).all:
            lack = combined(whole, part, -1)
            found.append(self._number(REST, name, place, lack, 0.0, FEW, values))
        found.append(self._number(DENOMINATOR, name, place, whole, 0.0, FEW, values))
        return found

    def _of_whole(self, name: str, place: Place, whole: Vector) -> Optional[Number]:
        """What a rate is set against, where that is counted in another register than the rate
        itself."""
        total = self._sum(whole, place)
        reason = (
            FEW
            if too_few(np.array(total), self._least(name))
            else self._context.of_place(name, place)
        )
        return self._number(DENOMINATOR, name, place, whole, total, reason, self._profile.values)

    def _least(self, name: str) -> int:
        return self._profile.least_persons(self._family.indicators[name])

    def _few_alone(self, name: str, have: float) -> bool:
        harmless = self._context.harmless.get(name, NO_HARMLESS)
        return bool(too_few(np.array(abs(have)), self._least(name), not harmless.none))

    def _reasons(self, name: str, place: Place, have: float, total: float) -> Tuple[str, str]:
        """Why those who have it, and those who have not, must not be known."""
        harmless = self._context.harmless.get(name, NO_HARMLESS)
        least, homes = self._least(name), self._context.households.get(name, Households())
        # where the numerator is no part of the denominator, what it lacks of it are no persons
        sides = (
            (have, harmless.none, homes.have, True),
            (total - have, harmless.all, homes.rest, name in self._within_whole),
        )
        reasons = []
        for value, none_is_harmless, of_homes, are_persons in sides:
            few = are_persons and bool(too_few(np.array(value), least, not none_is_harmless))
            few_homes = (
                of_homes is not None
                and value > 0
                and of_homes.within(place.atoms) < self._profile.households
            )
            reason = FEW if few else FEW_HOUSEHOLDS if few_homes else ""
            reasons.append(reason or self._context.of_place(name, place))
        return reasons[0], reasons[1]

    def _between(self, inner: str, outer: str, place: Place) -> List[Optional[Number]]:
        """The number of those who are in one indicator but not in another that lies within it:
        whoever knows that somebody is in the larger would all but know of the smaller
        (k-disclosure, ``primary.small_difference``)."""
        small, large = self._family.numerators[inner], self._family.numerators[outer]
        have, more = self._sum(small, place), self._sum(large, place)
        if not small_difference(more, have, self._least(outer)):
            return []
        between = combined(large, small, -1)
        values = min(self._profile.values, int(min(more, self._room(between, place))) + 1)
        return [self._number(BETWEEN, outer, place, between, more - have, FEW, values)]

    def _room(self, vector: Vector, place: Place) -> float:
        """The smallest known whole of the place that ``vector`` lies in; infinite where there is
        none."""
        return min(
            (self._sum(whole, place) for whole in self._wholes() if _lies_in(vector, whole)),
            default=np.inf,
        )

    def _number(
        self,
        kind: str,
        name: str,
        place: Place,
        vector: Vector,
        value: float,
        reason: str,
        values: int,
        fixed: bool = False,
    ) -> Optional[Number]:
        """The number; None where it is neither shown nor to be guarded."""
        if not place.shown and not reason:
            return None
        column = self._column(vector, place)
        values = min(values, SEVERAL) if reason == EARLIER else values
        if not column:  # made of cells that are known to be empty: there is nothing to hide
            reason = ""
        elif reason and not place.shown:
            reason = DERIVED
        return Number(
            kind=kind,
            indicator=name,
            place=place,
            column=column,
            value=value,
            reason=reason,
            values=values,
            fixed=fixed,
        )


def _lies_in(part: Vector, whole: Optional[Vector]) -> bool:
    """Are all rows of ``part`` in ``whole``, by their definitions?"""
    return whole is not None and all(whole.get(cell, 0) >= times for cell, times in part.items())
