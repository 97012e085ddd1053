"""``sociodemografi:undoperiod``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm


class UndoPeriod(SociodemografiAlgorithm):
    """The newest addition to the monitor file taken back."""

    ID = "undoperiod"
    MONITOR, PERIODS = "MONITOR", "PERIODS"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Take the newest addition back")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterFile(self.MONITOR, tr("Monitor file"), extension="gpkg")
        )
        self.addOutput(QgsProcessingOutputString(self.PERIODS, tr("Periods that changed")))

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Undo."""
        from ...pipeline.adding import undo_period
        from ...store.monitor_file import MonitorFile

        monitor = MonitorFile(self.parameterAsFile(parameters, self.MONITOR, context))
        monitor.check_there()
        changed = undo_period(monitor, FeedbackProgress(feedback))
        periods = ", ".join(sorted({period for of_set in changed.values() for period in of_set}))
        feedback.pushInfo(tr("Taken back: {periods}.", periods=periods or "-"))
        return {self.PERIODS: periods}
