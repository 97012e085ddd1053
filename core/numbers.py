"""Numbers as people write them: decimal marks, thousands, and what the user is shown.

Danes write 312.450,50, English tables 312,450.50; ``312.450`` alone can be either. What one text
can be is said here; which of the two it is, a whole column says (``registers``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Iterable

from .i18n import language

COMMA, POINT = ",", "."
MINUS = "\u2212"
"""The sign as typographers write it."""


def number(value: float, decimals: int = 0) -> str:
    """``value`` with the separators of the language in use, and a true minus: ``58.914`` and
    ``−43,7`` in Danish."""
    text = f"{value:,.{decimals}f}"
    if text.startswith("-"):
        text = (MINUS if text.strip("-0.,") else "") + text[1:]
    return text.translate(DANISH) if language() == "da" else text


DANISH = str.maketrans({COMMA: POINT, POINT: COMMA})


def shortest(value: float) -> str:
    """``value`` with the decimals it has and no separators of thousands, as it may be written in a
    file."""
    return with_mark(f"{value:.10g}", COMMA if language() == "da" else POINT)


def signed(value: float, decimals: int = 1) -> str:
    """``value`` with its sign, and the separators of the language in use: ``+1,5`` and ``−0,2`` in
    Danish."""
    return ("+" if value >= 0 else MINUS) + number(abs(value), decimals)


def with_mark(text: str, mark: str = COMMA) -> str:
    """A number's ``text`` as Python writes it, with the decimal ``mark``."""
    return text.replace(POINT, mark)


def typed_number(text: str) -> float:
    """The number that somebody typed, with decimal comma or point and without thousands.

    Raises:
        ValueError: it is none.
    """
    return float(text.replace(COMMA, POINT).replace(MINUS, "-"))


SPACES = {ord(space): " " for space in "\u00a0\u202f\u2009\u2007"}
SIGNS_AND_SPACES = {**SPACES, ord(MINUS): "-"}
EXPONENT = "[eE][+-]?[0-9]{1,3}"


def _thousands(mark: str, times: str) -> str:
    """A pattern: digits in groups of three with ``mark`` between them, so many ``times``.

    A group of thousands begins with no zero: ``0.250`` is a quarter.
    """
    return f"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}}){times}"


def _decimal(mark: str, other: str) -> str:
    """A pattern: a number that can only be read with the decimal ``mark``, and with the ``other``
    between thousands.

    Two groups of thousands say it as well as a decimal does: no number has two decimal marks.
    """
    return (
        f"(?:[0-9]+|{_thousands(other, '+')}){mark}[0-9]*|{mark}[0-9]+"
        f"|{_thousands(other, '{2,}')}|[0-9]+{mark}[0-9]+{EXPONENT}"
    )


WHOLE, EITHER, WITH_COMMA, WITH_POINT = "whole", "either", "comma", "point"
"""How a text can be read: without decimals, with either mark, with one of them alone."""


@cache
def _form() -> "re.Pattern[str]":
    """The texts of numbers; compiled when a register is read, not while QGIS starts."""
    return re.compile(
        f"^[+-]?(?:(?P<{WHOLE}>[0-9]+(?:{EXPONENT})?)|(?P<{EITHER}>{_thousands('[.,]', '')})"
        f"|(?P<{WITH_COMMA}>{_decimal(',', '[.]')})|(?P<{WITH_POINT}>{_decimal('[.]', ',')}))$"
    )


@cache
def _spaced() -> "re.Pattern[str]":
    """The texts of numbers with spaces between thousands."""
    return re.compile(f"^[+-]?{_thousands(' ', '+')}(?:[.,][0-9]*)?$")


def bare(text: str) -> str:
    """``text`` with plain signs, and without spaces between thousands."""
    text = text.translate(SIGNS_AND_SPACES).strip()
    return text.replace(" ", "") if " " in text and _spaced().match(text) else text


def form_of(text: str) -> str:
    """How a bare ``text`` can be read: ``WHOLE``, ``EITHER``, ``WITH_COMMA`` or ``WITH_POINT``;
    empty where it is no number."""
    found = _form().match(text)
    return str(found.lastgroup) if found else ""


def value_of(text: str, form: str, mark: str) -> float:
    """The number of a bare ``text`` of a ``form``; the decimal ``mark`` counts where it can be
    read with either."""
    if form == EITHER:
        form = WITH_COMMA if mark == COMMA else WITH_POINT
    if form == WITH_COMMA:
        text = text.replace(POINT, "").replace(COMMA, POINT)
    elif form == WITH_POINT:
        text = text.replace(COMMA, "")
    return float(text)


IN_PLAIN_COMMA = r"^-?\d+,\d+$"
IN_PLAIN_POINT = r"^-?(0\.\d+|\d+\.(?!\d{3}$)\d+)$"


def mark_among(texts: Iterable[str], otherwise: str) -> str:
    """The decimal mark that ``texts`` (cells of a whole file) have, most likely.

    A comma says it at once: who writes English thousands in a Danish file is rarer than who writes
    three decimals. A point before three digits says nothing.
    """
    every = list(texts)
    if any(re.match(IN_PLAIN_COMMA, text) for text in every):
        return COMMA
    return POINT if any(re.match(IN_PLAIN_POINT, text) for text in every) else otherwise
