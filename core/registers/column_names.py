"""Names of columns: whether a row holds names at all, and how a message may say them.

In a table without a heading the first person's row stands in their place, so a name that looks like
a value, and every name beside such a one, is told by its number.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Dict, FrozenSet, Mapping, Sequence

from ..catalogue.limits import limits
from ..catalogue.registers.kinds import ALL_KINDS, SIDE_TABLES, register_kind
from ..errors import InputError
from ..i18n import tr
from ..numbers import number

NUMBER_CELL = re.compile(r"^-?[\d.,]+$")
DATA_CELL = re.compile(
    r"^(\d{6}-?\d{4}|\d{5,}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{8}[\d_ ].{3,10})$"
)
YEAR, MONTH = re.compile(r"^(19|20)\d\d$"), re.compile(r"^(19|20)\d\d[-_./](0[1-9]|1[0-2])$")
ADDED_BY_READERS = re.compile(r"^(?:[A-Za-z]_?(?=\d{5})|_(?=\d))|_\d{1,2}$")
"""What GDAL and databases put before a name that begins with a digit, and behind one that stands
twice."""
STREETS = (
    "gade|vej|vejen|alle|allé|stræde|plads|pladsen|torv|torvet|vænge|vænget|park|parken|have|haven|boulevard|"
    "vang|vangen|bakke|bakken|toft|toften|lund|lunden|krog|krogen|mark|marken|høj|engen|dal|dalen|skov|skoven|"
    "strand|stien|gård|gården|husene|bro|kaj|ring|ringen"
)
VALUE_WITHIN = re.compile(
    # CPR numbers, keys, dates, e-mail
    r"\d{6}[-_ ]?\d{4}|\d{5,}|\d{1,4}[-./_]\d{1,2}[-./_]\d{2,4}|@"
    rf"|(?:{STREETS})[ _]+\d|\d[ _]?[a-z]?,[ _]|^\d{{4}}[ _]+[a-zæøå]"  # addresses
    r"|\b\d{1,2}\.?[ _,]+(?:tv|th|mf|sal)\b"
    r"|^\d{2} ?\d{2} ?\d{2} ?\d{2}$",
    re.IGNORECASE,
)
PERSON = re.compile(r"^[A-ZÆØÅ][a-zæøåéèüö'-]+(?:[ _][A-ZÆØÅ][a-zæøåéèüö.'-]*)+$")


def plain_name(name: str) -> str:
    """``name`` in small letters and digits alone: names are compared so."""
    return re.sub(r"[^a-zæøå0-9]", "", name.lower())


@lru_cache(maxsize=1)
def _known() -> FrozenSet[str]:
    """The names that the registers' columns usually have, as ``plain_name`` compares them."""
    kinds = map(register_kind, (*ALL_KINDS, *SIDE_TABLES))
    columns = [column for kind in kinds for column in kind.columns]
    return frozenset(
        plain_name(name) for column in columns for name in (column.name, *column.aliases)
    )


def looks_like_data(names: Sequence[object], years_are_names: bool = True) -> bool:
    """Are the ``names`` a row: a CPR number, key or date among them, or numbers for the most
    part?"""
    cells = [str(name).strip() for name in names if name is not None and str(name).strip()]
    numbers = [
        cell
        for cell in cells
        if NUMBER_CELL.match(cell) and not (years_are_names and YEAR.match(cell))
    ]
    return any(DATA_CELL.match(cell) for cell in cells) or 2 * len(numbers) >= max(1, len(cells))


def has_year_headings(names: Sequence[str]) -> bool:
    """Are the numbers among ``names`` years that head columns: one after another, or beside a name
    that is known?"""
    numbers = [name.strip() for name in names if NUMBER_CELL.match(name.strip())]
    if not numbers or not all(YEAR.match(number) for number in numbers):
        return False
    steps = {int(after) - int(before) for before, after in zip(numbers, numbers[1:])}
    return steps in ({1}, {-1}) or (
        len(set(numbers)) == len(numbers)
        and any(len(name) > 2 and plain_name(name) in _known() for name in names)
    )


def _is_value(name: str) -> bool:
    """Is the whole name a value?"""
    bare = ADDED_BY_READERS.sub("", name.strip())
    return not YEAR.match(bare) and bool(
        NUMBER_CELL.match(bare) or DATA_CELL.match(bare.replace("_", "-"))
    )


def _holds_value(name: str) -> bool:
    """Could a value, or a person's name, stand in it?"""
    return _is_value(name) or bool(VALUE_WITHIN.search(name) or PERSON.match(name.strip()))


def looks_like_a_key(value: str) -> bool:
    """Does ``value`` hold what a CPR number, an address, a key, a date or a telephone number looks
    like?"""
    return bool(DATA_CELL.match(value) or VALUE_WITHIN.search(value))


def looks_like_a_name(value: str) -> bool:
    """Is ``value`` written as a person's name?"""
    return bool(PERSON.match(value.strip()))


def safe_role_names(roles: Mapping[str, str], among: Sequence[str]) -> Dict[str, str]:
    """Role → its column of a table with the columns ``among``, as a message may say it."""
    return {role: safe_names([column], among) for role, column in roles.items()}


def safe_names(names: Sequence[str], among: Sequence[str] = ()) -> str:
    """``names`` for a message, with commas between them; those that could be a person's are told by
    number.

    Args:
        among: all names of the table, where ``names`` are some of them.
    """
    every = list(among or names)
    known = [plain_name(name) in _known() for name in every]
    a_row = any(map(_is_value, every)) or (
        not any(known) and any(_holds_value(name) or MONTH.match(name.strip()) for name in every)
    )
    shown = []
    for name in names:
        is_known = plain_name(name) in _known()
        safe = is_known or (not a_row and not _holds_value(name))
        position = every.index(name) + 1 if name in every and len(every) > 1 else 0
        shown.append(
            name
            if safe
            else tr("(column {number})", number=position)
            if position
            else tr("(a name that looks like a value)")
        )
    return ", ".join(shown)


def refuse_too_many_columns(count: int, name: str) -> None:
    """Raise ``InputError`` where a table is wider than any register."""
    most = int(limits("text_file")["columns"])
    if count > most:
        raise InputError(
            tr("The file {file} has more than {count} columns.", file=name, count=number(most)),
            tr("Choose a table with one row per person, household or dwelling."),
        )


def check_names(columns: Sequence[str], name: str) -> None:
    """Raise ``InputError`` where two columns have one name."""
    twice = sorted(column for column, times in Counter(columns).items() if times > 1)
    if twice:
        raise InputError(
            tr(
                "The file {file} has more than one column named {column}.",
                file=name,
                column=safe_names(twice, columns),
            ),
            tr("Give each column its own name."),
        )
