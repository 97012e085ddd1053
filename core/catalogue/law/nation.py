"""What was published of the nation's figures: thresholds printed with the lists, and what they let
the figure itself be."""

from __future__ import annotations

from functools import cache
from typing import Any, Mapping, Optional

from .. import files
from .figures import Span


def _published(figure: str) -> Mapping[str, Any]:
    """What is known of ``figure``, from ``national_<figure>.json`` where the catalogue has one."""
    name = f"national_{figure}.json"
    if not (files.ROOT / name).exists():
        return {"published_thresholds": (), "decimals": 0}
    return files.read(name)


def published_threshold(figure: str, year: Optional[int], times: float) -> Optional[float]:
    """The threshold (percent) of ``times`` the nation's ``figure`` that was published with the list
    of ``year``, if a source has it."""
    for entry in _published(figure)["published_thresholds"]:
        if entry["list_year"] == year and entry["times_national"] == times:
            return float(entry["percent"])
    return None


@cache
def possible_share(figure: str, year: int) -> Optional[Span]:
    """What every threshold published with the list of ``year`` lets the nation's ``figure``
    (percent) be: each is a multiple, printed with so many decimals. None where nothing was
    published."""
    about = _published(figure)
    half = 0.5 * 10.0 ** -about["decimals"]
    spans = [
        (
            (entry["percent"] - half) / entry["times_national"],
            (entry["percent"] + half) / entry["times_national"],
        )
        for entry in about["published_thresholds"]
        if entry["list_year"] == year
    ]
    return (max(low for low, _ in spans), min(high for _, high in spans)) if spans else None
