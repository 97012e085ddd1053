"""The fixed order, names and colours of the risk levels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional, Tuple

from .. import files

NONE = "ingen"
CLOSE = "tæt på"
NO_DATA = "ingen data"


@dataclass(frozen=True)
class RiskLevel:
    """One class of the risk map; ``hatch`` is the colour of its hatching, or None."""

    id: str
    name: Mapping[str, str]
    colour: str
    hatch: Optional[str]


@cache
def risk_levels() -> Tuple[RiskLevel, ...]:
    """All levels, from no category to the gravest, ``ingen data`` last."""
    file = "risk_levels.json"
    return tuple(
        RiskLevel(entry["id"], entry["name"], entry["colour"], entry.get("hatch"))
        for entry in files.read(file)["levels"]
    )


def outline() -> Mapping[str, object]:
    """Colour and width (mm) of the area outline."""
    return files.read("risk_levels.json")["outline"]
