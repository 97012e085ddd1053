"""The area sets of the monitor file: which are counted, what they are called, and which go."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ...core.numbers import number
from ..session import Session
from ..widgets.flow import FlowLayout
from ..widgets.plain import ask, set_tip

KEY, NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class AreaSetsBox(QWidget):
    """A list with check marks, and a button to rename and one to remove the set that is chosen in
    it."""

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sets = QListWidget()
        self.sets.setAccessibleName(tr("Area sets"))
        self.sets.setMaximumHeight(110)
        self.sets.setWordWrap(True)
        self.sets.itemChanged.connect(self._choose_sets)
        self.sets.currentItemChanged.connect(self._show_buttons)
        column.addWidget(self.sets)
        row = FlowLayout(6)
        self.rename, self.remove = QPushButton(tr("Rename…")), QPushButton(tr("Remove…"))
        self.rename.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._ask_remove)
        for button in (self.rename, self.remove):
            row.addWidget(button)
        column.addLayout(row)

    def refresh(self) -> None:
        """The kept area sets with a check mark for those to count; the one chosen stays so."""
        chosen = self._chosen_key()
        self.sets.blockSignals(True)
        self.sets.clear()
        path = self.session.monitor_path
        if path is not None:
            from ...core.store.monitor_file import MonitorFile

            try:
                kept = MonitorFile(path, at_once=True).areas.sets()
            except SociodemografiError as error:
                self.session.failed.emit(error)
                kept = None
            for row in kept.itertuples() if kept is not None else ():
                item = self._item(row)
                self.sets.addItem(item)
                if row.area_set == chosen:
                    self.sets.setCurrentItem(item)
        self.sets.blockSignals(False)
        self.setVisible(self.sets.count() > 0)
        self._show_buttons()

    def _item(self, row: tuple) -> QListWidgetItem:
        kind = tr("partition") if row.kind == "partition" else tr("may overlap")
        when = f" · {row.retrieved[:10]}" if row.retrieved else ""
        text = tr(
            "{name}: {count} areas, {kind}", name=row.name, count=number(row.areas), kind=kind
        )
        item = QListWidgetItem(text + when)
        item.setData(KEY, row.area_set)
        item.setData(NAME, row.name)
        set_tip(item, row.source)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        counted = row.area_set in self.session.state.area_sets
        item.setCheckState(Qt.CheckState.Checked if counted else Qt.CheckState.Unchecked)
        return item

    def _chosen_key(self) -> str:
        item = self.sets.currentItem()
        return item.data(KEY) if item is not None else ""

    def _show_buttons(self, *_: object) -> None:
        for button in (self.rename, self.remove):
            button.setEnabled(bool(self._chosen_key()))

    def _choose_sets(self) -> None:
        items = [self.sets.item(row) for row in range(self.sets.count())]
        self.session.state.area_sets = [
            i.data(KEY) for i in items if i.checkState() == Qt.CheckState.Checked
        ]
        self.session.save()

    # -- renaming and removing -----------------------------------------------------------------

    def _ask_name(self) -> None:
        item = self.sets.currentItem()
        name, said = QInputDialog.getText(
            self, tr("Rename area set"), tr("Name"), QLineEdit.EchoMode.Normal, item.data(NAME)
        )
        if said and name != item.data(NAME):
            self.give_name(item.data(KEY), name)

    def give_name(self, identifier: str, name: str) -> None:
        """Let the area set be called ``name``, here and when it is fetched again."""
        from ...core.gis.jobs.areas import rename_set

        try:
            called = rename_set(
                Path(self.session.state.monitor), identifier, name, QgsProject.instance()
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.set_names[identifier] = called
        self.session.save()
        self.session.done.emit(tr("The area set is called {name} now.", name=called), [])

    def _ask_remove(self) -> None:
        item = self.sets.currentItem()
        said = ask(
            self,
            tr("Remove area set"),
            tr("Remove {name} from the monitor file?", name=item.data(NAME)),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
            True,
        )
        if said == QMessageBox.StandardButton.Yes:
            self.take_away(item.data(KEY))

    def take_away(self, identifier: str) -> None:
        """Remove the area set from the monitor file, and its outlines from the map."""
        from ...core.gis.jobs.areas import remove_set

        try:
            name = remove_set(Path(self.session.state.monitor), identifier, QgsProject.instance())
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        chosen = self.session.state.area_sets
        self.session.state.area_sets = [one for one in chosen if one != identifier]
        self.session.set_names.pop(identifier, None)
        self.session.save()
        self.session.done.emit(tr("{name} is removed.", name=name), [])
