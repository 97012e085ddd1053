"""Columns that tell things apart: keys of addresses, codes of digits, identifiers of persons.

Spreadsheets take them for numbers: zeros in front are lost, and long ones lose their last digits.
"""

from __future__ import annotations

import re
from typing import Optional, Set, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.marks import marks
from ...i18n import tr
from ..written.keys import LOST_NUMBER, WITH_DECIMAL, lost_in_a_number, whole_number
from ..written.numbers import cleaned
from .cells import Cells, as_text

AROUND = (" ", "\u00a0", "\t", "=", "'")
"""What may stand around an identifier and is none of it."""
CPR = re.compile(r"^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}-?\d{4}$")


def key(cells: Cells) -> pd.Series:
    """Keys of addresses as they are written (category); those that a spreadsheet has made numbers
    of are refused."""
    keys = cells.texts()
    lost = [key for key in keys.cat.categories if key[1:2] in ",.eE" and lost_in_a_number(key)]
    if not lost:
        return keys
    cells.refuse(
        keys.isin(lost).to_numpy(),
        tr("the key has been turned into a number and its last digits are lost"),
        tr("A spreadsheet did it. Fetch the key again as text, for example 04610855__18__1__tv."),
    )
    return keys.cat.remove_categories(lost)


def digits(cells: Cells) -> pd.Series:
    """Codes of a fixed number of digits, whose zeros in front a spreadsheet may have taken."""
    width = cells.column.width
    short: Set[str] = set()

    def padded(text: str) -> Optional[str]:
        whole = text[:-2] if text.endswith((".0", ",0")) else text
        if not whole.isdigit() or len(whole) > width:
            return None
        if len(whole) < width:
            short.add(text)
        return whole.zfill(width)

    codes = cells.translated(
        padded,
        tr("{width} digits are expected", width=width),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    if short:
        cells.remark(
            cells.texts().isin(short).to_numpy(),
            tr("zeros in front are lost, and are put back"),
            tr("Fetch the codes as text, so that nothing else is lost."),
            "zeros",
        )
    return codes


def _cases(mark: str) -> Tuple[str, ...]:
    """The capitals a ``mark`` may be written with."""
    return mark, mark.upper(), mark.capitalize()


def _whole_identifiers(cells: Cells, texts: np.ndarray) -> np.ndarray:
    """``texts`` without blanks around them, marks of spreadsheets and the decimals of whole
    numbers; numbers that have lost digits are refused, and missing."""
    every = "\n".join(texts)
    if any(sign in every for sign in AROUND):
        texts = np.array([cleaned(text) for text in texts], dtype=object)
        every = "\n".join(texts)
    if not any(sign in every for sign in "+.,"):  # pseudonyms have none of them, and are many
        return texts
    if WITH_DECIMAL.search(every):
        texts = np.array([whole_number(text) for text in texts], dtype=object)
    if LOST_NUMBER.search(every):
        lost = np.array([bool(LOST_NUMBER.match(text)) for text in texts])
        cells.refuse(
            lost,
            tr("the identifier has been turned into a number and its last digits are lost"),
            tr("A spreadsheet did it. Fetch the identifiers again as text."),
        )
        texts = np.where(lost, "", texts)
    return texts


def identifier(cells: Cells) -> pd.Series:
    """Identifiers as 64-bit hashes (0 where missing): they can be told apart, and not be read."""
    values = cells.values
    texts = values.to_numpy(dtype=object, na_value="")
    if values.dtype != object or not all(type(text) is str for text in texts):
        texts = np.array([as_text(text) for text in texts], dtype=object)
    texts = _whole_identifiers(cells, texts)
    hashes = pd.util.hash_array(texts, categorize=False)
    if cells.collecting:
        cells.remark(
            np.array([len(text) in (10, 11) and bool(CPR.match(text)) for text in texts]),
            tr("these look like CPR numbers"),
            tr("They are not kept or shown, but ask for a pseudonym in their place."),
        )
    spellings = dict.fromkeys(
        form
        for mark in marks().no_identifier.union(cells.kind.missing_values)
        for form in _cases(mark)
    )
    none = hashes == pd.util.hash_array(np.array([""], dtype=object), categorize=False)[0]
    marked = pd.util.hash_array(np.array(list(spellings), dtype=object), categorize=False)
    # by pandas' hash table: numpy would sort all the hashes to look for a few
    missing = pd.Series(hashes).isin(marked).to_numpy()
    cells.remark(
        missing & ~none,
        tr("an id that says that there is none (such as NA or -) counts as no id"),
        tr("Check that it is no id. Give every row an id of its own."),
        "no_id",
    )
    return pd.Series(np.where(missing | none, np.uint64(0), hashes), index=values.index)
