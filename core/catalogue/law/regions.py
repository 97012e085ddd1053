"""The regions, each with the dates it exists between."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Optional, Tuple

from .. import files
from .municipalities import municipalities


@dataclass(frozen=True)
class Region:
    """A region: code, Statistics Denmark's code (or empty), name, ISO dates, and the regions it was
    made of."""

    code: str
    dst: str
    name: str
    valid_from: str
    valid_to: str
    parts: Tuple[str, ...]

    def exists(self, day: datetime.date) -> bool:
        """Does it exist on ``day``?"""
        return self.valid_from <= day.isoformat() <= (self.valid_to or "9999-12-31")


@cache
def regions() -> Tuple[Region, ...]:
    """All regions, abolished and coming ones too."""
    file = "regions.json"
    return tuple(
        Region(
            r["code"],
            r["dst"] or "",
            r["name"],
            r["valid_from"],
            r["valid_to"] or "",
            tuple(r["parts"]),
        )
        for r in files.read(file)["regions"]
    )


def region_name(code: str) -> str:
    """The name of the region ``code``, of any time; the code where it is unknown."""
    return next((region.name for region in regions() if region.code == code), code)


def region_on(code: str, day: datetime.date) -> Optional[Region]:
    """The region that ``code`` is, or has become part of, on ``day``; None where the code is
    unknown."""
    for region in regions():
        if region.exists(day) and (region.code == code or code in region.parts):
            return region
    return None


def region_of_municipality(municipality: str, day: datetime.date) -> Optional[Region]:
    """The region of the municipality (four digits) on ``day``; None for one outside the regions."""
    known = municipalities().get(municipality)
    return region_on(known.region, day) if known is not None and known.region else None
