"""Finished figures in somebody's table: which field is which, and what a cell says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsFeatureRequest, QgsFeatureSource

from ...catalogue.law.figures import PERSONS
from ...catalogue.law.measured import against_nation, figures_of_law
from ...errors import InputError
from ...i18n import tr
from ..host import compat
from ..host.compat import text_of
from ..sources.field_names import guess_field

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

RESIDENTS, LAW = "residents", "law_percent"


def number_of(attribute: object, row: int, field: str, name: str, persons: bool = False) -> float:
    """A figure of the law from one cell alone; an empty cell, and one whose figure is hidden, is
    missing (NaN).

    ``1.500`` is fifteen hundred where ``persons`` are counted, and one and a half in percent.

    Raises:
        InputError: the text is no number; names table, row and field.
    """
    return float(column_numbers([attribute], field, name, RESIDENTS if persons else LAW, row)[0])


def column_numbers(
    attributes: Sequence[object], field: str, name: str, unit: str = "", first_row: int = 1
) -> "np.ndarray":
    """The cells of a column as numbers (float64); empty cells, and figures hidden by their source,
    are missing (NaN).

    The decimal sign is found from all of them; ``unit`` (of the catalogue's ``usual.json``) says
    what they can be.

    Raises:
        InputError: a text is no number, or can be read as two; names table, row and field.
    """
    import numpy as np
    import pandas as pd

    from ...registers.column_names import safe_names
    from ...registers.written.numbers import (
        Evidence,
        doubt_next_step,
        doubt_text,
        read_numbers,
        span_of_unit,
    )

    cells = pd.Series([compat.value(attribute) for attribute in attributes], dtype=object)
    evidence = Evidence()
    evidence.add({cell for cell in cells if isinstance(cell, str)})
    found = read_numbers(cells, lambda: evidence.sign({"": span_of_unit(unit)}), percent=True)
    for wrong, message, next_step in (
        (
            found.wrong | np.isinf(found.values),
            tr("text where a number is expected"),
            tr("Correct the cell, or choose another field."),
        ),
        (
            found.doubtful | (unit == RESIDENTS and _thousandths(found.values)),
            doubt_text(),
            doubt_next_step(),
        ),
    ):
        if wrong.any():
            raise InputError(
                tr(
                    "{file}, row {row}, field {field}: {message}{more}.",
                    file=name,
                    row=int(np.flatnonzero(wrong)[0]) + first_row,
                    field=safe_names([field]),
                    message=message,
                    more="",
                ),
                next_step,
            )
    return found.values


def _thousandths(values: "np.ndarray") -> "np.ndarray":
    """Those of the residents who are no whole people, where a reader seems to have taken 1.500 for
    one and a half."""
    import numpy as np

    broken = np.nan_to_num(values % 1) != 0
    alike = (values[broken] < 1000) & (np.round(values[broken], 3) == values[broken])
    return broken & bool(alike.all())


def figures_of(
    source: QgsFeatureSource, fields: Mapping[str, str], area_field: Optional[str]
) -> "pd.DataFrame":
    """One row per feature: ``area_id`` (text) and a float column per entry of ``fields`` (figure →
    field)."""
    import pandas as pd

    areas: List[str] = []
    cells: Dict[str, List[object]] = {figure: [] for figure in fields}
    for row, feature in enumerate(source.getFeatures(QgsFeatureRequest()), start=1):
        areas.append(text_of(feature[area_field]) if area_field else str(row))
        for figure, field in fields.items():
            cells[figure].append(feature[field])
    read = {
        figure: column_numbers(cells[figure], field, source.sourceName(), unit_of(figure))
        for figure, field in fields.items()
    }
    return pd.DataFrame(
        {"area_id": pd.Series(areas, dtype=object), **read}, columns=["area_id", *fields]
    )


def unit_of(figure: str) -> str:
    """The unit of a ``figure``: one of the law's (also as ``=<field>``), or the indicator of that
    name."""
    from ...catalogue.indicators.definitions import all_indicators

    if figure == "year":
        return "calendar_year"
    measured = figures_of_law().get(figure)
    if measured is not None and measured.unit == PERSONS:
        return RESIDENTS
    if figure.endswith(("_denominator", "_numerator")):
        return PERSONS
    nations = [one.nation_column for one in against_nation()]
    if measured is not None or figure in nations or figure.startswith("="):
        return LAW
    return next((indicator.unit for indicator in all_indicators() if indicator.id == figure), "")


def given_or_guessed(
    given: str, guesses: Sequence[str], names: Sequence[str], parameter: str, table: str
) -> Optional[str]:
    """The field the user gave, else the first of ``guesses`` the table has, else None.

    Raises:
        InputError: the given field is not in the table.
    """
    if given and given not in names:
        from ...registers.column_names import safe_names

        raise InputError(
            tr(
                "{table} has no field {field} (wanted as {parameter}).",
                table=table,
                field=safe_names([given], names),
                parameter=parameter,
            ),
            tr("Choose one of its fields: {choices}.", choices=safe_names(names)),
        )
    return given or guess_field(names, guesses)
