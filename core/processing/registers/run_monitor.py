"""``sociodemografi:runmonitor``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ...catalogue.law.dates import CURRENT
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import (
    CATALOGUE,
    HISTORY,
    READING,
    names_of,
    read_history,
    reading_parameter,
    rule_set_choices,
)
from .inputs import (
    FACETS,
    add_catalogue_parameters,
    add_expert_parameters,
    add_more_registers,
    add_reference_parameter,
    add_register_parameters,
    read_choices,
    read_inputs,
)


class RunMonitor(SociodemografiAlgorithm):
    """The whole job into one monitor file."""

    ID = "runmonitor"
    RULE_SET, OUTPUT = "RULE_SET", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Run the monitor")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_register_parameters(self)
        add_reference_parameter(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                self.RULE_SET, tr("Rule set"), rule_set_choices(), False, "auto", False, True
            )
        )
        self.addParameter(reading_parameter())
        self.addParameter(TableOrFile(HISTORY, tr("Earlier lists (area, year, category)"), True))
        add_more_registers(self)
        add_catalogue_parameters(self)
        add_expert_parameters(self)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Monitor file"), "GeoPackage (*.gpkg)"
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Run the pipeline."""
        from dataclasses import replace

        from ...pipeline.adding import run_monitor
        from ...pipeline.inputs import Choices
        from ...pipeline.judging import levels_by_area
        from ...store.monitor_file import MonitorFile
        from ...version import plugin_version

        progress = FeedbackProgress(feedback)
        inputs = read_inputs(self, parameters, context, progress)
        history = read_history(self, parameters, HISTORY, context)
        choices = Choices(
            rule_set=self.parameterAsString(parameters, self.RULE_SET, context) or "auto",
            reading=self.parameterAsString(parameters, READING, context) or CURRENT,
            catalogue=self.parameterAsString(parameters, CATALOGUE, context),
            facets=names_of(self.parameterAsString(parameters, FACETS, context)),
            **read_choices(self, parameters, context),
        )
        path = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        result = run_monitor(
            replace(inputs, history=history), choices, MonitorFile(path), progress, plugin_version()
        )
        for assessments in result.assessments.values():
            newest = assessments["period"].max()
            for level, areas in levels_by_area(assessments, newest).items():
                feedback.pushInfo(f"{newest}  {level}: {number(len(areas))}")
        return {self.OUTPUT: path}
