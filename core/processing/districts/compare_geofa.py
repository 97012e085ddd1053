"""``sociodemografi:comparegeofa``."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFeatureSink

from ...gis.host import compat
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from .parameters import add_review, read_review
from .tables import write_changes, write_problems


class CompareGeofa(SociodemografiAlgorithm):
    """What registration would change in GeoFA; changes nothing."""

    ID = "comparegeofa"
    OUTPUT, PROBLEMS = "OUTPUT", "PROBLEMS"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Compare districts with GeoFA")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_review(self)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Changes"), compat.ANY_VECTOR_SOURCE)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.PROBLEMS, tr("Problems"), compat.POLYGON_SOURCE, None, True, False
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Compare, write."""
        from ...gis.host.settings import load_settings

        given, _, _ = read_review(self, parameters, context, feedback, load_settings())
        results = {
            self.OUTPUT: write_changes(self, parameters, self.OUTPUT, context, given.comparison)
        }
        if parameters.get(self.PROBLEMS):
            results[self.PROBLEMS] = write_problems(
                self, parameters, self.PROBLEMS, context, given.problems
            )
        return results
