"""The colours of a figure on the map, light to dark, and of a change around zero."""

from __future__ import annotations

from typing import List, Tuple

from .. import files
from .colours import between

FILE = "figure_colours.json"


def sequential(count: int) -> Tuple[str, ...]:
    """So many colours from the lightest to the darkest."""
    return _along(files.read(FILE)["sequential"], count)


def diverging(count: int) -> Tuple[str, ...]:
    """So many colours from the most fallen to the most risen, the middle one quiet."""
    return _along(files.read(FILE)["diverging"], count)


def _along(ramp: List[str], count: int) -> Tuple[str, ...]:
    return tuple(between(ramp, place / max(count - 1, 1)) for place in range(count))
