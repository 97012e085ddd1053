"""Time: a new value is shown only when enough persons have changed since the one before.

If one household moves in between two months, the difference of the months is its attributes. What
is not shown anew keeps the value shown before, marked so. Changes hang together like numbers: those
of two areas give away that of their difference, so the same elimination decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np

from ...progress import Progress
from ..methods.elimination import NONE, suppress
from ..system.families import ALMOST
from ..system.places import WHOLE, Place

Key = Tuple[str, str]


def least_turnover(before: Mapping[str, np.ndarray], now: Mapping[str, np.ndarray]) -> np.ndarray:
    """How many persons have changed in every atom, at least: come, gone, or changed what is
    counted.

    Somebody who has it more and somebody who has it not more are two; one more and one less may be
    one who changed.

    Args:
        before, now: ``numerator`` and, of shares, ``denominator`` by atom.
    """
    have = now["numerator"] - before["numerator"]
    if "denominator" not in now or "denominator" not in before:
        return np.abs(have)
    rest = now["denominator"] - before["denominator"] - have
    both = np.where(
        have * rest < 0, np.maximum(np.abs(have), np.abs(rest)), np.abs(have) + np.abs(rest)
    )
    return np.where(both < ALMOST, 0.0, both)


@dataclass(frozen=True)
class Turnover:
    """What a new release may show of one indicator.

    Attributes:
        carried: places that keep the value shown before.
        still: places hidden before where too few have changed to show them now.
    """

    carried: FrozenSet[Key] = frozenset()
    still: FrozenSet[Key] = frozenset()


def judge_turnover(
    places: Sequence[Place],
    amounts: Sequence[float],
    inhabited: np.ndarray,
    shown_before: Set[Key],
    hidden_before: Set[Key],
    already_shown: Set[Key],
    least: int,
    progress: Optional[Progress] = None,
) -> Turnover:
    """Which of ``places`` may show a new value.

    The municipality's own totals are published elsewhere every month, so its change is known; a
    place where nobody has changed may have to keep its value too, or the one where somebody has
    would stand alone.

    Args:
        places: areas, the municipality, and groups that may be worked out.
        amounts: persons changed in each, since its value that was shown last.
        inhabited: atoms where somebody could have.
        shown_before, hidden_before: places the release before showed, or hid.
        already_shown: places whose new value is out already.
        least: fewer (but not none) say too much.
    """
    columns: List[Dict[int, int]] = [
        {int(atom): 1 for atom in place.atoms if inhabited[atom]} for place in places
    ]
    known = [
        n
        for n, place in enumerate(places)
        if place.shown and (place.key == WHOLE or place.key in already_shown)
    ]
    few = [
        n
        for n, (column, amount) in enumerate(zip(columns, amounts))
        if column and n not in known and 0 < amount < least - ALMOST
    ]
    order = sorted(
        (
            n
            for n, place in enumerate(places)
            if place.shown and place.key in shown_before and columns[n] and n not in known
        ),
        key=lambda n: -amounts[n],
    )
    found = suppress(columns, order, few, known, method=NONE, progress=progress)
    carried = {
        places[n].key
        for n in (*found.secondary, *few)
        if places[n].key in shown_before and places[n].shown
    }
    still = {
        place.key
        for place, amount in zip(places, amounts)
        if place.shown and place.key in hidden_before - already_shown and amount < least
    }
    return Turnover(frozenset(carried), frozenset(still))
