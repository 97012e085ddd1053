"""The newest addition to the monitor file: what it brought, and the way to take it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, List

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session
from ..widgets.confirm import Confirm
from ..widgets.plain import plain_label
from ..widgets.shown_file import show_file

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ...core.gis.host.feedback import FeedbackProgress
    from ...core.gis.jobs.calculation import Changed

SINCE = "since"


class NewestAddition(QWidget):
    """Hidden while nothing has been added.

    Signals:
        wanted: the id of a page that the user asks for.
        done: what was taken back, in words, and warnings.
    """

    wanted, done = pyqtSignal(str), pyqtSignal(str, list)

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        self.heading, self.about, self.brought = plain_label(), plain_label(), plain_label()
        self.heading.setText(tr("Newest addition"))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        for label in (self.about, self.brought):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.see = QPushButton(tr("See what is new"))
        self.see.clicked.connect(lambda: self.wanted.emit(SINCE))
        self.back = QToolButton()
        self.back.setText(tr("Take back…"))
        self.back.setAutoRaise(True)
        self.back.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.see)
        row.addStretch(1)
        row.addWidget(self.back)
        self.confirm = Confirm(tr("Take back"))
        self.confirm.confirmed.connect(self._take_back)
        for widget in (self.heading, self.about, self.brought):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.confirm)
        self.told("")

    def told(self, text: str) -> None:
        """Show what the addition that was just made brought, in numbers; nothing of one made
        before."""
        self.brought.setText(text)
        self.brought.setVisible(bool(text))

    def refresh(self) -> None:
        """The newest addition of the session's file."""
        newest = self.session.newest
        self.setVisible(newest is not None)
        self.confirm.hide()
        if newest is not None:
            from ...core.pipeline.adding_words import addition_text

            self.about.setText(addition_text(newest))

    def _ask(self) -> None:
        from ...core.pipeline.adding_words import take_back_text

        if self.session.newest is not None:
            self.confirm.ask(take_back_text(self.session.newest))

    def _take_back(self) -> None:
        newest, state = self.session.newest, self.session.state
        if newest is None:
            return
        asked = (Path(state.monitor), newest.number, list(state.area_sets))

        def work(progress: "FeedbackProgress", _: "QgsFeedback") -> "Changed":
            from ...core.gis.jobs.calculation import take_back

            return take_back(*asked, progress)

        description = tr("Taking the newest addition back")
        self.session.run(description, work, partial(self._publish, newest.periods))

    def _publish(self, periods: List[str], changed: "Changed", warnings: List[str]) -> None:
        from ...core.period_lists import periods_text

        self.told("")
        try:
            show_file(self.session, changed.area_sets, changed.results)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        left = changed.results.periods
        self.done.emit(
            tr(
                "Taken back: {periods}. The monitor file has {left}.",
                periods=periods_text(periods) or "–",
                left=periods_text(left) if left else tr("no figures now"),
            ),
            warnings,
        )
