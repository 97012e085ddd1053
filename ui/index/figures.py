"""Reads the figures an index is made of in the background, when they are first needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, List, Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    from ...core.pipeline.index_figures import IndexFigures


class FiguresReader(QObject):
    """Reads the figures of one area set at a time.

    Signals:
        read: they are here (``IndexFigures``).
        refused: they are not; those read before still stand.
    """

    read = pyqtSignal(object)
    refused = pyqtSignal()

    def __init__(self, session: Session, workbench: IndexWorkbench):
        super().__init__()
        self._session, self._workbench = session, workbench
        self._asked: Optional[Tuple[str, int]] = None

    def forget(self) -> None:
        """Another project or file is open."""
        self._asked = None

    def ask(self, area_set: str, folder: str, again: bool = False) -> None:
        """Read the figures of ``area_set`` with the catalogue ``folder``, unless they are there;
        what was refused is asked for ``again`` only where the user wants it."""
        wanted = (area_set, self._session.generation)
        if not area_set or self._session.busy or (wanted == self._asked and not again):
            return
        from ...core.pipeline.index_figures import read_figures

        self._asked = wanted
        try:
            path = self._session.monitor().path
        except SociodemografiError as error:
            self._refused(error)
            return
        work = partial(read_figures, path, area_set, folder)
        self._session.run(
            tr("Reading the figures"),
            lambda progress, _: work(progress),
            self._read,
            self._refused,
        )

    def _read(self, figures: "IndexFigures", _: List[str]) -> None:
        self.read.emit(figures)

    def _refused(self, error: SociodemografiError) -> None:
        figures = self._workbench.figures
        if figures is not None:  # the user may choose the same set again
            self._asked = (figures.area_set.id, self._session.generation)
        self.refused.emit()
        self._session.failed.emit(error)
