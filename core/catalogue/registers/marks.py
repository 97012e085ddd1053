"""What tables write where no number stands, and where the usual numbers of a unit lie. Both are
data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import FrozenSet, Mapping, Pattern

from .. import files

MARKS, USUAL = "marks.json", "usual.json"
HIDDEN, MISSING, ZERO = "hidden", "missing", "zero"


@dataclass(frozen=True)
class Marks:
    """Marks in small letters: the source hides the figure, has none, or writes zero so (Statistics
    Denmark); errors of spreadsheets."""

    hidden: FrozenSet[str]
    missing: FrozenSet[str]
    zero: FrozenSet[str]
    below: Pattern[str]
    errors: FrozenSet[str] = frozenset()

    @property
    def no_identifier(self) -> FrozenSet[str]:
        """What is no identifier, whoever has it in its place; a letter alone can be one."""
        return frozenset(
            mark
            for mark in self.hidden | self.missing | self.zero | self.errors
            if not mark.isalpha() or len(mark) > 1
        )

    def meaning(self, text: str) -> str:
        """``hidden``, ``missing``, ``zero``, or empty where the stripped ``text`` is no mark; no
        text is missing."""
        plain = text.lower()
        if not plain or plain in self.missing:
            return MISSING
        if plain in self.zero:
            return ZERO
        return HIDDEN if plain in self.hidden or self.below.match(plain) else ""


@cache
def marks() -> Marks:
    """The marks of the catalogue."""
    entry = files.read(MARKS)
    words = "|".join(re.escape(word) for word in sorted(entry["below"], key=len, reverse=True))
    return Marks(
        frozenset(entry[HIDDEN]),
        frozenset(entry[MISSING]),
        frozenset(entry[ZERO]),
        re.compile(rf"^(?:{words})\s*[0-9]+(?:[.,][0-9]+)?\s*%?$"),
        frozenset(entry["errors"]),
    )


@cache
def usual_of_unit(unit: str) -> Mapping[str, object]:
    """``minimum``, ``maximum``, ``usual`` (where the median lies) and ``whole`` of numbers in
    ``unit``; those known."""
    return files.read(USUAL)["units"].get(unit, {})
