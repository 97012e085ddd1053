"""Columns that could play a role and play none, and columns that nobody uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, List, Mapping, Sequence, Tuple

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import in_language
from ..column_names import plain_name
from ..columns.mapping import guess_mapping
from ..sources import RegisterSource
from .sharing import approximate_rules, roles_of_source, shared_columns_of, texts_of

Declined = Mapping[str, Collection[str]]
"""Role → columns that the user has said are not its."""


@dataclass(frozen=True)
class Offer:
    """A column that could play a role.

    Attributes:
        rules: value → code, where the values must be translated for it.
        about: why it is no more than an offer; empty where the name fits.
    """

    role: str
    column: str
    rules: Mapping[str, str] = field(default_factory=dict)
    about: str = ""


def offers(
    given: Mapping[str, str],
    roles: Mapping[str, str],
    source: RegisterSource,
    kind: RegisterKind,
    declined: Declined,
) -> List[Offer]:
    """What ``source`` offers for the roles that have no column.

    Args:
        given: role → column as the profile says; an empty column is that an earlier file had none.
        roles: role → column as it is read. declined: what is not to be offered again.
    """
    open_roles = {role for role in kind.names if role not in roles}
    found = [
        Offer(role, column)
        for role, column in _by_name(given, roles, source, kind).items()
        if role in open_roles and not _is_declined(role, column, declined)
    ]
    open_roles -= {offer.role for offer in found}
    for column, shared in shared_columns_of(source, roles, kind).items():
        lacking = [role for role in shared.approximate if role in open_roles]
        texts = texts_of(source, column, kind) if lacking else []
        for role in lacking:
            rules = approximate_rules(texts, role, kind)
            if rules and not _is_declined(role, column, declined):
                found.append(Offer(role, column, rules, in_language(shared.approximate[role])))
    return found


def _by_name(
    given: Mapping[str, str],
    roles: Mapping[str, str],
    source: RegisterSource,
    kind: RegisterKind,
) -> Dict[str, str]:
    """Role → column for roles whose earlier file had none, as names and shared columns say."""
    none = [role for role, column in given.items() if not column and role in kind.names]
    if not none:
        return {}
    free = [column for column in source.columns if column not in roles.values()]
    guessed = guess_mapping(free, kind)
    shared = roles_of_source(dict(roles), source, kind)
    both = {**shared, **guessed}
    return {role: both[role] for role in none if role in both}


def _is_declined(role: str, column: str, declined: Declined) -> bool:
    return plain_name(column) in map(plain_name, declined.get(role, ()))


def unused_columns(
    sources: Sequence[RegisterSource], roles: Sequence[Mapping[str, str]]
) -> Tuple[str, ...]:
    """The columns of the ``sources`` that play no role (``roles`` by source), in the files'
    order."""
    used = {column for of_source in roles for column in of_source.values()}
    every = dict.fromkeys(column for source in sources for column in source.columns)
    return tuple(column for column in every if column not in used)
