"""The address list: address key → coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import numpy as np
import pandas as pd

from ..catalogue.register_kinds import register_kind
from ..errors import InputError
from ..i18n import number, tr
from ..progress import Progress
from .canonical import to_canonical
from .mapping import complete_mapping
from .sources import RegisterSource


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
    kind = register_kind("addresses")
    parts = []
    for source in sources:
        roles = complete_mapping({}, source.columns, kind, source.name)
        for column in kind.columns:
            if column.required and column.name not in roles:
                raise InputError(
                    tr("The address list {file} has no column for {role}.", file=source.name, role=column.name),
                    tr("Give it the columns address_key, x and y (or kvhx, etrs89_oest and etrs89_nord)."),
                )
        for first_row, piece in source.pieces(roles, kind, progress):
            parts.append(to_canonical(piece, kind, roles, source.name, first_row, kind.names))
    if not parts:
        raise InputError(tr("The address list {file} has no rows.", file=sources[0].name),
                         tr("Give it the columns address_key, x and y (or kvhx, etrs89_oest and etrs89_nord)."))
    table = pd.concat([part.astype({"address_key": object}) for part in parts], ignore_index=True)
    table = table[table["address_key"].notna()]
    unlike = table.drop_duplicates().duplicated("address_key").sum()
    if unlike:
        progress.warn(
            tr("{count} address keys stand in the address list with several coordinates; the first is used.",
               count=number(int(unlike)))
        )
    table = table.drop_duplicates("address_key")
    return AddressList(pd.Index(table["address_key"]), table["x"].to_numpy(), table["y"].to_numpy())
