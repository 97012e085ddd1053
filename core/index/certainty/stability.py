"""How stable an area's class is: the index again and again, with other weights, other scales and
small-number noise.

Every run draws anew: weights between (1 − spread) and (1 + spread) times the definition's, one of
the normalisations, and every share or rate as another sample of as many persons would have had it.
What an area keeps through most runs is certain; what it does not is noise.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Mapping, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.index.definitions import Method
from ...catalogue.index.traits import class_traits
from ...errors import InputError
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ..composite import Scores
from ..cube import Cube
from ..steps.classes import NO_CLASS, classify, cuts_of
from ..steps.normalisation import ranks
from .variation import Units, Variation, variation_of

RUNS, WEIGHT_SPREAD, SEED = 1000, 0.25, 20210101
CHUNK = 100
MOST_THREADS = 4
CERTAIN = 0.8
"""A class kept in fewer runs than this is hatched on the map."""


@dataclass(frozen=True)
class StabilityChoices:
    """What is drawn anew.

    Attributes:
        runs: how many; ``seed``: the same seed gives the same runs.
        weight_spread: weights vary by at most this share; 0 leaves them.
        scales: other normalisations than the definition's are tried too.
        noise: shares and rates vary as small numbers do.
    """

    runs: int = RUNS
    weight_spread: float = WEIGHT_SPREAD
    scales: bool = True
    noise: bool = True
    seed: int = SEED


@dataclass(frozen=True)
class Stability:
    """What the runs gave; arrays have an entry per area.

    Attributes:
        in_class: (classes, areas): the share of runs in class 1 … n; NaN for an area without a
            score.
        kept: the share of runs in the class the definition gives.
        rank_low, rank_high: the 5th and 95th percentile of the rank, 1 the most disadvantaged.
        noisy: the indicators that varied as small numbers do; the others have no counts.
    """

    runs: int
    in_class: np.ndarray
    kept: np.ndarray
    rank_low: np.ndarray
    rank_high: np.ndarray
    noisy: Tuple[str, ...]


def stability(
    cube: Cube,
    scores: Scores,
    period: str,
    units: Units,
    sign_of: Mapping[str, float],
    choices: StabilityChoices,
    progress: Progress,
) -> Stability:
    """How stable the classes of ``period`` are, over ``choices.runs`` runs.

    Raises:
        InputError: no runs are wanted, weights may vary by all there is, or no area has a score.
            CancelledError.
    """
    if choices.runs < 1 or not 0 <= choices.weight_spread < 1:
        raise InputError(
            tr("There must be at least one run, and weights may vary by less than 100 %."),
            tr("Write for example 1000 runs and 25 %."),
        )
    scores = scores.of(period)
    cuts = scores.fitted.cuts
    own_cuts = cuts[[scores.periods.index(period)]] if len(cuts) == len(scores.periods) else cuts
    variation, taking_part = variation_of(cube, scores, period, units, sign_of, choices.noise)
    scales = variation.scales if choices.scales else (None,)
    number_of = scores.definition.classes.number
    starts = range(0, choices.runs, CHUNK)
    seeds = np.random.SeedSequence(choices.seed).spawn(len(starts))

    def chunk(start: int, seed: np.random.SeedSequence) -> Tuple[np.ndarray, np.ndarray]:
        """(runs, areas): ranks and classes of the runs from ``start``; the same whichever thread
        works on them."""
        checkpoint(progress)
        runs = min(CHUNK, choices.runs - start)
        found, classes = _chunk(
            variation, own_cuts, np.random.default_rng(seed), runs, scales, choices.weight_spread
        )
        return ranks(-found), classes

    counts = np.zeros((number_of, len(taking_part)))
    all_ranks = np.empty((choices.runs, len(taking_part)), dtype="float32")
    with ThreadPoolExecutor(max_workers=min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        for start, (rank, classes) in zip(starts, threads.map(chunk, starts, seeds)):
            all_ranks[start : start + len(rank)] = rank
            for number in range(number_of):
                counts[number] += (classes == number + 1).sum(axis=0)
            progress.report((start + len(rank)) / choices.runs)
    own = scores.index_class[scores.periods.index(period), taking_part]
    return _as_stability(
        choices.runs,
        counts / choices.runs,
        own,
        all_ranks,
        taking_part,
        len(scores.areas),
        variation.noisy,
    )


def _chunk(
    variation: Variation,
    own_cuts: np.ndarray,
    random: np.random.Generator,
    runs: int,
    scales: Sequence[Optional[Method]],
    spread: float,
) -> Tuple[np.ndarray, np.ndarray]:
    """(runs, areas) of scores and of classes, every run with its own noise, scale and weights."""
    members = variation.draw(random, runs)
    factors = variation.factors(random, runs, spread)
    pick = random.integers(len(scales), size=runs)
    found = np.empty((runs, members[0].shape[1]))
    classes = np.empty(found.shape, dtype="int8")
    about = variation.definition.classes
    for position, method in enumerate(scales):
        chosen = np.flatnonzero(pick == position)
        if len(chosen):
            found[chosen], fitted_to = variation.score(
                [row[chosen] for row in members], method, factors[chosen]
            )
            cuts = own_cuts if class_traits(about.method).searched else cuts_of(about, fitted_to)
            classes[chosen] = classify(found[chosen], about, cuts)
    return found, classes


def _as_stability(
    runs: int,
    shares: np.ndarray,
    own: np.ndarray,
    all_ranks: np.ndarray,
    taking_part: np.ndarray,
    areas: int,
    noisy: Tuple[str, ...],
) -> Stability:
    def spread_out(row: np.ndarray) -> np.ndarray:
        whole = np.full(areas, np.nan)
        whole[taking_part] = row
        return whole

    kept = np.array(
        [shares[number - 1, at] if number != NO_CLASS else np.nan for at, number in enumerate(own)]
    )
    low, high = np.percentile(all_ranks, [5, 95], axis=0)
    return Stability(
        runs,
        np.stack([spread_out(row) for row in shares]),
        spread_out(kept),
        spread_out(low),
        spread_out(high),
        noisy,
    )


def stability_text(label: str, kept: float, runs: int) -> str:
    """``Meget lav i 94 % af 1.000 kørsler``."""
    return tr(
        "{label} in {percent} % of {runs} runs",
        label=label,
        percent=number(100 * kept),
        runs=number(runs),
    )
