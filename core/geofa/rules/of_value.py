"""The rules that look at one value."""

from __future__ import annotations

import re
from typing import Any, Optional

from ...catalogue.geofa.themes import ThemeColumn, code_list
from ...i18n import in_language, tr
from ..comparison.plain import plain
from .broken_rule import Breach, Lists

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def of_value(column: ThemeColumn, value: Any, lists: Lists) -> Optional[Breach]:
    """The first rule of ``column`` that ``value`` breaks, None where it breaks none.

    Args:
        lists: code lists that are newer than the catalogue's.
    """
    name = in_language(column.alias)
    if value is None or value != value or str(value).strip() == "":
        if not column.required:
            return None
        return Breach(
            "mandatory",
            column.name,
            tr("{column} is empty and must be filled.", column=name),
            tr("Fill the column, or map another one to it."),
        )
    if column.type == "integer":
        value = plain(value, "integer")
    return (
        _of_type(column, name, value)
        or _of_code(column, name, value, lists)
        or _of_form(column, name, value)
        or _of_bounds(column, name, value)
    )


def _of_type(column: ThemeColumn, name: str, value: Any) -> Optional[Breach]:
    if column.type == "integer" and not isinstance(value, int):
        return Breach(
            "number",
            column.name,
            tr("{column} is not a whole number.", column=name),
            tr("Write a whole number, or map another column."),
        )
    if column.type == "uuid" and not UUID.fullmatch(str(value).strip("{} ")):
        return Breach(
            "number",
            column.name,
            tr("{column} is not a uuid.", column=name),
            tr("Write 36 characters such as 0a3f50b4-1111-32b8-e044-0003ba298018."),
        )
    return None


def _of_code(column: ThemeColumn, name: str, value: Any, lists: Lists) -> Optional[Breach]:
    if not column.code_list:
        return None
    known = lists.get(column.code_list) or code_list(column.code_list)
    if value in known:
        return None
    return Breach(
        "code",
        column.name,
        tr("{column}: {value} is not an active code.", column=name, value=str(value)),
        tr(
            "Choose one of {choices}.",
            choices=", ".join(f"{code} {text}" for code, text in known.items()),
        ),
    )


def _of_form(column: ThemeColumn, name: str, value: Any) -> Optional[Breach]:
    if column.pattern and not re.fullmatch(column.pattern, str(value)):
        return Breach(
            "pattern",
            column.name,
            tr("{column}: {value} has not the form it should.", column=name, value=str(value)),
            tr("Write it as the column's description says."),
        )
    if column.length and len(str(value)) > column.length:
        return Breach(
            "length",
            column.name,
            tr(
                "{column} has {length} characters; {limit} are allowed.",
                column=name,
                length=len(str(value)),
                limit=column.length,
            ),
            tr("Shorten the text."),
        )
    return None


def _of_bounds(column: ThemeColumn, name: str, value: Any) -> Optional[Breach]:
    if column.minimum is None or column.minimum <= value <= column.maximum:
        return None
    return Breach(
        "range",
        column.name,
        tr(
            "{column}: {value} is not between {minimum} and {maximum}.",
            column=name,
            value=value,
            minimum=column.minimum,
            maximum=column.maximum,
        ),
        tr("Write a number within the bounds."),
    )
