"""``sociodemografi:stability``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...errors import InputError
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..tables import write_joined
from .parameters import add_index_parameters

if TYPE_CHECKING:
    import pandas as pd

    from ...index.certainty.stability import Stability
    from ...index.composite import Scores
    from .given.reading import IndexInput

PER_THOUSAND = 500.0
"""A figure that is more than this many times numerator / denominator is a rate of events, not a
share."""
FACTORS = {
    "weights": "WEIGHTS_SHARE",
    "normalisation": "NORMALISATION_SHARE",
    "noise": "NOISE_SHARE",
}


class IndexStability(SociodemografiAlgorithm):
    """How stable each area's class is under other weights, scales and small-number noise."""

    ID = "stability"
    RUNS, WEIGHT_SPREAD, SCALES, NOISE, SEED = "RUNS", "WEIGHT_SPREAD", "SCALES", "NOISE", "SEED"
    PERIOD, OUTPUT = "PERIOD", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Stability of an index")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_index_parameters(self)
        whole, real = (
            QgsProcessingParameterNumber.Type.Integer,
            QgsProcessingParameterNumber.Type.Double,
        )
        self.addParameter(
            QgsProcessingParameterNumber(self.RUNS, tr("Runs"), whole, 1000, False, 1, 100000)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.WEIGHT_SPREAD,
                tr("Weights vary by at most (percent)"),
                real,
                25.0,
                False,
                0.0,
                99.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(self.SCALES, tr("Try other normalisations"), True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.NOISE,
                tr("Let small numbers vary (needs <field>_numerator and <field>_denominator)"),
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(self.SEED, tr("Seed"), whole, 20210101, False, 0)
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.PERIOD, tr("Period (YYYY-MM; empty for the newest)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas with stability"))
        )
        for name, text in (
            (FACTORS["weights"], tr("Share of the rank variance due to weights")),
            (FACTORS["normalisation"], tr("Share due to normalisation")),
            (FACTORS["noise"], tr("Share due to small numbers")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, score, vary, write."""
        from ...gis.maps.natural_breaks import natural_breaks
        from ...index.certainty.sensitivity import sensitivity
        from ...index.certainty.stability import StabilityChoices, stability
        from ...index.composite import score_index, signs
        from ...progress import Part
        from .given.reading import read_index_input

        given = read_index_input(self, parameters, context)
        sign_of = signs(given.definition, given.known)
        scores = score_index(given.cube, given.definition, sign_of, natural_breaks=natural_breaks)
        period = (
            self.parameterAsString(parameters, self.PERIOD, context).strip() or scores.periods[-1]
        )
        if period not in scores.periods:
            raise InputError(
                tr("There is no period {period}.", period=period),
                tr("Choose one of {choices}.", choices=", ".join(scores.periods)),
            )
        spread = self.parameterAsDouble(parameters, self.WEIGHT_SPREAD, context) / 100.0
        noise = self.parameterAsBool(parameters, self.NOISE, context)
        choices = StabilityChoices(
            self.parameterAsInt(parameters, self.RUNS, context),
            spread,
            self.parameterAsBool(parameters, self.SCALES, context),
            noise,
            self.parameterAsInt(parameters, self.SEED, context),
        )
        units, progress = units_of(given) if noise else {}, FeedbackProgress(feedback)
        stable = stability(
            given.cube, scores, period, units, sign_of, choices, Part(progress, 0.0, 0.6)
        )
        found = sensitivity(
            given.cube,
            scores,
            period,
            units,
            sign_of,
            Part(progress, 0.6, 1.0),
            spread,
            choices.seed,
        )
        for sentence in (*given.warnings, *scores.warnings):
            feedback.pushWarning(sentence)
        if noise and len(stable.noisy) < len(given.definition.indicators):
            still = [i for i in given.definition.indicators if i not in stable.noisy]
            feedback.pushWarning(
                tr(
                    "Without counts, and so without noise: {indicators}.",
                    indicators=", ".join(still),
                )
            )
        feedback.pushInfo(
            tr(
                "Of the variance of the ranks, weights explain {weights} %, normalisation {scales} "
                "% and "
                "small numbers {noise} %.",
                weights=number(100 * found.first["weights"]),
                scales=number(100 * found.first["normalisation"]),
                noise=number(100 * found.first["noise"]),
            )
        )
        table = _table(scores, stable, period)
        rows = [area if scores.periods[row] == period else None for row, area in given.places]
        by_feature = table.reindex([len(table) if at is None else at for at in rows]).reset_index(
            drop=True
        )
        kinds = {
            "score": "real",
            "index_class": "integer",
            "class_label": "text",
            "kept": "real",
            "rank_low": "real",
            "rank_high": "real",
            **{name: "real" for name in map(str, table) if name.startswith("in_class_")},
            "stability": "text",
        }
        identifier = write_joined(
            self, parameters, self.OUTPUT, context, given.source, by_feature, kinds
        )
        return {
            self.OUTPUT: identifier,
            **{name: found.first[factor] for factor, name in FACTORS.items()},
        }


def units_of(given: "IndexInput") -> Dict[str, Tuple[float, bool]]:
    """What numerator / denominator is multiplied by in each field that has both, found from the
    figures: the catalogue's unit where the field is an indicator of it."""
    import numpy as np

    from ...index.certainty.small_numbers import small_number_units

    found = {}
    catalogued = small_number_units(given.known)
    for one in given.definition.indicators:
        if one not in given.cube.numerators or one not in given.cube.denominators:
            continue
        with np.errstate(invalid="ignore", divide="ignore"):
            ratio = given.cube.values[one] / (
                given.cube.numerators[one] / given.cube.denominators[one]
            )
        ratio = ratio[np.isfinite(ratio)]
        if one in catalogued:
            found[one] = catalogued[one]
        elif len(ratio):
            unit = float(np.median(ratio))
            found[one] = (unit, unit > PER_THOUSAND)
    return found


def _table(scores: "Scores", stable: "Stability", period: str) -> "pd.DataFrame":
    """A row per area: score, class, the share of runs in each class, and a sentence."""
    import pandas as pd

    from ...index.certainty.stability import stability_text

    row, classes = scores.periods.index(period), scores.definition.classes
    numbers = scores.index_class[row]
    labels = [classes.label(int(one)) if one else "" for one in numbers]
    table = pd.DataFrame(
        {
            "score": scores.score[row],
            "index_class": pd.Series(numbers).astype("Int64").mask(pd.Series(numbers) == 0),
            "class_label": labels,
            "kept": stable.kept,
            "rank_low": stable.rank_low,
            "rank_high": stable.rank_high,
        }
    )
    for one in range(classes.number):
        table[f"in_class_{one + 1}"] = stable.in_class[one]
    table["stability"] = [
        stability_text(label, kept, stable.runs) if label else ""
        for label, kept in zip(labels, stable.kept)
    ]
    return table
