"""``sociodemografi:checkdistricts``."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from .parameters import (
    add_border,
    add_municipality,
    add_source,
    add_theme,
    read_border,
    read_municipality,
    read_theme,
    read_wanted,
)
from .tables import write_objects, write_problems

if TYPE_CHECKING:
    import pandas as pd

    from ...geofa.rules.broken_rule import BrokenRule


class CheckDistricts(SociodemografiAlgorithm):
    """Checks districts against GeoFA's rules, and mends what can be mended safely."""

    ID = "checkdistricts"
    MEND, OUTPUT, MENDED = "MEND", "OUTPUT", "MENDED"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Check districts against GeoFA's rules")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_source(self, with_user=False)
        add_theme(self)
        add_municipality(self)
        add_border(self)
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.MEND, tr("Mend invalid geometry and slivers in the second output"), False
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Problems"), compat.POLYGON_SOURCE)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.MENDED, tr("Mended districts"), compat.ANY_VECTOR_SOURCE, None, True, False
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Read, check, write."""
        from ...geofa.rules.broken_rule import ERROR
        from ...geofa.rules.check import check_values
        from ...gis.districts.checks import check_geometry
        from ...gis.districts.mending import mend

        progress = FeedbackProgress(feedback)
        about = read_theme(self, parameters, context)
        municipality = read_municipality(self, parameters, context)
        wanted = read_wanted(self, parameters, context, about)
        border = read_border(self, parameters, context)

        def check(table: "pd.DataFrame") -> "List[BrokenRule]":
            return check_values(about, municipality, table) + check_geometry(
                about, table, progress, border
            )

        problems = check(wanted)
        results = {}
        if self.parameterAsBool(parameters, self.MEND, context):
            mended = mend(about, wanted, problems, progress)
            wanted = mended.wanted
            for text in mended.texts:
                feedback.pushInfo(text)
            if mended.texts:
                problems = check(wanted)
        errors = sum(problem.severity == ERROR for problem in problems)
        feedback.pushInfo(
            tr(
                "{rows} objects: {errors} errors, {warnings} warnings.",
                rows=number(len(wanted)),
                errors=number(errors),
                warnings=number(len(problems) - errors),
            )
        )
        results[self.OUTPUT] = write_problems(self, parameters, self.OUTPUT, context, problems)
        if parameters.get(self.MENDED):
            results[self.MENDED] = write_objects(
                self, parameters, self.MENDED, context, about, wanted
            )
        return results
