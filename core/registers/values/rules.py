"""The user's rules: which code a value stands for, per role."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Mapping

from ...catalogue.json_text import JsonError, parse
from ...catalogue.registers.kinds import RegisterKind
from ...errors import InputError
from ...i18n import tr
from ..columns.meanings import choices_of, is_code, is_translated
from ..columns.translation import Rules

EXAMPLE = '{"education": {"Skole": "10", "Andet": ""}}'
RulesByRole = Dict[str, Dict[str, str]]


def is_rules(entry: Any) -> bool:
    """Is the JSON value of the form role → value → code?"""
    return isinstance(entry, dict) and all(
        isinstance(of_role, dict) and all(isinstance(code, str) for code in of_role.values())
        for of_role in entry.values()
    )


def parse_rules(
    text: str, registers: Iterable[str], alone: str = "persons"
) -> Dict[str, RulesByRole]:
    """Register → role → value → code, of a JSON text that speaks of the register ``alone``
    (``{"education": {"Skole": "10"}}``) or of several (``{"persons": {…}}``).

    Raises:
        InputError: no JSON of that form.
    """
    try:
        entry = parse(text) if text.strip() else {}
    except JsonError as error:
        raise InputError(
            tr("The values are not valid JSON (character {position}).", position=error.pos),
            tr("Write them like {example}.", example=EXAMPLE),
        ) from None
    if isinstance(entry, dict) and entry and set(entry) <= set(registers):
        by_register = entry
    else:
        by_register = {alone: entry}
    if not all(map(is_rules, by_register.values())):
        raise InputError(
            tr("The values must be a JSON object from role to value to code."),
            tr("Write them like {example}.", example=EXAMPLE),
        )
    return by_register


def check_rules(rules: Rules, kind: RegisterKind) -> None:
    """Raise ``InputError`` where a rule is of a role without codes, or gives a code that is none.

    The value is not told.
    """
    for role, of_role in rules.items():
        translated = [column.name for column in kind.columns if is_translated(column)]
        if role not in translated:
            raise InputError(
                tr("Values of the role {role} cannot be translated.", role=role),
                tr("Use {choices}.", choices=", ".join(translated)),
            )
        column = kind.column(role)
        for code in of_role.values():
            if code and not is_code(column, code):
                raise InputError(
                    tr("{role} has no code {code}.", role=role, code=repr(code)),
                    tr(
                        "Use {choices}; an empty text is unknown.",
                        choices=", ".join(choices_of(column)),
                    ),
                )


def merged(first: Rules, second: Rules) -> RulesByRole:
    """Both, and of two rules for one value that of ``second``."""
    roles: Mapping[str, None] = dict.fromkeys([*first, *second])
    return {role: {**first.get(role, {}), **second.get(role, {})} for role in roles}
