"""``sociodemografi:protect``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFeatureSink

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ...packages import FOR_DISCLOSURE
from ..base import SociodemografiAlgorithm
from ..tables import write_table
from .parameters import add_edition_parameters, read_edition


class Protect(SociodemografiAlgorithm):
    """Protects the newest run of a monitor file and audits it; nothing is released."""

    ID = "protect"
    PACKAGES = FOR_DISCLOSURE
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Protect an edition (disclosure control)")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_edition_parameters(self, with_internal=True)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Protected figures"), compat.ANY_VECTOR_SOURCE
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Protect, audit, write the protected table."""
        from ...pipeline.protecting import prepare_edition
        from ...protection.certificate import proof_in_words, refuse_unsafe

        edition = prepare_edition(
            *read_edition(self, parameters, context), progress=FeedbackProgress(feedback)
        ).edition
        if edition.profile.protects:
            refuse_unsafe(edition)
        outcome = edition.outcome
        feedback.pushInfo(
            tr(
                "{hidden} of {all} figures are hidden.",
                hidden=number(edition.hidden),
                all=number(len(edition.table)),
            )
        )
        if edition.profile.protects:
            feedback.pushInfo(proof_in_words(edition))
        return {
            self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, edition.table),
            "HIDDEN": edition.hidden,
            "FIGURES": len(edition.table),
            "GUARDED": outcome.primary,
        }
