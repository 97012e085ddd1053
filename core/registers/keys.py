"""Address keys in one form.

KVHX has 19 characters: municipality 4, road 4, house number 4, floor 3, door 4, padded with ``_``
(``04610855__18__1__tv``). The CPR form has 18: floor 2, zeros and blanks as padding. Excel loses the
first zero. DAR ids are UUIDs. Source: DAWA's kvhxTransformer and CPR record 002.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

NORMAL_KVHX = re.compile(
    r"^\d{8}_{0,3}[1-9]\d{0,2}[A-ZÆØÅ]?(?<=^.{12})(?:_{3}|_{0,2}[^_0A-Z\s][^_A-Z\s]*)(?<=^.{15})"
    r"(?:_{4}|_{0,3}[^_0A-Z\s][^_A-Z\s]*)(?<=^.{19})$"
)
UUID = re.compile(r"^\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$")


def normal_key(text: str) -> str:
    """``text`` as KVHX of 19 characters, as lower-case UUID, or stripped when it is neither."""
    key = text.strip()
    if UUID.match(key):
        return key.strip("{}").lower()
    if not key[:7].isdigit():
        return key
    if "_" in key:
        key = key.zfill(12) if len(key) == 11 else key.zfill(19) if len(key) == 18 else key
        key = key.ljust(19, "_") if len(key) == 12 else key
        widths = (4, 4, 4, 3, 4)
    else:
        key = key.ljust(18) if 12 <= len(key) < 18 else key
        widths = (4, 4, 4, 2, 4) if len(key) == 18 else (4, 4, 4, 3, 4)
    if len(key) != sum(widths):
        return text.strip()
    parts, at = [], 0
    for width in widths:
        parts.append(key[at:at + width])
        at += width
    municipality, road = parts[0], parts[1]
    house, floor, door = (part.strip("_ ").lstrip("0") for part in parts[2:])
    return f"{municipality}{road}{house.upper():_>4}{floor.lower():_>3}{door.lower():_>4}"


def normal_keys(keys: pd.Series) -> pd.Series:
    """``keys`` (category of texts, missing allowed) with every category in the normal form."""
    given = keys.cat.categories.astype(str)
    categories = pd.Index([key if NORMAL_KVHX.match(key) else normal_key(key) for key in given], dtype=object)
    index = categories.unique()
    codes = np.append(index.get_indexer(categories), -1)[keys.cat.codes.to_numpy()]
    return pd.Series(pd.Categorical.from_codes(codes, categories=index), index=keys.index)
