"""What the values of a register's columns are taken to mean, and which must be asked about.

No value of a personal column is ever here, and none of a column that holds no codes: what it holds
may be anybody's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Sequence, Tuple

import pandas as pd

from ...catalogue.registers.kinds import Column, RegisterKind
from ...catalogue.registers.marks import marks
from ...catalogue.registers.value_words import label_of, plain_word
from ...i18n import in_language
from ..column_names import looks_like_a_key, looks_like_a_name
from ..columns.meanings import certain_meaning, perhaps_meaning
from ..columns.translation import Rules
from ..value_counts import ValueCounts

GIVEN, CERTAIN, MISSING, GUESS, UNKNOWN = "given", "certain", "missing", "guess", "unknown"
TABLE_COLUMNS = ("role", "column", "value", "rows", "how", "code", "label")
OPEN = (GUESS, UNKNOWN)
"""What counts as unknown until the user has said what it means."""
MOST_VALUES, FEWEST_ROWS = 60, 10
"""A column of codes of which no half is known has no more values, and each comes at least so often
in the mean."""
FEWEST_OF_A_NAME = 5
"""A value written as a person's name is shown where at least so many rows of a file have it."""


@dataclass(frozen=True)
class ValueMeaning:
    """One value, how many rows have it, and what it is taken to mean.

    Attributes:
        how: ``given`` by a rule, ``certain`` by the catalogue, ``missing`` (a mark), a ``guess``
            that is not used, or ``unknown``.
        code: the code, of a guess the guessed one; empty where it is missing or unknown.
        files: how many of the files have it.
    """

    value: str
    rows: int
    how: str
    code: str
    files: int = 1


@dataclass(frozen=True)
class ColumnValues:
    """The values of one column in one role, the open ones first, and of equal ones the most
    frequent.

    Attributes:
        is_of_codes: may they be listed? Where not, ``values`` is empty.
        unknown_rows: how many cells are not understood, those of values not listed among them.
    """

    column: str
    role: str
    values: Tuple[ValueMeaning, ...]
    unknown_rows: int
    is_of_codes: bool = True

    @property
    def open(self) -> Tuple[ValueMeaning, ...]:
        """The values to ask about."""
        return tuple(value for value in self.values if value.how in OPEN)

    def guesses(self) -> Dict[str, str]:
        """Value → the code that is guessed."""
        return {value.value: value.code for value in self.values if value.how == GUESS}


def values_of(counts: ValueCounts, kind: RegisterKind, rules: Rules) -> List[ColumnValues]:
    """What was met (``counts``), by column and role in the catalogue's order of roles."""
    found = []
    for (column, role), of_column in counts.values.items():
        files = {value: len(counts.files[(column, role, value)]) for value in of_column}
        found.append(
            _column_values(column, kind.column(role), kind, of_column, files, rules.get(role, {}))
        )
    return sorted(found, key=lambda one: kind.names.index(one.role))


def values_table(values: Sequence[ColumnValues], kind: RegisterKind) -> pd.DataFrame:
    """One row per value with ``TABLE_COLUMNS``; ``label`` is what the code is called."""
    rows = [
        (
            one.role,
            one.column,
            value.value,
            value.rows,
            value.how,
            value.code,
            in_language(label_of(kind.column(one.role), value.code)) if value.code else "",
        )
        for one in values
        for value in one.values
    ]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _column_values(
    name: str,
    column: Column,
    kind: RegisterKind,
    rows: Mapping[str, int],
    files: Mapping[str, int],
    rules: Mapping[str, str],
) -> ColumnValues:
    meanings = _meanings(list(rows), column, kind, rules)
    values = [
        ValueMeaning(value, rows[value], how, code, files[value])
        for value, (how, code) in meanings.items()
    ]
    values.sort(key=lambda one: (one.how not in OPEN, -one.rows, one.value))
    unknown = sum(one.rows for one in values if one.how in OPEN)
    listed = _is_of_codes(values)
    shown = tuple(value for value in values if listed and not _withheld(value))
    return ColumnValues(name, column.name, shown, unknown, listed)


def _meanings(
    values: Sequence[str], column: Column, kind: RegisterKind, rules: Mapping[str, str]
) -> Dict[str, Tuple[str, str]]:
    given = {plain_word(value): code for value, code in rules.items()}
    blank = marks().missing.union(kind.missing_values)
    certain, perhaps = certain_meaning(column), perhaps_meaning(column)
    found = {}
    for value in values:
        if plain_word(value) in given:
            found[value] = (GIVEN, given[plain_word(value)])
        elif value.lower() in blank:
            found[value] = (MISSING, "")
        else:
            sure = certain(value)
            guess = perhaps(value) if sure is None else None
            found[value] = (
                (CERTAIN, sure)
                if sure is not None
                else (GUESS, guess)
                if guess is not None
                else (UNKNOWN, "")
            )
    return found


def _is_of_codes(values: Sequence[ValueMeaning]) -> bool:
    """May the values be listed: few, mostly known or frequent, and none as a key, a date or an
    address is written?"""
    unknown = [one for one in values if one.how in OPEN]
    if len(values) > MOST_VALUES or any(looks_like_a_key(one.value) for one in unknown):
        return False
    known = sum(one.how != UNKNOWN for one in values)
    return 2 * known >= len(values) or sum(v.rows for v in values) >= FEWEST_ROWS * len(values)


def _withheld(value: ValueMeaning) -> bool:
    """Could the value be the name of one who stands in a free text?"""
    return (
        value.how in OPEN
        and looks_like_a_name(value.value)
        and value.rows < FEWEST_OF_A_NAME * value.files
    )
