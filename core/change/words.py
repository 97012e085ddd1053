"""Change in words that judge nobody."""

from __future__ import annotations

import math
from typing import Optional

from ..i18n import tr
from ..numbers import number, signed

DECIMALS = {"percent": 1, "per_1000": 1, "years": 1, "m2": 1, "ratio": 2}
"""How many decimals a unit is shown with; none where it is not named."""


def unit_text(unit: str) -> str:
    """The unit of an indicator in words."""
    return {
        "persons": tr("number"),
        "percent": tr("percent"),
        "per_1000": tr("per 1,000"),
        "kroner": tr("kroner"),
        "years": tr("years"),
        "m2": "m²",
        "ratio": tr("per unit"),
    }[unit]


def short(value: float, unit: str) -> str:
    """A figure as a table shows it: ``43,7 %``, ``312.450 kr.``; a dash where there is none."""
    if math.isnan(value):
        return "–"
    text = number(value, DECIMALS.get(unit, 0))
    return {
        "percent": f"{text} %",
        "kroner": tr("{amount} kr.", amount=text),
        "years": tr("{count} years", count=text),
        "m2": f"{text} m²",
    }.get(unit, text)


def shown(value: float, unit: str) -> str:
    """A figure as a sentence says it: rates with what they are per."""
    text = short(value, unit)
    return tr("{rate} per 1,000", rate=text) if unit == "per_1000" and text != "–" else text


def amount(change: float, unit: str) -> str:
    """How much, without its sign: ``2,1 procentpoint`` where shares are compared."""
    if unit == "percent":
        return tr("{points} percentage points", points=number(abs(change), 1))
    return shown(abs(change), unit)


def change_text(change: float, unit: str) -> str:
    """``Steget 2,1 procentpoint``, ``Faldet 3``, ``Uændret``; empty where nothing is compared."""
    if math.isnan(change):
        return ""
    if round(abs(change), DECIMALS.get(unit, 0)) == 0:
        return tr("Unchanged")
    much = amount(change, unit)
    return (
        tr("Risen by {amount}", amount=much)
        if change > 0
        else tr("Fallen by {amount}", amount=much)
    )


def noise_text(more_than_noise: Optional[bool]) -> str:
    """Whether a change is more than small numbers vary by themselves; empty where that cannot be
    told."""
    if more_than_noise is None:
        return ""
    return tr("more than chance") if more_than_noise else tr("within chance")


def interval_text(low: float, high: float, unit: str) -> str:
    """``+0,4 til +3,8``: between which ends a change lies; empty where there is no interval."""
    if math.isnan(low):
        return ""
    decimals = DECIMALS.get(unit, 0)
    return tr("{low} to {high}", low=signed(low, decimals), high=signed(high, decimals))
