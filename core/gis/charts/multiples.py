"""Many areas beside each other, on one axis: small, and comparable at a glance."""

from __future__ import annotations

from typing import Any, Dict, Sequence, Tuple

import numpy as np

from ...change.lines import Lines
from .look import LIMIT, OWN, SMALL, WHOLE, Look, clean, month_ticks, number_axis, place
from .trend import alone

ACROSS, DOWN = 3, 4
LETTERS, EDGE = 19, 0.15


def common_axis(every: Sequence[Lines]) -> "Tuple[float, float]":
    """The lowest and the highest figure of all areas, with a little room; NaN where there is
    none."""
    ends = np.array([one.ends for one in every], dtype="float64").reshape(-1, 2)
    if np.isnan(ends).all():
        return float("nan"), float("nan")
    low, high = float(np.nanmin(ends[:, 0])), float(np.nanmax(ends[:, 1]))
    room = 0.06 * max(high - low, 0.1 * abs(high), 1e-9)
    return (max(0.0, low - room) if low >= 0 else low - room), high + room


def span_of(every: Sequence[Lines]) -> "Tuple[float, float]":
    """The first and the last month of all areas, with a little room."""
    months = np.concatenate([np.concatenate([one.months[0], one.years[0]]) for one in every])
    return float(months.min()) - 0.7, float(months.max()) + 0.7


def draw_multiples(
    figure: Any,
    look: Look,
    some: Sequence[Lines],
    axis: "Tuple[float, float]",
    span: "Tuple[float, float]",
    unit: str,
    picked: str,
    month: float,
) -> Dict[Any, str]:
    """Draw ``some`` areas (at most ``ACROSS`` × ``DOWN``) on the same axes.

    Args:
        axis: the lowest and highest figure shown; span: the first and last month.
        picked: the area that is marked.
    Returns:
        Axes → area, to know which was clicked.
    """
    found: Dict[Any, str] = {}
    places, texts = month_ticks(*span)
    for number_, lines in enumerate(some):
        axes = figure.add_subplot(DOWN, ACROSS, number_ + 1)
        found[axes] = lines.area
        clean(axes, look)
        whole = lines.beside.get("municipality")
        if whole is not None and unit != "persons":
            axes.plot(*whole, color=WHOLE, linewidth=0.9, **alone(whole[1]))
        limit = lines.beside.get("threshold")
        if limit is not None:
            dashes = {"linewidth": 0.8, "linestyle": (0, (5, 2)), **alone(limit[1])}
            axes.plot(*limit, color=LIMIT, **dashes)
        axes.plot(*lines.settled, color=OWN, linewidth=1.4)
        axes.plot(*lines.unsettled, color=OWN, linewidth=1.2, linestyle=(0, (2, 1.2)))
        axes.plot(*lines.years, color=OWN, linestyle="none", marker="D", markersize=2.5)
        axes.axvline(month, color=look.text, linewidth=0.5, alpha=0.5)
        if not np.isnan(axis[0]):
            axes.set_ylim(*axis)
        axes.set_xlim(*span)
        axes.set_xticks(places)
        axes.set_xticklabels([_inside(at, text, span) for at, text in zip(places, texts)])
        number_axis(axes.yaxis, unit, axis[1] - axis[0], 3)
        if number_ % ACROSS:
            axes.set_yticklabels([])
        axes.tick_params(labelsize=SMALL, length=2)
        name = lines.name if len(lines.name) <= LETTERS else lines.name[: LETTERS - 1] + "…"
        bold = "bold" if lines.area == picked else "normal"
        axes.set_title(name, fontsize=SMALL, color=look.text, fontweight=bold, loc="left", pad=2)
    place(
        figure,
        bottom=0.25,
        left=0.55,
        top=1.0 - 0.25 / figure.get_size_inches()[1],
        hspace=0.5,
        wspace=0.12,
    )
    return found


def _inside(place_: float, text: str, span: "Tuple[float, float]") -> str:
    """``text`` where it does not reach into the chart beside."""
    share = (place_ - span[0]) / max(span[1] - span[0], 1e-9)
    return text if EDGE < share < 1.0 - EDGE else ""
