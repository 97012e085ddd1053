"""Finished figures in somebody's table: which field is which, and what a cell says."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Mapping, Optional, Sequence

from qgis.core import QgsFeatureRequest, QgsFeatureSource

from ..errors import InputError
from ..i18n import tr
from ..registers.column_names import told
from . import compat
from .compat import text_of
from .field_names import guess_field

if TYPE_CHECKING:
    import pandas as pd

THOUSANDS = re.compile(r"^[1-9]\d{0,2}(\.\d{3})+$")
LAW_FIELDS = {
    "population": ("population",),
    "nonwestern": ("nonwestern", "nonwestern_pct"),
    "no_work": ("no_work_2y", "no_work", "no_work_pct"),
    "convicted": ("convicted_2y", "convicted", "convicted_pct"),
    "basic_education": ("basic_education", "basic_education_pct", "basic_edu_pct"),
    "income": ("income_region_pct", "income_pct"),
}
NATIONAL_FIELDS = ("convicted_nation_2y", "convicted_national")


def number_of(attribute: object, row: int, field: str, name: str, persons: bool = False) -> float:
    """A figure from a cell: numbers, or texts with point or comma; an empty cell is missing (NaN).

    ``1.500`` is fifteen hundred where ``persons`` are counted, and one and a half in percent.

    Raises:
        InputError: the text is no number; names table, row and field.
    """
    plain = compat.value(attribute)
    if plain is None:
        return float("nan")
    if isinstance(plain, str):
        text = plain.strip().replace("%", "").replace("\u00a0", "").strip()
        if text.lower() in ("", "-", "..", ".", "na", "nan", "null"):
            return float("nan")
        if "," in text or (persons and THOUSANDS.match(text)):
            text = text.replace(".", "").replace(",", ".")
        plain = text
    try:
        found = float(plain)
    except (TypeError, ValueError):
        found = float("inf")
    if math.isinf(found):
        raise InputError(
            tr("{file}, row {row}, field {field}: {message}{more}.", file=name, row=row, field=told([field]),
               message=tr("text where a number is expected"), more=""),
            tr("Correct the cell, or choose another field."))
    return found


def figures_of(source: QgsFeatureSource, fields: Mapping[str, str], area_field: Optional[str]) -> "pd.DataFrame":
    """One row per feature: ``area_id`` (text) and a float column per entry of ``fields`` (figure → field)."""
    import pandas as pd

    rows = []
    for row, feature in enumerate(source.getFeatures(QgsFeatureRequest()), start=1):
        cells = {
            figure: number_of(feature[field], row, field, source.sourceName(), figure == "population")
            for figure, field in fields.items()
        }
        rows.append({"area_id": text_of(feature[area_field]) if area_field else str(row), **cells})
    return pd.DataFrame(rows, columns=["area_id", *fields])


def given_or_guessed(given: str, guesses: Sequence[str], names: Sequence[str], parameter: str,
                     table: str) -> Optional[str]:
    """The field the user gave, else the first of ``guesses`` the table has, else None.

    Raises:
        InputError: the given field is not in the table.
    """
    if given and given not in names:
        raise InputError(
            tr("{table} has no field {field} (wanted as {parameter}).", table=table, field=told([given], names),
               parameter=parameter),
            tr("Choose one of its fields: {choices}.", choices=told(names)),
        )
    return given or guess_field(names, guesses)
