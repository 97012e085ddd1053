"""What the plugin remembers of a project: names, types and defaults stand here once.

No person, address or password is ever kept. The user's settings are in ``settings.py``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Callable, Dict, List

from qgis.core import QgsProject

from ...catalogue.law.recommended import RECOMMENDED
from .connections import is_database_table
from .settings import PREFIX


@dataclass
class ProjectState:
    """What the dock needs to go on with a project.

    ``area_sets`` are ids in the monitor file. ``addresses``, ``references``, ``figure_map`` (units
    and their areas), ``history``, ``state_list`` and the values of ``registers`` (by kind) are
    paths, layer ids, or tables of saved connections. ``mappings``, ``readings``, ``names``,
    ``values`` and ``declined`` are the profiles of the registers, by kind; ``catalogue`` is a
    folder; ``shown_*`` and ``compared_with`` are what ``ui.shown`` shows; ``counted`` is
    ``counted_by`` of the last count; ``source_order`` is one
    of ``pipeline.inputs.SOURCE_ORDERS``.
    """

    monitor: str = ""
    municipality: str = ""
    area_sets: List[str] = field(default_factory=list)
    registers: Dict[str, str] = field(default_factory=dict)
    addresses: str = ""
    references: str = ""
    figure_map: str = ""
    source_order: str = "registers first"
    history: str = ""
    state_list: str = ""
    mappings: Dict[str, Dict[str, str]] = field(default_factory=dict)
    readings: Dict[str, Dict[str, object]] = field(default_factory=dict)
    names: Dict[str, str] = field(default_factory=dict)
    values: Dict[str, Dict[str, Dict[str, str]]] = field(default_factory=dict)
    declined: Dict[str, Dict[str, List[str]]] = field(default_factory=dict)
    period: str = ""
    catalogue: str = ""
    go_on: bool = False
    indicators: List[str] = field(default_factory=list)
    rule_set: str = RECOMMENDED.rule_set
    use_origin: bool = RECOMMENDED.use_origin
    closeness_percent: float = RECOMMENDED.closeness_percent
    allow_fewer_years: bool = RECOMMENDED.allow_fewer_years
    unknown_education_as_basic: bool = RECOMMENDED.unknown_education_as_basic
    reading: str = RECOMMENDED.reading
    shown_set: str = ""
    shown_period: str = ""
    shown_theme: str = "law"
    shown_indicator: str = ""
    compared_with: str = ""
    counted: str = ""
    edition: str = "offentlig"
    index: str = "dansk_kommunal"


COUNTED_BY = (
    *("municipality", "area_sets", "registers", "addresses", "references", "figure_map"),
    *("source_order", "history", "mappings", "readings", "values", "period", "catalogue", "go_on"),
    *("indicators", "rule_set", "use_origin", "closeness_percent", "allow_fewer_years"),
    *("unknown_education_as_basic", "reading"),
)
"""What a count reads of the state."""


def counted_by(state: ProjectState) -> str:
    """What tells one choice of sources, columns, indicators and rules from another."""
    read = {name: getattr(state, name) for name in COUNTED_BY}
    text = json.dumps(read, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


PATHS = (
    *("monitor", "addresses", "references", "figure_map", "history"),
    *("state_list", "catalogue"),
)


def _with_paths(state: dict, convert: Callable[[str], str]) -> dict:
    """``state`` with its paths converted; layer ids and tables of connections are left as they
    are."""

    def converted(value: str) -> str:
        is_path = ("/" in value or "\\" in value) and not is_database_table(value)
        return convert(value) if is_path else value

    paths = {key: converted(value) if key in PATHS else value for key, value in state.items()}
    return {
        **paths,
        "registers": {kind: converted(value) for kind, value in state.get("registers", {}).items()},
    }


def load_state(project: QgsProject) -> ProjectState:
    """The state kept in ``project``; defaults for what is not there."""
    text, _ = project.readEntry(PREFIX, "state", "{}")
    known = {entry.name for entry in fields(ProjectState)}
    saved = json.loads(text or "{}")
    if saved.get("persons"):  # a project of version 0.1
        saved["registers"] = {"persons": saved["persons"]}
        saved["mappings"] = {"persons": saved.get("mapping", {})}
    kept = {k: v for k, v in saved.items() if k in known}
    return ProjectState(**_with_paths(kept, project.pathResolver().readPath))


def save_state(project: QgsProject, state: ProjectState) -> None:
    """Keep ``state`` in ``project`` (written to disk when the user saves the project).

    Paths are kept relative to the project where QGIS keeps layers so.
    """
    kept = _with_paths(asdict(state), project.pathResolver().writePath)
    project.writeEntry(PREFIX, "state", json.dumps(kept, ensure_ascii=False))
