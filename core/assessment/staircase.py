"""From judgement to agreed action, without hopping: an area moves up or down when it has stayed there long enough."""

from __future__ import annotations

from typing import List, Tuple

import pandas as pd

from ..catalogue.staircases import CATEGORY, Staircase, category_order
from ..i18n import in_language

COLUMNS = ("area_id", "period", "step", "step_name", "action", "moved", "waiting")


def climb(judged: pd.DataFrame, stairs: Staircase) -> pd.DataFrame:
    """The step of every area in every period.

    An area begins on the step of its first known period. It moves up when it has been above its step for
    ``up_after`` periods running, to the lowest step it was on in them; down likewise after ``down_after``, to the
    highest. A period without a judgement changes nothing and breaks no run.

    Args:
        judged: ``area_id``, ``period`` and ``risk_level`` (for categories) or ``index_class``.
    Returns:
        ``COLUMNS``, by area and period: ``step`` from 0; ``moved`` +1, −1 or 0; ``waiting`` how many periods it has
        been elsewhere. Areas never judged are not there.
    """
    rows: List[tuple] = []
    read = ["area_id", "period", "risk_level" if stairs.basis == CATEGORY else "index_class"]
    for area, part in judged[read].sort_values("period").groupby("area_id", sort=False):
        orders = _orders(part, stairs)
        known = [(period, order) for period, order in zip(part["period"], orders) if order is not None]
        rows += [(area, period, step, in_language(stairs.steps[step].name), in_language(stairs.steps[step].action),
                  moved, waiting) for period, step, moved, waiting in _walk(known, stairs)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _orders(part: pd.DataFrame, stairs: Staircase) -> List["int | None"]:
    if stairs.basis == CATEGORY:
        order = category_order()
        return [order.get(level) for level in part["risk_level"]]
    return [None if pd.isna(number) or not number else int(number) for number in part["index_class"]]


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
    """The end of ``run`` that is still above (or below) the new ``step``: it counts for the next move."""
    kept: List[int] = []
    for target in reversed(run):
        if (target > step) - (target < step) != side:
            break
        kept.insert(0, target)
    return kept
