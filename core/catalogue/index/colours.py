"""Colours and names of index classes, and of status × dynamics; light to dark, so that grey print
keeps the order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Tuple

from ...i18n import in_language, tr
from .. import files
from .definitions import IndexDefinition

FILE = "status_dynamics.json"


@dataclass(frozen=True)
class Shade:
    """A class of the map: the value of its field, its name in the user's language, its colour."""

    value: int
    name: str
    colour: str


def class_shades(definition: IndexDefinition) -> Tuple[Shade, ...]:
    """The classes of ``definition`` from the lowest score."""
    count = definition.classes.number
    return tuple(
        Shade(number, _class_name(definition, number), colour)
        for number, colour in enumerate(_colours(count), start=1)
    )


def _class_name(definition: IndexDefinition, number: int) -> str:
    """Bare numbers say at their ends which way they go."""
    classes = definition.classes
    name = classes.label(number)
    if classes.labels or 1 < number < classes.number:
        return name
    return (
        tr("{name} (least disadvantage)", name=name)
        if number == 1
        else tr("{name} (most disadvantage)", name=name)
    )


def _colours(count: int) -> Tuple[str, ...]:
    entries = files.read(FILE)["status"]
    if count == len(entries):
        return tuple(entry["colour"] for entry in entries)
    ramp = files.read(FILE)["ramp"]
    return tuple(between(ramp, number / max(count - 1, 1)) for number in range(count))


def ramp_colour(share: float) -> str:
    """The colour so far (0-1) from the lightest to the darkest."""
    return between(files.read(FILE)["ramp"], share)


def between(ramp: List[str], share: float) -> str:
    """The colour at ``share`` (0-1) of the way along ``ramp``."""
    at = share * (len(ramp) - 1)
    low = min(int(at), len(ramp) - 2)
    parts = []
    for position in (1, 3, 5):
        first, second = (int(colour[position : position + 2], 16) for colour in ramp[low : low + 2])
        parts.append(round(first + (second - first) * (at - low)))
    return "#{:02X}{:02X}{:02X}".format(*parts)


def has_matrix(definition: IndexDefinition) -> bool:
    """Does the index have four classes of status and three of dynamics?"""
    about = files.read(FILE)
    return (
        definition.dynamics is not None
        and definition.classes.number == len(about["status"])
        and definition.dynamics.classes.number == len(about["dynamics"])
    )


def matrix_shades(definition: IndexDefinition) -> Tuple[Shade, ...]:
    """The twelve fields of status × dynamics, by code; status from high, dynamics from positive."""
    about = files.read(FILE)
    shades = []
    for status in about["status"]:
        for column, dynamics in enumerate(about["dynamics"]):
            name = f"{in_language(status['name'])}, {in_language(dynamics['name']).lower()}"
            shades.append(
                Shade(
                    10 * status["code"] + dynamics["code"],
                    name,
                    about["matrix"][str(status["code"])][column],
                )
            )
    return tuple(shades)
