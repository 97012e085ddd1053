"""The dock: steps from left to right, a message bar, and the progress of the running task."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Dict, List, Optional, Type

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget, QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QElapsedTimer, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.collecting import stated_in
from ..core.errors import SociodemografiError
from ..core.i18n import tr
from ..core.numbers import number
from ..core.packages import NEEDED, missing, missing_text
from .session import Session
from .shown.map import MOMENT_MS
from .widgets.messages import show_error, show_result, show_warning
from .widgets.next_step import NextStep
from .widgets.page import Page
from .widgets.plain import plain_label, set_tip
from .widgets.shown_bar import ShownBar
from .widgets.steps_row import SIGN, StepsRow
from .widgets.wheel import guard

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

SECONDS_BEFORE_TIME_LEFT = 5
CHANGED = "↻"


def page_classes() -> List[Type[Page]]:
    """The pages of the folders beside this module, in the line they state."""
    return sorted(stated_in(__package__, Page, only="page"), key=lambda page: page.PLACE)


class SociodemografiDock(QgsDockWidget):
    """The panel beside the map."""

    MINIMUM_WIDTH, WIDTH = 215, 410

    def __init__(self, iface: "Optional[QgisInterface]" = None):
        super().__init__("GeoFA Sociodemografi")
        self.setObjectName("geofa_sociodemografi_panel")
        self.session = Session(self, iface.mapCanvas() if iface is not None else None)
        self._clock = QElapsedTimer()
        body = QWidget()
        body.setMinimumWidth(self.MINIMUM_WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        self.bar = iface.messageBar() if iface is not None else QgsMessageBar(body)
        self.pages = [page(self.session) for page in page_classes()]
        self._page_of: Dict[str, Page] = {page.ID: page for page in self.pages}
        self.steps_row = StepsRow(self.pages)
        self.steps = self.steps_row.buttons
        self.steps.idClicked.connect(self._show_page)
        column.addWidget(self.steps_row)
        self.monitor = plain_label()
        self.monitor.setContentsMargins(8, 0, 8, 0)
        self.monitor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.monitor.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.monitor)
        self.shown = ShownBar(self.session)
        column.addWidget(self.shown)
        self.result = plain_label()
        self.result.setContentsMargins(8, 2, 8, 2)
        self.result.setWordWrap(True)
        self.result.hide()
        column.addWidget(self.result)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        column.addWidget(self.stack, 1)
        self.next_step = NextStep()
        column.addWidget(self.next_step)
        column.addWidget(self._progress_row())
        self.setWidget(body)
        guard(body)
        self._item: Optional[QgsMessageBarItem] = None
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            turn = QAction(self)
            turn.setShortcut(QKeySequence(f"Ctrl+{QKeySequence(key).toString()}"))
            turn.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.triggered.connect(partial(self._turn, step))
            self.addAction(turn)
        self._connect()
        if missing(*NEEDED):
            show_warning(self.bar, missing_text(missing(*NEEDED)))
            self.result.setText(missing_text(missing(*NEEDED)))
            self.result.show()
            for page in self.pages:
                page.setEnabled(False)
        else:
            self.session.begin()

    # -- building ------------------------------------------------------------------------------

    def _progress_row(self) -> QWidget:
        self.progress_row = QWidget()
        column = QVBoxLayout(self.progress_row)
        column.setContentsMargins(8, 4, 8, 6)
        self.step_text = plain_label()
        self.step_text.setWordWrap(True)
        row = QHBoxLayout()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.session.cancel)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        column.addWidget(self.step_text)
        column.addLayout(row)
        self.progress_row.hide()
        return self.progress_row

    def _connect(self) -> None:
        if missing(*NEEDED):
            return
        for page in self.pages:
            page.wanted.connect(self.go_to)
        self.next_step.wanted.connect(self.go_to)
        self.stack.currentChanged.connect(self._show_next)
        self.session.touched.connect(self._mark)
        self.session.replaced.connect(self.restore)
        self.session.changed.connect(self.refresh)
        self.session.started.connect(self._begin)
        self.session.step.connect(self._name_step)
        self.session.moved.connect(self._move)
        self.session.ended.connect(self._end)
        self.session.failed.connect(self._show_failed)
        self.session.done.connect(self._show_done)
        QgsProject.instance().readProject.connect(self.session.reload_read)
        QgsProject.instance().cleared.connect(self.session.reload)
        QgsProject.instance().writeProject.connect(self.session.write_state)

    def disconnect_project(self) -> None:
        """Stop listening to the project; called before the dock goes."""
        if not missing(*NEEDED):
            QgsProject.instance().readProject.disconnect(self.session.reload_read)
            QgsProject.instance().cleared.disconnect(self.session.reload)
            QgsProject.instance().writeProject.disconnect(self.session.write_state)
        self.session.map.stop()
        for page in self.pages:
            page.stop()

    # -- steps ---------------------------------------------------------------------------------

    def page(self, identifier: str) -> Page:
        """The page with the id; raises ``KeyError`` where there is none."""
        return self._page_of[identifier]

    def go_to(self, identifier: str) -> None:
        """Show the page with the id."""
        self._show_page(self.pages.index(self.page(identifier)))

    def _show_page(self, position: int) -> None:
        self.stack.setCurrentIndex(position)
        self.steps.button(position).setChecked(True)

    def _turn(self, step: int, *_: object) -> None:
        """The next page that can be gone to, or the one before."""
        count, at = len(self.pages), self.stack.currentIndex()
        places = [(at + step * n) % count for n in range(1, count)]
        self._show_page(next(p for p in (*places, at) if self.steps.button(p).isEnabled()))
        self.steps.button(self.stack.currentIndex()).setFocus()

    def take_focus(self) -> None:
        """The keyboard goes to the page that is shown."""
        self.raise_()
        self.steps.button(self.stack.currentIndex()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first_step(self) -> str:
        """The first required step not yet taken; where the last of them leads when all are, or
        the file has something to show."""
        if not self.session.state.monitor:
            return self.pages[0].ID
        required = [page for page in self.pages if page.REQUIRED]
        if self.session.judged:
            return required[-1].goes_on_to()
        waiting = [page.ID for page in required if not page.finished()]
        return waiting[0] if waiting else required[-1].goes_on_to()

    def restore(self) -> None:
        """Let every page show what was just opened, at the first step not yet taken."""
        for page in self.pages:
            page.restore()
        self.result.hide()
        self._clear_message()
        self.go_to(self._first_step())

    def refresh(self) -> None:
        """Let every page show the state, and mark the finished steps."""
        begun = bool(self.session.state.monitor)
        for page in self.pages:
            page.refresh()
        self._mark()
        path = self.session.state.monitor
        self.monitor.setText(tr("Monitor file: {file}", file=Path(path).name) if path else "")
        set_tip(self.monitor, path)
        self.monitor.setVisible(begun)
        if begun and self.stack.currentIndex() == 0 and not self.session.busy:
            self.go_to(self._first_step())

    def _mark(self) -> None:
        """Mark the steps: finished, with so many findings, or of other choices than are made."""
        begun = bool(self.session.state.monitor)
        for position, page in enumerate(self.pages):
            is_step = not page.ICON
            stale = begun and page.COUNTED and self.session.stale and page.finished()
            told = [tr("Changed since the last count")] if stale else []
            self.steps_row.mark(
                position,
                self._sign(page, stale) if begun and is_step else "",
                "\n".join(filter(None, (*told, page.tip()))),
                begun or not is_step,
            )
        self._show_next()

    @staticmethod
    def _sign(page: Page, stale: bool) -> str:
        if stale:
            return CHANGED
        if page.open_findings():
            return f"{number(page.open_findings())} "
        return SIGN if page.finished() else ""

    def _show_next(self, *_: object) -> None:
        """The first step that is not taken, with a link to its page."""
        begun = bool(self.session.state.monitor)
        asking = [page for page in self.pages if begun and page.next_step()]
        if not asking:
            self.next_step.show_step("", "", "")
            return
        first = asking[0]
        here = self.stack.currentWidget() is first
        self.next_step.show_step(first.next_step(), first.ID, "" if here else first.title())

    # -- tasks ---------------------------------------------------------------------------------

    def _begin(self, description: str) -> None:
        self._clear_message()
        self.result.hide()
        self._clock.start()
        self._description = description
        self.step_text.setText(description)
        self.progress.setValue(0)
        self.progress_row.show()
        for page in self.pages:
            page.setEnabled(False)

    def _clear_message(self) -> None:
        """The panel's own message goes; those of others stay."""
        if self._item is not None and self._item in self.bar.items():
            self.bar.popWidget(self._item)
        self._item = None

    def _name_step(self, text: str) -> None:
        self._description = text
        self.step_text.setText(text)

    def _move(self, percent: float) -> None:
        self.progress.setValue(int(percent))
        seconds = self._clock.elapsed() / 1000
        if seconds > SECONDS_BEFORE_TIME_LEFT and percent > 2:
            left = int(seconds * (100 - percent) / percent) + 1
            self.step_text.setText(
                tr("{step}, about {seconds} s left", step=self._description, seconds=left)
            )

    def _end(self) -> None:
        if self.session.busy:  # what ended has begun something else
            return
        self.progress_row.hide()
        for page in self.pages:
            page.setEnabled(True)

    def _show_failed(self, error: SociodemografiError) -> None:
        self._item = show_error(self.bar, error)
        self.result.setText(str(error))  # the bar has room for one line alone
        set_tip(self.result, "")
        self.result.show()

    def _show_done(self, text: str, warnings: list) -> None:
        self._item = show_result(self.bar, text, warnings, self.session.written)
        self.result.setText(text)
        set_tip(self.result, "\n".join(warnings))
        self.result.show()
        following = self.stack.currentWidget().goes_on_to()
        if following:
            self.go_to(following)
            # QGIS zooms to the first layer of an empty project a moment later; the areas matter
            QTimer.singleShot(MOMENT_MS, self.session.map.zoom)
