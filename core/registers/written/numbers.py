"""The one place where a column of texts becomes numbers.

``312.450`` alone can be read with either decimal sign. So that is found from all the cells of a
column, never from one; where they do not say, by what the column's numbers can be; else it is
asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, cast

import numpy as np
import pandas as pd

from ...catalogue.registers.marks import HIDDEN, MISSING, ZERO, marks, usual_of_unit
from ...i18n import tr
from ...numbers import COMMA, EITHER, POINT, WITH_COMMA, WITH_POINT, bare, form_of, value_of
from ...plain_text import written_in_spreadsheet

EXCEL_TEXT = re.compile(r'^="(.*)"$')
AROUND_TEXTS = "='" + "".join(filter(str.isspace, map(chr, range(128)))).replace("\n", "")
"""What ``cleaned`` takes away of texts in ASCII begins or ends with one of these, or a new line."""
MOST_DOUBTS = 20_000


@dataclass(frozen=True)
class Span:
    """What the numbers of a column can be: bounds, where their median usually lies, and whether
    they are whole."""

    minimum: Optional[float] = None
    maximum: Optional[float] = None
    usual: Optional[Tuple[float, float]] = None
    whole: bool = False

    def fits(self, numbers: np.ndarray) -> bool:
        """Can all ``numbers`` (float64, at least one) be numbers of the column?"""
        low = -np.inf if self.minimum is None else self.minimum
        high = np.inf if self.maximum is None else self.maximum
        if not ((numbers >= low) & (numbers <= high)).all() or (
            self.whole and (numbers % 1 != 0).any()
        ):
            return False
        return self.usual is None or bool(self.usual[0] <= np.median(numbers) <= self.usual[1])


def span_of_unit(unit: str) -> Span:
    """What numbers in ``unit`` can be, by the catalogue; anything where it does not say."""
    about: Dict[str, Any] = dict(usual_of_unit(unit))
    usual = about.pop("usual", None)
    return Span(usual=(usual[0], usual[1]) if usual else None, **about)


def cleaned(cell: object) -> str:
    """The text of a cell without what a spreadsheet puts around it."""
    text = written_in_spreadsheet(str(cell).strip())
    return EXCEL_TEXT.sub(r"\1", text) if text[:1] == "=" else text


def all_cleaned(cells: Sequence[object]) -> List[str]:
    """``cleaned`` of every cell. Most columns (keys, codes) have nothing to clean, which is seen in
    one look."""
    if set(map(type, cells)) <= {str}:
        texts = [*cast(Sequence[str], cells)]
        every = "\n".join(texts)
        of_one_line = every.count("\n") < max(len(texts), 1)
        if every.isascii() and of_one_line and not any(one in every for one in AROUND_TEXTS):
            return texts
    return [cleaned(cell) for cell in cells]


@dataclass
class Evidence:
    """What the cells of one column say about its decimal sign.

    Attributes:
        comma, point: a cell can only be read with that decimal sign.
        doubts: group → bare texts that can be read with either; at most ``MOST_DOUBTS`` are kept.
    """

    comma: bool = False
    point: bool = False
    doubts: Dict[str, Dict[str, None]] = field(default_factory=dict)

    def add(self, texts: Iterable[object], group: str = "") -> None:
        """Look at the distinct ``texts`` of a ``group`` (the indicator, where a column holds
        several); other cells say nothing."""
        for text in texts:
            if not isinstance(text, str):
                continue
            form = form_of(text)
            if not form:
                text = bare(cleaned(text).rstrip("% "))
                form = form_of(text)
            if form == EITHER:
                of_group = self.doubts.setdefault(group, {})
                if len(of_group) < MOST_DOUBTS:
                    of_group[text] = None
            elif form == WITH_COMMA:
                self.comma = True
            elif form == WITH_POINT:
                self.point = True

    def sign(self, spans: Mapping[str, Span]) -> str:
        """The decimal sign of the column, empty where nobody can tell; ``spans`` by group say what
        can be."""
        if self.comma != self.point:
            return COMMA if self.comma else POINT
        can_be = self._can_be(spans)
        return can_be[0] if len(can_be) == 1 else ""

    def contradicts(self, spans: Mapping[str, Span]) -> bool:
        """Do some cells say a decimal sign by which the others are no usual numbers, while by the
        other they were?"""
        other = POINT if self.comma else COMMA
        return self.comma != self.point and bool(self.doubts) and self._can_be(spans) == [other]

    def _can_be(self, spans: Mapping[str, Span]) -> List[str]:
        return [
            sign
            for sign in (COMMA, POINT)
            if all(
                spans.get(group, Span()).fits(
                    np.array([value_of(text, EITHER, sign) for text in texts])
                )
                for group, texts in self.doubts.items()
            )
        ]


@dataclass
class Numbers:
    """What a column of cells says, cell by cell.

    Attributes:
        values: float64, NaN where there is no number.
        wrong: texts that are no number; doubtful: texts that are one of two numbers, and nobody can
            tell which.
        hidden: the source hides the figure; zero: Statistics Denmark's mark for zero (``values``
            has none).
    """

    values: np.ndarray
    wrong: np.ndarray
    doubtful: np.ndarray
    hidden: np.ndarray
    zero: np.ndarray


WRONG, DOUBT = "wrong", "doubt"


def _meaning(text: str, sign: Callable[[], str], percent: bool) -> Tuple[float, str]:
    """The number of a text, and what it is where it is none."""
    form = form_of(text)
    if not form:
        text = cleaned(text)
        mark = marks().meaning(text)
        if mark:
            return np.nan, mark
        text = bare(text.rstrip("% ") if percent else text)
        form = form_of(text)
        if not form:
            return np.nan, WRONG
    known = sign() if form == EITHER else POINT
    if not known:
        return np.nan, DOUBT
    value = value_of(text, form, known)
    return (np.nan, WRONG) if np.isinf(value) else (value, "")


def read_numbers(cells: pd.Series, find_sign: Callable[[], str], percent: bool = False) -> Numbers:
    """``cells`` (numbers, texts, or both; missing as missing) as numbers.

    Args:
        find_sign: finds the decimal sign, where a text can be read in two ways; empty where nobody
            can tell.
        percent: may a number have a percent sign after it?
    """
    sign = cache(find_sign)
    if cells.dtype.kind in "if":
        return _of_numbers(cells.to_numpy(dtype="float64"))
    if cells.dtype.name == "category":
        codes, distinct = cells.cat.codes.to_numpy(), cells.cat.categories.tolist()
        return _of_distinct(codes, distinct, sign, percent)
    plain = cells.to_numpy(dtype=object)
    is_text = np.array([isinstance(cell, str) for cell in plain], dtype=bool)
    codes = np.full(len(plain), -1, dtype="int64")
    codes[is_text], distinct = pd.factorize(plain[is_text])
    found = _of_distinct(codes, list(distinct), sign, percent)
    others = plain[~is_text]
    numbers = np.array([_number_of_thing(cell) for cell in others], dtype="float64")
    found.values[~is_text] = numbers
    found.wrong[~is_text] = np.isnan(numbers) & ~pd.isna(others)
    return found


def _number_of_thing(cell: object) -> float:
    """A cell that is no text: a number, or missing. True is no number of anything."""
    if isinstance(cell, (bool, np.bool_)):
        return np.nan
    try:
        return float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return np.nan


def _of_numbers(values: np.ndarray) -> Numbers:
    none = np.zeros(len(values), dtype=bool)
    return Numbers(values, none, none.copy(), none.copy(), none.copy())


def _of_distinct(
    codes: np.ndarray, distinct: Sequence[object], sign: Callable[[], str], percent: bool
) -> Numbers:
    meanings: List[Tuple[float, str]] = [
        _meaning(cell, sign, percent)
        if isinstance(cell, str)
        else (_number_of_thing(cell), WRONG if isinstance(cell, bool) else "")
        for cell in distinct
    ]
    values = np.array([value for value, _ in meanings] + [np.nan], dtype="float64")[codes]
    what = np.array([kind for _, kind in meanings] + [MISSING], dtype=object)
    return Numbers(values, *((what == kind)[codes] for kind in (WRONG, DOUBT, HIDDEN, ZERO)))


def doubt_text() -> str:
    """What is wrong with a number that nobody can tell."""
    return tr(
        "the number can be read in two ways (1.234 as 1234, or as 1 and 234 thousandths), and no "
        "other cell of "
        "the column says which"
    )


def doubt_next_step() -> str:
    """What to do about it."""
    return tr(
        "Choose the decimal sign of the file, or write the column without thousands separators."
    )
