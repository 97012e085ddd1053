"""Like areas, at home and in the packages of other municipalities."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.own import entries_of
from ..errors import InputError
from ..i18n import tr
from ..index.cube import Cube, cube_of
from ..index.neighbours import Group, neighbours
from ..store.packages.content import figures_of_package
from .exchange import definition_hash


def fitting_indicators(
    content: Mapping[str, Any], indicators: Sequence[str], folder: "str | Path" = ""
) -> List[str]:
    """Those of ``indicators`` that the package counts by the very same definition as we do."""
    ours = {entry["id"]: definition_hash(entry) for entry in entries_of(indicators, folder)}
    theirs = {entry["id"]: definition_hash(entry) for entry in content["indicators"]}
    return [one for one in indicators if one in ours and ours[one] == theirs.get(one)]


def twin_areas(
    cube: Cube,
    names: Mapping[str, str],
    packages: Sequence[Mapping[str, Any]],
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
    content: Mapping[str, Any], indicators: Sequence[str], folder: "str | Path" = ""
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
    content: Mapping[str, Any], indicators: Sequence[str], same: Sequence[str]
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
