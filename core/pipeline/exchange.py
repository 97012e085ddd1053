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
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.index.definitions import GIVEN, THIS_PERIOD, IndexDefinition
from ..catalogue.index.methods import aggregation_traits, class_traits, normalisation_traits
from ..catalogue.index.parser import parse_definition
from ..catalogue.index.presets import as_json, save_definition
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.municipalities import municipalities, municipality_code
from ..catalogue.own import catalogue, entries_of
from ..errors import InputError, SociodemografiError
from ..i18n import tr
from ..index.classes import fixed_at
from ..index.composite import Scores, score_index, signs
from ..index.cube import Cube, cube_of
from ..index.neighbours import Group, neighbours
from ..index.normalisation import scale_numbers
from ..protection.statuses import SHOWN
from ..store.monitor_file import MonitorFile
from ..store.packages.content import figures_of_package
from ..store.packages.file import content_hash, read_package, write_package

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
    shared, bare = _definitions(definitions, cells, known)
    content: Dict[str, object] = {
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


def _cells(cells: pd.DataFrame) -> List[list]:
    columns = ["numerator", "denominator", "value"]
    numbers = cells[columns].astype(object).where(cells[columns].notna(), None)
    return [
        [*keys, *counts]
        for keys, counts in zip(
            cells[["area_set", "area_id", "indicator"]].itertuples(index=False, name=None),
            numbers.itertuples(index=False, name=None),
        )
    ]


def _area_sets(monitor: MonitorFile, cells: pd.DataFrame) -> List[dict]:
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


def _definitions(
    definitions: Sequence[IndexDefinition], cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Tuple[List[IndexDefinition], List[str]]:
    """The definitions with scales and breaks of the released figures, and the ids of those shared
    without."""
    shared, bare = [], []
    for one in definitions:
        _refuse_named_areas(one)
        frozen = _frozen(one, cells, known)
        shared.append(frozen or _without_numbers(one))
        bare += [] if frozen else [one.id]
    return shared, bare


def _refuse_named_areas(definition: IndexDefinition) -> None:
    """A definition that names an area may name one that was not released."""
    methods = {definition.normalisation_of(member).name for member in definition.members}
    if any(normalisation_traits(name).of_area for name in methods):
        raise InputError(
            tr("The index {name} names an area, and cannot be shared.", name=definition.id),
            tr("Choose another normalisation than reference."),
        )


def _without_numbers(definition: IndexDefinition) -> IndexDefinition:
    """``definition`` without scales that may rest on figures that were not released."""
    themes = tuple(
        replace(theme, members=tuple(replace(m, scale=None) for m in theme.members))
        for theme in definition.themes
    )
    return replace(definition, themes=themes, baseline=THIS_PERIOD, baseline_period="")


def _frozen(
    definition: IndexDefinition, cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Optional[IndexDefinition]:
    """``definition`` with the numbers and breaks that the released figures give; None where it has
    none to give.

    Only steps that are a shift and a stretch can be told in numbers, and only where the released
    figures carry the index at all, with breaks that differ.
    """
    methods = {definition.normalisation_of(member).name for member in definition.members}
    aggregations = {definition.theme_aggregation.name, definition.index_aggregation.name}
    if (
        not all(normalisation_traits(name).linear for name in methods)
        or definition.theme_normalisation is not None
        or not all(aggregation_traits(name).area_by_area for name in aggregations)
    ):
        return None
    if definition.rescale is not None:
        rescale = normalisation_traits(definition.rescale.name)
        # cuts in standard deviations fall where they fell, whatever the score is stretched to
        stretched = rescale.linear or rescale.unchanged
        if not stretched or not class_traits(definition.classes.method).in_spreads:
            return None
    own = replace(_without_numbers(definition), rescale=None, shrinkage=False, dynamics=None)
    scores = _scored(own, cells, known)
    if scores is None or np.any(np.diff(scores.fitted.cuts[-1]) <= 0):
        return None
    sign_of = signs(own, known)
    numbers = [
        scale_numbers(scale, own.normalisation_of(member), sign_of[member.indicator])
        for member, scale in zip(own.members, scores.fitted.members)
    ]
    if not all(found is not None and found.get("sd", 1.0) > 0 for found in numbers):
        return None
    by_member = dict(zip(own.indicators, numbers))
    themes = tuple(
        replace(
            theme, members=tuple(replace(m, scale=by_member[m.indicator]) for m in theme.members)
        )
        for theme in own.themes
    )
    return replace(
        own, themes=themes, baseline=GIVEN, classes=fixed_at(own.classes, scores.fitted.cuts)
    )


def _scored(
    definition: IndexDefinition, cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Optional[Scores]:
    """The index of the released figures, over the area set that has most of them."""
    if not len(cells):
        return None
    largest = cells["area_set"].value_counts().index[0]
    try:
        return score_index(
            cube_of(cells[cells["area_set"] == largest]), definition, signs(definition, known)
        )
    except SociodemografiError:
        return None


def import_package(
    path: "str | Path", monitor: MonitorFile, folder: "str | Path" = ""
) -> Dict[str, object]:
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


def definition_hash(entry: Mapping[str, object]) -> str:
    """The hash of an indicator's definition, worked out from the definition itself: a fingerprint
    that came along proves nothing."""
    return content_hash({key: value for key, value in entry.items() if key != "fingerprint"})


def fitting_indicators(
    content: Mapping[str, object], indicators: Sequence[str], folder: "str | Path" = ""
) -> List[str]:
    """Those of ``indicators`` that the package counts by the very same definition as we do."""
    ours = {entry["id"]: definition_hash(entry) for entry in entries_of(indicators, folder)}
    theirs = {entry["id"]: definition_hash(entry) for entry in content["indicators"]}
    return [one for one in indicators if one in ours and ours[one] == theirs.get(one)]


def twin_areas(
    cube: Cube,
    names: Mapping[str, str],
    packages: Sequence[Mapping[str, object]],
    indicators: Sequence[str],
    period: str = "",
    count: int = 5,
    folder: "str | Path" = "",
    of: Sequence[str] = (),
) -> Tuple[pd.DataFrame, List[str]]:
    """The nearest neighbours of every area (of those in ``of`` where given), at home and in
    ``packages``.

    Figures of another municipality are compared where it counts the indicator by the same
    definition.

    Args:
        names: area id → its name; ``packages``: contents as ``package_file.SharedPackages.all``
            gives them.
        period: the newest when empty.
    Returns:
        ``neighbours.COLUMNS`` with ``neighbour_name``, and sentences on what could not be compared.
    Raises:
        InputError: an indicator was not counted in the period.
    """
    at = cube.periods.index(period) if period else len(cube.periods) - 1
    lacking = [
        one for one in indicators if one not in cube.values or np.isnan(cube.values[one][at]).all()
    ]
    if lacking:
        raise InputError(
            tr(
                "Not counted in {period}: {indicators}.",
                period=cube.periods[at],
                indicators=", ".join(lacking),
            ),
            tr("Choose indicators that were counted."),
        )
    home = Group(cube.areas, "", np.stack([cube.values[one][at] for one in indicators]))
    groups, warnings = [], []
    of_whom = {("", area): name for area, name in names.items()}
    for content in packages:
        of_package, told = groups_of_package(content, indicators, folder)
        warnings += told
        for group, of_group in of_package:
            groups.append(group)
            of_whom.update(of_group)
    found = neighbours(home, groups, count, of=of)
    found["neighbour_name"] = [
        of_whom.get((origin, area), area)
        for origin, area in zip(found["neighbour_from"], found["neighbour_id"])
    ]
    return found, warnings


def groups_of_package(
    content: Mapping[str, object], indicators: Sequence[str], folder: "str | Path" = ""
) -> Tuple[List[Tuple[Group, Dict[Tuple[str, str], str]]], List[str]]:
    """A group of areas, with their names, per area set of a package; and what cannot be compared,
    in words.

    An indicator that the package counts by another definition, or not at all, is missing in the
    group.
    """
    same = fitting_indicators(content, indicators, folder)
    who = f"{content['municipality']['name']} {content['edition']['period']}"
    warnings = (
        []
        if len(same) == len(indicators)
        else [
            tr(
                "{municipality} counts {indicators} otherwise, or has not shared it.",
                municipality=who,
                indicators=", ".join(sorted(set(indicators) - set(same))),
            )
        ]
    )
    return _groups(content, indicators, same), warnings


def _groups(
    content: Mapping[str, object], indicators: Sequence[str], same: Sequence[str]
) -> List[Tuple[Group, Dict[Tuple[str, str], str]]]:
    """A group per area set of the package, and its areas' names."""
    table = figures_of_package(content)
    found = []
    for area_set, part in table.groupby("area_set", sort=False):
        origin = f"{content['municipality']['name']}, {area_set}"
        cube: Cube = cube_of(part)
        nothing = np.full(len(cube.areas), np.nan)
        figures = np.stack(
            [
                cube.values[one][-1] if one in same and one in cube.values else nothing
                for one in indicators
            ]
        )
        names = dict(zip(part["area_id"], part["name"]))
        found.append(
            (
                Group(cube.areas, origin, figures),
                {(origin, area): name for area, name in names.items()},
            )
        )
    return found
