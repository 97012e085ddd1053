"""GeoFA's themes: views, columns and code lists.

Source: GeoDanmarkGeoFA/Database, retrieved on the date each file gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Mapping, Optional, Tuple

from ...errors import InputError
from ...i18n import tr
from .. import files

GRADE_LIST, PROPOSAL = "klassetrin", "proposal_6300.json"
COMMON, LISTS = "themes/common.json", "themes/codelists.json"
DISTRICT_THEMES = ("5701", "5710", "5711", "5712", "5713")


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
    pattern: Optional[str] = None


@dataclass(frozen=True)
class Theme:
    """A theme of GeoFA.

    Attributes:
        code: four digits, ``5713``.
        view: the view in schema ``fkg`` with the current versions; ``history_view`` all versions,
            or None.
        title, definition, purpose, instruction: texts by language; the instruction is how to
            register.
        geometry_type: ``MultiPolygon`` or ``MultiPoint``.
        covers_municipality: must the objects of one type cover the municipality?
        overlap: ``allowed``, ``within_type`` (none of one type may overlap) or
            ``within_type_and_grade``.
        minimum_area_m2: the least size of an object, or None.
        fields: names the columns for type, name, number and grades.
        columns: the published columns in order, geometry too.
        keys: sets of columns that tell objects apart where the ``objekt_id`` is not known, the best
            first.
        explicit: mandatory columns that get no usual value: somebody has to decide.
        personal: its objects may tell of persons; its answers are never kept on disk.
        proposed: GeoFA has no such theme yet.
    """

    code: str
    view: str
    history_view: Optional[str]
    wfs_typename: str
    title: Mapping[str, str]
    definition: Mapping[str, str]
    purpose: Mapping[str, str]
    instruction: Mapping[str, str]
    geometry_type: str
    covers_municipality: bool
    overlap: str
    minimum_area_m2: Optional[float]
    default_type: Optional[int]
    fields: Mapping[str, Optional[str]]
    columns: Tuple[ThemeColumn, ...]
    retrieved: str
    keys: Tuple[Tuple[str, ...], ...]
    explicit: Tuple[str, ...] = ()
    personal: bool = False
    proposed: bool = False

    @property
    def has_grades(self) -> bool:
        """Do districts of this theme span school grades?"""
        return "grade_from" in self.fields

    def column_of(self, part: str) -> str:
        """The column for ``part`` (of ``fields``), which the theme has."""
        name = self.fields[part]
        if name is None:
            raise KeyError(part)
        return name

    @property
    def has_areas(self) -> bool:
        """Are the objects areas, so that they can be counted in?"""
        return self.geometry_type == "MultiPolygon"

    @property
    def user_columns(self) -> Tuple[ThemeColumn, ...]:
        """The columns the municipality fills, without the geometry."""
        return tuple(c for c in self.columns if c.filled_by == "user" and c.type != "geometry")

    def column(self, name: str) -> ThemeColumn:
        """The column called ``name``; raises ``KeyError`` where the theme has none."""
        return {column.name: column for column in self.columns}[name]


def _column(entry: Mapping[str, Any]) -> ThemeColumn:
    return ThemeColumn(
        name=entry["name"],
        short_name=entry["short_name"],
        type=entry["type"],
        length=entry.get("length"),
        filled_by=entry["filled_by"],
        required=entry["required"],
        alias=entry["alias"],
        code_list=entry.get("code_list"),
        minimum=entry.get("minimum"),
        maximum=entry.get("maximum"),
        pattern=entry.get("pattern"),
    )


@cache
def common_columns() -> Tuple[ThemeColumn, ...]:
    """The columns every theme begins with, in published order."""
    return tuple(_column(entry) for entry in files.read(COMMON)["columns"])


def _keys(fields: Mapping[str, Optional[str]]) -> Tuple[Tuple[str, ...], ...]:
    """The municipality's own key; then number, type and grades."""
    parts = (fields.get(part) for part in ("number", "type", "grade_from", "grade_to"))
    numbered = tuple(part for part in parts if part)
    return (("noegle",), numbered) if fields["number"] else (("noegle",),)


@cache
def proposed_theme() -> Theme:
    """The proposed theme 6300, which GeoFA does not have."""
    entry = files.read(PROPOSAL)
    geometry = {
        "name": "geometri",
        "short_name": "the_geom",
        "type": "geometry",
        "filled_by": "user",
        "required": True,
        "alias": {"da": "Geometri"},
    }
    return Theme(
        code=entry["code"],
        view=entry["view"],
        history_view=None,
        wfs_typename=f"fkg:fkg.{entry['view']}",
        title=entry["title"],
        definition=entry["definition"],
        purpose=entry["status"],
        instruction=entry["registration"],
        geometry_type=entry["geometry_type"],
        covers_municipality=False,
        overlap="allowed",
        minimum_area_m2=None,
        default_type=entry["default_type"],
        fields=entry["fields"],
        columns=common_columns() + tuple(map(_column, (*entry["columns"], geometry))),
        retrieved="",
        keys=(tuple(entry["key"]),),
        proposed=True,
    )


def offered_themes(proposed: bool) -> Tuple[Theme, ...]:
    """The supported themes, with the proposed one where the user's settings ask for it."""
    return all_themes() + ((proposed_theme(),) if proposed else ())


@cache
def all_themes() -> Tuple[Theme, ...]:
    """The supported themes, by code."""
    return tuple(
        _theme(files.read(file)) for file in files.names("themes") if file not in (COMMON, LISTS)
    )


def _theme(entry: Mapping[str, Any]) -> Theme:
    return Theme(
        code=entry["code"],
        view=entry["view"],
        history_view=entry["history_view"],
        wfs_typename=entry["wfs_typename"],
        title=entry["title"],
        definition=entry["definition"],
        purpose=entry["purpose"],
        instruction=entry["instruction"],
        geometry_type=entry["geometry_type"],
        covers_municipality=entry["covers_municipality"],
        overlap=entry["overlap"],
        minimum_area_m2=entry["minimum_area_m2"],
        default_type=entry["default_type"],
        fields=entry["fields"],
        columns=common_columns() + tuple(map(_column, entry["columns"])),
        retrieved=entry["source"]["retrieved"],
        keys=_keys(entry["fields"]),
        explicit=tuple(entry.get("explicit", ())),
        personal=entry.get("personal", False),
    )


def theme(code: str) -> Theme:
    """The theme with ``code`` (``5713``); raises ``InputError`` for a theme not supported."""
    for candidate in offered_themes(True):
        if candidate.code == str(code).strip():
            return candidate
    raise InputError(
        tr("The GeoFA theme {code} is not one this plugin knows.", code=str(code)),
        tr("Choose one of {choices}.", choices=", ".join(t.code for t in all_themes())),
    )


def district_themes() -> Tuple[Theme, ...]:
    """The themes whose objects are districts people live in: 5701 and 5710-5713."""
    return tuple(t for t in all_themes() if t.code in DISTRICT_THEMES)


def code_list(name: str) -> "Mapping[int | str, str]":
    """Code → Danish text of the list ``name``; active codes only."""
    proposed = files.read(PROPOSAL)["code_lists"]
    if name in proposed:
        return {int(code): text for code, text in proposed[name].items()}
    return {entry["code"]: entry["name"]["da"] for entry in files.read(LISTS)["code_lists"][name]}


@dataclass(frozen=True)
class CodeTable:
    """Where GeoFA keeps a code list: table of schema ``fkg``, the column of the code and of its
    text."""

    table: str
    code: str
    text: str


def code_table(name: str) -> CodeTable:
    """The table of the list ``name``."""
    if name in files.read(PROPOSAL)["code_lists"]:
        text = name.split("_", 1)[1]
        return CodeTable(f"d_{name}", f"{text}_kode", text)
    return CodeTable(**files.read(LISTS)["tables"][name])


def district_types(code: str) -> Mapping[int, str]:
    """Code → Danish text of the district types of theme ``code``."""
    return {int(one): text for one, text in code_list(f"{theme(code).code}_type").items()}


def grade_order(grade_code: int) -> Optional[int]:
    """Where a ``klassetrin`` code stands: førskole −1, 0. klasse 0, 1.-10. klasse 1-10, else
    None."""
    order = files.read(LISTS)["grades_in_order"]
    return order.index(grade_code) - 1 if grade_code in order else None
