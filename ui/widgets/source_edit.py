"""A field for a source of rows: a layer of the project, a file, or a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import List

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QToolButton,
    QWidget,
)

from ...core.errors import SociodemografiError
from ...core.gis.host.connections import PREFIX, connections, is_database_table, tables
from ...core.i18n import tr
from .plain import set_tip, tell


class SourceEdit(QWidget):
    """Layer combo box with a button to choose a file or a folder; files can be dropped on it."""

    changed = pyqtSignal()

    def __init__(self, name: str, with_folder: bool = False, parent: "QWidget | None" = None):
        super().__init__(parent)
        self._path, self._told = "", ""
        self.setAcceptDrops(True)
        QgsProject.instance().layersWillBeRemoved["QStringList"].connect(
            self._let_go
        )  # before the combo hears of it
        self._combo = QgsMapLayerComboBox()
        self._combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self._combo.setAllowEmptyLayer(True, tr("None chosen"))
        self._combo.setLayer(None)
        self._combo.setAccessibleName(name)
        self._combo.setMinimumContentsLength(12)
        self._combo.setSizeAdjustPolicy(
            self._combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.currentIndexChanged.connect(self._tell_change)
        button = QToolButton()
        button.setText("…")
        button.setToolTip(tr("Choose a file"))
        button.setAccessibleName(tr("Choose a file") + f": {name}")
        menu = QMenu(button)
        menu.addAction(tr("File…"), self._choose_file)
        if with_folder:
            menu.addAction(tr("Folder of monthly files…"), self._choose_folder)
        menu.addAction(tr("Table in PostgreSQL…"), self._choose_table)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo, 1)
        layout.addWidget(button)

    def value(self) -> str:
        """A layer id, a path, or an empty text."""
        layer = self._combo.currentLayer()
        if layer is not None:
            return layer.id()
        shown = self._combo.additionalItems()
        return self._path if shown and self._combo.currentText() == shown[0] else ""

    def _tell_change(self, *_: object) -> None:
        """Say that another source is chosen; a layer that enters the project only moves the
        list."""
        if self.value() != self._told:
            self._told = self.value()
            self.changed.emit()

    def _let_go(self, layers: List[str]) -> None:
        """A layer that leaves the project is no longer chosen; the combo would choose its
        neighbour."""
        if self._told in layers:
            self.set_value("")

    def set_value(self, value: str) -> None:
        """Show the layer id or path ``value``; an empty text shows nothing chosen."""
        layer = QgsProject.instance().mapLayer(value) if value else None
        self._combo.blockSignals(True)  # on the way it stands at another layer
        if layer is not None or not value:
            self._combo.setAdditionalItems([])
            self._combo.setLayer(layer)
            self._combo.setToolTip("")
        else:
            self._path = value
            shown = value if is_database_table(value) else Path(value).name
            self._combo.setAdditionalItems([shown])
            self._combo.setCurrentIndex(self._combo.findText(shown))
            set_tip(self._combo, value)
        self._combo.blockSignals(False)
        self._tell_change()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose a file"),
            "",
            tr("Tables (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;All files (*)"),
        )
        if path:
            self.set_value(path)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Choose a folder of monthly files"))
        if path:
            self.set_value(path)

    def _choose_table(self) -> None:
        """A table of one of the connections saved in QGIS."""
        names = connections()
        if not names:
            tell(
                self,
                tr("Table in PostgreSQL"),
                tr("QGIS has no saved PostgreSQL connection. Make one in QGIS' Browser first."),
            )
            return
        name, chosen = QInputDialog.getItem(
            self, tr("Table in PostgreSQL"), tr("Connection"), names, 0, False
        )
        if not chosen:
            return
        try:
            found = [f"{schema}/{table}" for schema, table in tables(name)]
        except SociodemografiError as error:
            tell(self, tr("Table in PostgreSQL"), str(error), grave=True)
            return
        table, chosen = QInputDialog.getItem(
            self, tr("Table in PostgreSQL"), tr("Table"), found, 0, False
        )
        if chosen:
            self.set_value(f"{PREFIX}{name}/{table}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the first file dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and Path(paths[0]).exists():
            self.set_value(paths[0])
