"""What one value of a column means: certain by the catalogue, perhaps, or not known."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple, cast

from ...catalogue.registers.kinds import Column
from ...catalogue.registers.value_words import plain_word, words_of
from ..written.keys import whole_number

Meaning = Callable[[str], Optional[str]]
"""A stripped text → the code it stands for; None where it stands for none."""
TRUTHS = {"1": "1", "1.0": "1", "1,0": "1", "0": "0", "0.0": "0", "0,0": "0"}
OF_CODES = ("code", "education", "boolean")
SHARE = re.compile(r"^(0|1|0[.,]\d+)$")
CODE_AND_LABEL = re.compile(r"^h?(\d{2})[ :.-]+(\D.*)$", re.IGNORECASE)
NEGATIONS = {"ikke", "ej", "uden", "ingen", "udenfor", "hverken", "no", "not", "without"}
ALIKE = 0.85
"""How alike (``difflib``) a value and a known word are at least, to be one that is misspelt."""
SHORTEST = 5
"""Shorter words are too easily alike."""


def is_translated(column: Column) -> bool:
    """Can its values be words that stand for something? Those of a column that must not be shown
    are never listed (``Column.hidden``), but are read like others."""
    return column.type in OF_CODES or _is_share(column)


def _is_share(column: Column) -> bool:
    return column.type == "number" and (column.minimum, column.maximum) == (0, 1)


def choices_of(column: Column) -> Tuple[str, ...]:
    """The codes that a value of ``column`` can be given."""
    return tuple(column.codes) if column.type in ("code", "education") else ("1", "0")


def is_code(column: Column, code: str) -> bool:
    """Can a value stand for ``code``?"""
    return bool(SHARE.match(code)) if _is_share(column) else code in choices_of(column)


def certain_meaning(column: Column) -> Meaning:
    """The codes that texts are in a column of codes, where that is certain; a column of numbers has
    no words that are."""
    if column.type not in OF_CODES:
        return lambda text: None
    words = {**words_of(column).certain, **_spelt(column)}
    read = {"code": _code, "education": _education, "boolean": _truth}[column.type](column)

    def meaning(text: str) -> Optional[str]:
        found = read(text)
        return found if found is not None else words.get(plain_word(text))

    return meaning


def perhaps_meaning(column: Column) -> Meaning:
    """The codes that texts perhaps stand for: words that are perhaps right, those that hold a known
    word whole, and those that are one but for a letter or two."""
    perhaps = words_of(column).perhaps
    known = {**perhaps, **words_of(column).certain, **_spelt(column)}

    def meaning(text: str) -> Optional[str]:
        plain = plain_word(text)
        return perhaps.get(plain) or _held(plain, known) or _alike(plain, known)

    return meaning


def _negations(plain: str) -> Set[str]:
    return NEGATIONS & set(plain.split())


def _held(plain: str, known: Mapping[str, str]) -> Optional[str]:
    """The code of the longest known word that stands whole in ``plain``, where no "not" and no word
    for another code stands beside it."""
    found = _held_words(plain, known)
    if not found:
        return None
    longest = max(found, key=len)
    rest = f" {plain} ".replace(f" {longest} ", " ")
    others = {known[word] for word in _held_words(rest.strip(), known)}
    return known[longest] if not _negations(rest) and others <= {known[longest]} else None


def _held_words(plain: str, known: Mapping[str, str]) -> List[str]:
    return [word for word in known if len(word) >= SHORTEST and f" {word} " in f" {plain} "]


def _alike(plain: str, known: Mapping[str, str]) -> Optional[str]:
    """The code of the known word that ``plain`` is most like."""
    if len(plain) < SHORTEST:
        return None
    rated = [
        (SequenceMatcher(None, plain, word).ratio(), word)
        for word in known
        if len(word) >= SHORTEST and _negations(word) == _negations(plain)
    ]
    likeness, word = max(rated, default=(0.0, ""))
    return known[word] if likeness >= ALIKE else None


def _code(column: Column) -> Meaning:
    """Codes of the column's list, in any of the spellings it knows."""
    spellings = _listed(column)
    return lambda text: spellings.get(whole_number(text.lower()))


def _listed(column: Column) -> Dict[str, str]:
    return {
        spelling: code
        for code, accepted in column.codes.items()
        for spelling in cast(Sequence[str], accepted)
    }


def _spelt(column: Column) -> Dict[str, str]:
    """The spellings of a column's list as words."""
    if column.type != "code":
        return {}
    return {plain_word(spelling): code for spelling, code in _listed(column).items()}


def _education(column: Column) -> Meaning:
    """The main area (two digits) of a DISCED-15 code, with or without the H before it or its label
    behind it."""
    words = words_of(column).certain

    def main_area(text: str) -> Optional[str]:
        both = CODE_AND_LABEL.match(text)
        if both is not None:
            code, label = both.groups()
            return code if words.get(plain_word(label)) == code else None
        text = re.split("[.,]", text.upper())[0].lstrip("H")
        return text[:2] if text.isdigit() and text[:2] in column.codes else None

    return main_area


def _truth(column: Column) -> Meaning:
    return TRUTHS.get
