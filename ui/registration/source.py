"""What is to be registered: municipality, theme, layer or table, and which field fills which
column."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QPushButton

from ...core.catalogue.geofa.themes import Theme, offered_themes, theme
from ...core.catalogue.law.municipalities import municipalities
from ...core.i18n import in_language, tr
from .column_mapping import ColumnMapping


class RegistrationSource(QgsCollapsibleGroupBox):
    """The form.

    Signals:
        changed: another municipality, theme or layer is chosen.
    """

    changed = pyqtSignal()

    def __init__(self, proposed: bool) -> None:
        super().__init__(tr("What to register"))
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.municipality = QComboBox()
        for entry in municipalities().values():
            self.municipality.addItem(f"{entry.code} {entry.name}", entry.code)
        self.theme = QComboBox()
        for about in offered_themes(proposed):
            self.theme.addItem(f"{about.code} {in_language(about.title)}", about.code)
        self.theme.setCurrentIndex(self.theme.findData("5713"))
        for combo in (self.municipality, self.theme):
            combo.setMinimumContentsLength(14)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.copy = QPushButton(tr("Edit the theme on the map…"))
        self.copy.setToolTip(
            tr(
                "Fetches the theme to a file of its own with form and rules; you edit that, and "
                "send the difference."
            )
        )
        filters = QgsMapLayerProxyModel.Filter
        self.layer = self._layers(filters.PolygonLayer | filters.PointLayer | filters.NoGeometry)
        self.columns = QgsCollapsibleGroupBox(tr("Columns"))
        inner = QFormLayout(self.columns)
        self.mapping = ColumnMapping()
        inner.addRow(self.mapping)
        self.columns.setCollapsed(True)
        self.border = self._layers(filters.PolygonLayer)
        self.border.setToolTip(
            tr("The municipality's area: finds holes along its border, and what lies outside.")
        )
        form.addRow(tr("Municipality"), self.municipality)
        form.addRow(tr("Theme"), self.theme)
        form.addRow(self.copy)
        form.addRow(tr("Layer or table"), self.layer)
        form.addRow(self.columns)
        form.addRow(tr("Municipality's area"), self.border)
        self.layer.layerChanged.connect(self._show_columns)
        for signal in (self.theme.currentIndexChanged, self.municipality.currentIndexChanged):
            signal.connect(self._show_columns)
        self._show_columns()

    @staticmethod
    def _layers(filters: QgsMapLayerProxyModel.Filters) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox()
        combo.setFilters(filters)
        combo.setAllowEmptyLayer(True, tr("None chosen"))
        combo.setLayer(None)
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def chosen_theme(self) -> Theme:
        """The theme shown."""
        return theme(self.theme.currentData())

    def choose_municipality(self, code: str) -> None:
        """Show the municipality with ``code``."""
        self.municipality.setCurrentIndex(max(0, self.municipality.findData(code)))

    def _show_columns(self, *_: object) -> None:
        layer = self.layer.currentLayer()
        self.mapping.show_theme(
            self.chosen_theme(), layer.fields().names() if layer is not None else ()
        )
        self.changed.emit()
