"""Two small buttons beneath a group of choices: a change back, and back to what is recommended."""

from __future__ import annotations

from typing import Callable, Generic, List, Optional, TypeVar

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...core.i18n import tr
from .flow import FlowLayout
from .plain import set_tip

Value = TypeVar("Value")
"""All choices of the group as one value that can be compared and kept."""
MOST = 100
"""So many changes are remembered."""


class History(Generic[Value]):
    """What a group of choices was, change by change."""

    def __init__(self) -> None:
        self._before: List[Value] = []
        self._now: Optional[Value] = None

    def begin(self, now: Value) -> None:
        """Another project, file or index is shown: nothing that was is come back to."""
        self._before, self._now = [], now

    def note(self, now: Value) -> None:
        """The choices are ``now`` what they are; nothing is noted where they were so already."""
        if now != self._now:
            self._before = [*self._before, self._now][-MOST:]
            self._now = now

    def back(self) -> Value:
        """What the choices were before the last change; raises ``IndexError`` where none was."""
        self._now = self._before.pop()
        return self._now

    def __len__(self) -> int:
        return len(self._before)


class UndoRow(QWidget, Generic[Value]):
    """Undo and reset of a group of choices.

    Signals:
        settled: the choices are others than they were, and the user has let go.

    Args:
        of: the group's name, for those who hear the buttons and do not see what is above them.
        read: gives the group's choices. write: shows choices, as if the user had made them.
    """

    settled = pyqtSignal()

    def __init__(self, of: str, read: Callable[[], Value], write: Callable[[Value], None]) -> None:
        super().__init__()
        self._read, self._write = read, write
        self._history: "History[Value]" = History()
        self._recommended: Optional[Value] = None
        self._refused = False
        self.undo, self.reset = QToolButton(), QToolButton()
        row = FlowLayout(spacing=2)
        row.setContentsMargins(0, 0, 0, 0)
        for button, icon, does in (
            (self.undo, "/mActionUndo.svg", self._undo),
            (self.reset, "/mActionReload.svg", self._reset),
        ):
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            button.clicked.connect(does)
            row.addWidget(button)
        self.setLayout(row)
        self._of = of
        self._name(self.undo, tr("Undo"))
        self._name(self.reset, tr("Reset to recommended"))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._note)
        self._show()

    def _name(self, button: QToolButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(f"{text}: {self._of}")

    def begin(self, recommended: Optional[Value], reset: str = "") -> None:
        """The choices shown are another project's or index': go from them.

        Args:
            recommended: what is reset to; None where nothing is recommended. reset: what the button
                for it says, where that is not what is recommended.
        """
        self._settled.stop()
        self._recommended, self._refused = recommended, False
        self._name(self.reset, reset or tr("Reset to recommended"))
        self._history.begin(self._read())
        self._show()

    def changed(self, *_: object) -> None:
        """The user has changed something of the group; what changes at once is undone at once."""
        self._settled.start(0)

    def refused(self) -> None:
        """The last change makes no sense, and the choices are what they were without it: that is
        shown again by the next undo."""
        self._refused = True

    def _note(self) -> None:
        before = len(self._history)
        self._history.note(self._read())
        self._refused = self._refused and len(self._history) == before
        self._show()
        if len(self._history) != before:
            self.settled.emit()

    def _undo(self) -> None:
        self._settled.stop()
        self._note()
        if self._refused:
            self._write(self._read())
        elif len(self._history):
            self._write(self._history.back())
        self._refused = False
        self._settled.stop()
        self._show()
        self.settled.emit()

    def _reset(self) -> None:
        self._settled.stop()
        self._note()
        self._write(self._recommended)
        self._note()

    def _show(self) -> None:
        self.undo.setEnabled(self._refused or bool(len(self._history)))
        differs = self._recommended is not None and self._read() != self._recommended
        self.reset.setEnabled(differs)
        set_tip(self.undo, tr("Take the last change back."))
