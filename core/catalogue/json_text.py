"""JSON from elsewhere, parsed within bounds: how deep, how large in memory, and numbers that are numbers.

Python's own parser takes ``NaN`` and ``1e400`` for numbers, a thousand digits for an integer, and thirty bytes of
memory for one of text; a depth of a thousand ends it in a ``RecursionError``, a lesser one whoever reads the result.
"""

from __future__ import annotations

import json
import sys
from typing import List, Set, Tuple, Union

import numpy as np

from ..i18n import tr
from .limits import MEGABYTE, limits

BLOCK = 1 << 20
BYTES_OF_OBJECT, BYTES_OF_LIST, BYTES_OF_VALUE, BYTES_OF_TEXT = 240, 72, 40, 56
"""What CPython needs for an empty container, for a place and a number in one, and for a text beside its letters."""
QUOTE, BACKSLASH, COMMA, COLON = b'"\\,:'
OPENING, CLOSING = tuple(b"[{"), tuple(b"]}")


class JsonError(ValueError):
    """A text is no JSON, or none within bounds: ``reason`` in words, and where (``lineno``, ``colno``, ``pos``)."""

    def __init__(self, reason: str, text: str = "", position: int = 0):
        super().__init__(reason)
        self.reason, self.pos = reason, position
        self.lineno = text.count("\n", 0, position) + 1
        self.colno = position - (text.rfind("\n", 0, position) + 1) + 1


def parse(text: Union[str, bytes]) -> object:
    """The value of ``text`` (bytes as UTF-8, with or without byte order mark).

    Raises:
        JsonError: it is damaged, too deep, too large, or has a number that is none.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = None
        if text is None:
            raise JsonError(tr("It is not written in UTF-8."))
    _refuse_out_of_bounds(text)
    try:
        return json.loads(text, parse_int=_whole, parse_float=_number, parse_constant=_constant,
                          object_pairs_hook=_Names())
    except json.JSONDecodeError as error:
        problem = JsonError(tr("It is damaged in line {line}.", line=error.lineno), text, error.pos)
    except _NumberError as error:
        problem = JsonError(str(error), text, max(0, text.find(error.found)))
    except TooLargeError as error:
        problem = error.with_traceback(None)
    except RecursionError:
        problem = JsonError(_too_deep())
    raise problem


class TooLargeError(JsonError):
    """The text holds more than there is memory for."""


class _Names:
    """Makes objects, and counts their different names: one that comes again costs nothing, a new one much."""

    def __init__(self) -> None:
        self._seen: Set[str] = set()

    def __call__(self, pairs: "List[Tuple[str, object]]") -> dict:
        made = dict(pairs)
        self._seen.update(made)
        if len(self._seen) > limits("json")["names"]:
            raise _too_large()
        return made


def _too_large() -> TooLargeError:
    return TooLargeError(tr("It holds more values than there is memory for."))


class _NumberError(ValueError):
    def __init__(self, reason: str, found: str):
        super().__init__(reason)
        self.found = found


def _whole(found: str) -> int:
    most = int(limits("json")["digits"])
    if len(found) > most:
        raise _NumberError(tr("A number in it has more than {count} digits.", count=most), found)
    return int(found)


def _number(found: str) -> float:
    value = float(found)
    if value in (float("inf"), float("-inf")):
        raise _NumberError(tr("A number in it is larger than any computer can work with."), found)
    return value


def _constant(found: str) -> float:
    raise _NumberError(tr("{found} in it is no number.", found=found), found)


def _too_deep() -> str:
    return tr("It is nested deeper than {count} levels.", count=int(limits("json")["depth"]))


def _refuse_out_of_bounds(text: str) -> None:
    """Look at brackets, commas and quotation marks alone, a block at a time, before anything is built of them."""
    deepest, most = limits("json")["depth"], limits("json")["megabytes_in_memory"] * MEGABYTE
    written = text.encode("utf-8", "replace")
    shape, estimate = _Shape(), 2 * sys.getsizeof(text)  # the text, and its parts
    for start in range(0, len(written), BLOCK):
        block = np.frombuffer(written, dtype="uint8", count=min(BLOCK, len(written) - start), offset=start)
        estimate += shape.bytes_of(block)
        if estimate > most:
            raise _too_large()
        if shape.deepest > deepest:
            raise JsonError(_too_deep())


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
        return (objects * BYTES_OF_OBJECT + (np.count_nonzero(opening) - objects) * BYTES_OF_LIST
                + (np.count_nonzero(bare == COMMA) + names) * BYTES_OF_VALUE + texts * BYTES_OF_TEXT)

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
