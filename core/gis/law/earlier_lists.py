"""Earlier lists from a layer or file: area, year, category."""

from __future__ import annotations

from typing import Dict, Tuple

from ...errors import InputError
from ...i18n import tr
from ...pipeline.judging import history_of
from ..host import compat
from ..sources.field_names import AREA_FIELDS, YEAR_FIELDS, guess_field
from ..sources.table_layer import table_layer

FIELDS = {"area": AREA_FIELDS, "year": YEAR_FIELDS, "category": ("category", "kategori")}


def read_history_source(source: object) -> Dict[Tuple[str, int], str]:
    """(area, list year) → category from a layer or the path of a table.

    Raises:
        InputError: it cannot be opened, a column is missing, or a year is no number.
    """
    layer = table_layer(source)
    names = layer.fields().names()
    columns = []
    for role, guesses in FIELDS.items():
        found = guess_field(names, guesses)
        if found is None:
            raise InputError(
                tr("The table of earlier lists has no column {column}.", column=role),
                tr("It needs the columns area, year and category."),
            )
        columns.append(found)
    area, year, category = columns
    return history_of(
        (compat.text_of(f[area]), compat.value(f[year]), compat.value(f[category]))
        for f in layer.getFeatures()
    )
