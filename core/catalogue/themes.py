"""GeoFA's district themes: views, columns and code lists.

Source: GeoDanmarkGeoFA/Database, retrieved on the date each file gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional, Tuple

from ..errors import InputError
from ..i18n import tr
from . import files

GRADE_LIST = "klassetrin"


@dataclass(frozen=True)
class ThemeColumn:
    """A published column of a theme; ``filled_by`` is ``system``, ``lookup`` or ``user``."""

    name: str
    short_name: Optional[str]
    type: str
    length: Optional[int]
    filled_by: str
    required: bool
    alias: Mapping[str, str]
    code_list: Optional[str]
    minimum: Optional[int]
    maximum: Optional[int]


@dataclass(frozen=True)
class Theme:
    """A district theme. ``fields`` names the columns for type, name, number and grades."""

    code: str
    view: str
    wfs_typename: str
    title: Mapping[str, str]
    definition: Mapping[str, str]
    covers_municipality: bool
    default_type: int
    fields: Mapping[str, Optional[str]]
    columns: Tuple[ThemeColumn, ...]
    retrieved: str

    @property
    def has_grades(self) -> bool:
        """Do districts of this theme span school grades?"""
        return "grade_from" in self.fields


def _column(entry: dict, file: str) -> ThemeColumn:
    return ThemeColumn(
        files.need(entry, "name", file),
        entry.get("short_name"),
        files.need(entry, "type", file),
        entry.get("length"),
        files.need(entry, "filled_by", file),
        files.need(entry, "required", file),
        files.need(entry, "alias", file),
        entry.get("code_list"),
        entry.get("minimum"),
        entry.get("maximum"),
    )


@cache
def common_columns() -> Tuple[ThemeColumn, ...]:
    """The columns every theme begins with, in published order."""
    file = "themes/common.json"
    return tuple(_column(entry, file) for entry in files.need(files.read(file), "columns", file))


@cache
def all_themes() -> Tuple[Theme, ...]:
    """The supported themes, by code."""
    themes = []
    for file in files.names("themes"):
        if file in ("themes/common.json", "themes/codelists.json"):
            continue
        entry = files.read(file)
        own = tuple(_column(column, file) for column in files.need(entry, "columns", file))
        themes.append(
            Theme(
                files.need(entry, "code", file),
                files.need(entry, "view", file),
                files.need(entry, "wfs_typename", file),
                files.need(entry, "title", file),
                files.need(entry, "definition", file),
                files.need(entry, "covers_municipality", file),
                files.need(entry, "default_type", file),
                files.need(entry, "fields", file),
                common_columns() + own,
                files.need(entry, "source", file)["retrieved"],
            )
        )
    return tuple(themes)


def theme(code: str) -> Theme:
    """The theme with ``code`` (``5713``); raises ``InputError`` for a theme not supported."""
    for candidate in all_themes():
        if candidate.code == str(code).strip():
            return candidate
    raise InputError(
        tr("The GeoFA theme {code} is not one this plugin knows.", code=str(code)),
        tr("Choose one of {choices}.", choices=", ".join(t.code for t in all_themes())),
    )


def code_list(name: str) -> Mapping[int, str]:
    """Code → Danish text of the list ``name``; active codes only."""
    file = "themes/codelists.json"
    lists = files.need(files.read(file), "code_lists", file)
    return {entry["code"]: entry["name"]["da"] for entry in files.need(lists, name, file)}


def district_types(code: str) -> Mapping[int, str]:
    """Code → Danish text of the district types of theme ``code``."""
    return code_list(f"{theme(code).code}_type")


def grade_order(grade_code: int) -> Optional[int]:
    """Where a ``klassetrin`` code stands: førskole −1, 0. klasse 0, 1.-10. klasse 1-10, else None."""
    order = files.need(files.read("themes/codelists.json"), "grades_in_order", "themes/codelists.json")
    return order.index(grade_code) - 1 if grade_code in order else None
