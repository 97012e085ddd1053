"""From judgement to agreed action, without hopping: an area moves up or down when it has stayed
there long enough."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

import pandas as pd

from ..catalogue.law.staircases import CATEGORY, Staircase, category_order
from ..i18n import in_language

COLUMNS = ("area_id", "period", "step", "step_name", "action", "moved", "waiting")


def climb(judged: pd.DataFrame, stairs: Staircase) -> pd.DataFrame:
    """The step of every area in every period.

    An area begins on the step of its first known period. It moves up when it has been above its
    step for ``up_after`` periods running, to the lowest step it was on in them; down likewise after
    ``down_after``, to the highest. A period without a judgement changes nothing and breaks no run.

    Args:
        judged: ``area_id``, ``period`` and ``risk_level`` (for categories) or ``index_class``.
    Returns:
        ``COLUMNS``, by area and period: ``step`` from 0; ``moved`` +1, −1 or 0; ``waiting`` how
        many periods it has been elsewhere. Areas never judged are not there.
    """
    column, of_area = ("risk_level" if stairs.basis == CATEGORY else "index_class"), {}
    by_period = judged[["area_id", "period", column]].sort_values("period", kind="stable")
    for area, period, found in by_period.itertuples(index=False, name=None):
        of_area.setdefault(area, []).append((period, found))
    rows: List[tuple] = []
    order = category_order()
    for area, found in of_area.items():
        known = [
            (period, step)
            for period, step in ((p, _order(one, stairs, order)) for p, one in found)
            if step is not None
        ]
        rows += [
            (
                area,
                period,
                step,
                in_language(stairs.steps[step].name),
                in_language(stairs.steps[step].action),
                moved,
                waiting,
            )
            for period, step, moved, waiting in _walk(known, stairs)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _order(found: object, stairs: Staircase, of_category: Dict[str, int]) -> Optional[int]:
    if stairs.basis == CATEGORY:
        return of_category.get(found)
    return None if pd.isna(found) or not found else int(found)


def _walk(known: List[Tuple[str, int]], stairs: Staircase) -> List[Tuple[str, int, int, int]]:
    found, run = [], []
    step = stairs.step_of(known[0][1]) if known else 0
    for period, order in known:
        target = stairs.step_of(order)
        side = (target > step) - (target < step)
        if run and side != (run[0] > step) - (run[0] < step):
            run = []
        moved = 0
        if side:
            run.append(target)
            if len(run) >= (stairs.up_after if side > 0 else stairs.down_after):
                step, moved = (min(run) if side > 0 else max(run)), side
                run = _still_beyond(run, step, side)
        found.append((period, step, moved, len(run)))
    return found


def _still_beyond(run: List[int], step: int, side: int) -> List[int]:
    """The end of ``run`` that is still above (or below) the new ``step``: it counts for the next
    move."""
    kept: List[int] = []
    for target in reversed(run):
        if (target > step) - (target < step) != side:
            break
        kept.insert(0, target)
    return kept
