"""``sociodemografi:importpackage``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ...gis.host import compat
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE
from ..tables import write_table
from .parameters import MONITOR


class ImportPackage(SociodemografiAlgorithm):
    """Checks another municipality's package and keeps it in the monitor file."""

    ID = "importpackage"
    INPUT, OUTPUT = "INPUT", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Import an indicator package")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT,
                tr("Indicator package"),
                QgsProcessingParameterFile.Behavior.File,
                "json",
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                MONITOR, tr("Monitor file"), QgsProcessingParameterFile.Behavior.File, "gpkg"
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                CATALOGUE,
                tr("Folder where its indices are kept (empty: they are not)"),
                QgsProcessingParameterFile.Behavior.Folder,
                "",
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Figures of the package"), compat.ANY_VECTOR_SOURCE
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Check, keep, show."""
        from ...pipeline.exchange import import_package
        from ...store.monitor_file import MonitorFile
        from ...store.packages.content import figures_of_package

        content = import_package(
            self.parameterAsFile(parameters, self.INPUT, context),
            MonitorFile(self.parameterAsFile(parameters, MONITOR, context)),
            self.parameterAsString(parameters, CATALOGUE, context),
        )
        table = figures_of_package(content)
        feedback.pushInfo(
            tr(
                "{municipality}, {period}: {count} figures, {indices} indices. SHA-256: {hash}",
                municipality=content["municipality"]["name"],
                period=content["edition"]["period"],
                count=number(len(table)),
                indices=len(content["indices"]),
                hash=content["sha256"],
            )
        )
        return {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, table)}
