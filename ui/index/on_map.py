"""The index that is worked on, on the map while its page is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..session import Session
from ..shown.choice import INDEX, LAW
from ..shown.table import Trial
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    import pandas as pd


class IndexOnMap:
    """Puts the index of the workbench on the map, and takes it away."""

    def __init__(self, session: Session, workbench: IndexWorkbench):
        self._session, self._workbench = session, workbench
        self._leads, self._theme_before = False, LAW

    def lead(self) -> None:
        """The user does something with the index: the map shows it from the next time it is
        scored, whatever it showed before."""
        self._leads = True

    def show(self, table: "pd.DataFrame", period: str, seen: bool) -> None:
        """Let the map show the index, scored in ``table`` (``index.results.COLUMNS``), while its
        page is ``seen``: as kept where it is, else as a trial."""
        bench, session = self._workbench, self._session
        if not seen or bench.figures is None or bench.definition is None or bench.indexed is None:
            return
        kept = bool(bench.indexed.kept)
        session.table.begin_trial(
            Trial(
                definition=bench.definition,
                area_set=bench.figures.area_set,
                period=period,
                scores=table,
                kept=kept,
            )
        )
        leads, self._leads = self._leads, False
        if leads and session.shown.theme != INDEX:
            self._theme_before = session.shown.theme
            session.shown.show(theme=INDEX, index=bench.definition.id)
        else:
            session.shown.changed.emit()

    def end(self) -> None:
        """The index goes from the map; one that is kept stays where the map shows it."""
        session = self._session
        if session.table.trial is None:
            return
        session.table.end_trial()
        if session.shown.theme == INDEX and session.table.index() is None:
            session.shown.show(theme=self._theme_before)
        else:
            session.shown.changed.emit()
