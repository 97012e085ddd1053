"""What the plugin remembers of the user: names, types and defaults of the settings stand here once.

No person, address or password is ever kept. The state of a project is in ``project_state.py``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ...geofa.server import PRODUCTION, TEST

if TYPE_CHECKING:
    from ...web.answer_cache import AnswerCache

PREFIX = "geofa_sociodemografi"
MOST_RECENT = 6
"""So many monitor files are remembered."""


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
        saved_in: the folder something was saved in last.
        recent: the paths of the monitor files worked in last, a line each, the newest first.
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
    saved_in: str = ""
    recent: str = ""

    def remember(self, monitor: str) -> bool:
        """Keep ``monitor`` as the newest of the recent files; False where it is already."""
        kept = [monitor, *(one for one in self.recent.split("\n") if one and one != monitor)]
        before, self.recent = self.recent, "\n".join(kept[:MOST_RECENT])
        return self.recent != before


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


PANEL = f"{PREFIX}/panel_open"
"""Beside the settings: what QGIS remembers of the window, not a choice of the user's."""


def panel_was_open() -> bool:
    """Did the panel stand there when QGIS ended?"""
    return QgsSettings().value(PANEL, False, section=QgsSettings.Section.Plugins) in (True, "true")


def panel_is_known() -> bool:
    """Has the panel stood anywhere before?"""
    return QgsSettings().contains(PANEL, QgsSettings.Section.Plugins)


def remember_panel(is_open: bool) -> None:
    """Remember whether the panel stands there."""
    QgsSettings().setValue(PANEL, is_open, QgsSettings.Section.Plugins)


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
