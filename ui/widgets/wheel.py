"""The wheel scrolls the page, and changes nothing that was not clicked.

One guard stands over a whole panel or dialog (``guard``); no page or widget need know of it.
"""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

INPUTS = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)
"""What a wheel turns: combos, numbers, dates and times, sliders, dials, tabs."""
LEAVES = (QLabel, QAbstractButton, QLineEdit, QScrollBar, QHeaderView)
"""What neither is an input nor holds one."""
TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)
STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Focus that goes for a list, or with the window, comes back by itself."""


class _Guard(QObject):
    """Hands the wheel on to what lies around an input, unless that was touched since it has the
    focus.

    Focus alone does not do: Qt moves it to the next widget by itself when the one that had it is
    disabled.
    """

    def __init__(self, root: QWidget):
        super().__init__(root)
        self._root = root
        self._held: Optional[QObject] = None
        self._grown: List[QWidget] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._meet_grown)
        root.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """An event that is filtered and not accepted goes on to the parent."""
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            if isinstance(watched, INPUTS) and watched is not self._held:
                event.ignore()
                return True
        elif kind == QEvent.Type.ChildAdded:
            self._grow(watched)
        elif kind in TOUCHES:
            touched = watched.parent() if isinstance(watched, QLineEdit) else watched
            if isinstance(touched, INPUTS):  # else the press went on to what lies around
                self._held = touched
        elif kind == QEvent.Type.FocusOut:
            if watched is self._held and event.reason() not in STAYS:
                self._held = None
        elif kind == QEvent.Type.Show and watched is self._root:
            self._meet(self._root)
        return False

    def _grow(self, widget: QObject) -> None:
        """Look at what ``widget`` was given when it is whole: a child that is told of is not."""
        if isinstance(widget, QWidget) and not isinstance(widget, INPUTS):
            if not any(widget is one for one in self._grown):
                self._grown.append(widget)
            self._later.start(0)

    def _meet_grown(self) -> None:
        grown, self._grown = self._grown, []
        for widget in grown:
            if not sip.isdeleted(widget):
                self._meet(widget)

    def _meet(self, widget: QWidget) -> None:
        """Watch ``widget`` and what is in it; one that is watched already is watched once."""
        if isinstance(widget, LEAVES):
            return
        widget.installEventFilter(self)
        if isinstance(widget, INPUTS):
            if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            for edit in widget.findChildren(QLineEdit):
                edit.installEventFilter(self)
            return
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                self._meet(child)


def guard(root: QWidget) -> None:
    """Let the wheel pass by every input in ``root`` that was not clicked, also by those made
    later."""
    _Guard(root)


class _Passing(QObject):
    """Hands the wheel on to what lies around."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """An event that is filtered and not accepted goes on to the parent."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def scroll_past(widget: QWidget) -> None:
    """Let the wheel pass ``widget``, which has no use for one, by."""
    widget.installEventFilter(_Passing(widget))
