"""``sociodemografi:publishedition``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...errors import StoreError
from ...files import cure
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ...packages import FOR_DISCLOSURE
from ..base import SociodemografiAlgorithm
from .parameters import add_edition_parameters, read_edition


class PublishEdition(SociodemografiAlgorithm):
    """Writes a protected edition with its certificate and enters it in the release ledger."""

    ID = "publishedition"
    PACKAGES = FOR_DISCLOSURE
    INDICATOR, AREA_SET, PURPOSE, FOLDER = "INDICATOR", "AREA_SET", "PURPOSE", "FOLDER"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Publish an edition")

    def flags(self) -> object:
        """Layouts and projects belong to the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_edition_parameters(self)
        self.addParameter(
            QgsProcessingParameterString(
                self.INDICATOR,
                tr("Indicator on the map (id; empty for the first)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.AREA_SET,
                tr("Area set on the map (id; empty for the first)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(QgsProcessingParameterString(self.PURPOSE, tr("Purpose of the release")))
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder to publish in"))
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Protect, audit, write, look again, enter, put in place."""
        from pathlib import Path

        from ...gis.editions.publishing import discard, release, stage, subject_of
        from ...pipeline.protecting import prepare_edition

        wanted = read_edition(self, parameters, context)
        # QGIS writes layers with their whole path, and the audit knows the edition by its own
        folder = Path(self.parameterAsString(parameters, self.FOLDER, context)).absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                tr("The folder {folder} cannot be written to.", folder=str(folder)),
                cure(error, folder),
                str(error),
            ) from None
        prepared = prepare_edition(*wanted, progress=FeedbackProgress(feedback))
        subject = subject_of(
            prepared,
            self.parameterAsString(parameters, self.INDICATOR, context).strip(),
            self.parameterAsString(parameters, self.AREA_SET, context).strip(),
        )
        staged = stage(prepared, folder, self.parameterAsString(parameters, self.PURPOSE, context))
        if feedback.isCanceled():
            discard(staged)
            return {}
        published = release(staged, subject, wanted.monitor)
        feedback.pushInfo(
            tr(
                "{count} numbers and texts in the written files were looked at again.",
                count=number(published.looked_at),
            )
        )
        return {self.FOLDER: str(published.folder), "RELEASE": published.release}
