"""One column that says several roles: found by its name, and believed by its values."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Mapping, Sequence

from ...catalogue.registers.kinds import Column, RegisterKind
from ...catalogue.registers.marks import marks
from ...catalogue.registers.value_words import SharedColumn, shared_named
from ...progress import Silent
from ..columns.cells import as_text
from ..columns.mapping import complete_mapping
from ..columns.meanings import certain_meaning, perhaps_meaning
from ..columns.translation import names_persons
from ..sources import RegisterSource
from ..written.numbers import cleaned

MOST_SHARED = 60
"""A status has no more values."""


def roles_of_source(
    given: Mapping[str, str], source: RegisterSource, kind: RegisterKind
) -> Dict[str, str]:
    """Canonical column → column of ``source``: ``given`` ones, those guessed from names, and those
    that a column says besides, where more than half its values are known to.

    Raises:
        InputError: a role or a column is unknown; names the file.
    """
    roles = complete_mapping(given, source.columns, kind, source.name)
    for column, shared in shared_columns_of(source, roles, kind).items():
        lacking = [role for role in shared.roles if role not in roles and role not in given]
        if any(role in kind.names for role in lacking):
            texts = texts_of(source, column, kind)
            roles.update((r, column) for r in lacking if r in kind.names and _says(texts, r, kind))
    return {role: roles[role] for role in kind.names if role in roles}


def shared_columns_of(
    source: RegisterSource, roles: Mapping[str, str], kind: RegisterKind
) -> Dict[str, SharedColumn]:
    """The columns of ``source`` that are called as one that says several roles, and play no role
    (in ``roles``) but those."""
    found = {}
    for column in source.columns:
        shared = shared_named(column)
        if shared is None or names_persons(column, kind):
            continue
        played = {role for role, one in roles.items() if one == column}
        if played <= {*shared.roles, *shared.approximate}:
            found[column] = shared
    return found


def texts_of(source: RegisterSource, column: str, kind: RegisterKind) -> List[str]:
    """The distinct texts of ``column`` in the first piece of ``source``, marks for missing left
    out; none where there are too many for a status."""
    as_it_stands = Column(name="value", type="identifier", text={})
    pieces = source.pieces({"value": column}, replace(kind, columns=(as_it_stands,)), Silent())
    first = next(iter(pieces), None)
    if first is None:
        return []
    cells = first[1]["value"].dropna().unique().tolist()
    blank = marks().missing.union(kind.missing_values)
    if len(cells) > MOST_SHARED:
        return []
    texts = {cleaned(as_text(cell)) for cell in cells}
    return sorted(text for text in texts if text.lower() not in blank)


def _says(texts: Sequence[str], role: str, kind: RegisterKind) -> bool:
    """Do more than half of the ``texts`` say something of the ``role``?"""
    meaning = certain_meaning(kind.column(role))
    return 2 * sum(meaning(text) is not None for text in texts) > len(texts)


def approximate_rules(texts: Sequence[str], role: str, kind: RegisterKind) -> Dict[str, str]:
    """Text → code of a ``role`` that a column says nearly; empty where it says it of no more than
    half the ``texts``."""
    meaning = perhaps_meaning(kind.column(role))
    rules = {text: code for text in texts if (code := meaning(text)) is not None}
    return rules if 2 * len(rules) > len(texts) else {}
