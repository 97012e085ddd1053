"""The rules that look at several columns, at the municipality, or at what a note tells."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, Optional, Tuple

from ...catalogue.geofa.themes import Theme, grade_order
from ...catalogue.law.municipalities import municipalities
from ...i18n import tr
from ..server import SERVICE
from .broken_rule import Breach

LIMIT: int = SERVICE["small_figure_limit"]
RELEASED: int = SERVICE["released_figure_status"]
PEOPLE = "|".join(SERVICE["people_words"])
FIGURE_BEFORE_PEOPLE = re.compile(rf"(?<![\d.,-])(\d+)(?:\s+\w+)?\s+(?:{PEOPLE})\b", re.IGNORECASE)
FIGURE_AFTER_COUNT = re.compile(
    r"\b(?:antal|n|i alt|total)\s*[:=]?\s*(\d+)(?![\d.,])", re.IGNORECASE
)
BrokenBetween = Tuple[Tuple[str, ...], Breach]
"""The columns a rule looks at, and how it is broken."""


def of_row(theme: Theme, municipality: str, row: Mapping[str, Any]) -> Iterator[BrokenBetween]:
    """The rules that ``row`` breaks, with the columns each looks at.

    Args:
        municipality: four digits; whose CVR number the object must carry.
    """
    yield from _of_municipality(municipality, row.get("cvr_kode"))
    if theme.has_grades:
        yield from _of_grades(theme, row)
    yield from _of_note(row.get("note"))
    if theme.proposed:
        yield from _of_figure(row)


def _of_municipality(municipality: str, cvr: Any) -> Iterator[BrokenBetween]:
    own = municipalities()[municipality].cvr if municipality else None
    is_given = cvr is not None and cvr == cvr and bool(str(cvr).strip())
    if not own or not is_given or str(cvr).split(".")[0] == str(own):
        return
    yield (
        ("cvr_kode",),
        Breach(
            "municipality",
            "cvr_kode",
            tr("The CVR number {cvr} is not the municipality's own ({own}).", cvr=cvr, own=own),
            tr("A municipality registers its own objects alone. Write {own}.", own=own),
        ),
    )


def _of_grades(theme: Theme, row: Mapping[str, Any]) -> Iterator[BrokenBetween]:
    names = theme.column_of("grade_from"), theme.column_of("grade_to")
    first, last = (grade_position(row.get(name)) for name in names)
    if first is not None and last is not None and first > last:
        yield (
            names,
            Breach(
                "grades",
                names[1],
                tr("The first grade comes after the last."),
                tr("Exchange the two."),
            ),
        )


def _of_note(note: Any) -> Iterator[BrokenBetween]:
    small = small_figure(note)
    if small is not None:
        yield (
            ("note",),
            Breach(
                "small_figure",
                "note",
                tr(
                    "The note tells of {count} persons or households, under the limit of {limit}.",
                    count=small,
                    limit=LIMIT,
                ),
                tr("Leave the figure out: notes in GeoFA can be read by everybody."),
            ),
        )


def _of_figure(row: Mapping[str, Any]) -> Iterator[BrokenBetween]:
    """The rules of the proposed theme's figures: everybody may read them, so a figure about few is
    registered as hidden."""
    columns = ("vaerdi", "naevner", "tal_status_kode")
    value, denominator, status = (row.get(name) for name in columns)
    if value is not None and denominator is not None and denominator < LIMIT:
        yield (
            columns,
            Breach(
                "small_figure",
                "naevner",
                tr(
                    "The figure is about {count}, under the limit of {limit}.",
                    count=denominator,
                    limit=LIMIT,
                ),
                tr("Register it without a value and with the status Skjult af diskretionshensyn."),
            ),
        )
    elif status is not None and (value is not None) != (status == RELEASED):
        yield (
            columns,
            Breach(
                "figure_status",
                "tal_status_kode",
                tr("A figure has a value where it is released, and there alone."),
                tr("Empty the value, or set the status Frigivet."),
            ),
        )


def grade_position(code: Any) -> Optional[int]:
    """The place among the grades of a code (``3``, ``3.0`` or ``"3"``); None where there is
    none."""
    digits = str(code).split(".")[0]
    return grade_order(int(digits)) if digits.isdigit() else None


def small_figure(note: Any) -> Optional[int]:
    """The first figure about people under the limit that ``note`` holds, None where there is
    none."""
    if note is None or note != note:
        return None
    for pattern in (FIGURE_BEFORE_PEOPLE, FIGURE_AFTER_COUNT):
        for found in pattern.finditer(str(note)):
            if int(found.group(1)) < LIMIT:
                return int(found.group(1))
    return None
