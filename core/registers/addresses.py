"""The address list: address key → coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import numpy as np
import pandas as pd

from ..catalogue.register_kinds import register_kind
from ..i18n import number, tr
from ..progress import Progress
from .sources import RegisterSource
from .table import read_table


@dataclass(frozen=True)
class AddressList:
    """Unique keys with coordinates: ``keys`` (n), ``x`` and ``y`` (n, metres, EPSG:25832, NaN unknown)."""

    keys: pd.Index
    x: np.ndarray
    y: np.ndarray


def read_addresses(sources: Sequence[RegisterSource], progress: Progress) -> AddressList:
    """The addresses of ``sources``; the first of several rows with one key counts.

    Raises:
        InputError: a needed column is missing or a cell cannot be read; names file, row and field.
    """
    table = read_table(register_kind("addresses"), sources, progress)
    table = table[table["address_key"].notna()]
    unlike = table.drop_duplicates().duplicated("address_key").sum()
    if unlike:
        progress.warn(
            tr("{count} address keys stand in the address list with several coordinates; the first is used.",
               count=number(int(unlike)))
        )
    table = table.drop_duplicates("address_key")
    return AddressList(pd.Index(table["address_key"]), table["x"].to_numpy(), table["y"].to_numpy())
