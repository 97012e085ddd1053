"""What would change in GeoFA: new, changed attribute by attribute, in GeoFA alone, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ...core.catalogue.geofa.themes import Theme
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ..widgets.plain import set_tip

if TYPE_CHECKING:
    from ...core.geofa.comparison.changes import Comparison, ObjectChange

CHANGE, FEW = Qt.ItemDataRole.UserRole, 20
KINDS = ("insert", "update", "missing", "unchanged")


class ReviewTree(QTreeWidget):
    """A branch per kind of change; missing objects have a box each, and none is ticked from the
    start.

    Signals:
        chosen: a change (``geofa.comparison.ObjectChange``), or None.
        picked: another set of missing objects is ticked.
    """

    chosen = pyqtSignal(object)
    picked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Object"), tr("In GeoFA"), tr("Becomes")])
        self.setRootIsDecorated(True)
        self.setMinimumHeight(240)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, 165)
        self.setColumnWidth(1, 100)
        self.currentItemChanged.connect(self._emit_chosen)
        self.itemChanged.connect(self._emit_picked)

    def show_comparison(self, comparison: "Comparison") -> None:
        """Show ``comparison``."""
        self.blockSignals(True)
        self.clear()
        titles = {
            "insert": tr("New"),
            "update": tr("Changed"),
            "missing": tr("In GeoFA alone: tick to end"),
            "unchanged": tr("Unchanged, not sent"),
        }
        for kind in KINDS:
            changes = comparison.of_kind(kind)
            if not changes:
                continue
            branch = QTreeWidgetItem([f"{titles[kind]} ({number(len(changes))})", "", ""])
            self.addTopLevelItem(branch)
            branch.setFirstColumnSpanned(True)
            if kind != "unchanged":
                branch.addChildren([self._object(comparison.theme, change) for change in changes])
            for row in range(branch.childCount()):
                branch.child(row).setFirstColumnSpanned(True)
                branch.child(row).setExpanded(len(changes) <= FEW)
            branch.setExpanded(kind in ("insert", "update") and len(changes) <= 50)
        self.blockSignals(False)

    def _object(self, theme: Theme, change: "ObjectChange") -> QTreeWidgetItem:
        item = QTreeWidgetItem([change.label, "", ""])
        item.setData(0, CHANGE, change)
        set_tip(item, change.objekt_id, 0)
        if change.kind == "missing":
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
        for name, after in change.sent_values.items():
            if after is None and name not in change.attributes:
                continue
            before = change.attributes.get(name, ("",))[0]
            shown = tr("{value} (usual)", value=after) if name in change.usual else _text(after)
            texts = [in_language(theme.column(name).alias), _text(before), shown]
            child = QTreeWidgetItem(texts)
            for column, text in enumerate(texts):
                set_tip(child, text, column)
            item.addChild(child)
        if change.geometry_changes:
            item.addChild(QTreeWidgetItem([tr("Geometry"), tr("grey line"), tr("orange line")]))
        return item

    def picked_ids(self) -> List[str]:
        """The ``objekt_id`` of the missing objects that are ticked."""
        return [
            item.data(0, CHANGE).objekt_id
            for item in self._objects()
            if item.data(0, CHANGE).kind == "missing"
            and item.checkState(0) == Qt.CheckState.Checked
        ]

    def _objects(self) -> Iterable[QTreeWidgetItem]:
        for position in range(self.topLevelItemCount()):
            branch = self.topLevelItem(position)
            yield from (branch.child(row) for row in range(branch.childCount()))

    def _emit_chosen(self, item: Optional[QTreeWidgetItem], *_: object) -> None:
        while item is not None and item.data(0, CHANGE) is None:
            item = item.parent()
        self.chosen.emit(item.data(0, CHANGE) if item is not None else None)

    def _emit_picked(self, item: QTreeWidgetItem, _: int) -> None:
        change = item.data(0, CHANGE)
        if change is not None and change.kind == "missing":
            self.picked.emit()


def _text(value: object) -> str:
    return "–" if value is None else str(value)
