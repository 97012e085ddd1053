"""How charts look: colours that grey print and every kind of colour vision tell apart, and axes of
months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, List, Tuple

from ...change.words import DECIMALS
from ...numbers import number
from ...periods import MONTHS_OF_YEAR

OWN, WHOLE, LIMIT, MILD_LIMIT = "#3B6FA0", "#8A8A8A", "#A8434B", "#D9873B"
SMALL, FONT, POINTS = 7.0, 8.0, 72.0
"""Sizes of texts in points, and how many points an inch has."""
LEAST_CONTRAST, HALF_DARK, STEPS = 3.0, 0.18, 20
"""What a line needs to be seen (WCAG 2.2, 1.4.11), the light that is half of white to the eye, and
how finely a shade is looked for."""
FEW_YEARS, MANY_YEARS = 1.5, 8
"""Up to so many years quarters stand on the axis; beyond so many every other year alone."""


@dataclass(frozen=True)
class Look:
    """The colours of what is around the chart."""

    text: str
    ground: str


def seen(colour: str, ground: str) -> str:
    """``colour`` (``#rrggbb``), or the nearest shade of it that is seen on ``ground``: on a dark
    window a lighter one, its hue kept."""
    towards = 1.0 if _luminance(ground) < HALF_DARK else 0.0
    parts, step = _parts(colour), 0
    while contrast(_hex(parts), ground) < LEAST_CONTRAST and step < STEPS:
        step += 1
        share = step / STEPS
        parts = [part + (towards - part) * share for part in _parts(colour)]
    return _hex(parts)


def contrast(one: str, other: str) -> float:
    """How far two colours are from each other, from 1 to 21 (WCAG 2.2, 1.4.11)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parts(colour: str) -> "List[float]":
    return [int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5)]


def _hex(parts: "List[float]") -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _luminance(colour: str) -> float:
    """From 0 (black) to 1 (white), as WCAG has it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def clean(axes: Any, look: Look) -> None:
    """Quiet axes: no frame but two lines, text in the colour of the window's."""
    axes.set_facecolor(look.ground)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(WHOLE)
        axes.spines[side].set_linewidth(0.6)
    axes.tick_params(labelsize=FONT, colors=look.text, width=0.6, length=3)
    axes.grid(axis="y", color=WHOLE, alpha=0.25, linewidth=0.5)


def number_axis(axis: Any, unit: str, span: float, most: int = 6) -> None:
    """Numbers in the user's language, with no more decimals than the ``span`` of the axis needs."""
    axis.set_major_formatter(_formatter(unit, span))
    axis.get_major_locator().set_params(nbins=most)


def _formatter(unit: str, span: float) -> "Callable[[float, int], str]":
    decimals = DECIMALS.get(unit, 0)
    if span > 5 * 10.0 ** (1 - decimals):
        decimals = max(0, decimals - 1)
    mark = " %" if unit == "percent" else ""
    return lambda value, _: number(value, decimals) + mark


def month_ticks(first: float, last: float) -> "Tuple[List[float], List[str]]":
    """(places, texts) of the Januaries from ``first`` to ``last`` (month numbers), quarters where
    there are few of them."""
    years = (last - first) / MONTHS_OF_YEAR
    step = 3 if years <= FEW_YEARS else MONTHS_OF_YEAR * (1 if years <= MANY_YEARS else 2)
    begin = int(-(-first // step) * step)
    places = [float(n) for n in range(begin, int(last) + 1, step)]
    texts = [
        str(int(n) // MONTHS_OF_YEAR)
        if n % MONTHS_OF_YEAR == 0
        else f"{int(n) % MONTHS_OF_YEAR + 1}/{int(n) // MONTHS_OF_YEAR % 100:02d}"
        for n in places
    ]
    return places, texts


def place(figure: Any, bottom: float, left: float, **between: float) -> None:
    """Leave so many inches free at the foot and to the left for texts; ``between`` as
    ``subplots_adjust`` takes it."""
    width, height = figure.get_size_inches()
    edge = 0.12
    figure.subplots_adjust(
        left=min(left / width, 0.4),
        right=1.0 - edge / width,
        bottom=min(bottom / height, 0.7),
        **{"top": 1.0 - edge / height, **between},
    )
