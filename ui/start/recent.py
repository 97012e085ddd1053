"""The monitor files worked in last, each a click away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Callable, List, Sequence

from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...core.gis.host import tasks
from ...core.i18n import tr
from ...core.plain_text import mnemonic_free
from ..widgets.plain import set_tip


class RecentFiles(QWidget):
    """A button for each of the files that are there; a server that does not answer holds nothing
    up.

    Signals:
        chosen: the path of a file.
        found: the buttons are there.
    """

    chosen = pyqtSignal(str)
    found = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: List[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._asked: List[tasks.WorkTask] = []

    def show_files(self, paths: List[str]) -> None:
        """Offer those of ``paths`` that are there."""
        self.stop()
        task = tasks.WorkTask(
            tr("Looking for the files worked in last"),
            lambda progress, feedback: [path for path in paths if Path(path).is_file()],
            partial(_answered, self),
            _nobody,
            _nobody,
        )
        self._asked.append(task)
        tasks.start(task)

    def stop(self) -> None:
        """Wait for no answer."""
        _ask_no_more(self._asked)

    def show_found(self, paths: Sequence[str]) -> None:
        """Offer ``paths``, which are there."""
        self._asked.clear()
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [_button(path, self.chosen.emit) for path in paths]
        for button in self.buttons:
            self._column.addWidget(button)
        self.found.emit()


def _button(path: str, chosen: Callable[[str], object]) -> QPushButton:
    """A flat button with the file's name and its folder's."""
    button = QPushButton(
        mnemonic_free(tr("{file} in {folder}", file=Path(path).name, folder=Path(path).parent.name))
    )
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setFlat(True)
    button.setStyleSheet("text-align: left")
    set_tip(button, path)
    button.clicked.connect(partial(_tell, chosen, path))
    return button


def _tell(chosen: Callable[[str], object], path: str, *_: object) -> None:
    chosen(path)


def _answered(files: RecentFiles, paths: Any, warnings: List[str]) -> None:
    """The answer may come when the panel has gone."""
    if not sip.isdeleted(files):
        files.show_found(paths)


def _ask_no_more(asked: List[tasks.WorkTask], *_: object) -> None:
    """Whatever comes is told to nobody."""
    for task in asked:
        task.orphan()
    asked.clear()


def _nobody(*_: object) -> None:
    """Nobody is told."""
