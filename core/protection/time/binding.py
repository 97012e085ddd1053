"""What earlier releases bind in a new one: what is hidden still, and what keeps the value shown
before.

Two audiences may know each other's editions: whoever has the narrower one has the wider one too. So
the wider shows nothing of a period that the narrower hides, and both count when it is asked what a
new month gives away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Dict, FrozenSet, List, Mapping, Sequence, Set, Tuple

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import in_language, tr
from ...measures.atom_counts import AtomCounts
from ...periods import month_number
from ...progress import Progress
from ..statuses import HIDDEN, KEPT, SHOWN
from ..system.families import SUM
from ..system.places import Cell, Place
from .releases import Releases, area_keys
from .turnover import Turnover, judge_turnover, least_turnover

Shown = Tuple[float, float, float]
"""A released figure: numerator, denominator and value, NaN where it had none."""


@dataclass(frozen=True)
class Binding:
    """(area set, area, indicator) that stay hidden (``earlier``), and that keep their value
    (``carried``)."""

    earlier: FrozenSet[Cell] = frozenset()
    carried: FrozenSet[Cell] = frozenset()


class Bonds:
    """The releases that bind an edition of ``period`` for an ``audience``.

    Args:
        releases: the whole ledger.
    Attributes:
        known: the releases that the edition's own readers know.
    """

    def __init__(self, releases: Releases, audience: int, counts: AtomCounts, period: str):
        self._all, self.known = releases, releases.known_to(audience)
        self._counts, self._period = counts, period

    def binding(
        self,
        kinds: Mapping[str, str],
        indicators: Sequence[Indicator],
        places: Sequence[Place],
        least: int,
        progress: Progress,
    ) -> Binding:
        """What is bound of ``indicators``; ``kinds`` by indicator, ``least`` as
        ``turnover.judge_turnover``.

        Raises:
            InputError: the figures of a release cannot be compared with; says what to count.
        """
        hidden_for_others = self._hidden_for_others()
        earlier: Set[Cell] = {cell for cell in hidden_for_others if cell[2] in kinds}
        carried: Set[Cell] = set()
        for indicator in indicators:
            can_stay = self._shown_to_readers(
                self.known.period_before(self._period, indicator.id), indicator.id
            )
            for period in self._neighbours(indicator.id):
                verdict = self._turnover_since(
                    period, indicator, kinds[indicator.id] == SUM, places, least, progress
                )
                carried |= {(*key, indicator.id) for key in verdict.carried & can_stay}
                earlier |= {
                    (*key, indicator.id) for key in (verdict.carried - can_stay) | verdict.still
                }
        return Binding(frozenset(earlier), frozenset(carried - earlier))

    def shown_before(self, carried: Collection[Cell]) -> Dict[Cell, Shown]:
        """What the readers have of the ``carried`` cells from the period before."""
        found: Dict[Cell, Shown] = {}
        for indicator in sorted({cell[2] for cell in carried}):
            before = self.known.period_before(self._period, indicator)
            cells = self.known.of_period(before) if before is not None else self.known.cells[:0]
            cells = cells[cells["indicator"] == indicator]
            found.update(
                zip(
                    zip(cells["area_set"], cells["area_id"], cells["indicator"]),
                    map(
                        tuple,
                        cells[["numerator", "denominator", "value"]].to_numpy(dtype="float64"),
                    ),
                )
            )
        return {cell: found[cell] for cell in carried if cell in found}

    def _neighbours(self, indicator: str) -> List[str]:
        """The periods before and after that ``indicator`` was released of, of all releases and of
        those the readers know."""
        return sorted(
            self._all.neighbours(self._period, indicator)
            | self.known.neighbours(self._period, indicator)
        )

    def _nearest(self) -> Set[str]:
        """The released periods next to this one, of whatever indicator: they can be counted along.
        An older release of an indicator alone may not, and then it stays hidden."""
        every = sorted({self._period, *self._all.about["period"]}, key=month_number)
        here = every.index(self._period)
        return {*every[max(here - 1, 0) : here], *every[here + 1 : here + 2]}

    def _hidden_for_others(self) -> Set[Cell]:
        """The cells of the period that a narrower edition does not show."""
        cells = self._all.without(self.known).of_period(self._period)
        cells = cells[cells["status"] != SHOWN]
        return set(zip(cells["area_set"], cells["area_id"], cells["indicator"]))

    def _shown_to_readers(self, before: "str | None", indicator: str) -> FrozenSet[Tuple[str, str]]:
        """The places whose value of the period before the readers have."""
        if before is None:
            return frozenset()
        return frozenset(area_keys(self.known.of_period(before), indicator, (SHOWN, KEPT)))

    def _turnover_since(
        self,
        period: str,
        indicator: Indicator,
        is_sum: bool,
        places: Sequence[Place],
        least: int,
        progress: Progress,
    ) -> Turnover:
        """What the release of another ``period`` lets the new one show of ``indicator``.

        A value carried over is compared with the period it is of.
        """
        cells = self._all.of_period(period)
        shown = area_keys(cells, indicator.id, (SHOWN, KEPT))
        hidden = area_keys(cells, indicator.id, (HIDDEN,))
        if not shown and not hidden:
            return Turnover()
        already_shown = area_keys(self.known.of_period(self._period), indicator.id, (SHOWN,))
        if (period, indicator.id) not in self._counts.values and period not in self._nearest():
            return Turnover(
                still=frozenset(place.key for place in places if place.shown) - already_shown
            )
        shown_from = self._all.shown_from(indicator.id, period)
        changed: Dict[str, np.ndarray] = {
            when: self._changed(when, indicator, is_sum)
            for when in {period, *(shown_from[key] for key in shown)}
        }
        amounts = []
        for place in places:
            since = shown_from[place.key] if place.key in shown else period
            amounts.append(float(changed[since][place.atoms].sum()))
        then, now = (self._values(p, indicator)["persons"] for p in (period, self._period))
        inhabited = np.maximum(then, now) > 0
        return judge_turnover(
            places, amounts, inhabited, shown, hidden, already_shown, least, progress
        )

    def _changed(self, when: str, indicator: Indicator, is_sum: bool) -> np.ndarray:
        """Persons changed by atom between ``when`` and the period, at least."""
        names = (
            {"numerator": "persons"}
            if is_sum
            else {"numerator": "numerator", "denominator": "denominator"}
        )
        then, now = (
            {role: self._values(p, indicator)[name] for role, name in names.items()}
            for p in (when, self._period)
        )
        return least_turnover(then, now)

    def _values(self, period: str, indicator: Indicator) -> Mapping[str, np.ndarray]:
        found = self._counts.values.get((period, indicator.id))
        if found is None:
            raise InputError(
                tr(
                    "The release of {period} cannot be compared with: {indicator} was not counted "
                    "for that month.",
                    period=period,
                    indicator=in_language(indicator.name),
                ),
                tr("Count the months together, the released one among them."),
            )
        return found
