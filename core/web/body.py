"""How much of an answer may come back: counted as it arrives, and again as it is unpacked."""

from __future__ import annotations

import io
import zlib
from typing import Callable, Iterator
from urllib.parse import urlsplit

import numpy as np
import requests

from ..catalogue.limits import MEGABYTE, limits
from ..errors import ServiceError
from ..i18n import tr

PIECE = 1 << 16
"""Bytes read at once, and unpacked at once."""


class TooMuchError(ServiceError):
    """An answer is larger than any of its kind."""


class CutOffError(requests.ConnectionError):
    """Less of an answer came than was promised."""


class UnreadableError(ServiceError):
    """An answer is packed in a way that was not asked for, or damaged in its packing."""


def body_of(response: requests.Response, url: str, given_up: Callable[[], bool]) -> bytes:
    """The unpacked body, whole.

    Raises:
        CutOffError: fewer bytes came than were promised.
    """
    arrived = _Counted(_pieces(response, given_up), url)
    packing = response.headers.get("content-encoding", "").strip().lower()
    body = io.BytesIO()  # gives what it holds without copying it
    for piece in arrived if packing in ("", "identity") else _unpacked(arrived, packing, url):
        body.write(piece)
        refuse_too_much(body.tell(), url)
    promised = response.headers.get("content-length", "")
    if promised.isdigit() and len(promised) < 20 and arrived.count < int(promised):
        raise CutOffError()
    return body.getvalue()


def _pieces(response: requests.Response, given_up: Callable[[], bool]) -> Iterator[bytes]:
    if response.raw is None:  # a transport that has read it all already
        yield response.content
        return
    while not given_up():
        piece = response.raw.read(PIECE)
        if not piece:
            return
        yield piece


class _Counted:
    """Pieces, and how many bytes of them have come; too many are refused."""

    def __init__(self, pieces: Iterator[bytes], url: str):
        self._pieces, self._url, self.count = pieces, url, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.count += len(piece)
            refuse_too_much(self.count, self._url)
            yield piece


def refuse_too_much(count: int, url: str) -> None:
    """Raise ``TooMuchError`` for more bytes than an answer may have."""
    most = limits("answers")["megabytes"]
    if count > most * MEGABYTE:
        raise TooMuchError(
            tr(
                "The answer of {host} is larger than {count} MB.",
                host=urlsplit(url).netloc,
                count=int(most),
            ),
            tr(
                "Ask for less: one municipality, or fewer values. If it goes on, tell whoever runs "
                "the service."
            ),
        )


def refuse_wide(body: bytes, url: str) -> None:
    """Raise ``TooMuchError`` where the text of ``body`` would need more than twice what an answer
    may have: one letter beyond Latin-1 makes every letter of a text two bytes in Python, one beyond
    the first plane four."""
    highest = int(np.frombuffer(body, dtype="uint8").max()) if body else 0
    # the first byte of a letter in UTF-8 tells how far up it lies: 0xC4 begins beyond Latin-1
    width = 1
    if highest >= 0xC4:
        width = 4 if highest >= 0xF0 else 2
    refuse_too_much(len(body) * width // 2, url)


def _unpacked(pieces: "_Counted", packing: str, url: str) -> Iterator[bytes]:
    """``pieces`` unpacked a little at a time, so that a small answer never becomes a large one in
    one step."""
    problem = packing not in ("gzip", "x-gzip", "deflate")
    # 32: gzip and zlib alike, as "deflate" is sent as either
    unpack, begun = zlib.decompressobj(zlib.MAX_WBITS | 32), False
    try:
        for piece in () if problem else pieces:
            while piece:
                begun = True
                yield unpack.decompress(piece, PIECE)
                piece = unpack.unconsumed_tail
                if unpack.eof:
                    piece = unpack.unused_data
                    unpack, begun = zlib.decompressobj(zlib.MAX_WBITS | 32), False
        yield unpack.flush()
        if begun and not unpack.eof:
            raise CutOffError()
    except zlib.error:
        problem = True
    if problem:
        raise UnreadableError(
            tr(
                "The answer of {host} is packed in a way that cannot be unpacked.",
                host=urlsplit(url).netloc,
            ),
            tr(
                "Try again. A proxy may stand between; if it goes on, tell whoever runs the "
                "service."
            ),
        )
