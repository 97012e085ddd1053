"""The one door to matplotlib: a chart in the panel, drawn when it is seen."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPalette, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...core.gis.charts.look import Look, seen
from ...core.packages import missing
from .plain import set_tip
from .wheel import scroll_past

Drawing = Callable[[object, Look], None]
Tip = Callable[[float], str]
"""What is said of the place of an axis under the mouse; empty where nothing is."""
PACKAGE = "matplotlib"
DOTS_PER_INCH, WHILE_RESIZED_MS = 96, 60


def charts_lack() -> "list[str]":
    """The packages that are missing for charts; nothing is imported to find out."""
    return missing(PACKAGE)


class Chart(QWidget):
    """A picture of figures; matplotlib is imported when it is first seen.

    Signals:
        clicked: (axes, x on its axis) under the mouse.
    """

    clicked = pyqtSignal(object, float)

    def __init__(self, height: int, parent: Optional[QWidget] = None):
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._canvas: Optional[QWidget] = None
        self._drawing: Optional[Drawing] = None
        self._tip: Optional[Tip] = None
        self._drawn = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(WHILE_RESIZED_MS)
        self._resized.timeout.connect(self._draw)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_drawing(
        self, drawing: Optional[Drawing], said: str = "", tip: Optional[Tip] = None
    ) -> None:
        """Draw with ``drawing(figure, look)`` now, or when the chart is next seen; nothing where it
        is None. ``said`` is what the chart says, for those who do not see it; ``tip`` what it says
        of a place under the mouse."""
        self._drawing, self._drawn, self._tip = drawing, False, tip
        self.setAccessibleDescription(said)
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        if self._canvas is None:
            if self._drawing is None:
                return
            self._canvas = _canvas()
            scroll_past(self._canvas)
            self._column.addWidget(self._canvas)
            self._canvas.mpl_connect("button_press_event", self._tell_clicked)
            self._canvas.mpl_connect("motion_notify_event", self._show_tip)
        figure, look = self._canvas.figure, self._look()
        figure.clear()
        figure.set_facecolor(look.ground)
        figure.set_size_inches(
            self.width() / DOTS_PER_INCH, self.height() / DOTS_PER_INCH, forward=False
        )
        if self._drawing is not None:
            self._drawing(figure, look)
            _make_seen(figure, look)
        self._drawn = True
        self._canvas.draw_idle()

    def _look(self) -> Look:
        palette = self.palette()
        return Look(
            text=palette.color(QPalette.ColorRole.WindowText).name(),
            ground=palette.color(QPalette.ColorRole.Window).name(),
        )

    def _tell_clicked(self, event: object) -> None:
        if event.inaxes is not None and event.xdata is not None:
            self.clicked.emit(event.inaxes, float(event.xdata))

    def _show_tip(self, event: object) -> None:
        known = self._tip is not None and event.inaxes is not None and event.xdata is not None
        set_tip(self._canvas, self._tip(float(event.xdata)) if known else "")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw what was not yet drawn."""
        super().showEvent(event)
        if not self._drawn:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Texts keep their size: what is around them is placed anew."""
        super().resizeEvent(event)
        if self._canvas is not None:
            self._drawn = False
            if self.isVisible():
                self._resized.start()


def _canvas() -> QWidget:
    """matplotlib's widget for the Qt that QGIS runs on."""
    from matplotlib.figure import Figure

    try:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    except ImportError:  # before matplotlib 3.5
        from matplotlib.backends.backend_qt5agg import FigureCanvasQTAgg
    return FigureCanvasQTAgg(Figure(dpi=DOTS_PER_INCH))


def _make_seen(figure: object, look: Look) -> None:
    """Give every line of ``figure`` a shade that is seen on the window's ground."""
    from matplotlib.colors import to_hex
    from matplotlib.lines import Line2D

    for line in figure.findobj(Line2D):
        line.set_color(seen(to_hex(line.get_color()), look.ground))
