"""The wheel scrolls the page, and changes nothing that was not clicked."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget


class _Passing(QObject):
    """Hands the wheel on to what lies around, unless its widget has the focus."""

    def __init__(self, widget: QWidget, always: bool):
        super().__init__(widget)
        self._always = always
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """An event that is filtered and not accepted goes on to the parent."""
        if event.type() == QEvent.Type.Wheel and (self._always or not watched.hasFocus()):
            event.ignore()
            return True
        return False


def scroll_past(widget: QWidget, always: bool = False) -> None:
    """Let the wheel pass ``widget`` by where it has not been clicked; ``always`` where it has no
    use for a wheel."""
    if not always:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _Passing(widget, always)
