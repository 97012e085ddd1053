"""One area's series: its line, what it is set against, and the months that are missing."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

import numpy as np

from ...change.lines import Lines
from ...change.words import shown
from ...i18n import tr
from .look import (
    FONT,
    LIMIT,
    MILD_LIMIT,
    OWN,
    POINTS,
    WHOLE,
    Look,
    clean,
    month_ticks,
    number_axis,
    place,
)

FAR = 4.0
"""A limit so many times the figures' own span away would press them flat, and is named instead."""
LEAST_SPAN = 0.1
FEW_POINTS = 60
"""With so many months each has its point."""
STYLES: Dict[str, Dict[str, Any]] = {
    "municipality": {"color": WHOLE, "linewidth": 1.4},
    "region": {"color": WHOLE, "linewidth": 1.1, "linestyle": (0, (1, 1.5))},
    "nation": {"color": WHOLE, "linewidth": 1.1, "linestyle": (0, (4, 2, 1, 2))},
    "law_value": {"color": OWN, "linewidth": 1.1, "linestyle": (0, (4, 2))},
    "threshold": {"color": LIMIT, "linewidth": 1.1, "linestyle": (0, (6, 2))},
    "prevention_threshold": {"color": MILD_LIMIT, "linewidth": 1.1, "linestyle": (0, (2, 2))},
}
LIMITS = ("threshold", "prevention_threshold")


def names_of_lines() -> Dict[str, str]:
    """What the lines of ``lines.BESIDE`` are called, in the user's language."""
    return {
        "municipality": tr("Municipality"),
        "region": tr("Region"),
        "nation": tr("Denmark"),
        "law_value": tr("Mean that the law measures"),
        "threshold": tr("The law's threshold"),
        "prevention_threshold": tr("Threshold of prevention areas"),
    }


def draw_trend(figure: Any, look: Look, lines: Lines, unit: str, month: float) -> None:
    """Draw ``lines`` on ``figure``; a mark at ``month``.

    Residents of an area and of the whole municipality are not of one size: of counts the
    municipality is left out.
    """
    axes = figure.add_subplot()
    clean(axes, look)
    for gap in lines.gaps:
        axes.axvspan(gap - 0.5, gap + 0.5, color=WHOLE, alpha=0.18, linewidth=0)
    beside = {n: line for n, line in lines.beside.items() if unit != "persons" or n in LIMITS}
    low, high = _span(lines, beside)
    names = names_of_lines()
    for name, (months, figures) in beside.items():
        label = names[name]
        if name in LIMITS:
            label += f" ({shown(_last(figures), unit)})"
            if not low <= _last(figures) <= high:
                axes.plot(
                    [], [], label=tr("{line}: outside the picture", line=label), **STYLES[name]
                )
                continue
        axes.plot(months, figures, label=label, **{**STYLES[name], **alone(figures)})
    if len(lines.months[0]):
        _draw_months(axes, look, lines)
    if len(lines.earlier[0]):
        label = tr("Before it was revised")
        axes.plot(*lines.earlier, label=label, **_hollow(look, 4.0, 0.45), zorder=4)
    for line, marker, label in (
        (lines.cast, "s", tr("Cast onto other boundaries")),
        (lines.by_area, "x", tr("Cast by share of area alone")),
    ):
        if len(line[0]):
            ring = {**_hollow(look, 5.5, 1.0), "marker": marker}
            axes.plot(*line, label=label, **ring, zorder=7)
    if len(lines.years[0]):
        axes.plot(
            *lines.years,
            color=OWN,
            linestyle="none",
            marker="D",
            markersize=5,
            zorder=6,
            label=tr("{area}, whole years", area=lines.name),
        )
    if lines.gaps:
        axes.plot(
            [],
            [],
            color=WHOLE,
            alpha=0.3,
            linewidth=5,
            label=tr("No figure"),
        )
    for number_, place_ in enumerate(lines.breaks):
        said = {"label": tr("New definition")} if number_ == 0 else {}
        axes.axvline(place_ - 0.5, color=WHOLE, linewidth=1.0, linestyle=(0, (1, 2)), **said)
    axes.axvline(month, color=look.text, linewidth=0.8, alpha=0.5)
    _finish(figure, axes, look, lines, unit, (low, high))


def _draw_months(axes: Any, look: Look, lines: Lines) -> None:
    """The area's line; to what is provisional it is dashed, and such points are hollow."""
    few = {"marker": "o", "markersize": 2.5} if len(lines.months[0]) <= FEW_POINTS else {}
    axes.plot(*lines.settled, color=OWN, linewidth=2.0, label=lines.name, zorder=5, **few)
    if lines.provisional:
        label = tr("{area}, provisional", area=lines.name)
        places, figures = lines.months
        soon = np.isin(places, lines.provisional)
        dashes = {"linewidth": 1.6, "linestyle": (0, (2, 1.2)), "zorder": 5}
        axes.plot(*lines.unsettled, color=OWN, label=label, **dashes)
        axes.plot(places[soon], figures[soon], **_hollow(look, 4.5, 1.0), zorder=6)


def _hollow(look: Look, size: float, strength: float) -> Dict[str, Any]:
    """A point that is a ring."""
    return {
        "color": OWN,
        "linestyle": "none",
        "marker": "o",
        "markersize": size,
        "markerfacecolor": look.ground,
        "alpha": strength,
    }


def _finish(
    figure: Any, axes: Any, look: Look, lines: Lines, unit: str, ends: "Tuple[float, float]"
) -> None:
    low, high = ends
    if not np.isnan(low):
        axes.set_ylim(low, high)
    every = np.concatenate([lines.months[0], lines.years[0]])
    first, last = every.min() - 0.7, every.max() + 0.7
    axes.set_xlim(first, last)
    places, texts = month_ticks(first, last)
    axes.set_xticks(places)
    axes.set_xticklabels(texts)
    number_axis(axes.yaxis, unit, high - low)
    handles, labels = axes.get_legend_handles_labels()
    # the area first, as it lies on top
    own = [n for n, label in enumerate(labels) if label.startswith(lines.name)]
    order = own + [n for n in range(len(labels)) if n not in own]
    figure.legend(
        [handles[n] for n in order],
        [labels[n] for n in order],
        loc="lower left",
        ncol=1,
        frameon=False,
        fontsize=FONT,
        labelcolor=look.text,
        borderaxespad=0.3,
        handlelength=2.6,
    )
    place(figure, bottom=len(labels) * FONT * 1.55 / POINTS + 0.34, left=0.66)


def alone(figures: np.ndarray) -> Dict[str, Any]:
    """A bar for each figure where no two of them lie beside each other: they would be no line, and
    be seen nowhere."""
    known = ~np.isnan(figures)
    if (known[1:] & known[:-1]).any():
        return {}
    return {"marker": "_", "markersize": 18, "markeredgewidth": 1.6}


def _last(figures: np.ndarray) -> float:
    known = figures[~np.isnan(figures)]
    return float(known[-1]) if len(known) else float("nan")


def _span(
    lines: Lines, beside: "Dict[str, Tuple[np.ndarray, np.ndarray]]"
) -> "Tuple[float, float]":
    """The ends of the axis: all figures, and those limits that are near enough."""
    figures: List[np.ndarray] = [lines.months[1], lines.years[1], lines.earlier[1]]
    figures += [line[1] for name, line in beside.items() if name not in LIMITS]
    known = np.concatenate(figures)
    known = known[~np.isnan(known)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = float(known.min()), float(known.max())
    near = FAR * max(high - low, LEAST_SPAN * abs(high), 1e-9)
    for name in LIMITS:
        limit = _last(beside[name][1]) if name in beside else float("nan")
        if low - near <= limit <= high + near:
            low, high = min(low, limit), max(high, limit)
    room = 0.08 * max(high - low, LEAST_SPAN * abs(high), 1e-9)
    return (max(0.0, low - room) if low >= 0 else low - room), high + room
