"""The dock: steps from left to right, a message bar, and the progress of the running task."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QElapsedTimer, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import SociodemografiError
from ..core.i18n import tr
from ..core.packages import NEEDED, missing, missing_text
from .areas.page import AreasPage
from .assessment.page import AssessmentPage
from .calculation.page import CalculationPage
from .data.page import DataPage
from .disclosure.page import DisclosurePage
from .map.page import MapPage
from .registration.page import GeofaPage
from .session import Session
from .start.page import StartPage
from .widgets.messages import show_error, show_result, show_warning
from .widgets.page import Page
from .widgets.plain import plain_label, set_tip

SECONDS_BEFORE_TIME_LEFT = 5
MOMENT_MS = 300
CHECK = "✓"
STEP_FONT, STEP_MARGIN = 0.88, 6
"""Six steps and their check marks stand side by side in the narrowest panel; start and GeoFA are
pictures."""


class SociodemografiDock(QgsDockWidget):
    """The panel beside the map."""

    MINIMUM_WIDTH, WIDTH = 320, 410

    def __init__(self, iface: Optional[object] = None):
        super().__init__("GeoFA Sociodemografi")
        self.setObjectName("geofa_sociodemografi_panel")
        self.session = Session(self)
        self._clock = QElapsedTimer()
        body = QWidget()
        body.setMinimumWidth(self.MINIMUM_WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        self.bar = iface.messageBar() if iface is not None else QgsMessageBar(body)
        self.start = StartPage(self.session)
        canvas = iface.mapCanvas() if iface is not None else None
        self.areas, self.data = AreasPage(self.session, canvas), DataPage(self.session)
        self.calculation, self.map = CalculationPage(self.session), MapPage(self.session, canvas)
        self.assessment = AssessmentPage(self.session)
        self.disclosure, self.geofa = DisclosurePage(self.session), GeofaPage(self.session, canvas)
        self.pages: List[Page] = [
            self.start,
            self.areas,
            self.data,
            self.calculation,
            self.assessment,
            self.map,
            self.disclosure,
            self.geofa,
        ]
        column.addLayout(self._steps())
        self.monitor = plain_label()
        self.monitor.setContentsMargins(8, 0, 8, 0)
        self.monitor.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.monitor)
        self.result = plain_label()
        self.result.setContentsMargins(8, 2, 8, 2)
        self.result.setWordWrap(True)
        self.result.hide()
        column.addWidget(self.result)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        column.addWidget(self.stack, 1)
        column.addWidget(self._progress_row())
        self.setWidget(body)
        self._item: Optional[object] = None
        self._connect()
        if missing(*NEEDED):
            show_warning(self.bar, missing_text(missing(*NEEDED)))
            self.result.setText(missing_text(missing(*NEEDED)))
            self.result.show()
            for page in self.pages:
                page.setEnabled(False)
        else:
            self.session.load_results()
            self.restore()
            self.refresh()

    # -- building ------------------------------------------------------------------------------

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(2)
        self.steps = QButtonGroup(self)
        names = [
            "",
            tr("Areas"),
            tr("Data"),
            tr("Calculation"),
            tr("Assessment"),
            tr("Map"),
            tr("Disclosure"),
            "",
        ]
        pictures = {
            0: ("/mActionHome.svg", tr("Start")),
            len(names) - 1: ("/mActionSharingExport.svg", "GeoFA"),
        }
        for position, name in enumerate(names):
            button = QToolButton()
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * STEP_FONT)
            button.setFont(font)
            button.setText(name)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setSizePolicy(
                QSizePolicy.Policy.Ignored if name else QSizePolicy.Policy.Fixed,
                QSizePolicy.Policy.Fixed,
            )
            if position in pictures:  # they stand beside the line of steps, not in it
                icon, spoken = pictures[position]
                button.setIcon(QgsApplication.getThemeIcon(icon))
                button.setAccessibleName(spoken)
            self.steps.addButton(button, position)
            row.addWidget(
                button,
                button.fontMetrics().horizontalAdvance(CHECK + name) + STEP_MARGIN if name else 0,
            )
        self._step_names = names
        self.steps.idClicked.connect(self.go_to)
        return row

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
        self.areas.register.clicked.connect(lambda: self.go_to(self.pages.index(self.geofa)))
        self.session.replaced.connect(self.restore)
        self.session.changed.connect(self.refresh)
        self.session.started.connect(self._begin)
        self.session.step.connect(self._name_step)
        self.session.moved.connect(self._move)
        self.session.ended.connect(self._end)
        self.session.failed.connect(self._tell_error)
        self.session.done.connect(self._tell)
        QgsProject.instance().readProject.connect(self.session.reload_read)
        QgsProject.instance().cleared.connect(self.session.reload)
        QgsProject.instance().writeProject.connect(self.session.write_state)

    def disconnect_project(self) -> None:
        """Stop listening to the project; called before the dock goes."""
        if not missing(*NEEDED):
            QgsProject.instance().readProject.disconnect(self.session.reload_read)
            QgsProject.instance().cleared.disconnect(self.session.reload)
            QgsProject.instance().writeProject.disconnect(self.session.write_state)
        self.map.stop_following()
        self.assessment.stop()
        self.geofa.stop()

    # -- steps ---------------------------------------------------------------------------------

    def go_to(self, position: int) -> None:
        """Show the page at ``position``."""
        self.stack.setCurrentIndex(position)
        self.steps.button(position).setChecked(True)

    def _first_step(self) -> int:
        """The first step not yet taken; the map when all are."""
        if not self.session.state.monitor:
            return 0
        for position, page in enumerate(self.pages[1 : self.pages.index(self.assessment)], start=1):
            if not page.finished():
                return position
        return self.pages.index(self.map)

    def restore(self) -> None:
        """Let every page show what was just opened, at the first step not yet taken."""
        for page in self.pages:
            page.restore()
        self.result.hide()
        self.go_to(self._first_step())

    def refresh(self) -> None:
        """Let every page show the state, and mark the finished steps."""
        begun = bool(self.session.state.monitor)
        for position, page in enumerate(self.pages):
            page.refresh()
            button = self.steps.button(position)
            button.setEnabled(position == 0 or begun or page is self.geofa)
            finished = begun and position > 0 and page is not self.geofa and page.finished()
            button.setText((CHECK if finished else "") + self._step_names[position])
            set_tip(
                button,
                {self.geofa: tr("Register in GeoFA"), self.start: tr("Start")}.get(
                    page, page.lacks()
                ),
            )
        path = self.session.state.monitor
        self.monitor.setText(tr("Monitor file: {file}", file=Path(path).name) if path else "")
        set_tip(self.monitor, path)
        self.monitor.setVisible(begun)
        if begun and self.stack.currentIndex() == 0 and not self.session.busy:
            self.go_to(self._first_step())

    # -- tasks ---------------------------------------------------------------------------------

    def _begin(self, description: str) -> None:
        if self._item is not None and self._item in self.bar.items():
            self.bar.popWidget(self._item)
        self._item = None
        self.result.hide()
        self._clock.start()
        self._description = description
        self.step_text.setText(description)
        self.progress.setValue(0)
        self.progress_row.show()
        for page in self.pages:
            page.setEnabled(False)

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

    def _tell_error(self, error: SociodemografiError) -> None:
        self._item = show_error(self.bar, error)
        self.result.setText(str(error))  # the bar has room for one line alone
        set_tip(self.result, "")
        self.result.show()

    def _tell(self, text: str, warnings: list) -> None:
        self._item = show_result(self.bar, text, warnings)
        self.result.setText(text)
        set_tip(self.result, "\n".join(warnings))
        self.result.show()
        if self.stack.currentWidget() is self.calculation and self.session.results:
            self.go_to(self.pages.index(self.map))
            # QGIS zooms to the first layer of an empty project a moment later; the areas matter
            QTimer.singleShot(MOMENT_MS, self.map.zoom_to_areas)
