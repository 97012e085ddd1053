"""Siden sidst: the page one opens each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional, Tuple

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout

from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import tr
from ...core.numbers import number
from ...core.packages import NEEDED, missing
from ..session import Session
from ..widgets.area_list import AreaList
from ..widgets.page import Page
from ..widgets.plain import plain_label
from .calendar import CalendarList

if TYPE_CHECKING:
    from ...core.pipeline.since import Since


FEW_DELIVERIES = 2


class SincePage(Page):
    """What came, what it means for the areas, what was revised, and what is missing or late.

    An area's name leads to it: on the map, and on every page.
    """

    ID, PLACE, ICON = "since", 1, "/mIconFieldDate.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.since: "Optional[Since]" = None
        self._shown: Optional[Tuple[object, ...]] = None
        self.heading, self.added = plain_label(tr("Since last")), plain_label()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.added.setWordWrap(True)
        self.column.insertWidget(0, self.heading)
        self.column.addWidget(self.added)
        self.levels, self.moved, self.calendar = AreaList(), AreaList(), CalendarList()
        self.revised_areas = AreaList()
        self.came, self.compared, self.revised, self.definitions = (plain_label() for _ in range(4))
        self.boxes: Dict[str, QgsCollapsibleGroupBox] = {}
        self._titles: Dict[str, str] = {}
        for key, title, parts in (
            ("came", tr("What came"), (self.came,)),
            ("levels", tr("Levels and thresholds"), (self.levels,)),
            ("moved", tr("Figures that moved"), (self.compared, self.moved)),
            ("revised", tr("Revised and provisional"), (self.revised, self.revised_areas)),
            ("calendar", tr("Missing and late"), (self.calendar,)),
            ("definitions", tr("Definitions that changed"), (self.definitions,)),
        ):
            self._add_box(key, title, parts)
        self.column.addStretch(1)
        self.levels.chosen.connect(self._pick)
        self.moved.chosen.connect(self._pick)
        self.revised_areas.chosen.connect(self._pick)
        session.ended.connect(self._later)
        session.shown.changed.connect(self._seen)

    def _add_box(self, key: str, title: str, parts: "Tuple[QLabel, ...]") -> None:
        box = QgsCollapsibleGroupBox(title)
        layout = QVBoxLayout(box)
        for part in parts:
            part.setWordWrap(True)
            layout.addWidget(part)
        self.boxes[key], self._titles[key] = box, title
        self.column.addWidget(box)

    # -- what the dock asks --------------------------------------------------------------------

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Since last")

    def tip(self) -> str:
        """What the page is for."""
        return tr("Since last: what the newest addition brought, and what is missing")

    def lacks(self) -> str:
        """An addition."""
        return "" if self.session.newest is not None else tr("Nothing has been added yet.")

    def finished(self) -> bool:
        """Nothing is done here, and nothing waits for it."""
        return False

    def restore(self) -> None:
        """Forget what belonged to another file."""
        self.since, self._shown = None, None
        self._show_boxes(False)

    def refresh(self) -> None:
        """What the newest addition brought."""
        here = not self.lacks()
        self.note.setText(self.lacks() or tr("Internal – must not leave the municipality"))
        self.added.setVisible(here)
        if not here:
            self.restore()
        self._seen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what is new when the page is first seen."""
        super().showEvent(event)
        self._seen()

    def _later(self) -> None:
        """When all have heard that the task ended."""
        QTimer.singleShot(0, self._seen)

    def _seen(self) -> None:
        if self.isVisible() and not missing(*NEEDED) and not self.lacks():
            self._load()

    # -- reading -------------------------------------------------------------------------------

    def _load(self) -> None:
        """Read what is new, unless it is there already."""
        session, area_set = self.session, self.session.shown.area_set
        folder = session.state.catalogue or str(profile_catalogue())
        wanted = (session.generation, area_set, folder)
        if not area_set or wanted == self._shown:
            return

        def read(store: object) -> "Since":
            from ...core.gis.jobs.since import read_since
            from ...core.pipeline.judging_in_force import choices_in_force

            near = choices_in_force(store).closeness_percent
            return read_since(store, area_set, folder, near)

        self._shown = wanted
        if not session.fetch(tr("Reading what is new"), read, self._show, session.failed.emit):
            self._shown = None

    def _show(self, since: "Since", later: bool) -> None:
        from ...core.pipeline import since_words as words
        from ...core.pipeline.adding_words import added_when, delivered_texts, revised_text

        before, self.since = self.since, since
        if since.addition is None:
            self._show_boxes(False)
            return
        self.added.setText(added_when(since.addition))
        came = delivered_texts(since.addition)
        self.came.setText("\n".join(came))
        levels = words.level_sentences(since)
        self.levels.show_areas(levels, dict(since.names), words.nothing_text(since))
        moved = words.moved_sentences(since)
        self.compared.setText(words.compared_text(since))
        self.moved.show_areas(moved, dict(since.names), "")
        self.moved.setVisible(bool(moved))
        revised = [revised_text(one) for one in since.revised]
        provisional = words.provisional_sentences(since)
        self.revised.setText("\n".join(revised + provisional))
        changed = words.revised_sentences(since)
        self.revised_areas.show_areas(changed, dict(since.names), "")
        self.revised_areas.setVisible(bool(changed))
        self.calendar.show_due(since.calendar)
        definitions = words.definition_sentences(since)
        self.definitions.setText("\n".join(definitions))
        self._show_boxes(True)
        if before is None or before.addition != since.addition:  # another month: from the top
            self.boxes["came"].setCollapsed(len(came) > FEW_DELIVERIES)
            self.verticalScrollBar().setValue(0)
        late = sum(one.late > 0 for one in since.calendar)
        counts = {
            "levels": words.counted_areas(len(levels)),
            "moved": words.counted_figures(len(since.moved), len(moved)),
            "revised": words.counted_periods(len(revised)),
            "calendar": words.counted_late(late),
            "came": "" if len(came) < FEW_DELIVERIES else number(len(came)),
            "definitions": words.counted_periods(len(definitions)),
        }
        for key, count in counts.items():
            title = self._titles[key]
            self.boxes[key].setTitle(f"{title} ({count})" if count else title)
        self.boxes["revised"].setVisible(bool(revised or provisional))
        self.boxes["definitions"].setVisible(bool(definitions))

    def _show_boxes(self, shown: bool) -> None:
        for box in self.boxes.values():
            box.setVisible(shown)

    # -- areas ---------------------------------------------------------------------------------

    def _pick(self, area: str) -> None:
        """Let the map and every page show ``area`` in the period that is told of."""
        shown = self.session.shown
        if self.since is not None and self.since.now:
            shown.show(period=self.since.now)
        shown.pick(area)
        self.session.map.look_at_area()
