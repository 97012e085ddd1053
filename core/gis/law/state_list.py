"""The state's list as the user has typed it in: one row per area and year, figures as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Tuple

from qgis.core import QgsFeatureSource

from ...catalogue.law.figures import PERSONS
from ...catalogue.law.measured import against_nation, figures_of_law
from ...catalogue.law.rule_sets import leading_criteria, rule_set_for_year
from ...errors import InputError
from ...i18n import tr
from ..host.compat import text_of
from ..sources.field_names import AREA_FIELDS, NAME_FIELDS, YEAR_FIELDS, guess_field
from .figures import figures_of

if TYPE_CHECKING:
    import pandas as pd


def _printed() -> Dict[str, Tuple[str, ...]]:
    """Figure → names of its column, for the figures that the list prints: all but those of
    persons."""
    return {one.id: one.fields for one in figures_of_law().values() if one.unit != PERSONS}


def wanted_columns() -> Tuple[str, ...]:
    """The columns that a list typed in needs, by the names to write them by."""
    return (AREA_FIELDS[0], "year", *(names[-1] for names in _printed().values()))


def read_state_list(source: QgsFeatureSource) -> "pd.DataFrame":
    """The list in ``source``; rows with nothing in them are passed over.

    Returns:
        ``area_id`` (the area's id or name) and ``name`` (the area's name where there is a column
        for it too), ``year``, and of the figures the law looks at and ``<figure>_national`` those
        there are, in percent.
    Raises:
        InputError: area, year or every figure is missing, a cell is no number, the year is none
            with rules, or an area is there twice in a year; names table and row.
    """
    names, table = source.fields().names(), source.sourceName()
    printed = _printed()
    columns = {
        **printed,
        "year": YEAR_FIELDS,
        **{figure.nation_column: figure.nation_fields for figure in against_nation()},
    }
    found = {figure: guess_field(names, guesses) for figure, guesses in columns.items()}
    fields = {figure: field for figure, field in found.items() if field}
    area = guess_field(names, AREA_FIELDS)
    lacking = ([AREA_FIELDS[0]] if area is None else []) + (
        ["year"] if "year" not in fields else []
    )
    if not set(fields) & set(printed):
        first = next(iter(leading_criteria().values()))
        lacking.append(printed[first.figure][-1])
    if lacking:
        raise InputError(
            tr("The state's list {table} has no column {column}.", table=table, column=lacking[0]),
            tr(
                "It needs the columns {columns}.",
                columns=", ".join(wanted_columns()),
            ),
        )
    state = figures_of(source, fields, area)
    called = guess_field(names, NAME_FIELDS)
    state.insert(
        1, "name", [text_of(feature[called]) for feature in source.getFeatures()] if called else ""
    )
    blank = state["area_id"].fillna("").str.strip() == ""
    state = state[~(blank & state[list(fields)].isna().all(axis=1))]
    _check_rows(state, table)
    return state.reset_index(drop=True)


def _check_rows(state: "pd.DataFrame", table: str) -> None:
    """Refuse the first row (rows are numbered by the index, from 0) without area or year, or that
    is there twice."""
    for wrong, message in (
        (state["year"].isna(), tr("the list's year is missing")),
        (state["area_id"].fillna("").str.strip() == "", tr("the area is missing")),
        (~state["year"].map(_has_rules).astype(bool), tr("no rules are known for that year")),
        (state.duplicated(["area_id", "year"]), tr("the area is there twice in that year")),
    ):
        if wrong.any():
            raise InputError(
                tr(
                    "The state's list {table}, row {row}: {message}.",
                    table=table,
                    row=int(wrong.idxmax()) + 1,
                    message=message,
                ),
                tr("Correct the row."),
            )


def _has_rules(year: float) -> bool:
    if year != year or year != int(year):
        return False
    try:
        rule_set_for_year(int(year))
    except InputError:
        return False
    return True
