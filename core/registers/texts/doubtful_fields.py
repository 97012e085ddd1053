"""Finds, before a text file is read, the columns with numbers that can be read in two ways
(``312.450``).

The reader of numbers would take them as they stand, and whoever comes after could not see how they
were written.
"""

from __future__ import annotations

from pathlib import Path
from typing import FrozenSet, Optional, Set

import numpy as np

from ...catalogue.limits import MEGABYTE, limits

NEWLINE, QUOTE, COMMA, DASH, POINT, ZERO = 10, 34, 44, 45, 46, 48
BLOCK_BYTES, EDGE = 1 << 16, 4


def doubtful_fields(path: Path, separator: str) -> Optional[FrozenSet[int]]:
    """The fields (counted from 0) of the file at ``path`` that hold a number with one mark before
    three digits; more may be named. None where they cannot be told apart: any may hold one."""
    found: Set[int] = set()
    longest = int(limits("text_file")["line_megabytes"] * MEGABYTE)
    rest = b""
    with open(path, "rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            whole, end, rest = (rest + block).rpartition(b"\n")
            if len(rest) > longest:
                return None
            if not _look(whole + end, separator, found):
                return None
    return frozenset(found) if _look(rest, separator, found) else None


def _look(text: bytes, separator: str, found: Set[int]) -> bool:
    """Add the fields of whole lines of ``text``; False where quotation marks make them
    uncertain."""
    quoted = QUOTE in text
    block = np.frombuffer(b"\n" * EDGE + text + b"\n" * EDGE, dtype="uint8")
    at = _doubts(block)
    if not quoted:
        at = at[block[at] != ord(separator)]
    if not len(at):
        return True
    if quoted:
        return False
    separators, ends = np.flatnonzero(block == ord(separator)), np.flatnonzero(block == NEWLINE)
    line = ends[np.searchsorted(ends, at) - 1]
    found.update(
        np.unique(np.searchsorted(separators, at) - np.searchsorted(separators, line)).tolist()
    )
    return True


def _doubts(block: np.ndarray) -> np.ndarray:
    """Where a comma or point stands with one to three digits before it, no zero first, and three
    behind it."""

    def digit(places: np.ndarray) -> np.ndarray:
        return (block[places] - np.uint8(ZERO)) < 10

    # unsigned bytes wrap around: one comparison finds comma, point and the dash between them
    at = np.flatnonzero((block[EDGE:-EDGE] - np.uint8(COMMA)) <= POINT - COMMA) + EDGE
    at = at[~digit(at + 4)]
    at = at[digit(at + 3)]
    at = at[digit(at + 1) & digit(at + 2) & digit(at - 1) & (block[at] != DASH)]
    at = at[~(digit(at - 2) & digit(at - 3) & digit(at - 4))]
    return at[~((block[at - 1] == ZERO) & ~digit(at - 2))]
