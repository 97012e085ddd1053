"""Which field of a layer or table fills which column of a theme."""

from __future__ import annotations

from typing import Dict, Mapping, Sequence

from ...catalogue.geofa.themes import Theme
from ...catalogue.json_text import parse as parse_json
from ...errors import InputError
from ...i18n import in_language, tr
from ...registers.column_names import safe_names

CONSTANT = "="
"""A mapping to ``=text`` fills every row with the text."""


def guess(theme: Theme, fields: Sequence[str]) -> Dict[str, str]:
    """Column → field, by the column's name, its 10-character name, or its alias."""
    by_name = {field.strip().lower(): field for field in fields}
    found = {}
    for name, others in _names(theme).items():
        field = next((by_name[other] for other in others if other in by_name), None)
        if field is not None:
            found[name] = field
    return found


def _names(theme: Theme) -> "Dict[str, tuple]":
    names: "Dict[str, tuple]" = {"objekt_id": ("objekt_id",)}
    for column in theme.user_columns:
        short = (column.short_name or column.name[:10]).lower()
        names[column.name] = (
            column.name.lower(),
            short,
            short[:10],
            in_language(column.alias).lower(),
        )
    return names


def parse(text: str, theme: Theme, fields: Sequence[str]) -> Dict[str, str]:
    """The mapping in ``text``: JSON, column → field or ``=constant``; an empty field leaves the
    column out.

    Raises:
        InputError: no such JSON, an unknown column, or a field the source lacks.
    """
    if not text.strip():
        return {}
    try:
        given = parse_json(text)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not all(isinstance(v, (str, int)) for v in given.values()):
        raise InputError(
            tr("The mapping cannot be read."),
            tr(
                "Write JSON such as {example}.",
                example='{"noegle": "omr_kode", "statuskode": "=3"}',
            ),
        )
    mapping = {str(column): str(field) for column, field in given.items()}
    refuse_unknown(mapping, theme, fields)
    return mapping


def refuse_unknown(mapping: Mapping[str, str], theme: Theme, fields: Sequence[str]) -> None:
    """Raise ``InputError`` for a column the theme has not, or a field the source has not."""
    columns = _names(theme)
    for column, field in mapping.items():
        if column not in columns:
            raise InputError(
                tr(
                    "Theme {theme} has no column {column} that can be filled.",
                    theme=theme.code,
                    column=column,
                ),
                tr("Choose one of {choices}.", choices=", ".join(columns)),
            )
        if field and not field.startswith(CONSTANT) and field not in fields:
            raise InputError(
                tr("The source has no field {field}.", field=safe_names([field], fields)),
                tr("Choose one of {choices}.", choices=safe_names(fields)),
            )
