"""``sociodemografi:runmonitor``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...catalogue.law.dates import CURRENT
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import (
    CATALOGUE,
    HISTORY,
    READING,
    advanced,
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
    RULE_SET, AREA_SET, OUTPUT = "RULE_SET", "AREA_SET", "OUTPUT"
    WITHOUT_PERSONS = False
    """May other registers, or finished figures, come alone?"""

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Run the monitor")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_register_parameters(self, self.WITHOUT_PERSONS)
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
            advanced(
                QgsProcessingParameterString(
                    self.AREA_SET,
                    tr("Area set (its id in the monitor file; empty: the one with the same areas)"),
                    None,
                    False,
                    True,
                )
            )
        )
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

        from ...pipeline.adding import add_period, sentences_of
        from ...pipeline.inputs import Choices
        from ...pipeline.own_area_set import as_in_file
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
        store = MonitorFile(path)
        wanted = self.parameterAsString(parameters, self.AREA_SET, context).strip()
        area_sets = [
            as_in_file(one, store, progress, wanted, choices.municipality)
            for one in inputs.area_sets
        ]
        inputs = replace(inputs, area_sets=area_sets, history=history)
        added = add_period(inputs, choices, store, progress, plugin_version())
        for sentence in sentences_of(added, store):
            feedback.pushInfo(sentence)
        return {self.OUTPUT: path}
