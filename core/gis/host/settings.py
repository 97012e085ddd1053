"""What the plugin remembers: settings of the user, and the state of a project.

Names, types and defaults stand here once. No person, address or password is ever kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Dict, List

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ...geofa.server import PRODUCTION, TEST
from .connections import is_database_table

if TYPE_CHECKING:
    from ...web.answer_cache import AnswerCache

PREFIX = "geofa_sociodemografi"


@dataclass
class Settings:
    """The user's settings.

    Attributes:
        geofa_url: the GeoFA that is read.
        geofa_write_url: the GeoFA that is written to; the test server unless chosen otherwise.
        geofa_seconds: how long to wait for an answer.
        geofa_cache_hours: how old a kept answer may be where the whole country is asked for.
        geofa_authcfg: id of the authentication configuration of GeoFA's user.
        geofa_plain_login: the one server, by its address, that the login may travel to without
            encryption; none unless the user has said so.
        geofa_user: who registers (``bruger_id``).
        geofa_proposed_theme: offer the proposed theme 6300 as if GeoFA had it.
        municipality: the municipality used last.
    """

    geofa_url: str = PRODUCTION
    geofa_write_url: str = TEST
    geofa_seconds: int = 60
    geofa_cache_hours: int = 12
    geofa_authcfg: str = ""
    geofa_plain_login: str = ""
    geofa_user: str = ""
    geofa_proposed_theme: bool = False
    municipality: str = ""


def load_settings() -> Settings:
    """The saved settings, defaults where nothing is saved."""
    saved = QgsSettings()
    settings = Settings()
    for name, usual in asdict(settings).items():
        found = saved.value(f"{PREFIX}/{name}", usual, section=QgsSettings.Section.Plugins)
        # some formats of settings give every value back as a text
        is_flag = isinstance(usual, bool)
        setattr(settings, name, found in (True, "true") if is_flag else type(usual)(found))
    return settings


def save_settings(settings: Settings) -> None:
    """Save all settings."""
    saved = QgsSettings()
    for name, value in asdict(settings).items():
        saved.setValue(f"{PREFIX}/{name}", value, QgsSettings.Section.Plugins)


def answer_cache(service: str, hours: float) -> "AnswerCache":
    """Where the public answers of ``service`` are kept: the user's folder for what can be fetched
    again."""
    from ...web.answer_cache import AnswerCache

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return AnswerCache(
        Path(folder or QgsApplication.qgisSettingsDirPath()) / PREFIX / service, hours
    )


def profile_catalogue() -> Path:
    """The folder of the municipality's own indicators in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / PREFIX / "catalogue"


@dataclass
class ProjectState:
    """What the dock needs to go on with a project.

    ``area_sets`` are ids in the monitor file. ``addresses``, ``references``, ``history``,
    ``state_list`` and the values of ``registers`` (by kind) are paths, layer ids, or tables of
    saved connections. ``mappings``, ``readings`` and ``names`` are the profiles of the registers,
    by kind; ``catalogue`` is a folder.
    """

    monitor: str = ""
    municipality: str = ""
    area_sets: List[str] = field(default_factory=list)
    registers: Dict[str, str] = field(default_factory=dict)
    addresses: str = ""
    references: str = ""
    history: str = ""
    state_list: str = ""
    mappings: Dict[str, Dict[str, str]] = field(default_factory=dict)
    readings: Dict[str, Dict[str, object]] = field(default_factory=dict)
    names: Dict[str, str] = field(default_factory=dict)
    period: str = ""
    catalogue: str = ""
    go_on: bool = False
    indicators: List[str] = field(default_factory=list)
    rule_set: str = "auto"
    use_origin: bool = True
    closeness_percent: float = 5.0
    allow_fewer_years: bool = False
    unknown_education_as_basic: bool = False
    shown_period: str = ""
    edition: str = "offentlig"
    index: str = "dansk_kommunal"


PATHS = ("monitor", "addresses", "references", "history", "state_list", "catalogue")


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
