"""Reads what the page shows: now where the monitor file is small, else in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session

if TYPE_CHECKING:
    from ...core.change.matrix import Matrix
    from ...core.gis.jobs.change import Trend
    from ...core.pipeline.changing import Held

Wanted = Tuple[object, ...]


class ChangeReader(QObject):
    """One trend and one month at a time; what is there is not read again.

    Signals:
        trend, month: they are here (``jobs.change.Trend``, ``matrix.Matrix``).
        refused: the error why they are not.
    """

    trend = pyqtSignal(object)
    month = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, session: Session):
        super().__init__()
        self._session = session
        self.forget()

    def forget(self) -> None:
        """Another project or file is open."""
        self._trend: Optional[Wanted] = None
        self._month: Optional[Wanted] = None

    def ask_trend(self, area_set: str, indicator: str, folder: str, boundaries: str = "") -> bool:
        """Read the series of ``indicator`` on ``boundaries`` (as counted where empty); False where
        it must be asked again: a task is running."""
        session = self._session
        wanted = (session.generation, area_set, indicator, folder, boundaries)
        if wanted == self._trend:
            return True

        def read(store: object) -> "Trend":
            from ...core.gis.jobs.change import read_trend

            place = session.state.municipality
            return read_trend(store, area_set, indicator, folder, place, boundaries)

        self._trend = wanted
        done = session.fetch(tr("Reading the figures"), read, self._show_trend, self._refuse)
        if not done:
            self._trend = None
        return done

    def ask_month(self, there: "Held", period: str, folder: str) -> bool:
        """Read the matrix of ``period``; False where it must be asked again."""
        wanted = (self._session.generation, there.area_set, period, folder)
        if wanted == self._month:
            return True

        def read(store: object) -> "Matrix":
            from ...core.gis.jobs.change import read_month

            return read_month(store, there, period, folder)

        self._month = wanted
        done = self._session.fetch(tr("Reading the figures"), read, self._show_month, self._refuse)
        if not done:
            self._month = None
        return done

    def _show_trend(self, found: "Trend", later: bool) -> None:
        if self._trend is not None:  # of an indicator the set has not, the first came instead
            generation, area_set, _, *rest = self._trend
            self._trend = (generation, area_set, found.indicator.id, *rest)
        self.trend.emit(found)

    def _show_month(self, found: "Matrix", later: bool) -> None:
        self.month.emit(found)

    def _refuse(self, error: SociodemografiError) -> None:
        self.refused.emit(error)
