"""Which column of a file plays which canonical role: guessed from names, given by the user."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from ...catalogue.json_text import JsonError, parse
from ...catalogue.registers.kinds import RegisterKind
from ...errors import InputError
from ...i18n import tr
from ..column_names import plain_name, safe_names
from ..problems import ReadingProblem, ReadingProblems

if TYPE_CHECKING:
    from ..sources import RegisterSource


MADE = "$"
"""Begins the names of what a layer has besides its fields: the coordinates of its points."""


def guess_mapping(columns: Iterable[str], kind: RegisterKind) -> Dict[str, str]:
    """Canonical column → column of the file, from names and known aliases; unknown roles are left
    out.

    A file's column is used once; the canonical name wins over an alias.
    """
    columns = tuple(columns)
    by_name: Dict[str, str] = {}
    for column in columns:
        by_name.setdefault(plain_name(column), column)
    mapping: Dict[str, str] = {}
    # all names before any alias: what another role is called is no alias of this one
    by_canonical_name = [(role.name, (role.name,)) for role in kind.columns]
    by_alias = [(role.name, role.aliases) for role in kind.columns]
    for name, candidates in [*by_canonical_name, *by_alias]:
        for candidate in candidates if name not in mapping else ():
            found = candidate if candidate in columns else by_name.get(plain_name(candidate))
            if found is not None and found not in mapping.values():
                mapping[name] = found
                break
    return {role: mapping[role] for role in kind.names if role in mapping}


def likely_kind(columns: Iterable[str], kinds: Sequence[RegisterKind]) -> str:
    """The one of ``kinds`` that most columns of the file play a role in, of several the one that
    they fill best; the first where no column plays any."""
    columns = tuple(columns)

    def fit(kind: RegisterKind) -> Tuple[int, float]:
        roles = len(guess_mapping(columns, kind))
        return roles, roles / len(kind.columns)

    return max(kinds, key=fit).kind


def parse_mapping(text: str) -> Dict[str, str]:
    """The mapping of a JSON text ``{"role": "column"}``; an empty text is an empty mapping.

    Raises:
        InputError: not JSON, or not an object of texts.
    """
    if not text.strip():
        return {}
    try:
        mapping = parse(text)
    except JsonError as error:
        raise InputError(
            tr("The mapping is not valid JSON (character {position}).", position=error.pos),
            tr("Write it like {example}.", example='{"age": "alder", "x": "oest"}'),
        ) from None
    if not isinstance(mapping, dict) or not all(isinstance(v, str) for v in mapping.values()):
        raise InputError(
            tr("The mapping must be a JSON object from role to column name."),
            tr("Write it like {example}.", example='{"age": "alder", "x": "oest"}'),
        )
    return mapping


def parse_mappings(text: str, registers: Iterable[str]) -> Dict[str, Dict[str, str]]:
    """The mappings of a JSON text ``{"register": {"role": "column"}}``; empty where ``text`` is not
    of that form.

    Raises:
        InputError: it is, but names an unknown register.
    """
    try:
        given = parse(text) if text.strip() else {}
    except JsonError:
        return {}
    if (
        not isinstance(given, dict)
        or not given
        or not all(isinstance(part, dict) for part in given.values())
    ):
        return {}
    unknown = sorted(set(given) - set(registers))
    if unknown:
        raise InputError(
            tr("The mapping names the unknown register {name}.", name=", ".join(unknown)),
            tr("Use {choices}.", choices=", ".join(registers)),
        )
    return {register: parse_mapping(json.dumps(part)) for register, part in given.items()}


def complete_mapping(
    given: Mapping[str, str], columns: Iterable[str], kind: RegisterKind, name: str
) -> Dict[str, str]:
    """``given`` checked against the file's ``columns``, with unmentioned roles guessed.

    A role given as an empty text is left out.

    Raises:
        InputError: a role or a column is unknown; names the file.
    """
    columns = tuple(columns)
    for role, column in given.items():
        if role not in kind.names:
            raise InputError(
                tr("The mapping names the unknown role {role}.", role=role),
                tr("Use {choices}.", choices=", ".join(kind.names)),
            )
        if column and column not in columns:
            raise InputError(
                tr(
                    "The file {file} has no column {column} (wanted as {role}).",
                    file=name,
                    column=safe_names([column], columns),
                    role=role,
                ),
                tr("Choose one of its columns: {choices}.", choices=safe_names(columns)),
            )
    taken = set(given.values())
    guessed = guess_mapping((c for c in columns if c not in taken), kind)
    mapping = {
        **{r: c for r, c in guessed.items() if r not in given},
        **{r: c for r, c in given.items() if c},
    }
    return {role: mapping[role] for role in kind.names if role in mapping}


def tell_namesakes(
    roles: Mapping[str, str], source: "RegisterSource", notes: Optional[ReadingProblems]
) -> None:
    """Note the columns that are called as one that is read but for capitals and signs, and that no
    role has."""
    plain: Dict[str, List[str]] = {}
    for column in source.columns:
        plain.setdefault(plain_name(column), []).append(column)
    if notes is None:
        return
    for role, column in roles.items():
        if column.startswith(MADE):
            continue
        others = [
            one
            for one in plain.get(plain_name(column), ())
            if one != column and one not in roles.values()
        ]
        if others:
            notes.add(
                ReadingProblem(
                    file=source.name,
                    role=role,
                    field=safe_names([column], source.columns),
                    message=tr(
                        "another column has the same name but for capitals or signs, and is not "
                        "read: {columns}",
                        columns=safe_names(others, source.columns),
                    ),
                    next_step=tr("Map the right one of them to {role}.", role=role),
                    rows=len(others),
                    first_row=1,
                    blocks=False,
                    reason="same_name",
                )
            )
