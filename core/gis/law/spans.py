"""Whether the figures of a table can be the law's: a share for a percentage, kroner for percent,
are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ...catalogue.law.measured import figures_of_law, spans
from ...errors import InputError
from ...i18n import tr
from ...numbers import number
from ...registers.column_names import safe_names
from .fields import LawFields, key_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def check_figures(read: "pd.DataFrame", fields: LawFields, table: str) -> List[str]:
    """What must be known of the figures ``read`` (columns as ``LawFields.wanted`` names them) of
    ``table``.

    Raises:
        InputError: one is none that its figure can be; names table, row and field.
    """
    said = []
    above_one = {figure.id for figure in figures_of_law().values() if figure.above_one_percent}
    for figure, offers in fields.offers.items():
        for field_name in dict.fromkeys(offers.values()):
            values = read[key_of(figure, field_name)].to_numpy(dtype="float64")
            refuse_outside(figure, values, table, safe_names([field_name], fields.names))
            if figure in above_one and (values > 0).any() and not (values > 1).any():
                said.append(
                    tr(
                        "{table}: all figures in {field} are at most 1 percent. If they are "
                        "shares, write them "
                        "as percentages (0.605 as 60.5).",
                        table=table,
                        field=safe_names([field_name], fields.names),
                    )
                )
    keys = [
        key_of(figure, field_name)
        for figure, offers in fields.offers.items()
        for field_name in offers.values()
    ]
    empty = read[keys].isna().all(axis=1).to_numpy(dtype=bool)
    if keys and empty.any():
        said.append(
            tr(
                "{table}: {count} rows have no figures, and nothing can be said of them; the first "
                "is row "
                "{row}.",
                table=table,
                count=number(int(empty.sum())),
                row=int(empty.argmax()) + 1,
            )
        )
    return said


def refuse_outside(figure: str, values: "np.ndarray", table: str, field: str) -> None:
    """Raise ``InputError`` at the first of the ``values`` (float64) that the law's ``figure``
    cannot be."""
    import numpy as np

    least, most = spans()[figure]
    with np.errstate(invalid="ignore"):
        wrong = np.flatnonzero((values < least) | (values > most))
    if len(wrong):
        raise InputError(
            tr(
                "{file}, row {row}, field {field}: {message}{more}.",
                file=table,
                row=int(wrong[0]) + 1,
                field=field,
                message=tr(
                    "the value is outside {minimum}-{maximum}",
                    minimum=f"{least:g}",
                    maximum=f"{most:g}",
                ),
                more="",
            ),
            tr("Correct the cell, or choose another field."),
        )


def told_twice(figures: "pd.DataFrame", table: str) -> List[str]:
    """A sentence where an area stands more than once at one time in ``figures`` (``area_id``,
    ``year``, ``period``)."""
    key = [name for name in ("area_id", "year", "period") if name in figures]
    again = figures[figures["area_id"] != ""].duplicated(key) if "area_id" in figures else None
    if again is None or not again.any():
        return []
    row = int(again.to_numpy(dtype=bool).argmax())
    return [
        tr(
            "{table}: {count} rows are of an area and time that stand in an earlier row; the first "
            "is row {row}. "
            "Each is judged by itself.",
            table=table,
            count=number(int(again.sum())),
            row=row + 1,
        )
    ]
