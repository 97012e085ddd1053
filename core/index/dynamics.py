"""Status and dynamics: where areas stand, where they are moving, and whether the baseline
matters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ..catalogue import files
from ..catalogue.index.colours import has_matrix
from ..catalogue.index.definitions import Dynamics, IndexDefinition, Method
from ..catalogue.index.methods import FROZEN, GIVEN, THIS_PERIOD
from ..catalogue.index.traits import aggregation_traits, missing_traits
from ..errors import SociodemografiError
from ..i18n import tr
from ..periods import months_before
from .composite import Scores, score_index
from .cube import Cube, changes, whole_periods
from .steps.classes import Breaks

WORDS_FILE = "status_dynamics.json"


@dataclass(frozen=True)
class Judged:
    """The index with its dynamics, and the same index by the other baseline.

    Attributes:
        status: the index.
        dynamics: the change, of the periods that have an earlier one; None where the definition has
            none.
        other: the index by the other baseline; None where there is no other to compare with.
        code: (periods, areas), of four classes of status and three of dynamics: 10 × status + 1
            (positive), 3 (stable) or 5 (negative) as in Berlin's monitor; 0 where either is not
            known, or there are other classes.
        warnings: why dynamics or the other baseline are not there, where that is no choice.
    """

    status: Scores
    dynamics: Optional[Scores]
    other: Optional[Scores]
    code: np.ndarray
    warnings: Tuple[str, ...] = ()

    def other_class(self, period: int, area: int) -> int:
        """The class by the other baseline, 0 where it is not known."""
        return int(self.other_classes(period)[area])

    def other_classes(self, period: int) -> np.ndarray:
        """(areas,) of the classes by the other baseline, 0 where they are not known."""
        name = self.status.periods[period]
        if self.other is None or name not in self.other.periods:
            return np.zeros(len(self.status.areas), dtype="int8")
        return self.other.index_class[self.other.periods.index(name)]

    def note(self, period: int, area: int) -> str:
        """A sentence where the two baselines disagree on the class; empty where they agree."""
        ours, theirs = int(self.status.index_class[period, area]), self.other_class(period, area)
        if self.other is None or not ours or not theirs or ours == theirs:
            return ""
        classes = self.status.definition.classes
        if self.other.definition.baseline == FROZEN:
            return tr(
                "Measured with the areas of {period}, the class is {other}.",
                period=self.other.definition.baseline_period,
                other=classes.label(theirs).lower(),
            )
        return tr(
            "Measured with this month's areas alone, the class is {other}.",
            other=classes.label(theirs).lower(),
        )


def dynamics_definition(definition: IndexDefinition, about: Dynamics) -> IndexDefinition:
    """The definition that scores changes: the same themes and weights, the dynamics' scale and
    classes.

    Changes go both ways, so where the index takes a mean that needs numbers above zero they are
    averaged arithmetically.
    """
    themes = tuple(
        replace(
            theme, members=tuple(replace(m, normalisation=None, scale=None) for m in theme.members)
        )
        for theme in definition.themes
    )
    aggregations = [
        Method("arithmetic") if aggregation_traits(one.name).needs_positive else one
        for one in (definition.theme_aggregation, definition.index_aggregation)
    ]
    missing = definition.missing
    if missing_traits(missing.name).looks_back:  # a change rests on two months, and on no others
        missing = Method("drop")
    return replace(
        definition,
        themes=themes,
        normalisation=about.normalisation,
        rescale=about.rescale,
        classes=about.classes,
        dynamics=None,
        baseline=THIS_PERIOD,
        baseline_period="",
        shrinkage=False,
        missing=missing,
        theme_aggregation=aggregations[0],
        index_aggregation=aggregations[1],
    )


def judge_index(
    cube: Cube,
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    periods: Optional[Sequence[str]] = None,
    natural_breaks: Optional[Breaks] = None,
) -> Judged:
    """Status, dynamics and the other baseline of ``periods`` (all when None); arguments and errors
    as ``composite.score_index``. Periods without an earlier one have no dynamics."""
    shown = list(cube.periods if periods is None else periods)
    status = score_index(cube, definition, sign_of, shown, natural_breaks)
    warnings: List[str] = []

    def tried(work: Callable[..., Optional[Scores]], problem: str) -> Optional[Scores]:
        try:
            return work(cube, definition, sign_of, shown, natural_breaks)
        except SociodemografiError as error:
            # the index itself stands; what is set beside it does not
            warnings.append(f"{problem} {error.message}")
            return None

    dynamics = tried(_dynamics, tr("The dynamics cannot be told."))
    other = tried(_other, tr("There is no other baseline to compare with."))
    return Judged(status, dynamics, other, _codes(status, dynamics), tuple(warnings))


def _dynamics(
    cube: Cube,
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    shown: List[str],
    natural_breaks: Optional[Breaks],
) -> Optional[Scores]:
    if definition.dynamics is None or "" in cube.periods:  # a table without periods has no change
        return None
    about = definition.dynamics
    lag = about.lag_months
    moved = [period for period in shown if months_before(period, lag) in cube.periods]
    if not moved:
        return None
    earlier = [months_before(period, lag) for period in moved]
    change = changes(cube.at(sorted({*moved, *earlier})), lag)
    known = [period for period in whole_periods(change, definition.indicators) if period in moved]
    if not known:
        return None
    of_change = dynamics_definition(definition, about)
    return score_index(change, of_change, sign_of, known, natural_breaks)


def _other(
    cube: Cube,
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    shown: List[str],
    natural_breaks: Optional[Breaks],
) -> Optional[Scores]:
    """The same index frozen where ours is not, and re-standardised where ours is frozen."""
    if definition.baseline == GIVEN:
        return None
    baseline, period = THIS_PERIOD, ""
    if definition.baseline == THIS_PERIOD:
        baseline, period = FROZEN, _compared_with(cube, definition, shown)
        if not period:
            return None
    other = replace(definition, baseline=baseline, baseline_period=period)
    return score_index(cube, other, sign_of, shown, natural_breaks)


def _compared_with(cube: Cube, definition: IndexDefinition, shown: Sequence[str]) -> str:
    """The period to freeze at: the dynamics' earlier one of the newest, else the oldest with every
    indicator."""
    complete = whole_periods(cube, definition.indicators)
    newest = max(shown)
    if definition.dynamics is not None:
        lagged = months_before(newest, definition.dynamics.lag_months)
        if lagged in complete:
            return lagged
    earlier = [period for period in complete if period < newest]
    return earlier[0] if earlier else ""


def _codes(status: Scores, dynamics: Optional[Scores]) -> np.ndarray:
    code = np.zeros(status.index_class.shape, dtype="int16")
    if dynamics is None or not has_matrix(status.definition):
        return code
    of_dynamics = np.array([0, *(entry["code"] for entry in files.read(WORDS_FILE)["dynamics"])])
    for row, period in enumerate(status.periods):
        if period in dynamics.periods:
            moved = dynamics.index_class[dynamics.periods.index(period)]
            both = (status.index_class[row] > 0) & (moved > 0)
            code[row] = np.where(
                both, 10 * status.index_class[row].astype("int16") + of_dynamics[moved], 0
            )
    return code
