"""Columns of numbers: with decimals, whole, coordinates, yes and no."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...i18n import tr
from ..workbooks.cell_reader import Percent
from ..written.numbers import doubt_next_step, doubt_text, read_numbers
from .cells import Cells
from .meanings import certain_meaning

PERCENT = "procent"


def _share_of(cell: object) -> object:
    """The cell of a column of shares: 0.5 where the sheet shows 50 %, 1 for true."""
    if isinstance(cell, Percent):
        return cell.share
    return float(cell) if isinstance(cell, bool) else cell


def _numbers(cells: Cells) -> np.ndarray:
    """The cells as float64, NaN where there is no number; what is none is refused."""
    values = cells.values
    if values.dtype.kind in "if":
        return values.to_numpy(dtype="float64")
    if values.dtype.kind in "bO" and cells.column.maximum == 1:
        values = values.map(_share_of)
    found = read_numbers(
        values, cells.sign, percent=cells.column.unit == PERCENT or bool(cells.column.by)
    )
    cells.refuse(
        found.wrong,
        tr("text where a number is expected"),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    cells.refuse(found.doubtful, doubt_text(), doubt_next_step())
    cells.remark(
        found.hidden,
        tr("the source hides the number, and it counts as unknown"),
        tr("Ask whoever delivers the file for the numbers, if they are needed."),
        "hidden",
    )
    return found.values


def _bounded(cells: Cells, numbers: np.ndarray) -> np.ndarray:
    """``numbers`` without those out of the column's bounds, which are refused; a coordinate of 0 is
    how systems write that there is none."""
    column = cells.column
    with np.errstate(invalid="ignore"):
        wrong = (numbers < column.minimum) | (numbers > column.maximum) | np.isinf(numbers)
    if column.type == "coordinate":
        numbers = np.where(numbers == 0, np.nan, numbers)
        wrong &= ~np.isnan(numbers)
        hint = tr(
            "Coordinates must be metres in EPSG:25832. Reproject the file, or map the right "
            "columns."
        )
    else:
        hint = tr("Correct the cell, or map another column to {role}.", role=column.name)
    cells.refuse(
        wrong,
        tr(
            "the value is outside {minimum}-{maximum}",
            minimum=f"{column.minimum:g}",
            maximum=f"{column.maximum:g}",
        ),
        hint,
    )
    return np.where(wrong, np.nan, numbers)


def number(cells: Cells) -> pd.Series:
    """Numbers as float64, within the column's bounds."""
    numbers = _numbers(cells)
    if cells.column.minimum is not None:
        numbers = _bounded(cells, numbers)
    return pd.Series(numbers, index=cells.values.index)


def integer(cells: Cells) -> pd.Series:
    """Whole numbers as float32, so that missing ones have a place."""
    numbers = number(cells)
    broken = numbers.notna() & (numbers % 1 != 0)
    cells.refuse(
        broken.to_numpy(),
        tr("a whole number is expected"),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    return numbers.mask(broken).astype("float32")


def boolean(cells: Cells) -> pd.Series:
    """Yes and no as float32: 1, 0, or missing."""

    values = cells.values
    if values.dtype.kind in "fi":
        numbers = values.to_numpy(dtype="float32")
        if np.isin(numbers[~np.isnan(numbers)], (0, 1)).all():
            return pd.Series(numbers, index=values.index)
    known = cells.translated(
        certain_meaning(cells.column),
        tr("0 or 1 is expected"),
        tr("Write 1 for yes, 0 for no, nothing for unknown, or say what the value means."),
    ).cat
    numbers = np.append(known.categories.to_numpy(dtype="float32"), np.float32("nan"))[
        known.codes.to_numpy()
    ]
    return pd.Series(numbers.astype("float32"), index=cells.values.index)
