"""GeoFA's rules for the values of an object, so that they are known before anything is sent.

Mandatory columns, code lists, lengths and bounds come from the catalogue; GeoFA's database refuses
what breaks them. The last rule is ours: no figure about few persons in the free text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Mapping, Optional, Tuple

import pandas as pd

from ..catalogue import files
from ..catalogue.geofa.themes import Theme, ThemeColumn, code_list, grade_order
from ..catalogue.law.municipalities import municipalities
from ..i18n import in_language, tr
from .comparison.changes import INSERT, UPDATE, Comparison
from .comparison.plain import label_of, plain
from .server import SERVICE

ERROR, WARNING = "error", "warning"
LIMIT: int = files.need(SERVICE, "small_figure_limit", "geofa.json")
PEOPLE = "|".join(files.need(SERVICE, "people_words", "geofa.json"))
FIGURE_BEFORE_PEOPLE = re.compile(rf"(?<![\d.,-])(\d+)(?:\s+\w+)?\s+(?:{PEOPLE})\b", re.IGNORECASE)
FIGURE_AFTER_COUNT = re.compile(
    r"\b(?:antal|n|i alt|total)\s*[:=]?\s*(\d+)(?![\d.,])", re.IGNORECASE
)
RELEASED: int = files.need(SERVICE, "released_figure_status", "geofa.json")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """A rule that is broken.

    Attributes:
        rule: ``mandatory``, ``code``, ``length``, ``range``, ``number``, ``grades``,
            ``municipality``, ``small_figure`` and those of geometry (``gis.district_checks``).
        severity: ``error`` (is not sent) or ``warning``.
        row: the row of the source (from 1); 0 for the set as a whole.
        label: number and name of the object.
        column: the column, empty for geometry.
        text, next_step: what is wrong, and what to do.
        place: where (WKB, EPSG:25832), empty where there is no place.
        can_mend: may the plugin mend it on request?
        rows: the rows between which it lies: two that overlap, those around a hole.
    """

    rule: str
    severity: str
    row: int
    label: str
    column: str
    text: str
    next_step: str
    place: bytes = b""
    can_mend: bool = False
    rows: Tuple[int, ...] = ()


Lists = "Mapping[str, Mapping[int | str, str]]"


def check_values(
    theme: Theme, municipality: str, wanted: pd.DataFrame, lists: Optional[Lists] = None
) -> List[Problem]:
    """The broken rules of the values in ``wanted`` (as for ``comparison.compare``).

    A column ``wanted`` lacks is not looked at: it is not touched either.

    Args:
        municipality: four digits; whose CVR number the objects must carry.
        lists: code lists by name where they are newer than the catalogue's.
    """
    columns = [column.name for column in theme.user_columns if column.name in wanted]
    return [
        problem
        for row in wanted.to_dict("records")
        for problem in _of_object(
            theme,
            municipality,
            {name: row[name] for name in columns},
            row["row"],
            label_of(row, theme),
            lists or {},
        )
    ]


def check_comparison(
    comparison: Comparison, current: pd.DataFrame, lists: Optional[Lists] = None
) -> List[Problem]:
    """The broken rules of what the comparison would send; what is in GeoFA already and stays is not
    looked at.

    Args:
        current: all objects GeoFA has: a rule between columns sees the object as it would be.
    """
    problems = []
    theme = comparison.theme
    there = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    for change in comparison.of_kind(INSERT, UPDATE):
        sent = change.sent_values
        whole = {
            **{column.name: None for column in theme.user_columns},
            **there.get(change.objekt_id, {}),
            **sent,
        }
        problems += _of_object(
            theme,
            comparison.municipality,
            sent if change.kind == UPDATE else whole,
            change.row or 0,
            change.label,
            lists or {},
            whole,
        )
    return problems


def _of_object(
    theme: Theme,
    municipality: str,
    values: Mapping[str, object],
    row: int,
    label: str,
    lists: Lists,
    whole: Optional[Mapping[str, object]] = None,
) -> List[Problem]:
    """The broken rules of ``values``; rules between columns see ``whole``, and speak of columns in
    ``values`` alone."""
    known = {column.name for column in theme.user_columns}
    found = [
        _of_value(theme.column(name), value, lists)
        for name, value in values.items()
        if name in known
    ]
    found += [
        each
        for columns, each in _of_row(theme, municipality, whole or values)
        if set(columns) & set(values)
    ]
    return [
        Problem(rule, severity, row, label, column, text, next_step)
        for rule, severity, column, text, next_step in filter(None, found)
    ]


def _of_value(column: ThemeColumn, value: object, lists: Lists) -> Optional[tuple]:
    """(rule, severity, column, text, next step) of the first rule that ``value`` breaks."""
    name = in_language(column.alias)
    if value is None or value != value or str(value).strip() == "":
        if not column.required:
            return None
        return (
            "mandatory",
            ERROR,
            column.name,
            tr("{column} is empty and must be filled.", column=name),
            tr("Fill the column, or map another one to it."),
        )
    if column.type == "integer":
        value = plain(value, "integer")
        if not isinstance(value, int):
            return (
                "number",
                ERROR,
                column.name,
                tr("{column} is not a whole number.", column=name),
                tr("Write a whole number, or map another column."),
            )
    if column.type == "uuid" and not UUID.fullmatch(str(value).strip("{} ")):
        return (
            "number",
            ERROR,
            column.name,
            tr("{column} is not a uuid.", column=name),
            tr("Write 36 characters such as 0a3f50b4-1111-32b8-e044-0003ba298018."),
        )
    if column.code_list:
        known = lists.get(column.code_list) or code_list(column.code_list)
        if value not in known:
            return (
                "code",
                ERROR,
                column.name,
                tr("{column}: {value} is not an active code.", column=name, value=str(value)),
                tr(
                    "Choose one of {choices}.",
                    choices=", ".join(f"{c} {t}" for c, t in known.items()),
                ),
            )
    if column.pattern and not re.fullmatch(column.pattern, str(value)):
        return (
            "pattern",
            ERROR,
            column.name,
            tr("{column}: {value} has not the form it should.", column=name, value=str(value)),
            tr("Write it as the column's description says."),
        )
    if column.length and len(str(value)) > column.length:
        return (
            "length",
            ERROR,
            column.name,
            tr(
                "{column} has {length} characters; {limit} are allowed.",
                column=name,
                length=len(str(value)),
                limit=column.length,
            ),
            tr("Shorten the text."),
        )
    if column.minimum is not None and not column.minimum <= value <= column.maximum:
        return (
            "range",
            ERROR,
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
    return None


def _of_row(
    theme: Theme, municipality: str, row: Mapping[str, object]
) -> "List[Tuple[Tuple[str, ...], tuple]]":
    """(columns it looks at, broken rule) of the rules that look at more than one column, or at the
    municipality."""
    found: "List[Tuple[Tuple[str, ...], tuple]]" = []
    authority = municipalities()[municipality].cvr if municipality else None
    cvr = row.get("cvr_kode")
    if (
        authority
        and cvr is not None
        and cvr == cvr
        and str(cvr).strip()
        and str(cvr).split(".")[0] != str(authority)
    ):
        found.append(
            (
                ("cvr_kode",),
                (
                    "municipality",
                    ERROR,
                    "cvr_kode",
                    tr(
                        "The CVR number {cvr} is not the municipality's own ({own}).",
                        cvr=cvr,
                        own=authority,
                    ),
                    tr(
                        "A municipality registers its own objects alone. Write {own}.",
                        own=authority,
                    ),
                ),
            )
        )
    if theme.has_grades:
        names = (theme.fields["grade_from"], theme.fields["grade_to"])
        first, last = (grade_position(row.get(name)) for name in names)
        if first is not None and last is not None and first > last:
            found.append(
                (
                    names,
                    (
                        "grades",
                        ERROR,
                        names[1],
                        tr("The first grade comes after the last."),
                        tr("Exchange the two."),
                    ),
                )
            )
    small = small_figure(row.get("note"))
    if small is not None:
        found.append(
            (
                ("note",),
                (
                    "small_figure",
                    ERROR,
                    "note",
                    tr(
                        "The note tells of {count} persons or households, under the limit of "
                        "{limit}.",
                        count=small,
                        limit=LIMIT,
                    ),
                    tr("Leave the figure out: notes in GeoFA can be read by everybody."),
                ),
            )
        )
    return found + (_of_figure(row) if theme.proposed else [])


def _of_figure(row: Mapping[str, object]) -> "List[Tuple[Tuple[str, ...], tuple]]":
    """The rules of the proposed theme's figures."""
    columns = ("vaerdi", "naevner", "tal_status_kode")
    value, base, status = (row.get(name) for name in columns)
    if value is not None and base is not None and base < LIMIT:
        return [
            (
                columns,
                (
                    "small_figure",
                    ERROR,
                    "naevner",
                    tr(
                        "The figure is about {count}, under the limit of {limit}.",
                        count=base,
                        limit=LIMIT,
                    ),
                    tr(
                        "Register it without a value and with the status Skjult af "
                        "diskretionshensyn."
                    ),
                ),
            )
        ]
    if status is not None and (value is not None) != (status == RELEASED):
        return [
            (
                columns,
                (
                    "figure_status",
                    ERROR,
                    "tal_status_kode",
                    tr("A figure has a value where it is released, and there alone."),
                    tr("Empty the value, or set the status Frigivet."),
                ),
            )
        ]
    return []


def grade_position(code: object) -> Optional[int]:
    """The place among the grades of a code (``3``, ``3.0`` or ``"3"``); None where there is
    none."""
    digits = str(code).split(".")[0]
    return grade_order(int(digits)) if digits.isdigit() else None


def small_figure(note: object) -> Optional[int]:
    """The first figure about people under the limit that ``note`` holds, None where there is
    none."""
    if note is None or note != note:
        return None
    for pattern in (FIGURE_BEFORE_PEOPLE, FIGURE_AFTER_COUNT):
        for found in pattern.finditer(str(note)):
            if int(found.group(1)) < LIMIT:
                return int(found.group(1))
    return None
