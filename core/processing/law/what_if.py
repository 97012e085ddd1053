"""``sociodemografi:whatif``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...catalogue.law.figures import LawFigure
from ...catalogue.law.measured import against_nation, against_region, figures_of_law
from ...errors import InputError
from ...gis.host import compat
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import HISTORY, names_of, read_history
from ..tables import write_table
from .figures import (
    AREA_ID_FIELD,
    PERIOD_FIELD,
    add_field,
    add_figure_parameters,
    read_law_figures,
    rules_of,
    source_of,
)

if TYPE_CHECKING:
    import pandas as pd

PERIOD, USE_ORIGIN = "PERIOD", "USE_ORIGIN"
NO_FIGURE = "none"


def _new_nation(figure: LawFigure) -> str:
    """The parameter with what the nation's figure is instead."""
    return f"NEW_{figure.nation_parameter}"


def _of_region(figure: LawFigure) -> str:
    """The parameter with what the region's figure is, in percent of what it is."""
    return f"{figure.parameter}_OF_REGION"


def _reference_texts() -> List[Tuple[str, str]]:
    """(parameter, what it asks for) of the references that can be changed."""
    texts: List[Tuple[str, str]] = []
    for figure in figures_of_law().values():
        if figure.nation is not None:
            texts.append((_new_nation(figure), in_language(figure.nation.instead_label)))
    for figure in figures_of_law().values():
        if figure.region is not None:
            texts.append((_of_region(figure), in_language(figure.region.instead_label)))
    return texts


class WhatIf(SociodemografiAlgorithm):
    """The category if one figure, one reference or one boundary were otherwise."""

    ID = "whatif"
    AREA, FIGURE, PERSONS, VALUE, MERGE_WITH = "AREA", "FIGURE", "PERSONS", "VALUE", "MERGE_WITH"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("What if: other figures, references or boundaries")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_figure_parameters(self)
        add_field(self, AREA_ID_FIELD, tr("Field with the area id"))
        add_field(
            self, PERIOD_FIELD, tr("Field with the period (YYYY-MM), where there are several")
        )
        self.addParameter(
            QgsProcessingParameterString(
                PERIOD, tr("Period (YYYY-MM; empty for the newest)"), None, False, True
            )
        )
        self.addParameter(TableOrFile(HISTORY, tr("Earlier lists (area, year, category)"), True))
        self.addParameter(
            QgsProcessingParameterBoolean(USE_ORIGIN, tr("Use the origin criterion"), True)
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.AREA,
                tr("Area whose figure or boundary changes (its id; empty: all)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.FIGURE,
                tr("Figure that changes"),
                [NO_FIGURE, *figures_of_law()],
                False,
                NO_FIGURE,
                False,
                True,
            )
        )
        for name, text in (
            (self.PERSONS, tr("So many more (or fewer) persons in it")),
            (self.VALUE, tr("… or the figure itself, in its unit")),
            *_reference_texts(),
        ):
            self.addParameter(
                QgsProcessingParameterNumber(
                    name, text, QgsProcessingParameterNumber.Type.Double, None, True
                )
            )
        self.addParameter(
            QgsProcessingParameterString(
                self.MERGE_WITH, tr("Areas taken into it (ids with comma)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Categories before and after"), compat.ANY_VECTOR_SOURCE
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, change, judge twice, write."""
        from ...assessment.criteria import Options
        from ...assessment.what_if import References, changed, compare, merged

        source = source_of(self, parameters, context)
        before = self._of_one_period(
            read_law_figures(self, parameters, context, source, feedback), parameters, context
        )
        area = self.parameterAsString(parameters, self.AREA, context).strip()
        others = names_of(self.parameterAsString(parameters, self.MERGE_WITH, context))
        if others and not area:
            raise InputError(tr("Which area takes the others in?"), tr("Write its id as AREA."))
        if area in others:
            raise InputError(
                tr("{area} cannot be taken into itself.", area=area),
                tr("Take it out of MERGE_WITH."),
            )
        after = merged(before, area, others) if others else before
        if others:
            feedback.pushInfo(
                tr(
                    "Means of several years are put together by their persons, as an "
                    "approximation; the "
                    "panel counts the new boundary anew, year by year."
                )
            )
        nations = {one.id: _new_nation(one) for one in against_nation()}
        regions = {one.id: _of_region(one) for one in against_region()}
        references = References(
            self._numbers(parameters, nations, context), self._numbers(parameters, regions, context)
        )
        after = changed(after, self._changes(parameters, context, area), references)
        options = Options(self.parameterAsBool(parameters, USE_ORIGIN, context))
        result = compare(
            before,
            after,
            rules_of(self, parameters, context),
            options,
            read_history(self, parameters, HISTORY, context),
        )
        moved = result[result["moved"]]
        feedback.pushInfo(
            tr("{count} of {all} areas change their risk level.", count=len(moved), all=len(result))
        )
        for row in moved.to_dict("records"):
            feedback.pushInfo(f"{row['area_id']}: {row['level_before']} → {row['level_after']}")
        result["moved"] = result["moved"].astype(int)
        return {
            self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, result),
            "MOVED": len(moved),
        }

    def _of_one_period(
        self, table: "pd.DataFrame", parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> "pd.DataFrame":
        """The rows of PERIOD, the newest where it is empty; every area once."""
        if "period" in table:
            wanted = self.parameterAsString(parameters, PERIOD, context).strip() or max(
                table["period"]
            )
            if wanted not in set(table["period"]):
                raise InputError(
                    tr("There is no period {period}.", period=wanted),
                    tr("Choose one of {choices}.", choices=", ".join(sorted(set(table["period"])))),
                )
            table = table[table["period"] == wanted].reset_index(drop=True)
        twice = table["area_id"][table["area_id"].duplicated()]
        if len(twice):
            raise InputError(
                tr("The area {area} is there twice.", area=twice.iloc[0] or "NULL"),
                tr("Choose the fields with id and period as AREA_ID_FIELD and PERIOD_FIELD."),
            )
        return table

    def _number(
        self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Optional[float]:
        given = parameters.get(name) not in (None, "")
        return self.parameterAsDouble(parameters, name, context) if given else None

    def _numbers(
        self, parameters: Dict[str, Any], names: Mapping[str, str], context: QgsProcessingContext
    ) -> Dict[str, float]:
        """Figure → the number given as the parameter that ``names`` has for it, where one is."""
        given = {one: self._number(parameters, name, context) for one, name in names.items()}
        return {figure: number for figure, number in given.items() if number is not None}

    def _changes(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, area: str
    ) -> list:
        from ...assessment.what_if import FigureChange

        figure = self.parameterAsString(parameters, self.FIGURE, context) or NO_FIGURE
        persons = self._number(parameters, self.PERSONS, context)
        value = self._number(parameters, self.VALUE, context)
        if figure == NO_FIGURE:
            if persons is not None or value is not None:
                raise InputError(tr("Which figure changes?"), tr("Choose FIGURE."))
            return []
        if (persons is None) == (value is None):
            raise InputError(
                tr("{figure} needs either PERSONS or VALUE.", figure=figure),
                tr("Give one of the two."),
            )
        return [FigureChange(figure, area, persons or 0.0, value)]
