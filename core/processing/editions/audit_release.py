"""``sociodemografi:auditrelease``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFile

from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ...packages import FOR_DISCLOSURE
from ..base import SociodemografiAlgorithm
from .parameters import add_edition_parameters, read_edition


class AuditRelease(SociodemografiAlgorithm):
    """Attacks a table that was released, or is about to be: is anything in it that can be worked
    out?"""

    ID = "auditrelease"
    PACKAGES = FOR_DISCLOSURE
    TABLE = "TABLE"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Audit a released table")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_edition_parameters(self, with_period=False)
        self.addParameter(
            QgsProcessingParameterFile(
                self.TABLE,
                tr("Released table (udgave.csv)"),
                QgsProcessingParameterFile.Behavior.File,
                "csv",
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Attack what the table shows; raises where something can be worked out."""
        from ...pipeline.auditing import audit_table

        wanted = read_edition(self, parameters, context)
        audited = audit_table(
            wanted.monitor,
            self.parameterAsFile(parameters, self.TABLE, context),
            wanted.profile,
            wanted.catalogue,
            FeedbackProgress(feedback),
        )
        feedback.pushInfo(
            tr(
                "{shown} figures are shown; {guarded} numbers that must not be known stood the "
                "attack.",
                shown=number(audited.shown),
                guarded=number(audited.guarded),
            )
        )
        return {
            "SHOWN": audited.shown,
            "GUARDED": audited.guarded,
            "PROGRAMMES": audited.programmes,
        }
