"""The values of a file's columns translated as the user says, before they are read by type."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import Column, RegisterKind
from ...catalogue.registers.value_words import of_persons, plain_word
from ..categorical import categorical
from ..column_names import plain_name
from ..value_counts import ValueCounts
from ..written.numbers import cleaned
from .cells import as_text
from .meanings import is_translated

Rules = Mapping[str, Mapping[str, str]]
"""Role → value as the file writes it → code; an empty code is unknown."""
NO_RULES: Rules = {}


def listable_roles(kind: RegisterKind, roles: Mapping[str, str]) -> FrozenSet[str]:
    """The roles whose values may be shown: of codes, and in a column that plays no role of a
    person's and is not called as one."""
    personal = {column for role, column in roles.items() if kind.column(role).hidden}
    return frozenset(
        role
        for role, column in roles.items()
        if is_translated(kind.column(role))
        and not kind.column(role).hidden
        and column not in personal
        and not names_persons(column, kind)
    )


def names_persons(column: str, kind: RegisterKind) -> bool:
    """Is ``column`` called as one whose cells must not be shown: as a personal column of the
    register, or with a word for what is a person's?"""
    of_role = plain_name(column)
    for role in kind.columns:
        if role.hidden and of_role in map(plain_name, (role.name, *role.aliases)):
            return True
    words = plain_word(column).split()
    return any(word.startswith(one) or word.endswith(one) for word in words for one in of_persons())


@dataclass(frozen=True)
class Translation:
    """How the values of one source's columns are translated.

    Attributes:
        rules: role → value → code. roles: role → the file's column.
        listable: the roles whose values are counted in ``counts``; None counts none.
    """

    rules: Rules = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    listable: FrozenSet[str] = frozenset()
    counts: Optional[ValueCounts] = None

    def of(self, values: pd.Series, column: Column, file: str) -> pd.Series:
        """``values`` of ``column`` with those that have a rule replaced by its code, or missing
        where the rule says unknown. Columns of numbers get numbers."""
        rules = {plain_word(text): code for text, code in self.rules.get(column.name, {}).items()}
        counting = self.counts is not None and column.name in self.listable
        if not rules and (not counting or values.dtype.kind in "fiu"):
            return values
        codes, cells = _distinct(values)
        texts = [cleaned(as_text(cell)) for cell in cells]
        if counting:
            self._count(codes, texts, column, file)
        if not rules or not any(plain_word(text) in rules for text in texts):
            return values
        told = [rules.get(plain_word(text)) for text in texts]
        if column.type == "number":
            return _numbers(values, codes, [*zip(cells, told)])
        return _codes(
            values, codes, [text if code is None else code for text, code in zip(texts, told)]
        )

    def _count(self, codes: np.ndarray, texts: List[str], column: Column, file: str) -> None:
        rows = np.bincount(codes[codes >= 0], minlength=len(texts))
        found: Dict[str, int] = {}
        for text, count in zip(texts, rows):
            if count and (column.type != "number" or any(map(str.isalpha, text))):
                found[text] = found.get(text, 0) + int(count)
        if self.counts is not None and found:
            self.counts.add(self.roles[column.name], column.name, file, found)


def _distinct(values: pd.Series) -> "Tuple[np.ndarray, List[Any]]":
    """The place of each cell's value among the distinct ones (-1 missing), and those."""
    if values.dtype.name == "category":
        return values.cat.codes.to_numpy(), values.cat.categories.tolist()
    every: Any = values.to_numpy(dtype=object)
    codes, cells = pd.factorize(every)
    return codes, list(cells)


def _codes(values: pd.Series, codes: np.ndarray, told: List[str]) -> pd.Series:
    """``values`` as category, each distinct one as it is ``told``; an empty text is missing."""
    unique = list(dict.fromkeys(code for code in told if code))
    place = {code: number for number, code in enumerate(unique)}
    new = np.array([place.get(code, -1) for code in told] + [-1])[codes]
    return categorical(new, pd.Index(unique, dtype=object), values.index).rename(values.name)


def _numbers(
    values: pd.Series, codes: np.ndarray, told: "List[Tuple[Any, Optional[str]]]"
) -> pd.Series:
    """``values`` with numbers where a code is told, and the cells as they are elsewhere."""
    cells = [cell if code is None else _number(code) for cell, code in told]
    found = np.array([*cells, np.nan], dtype=object)[codes]
    return pd.Series(found, values.index, object, values.name)


def _number(code: str) -> float:
    return float(code.replace(",", ".")) if code else np.nan
