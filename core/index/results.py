"""The index as a table: one row per area and period, with everything the map, the card and the file
need."""

from __future__ import annotations

from typing import List, Optional, Sequence

import numpy as np
import pandas as pd

from .certainty.stability import Stability
from .dynamics import Judged
from .steps.classes import NO_CLASS

COLUMNS = (
    "area_id",
    "period",
    "score",
    "index_class",
    "class_label",
    "dynamics",
    "dynamics_class",
    "dynamics_label",
    "code",
    "other_class",
    "kept",
    "rank_low",
    "rank_high",
    "note",
)


def index_table(
    judged: Judged, stable: Optional[Stability] = None, stable_period: str = ""
) -> pd.DataFrame:
    """``COLUMNS``, by period then area.

    ``score`` and ``dynamics`` are in the definition's scale, ``*_class`` whole numbers (missing
    where there is none), ``other_class`` by the other baseline, ``kept`` the share of runs (0-1) in
    which the area keeps its class (of ``stable_period`` alone), ``note`` why there is no score, or
    where the baselines disagree.
    """
    status = judged.status
    parts = [
        _of_period(judged, row, stable if period == stable_period else None)
        for row, period in enumerate(status.periods)
    ]
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)]


def _of_period(judged: Judged, row: int, stable: Optional[Stability]) -> pd.DataFrame:
    status, count = judged.status, len(judged.status.areas)
    classes, moved = status.definition.classes, judged.status.definition.dynamics
    dynamics, dynamics_class = _dynamics(judged, row)
    nothing = np.full(count, np.nan)
    return pd.DataFrame(
        {
            "area_id": list(status.areas),
            "period": status.periods[row],
            "score": status.score[row],
            "index_class": _known(status.index_class[row]),
            "class_label": _labels(
                status.index_class[row], [classes.label(n + 1) for n in range(classes.number)]
            ),
            "dynamics": dynamics,
            "dynamics_class": _known(dynamics_class),
            "dynamics_label": _labels(
                dynamics_class,
                []
                if moved is None
                else [moved.classes.label(n + 1) for n in range(moved.classes.number)],
            ),
            "code": _known(judged.code[row]),
            "other_class": _known(judged.other_classes(row)),
            "kept": nothing if stable is None else stable.kept,
            "rank_low": nothing if stable is None else stable.rank_low,
            "rank_high": nothing if stable is None else stable.rank_high,
            "note": [judged.note(row, area) or status.reason(row, area) for area in range(count)],
        }
    )


def _known(numbers: np.ndarray) -> pd.Series:
    """Whole numbers with 0 as missing."""
    found = pd.Series(numbers).astype("Int64")
    return found.mask(pd.Series(numbers == NO_CLASS))


def _labels(numbers: np.ndarray, names: Sequence[str]) -> List[str]:
    return [names[number - 1] if number else "" for number in numbers]


def _dynamics(judged: Judged, row: int) -> "tuple[np.ndarray, np.ndarray]":
    scores, period = judged.dynamics, judged.status.periods[row]
    if scores is None or period not in scores.periods:
        count = len(judged.status.areas)
        return np.full(count, np.nan), np.zeros(count, dtype="int8")
    at = scores.periods.index(period)
    return scores.score[at], scores.index_class[at]
