"""The bytes of a text file as text: UTF-8, or the cp1252 that Danish spreadsheets write."""

from __future__ import annotations

import codecs
from io import FileIO
from pathlib import Path
from typing import Tuple

from ...errors import InputError
from ...files import cure
from ...i18n import tr

SAMPLE_BYTES = 262_144
DECODE_BYTES = 1 << 22


def decoded(path: Path, sample: bytes, wanted: str) -> Tuple[str, str]:
    """The text of ``sample`` and the encoding of the whole file: the one ``wanted``, UTF-8 or else
    cp1252.

    Raises:
        InputError: it is no text.
    """
    if b"\x00" in sample:
        raise InputError(
            tr("The file {file} is not a text file.", file=path.name),
            tr("Save it as CSV (UTF-8) and choose that file."),
        )
    encoding = wanted or ("utf-8-sig" if _is_utf8(path) else "cp1252")
    return sample.decode(encoding, errors="replace"), encoding


def _is_utf8(path: Path) -> bool:
    """Can the whole file be read as UTF-8?"""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(DECODE_BYTES):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def sample_of(path: Path) -> Tuple[bytes, bool]:
    """The beginning of the file, and whether that is all of it.

    Raises:
        InputError: it cannot be opened.
    """
    try:
        with open(path, "rb") as stream:
            return stream.read(SAMPLE_BYTES), not stream.read(1)
    except OSError as error:
        raise _not_opened(path, error) from None


def opened(path: Path) -> FileIO:
    """The file, unbuffered; raises ``InputError`` where it cannot be opened."""
    try:
        return open(path, "rb", buffering=0)
    except OSError as error:
        raise _not_opened(path, error) from None


def _not_opened(path: Path, error: OSError) -> InputError:
    return InputError(
        tr("The file {file} cannot be opened.", file=str(path)),
        cure(error, path, reading=True),
        error.strerror or "",
    )
