"""What the numbers are broken down by: everybody, and the combinations of facets asked for."""

from __future__ import annotations

from typing import Tuple

from .facets import CROSSED_BY, Facet

Breakdown = Tuple[Facet, ...]
WHOLE: Breakdown = ()
"""The breakdown into one group: everybody."""


def breakdown_id(breakdown: Breakdown) -> str:
    """``sex``, or ``sex*age_band``; empty for everybody."""
    return CROSSED_BY.join(facet.id for facet in breakdown)
