"""Kort: the areas by risk level, period by period, and one area's card."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsCoordinateTransform, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from ...core.catalogue.law.risk_levels import risk_levels
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.choices import fill_area_sets, fill_periods
from ..widgets.page import Page
from ..widgets.plain import html_label
from .area_card import card_html

if TYPE_CHECKING:
    import pandas as pd

KEY = Qt.ItemDataRole.UserRole


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(14, 14)
    picture.fill(QColor(colour))
    return QIcon(picture)


class MapPage(Page):
    """Area set and period to show, the table of areas, and the card of the one selected."""

    ID, PLACE = "map", 50

    def __init__(self, session: Session):
        super().__init__(session)
        self._layer: Optional[QgsVectorLayer] = None
        box, form = self.group(tr("Shown"))
        self.area_set, self.period = QComboBox(), QComboBox()
        for combo in (self.area_set, self.period):
            combo.setMinimumContentsLength(14)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        form.addRow(tr("Area set"), self.area_set)
        form.addRow(tr("Period"), self.period)
        self.column.addWidget(box)
        self.areas = QTableWidget(0, 3)
        self.areas.setHorizontalHeaderLabels([tr("Area"), tr("Risk level"), tr("Criteria")])
        self.areas.verticalHeader().setVisible(False)
        self.areas.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.areas.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.areas.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.areas.setMinimumHeight(200)
        header = self.areas.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 155), (2, 70)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.areas.setColumnWidth(column, width)
        self.column.addWidget(self.areas, 2)
        self.card = html_label()
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.card)
        self.picture = self.primary(tr("Save map as picture…"))
        self.picture.clicked.connect(self._choose_picture)
        self.column.addWidget(self.picture)
        self.zoom = QPushButton(tr("Zoom to the areas"))
        self.zoom.clicked.connect(self.zoom_to_areas)
        self.column.addWidget(self.zoom)
        self.column.addStretch(1)
        self.area_set.currentIndexChanged.connect(self._show_set)
        self.period.currentIndexChanged.connect(self._show_period)
        self.areas.itemSelectionChanged.connect(self._area_chosen)
        session.area_picked.connect(self._area_picked)
        session.period_picked.connect(self._period_picked)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Map")

    def lacks(self) -> str:
        """A run."""
        return "" if self.session.results else tr("Nothing computed yet.")

    def refresh(self) -> None:
        """The area sets of the newest run."""
        fill_area_sets(self.area_set, self.session)
        self.note.setText(
            self.lacks() or tr("Indicative calculation: the ministry's list is the decision.")
        )
        for widget in (self.areas, self.card, self.picture, self.zoom, self.area_set, self.period):
            widget.setEnabled(bool(self.session.results))
        self._show_set()

    def _table(self) -> "Optional[pd.DataFrame]":
        return self.session.results.get(self.area_set.currentData())

    def _show_set(self) -> None:
        table = self._table()
        fill_periods(
            self.period,
            () if table is None else table["period"].unique(),
            self.session.state.shown_period,
        )
        self._show_period()

    def _show_period(self) -> None:
        table, period = self._table(), self.period.currentData()
        self.areas.setRowCount(0)
        self.card.clear()
        self.stop()
        if table is None or not period:
            return
        self._follow_layer()
        self.session.pick_period(period)
        levels = {level.id: level for level in risk_levels()}
        rows = table[table["period"] == period]
        self.areas.setRowCount(len(rows))
        for number_, row in enumerate(sorted(rows.to_dict("records"), key=lambda r: r["name"])):
            level = levels[row["risk_level"]]
            cells = (
                row["name"],
                in_language(level.name),
                f"{row['criteria_met']}/{row['criteria_counted']}",
            )
            for column, text in enumerate(cells):
                self.areas.setItem(number_, column, QTableWidgetItem(text))
            self.areas.item(number_, 0).setData(KEY, row["area_id"])
            self.areas.item(number_, 1).setIcon(_swatch(level.colour))
        if self._layer is not None:
            from ...core.gis.maps.layers import show_period

            show_period(
                self._layer, self.area_set.currentData(), self.area_set.currentText(), period
            )
        area_set, area = self.session.picked
        if area_set == self.area_set.currentData():
            self._mark(area)
            self._select(area)  # the map forgets with its source

    def _period_picked(self, period: str) -> None:
        """Another page shows ``period``: so does this one, where it has it."""
        at = self.period.findData(period)
        if at >= 0:
            self.period.setCurrentIndex(at)

    def _area_picked(self, area_set: str, area: str) -> None:
        """Another page shows ``area``: so does this one, where it has it."""
        if area_set == self.area_set.currentData():
            self._mark(area)

    # -- map and table -------------------------------------------------------------------------

    def _follow_layer(self) -> None:
        """Listen to the selection of the layer that shows the area set."""
        from ...core.gis.maps.project_layers import ROLE_RISK, existing

        self._layer = existing(QgsProject.instance(), ROLE_RISK, self.area_set.currentData() or "")
        if self._layer is not None:
            self._layer.selectionChanged.connect(self._map_chosen)
            self._layer.willBeDeleted.connect(self._forget_layer)

    def stop(self) -> None:
        """Stop listening to the layer."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._map_chosen)
            self._layer.willBeDeleted.disconnect(self._forget_layer)
        self._layer = None

    def _forget_layer(self) -> None:
        self._layer = None

    def _map_chosen(self, *_: object) -> None:
        features = self._layer.selectedFeatures()
        if len(features) != 1:
            return
        area = features[0]["area_id"]
        self._mark(area)
        self.session.pick_area(self.area_set.currentData(), area)

    def _mark(self, area: str) -> None:
        """Mark the row of ``area`` and show its card."""
        for row in range(self.areas.rowCount()):
            if self.areas.item(row, 0).data(KEY) == area:
                self.areas.blockSignals(True)
                self.areas.selectRow(row)
                self.areas.blockSignals(False)
                self._show_card(area)

    def _area_chosen(self) -> None:
        items = self.areas.selectedItems()
        if not items:
            return
        area = self.areas.item(items[0].row(), 0).data(KEY)
        self._show_card(area)
        self._select(area)
        self.session.pick_area(self.area_set.currentData(), area)

    def _select(self, area: str) -> None:
        """Select ``area`` on the map, and tell nobody."""
        if self._layer is not None:
            from ...core.gis.maps.project_layers import area_expression

            self._layer.selectionChanged.disconnect(self._map_chosen)
            self._layer.selectByExpression(area_expression(area))
            self._layer.selectionChanged.connect(self._map_chosen)

    def _show_card(self, area: str) -> None:
        table = self._table()
        rows = table[(table["area_id"] == area) & (table["period"] == self.period.currentData())]
        if len(rows):
            self.card.setText(card_html(rows.iloc[0].to_dict()))

    def arrived(self) -> None:
        """What was just computed lies there: bring it into view."""
        self.zoom_to_areas()

    def zoom_to_areas(self) -> None:
        """Let the map show the areas of the shown set."""
        canvas = self.session.canvas
        if canvas is None or self._layer is None:
            return
        from ...core.gis.maps.project_layers import extent_of

        to_map = QgsCoordinateTransform(
            self._layer.crs(),
            canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        box = to_map.transformBoundingBox(extent_of(self._layer))
        box.scale(1.1)
        canvas.setExtent(box)
        canvas.refresh()

    # -- picture -------------------------------------------------------------------------------

    def _choose_picture(self) -> None:
        suggested = Path(self.session.state.monitor).with_suffix(".png")
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save map as picture"), str(suggested), "PNG (*.png)"
        )
        if path:
            self.save_picture(Path(path).with_suffix(".png"))

    def _layers(self) -> list:
        """The shown risk layer, and the outlines below it where the project has them."""
        from ...core.gis.maps.project_layers import background_of

        background = background_of(QgsProject.instance())
        return [self._layer] + ([background] if background is not None else [])

    def save_picture(self, path: Path) -> None:
        """Write the map of the shown area set and period to ``path``."""
        from ...core.errors import SociodemografiError
        from ...core.gis.maps.map_image import save_map_image

        if self._layer is None:
            self.session.failed.emit(
                SociodemografiError(
                    tr("The layer of these areas is not in the project any more."),
                    tr("Compute again."),
                )
            )
            return
        note = tr("Indicative calculation: the ministry's list is the decision.")
        try:
            save_map_image(
                QgsProject.instance(),
                self._layers(),
                path,
                tr("Risk level, {name}", name=self.area_set.currentText()),
                self.period.currentText(),
                note,
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.done.emit(tr("The map is saved as {file}.", file=str(path)), [])
