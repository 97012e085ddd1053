"""What the plugin remembers: settings of the user, and the state of a project.

Names, types and defaults stand here once. No person, address or password is ever kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Callable, Dict, List

from qgis.core import QgsProject, QgsSettings

from ..geofa.requests_text import PRODUCTION

PREFIX = "geofa_sociodemografi"


@dataclass
class Settings:
    """The user's settings.

    Attributes:
        geofa_url: WFS address of GeoFA; the test host can be chosen here.
        geofa_seconds: how long to wait for an answer.
        municipality: the municipality used last.
    """

    geofa_url: str = PRODUCTION
    geofa_seconds: int = 60
    municipality: str = ""


def load_settings() -> Settings:
    """The saved settings, defaults where nothing is saved."""
    saved = QgsSettings()
    values = {}
    for entry in fields(Settings):
        value = saved.value(f"{PREFIX}/{entry.name}", entry.default, section=QgsSettings.Section.Plugins)
        values[entry.name] = type(entry.default)(value)
    return Settings(**values)


def save_settings(settings: Settings) -> None:
    """Save all settings."""
    saved = QgsSettings()
    for name, value in asdict(settings).items():
        saved.setValue(f"{PREFIX}/{name}", value, QgsSettings.Section.Plugins)


@dataclass
class ProjectState:
    """What the dock needs to go on with a project.

    ``area_sets`` are ids in the monitor file; ``persons``, ``addresses``, ``references`` and
    ``history`` are paths or layer ids.
    """

    monitor: str = ""
    municipality: str = ""
    area_sets: List[str] = field(default_factory=list)
    persons: str = ""
    addresses: str = ""
    references: str = ""
    history: str = ""
    mapping: Dict[str, str] = field(default_factory=dict)
    period: str = ""
    indicators: List[str] = field(default_factory=list)
    rule_set: str = "auto"
    use_origin: bool = True
    closeness_percent: float = 5.0
    allow_fewer_years: bool = False
    unknown_education_as_basic: bool = False
    shown_period: str = ""


PATHS = ("monitor", "persons", "addresses", "references", "history")


def _with_paths(state: dict, convert: Callable[[str], str]) -> dict:
    """``state`` with its paths converted; layer ids are left as they are."""
    return {key: convert(value) if key in PATHS and ("/" in value or "\\" in value) else value
            for key, value in state.items()}


def load_state(project: QgsProject) -> ProjectState:
    """The state kept in ``project``; defaults for what is not there."""
    text, _ = project.readEntry(PREFIX, "state", "{}")
    known = {entry.name for entry in fields(ProjectState)}
    kept = {k: v for k, v in json.loads(text or "{}").items() if k in known}
    return ProjectState(**_with_paths(kept, project.pathResolver().readPath))


def save_state(project: QgsProject, state: ProjectState) -> None:
    """Keep ``state`` in ``project`` (written to disk when the user saves the project).

    Paths are kept relative to the project where QGIS keeps layers so.
    """
    kept = _with_paths(asdict(state), project.pathResolver().writePath)
    project.writeEntry(PREFIX, "state", json.dumps(kept, ensure_ascii=False))
