"""Judges the areas by the index that is worked on, in the background, and keeps it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, List

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session
from .card import judged_text
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    from ...core.pipeline.index_figures import IndexFigures
    from ...core.pipeline.indexing import Indexed


class IndexJudging(QObject):
    """One judging at a time.

    Signals:
        judged: what was judged and kept (``Indexed``), and whether it is still what the user works
            on.
    """

    judged = pyqtSignal(object, bool)

    def __init__(self, session: Session, workbench: IndexWorkbench):
        super().__init__()
        self._session, self._workbench = session, workbench

    def judge(self, period: str) -> None:
        """Score every period, draw the certainty of ``period``, keep the index."""
        from ...core.gis.jobs.index import judge_and_keep

        bench, session = self._workbench, self._session
        definition, figures = bench.definition, bench.figures
        if definition is None or figures is None:
            return
        try:
            path = session.monitor().path
        except SociodemografiError as error:
            session.failed.emit(error)
            return
        work = partial(judge_and_keep, path, figures, definition, period, list(bench.whole_periods))
        session.run(
            tr("Judging the areas"),
            lambda progress, _: work(progress),
            partial(self._judged, figures),
        )

    def _judged(self, figures: "IndexFigures", indexed: "Indexed", warnings: List[str]) -> None:
        """It is kept whatever the user is at meanwhile."""
        session = self._session
        session.indices.append(indexed.judged.status.definition.id)
        session.table.forget()
        self.judged.emit(indexed, self._workbench.keep(figures, indexed))
        session.changed.emit()
        session.done.emit(judged_text(indexed), warnings)
