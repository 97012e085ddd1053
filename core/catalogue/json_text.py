"""JSON from elsewhere, parsed within bounds: how deep, how large in memory, and numbers that are
numbers.

Python's own parser takes ``NaN`` and ``1e400`` for numbers, a thousand digits for an integer, and
thirty bytes of memory for one of text; a depth of a thousand ends it in a ``RecursionError``, a
lesser one whoever reads the result.
"""

from __future__ import annotations

import json
from typing import List, Set, Tuple, Union

from ..errors import lets_go
from ..i18n import tr
from .limits import MEGABYTE, limits


class JsonError(ValueError):
    """A text is no JSON, or none within bounds: ``reason`` in words, and where (``lineno``,
    ``colno``, ``pos``)."""

    def __init__(self, reason: str, text: str = "", position: int = 0):
        super().__init__(reason)
        self.reason, self.pos = reason, position
        self.lineno = text.count("\n", 0, position) + 1
        self.colno = position - (text.rfind("\n", 0, position) + 1) + 1


@lets_go
def parse(text: Union[str, bytes]) -> object:
    """The value of ``text`` (bytes as UTF-8, with or without byte order mark).

    Raises:
        JsonError: it is damaged, too deep, too large, or has a number that is none.
    """
    if isinstance(text, bytes):
        text = _decoded(text)
    _refuse_out_of_bounds(text)
    try:
        return json.loads(
            text,
            parse_int=_whole,
            parse_float=_number,
            parse_constant=_constant,
            object_pairs_hook=_Names(),
        )
    except json.JSONDecodeError as error:
        problem = JsonError(tr("It is damaged in line {line}.", line=error.lineno), text, error.pos)
    except _NumberError as error:
        problem = JsonError(str(error), text, max(0, text.find(error.found)))
    except TooLargeError as error:
        problem = error.with_traceback(None)
    except RecursionError:
        problem = JsonError(_too_deep())
    raise problem


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = JsonError(tr("It is not written in UTF-8."))
    raise problem  # out here, so that it does not hold the content


def _refuse_out_of_bounds(text: str) -> None:
    from .json_weight import weights  # numpy: not where QGIS starts

    bounds = limits("json")
    for deepest, memory in weights(text):
        if memory > bounds["megabytes_in_memory"] * MEGABYTE:
            raise _too_large()
        if deepest > bounds["depth"]:
            raise JsonError(_too_deep())


class TooLargeError(JsonError):
    """The text holds more than there is memory for."""


class _Names:
    """Makes objects, and counts their different names: one that comes again costs nothing, a new
    one much."""

    def __init__(self) -> None:
        self._seen: Set[str] = set()

    def __call__(self, pairs: "List[Tuple[str, object]]") -> dict:
        made = dict(pairs)
        self._seen.update(made)
        if len(self._seen) > limits("json")["names"]:
            raise _too_large()
        return made


def _too_large() -> TooLargeError:
    """The error that tells that the values would need too much memory."""
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
    """The sentence that tells that a text is nested too deep."""
    return tr("It is nested deeper than {count} levels.", count=int(limits("json")["depth"]))
