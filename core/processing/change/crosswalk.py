"""``sociodemografi:crosswalk``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import CATALOGUE, advanced
from ..registers.inputs import MAPPING, read_area_set
from ..tables import write_table

if TYPE_CHECKING:
    import pandas as pd

    from ...areas.area_set import AreaSet
    from ...areas.crosswalk import Addresses
    from ...areas.crosswalk import Crosswalk as Way


class Crosswalk(SociodemografiAlgorithm):
    """From old boundaries to new ones, and figures cast along."""

    ID = "crosswalk"
    OLD_AREAS, OLD_ID_FIELD, NEW_AREAS, NEW_ID_FIELD = (
        "OLD_AREAS",
        "OLD_ID_FIELD",
        "NEW_AREAS",
        "NEW_ID_FIELD",
    )
    ADDRESSES, PERSONS_FIELD, FIGURES = "ADDRESSES", "PERSONS_FIELD", "FIGURES"
    OUTPUT, CAST = "OUTPUT", "CAST"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("From old boundaries to new ones")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        for areas, field, text in (
            (self.OLD_AREAS, self.OLD_ID_FIELD, tr("Old areas")),
            (self.NEW_AREAS, self.NEW_ID_FIELD, tr("New areas")),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSource(areas, text, [compat.POLYGON_SOURCE])
            )
            self.addParameter(
                QgsProcessingParameterField(
                    field,
                    tr("{areas}: field with the area id", areas=text),
                    None,
                    areas,
                    QgsProcessingParameterField.DataType.Any,
                    False,
                    True,
                )
            )
        self.addParameter(
            TableOrFile(
                self.ADDRESSES, tr("Addresses (x, y and, where known, persons; or points)"), True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.PERSONS_FIELD,
                tr("Column with the persons at each address (empty: found by its name)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            TableOrFile(
                self.FIGURES,
                tr("Figures of the old areas to be cast (area, period, indicator, value, …)"),
                True,
            )
        )
        self.addParameter(
            advanced(
                QgsProcessingParameterString(
                    MAPPING,
                    tr("Mapping of the figures (JSON: role → column; the rest is guessed)"),
                    None,
                    True,
                    True,
                )
            )
        )
        self.addParameter(
            advanced(
                QgsProcessingParameterFile(
                    CATALOGUE,
                    tr("Folder with the municipality's own indicators"),
                    QgsProcessingParameterFile.Behavior.Folder,
                    "",
                    None,
                    True,
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("From old areas to new ones"), compat.ANY_VECTOR_SOURCE
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.CAST, tr("Figures of the new areas"), compat.ANY_VECTOR_SOURCE, None, True
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Find the shares, cast the figures, write both tables."""
        from ...areas.crosswalk import crosswalk

        progress = FeedbackProgress(feedback)
        old = self._areas(parameters, self.OLD_AREAS, self.OLD_ID_FIELD, context, progress)
        new = self._areas(parameters, self.NEW_AREAS, self.NEW_ID_FIELD, context, progress)
        addresses = self._addresses(parameters, context, progress)
        way = crosswalk(old, new, progress, addresses)
        results = {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, way.table)}
        if parameters.get(self.FIGURES) and parameters.get(self.CAST):
            cast = self._cast(parameters, context, way, progress)
            results[self.CAST] = write_table(self, parameters, self.CAST, context, cast)
        return results

    def _areas(
        self,
        parameters: dict,
        name: str,
        field: str,
        context: QgsProcessingContext,
        progress: FeedbackProgress,
    ) -> "AreaSet":
        id_field = self.parameterAsString(parameters, field, context)
        area_set = read_area_set(self, parameters, name, id_field, context, progress)
        if area_set is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return area_set

    def _addresses(
        self, parameters: dict, context: QgsProcessingContext, progress: FeedbackProgress
    ) -> "Optional[Addresses]":
        from ...areas.crosswalk import Addresses
        from ...gis.sources.register_source import point_mapping, sources_of
        from ...registers.tables.inhabited import read_inhabited

        rows = self.table_or_file(parameters, self.ADDRESSES, context)
        if rows is None:
            return None
        sources = sources_of(rows, context.transformContext())
        column = self.parameterAsString(parameters, self.PERSONS_FIELD, context).strip()
        mapping = point_mapping(sources, {"persons": column} if column else {})
        table = read_inhabited(sources, mapping, progress)
        return Addresses(
            table["x"].to_numpy("float64"),
            table["y"].to_numpy("float64"),
            table["persons"].to_numpy("float64") if "persons" in table else None,
        )

    def _cast(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        way: "Way",
        progress: FeedbackProgress,
    ) -> "pd.DataFrame":
        """The figures given, on the new areas."""
        import datetime

        from ...catalogue.own import catalogue
        from ...gis.sources.register_source import sources_of
        from ...measures.finished.casting import cast
        from ...measures.finished.completion import completed
        from ...measures.finished.figure_observations import observations_of_figures
        from ...registers.columns.mapping import parse_mapping
        from ...registers.tables.figures import read_figures

        rows = self.table_or_file(parameters, self.FIGURES, context)
        if rows is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.FIGURES))
        known = catalogue(self.parameterAsString(parameters, CATALOGUE, context))
        mapping = parse_mapping(self.parameterAsString(parameters, MAPPING, context))
        sources = sources_of(rows, context.transformContext())
        figures = completed(read_figures(sources, mapping, known, progress), known, progress)
        today = datetime.date.today().isoformat()
        observations = observations_of_figures(figures, way.old, known, today, progress)
        return cast(observations, way, known, progress)
