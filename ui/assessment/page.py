"""Vurdering: by an open index, and by the law's criteria."""

from __future__ import annotations

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QTabWidget

from ...core.i18n import tr
from ...core.packages import NEEDED, missing
from ..index.panel import IndexPanel
from ..law.panel import LawPanel
from ..session import Session
from ..widgets.page import Page


class AssessmentPage(Page):
    """Two ways to judge, side by side; an area chosen here is selected on the map."""

    ID, PLACE, COUNTED = "assessment", 40, True
    NARROW_ICON = "/mActionScaleBar.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.index, self.law = IndexPanel(session), LawPanel(session)
        self.tabs.addTab(self.index, tr("Index"))
        self.tabs.addTab(self.law, tr("The law"))
        self.tabs.currentChanged.connect(self._fit)
        self._fit(0)
        self.column.addWidget(self.tabs, 1)
        session.ended.connect(self._later)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Assessment")

    def _fit(self, shown: int) -> None:
        """Let the page be as long as the tab that is shown, not as the longest."""
        for position in range(self.tabs.count()):
            policy = (
                QSizePolicy.Policy.Preferred if position == shown else QSizePolicy.Policy.Ignored
            )
            self.tabs.widget(position).setSizePolicy(policy, policy)
        self.tabs.updateGeometry()

    def lacks(self) -> str:
        """A run."""
        return "" if self.session.shown.area_set else tr("Nothing computed yet.")

    def finished(self) -> bool:
        """Has an index been judged? The page is a choice: nothing waits for it."""
        return bool(self.session.indices)

    def restore(self) -> None:
        """Forget what belonged to another file."""
        self.index.forget()
        self.law.forget()

    def stop(self) -> None:
        """The dock goes: its trial layer goes with it."""
        self.index.forget()

    def refresh(self) -> None:
        """The area sets of the newest run."""
        self.note.setText(
            self.lacks() or tr("Areas have figures; an index signals, it does not judge.")
        )
        self.tabs.setEnabled(bool(self.session.shown.area_set))
        self.index.refresh()
        self.law.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the figures when the page is first seen."""
        super().showEvent(event)
        self._seen(again=self.index.workbench.figures is None)

    def _later(self) -> None:
        """When all have heard that the task ended."""
        QTimer.singleShot(0, self._seen)

    def _seen(self, again: bool = False) -> None:
        if self.isVisible() and not missing(*NEEDED):
            self.index.load(again=again)
            self.law.what_if.seen()
