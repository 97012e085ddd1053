"""What was placed and what was not, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Callable, Collection, Dict, Iterable, List, Mapping, Sequence, Set, Tuple

import numpy as np

from ..i18n import tr
from ..numbers import number
from ..periods import day_text, period_text, reference_date
from ..registers.problems import ReadingProblem
from .plan.places import Placed
from .repeats.repeat import Repeat
from .table_periods import TablePeriods


@dataclass
class Findings:
    """What was placed and what was not, per period.

    Attributes:
        rows: period → rows read.
        placed: (area set id, period) → rows in at least one area of the set.
        unplaced: (area set id, period, reason) → rows; reasons ``no_key`` (no address key or
            coordinates), ``unknown_code`` (an area code no area has), ``not_in_list`` (key not in
            the address list), ``no_coordinates`` (address without coordinates), ``outside`` (in no
            area of the set).
        missing: (period, column) → rows without a value that an indicator needs of them.
        by_house: period → rows placed by their house because the list lacks their flat.
        days: period → the days (ISO dates) its rows are counted at; of what happens (moves, events)
            none.
        unreadable: column → cells that could not be read and count as unknown, where the user went
            on.
        told: rows and cells the readers have left out or taken to mean something, by reason.
        repeats: what is delivered more than once, the gravest first.
        by_zeros: period → rows placed by an area code whose zeros in front were put back.
    """

    rows: Counter = field(default_factory=Counter)
    placed: Counter = field(default_factory=Counter)
    unplaced: Counter = field(default_factory=Counter)
    missing: Counter = field(default_factory=Counter)
    by_house: Counter = field(default_factory=Counter)
    unreadable: Counter = field(default_factory=Counter)
    days: Dict[str, Set[str]] = field(default_factory=dict)
    told: List[ReadingProblem] = field(default_factory=list)
    repeats: List[Repeat] = field(default_factory=list)
    by_zeros: Counter = field(default_factory=Counter)

    def only(self, periods: Collection[str]) -> "Findings":
        """What was found in the ``periods``."""

        def kept(counted: Counter, place: int) -> Counter:
            """Those whose key says one of the periods at ``place``."""
            return Counter({key: rows for key, rows in counted.items() if key[place] in periods})

        def of_periods(counted: Counter) -> Counter:
            return Counter({period: rows for period, rows in counted.items() if period in periods})

        return Findings(
            rows=of_periods(self.rows),
            placed=kept(self.placed, 1),
            unplaced=kept(self.unplaced, 1),
            missing=kept(self.missing, 0),
            by_house=of_periods(self.by_house),
            unreadable=self.unreadable,
            days={period: days for period, days in self.days.items() if period in periods},
            told=self.told,
            repeats=[one for one in self.repeats if any(p in periods for p in one.periods)],
            by_zeros=of_periods(self.by_zeros),
        )

    def note_unreadable(self, problems: Iterable[ReadingProblem]) -> None:
        """Count the cells that ``problems`` say could not be read."""
        for problem in problems:
            if problem.blocks:
                self.unreadable[problem.role] += problem.rows

    def total_unplaced(self, area_set: str) -> "Counter":
        """Reason → rows over all periods for ``area_set``."""
        total: Counter = Counter()
        for (identifier, _, reason), rows in self.unplaced.items():
            if identifier == area_set:
                total[reason] += rows
        return total

    def note(
        self, placed: Placed, lacking: Mapping[str, np.ndarray], periods: TablePeriods
    ) -> None:
        """Add one table: where its rows lie, why some lie nowhere, and which values they lack
        (column → rows)."""
        no_point = np.logical_or.reduce(list(placed.reasons.values()))
        inside = {of: location.layers[0] >= 0 for of, location in placed.located.items()}
        lost = {of: {**placed.reasons, "outside": ~inside[of] & ~no_point} for of in inside}
        for period, chosen in periods:
            part = slice(None) if chosen is None else chosen
            self.rows[period] += len(no_point[part])
            _add(self.by_house, period, placed.by_house[part])
            _add(self.by_zeros, period, placed.by_zeros[part])
            for column, without in lacking.items():
                _add(self.missing, (period, column), without[part])
            for area_set in inside:
                self.placed[(area_set, period)] += int(inside[area_set][part].sum())
                for reason, rows in lost[area_set].items():
                    _add(self.unplaced, (area_set, period, reason), rows[part])


def _add(counter: Counter, key: object, rows: np.ndarray) -> None:
    found = int(np.count_nonzero(rows))
    if found:
        counter[key] += found


def reason_text(reason: str) -> str:
    """The reason a row was not placed, in the user's language."""
    return {
        "no_key": tr("no address key or coordinates"),
        "unknown_code": tr("area code that no area has"),
        "not_in_list": tr("address key not in the address list"),
        "no_coordinates": tr("address without coordinates"),
        "outside": tr("outside every area"),
    }[reason]


def span_text(sorted_: Sequence[str], shown: Callable[[str], str]) -> str:
    """The only one of the periods or days, or the first and the last, each as ``shown``."""
    first, last = shown(sorted_[0]), shown(sorted_[-1])
    return first if len(sorted_) == 1 else f"{first} – {last}"


def day_sentences(days: Mapping[str, Set[str]], register: str) -> "List[Tuple[str, bool]]":
    """What must be told of the ``days`` that the periods of ``register`` (its name) are written as,
    and whether it is grave: a month of several days."""
    said = {
        period: sorted(of_period)
        for period, of_period in sorted(days.items())
        if of_period != {reference_date(period).isoformat()}
    }
    found = []
    single = [of_period[0] for of_period in said.values() if len(of_period) == 1]
    if single:
        found.append(
            (
                tr(
                    "{register}: ages and years are counted at the day that the period is written "
                    "as: {days}.",
                    register=register,
                    days=span_text(single, day_text),
                ),
                False,
            )
        )
    for period, of_period in said.items():
        if len(of_period) > 1:
            found.append(
                (
                    tr(
                        "{register}: the rows of {period} are of {count} days ({days}), and all of "
                        "them are "
                        "counted in that month. If they are several extracts, give one of them "
                        "alone.",
                        register=register,
                        period=period_text(period),
                        count=number(len(of_period)),
                        days=span_text(of_period, day_text),
                    ),
                    True,
                )
            )
    return found
