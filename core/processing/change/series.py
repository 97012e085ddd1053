"""``sociodemografi:series``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
)

from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..parameters import names_of
from ..tables import write_table
from .parameters import (
    add_figures_parameters,
    add_text,
    read_boundaries,
    read_chosen,
    read_period,
)


class Series(SociodemografiAlgorithm):
    """The series of indicators in areas of a monitor file, with gaps, limits and changes."""

    ID = "series"
    AREAS, FIRST, LAST, OVER, OUTPUT = "AREAS", "FIRST", "LAST", "OVER", "OUTPUT"
    BOUNDARIES = "BOUNDARIES"
    WINDOWS = ("none", "rolling_12", "year", "two_years")
    """Those of ``pipeline.changing``, which imports pandas and is not read at start-up."""

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Series of figures over time")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_figures_parameters(self)
        add_text(self, self.AREAS, tr("Areas (ids with comma; empty: all)"))
        add_text(self, self.FIRST, tr("From the period (YYYY-MM or YYYY; empty: the first)"))
        add_text(self, self.LAST, tr("To the period (YYYY-MM or YYYY; empty: the newest)"))
        self.addParameter(
            QgsProcessingParameterEnum(
                self.OVER,
                tr("Figures over several months"),
                list(self.WINDOWS),
                False,
                self.WINDOWS[0],
                True,
                True,
            )
        )
        add_text(
            self,
            self.BOUNDARIES,
            tr("Boundaries (empty: as counted; today, or a date YYYY-MM-DD: cast onto those)"),
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Series"), compat.ANY_VECTOR_SOURCE)
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, follow, write."""
        from ...change.series import GAP
        from ...periods import month_number
        from ...pipeline.changing import read_series, within

        first, last = (
            read_period(self, parameters, name, context) for name in (self.FIRST, self.LAST)
        )
        if first and last and month_number(first) > month_number(last):
            raise InputError(
                tr("FIRST is {first}, and LAST is {last}.", first=first, last=last),
                tr("Give the earlier period as FIRST."),
            )
        areas = names_of(self.parameterAsString(parameters, self.AREAS, context))
        over = self.parameterAsString(parameters, self.OVER, context) or self.WINDOWS[0]
        boundaries = read_boundaries(self, parameters, self.BOUNDARIES, context)
        chosen = read_chosen(self, parameters, context, () if boundaries else areas)
        table = read_series(
            chosen.store,
            chosen.there,
            chosen.indicators,
            areas,
            progress=FeedbackProgress(feedback),
            over="" if over == self.WINDOWS[0] else over,
            boundaries=boundaries,
        )
        # what is before FIRST has served the changes of twelve months
        table = within(table, first, last)
        gaps = int((table["status"] == GAP).sum())
        feedback.pushInfo(
            tr(
                "{count} figures of {areas} areas; {gaps} that should be there are missing.",
                count=number(len(table) - gaps),
                areas=number(table["area_id"].nunique()),
                gaps=number(gaps),
            )
        )
        cast = table["cast"].value_counts().drop("", errors="ignore")
        if len(cast):
            feedback.pushInfo(
                tr(
                    "Counted in other boundaries and cast onto these: {named}.",
                    named=", ".join(f"{how} {number(n)}" for how, n in cast.items()),
                )
            )
        table = table.astype(
            {name: "boolean" for name in ("new_definition", "provisional", "more_than_noise")}
        )
        return {
            self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, table),
            "ROWS": len(table),
            "GAPS": gaps,
        }
