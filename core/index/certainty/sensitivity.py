"""Which choice decides the ranks: the variance of every area's rank, shared out between weights,
scale and noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

import numpy as np

from ...progress import Progress, checkpoint
from ..composite import Scores
from ..cube import Cube
from ..steps.normalisation import ranks
from .stability import SEED, WEIGHT_SPREAD
from .variation import Units, variation_of

WEIGHTINGS, SAMPLES = 16, 20
FACTORS = ("weights", "normalisation", "noise")


@dataclass(frozen=True)
class Sensitivity:
    """Shares of the rank variance, summing to 1: what each choice decides alone (``first``: factor
    → share), and what choices decide together. ``spread``: the mean over areas of the rank's
    standard deviation. All NaN where no rank moves."""

    first: Mapping[str, float]
    together: float
    spread: float


def sensitivity(
    cube: Cube,
    scores: Scores,
    period: str,
    units: Units,
    sign_of: Mapping[str, float],
    progress: Progress,
    spread: float = WEIGHT_SPREAD,
    seed: int = SEED,
) -> Sensitivity:
    """Every weighting with every scale and every sample, and the variance of the ranks taken apart.

    ``WEIGHTINGS`` draws of weights × all normalisations × ``SAMPLES`` samples are all computed, so
    the parts add up exactly (analysis of variance of a complete design; Saltelli et al. (2008),
    Global Sensitivity Analysis).

    Raises:
        CancelledError.
    """
    random = np.random.default_rng(seed)
    variation, _ = variation_of(cube, scores.of(period), period, units, sign_of)
    factors = variation.factors(random, WEIGHTINGS, spread)
    samples = [row[:, None] for row in variation.draw(random, SAMPLES)]
    found = []
    for number, method in enumerate(variation.scales):
        checkpoint(progress)
        progress.report(number / len(variation.scales))
        by_sample = [
            ranks(
                -variation.score(
                    [np.repeat(row[sample], WEIGHTINGS, axis=0) for row in samples], method, factors
                )[0]
            )
            for sample in range(SAMPLES)
        ]
        found.append(np.stack(by_sample, axis=1))
    return variance_shares(np.stack(found, axis=1))


def variance_shares(found: np.ndarray) -> Sensitivity:
    """The shares of the variance of ``found`` (weightings, normalisations, samples, areas)."""
    whole = found.var(axis=(0, 1, 2))
    total = whole.sum()
    first = {}
    for axis, factor in enumerate(FACTORS):
        others = tuple(a for a in range(3) if a != axis)
        first[factor] = (
            float(found.mean(axis=others).var(axis=0).sum() / total) if total > 0 else float("nan")
        )
    together = 1.0 - sum(first.values()) if total > 0 else float("nan")
    return Sensitivity(first, together, float(np.sqrt(whole).mean()))
