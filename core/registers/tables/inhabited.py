"""Addresses with the persons who live there, for sharing areas out by where people live."""

from __future__ import annotations

from typing import Mapping, Sequence

import pandas as pd

from ...catalogue.registers.kinds import register_kind
from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from ..sources import RegisterSource
from .table import read_table


def read_inhabited(
    sources: Sequence[RegisterSource], mapping: Mapping[str, str], progress: Progress
) -> pd.DataFrame:
    """The addresses of ``sources``.

    Args:
        mapping: role (``x``, ``y``, ``persons``) → column, where it is not to be guessed.
    Returns:
        DataFrame ``x``, ``y`` (metres EPSG:25832, NaN unknown) and, where the sources have it,
        ``persons`` (NaN unknown).
    Raises:
        InputError: a column is missing, or a cell is no number or less than 0; names file, row and
            field.
    """
    table = read_table(register_kind("inhabited_addresses"), sources, progress, mapping=mapping)
    nowhere = int(table[["x", "y"]].isna().any(axis=1).sum())
    if nowhere:
        progress.warn(
            tr("{count} addresses have no coordinates and are not used.", count=number(nowhere))
        )
    if "persons" in table and table["persons"].isna().any():
        progress.warn(
            tr(
                "{count} addresses do not say how many live there and count as nobody's.",
                count=number(int(table["persons"].isna().sum())),
            )
        )
    return table[[name for name in ("x", "y", "persons") if name in table]]
