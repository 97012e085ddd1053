"""One number: what it counts, of what place, and why it must not be known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Tuple

from .places import Place

NUMERATOR, DENOMINATOR, REST, BETWEEN = "numerator", "denominator", "rest", "between"
NumberKey = Tuple[str, str, str, str]
"""(area set, area, indicator, kind)."""


@dataclass(frozen=True)
class CarriedBound:
    """What a value carried over says of the new one: from ``low`` to ``high``. ``for_good``: it is
    out already, and hiding the value now would take nothing back."""

    low: float
    high: float
    for_good: bool = False


@dataclass(frozen=True)
class Number:
    """One number.

    Attributes:
        kind: ``numerator``, ``denominator``, ``rest`` (denominator − numerator) or ``between`` (two
            numerators).
        column: row → factor.
        reason: why it must not be known, empty where it may.
        values: so many values must be possible where it must not be known.
        fixed: known to everybody.
        margin: the possible values must reach so far to both sides where it must not be known
            (sums).
        near: what values carried over say of it.
    """

    kind: str
    indicator: str
    place: Place
    column: Mapping[int, int]
    value: float
    reason: str = ""
    values: int = 0
    fixed: bool = False
    margin: float = 0.0
    near: Tuple[CarriedBound, ...] = ()

    @property
    def key(self) -> NumberKey:
        """(area set, area, indicator, kind)."""
        return (*self.place.key, self.indicator, self.kind)
