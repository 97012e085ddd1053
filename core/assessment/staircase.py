"""From judgement to agreed action, without hopping: an area moves up or down when it has stayed
there long enough."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Tuple

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
    column = "risk_level" if stairs.basis == CATEGORY else "index_class"
    of_area: Dict[str, List[Tuple[str, Any]]] = {}
    by_period = judged[["area_id", "period", column]].sort_values("period", kind="stable")
    for area, period, found in by_period.itertuples(index=False, name=None):
        of_area.setdefault(area, []).append((period, found))
    rows: List[Tuple[object, ...]] = []
    order = category_order()
    for area, judgements in of_area.items():
        steps = [(period, _order(judgement, stairs, order)) for period, judgement in judgements]
        known = [(period, step) for period, step in steps if step is not None]
        for period, place, moved, waiting in _walk(known, stairs):
            step = stairs.steps[place]
            texts = (in_language(step.name), in_language(step.action))
            rows.append((area, period, place, *texts, moved, waiting))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _order(judgement: Any, stairs: Staircase, of_category: Mapping[str, int]) -> Optional[int]:
    """The order of a category or class that the steps go by; None where there is no judgement."""
    if stairs.basis == CATEGORY:
        return of_category.get(judgement)
    return None if pd.isna(judgement) or not judgement else int(judgement)


def _walk(known: List[Tuple[str, int]], stairs: Staircase) -> List[Tuple[str, int, int, int]]:
    found: List[Tuple[str, int, int, int]] = []
    run: List[int] = []
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
