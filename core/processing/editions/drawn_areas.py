"""``sociodemografi:drawnareas``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...catalogue.protection.entries import is_of_suppression, standard_entries
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ...packages import FOR_DISCLOSURE
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE, names_of
from ..registers.inputs import GO_ON, add_register_parameters, read_inputs
from ..tables import write_areas
from .parameters import WIDEST


class DrawnAreas(SociodemografiAlgorithm):
    """Counts persons in areas the user has drawn, and changes the counts a little, always in the
    same way."""

    ID = "drawnareas"
    PACKAGES = FOR_DISCLOSURE
    EDITION, PERIOD, INDICATORS, AUTHCFG, OUTPUT = (
        "EDITION",
        "PERIOD",
        "INDICATORS",
        "AUTHCFG",
        "OUTPUT",
    )

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Figures of drawn areas (cell keys)")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        profiles = [one for one in standard_entries() if is_of_suppression(one)]
        names = ", ".join(in_language(one["name"]) for one in profiles)
        add_register_parameters(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                self.EDITION,
                tr("Edition ({choices})", choices=names),
                [one["id"] for one in profiles],
                False,
                WIDEST,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.PERIOD, tr("Period (YYYY-MM; empty for the newest)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.INDICATORS,
                tr("Indicators (ids with comma between; empty for all that can be shown)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterAuthConfig(
                self.AUTHCFG,
                tr("Authentication configuration with the secret (empty: this QGIS' own)"),
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                CATALOGUE,
                tr("Folder with the municipality's own indicators and limits"),
                QgsProcessingParameterFile.Behavior.Folder,
                "",
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                GO_ON,
                tr(
                    "Go on although cells cannot be read (they count as unknown, and the run says "
                    "so)"
                ),
                False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Areas with changed figures"), compat.POLYGON_SOURCE
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Count, change, write."""
        from ...gis.host.cell_secret import cell_secret
        from ...pipeline.drawn import drawn_areas
        from ...pipeline.inputs import ALL, Choices

        progress = FeedbackProgress(feedback)
        secret = cell_secret(self.parameterAsString(parameters, self.AUTHCFG, context).strip())
        inputs = read_inputs(self, parameters, context, progress)
        choices = Choices(
            period=self.parameterAsString(parameters, self.PERIOD, context).strip(),
            indicators=names_of(self.parameterAsString(parameters, self.INDICATORS, context)),
            scope=ALL,
            catalogue=self.parameterAsString(parameters, CATALOGUE, context),
            go_on=self.parameterAsBool(parameters, GO_ON, context),
        )
        drawn = drawn_areas(
            inputs,
            choices,
            self.parameterAsString(parameters, self.EDITION, context) or WIDEST,
            secret,
            progress,
        )
        if drawn.left_out:
            feedback.pushWarning(
                tr(
                    "Left out, for they cannot be changed so or may not be shown: {names}.",
                    names=", ".join(drawn.left_out),
                )
            )
        return {
            self.OUTPUT: write_areas(
                self, parameters, self.OUTPUT, context, inputs.area_sets[0], drawn.wide()
            )
        }
