"""``sociodemografi:compositeindex``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..law.reading import STAIRCASE, STEPS
from ..tables import write_joined, write_table
from .parameters import add_index_parameters

if TYPE_CHECKING:
    import pandas as pd

    from ...catalogue.law.staircases import Staircase
    from ...pipeline.indexing import Indexed
    from .given.reading import IndexInput

RESULT = {
    "score": "real",
    "index_class": "integer",
    "class_label": "text",
    "dynamics": "real",
    "dynamics_class": "integer",
    "dynamics_label": "text",
    "code": "integer",
    "other_class": "integer",
    "note": "text",
}


class CompositeIndex(SociodemografiAlgorithm):
    """Scores and classes areas by a composite index, ready-made or put together of fields."""

    ID = "compositeindex"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Composite index")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_index_parameters(self)
        staircase = QgsProcessingParameterFile(
            STAIRCASE,
            tr("Staircase: class → agreed action (JSON with basis index_class)"),
            QgsProcessingParameterFile.Behavior.File,
            "json",
            None,
            True,
        )
        staircase.setFlags(staircase.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(staircase)
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas with index")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                STEPS, tr("Agreed steps"), compat.ANY_VECTOR_SOURCE, None, True, False
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, score, write."""
        from ...assessment.staircase import climb
        from ...gis.maps.natural_breaks import natural_breaks
        from ...pipeline.indexing import run_index
        from .given.reading import read_index_input

        given = read_index_input(self, parameters, context)
        indexed = run_index(
            given.cube,
            given.definition,
            given.known,
            FeedbackProgress(feedback),
            natural_breaks=natural_breaks,
        )
        for sentence in (*given.warnings, *indexed.warnings):
            feedback.pushWarning(sentence)
        for indicator, weight in given.definition.effective_weights().items():
            feedback.pushInfo(
                tr(
                    "{indicator}: {percent} % of the weight",
                    indicator=indicator,
                    percent=number(100 * weight, 1),
                )
            )
        table = beside_table(given, indexed)
        kinds = {
            **RESULT,
            **{name: "real" for name in map(str, table) if name.startswith(("n_", "t_"))},
        }
        written = {
            self.OUTPUT: write_joined(
                self, parameters, self.OUTPUT, context, given.source, table, kinds
            )
        }
        if parameters.get(STEPS):
            written[STEPS] = write_table(
                self,
                parameters,
                STEPS,
                context,
                climb(indexed.table, self._stairs(parameters, context)),
            )
        return written

    def _stairs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> "Staircase":
        from ...catalogue.law.staircases import INDEX_CLASS, read_staircase

        path = self.parameterAsFile(parameters, STAIRCASE, context)
        stairs = read_staircase(path) if path else None
        if stairs is None or stairs.basis != INDEX_CLASS:
            raise InputError(
                tr("Steps by an index need a staircase whose basis is index_class."),
                tr("Choose STAIRCASE, a JSON file with that basis."),
            )
        return stairs


def beside_table(given: "IndexInput", indexed: "Indexed") -> "pd.DataFrame":
    """A row per feature: ``results.COLUMNS``, ``n_<indicator>`` (normalised, more is worse) and
    ``t_<theme>``."""
    import pandas as pd

    status = indexed.judged.status
    areas = len(status.areas)
    columns: Dict[str, object] = {}
    for row, indicator in enumerate(given.definition.indicators):
        columns[f"n_{indicator}"] = status.normalised[row].ravel()
    if len(given.definition.themes) > 1:
        for row, theme in enumerate(given.definition.themes):
            columns[f"t_{theme.id}"] = status.theme_scores[row].ravel()
    whole = pd.concat([indexed.table, pd.DataFrame(columns)], axis=1)
    return whole.iloc[[period * areas + area for period, area in given.places]].reset_index(
        drop=True
    )
