"""Address keys in one form.

KVHX has 19 characters: municipality 4, road 4, house number 4, floor 3, door 4, padded with ``_``
(``04610855__18__1__tv``). The CPR form has 18: floor 2, zeros and blanks as padding. Excel loses
the first zero. DAR ids are UUIDs. Source: DAWA's kvhxTransformer and CPR record 002.
"""

from __future__ import annotations

import re
from typing import Iterable, List

NORMAL_KVHX = re.compile(
    r"^\d{8}_{0,3}[1-9]\d{0,2}[A-ZÆØÅ]?(?<=^.{12})(?:_{3}|_{0,2}[^_0A-Z\s][^_A-Z\s]*)(?<=^.{15})"
    r"(?:_{4}|_{0,3}[^_0A-Z\s][^_A-Z\s]*)(?<=^.{19})$"
)
"""A key in its normal form, as nearly all of a register's are: they are left as they are."""
UUID = re.compile(r"^\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$")
"""DAR's ids, with braces as some databases write them."""
EXPONENT = re.compile(r"^\d([.,]\d+)?[eE]\+?\d{1,2}$")
LOST_NUMBER = re.compile(r"^\d(?:[.,]\d+[eE]\+?|[eE]\+)\d{1,2}$", re.MULTILINE)
WITH_DECIMAL = re.compile(r"^(\d+)[.,]0$", re.MULTILINE)
KVHX_SHAPE = re.compile(r"^\d{8}.{11}$")


def normal_key(text: str) -> str:
    """``text`` as KVHX of 19 characters, as lower-case UUID, or stripped when it is neither."""
    key = whole_number(text.strip())
    if UUID.match(key):
        return key.strip("{}").lower()
    if not key[:7].isdigit():
        return key
    if key[0] != "0":  # every municipality's code begins with 0; a spreadsheet has taken it
        key = "0" + key
    if "_" in key:  # padded with underscores: KVHX, or the house alone
        key = key.ljust(19, "_") if len(key) == 12 else key
        widths = (4, 4, 4, 3, 4)
    else:  # padded with zeros and blanks, of which the last may have been stripped: CPR's form
        key = key.ljust(18) if 11 <= len(key) < 18 else key
        widths = (4, 4, 4, 2, 4) if len(key) == 18 else (4, 4, 4, 3, 4)
    if len(key) != sum(widths):
        return whole_number(text.strip())
    parts, at = [], 0
    for width in widths:
        parts.append(key[at : at + width])
        at += width
    return key_of_parts(*parts)


def normal_keys(keys: Iterable[str]) -> List[str]:
    """Every key in the normal form."""
    return [key if NORMAL_KVHX.match(key) else normal_key(key) for key in keys]


def lost_in_a_number(key: str) -> bool:
    """Has a spreadsheet turned the key into a number with an exponent (``4,61085E+17``)?"""
    return bool(EXPONENT.match(key))


def whole_number(text: str) -> str:
    """``1001`` for ``1001.0``, as programs write whole numbers of a column with an empty cell."""
    return WITH_DECIMAL.sub(r"\1", text) if text.endswith((".0", ",0")) else text


def house_of(key: str) -> str:
    """The key of the house (KVH, 12 characters) of a normal KVHX; empty for other keys."""
    return key[:12] if KVHX_SHAPE.match(key) else ""


def key_of_parts(municipality: str, road: str, house: str, floor: str = "", door: str = "") -> str:
    """KVHX of its parts as CPR writes them (``0461``, ``0855``, ``018``, ``01``, ``tv``)."""
    house, floor, door = (part.strip("_ ").lstrip("0") for part in (house, floor, door))
    return f"{municipality}{road}{house.upper():_>4}{floor.lower():_>3}{door.lower():_>4}"
