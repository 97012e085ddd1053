"""``sociodemografi:geofauploadfile``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ...errors import InputError
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from .parameters import add_review, read_review


class GeofaUploadFile(SociodemografiAlgorithm):
    """Writes what would change as a file for the upload in GeoFA's editor."""

    ID = "geofauploadfile"
    GO_ON, OUTPUT = "GO_ON", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Write a file for GeoFA's upload")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_review(self)
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.GO_ON,
                tr("Write although districts overlap, leave holes, are small or reach outside"),
                False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("File"), "GeoPackage (*.gpkg);;Shapefile (*.shp)"
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Compare, check, write."""
        from ...gis.host.settings import load_settings
        from ...gis.jobs import registration as geofa_jobs

        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        if not path.parent.is_dir():
            raise InputError(
                tr("The folder {folder} does not exist.", folder=str(path.parent)),
                tr("Choose another place."),
            )
        given, _, _ = read_review(self, parameters, context, feedback, load_settings())
        geofa_jobs.refuse_errors(given, self.parameterAsBool(parameters, self.GO_ON, context))
        written = geofa_jobs.write_upload(given, path)
        feedback.pushInfo(
            tr(
                "Written: {files}. Read the text before you upload.",
                files=", ".join(part.name for part in written),
            )
        )
        return {self.OUTPUT: str(path)}
