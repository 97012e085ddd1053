"""What can go wrong, said so that a user can act on it.

Every error carries a sentence (what happened and where), the next step, and details for the
curious. No error text ever holds a person's row, identifier or address: rows are named by number,
cells by their column. Passwords and tokens that a server repeats are taken out here
(``confidential.py``).
"""

from __future__ import annotations

import functools
import traceback
from typing import Callable, List, Optional, TypeVar, cast

from .confidential import cleaned

Work = TypeVar("Work", bound=Callable[..., object])


def let_go(error: BaseException) -> None:
    """Empty the frames that ``error``, and the errors it came of, passed through and that have
    ended.

    They hold whole answers, for as long as the error is kept; and where a frame holds the error
    too, the two hold each other until the collector happens to run. Where the error was raised is
    still known.
    """
    met: List[BaseException] = []
    one: Optional[BaseException] = error
    while one is not None and not any(one is other for other in met):
        met.append(one)
        traceback.clear_frames(one.__traceback__)
        one = one.__cause__ or one.__context__


def lets_go(work: Work) -> Work:
    """Make a function's errors go on without what it worked on (``let_go``): for all that holds an
    answer."""

    @functools.wraps(work)
    def working(*values: object, **named: object) -> object:
        try:
            return work(*values, **named)
        except Exception as error:
            let_go(error)
            raise

    return cast(Work, working)


class SociodemografiError(Exception):
    """Base of all errors the user is meant to read.

    Args:
        message: one sentence: what happened, with file, row or field.
        next_step: one sentence: what the user can do about it.
        details: longer technical text, shown behind "Detaljer".
    """

    def __init__(self, message: str, next_step: str = "", details: str = ""):
        super().__init__(cleaned(message))
        self.message = cleaned(message)
        self.next_step = cleaned(next_step)
        self.details = cleaned(details)

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class InputError(SociodemografiError):
    """A file, table, layer or parameter given by the user cannot be used as it is."""


class TooFewAreasError(InputError):
    """Too few areas have the figures that an index needs; another month may have more."""


class CatalogueError(SociodemografiError):
    """A file of the catalogue is missing, damaged or says something impossible."""


class ServiceError(SociodemografiError):
    """A service (GeoFA) did not answer, or answered something unusable."""


class StoreError(SociodemografiError):
    """The monitor file cannot be read or written."""


class CancelledError(SociodemografiError):
    """The user stopped the work; nothing was changed."""
