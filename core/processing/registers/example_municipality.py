"""``sociodemografi:examplemunicipality``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm

INTEGER = QgsProcessingParameterNumber.Type.Integer


class ExampleMunicipality(SociodemografiAlgorithm):
    """Makes the fictional municipality in a folder."""

    ID = "examplemunicipality"
    RESIDENTS, MONTHS, SEED, OUTPUT = "RESIDENTS", "MONTHS", "SEED", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Make the example municipality")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterNumber(
                self.RESIDENTS,
                tr("Residents in the first month"),
                INTEGER,
                60_000,
                False,
                1_000,
                1_000_000,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(self.MONTHS, tr("Months"), INTEGER, 25, False, 1, 120)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.SEED,
                tr("Seed (the same seed gives the same municipality)"),
                INTEGER,
                1,
                False,
                0,
            )
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder")))

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Make it."""
        from ...example.municipality import make_example

        files = make_example(
            self.parameterAsString(parameters, self.OUTPUT, context),
            FeedbackProgress(feedback),
            self.parameterAsInt(parameters, self.RESIDENTS, context),
            self.parameterAsInt(parameters, self.MONTHS, context),
            self.parameterAsInt(parameters, self.SEED, context),
        )
        feedback.pushInfo(
            tr(
                "The example municipality is fictional: every person, address and figure is "
                "invented."
            )
        )
        return {self.OUTPUT: str(files.folder)}
