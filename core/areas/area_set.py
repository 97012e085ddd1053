"""An area set: areas with ids, names and geometry in EPSG:25832."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Sequence

import pandas as pd

from ..errors import InputError
from ..i18n import tr
from ..plain_text import printable

CRS = "EPSG:25832"
COLUMNS = ("area_id", "name", "objekt_id", "versions_id", "noegle", "wkb")


@dataclass(frozen=True)
class Provenance:
    """Where an area set came from, and since when its boundaries hold.

    Attributes:
        source: address or file; retrieved: ISO time.
        valid_from: ISO date its boundaries hold from, empty where nobody has said: tells the
            versions of one area set (the same ``AreaSet.id``) apart.
    """

    source: str = ""
    retrieved: str = ""
    licence: str = ""
    valid_from: str = ""


UNKNOWN_PROVENANCE = Provenance()


@dataclass(frozen=True)
class AreaSet:
    """Areas that are counted together.

    Attributes:
        id: short and stable, ``5713-11`` or the layer's name; names the set in the monitor file.
        kind: ``partition`` (covers without overlap) or ``free`` (may overlap).
        municipality: four-digit code, or empty.
        theme: GeoFA theme code, or empty.
        areas: DataFrame with the columns ``area_id`` (unique text), ``name``, ``objekt_id``,
            ``versions_id``, ``noegle`` (texts, may be empty) and ``wkb`` (bytes, polygon or
            multipolygon, EPSG:25832, metres).
    """

    id: str
    name: str
    kind: str
    areas: pd.DataFrame
    municipality: str = ""
    theme: str = ""
    provenance: Provenance = UNKNOWN_PROVENANCE

    @property
    def valid_from(self) -> str:
        """ISO date its boundaries hold from, empty where nobody has said."""
        return self.provenance.valid_from

    @property
    def area_ids(self) -> Sequence[str]:
        """The ids, in order."""
        return self.areas["area_id"].tolist()


def fingerprint(area_set: AreaSet) -> str:
    """What the boundaries are, in 64 hexadecimal digits: the same for the same ids and shapes."""
    return fingerprint_of(list(zip(area_set.areas["area_id"], area_set.areas["wkb"])))


def fingerprint_of(areas: "Sequence[tuple[str, bytes]]") -> str:
    """The ``fingerprint`` of areas given as (id, WKB)."""
    digest = hashlib.sha256()
    for area_id, wkb in sorted(areas):
        digest.update(area_id.encode("utf-8") + b"\0" + hashlib.sha256(bytes(wkb)).digest())
    return digest.hexdigest()


def make_area_set(
    identifier: str,
    name: str,
    kind: str,
    areas: pd.DataFrame,
    municipality: str = "",
    theme: str = "",
    provenance: Provenance = UNKNOWN_PROVENANCE,
) -> AreaSet:
    """An ``AreaSet`` of ``areas`` (columns as ``AreaSet.areas``, ``noegle`` where there is one),
    checked.

    Raises:
        InputError: no areas, an empty or repeated id, or an area without geometry; names the area.
    """
    if not len(areas):
        raise InputError(
            tr("The area set {name} has no areas.", name=name),
            tr("Choose another layer or widen the filter."),
        )
    ids = areas["area_id"]
    if (ids == "").any():
        raise InputError(
            tr(
                "{name}: area {row} has an empty area id.",
                name=name,
                row=int((ids == "").to_numpy().argmax()) + 1,
            ),
            tr("Fill the id field, or choose a field that is filled for every area."),
        )
    twice = ids[ids.duplicated()].unique()
    if len(twice):
        raise InputError(
            tr(
                "{name}: the area id {ids} is used more than once.",
                name=name,
                ids=", ".join(twice[:5]),
            ),
            tr(
                "Choose a field with one value per area, or dissolve the areas that belong "
                "together."
            ),
        )
    empty = areas.loc[areas["wkb"].map(len) == 0, "area_id"]
    if len(empty):
        raise InputError(
            tr("{name}: the area {ids} has no geometry.", name=name, ids=", ".join(empty[:5])),
            tr("Draw the area, or delete the row."),
        )
    named = areas.assign(
        name=[printable(text) if isinstance(text, str) else text for text in areas["name"]],
        noegle=areas["noegle"].fillna("") if "noegle" in areas else "",
    )
    return AreaSet(
        id=identifier,
        name=printable(name),
        kind=kind,
        areas=named.reset_index(drop=True)[list(COLUMNS)],
        municipality=municipality,
        theme=theme,
        provenance=provenance,
    )
