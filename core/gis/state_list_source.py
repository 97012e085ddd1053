"""The state's list as the user has typed it in: one row per area and year, figures as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureSource

from ..errors import InputError
from ..i18n import tr
from .field_names import AREA_FIELDS, YEAR_FIELDS, guess_field
from .finished_figures import LAW_FIELDS, NATIONAL_FIELDS, figures_of

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {**LAW_FIELDS, "year": YEAR_FIELDS, "convicted_national": NATIONAL_FIELDS}


def read_state_list(source: QgsFeatureSource) -> "pd.DataFrame":
    """The list in ``source``.

    Returns:
        ``area_id`` (what names the area: its id or name), ``year``, and of the figures of
        ``finished_figures.LAW_FIELDS`` and ``convicted_national`` those there are, in percent.
    Raises:
        InputError: area, year or every figure is missing, a cell is no number, or an area is there twice in a year;
            names table and row.
    """
    names, table = source.fields().names(), source.sourceName()
    found = {figure: guess_field(names, guesses) for figure, guesses in COLUMNS.items()}
    fields = {figure: field for figure, field in found.items() if field}
    area = guess_field(names, AREA_FIELDS)
    lacking = ([AREA_FIELDS[0]] if area is None else []) + (["year"] if "year" not in fields else [])
    if not set(fields) & set(LAW_FIELDS):
        lacking.append(LAW_FIELDS["no_work"][-1])
    if lacking:
        raise InputError(
            tr("The state's list {table} has no column {column}.", table=table, column=lacking[0]),
            tr("It needs the columns {columns}.",
               columns=", ".join([AREA_FIELDS[0], "year", *(guesses[-1] for guesses in LAW_FIELDS.values())])))
    state = figures_of(source, fields, area)
    for wrong, message in ((state["year"].isna(), tr("the list's year is missing")),
                           (state["area_id"].fillna("").str.strip() == "", tr("the area is missing")),
                           (state.duplicated(["area_id", "year"]), tr("the area is there twice in that year"))):
        if wrong.any():
            raise InputError(tr("The state's list {table}, row {row}: {message}.", table=table,
                                row=int(wrong.to_numpy().argmax()) + 1, message=message),
                             tr("Correct the row."))
    return state
