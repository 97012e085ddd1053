"""``sociodemografi:sendgeofa``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..parameters import names_of
from ..tables import write_table
from .parameters import AUTHCFG, add_review, read_review


class SendGeofa(SociodemografiAlgorithm):
    """Registers districts and keys in GeoFA: in one transaction, read back, with a receipt."""

    ID = "sendgeofa"
    END, ENDING, WAY, DRY_RUN, GO_ON = "END", "ENDING", "WAY", "DRY_RUN", "GO_ON"
    CONFIRM, MONITOR, OUTPUT = "CONFIRM", "MONITOR", "OUTPUT"
    ENDINGS, WAYS = ("status", "delete"), ("wfs-t", "sql")

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Send districts to GeoFA")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_review(self, for_writing=True)
        self.addParameter(
            QgsProcessingParameterString(
                self.END,
                tr("End the objects GeoFA alone has (objekt_id, several with comma)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.ENDING,
                tr("How they end: status Ikke gældende, or deleted"),
                list(self.ENDINGS),
                False,
                "status",
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.WAY, tr("Way"), list(self.WAYS), False, "wfs-t", False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(self.DRY_RUN, tr("Dry run: compare and check only"), True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.GO_ON,
                tr("Send although districts overlap, leave holes, are small or reach outside"),
                False,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.CONFIRM,
                tr(
                    "Confirmation for production: municipality code and number of objects, as 0461 "
                    "12"
                ),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.MONITOR,
                tr("Monitor file that keeps the receipt"),
                QgsProcessingParameterFile.Behavior.File,
                "gpkg",
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Receipt"), compat.ANY_VECTOR_SOURCE)
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Compare, check, send, read back."""
        import pandas as pd

        from ...geofa.sending.receipt import DONE, RECEIPT_COLUMNS
        from ...gis.host.geofa_login import client_of
        from ...gis.host.settings import load_settings
        from ...gis.jobs import registration as geofa_jobs

        settings, progress = load_settings(), FeedbackProgress(feedback)
        given, client, border = read_review(
            self, parameters, context, feedback, settings, settings.geofa_write_url
        )
        ids = names_of(self.parameterAsString(parameters, self.END, context))
        by_status = self.parameterAsEnumString(parameters, self.ENDING, context) != "delete"
        given = geofa_jobs.with_ended(given, ids, by_status, progress, border)
        if self.parameterAsBool(parameters, self.DRY_RUN, context):
            feedback.pushInfo(
                tr(
                    "A dry run: {count} objects would be sent to {host}. Nothing was sent.",
                    count=number(len(given.comparison.to_send)),
                    host=client.server.host,
                )
            )
            return {
                self.OUTPUT: write_table(
                    self,
                    parameters,
                    self.OUTPUT,
                    context,
                    pd.DataFrame(columns=list(RECEIPT_COLUMNS), dtype=str),
                )
            }
        # what is on its way cannot be called back, so this client hears no Cancel
        client = client_of(
            client.server, settings, None, self.parameterAsString(parameters, AUTHCFG, context)
        )
        way = geofa_jobs.way_of(self.parameterAsEnumString(parameters, self.WAY, context), client)
        geofa_jobs.refuse_errors(given, self.parameterAsBool(parameters, self.GO_ON, context))
        geofa_jobs.refuse_unconfirmed(
            given.comparison, client, self.parameterAsString(parameters, self.CONFIRM, context)
        )
        path = self.parameterAsFile(parameters, self.MONITOR, context)
        receipt = geofa_jobs.send_and_keep(
            given, way, client, Path(path) if path else None, progress
        )
        identifier = write_table(self, parameters, self.OUTPUT, context, receipt.rows)
        if receipt.remark:
            feedback.pushWarning(receipt.remark)
        if receipt.problem is not None:
            feedback.pushInfo(receipt.problem.details)
            raise QgsProcessingException(str(receipt.problem))
        feedback.pushInfo(
            tr(
                "{count} objects are in GeoFA ({host}) as sent.",
                count=number(receipt.count(DONE)),
                host=client.server.host,
            )
        )
        return {self.OUTPUT: identifier}
