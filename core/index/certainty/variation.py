"""One period's index computed in many ways at once: other weights, other scales, other samples of
the same size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.index.definitions import IndexDefinition, Member, Method
from ...catalogue.index.methods import GIVEN
from ...catalogue.index.traits import aggregation_traits, class_traits, normalisation_traits
from ...errors import TooFewAreasError
from ...i18n import tr
from ..composite import Scores
from ..cube import Cube
from ..steps.aggregation import aggregate
from ..steps.fitting import place, place_theme, with_area
from ..steps.normalisation import Scale, apply, fit, given_scale, orient
from ..steps.shrinkage import shrinking

OTHER_SCALES = (
    Method("z", {"ddof": 0, "mean": 0.0, "sd": 1.0}),
    Method("min_max", {"low": 1.0, "high": 100.0}),
    Method("percentile_rank", {"ties": "min"}),
)
MANY = 25.0
Units = Mapping[str, Tuple[float, bool]]
"""Indicator → (what numerator / denominator is multiplied by, are they events?), of those that are
shares or rates."""


@dataclass(frozen=True)
class Sample:
    """What a share or rate rests on: counts per area, the unit, and whether they are events; where
    small areas are drawn to the municipality, how much of their own share is ``kept`` and its share
    ``mean``."""

    numerators: np.ndarray
    denominators: np.ndarray
    unit: float
    events: bool
    kept: Optional[np.ndarray] = None
    mean: float = 0.0

    @property
    def half_a_person(self) -> np.ndarray:
        """(areas,): the share or rate of half a person."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.unit * 0.5 / self.denominators

    def draw(self, random: np.random.Generator, values: np.ndarray, runs: int) -> np.ndarray:
        """(runs, areas): the figure as other samples of the same size would have it; ``values``
        where no counts are.

        Shares are binomial with the counted share, rates Poisson with the counted events; where
        nobody or everybody has it, as if half a person more, or less, had. Where the variance is
        above ``MANY`` a rounded normal with the same skewness stands in for them, which is many
        times faster.
        """
        known = ~np.isnan(self.numerators) & (self.denominators > 0)
        count = np.where(known, self.denominators, 1.0)
        having = np.where(known, np.clip(self.numerators, 0.0, None if self.events else count), 0.0)
        having = self._not_certain(having, count)
        rest = 1.0 if self.events else 1.0 - having / count
        variance = having * rest
        found = np.repeat(having[None], runs, axis=0)
        large = variance > MANY
        if large.any():
            sd = np.sqrt(variance[large])
            skewness = (
                (1.0 / sd) if self.events else (1.0 - 2.0 * having[large] / count[large]) / sd
            )
            z = random.standard_normal((runs, int(large.sum())), dtype="float32")
            drawn = np.rint(having[large] + sd * (z + skewness / 6.0 * (z * z - 1.0)))
            found[:, large] = np.clip(drawn, 0.0, None if self.events else np.rint(count[large]))
        if not large.all():
            size = (
                int((~large).sum()),
                runs,
            )  # the same area side by side: numpy prepares a distribution once
            few, of = having[~large], count[~large]
            exact = (
                random.poisson(few[:, None], size=size)
                if self.events
                else random.binomial(
                    np.rint(of).astype("int64")[:, None], (few / of)[:, None], size=size
                )
            )
            found[:, ~large] = exact.T
        share = found / count
        if self.kept is not None:
            share = np.where(
                np.isnan(self.kept), share, self.kept * share + (1.0 - self.kept) * self.mean
            )
        return np.where(known, self.unit * share, values)

    def _not_certain(self, having: np.ndarray, count: np.ndarray) -> np.ndarray:
        """0 of n says little of the chance; (x + ½) / (n + 1) stands in for it there, and at n of
        n."""
        nobody, everybody = having <= 0, (having >= count) & (not self.events)
        return np.where(
            nobody,
            0.5 if self.events else 0.5 * count / (count + 1.0),
            np.where(everybody, (count + 0.5) * count / (count + 1.0), having),
        )


@dataclass(frozen=True)
class Variation:
    """The index of one period, ready to be varied; areas that take part alone.

    Attributes:
        values: (members, areas); ``samples``: by member, None where it does not vary.
        reference: (members, areas) that scales and cuts are fitted to, None where that is each run
            itself.
        areas: the ids of what scales are fitted to.
        inner, outer: the weights of members within their themes and of themes.
        goals: by member, the scale of a distance to a goal, which stands fast; None for other
            normalisations.
        months: how many months the reference is of.
    """

    definition: IndexDefinition
    sign_of: Mapping[str, float]
    values: np.ndarray
    samples: Tuple[Optional[Sample], ...]
    reference: Optional[np.ndarray]
    areas: Tuple[str, ...]
    inner: np.ndarray
    outer: np.ndarray
    goals: Tuple[Optional[Scale], ...]
    months: int = 1

    @property
    def noisy(self) -> Tuple[str, ...]:
        """The indicators that vary as small numbers do."""
        return tuple(
            i for i, sample in zip(self.definition.indicators, self.samples) if sample is not None
        )

    @property
    def scales(self) -> Tuple[Optional[Method], ...]:
        """The normalisations to try: the definition's own (None) and those its means and its
        baseline can take."""
        definition = self.definition
        classes = class_traits(definition.classes.method)
        of_themes = aggregation_traits(definition.theme_aggregation.name)
        of_index = aggregation_traits(definition.index_aggregation.name)
        any_scale = of_themes.of_any_scale and (
            definition.theme_normalisation is not None or of_index.of_any_scale
        )
        cuts_of_own_scale = classes.searched or (classes.in_scores and definition.rescale is None)
        if not any_scale or definition.baseline == GIVEN or cuts_of_own_scale:
            return (None,)
        return (None, *(one for one in OTHER_SCALES if one.name != definition.normalisation.name))

    def draw(self, random: np.random.Generator, runs: int) -> List[np.ndarray]:
        """Every member's figures in ``runs`` other samples: (runs, areas) each."""
        found = []
        for values, sample, member in zip(self.values, self.samples, self.definition.members):
            drawn = (
                np.repeat(values[None], runs, axis=0)
                if sample is None
                else sample.draw(random, values, runs)
            )
            method = self.definition.normalisation_of(member)
            if sample is not None and normalisation_traits(method.name).logarithm:
                # of nobody there is no logarithm
                drawn = np.where(drawn <= 0.0, sample.half_a_person, drawn)
            found.append(drawn)
        return found

    def factors(self, generator: np.random.Generator, runs: int, spread: float) -> np.ndarray:
        """(runs, members): what weights are multiplied by, between 1 − spread and 1 + spread."""
        return generator.uniform(1.0 - spread, 1.0 + spread, size=(runs, len(self.values)))

    def score(
        self, members: Sequence[np.ndarray], method: Optional[Method], factors: np.ndarray
    ) -> Tuple[np.ndarray, np.ndarray]:
        """Scores of ``members`` ((runs, areas) each), all normalised by ``method`` (None: as the
        definition says).

        Returns:
            (runs, areas), and the scores that scales and cuts are fitted to, (runs, areas of the
            reference).
        """
        placed, based = [], []
        for row, member in enumerate(self.definition.members):
            own = with_area(method or self.definition.normalisation_of(member), self.areas)
            sign = self.sign_of[member.indicator]
            oriented = orient(members[row], sign, own, member.indicator)
            if self.reference is None:
                goal = self.goals[row] if method is None else None
                scale = goal if goal is not None else self._scale(member, own, sign, oriented)
            else:
                fitted_to = orient(self.reference[[row]], sign, own, member.indicator)
                scale = fit(fitted_to, own, sign)
                based.append(place(fitted_to, own, scale, self.definition))
            placed.append(place(oriented, own, scale, self.definition))
        return self._aggregated(np.stack(placed), np.stack(based) if based else None, factors)

    def _scale(self, member: Member, method: Method, sign: float, oriented: np.ndarray) -> Scale:
        given = None
        fixed = normalisation_traits(method.name).fixed
        if self.definition.baseline == GIVEN and member.scale and not fixed:
            given = given_scale(member.scale, method, sign)
        return fit(oriented, method, sign) if given is None else given

    def _aggregated(
        self, placed: np.ndarray, based: Optional[np.ndarray], factors: np.ndarray
    ) -> Tuple[np.ndarray, np.ndarray]:
        stacks = [placed] if based is None else [placed, based]
        inner, outer = self.inner * factors, self._outer(factors)
        months = [1, self.months]
        themes = [self._themes(stack, inner, count) for stack, count in zip(stacks, months)]
        if self.definition.theme_normalisation is not None:
            method = self.definition.theme_normalisation
            scales = [fit(row, method) for row in themes[-1]]
            themes = [
                np.stack(
                    [place_theme(row, self.definition, scale) for row, scale in zip(stack, scales)]
                )
                for stack in themes
            ]
        scores = [
            _by_run(stack, outer, self.definition.index_aggregation, self.definition.id, count)
            for stack, count in zip(themes, months)
        ]
        if self.definition.rescale is not None:
            scale = fit(scores[-1], self.definition.rescale)
            scores = [apply(one, self.definition.rescale, scale) for one in scores]
        return scores[0], scores[-1]

    def _outer(self, factors: np.ndarray) -> np.ndarray:
        """(runs, themes): a theme's weight moves with its members'."""
        rows, start = [], 0
        for theme, weight in zip(self.definition.themes, self.outer):
            part = slice(start, start + len(theme.members))
            size = np.abs(self.inner[part])
            rows.append(weight * (factors[:, part] @ size) / size.sum())
            start = part.stop
        return np.stack(rows, axis=1)

    def _themes(self, stack: np.ndarray, inner: np.ndarray, months: int) -> np.ndarray:
        rows, start = [], 0
        for theme in self.definition.themes:
            part = slice(start, start + len(theme.members))
            rows.append(
                _by_run(
                    stack[part], inner[:, part], self.definition.theme_aggregation, theme.id, months
                )
            )
            start = part.stop
        return np.stack(rows)


def _by_run(
    stack: np.ndarray, weights: np.ndarray, method: Method, name: str, months: int
) -> np.ndarray:
    """Aggregate (members, runs or 1, areas) with weights of its own in every run, (runs, members);
    areas of several ``months`` stand one month after another, and are compared within each."""
    runs = len(weights)
    if not aggregation_traits(method.name).linear:
        of_run = range(runs) if stack.shape[1] == runs else [0] * runs
        return np.concatenate(
            [
                aggregate(
                    stack[:, row].reshape(len(stack), months, -1), weight, method, name
                ).reshape(1, -1)
                for row, weight in zip(of_run, weights)
            ]
        )
    share = weights / np.abs(weights).sum(axis=1, keepdims=True)
    whole = np.zeros((runs, stack.shape[2]))
    missing = np.isnan(stack)
    if not missing.any():
        for row, part in zip(stack, share.T):
            whole += part[:, None] * row
        return whole
    present = np.zeros(whole.shape)
    for row, gone, part in zip(stack, missing, share.T):
        whole += part[:, None] * np.where(gone, 0.0, row)
        present += np.abs(part)[:, None] * ~gone
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(present > 0, whole / present, np.nan)


def variation_of(
    cube: Cube,
    scores: Scores,
    period: str,
    units: Units,
    sign_of: Mapping[str, float],
    noise: bool = True,
) -> Tuple[Variation, np.ndarray]:
    """What can be varied of ``scores`` in ``period``, and the positions of the areas that take
    part.

    Figures that the missing-data policy put in stay as they are.

    Raises:
        TooFewAreasError: no area has a score.
    """
    definition, row = scores.definition, scores.periods.index(period)
    at = cube.periods.index(period)
    taking_part = np.flatnonzero(~np.isnan(scores.score[row]))
    if not len(taking_part):
        raise TooFewAreasError(
            tr("No area has a score in {period}.", period=period), tr("Choose another month.")
        )
    few = scores.few[row] if definition.shrinkage else None
    counted = {one for one in units if one in cube.numerators and one in cube.denominators}
    samples = tuple(
        _sample(cube, one, at, taking_part, units[one], few) if noise and one in counted else None
        for one in definition.indicators
    )
    reference, areas, months = None, tuple(scores.areas[place] for place in taking_part), 1
    if scores.reference is not None:
        reference = scores.reference.reshape(len(scores.reference), -1)
        areas, months = scores.areas, scores.reference.shape[1]
    inner, outer = scores.fitted.weights
    goals = tuple(
        _of_row(scale, row, len(scores.periods))
        if normalisation_traits(definition.normalisation_of(member).name).goal
        else None
        for member, scale in zip(definition.members, scores.fitted.members)
    )
    variation = Variation(
        definition=definition,
        sign_of=sign_of,
        values=scores.values[:, row, taking_part],
        samples=samples,
        reference=reference,
        areas=areas,
        inner=np.concatenate(inner),
        outer=np.asarray(outer),
        goals=goals,
        months=months,
    )
    return variation, taking_part


def _of_row(scale: Scale, row: int, periods: int) -> Scale:
    return {name: array[[row]] if len(array) == periods else array for name, array in scale.items()}


def _sample(
    cube: Cube,
    indicator: str,
    at: int,
    taking_part: np.ndarray,
    unit: Tuple[float, bool],
    few: Optional[np.ndarray],
) -> Sample:
    """``few``: areas that are not in what the others are drawn to; None where they are not
    drawn."""
    numerators, denominators = cube.numerators[indicator][[at]], cube.denominators[indicator][[at]]
    kept, mean = (
        (None, np.zeros((1, 1)))
        if few is None
        else shrinking(numerators, np.where(few, np.nan, denominators))
    )
    return Sample(
        numerators[0, taking_part],
        denominators[0, taking_part],
        *unit,
        None if kept is None else kept[0, taking_part],
        float(mean[0, 0]),
    )
