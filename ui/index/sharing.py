"""Save an index, write and open it as a file, share it and figures with other municipalities."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QToolButton

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ...core.numbers import number
from ..session import Session
from ..widgets.plain import ask
from ..widgets.saving import ask_file, wrote

JSON = "JSON (*.json)"


class IndexSharing(QToolButton):
    """A button with a menu.

    Signals:
        saved: the id under which an index was saved; opened: an index definition read from a file;
            packages: the packages of the monitor file have changed.
    """

    saved = pyqtSignal(str)
    opened = pyqtSignal(object)
    packages = pyqtSignal()

    def __init__(
        self, session: Session, definition: Callable[[], IndexDefinition], folder: Callable[[], str]
    ):
        super().__init__()
        self._session, self._definition, self._folder = session, definition, folder
        self.setText(tr("Save and share"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(tr("Save index as…"), self._choose_name)
        menu.addAction(tr("Write index to a file…"), self._choose_file)
        menu.addAction(tr("Open index from a file…"), self._choose_index)
        menu.addSeparator()
        menu.addAction(tr("Export indicator package…"), self._choose_package)
        menu.addAction(tr("Import indicator package…"), self._choose_import)
        self.setMenu(menu)

    def _choose_name(self) -> None:
        name, agreed = QInputDialog.getText(self, tr("Save index as…"), tr("Name"))
        if agreed and name.strip():
            self._tried(lambda: self.save_with_leave(name.strip()))

    def save_with_leave(self, name: str) -> None:
        """Save the index; where one of that name is there already, the user says whether it may
        go."""
        from ...core.catalogue.index.presets import own_definitions

        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if (
            all(one.name["da"] != name for one in own_definitions(self._folder()))
            or ask(
                self,
                tr("Save index as…"),
                tr("There is an index called {name}. Replace it?", name=name),
                yes | no,
            )
            == yes
        ):
            self.save_as(name)

    def save_as(self, name: str) -> None:
        """Keep the index in the municipality's own catalogue under ``name``."""
        from ...core.catalogue.index.presets import own_id, save_definition

        saved = []

        def save() -> None:
            folder = self._folder()
            named = replace(
                self._definition(),
                id=own_id(name, folder),
                name={"da": name, "en": name},
                origin="own",
            )
            save_definition(folder, named)
            saved.append(named.id)

        if self._tried(save):
            self.saved.emit(saved[0])
            self._session.done.emit(
                tr("The index {name} is saved in {folder}.", name=name, folder=self._folder()), []
            )

    def _choose_file(self) -> None:
        from ...core.catalogue.index.presets import write_definition

        definition = self._definition()
        title = tr("Write index to a file…")
        path = ask_file(self, self._session, title, f"{definition.id}.json", JSON)
        if path is None:
            return
        path = path.with_suffix(".json")
        if self._tried(lambda: write_definition(path, definition)):
            wrote(self._session, path, tr("The index is written to {file}.", file=str(path)))

    def _choose_index(self) -> None:
        from ...core.catalogue.index.presets import read_definition

        path, _ = QFileDialog.getOpenFileName(self, tr("Open index from a file…"), "", JSON)
        if path:
            self._tried(lambda: self.opened.emit(read_definition(path)))

    def _choose_package(self) -> None:
        name = Path(self._session.state.monitor).with_suffix(".json").name
        path = ask_file(self, self._session, tr("Export indicator package…"), name, JSON)
        if path is not None:
            self.export_package(path.with_suffix(".json"))

    def export_package(self, path: Path) -> None:
        """Write the newest public release, with this index, as a package."""
        from ...core.catalogue.law.municipalities import EXAMPLE_CODE
        from ...core.pipeline.exchange import export_package
        from ...core.version import plugin_version

        done = []
        if self._tried(
            lambda: done.append(
                export_package(
                    self._session.monitor(),
                    path,
                    self._session.state.municipality or EXAMPLE_CODE,
                    [self._definition()],
                    plugin_version(),
                    folder=self._existing_folder(),
                )
            )
        ):
            wrote(
                self._session,
                path,
                tr(
                    "{count} released figures are written to {file}.",
                    count=number(done[0].figures),
                    file=str(path),
                ),
                done[0].notes,
            )

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import indicator package…"), "", JSON)
        if path:
            self.import_package(Path(path))

    def import_package(self, path: Path) -> None:
        """Keep another municipality's package, and its indices among the own ones."""
        from ...core.pipeline.exchange import import_package

        found = []
        if self._tried(
            lambda: found.append(import_package(path, self._session.monitor(), self._folder()))
        ):
            self.packages.emit()
            self._session.done.emit(
                tr(
                    "The package of {municipality}, {period} is kept; its areas are among the twin "
                    "areas.",
                    municipality=found[0]["municipality"]["name"],
                    period=found[0]["edition"]["period"],
                ),
                [],
            )

    def _existing_folder(self) -> str:
        return self._folder() if Path(self._folder()).is_dir() else ""

    def _tried(self, work: Callable[[], object]) -> bool:
        """Do ``work``; an error is told, and the answer is False."""
        try:
            work()
        except SociodemografiError as error:
            self._session.failed.emit(error)
            return False
        return True
