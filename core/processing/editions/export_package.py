"""``sociodemografi:exportpackage``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE, MUNICIPALITY, names_of
from .parameters import MONITOR


class ExportPackage(SociodemografiAlgorithm):
    """Writes a package of definitions and released figures for other municipalities."""

    ID = "exportpackage"
    DEFINITIONS, RELEASE, OUTPUT = "DEFINITIONS", "RELEASE", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Export an indicator package")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterFile(
                MONITOR, tr("Monitor file"), QgsProcessingParameterFile.Behavior.File, "gpkg"
            )
        )
        self.addParameter(QgsProcessingParameterString(MUNICIPALITY, tr("The municipality's code")))
        self.addParameter(
            QgsProcessingParameterString(
                self.DEFINITIONS,
                tr("Indices to share (ids or JSON files, with comma)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.RELEASE,
                tr("Public release to share (empty for the newest)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                CATALOGUE,
                tr("Folder with the municipality's own indicators"),
                QgsProcessingParameterFile.Behavior.Folder,
                "",
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Indicator package"), "JSON (*.json)"
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Gather, write."""
        from ...catalogue.index.presets import definition_of
        from ...pipeline.exchange import export_package
        from ...store.monitor_file import MonitorFile
        from ...version import plugin_version

        folder = self.parameterAsString(parameters, CATALOGUE, context)
        definitions = [
            definition_of(name, folder)
            for name in names_of(self.parameterAsString(parameters, self.DEFINITIONS, context))
        ]
        path = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        done = export_package(
            MonitorFile(self.parameterAsFile(parameters, MONITOR, context)),
            path,
            self.parameterAsString(parameters, MUNICIPALITY, context),
            definitions,
            plugin_version(),
            self.parameterAsString(parameters, self.RELEASE, context).strip(),
            folder,
        )
        feedback.pushInfo(
            tr(
                "{count} released figures. SHA-256: {hash}",
                count=number(done.figures),
                hash=done.sha256,
            )
        )
        for sentence in done.notes:
            feedback.pushWarning(sentence)
        return {self.OUTPUT: path, "SHA256": done.sha256, "FIGURES": done.figures}
