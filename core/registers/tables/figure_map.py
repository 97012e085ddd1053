"""Which area a housing department or another unit of finished figures lies in, and how much of
it."""

from __future__ import annotations

from typing import Sequence

import pandas as pd

from ...catalogue.registers.kinds import register_kind
from ...errors import InputError
from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from ..sources import RegisterSource
from ..written.keys import whole_number
from .table import read_table

COLUMNS = ("unit", "area", "share", "file", "row")


def read_figure_map(sources: Sequence[RegisterSource], progress: Progress) -> pd.DataFrame:
    """The mapping table of ``sources``.

    Returns:
        DataFrame ``COLUMNS``: ``unit`` and ``area`` (texts), ``share`` (0-1) of the unit that lies
        in the area, 1 where the table does not say; ``file`` and ``row``, where it stands.
    Raises:
        InputError: a column is missing, a share is no number from 0 to 1, or a unit stands twice
            with one area; names file, row and field.
    """
    table = read_table(register_kind("figure_map"), sources, progress, placed=True)
    if "share" not in table:
        table["share"] = 1.0
    table["share"] = table["share"].fillna(1.0)
    lacking = table[["unit", "area"]].isna().any(axis=1)
    if lacking.any():
        first = table[lacking].iloc[0]
        progress.warn(
            tr(
                "{count} rows of the table of units and areas lack one of them and are not used; "
                "the first is row {row} of {file}.",
                count=number(int(lacking.sum())),
                row=first["row"],
                file=first["file"],
            )
        )
    table = table[~lacking & (table["share"] > 0)].reset_index(drop=True)
    for name in ("unit", "area"):
        table[name] = [whole_number(str(text).strip()) for text in table[name]]
    twice = table[table.duplicated(["unit", "area"])]
    if len(twice):
        row = twice.iloc[0]
        raise InputError(
            tr(
                "{file}, row {row}, field {field}: the unit {unit} stands more than once with the "
                "area {area}.",
                file=row["file"],
                row=row["row"],
                field="unit",
                unit=row["unit"],
                area=row["area"],
            ),
            tr("Keep one row for each unit and area."),
        )
    return table[list(COLUMNS)]
