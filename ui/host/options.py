"""The plugin's page in QGIS' own options."""

from __future__ import annotations

from dataclasses import asdict
from typing import Callable, Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.gis.host.settings import Settings, load_settings, save_settings
from ...core.i18n import tr
from ..widgets.narrow import narrow_combo
from ..widgets.wheel import guard

TITLE = "GeoFA Sociodemografi"
MOST_SECONDS, MOST_HOURS = 600, 24 * 31


class OptionsPage(QgsOptionsPageWidget):
    """Municipality, GeoFA's servers and login, and how long answers are waited for and kept.

    Args:
        applied: is told when the settings were saved.
    """

    def __init__(self, parent: Optional[QWidget], applied: Callable[[], object]) -> None:
        super().__init__(parent)
        from ..registration.access import GeofaAccess

        self._applied = applied
        self._settings = load_settings()
        self.municipality, self.url = narrow_combo(), QLineEdit(self._settings.geofa_url)
        self.seconds = _spin(self._settings.geofa_seconds, MOST_SECONDS, tr("seconds"))
        self.hours = _spin(self._settings.geofa_cache_hours, MOST_HOURS, tr("hours"))
        self.proposed = QCheckBox(tr("Offer the proposed theme 6300"))
        self.proposed.setChecked(self._settings.geofa_proposed_theme)
        self.access = GeofaAccess()
        self.access.show_settings(self._settings)
        self.url.setCursorPosition(0)
        self.url.setMinimumWidth(self.fontMetrics().horizontalAdvance(Settings.geofa_url + "xx"))
        self._fill()
        reading = QGroupBox(tr("Reading from GeoFA"))
        form = QFormLayout(reading)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Municipality"), self.municipality)
        form.addRow(tr("Server"), self.url)
        form.addRow(tr("Wait for an answer"), self.seconds)
        form.addRow(tr("Keep answers of the whole country"), self.hours)
        form.addRow(self.proposed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(reading)
        self.access.setTitle(tr("Registering in GeoFA"))
        column.addWidget(self.access)
        column.addStretch(1)
        guard(self)

    def _fill(self) -> None:
        from ...core.catalogue.law.municipalities import municipalities

        self.municipality.addItem(tr("(none)"), "")
        for code, one in municipalities().items():
            self.municipality.addItem(f"{one.name} ({code})", code)
        self.municipality.setCurrentIndex(
            max(0, self.municipality.findData(self._settings.municipality))
        )

    def apply(self) -> None:
        """Save what is chosen."""
        settings: Settings = self._settings
        settings.municipality = self.municipality.currentData()
        settings.geofa_url = self.url.text().strip() or Settings.geofa_url
        settings.geofa_seconds, settings.geofa_cache_hours = (
            self.seconds.value(),
            self.hours.value(),
        )
        settings.geofa_proposed_theme = self.proposed.isChecked()
        self.access.keep(settings)
        save_settings(settings)
        self._applied()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS' options are opened."""

    def __init__(self, icon: QIcon, applied: Callable[[], object]) -> None:
        super().__init__()
        self._icon, self._applied = icon, applied
        self.setTitle(TITLE)
        self.setIcon(icon)

    def icon(self) -> QIcon:
        """The plugin's."""
        return self._icon

    def createWidget(self, parent: Optional[QWidget] = None) -> OptionsPage:  # noqa: N802
        """A new page."""
        return OptionsPage(parent, self._applied)


def take_over(settings: Settings) -> None:
    """Let ``settings``, which somebody holds, be those that are saved."""
    for name, value in asdict(load_settings()).items():
        setattr(settings, name, value)


def _spin(value: int, most: int, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(1, most)
    spin.setSuffix(f" {unit}")
    spin.setValue(value)
    return spin
