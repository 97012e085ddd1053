"""One thing that comes twice, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from ...i18n import tr
from ...numbers import number

IDENTICAL, EDITIONS, SHARED, BESIDE, ROWS, PLACES = (
    "same_file",
    "same_month",
    "same_things",
    "month_in_parts",
    "duplicates",
    "two_places",
)
GRAVEST_FIRST = (IDENTICAL, EDITIONS, SHARED, BESIDE)
"""Of two files that hold one month."""
MONTHS_SHOWN = 3


@dataclass(frozen=True)
class Repeat:
    """One thing that comes twice.

    Attributes:
        check: what: ``same_file`` (two files are one), ``same_month`` (two editions of a month),
            ``same_things`` (a few things in both), ``month_in_parts`` (two files hold a month, and
            nothing of it is in both), ``duplicates`` (rows of an identifier that has one already),
            ``two_places`` (identifiers in more than one place).
        periods: the months; files: the two files; field: the identifier, or empty; rows: how many
            rows, or things.
    """

    check: str
    periods: Tuple[str, ...]
    files: Tuple[str, ...]
    field: str
    rows: int

    @property
    def blocks(self) -> bool:
        """Would a count be of the same things twice for certain, so that the user must say that it
        is meant? Rows without an identifier may be alike by chance."""
        return self.check == IDENTICAL or self.check == EDITIONS and bool(self.field)

    @property
    def is_quiet(self) -> bool:
        """Is it right, where a month is delivered in parts?"""
        return self.check == BESIDE and bool(self.field)

    @property
    def file(self) -> str:
        """The files by name."""
        return " / ".join(self.files)

    @property
    def text(self) -> str:
        """What was found."""
        first, second = self.files if self.files else ("", "")
        shown = ", ".join(self.periods[:MONTHS_SHOWN]) + (
            " …" if len(self.periods) > MONTHS_SHOWN else ""
        )
        if self.check == IDENTICAL:
            return tr(
                "The files {first} and {second} are one and the same ({period}).",
                first=first,
                second=second,
                period=shown,
            )
        if self.check in (EDITIONS, SHARED):
            return tr(
                "The files {first} and {second} both hold {period}: {count} rows stand in both.",
                first=first,
                second=second,
                period=shown,
                count=number(self.rows),
            )
        if self.check == BESIDE:
            return tr(
                "The files {first} and {second} both hold {period}; no row stands in both.",
                first=first,
                second=second,
                period=shown,
            )
        if self.check == ROWS:
            return tr(
                "{count} rows have an {field} that stands more than once in {period}.",
                count=number(self.rows),
                field=self.field,
                period=shown,
            )
        return tr(
            "{count} values of {field} stand in more than one place in {period}.",
            count=number(self.rows),
            field=self.field,
            period=shown,
        )

    @property
    def next_step(self) -> str:
        """What to do about it."""
        if self.blocks:
            return tr(
                "Take one of the two files out of the delivery: every row of both would be counted."
            )
        if self.check in (EDITIONS, BESIDE):
            return tr(
                "The rows of both are counted. That is right where a month is delivered in parts; "
                "where one "
                "corrects the other, take the older out."
            )
        return tr("Each row is counted. Find out why they are delivered twice.")
