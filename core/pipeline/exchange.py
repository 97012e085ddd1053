"""Sharing between municipalities: definitions and released figures go, raw data and hidden figures
stay.

What a package holds has all left the municipality before: its figures are those of a public release
in the ledger, and the scales and class breaks of its indices are worked out from those figures
alone.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

import pandas as pd

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.parser import parse_definition
from ..catalogue.index.presets import as_json, save_definition
from ..catalogue.law.municipalities import municipalities, municipality_code
from ..catalogue.own import catalogue, entries_of
from ..errors import InputError
from ..i18n import tr
from ..protection.statuses import SHOWN
from ..store.monitor_file import MonitorFile
from ..store.packages.file import content_hash, read_package, write_package
from .shared_scales import with_released_scales

PUBLIC = 2
WHOLE_MUNICIPALITY = ""
"""The area set of the municipality's own totals in the ledger: no area to be alike."""


@dataclass(frozen=True)
class Exported:
    """A package that was written: its hash, how many figures it has, and the indices shared without
    a scale."""

    sha256: str
    figures: int
    without_scale: Tuple[str, ...]

    @property
    def notes(self) -> List[str]:
        """Sentences on the indices shared without a scale."""
        return [
            tr(
                "The index {name} is shared without scale: the released figures do not carry it, "
                "or its method "
                "cannot be told in numbers of theirs.",
                name=name,
            )
            for name in self.without_scale
        ]


def public_releases(monitor: MonitorFile) -> pd.DataFrame:
    """The releases for everybody, the newest first: ``release``, ``created``, ``period``."""
    about = monitor.ledger.releases().about
    return (
        about[about["audience"] >= PUBLIC][["release", "created", "period"]]
        .iloc[::-1]
        .reset_index(drop=True)
    )


def export_package(
    monitor: MonitorFile,
    path: "str | Path",
    municipality: str,
    definitions: Sequence[IndexDefinition],
    plugin_version: str,
    release: str = "",
    folder: "str | Path" = "",
) -> Exported:
    """Write a package of a public ``release`` (the newest when empty) with ``definitions``.

    Args:
        folder: the municipality's own catalogue, whose indicators' definitions go along.
    Raises:
        InputError: nothing has been released to the public, or there is no such release.
            StoreError.
    """
    code = municipality_code(municipality)
    chosen = _release(monitor, release)
    ledger = monitor.ledger.releases()
    about = ledger.about[ledger.about["release"] == chosen].iloc[0]
    cells = ledger.cells[
        (ledger.cells["release"] == chosen)
        & (ledger.cells["status"] == SHOWN)
        & (ledger.cells["area_set"] != WHOLE_MUNICIPALITY)
    ]
    indicators = sorted({identifier.split("|")[0] for identifier in cells["indicator"]})
    known = {one.id: one for one in catalogue(folder)}
    shared, bare = with_released_scales(definitions, cells, known)
    content: Dict[str, Any] = {
        "municipality": {"code": code, "name": municipalities()[code].name},
        "created": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        "plugin_version": plugin_version,
        "indicators": [
            {**entry, "fingerprint": definition_hash(entry)}
            for entry in entries_of(indicators, folder)
        ],
        "indices": [as_json(one) for one in shared],
        "edition": {
            "release": chosen,
            "profile": about["profile"],
            "period": about["period"],
            "area_sets": _area_sets(monitor, cells),
            "cells": _cells(cells),
        },
    }
    digest = write_package(path, content)
    return Exported(digest, len(cells), tuple(bare))


def _release(monitor: MonitorFile, wanted: str) -> str:
    public = public_releases(monitor)
    if not len(public):
        raise InputError(
            tr("Nothing has been released to the public from this monitor file."),
            tr("Publish an edition for the public first, on the page Disclosure."),
        )
    if wanted and wanted not in set(public["release"]):
        raise InputError(
            tr("There is no public release {name}.", name=wanted),
            tr("Choose one of {choices}.", choices=", ".join(public["release"])),
        )
    return wanted or public["release"].iloc[0]


def _cells(cells: pd.DataFrame) -> List[List[Any]]:
    columns = ["numerator", "denominator", "value"]
    numbers = cells[columns].astype(object).where(cells[columns].notna(), None)
    return [
        [*keys, *counts]
        for keys, counts in zip(
            cells[["area_set", "area_id", "indicator"]].itertuples(index=False, name=None),
            numbers.itertuples(index=False, name=None),
        )
    ]


def _area_sets(monitor: MonitorFile, cells: pd.DataFrame) -> List[Dict[str, Any]]:
    kept = monitor.areas.sets().set_index("area_set")
    found = []
    for identifier in pd.unique(cells["area_set"]):
        if identifier not in kept.index:
            continue
        released = set(cells.loc[cells["area_set"] == identifier, "area_id"])
        areas = monitor.areas.load(identifier).areas
        found.append(
            {
                "id": identifier,
                "name": kept.loc[identifier, "name"],
                "areas": [
                    {"id": area, "name": name}
                    for area, name in zip(areas["area_id"], areas["name"])
                    if area in released
                ],
            }
        )
    return found


def import_package(
    path: "str | Path", monitor: MonitorFile, folder: "str | Path" = ""
) -> Dict[str, Any]:
    """Keep the package ``path`` in ``monitor``; its indices go to the catalogue ``folder`` where
    one is given, under ``<id>_<municipality code>``.

    Returns:
        The package's content.
    Raises:
        InputError: the file is no whole package. CatalogueError: an index in it cannot be read.
            StoreError.
    """
    content = read_package(path)
    name, code = Path(path).name, content["municipality"]["code"]
    known = municipalities()[municipality_code(code)].name
    definitions = [parse_definition(one, name) for one in content["indices"]]
    renamed = [
        parse_definition(
            as_json(
                replace(
                    one,
                    id=f"{one.id[:50]}_{code}",
                    origin="own",
                    name={language: f"{text} ({known})" for language, text in one.name.items()},
                )
            ),
            name,
        )
        for one in definitions
    ]
    monitor.packages.keep(
        content, datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    )
    for one in renamed if folder else ():
        save_definition(folder, one)
    return content


def definition_hash(entry: Mapping[str, Any]) -> str:
    """The hash of an indicator's definition, worked out from the definition itself: a fingerprint
    that came along proves nothing."""
    return content_hash({key: value for key, value in entry.items() if key != "fingerprint"})
