"""In words what went wrong with the monitor file.

No door of the store opens the file without these, so none lets a database's own error out.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from . import access, wholeness

FAILURES = (
    sqlite3.Error,
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    MemoryError,
    struct.error,
)
"""What SQLite, pandas (whose ``DatabaseError`` is an ``OSError``), GDAL and damaged values
raise."""
UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, MemoryError, struct.error)


def in_words(path: Path, error: BaseException, writing: bool) -> StoreError:
    """``error`` (one of ``FAILURES``) in words, without what it quotes."""
    cause = error.__cause__ if isinstance(error.__cause__, sqlite3.Error) else error
    text = str(cause) if isinstance(cause, sqlite3.Error) else ""
    if "locked" in text or "busy" in text:
        return _busy(path, writing)
    if "not a database" in text:
        return access.foreign(path)
    if (
        "malformed" in text
        or "corrupt" in text
        or "decode" in text
        or (not writing and isinstance(cause, UNREADABLE))
    ):
        return wholeness.damaged(path, type(cause).__name__)
    if text.startswith("no such"):
        return StoreError(
            tr(
                "The monitor file {file} was made by an earlier version, which did not keep this.",
                file=str(path),
            ),
            tr("Compute again."),
            text,
        )
    details = text or getattr(cause, "strerror", None) or type(cause).__name__
    if writing:
        return StoreError(
            tr("The monitor file {file} cannot be written.", file=str(path)),
            tr(
                "Check that the folder exists and may be written to, and that no other program "
                "holds the file."
            ),
            details,
        )
    return StoreError(
        tr("The monitor file {file} cannot be read.", file=str(path)),
        tr("Check that it may be read, and that no other program holds it."),
        details,
    )


def _busy(path: Path, writing: bool) -> StoreError:
    step = tr("Wait a moment and try again. The file is as it was.")
    if writing:
        return StoreError(
            tr(
                "The monitor file {file} cannot be written now: another program is saving in it.",
                file=str(path),
            ),
            step,
        )
    return StoreError(
        tr(
            "The monitor file {file} cannot be read now: another program is saving in it.",
            file=str(path),
        ),
        step,
    )
