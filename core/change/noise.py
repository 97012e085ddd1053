"""Is the difference between two months more than small numbers vary by themselves?

What the interval is. A month's share or rate is seen as one outcome of chance around a level that
is not seen: with twelve convicted, it could as well have been ten or fifteen. The two months are
taken as two **independent** samples.

What it is not. Most residents are the same in both months, so most of what is chance in the one
figure is the same chance in the other, and falls away in the difference. How many stay is not kept
(the monitor holds no persons), so nothing is taken off for it: the interval of a share is wider
than it need be. A change told as more than noise is that; one within the noise may still be real.
Events (moves, burglaries) of two months are different events, and nothing is too wide there.

Every 20th area that has not changed could be told as changed if the samples were independent; of
shares it is fewer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..index.certainty.intervals import CONFIDENCE, interval


@dataclass(frozen=True)
class Counted:
    """Numerators and denominators of some areas in one period, in counts; NaN where not known."""

    numerators: np.ndarray
    denominators: np.ndarray


@dataclass(frozen=True)
class Difference:
    """How much was added, in the indicator's unit, and between which ends that lies; the ends are
    NaN where a period has no denominator."""

    change: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @property
    def more_than_noise(self) -> np.ndarray:
        """True where zero lies outside the interval, False where within, None where there is
        none."""
        told = ((self.low > 0) | (self.high < 0)).astype(object)
        told[np.isnan(self.low)] = None
        return told


def difference(
    before: Counted, now: Counted, scale: float, events: bool, confidence: float = CONFIDENCE
) -> Difference:
    """The difference of two shares (Wilson's intervals) or, for ``events``, of two rates (Byar's).

    From the interval (l, u) of each figure p: low = d - sqrt((p1 - l1)² + (u0 - p0)²) and
    high = d + sqrt((u1 - p1)² + (p0 - l0)²).

    Args:
        scale: what numerator / denominator is multiplied by (100 for percent).
    Sources:
        Shares: Newcombe (1998), Statistics in Medicine 17: 873-890, method 10. Rates, and why the
        same holds for any two intervals (MOVER): Zou and Donner (2008), Statistics in Medicine 27:
        1693-1702.
    """
    figures, below, above = [], [], []
    for one in (before, now):
        count = np.where(one.denominators > 0, one.denominators, np.nan)
        figure = scale * one.numerators / count
        low, high = interval(one.numerators, one.denominators, scale, events, confidence)
        figures.append(figure)
        # full-time persons may be more than everybody: their interval ends at everybody
        below.append(np.maximum(figure - low, 0.0))
        above.append(np.maximum(high - figure, 0.0))
    change = figures[1] - figures[0]
    return Difference(
        change, change - np.hypot(below[1], above[0]), change + np.hypot(above[1], below[0])
    )
