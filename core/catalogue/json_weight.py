"""Weighs a JSON text before anything is built of it: how deep it is nested, and how much memory its
values need."""

from __future__ import annotations

import sys
from typing import Iterator, Tuple

import numpy as np

BLOCK = 1 << 20
BYTES_OF_OBJECT, BYTES_OF_LIST, BYTES_OF_VALUE, BYTES_OF_TEXT = 240, 72, 40, 56
"""What CPython needs for an empty container, for a place and a number in one, and for a text beside
its letters."""
QUOTE, BACKSLASH, COMMA, COLON = b'"\\,:'
OPENING, CLOSING = tuple(b"[{"), tuple(b"]}")


def weights(text: str) -> Iterator[Tuple[int, float]]:
    """(deepest level, bytes that the values need) of ``text`` up to each block's end: brackets,
    commas and quotation marks alone are looked at, so that a reader can stop before anything is
    built of them."""
    shape, estimate = _Shape(), 2.0 * sys.getsizeof(text)  # the text, and its parts
    for start in range(0, len(text), BLOCK):
        block = np.frombuffer(text[start : start + BLOCK].encode("utf-8", "replace"), dtype="uint8")
        estimate += shape.bytes_of(block)
        yield shape.deepest, estimate


class _Shape:
    """How deep a text is nested up to here, outside of its quoted texts."""

    def __init__(self) -> None:
        self._level, self.deepest = 0, 0
        self._in_text, self._escaping = False, False

    def bytes_of(self, block: np.ndarray) -> int:
        """About how much memory the values that begin in the next ``block`` need."""
        quotes = self._quotes(block)
        inside = (np.cumsum(quotes) + self._in_text) % 2 == 1
        self._in_text = bool(inside[-1])
        bare = block[~inside]
        opening, closing = np.isin(bare, OPENING), np.isin(bare, CLOSING)
        heights = self._level + np.cumsum(opening.astype("int32") - closing)
        if len(heights):
            self.deepest, self._level = max(self.deepest, int(heights.max())), int(heights[-1])
        objects, names = np.count_nonzero(bare == OPENING[1]), np.count_nonzero(bare == COLON)
        texts = max(0, np.count_nonzero(quotes) // 2 - names)
        return (
            objects * BYTES_OF_OBJECT
            + (np.count_nonzero(opening) - objects) * BYTES_OF_LIST
            + (np.count_nonzero(bare == COMMA) + names) * BYTES_OF_VALUE
            + texts * BYTES_OF_TEXT
        )

    def _quotes(self, block: np.ndarray) -> np.ndarray:
        """Where a quotation mark begins or ends a text: not behind an odd number of backslashes."""
        slashes = block == BACKSLASH
        if not slashes.any() and not self._escaping:
            return block == QUOTE
        places = np.arange(len(block))
        before = np.maximum.accumulate(np.where(slashes, -1, places))
        run = places - before  # backslashes up to and with here
        run[before < 0] += int(self._escaping)
        odd = np.concatenate([[self._escaping], run[:-1] % 2 == 1])
        self._escaping = bool(slashes[-1] and run[-1] % 2 == 1)
        return (block == QUOTE) & ~odd
