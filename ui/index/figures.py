"""The figures an index is made of, read in the background when they are first needed."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session


class IndexFigures(QObject):
    """The workbench of one area set.

    ``bench`` (``index_jobs.Workbench``) is None until something was read, and stays where reading
    anew is refused.

    Signals:
        opened: other figures are there.
        refused: they are not; the bench is what it was.
    """

    opened = pyqtSignal()
    refused = pyqtSignal()

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self.bench: Optional[object] = None
        self._asked: Optional[tuple] = None

    def forget(self) -> None:
        """Another project or file is open."""
        self.bench, self._asked = None, None

    def read(self, area_set: str, folder: str, again: bool = False) -> None:
        """Read the figures of ``area_set`` with the catalogue ``folder``, unless they are there;
        what was refused is asked for ``again`` only where the user wants it."""
        wanted = (area_set, self.session.generation)
        if not area_set or self.session.busy or (wanted == self._asked and not again):
            return
        from ...core.gis.jobs.index import open_workbench

        self._asked = wanted
        try:
            path = self.session.monitor().path
        except SociodemografiError as error:
            self._refused(error)
            return
        work = partial(open_workbench, path, area_set, folder)
        self.session.run(
            tr("Reading the figures"),
            lambda progress, _: work(progress),
            self._opened,
            self._refused,
        )

    def _opened(self, bench: object, _: list) -> None:
        self.bench = bench
        self.opened.emit()

    def _refused(self, error: SociodemografiError) -> None:
        if self.bench is not None:  # the user may choose the same set again
            self._asked = (self.bench.area_set.id, self.session.generation)
        self.refused.emit()
        self.session.failed.emit(error)
