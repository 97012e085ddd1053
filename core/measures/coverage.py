"""Which periods every register covers, and the denominators of which serve which."""

from __future__ import annotations

from typing import Collection, Dict, List, Mapping, Optional, Sequence

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.registers.kinds import register_kind
from ..periods import is_year, month_number, months_between
from .plan.terms import Plan

DENOMINATOR_SERVES_MONTHS = 24


class Coverage:
    """The periods of all registers.

    Args:
        found: register kind → the periods it has rows of.
    """

    def __init__(self, found: Mapping[str, Collection[str]]):
        self._periods: Dict[str, Sequence[str]] = {
            kind: _covered(kind, sorted(periods)) for kind, periods in found.items()
        }

    def periods_of(self, register: str) -> Sequence[str]:
        """The periods that the register of this kind covers."""
        return self._periods.get(register, ())

    def periods_of_all(
        self, plans: Sequence[Plan], wanted: Optional[Collection[str]] = None
    ) -> List[str]:
        """The periods that any register of the numerators covers, ascending; of those ``wanted``
        alone where they are given."""
        covered = {period for one in plans for period in self.periods_of(one.indicator.register)}
        return sorted(covered if wanted is None else covered & set(wanted))

    def denominator_period(self, indicator: Indicator, period: str) -> Optional[str]:
        """The period whose denominator serves ``period``: the same, or the latest before it; None
        where none does."""
        if indicator.denominator_register == indicator.register:
            return period
        serving = [
            known
            for known in self.periods_of(indicator.denominator_register)
            if 0 <= month_number(period) - month_number(known) < DENOMINATOR_SERVES_MONTHS
        ]
        return max(serving, key=month_number) if serving else None


def _covered(kind: str, found: Sequence[str]) -> Sequence[str]:
    """The periods a register covers: its own, and for a flow the months between them too, for a
    month without moves or events is a month with none."""
    months = [period for period in found if not is_year(period)]
    if not register_kind(kind).flow or not months:
        return tuple(found)
    return tuple(sorted({*found, *months_between(min(months), max(months))}))
