"""The values of GeoFA's answers, taken for what the theme says they are; anything else is a damaged
answer."""

from __future__ import annotations

from typing import Callable, Iterable, List, Mapping, Optional, TypeVar

from ...catalogue.limits import limits
from ...errors import ServiceError
from ...i18n import tr
from ...numbers import number

LARGEST_CODE = 2**31 - 1
Row = TypeVar("Row")


def damaged(details: str) -> ServiceError:
    """The error of an answer that cannot be read; ``details`` names the part, never a value."""
    return ServiceError(
        tr("The answer from GeoFA is damaged and cannot be read."), tr("Try again."), details
    )


def refuse_too_many(count: int) -> None:
    """Raise ``ServiceError`` where more objects come than any theme has."""
    most = int(limits("answers")["objects"])
    if count > most:
        raise ServiceError(
            tr(
                "GeoFA answers with more than {count} objects, and may never end.",
                count=number(most),
            ),
            tr("Choose one municipality. If it goes on, tell GeoFA's support."),
        )


def whole(value: object, name: str) -> Optional[int]:
    """A code or another whole number; None where there is none.

    Raises:
        ServiceError: it is neither; says the column ``name``.
    """
    if value is None or value == "":
        return None
    try:
        found = (
            float(value)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool)
            else None
        )
    except (ValueError, OverflowError):
        found = None
    if found is None or not abs(found) <= LARGEST_CODE or found != int(found):
        raise damaged(name)
    return int(found)


def text(value: object, name: str) -> Optional[str]:
    """A text; None where there is none. Raises ``ServiceError`` for what no column of a theme
    holds."""
    if value is None or value == "":
        return None
    if (
        not isinstance(value, (str, int, float))
        or len(str(value)) > limits("answers")["text_characters"]
    ):
        raise damaged(name)
    return str(value)


READERS: Mapping[str, Callable[[object, str], object]] = {"integer": whole}


def value_of(value: object, kind: str, name: str) -> object:
    """``value`` as the column ``name`` of type ``kind`` has it."""
    return READERS.get(kind, text)(value, name)


def rows_of(data: object) -> List[dict]:
    """``data``, where it is a list of rows; raises ``ServiceError``."""
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise damaged("data")
    refuse_too_many(len(data))
    return data


def each(rows: Iterable[dict], reader: Callable[[dict], Row]) -> List[Row]:
    """What ``reader`` makes of every row; one without a column, or with another kind of value, is
    damaged."""
    try:
        return [reader(row) for row in rows]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        problem = type(error).__name__
    raise damaged(problem)
