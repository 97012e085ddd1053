"""The address list: address key → coordinates. It is looked up here; no address is sent
anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import register_kind
from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from ..sources import RegisterSource
from ..written.keys import house_of, normal_keys
from .table import read_table

KEYS = ("address_key", "address_id", "access_address_id")


@dataclass(frozen=True)
class AddressList:
    """Unique keys with coordinates.

    Attributes:
        keys: every key an address goes by: KVHX, DAR ids, access address ids (n).
        rows: the address (position in ``x``, ``y``) of each key (n).
        houses, house_rows: keys of houses (KVH, 12 characters), and one address of each.
        x, y: metres, EPSG:25832, NaN unknown (one per address).
    """

    keys: pd.Index
    rows: np.ndarray
    houses: pd.Index
    house_rows: np.ndarray
    x: np.ndarray
    y: np.ndarray

    def find(self, keys: Sequence[str]) -> "Tuple[np.ndarray, np.ndarray]":
        """The address of each key (position, −1 unknown), and whether it was found by its house
        alone.

        A key is looked up as it is, then in its normal form, then by house number: a flat that the
        list does not have lies where its house lies.
        """
        given = pd.Index(keys, dtype=object)
        found = self._rows_of(_places(self.keys, given))
        lost = np.flatnonzero(found < 0)
        normal = normal_keys(given[lost])
        found[lost] = self._rows_of(_places(self.keys, pd.Index(normal, dtype=object)))
        by_house = np.zeros(len(given), dtype=bool)
        still = [(row, house_of(key)) for row, key in zip(lost, normal) if found[row] < 0]
        if still:
            rows = np.array([row for row, _ in still])
            place = _places(self.houses, pd.Index([house for _, house in still], dtype=object))
            found[rows] = np.where(place >= 0, np.append(self.house_rows, -1)[place], -1)
            by_house[rows] = (place >= 0) & np.array([not _is_house(given[row]) for row in rows])
        return found, by_house

    def _rows_of(self, positions: np.ndarray) -> np.ndarray:
        return np.append(self.rows, -1)[positions]


def _places(keys: pd.Index, wanted: pd.Index) -> np.ndarray:
    """The position in ``keys`` of each of those ``wanted``, -1 where it is not there."""
    return keys.get_indexer(wanted)  # type: ignore[no-untyped-call]


def _is_house(key: str) -> bool:
    """Does the key itself name a house and no flat?"""
    return len(key.strip("_ ")) <= 12


def make_address_list(table: pd.DataFrame) -> "Tuple[AddressList, int]":
    """The list of ``table`` (key columns, ``x``, ``y``), and how many keys stood with several
    coordinates."""
    parts: List[pd.DataFrame] = []
    for name in KEYS:
        if name in table:
            there = np.flatnonzero(table[name].notna().to_numpy())
            keys = normal_keys(table[name].iloc[there].astype(str))
            parts.append(
                pd.DataFrame({"key": keys, "row": there, "one_place": name != "access_address_id"})
            )
    every = pd.concat(parts, ignore_index=True)
    x, y = table["x"].to_numpy(dtype="float64"), table["y"].to_numpy(dtype="float64")
    first, again = every.drop_duplicates("key"), every[every["key"].duplicated()]
    at = first.set_index("key")["row"].reindex(again["key"]).to_numpy()
    here = again["row"].to_numpy()
    unlike = again["one_place"].to_numpy() & ~(_equal(x[at], x[here]) & _equal(y[at], y[here]))
    houses = pd.DataFrame(
        {"house": [house_of(key) for key in first["key"]], "row": first["row"].to_numpy()}
    )
    houses = houses[(houses["house"] != "") & ~np.isnan(x[houses["row"]])].drop_duplicates("house")
    addresses = AddressList(
        pd.Index(first["key"], dtype=object),
        first["row"].to_numpy(),
        pd.Index(houses["house"], dtype=object),
        houses["row"].to_numpy(),
        x,
        y,
    )
    return addresses, int(again["key"][unlike].nunique())


def _equal(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a == b) | (np.isnan(a) & np.isnan(b))


def read_addresses(sources: Sequence[RegisterSource], progress: Progress) -> AddressList:
    """The addresses of ``sources``; the first of several rows with one key counts.

    Raises:
        InputError: a needed column is missing or a cell cannot be read; names file, row and field.
    """
    table = read_table(register_kind("addresses"), sources, progress)
    addresses, unlike = make_address_list(table)
    keyless = int(table[[name for name in KEYS if name in table]].isna().all(axis=1).sum())
    if keyless:
        progress.warn(
            tr(
                "{count} rows of the address list have no key and are not used.",
                count=number(keyless),
            )
        )
    if unlike:
        progress.warn(
            tr(
                "{count} address keys stand in the address list with several coordinates; the "
                "first is used.",
                count=number(unlike),
            )
        )
    return addresses
