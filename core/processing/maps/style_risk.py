"""``sociodemografi:stylerisk``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterVectorLayer,
)

from ...errors import InputError
from ...gis.host import compat
from ...i18n import tr
from ..base import SociodemografiAlgorithm


class StyleRisk(SociodemografiAlgorithm):
    """Colours a layer by risk level."""

    ID = "stylerisk"
    INPUT, FIELD, SAVE, OUTPUT = "INPUT", "FIELD", "SAVE", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Colour areas by risk level")

    def flags(self) -> object:
        """Layers of the project are styled on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.INPUT, tr("Areas"), [compat.POLYGON_SOURCE])
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.FIELD, tr("Field with risk level or category"), "risk_level", self.INPUT
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.SAVE, tr("Save as the default style of the data source"), False
            )
        )
        self.addOutput(QgsProcessingOutputVectorLayer(self.OUTPUT, tr("Styled layer")))

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Style, and save the style where asked to."""
        from ...gis.maps.style import style_risk
        from ...registers.column_names import safe_names

        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if layer is None:
            raise InputError(tr("The layer cannot be read."), tr("Choose a polygon layer."))
        field = self.parameterAsString(parameters, self.FIELD, context)
        if layer.fields().lookupField(field) < 0:
            raise InputError(
                tr(
                    "{table} has no field {field} (wanted as {parameter}).",
                    table=layer.name(),
                    field=safe_names([field], layer.fields().names()),
                    parameter=self.FIELD,
                ),
                tr(
                    "Choose one of its fields: {choices}.",
                    choices=safe_names(layer.fields().names()),
                ),
            )
        style_risk(layer, field)
        if self.parameterAsBool(parameters, self.SAVE, context):
            message = layer.saveStyleToDatabase("risk", "GeoFA Sociodemografi", True, "")
            if message:
                feedback.pushWarning(message)
        return {self.OUTPUT: layer.id()}
