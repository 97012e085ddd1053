"""``sociodemografi:importregister``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import CATALOGUE
from ..tables import write_table
from .one_register import add_reading_parameters, profiled_delivery, read_profile


class ImportRegister(SociodemografiAlgorithm):
    """Reads a delivery through, and writes how it is read and what came; never a row about a
    person."""

    ID = "importregister"
    SOURCE, NAME, MONITOR = "SOURCE", "NAME", "MONITOR"
    OUTPUT, DELIVERY, PROFILE_OUT, TABLE = "OUTPUT", "DELIVERY", "PROFILE_OUTPUT", "TABLE"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Import a register")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            TableOrFile(self.SOURCE, tr("Register (file, folder of monthly files, layer or table)"))
        )
        add_reading_parameters(self)
        self.addParameter(
            QgsProcessingParameterString(self.NAME, tr("Name of the delivery"), None, False, True)
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.MONITOR,
                tr("Monitor file to record the delivery in"),
                QgsProcessingParameterFile.Behavior.File,
                "gpkg",
                None,
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
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Columns and the roles they play"), compat.ANY_VECTOR_SOURCE
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.DELIVERY, tr("Record of the delivery"), compat.ANY_VECTOR_SOURCE
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.TABLE,
                tr("Finished figures, reference values or addresses as they were read"),
                compat.ANY_VECTOR_SOURCE,
                None,
                True,
                False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.PROFILE_OUT, tr("Delivery profile"), "JSON (*.json)", None, True, False
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Read, then write the tables, the profile and the record."""
        from ...catalogue.own import catalogue
        from ...pipeline.importing import import_delivery
        from ...registers.delivery import save_profile
        from ...store.monitor_file import MonitorFile

        progress = FeedbackProgress(feedback)
        profile = read_profile(
            self, parameters, context, self.parameterAsString(parameters, self.NAME, context)
        )
        delivery = profiled_delivery(self, parameters, self.SOURCE, profile, context)
        known = catalogue(self.parameterAsString(parameters, CATALOGUE, context))
        found = import_delivery(delivery, known, progress)
        for source, roles in found.roles.items():
            feedback.pushInfo(f"{source}: {roles}")
        feedback.pushInfo(
            tr(
                "{rows} rows in {count} periods.",
                rows=number(found.rows),
                count=number(len(found.records)),
            )
        )
        monitor = self.parameterAsFile(parameters, self.MONITOR, context)
        if monitor:
            MonitorFile(monitor).deliveries.save(found.records)
        results = {
            self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, found.columns),
            self.DELIVERY: write_table(
                self, parameters, self.DELIVERY, context, found.record_table()
            ),
        }
        if parameters.get(self.TABLE) and found.table is not None:
            results[self.TABLE] = write_table(self, parameters, self.TABLE, context, found.table)
        path = self.parameterAsFileOutput(parameters, self.PROFILE_OUT, context)
        if path:
            save_profile(found.profile, path)
            results[self.PROFILE_OUT] = path
        return results
