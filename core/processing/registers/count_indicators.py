"""``sociodemografi:countindicators``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE, names_of
from ..tables import write_areas, write_table
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

WINDOWS = ("rolling_12", "quarter", "year", "two_years")
"""The windows of ``measures.windows``, which imports pandas and is not read at start-up."""


class CountIndicators(SociodemografiAlgorithm):
    """Counts the indicators of persons in areas."""

    ID = "countindicators"
    PERIOD, INDICATORS, OVER, OUTPUT, OBSERVATIONS = (
        "PERIOD",
        "INDICATORS",
        "OVER",
        "OUTPUT",
        "OBSERVATIONS",
    )

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Count indicators")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_register_parameters(self)
        self.addParameter(
            QgsProcessingParameterString(
                self.PERIOD, tr("Period (YYYY-MM; empty for all)"), None, False, True
            )
        )
        add_reference_parameter(self)
        self.addParameter(
            QgsProcessingParameterString(
                self.INDICATORS,
                tr(
                    "Indicators (ids with comma between; all for all the registers can serve; "
                    "empty for the law's)"
                ),
                None,
                False,
                True,
            )
        )
        add_more_registers(self)
        add_catalogue_parameters(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                self.OVER,
                tr("Figures over several months"),
                ["none", *WINDOWS],
                False,
                "none",
                True,
                True,
            )
        )
        add_expert_parameters(self)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Areas with figures"), compat.POLYGON_SOURCE
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OBSERVATIONS, tr("Observations"), compat.ANY_VECTOR_SOURCE
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Count, then write both tables."""
        from ...measures.figures import comparison_notes, wide, with_comparisons
        from ...measures.observations import COLUMNS, FACET_COLUMNS, SOURCE
        from ...measures.windows import over_window, warn_of_windows
        from ...periods import years_of
        from ...pipeline.counting.count_areas import count_areas, whole_of
        from ...pipeline.inputs import ALL, LAW, Choices

        progress = FeedbackProgress(feedback)
        inputs = read_inputs(self, parameters, context, progress)
        names = self.parameterAsString(parameters, self.INDICATORS, context).strip()
        over = self.parameterAsString(parameters, self.OVER, context) or "none"
        choices = Choices(
            period=self.parameterAsString(parameters, self.PERIOD, context).strip(),
            indicators=() if names == ALL else names_of(names),
            scope=ALL if names == ALL else LAW,
            catalogue=self.parameterAsString(parameters, CATALOGUE, context),
            facets=names_of(self.parameterAsString(parameters, FACETS, context)),
            **read_choices(self, parameters, context),
        )
        counted = count_areas(inputs, choices, progress)
        area_set = inputs.area_sets[0]
        observations = counted.observations[area_set.id]
        if over != "none":
            warn_of_windows(observations, over, counted.indicators, progress)
            observations = over_window(observations, over, counted.indicators)
            figures = wide(whole_of(observations))
            figures.insert(2, "year", years_of(figures["period"]))
        else:
            compared = with_comparisons(
                whole_of(observations),
                counted.references,
                choices.region,
                choices.allow_fewer_years,
            )
            figures = counted.of_period(compared)
            for sentence in comparison_notes(
                compared, counted.references, choices.region, counted.period
            ):
                progress.warn(sentence)
            observations = counted.of_period(observations)
        columns = [c for c in (*COLUMNS, *FACET_COLUMNS, SOURCE) if c in observations]
        return {
            self.OUTPUT: write_areas(self, parameters, self.OUTPUT, context, area_set, figures),
            self.OBSERVATIONS: write_table(
                self, parameters, self.OBSERVATIONS, context, observations[columns]
            ),
        }
