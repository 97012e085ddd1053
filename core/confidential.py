"""What may stand in no message, log or file: passwords, tokens and users' names.

They are kept as keyed digests, never as they are, so nothing here can be read back.
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import os
from functools import cache
from typing import TYPE_CHECKING, Callable, Dict, Set
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    import hashlib

HIDDEN = "***"
SHORTEST = 4
"""What is shorter stands in half of all words."""
LONGEST_TEXT = 20_000
_KEY = os.urandom(32)
_secrets: Dict[int, Set[bytes]] = {}
_names: Dict[int, Set[bytes]] = {}


def remember(secret: str) -> None:
    """Let ``secret`` (a password or a token) stand in no message from now on, however a server
    writes it."""
    _keep(secret, _secrets)


def remember_name(name: str) -> None:
    """Let ``name`` (a user's) stand in nothing that is quoted of a server's answer."""
    _keep(name, _names)


def remember_header(header: str) -> None:
    """As ``remember`` for what an ``Authorization`` header holds."""
    scheme, _, value = header.strip().partition(" ")
    remember(value or scheme)
    if scheme.lower() == "basic":
        try:
            login = base64.b64decode(value).decode("utf-8", errors="replace")
        except binascii.Error:
            return
        user, _, password = login.partition(":")
        remember(password)
        remember_name(user)


def cleaned(text: str) -> str:
    """``text`` without passwords and tokens."""
    return _without(text, _secrets)


def quoted(text: str, length: int) -> str:
    """The beginning of what a server said, at most ``length`` characters, without passwords, tokens
    and users."""
    longest = max((*_secrets, *_names, 0))
    clean = _without(_without(text[: length + longest], _secrets), _names)
    return clean[:length]


def _keep(text: str, table: Dict[int, Set[bytes]]) -> None:
    if len(text) < SHORTEST:
        return
    escaped = json.dumps(text)[1:-1]
    for form in (
        text,
        quote(text, safe=""),
        quote_plus(text),
        html.escape(text),
        escaped,
        json.dumps(escaped)[1:-1],
        base64.b64encode(text.encode("utf-8")).decode("ascii"),
    ):
        table.setdefault(len(form), set()).add(_digest(form))


def _digest(text: str) -> bytes:
    return bytes(
        _blake2b()(text.encode("utf-8", "surrogatepass"), key=_KEY, digest_size=16).digest()
    )


@cache
def _blake2b() -> "Callable[..., hashlib.blake2b]":
    """Needed when there is a secret, not while QGIS starts."""
    from hashlib import blake2b

    return blake2b


def _without(text: str, table: Dict[int, Set[bytes]]) -> str:
    if not table or not text:
        return text
    clean = text[:LONGEST_TEXT]
    for length in sorted(table, reverse=True):
        kept, position = table[length], 0
        while position + length <= len(clean):
            if _digest(clean[position : position + length]) in kept:
                clean = clean[:position] + HIDDEN + clean[position + length :]
                position += len(HIDDEN)
            else:
                position += 1
    return clean
