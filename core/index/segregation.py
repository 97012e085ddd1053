"""How unevenly a group lives over the areas: the usual indices, and one corrected for small areas.

Notation: x persons of the group and t residents by area, X and T their sums, P = X / T, p = x / t.
Areas without residents are passed over. Names and formulas as in Massey and Denton (1988), Social
Forces 67: 281-315, and in PySAL's ``segregation``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..i18n import tr

REDRAWS, SEED = 500, 20210101


@dataclass(frozen=True)
class Segregation:
    """Indices between 0 (even) and 1 (apart); all NaN where nobody, or everybody, is of the group.

    Attributes:
        dissimilarity: the share of the group that would have to move for all areas to be alike.
        corrected: the same without what chance alone gives in small areas.
        isolation, interaction: the share of a group member's neighbours that are, or are not, of
            the group.
        correlation_ratio: isolation beyond the group's share; ``entropy``: Theil's H; ``gini``.
        areas, mean_size: how many areas, and their mean residents: small areas look more uneven.
    """

    dissimilarity: float
    corrected: float
    isolation: float
    interaction: float
    correlation_ratio: float
    entropy: float
    gini: float
    areas: int
    mean_size: float


def segregation(
    group: np.ndarray, residents: np.ndarray, seed: int = SEED, redraws: int = REDRAWS
) -> Segregation:
    """The indices of a ``group`` among ``residents``, whole persons by area.

    Raises:
        InputError: an area has more of the group than residents.
    """
    known = ~np.isnan(group) & ~np.isnan(residents) & (residents > 0)
    x, t = group[known].astype("float64"), residents[known].astype("float64")
    if np.any(x > t):
        raise InputError(
            tr("An area has more persons of the group than residents."),
            tr("Choose the residents the group is part of."),
        )
    whole, all_residents = x.sum(), t.sum()
    size = float(t.mean()) if len(t) else float("nan")
    if len(t) == 0 or whole <= 0 or whole >= all_residents:
        unknown = float("nan")
        return Segregation(
            dissimilarity=unknown,
            corrected=unknown,
            isolation=unknown,
            interaction=unknown,
            correlation_ratio=unknown,
            entropy=unknown,
            gini=unknown,
            areas=len(t),
            mean_size=size,
        )
    share, p = whole / all_residents, x / t
    isolation = float((x / whole * p).sum())
    return Segregation(
        dissimilarity=_dissimilarity(x, t),
        corrected=_corrected(x, t, seed, redraws),
        isolation=isolation,
        interaction=float((x / whole * (1 - p)).sum()),
        correlation_ratio=(isolation - share) / (1 - share),
        entropy=_entropy(p, t, share),
        gini=_gini(p, t, share),
        areas=len(t),
        mean_size=size,
    )


def _dissimilarity(x: np.ndarray, t: np.ndarray) -> float:
    """½ Σ |x / X − (t − x) / (T − X)|."""
    return float(0.5 * np.abs(x / x.sum() - (t - x) / (t - x).sum()).sum())


def _corrected(x: np.ndarray, t: np.ndarray, seed: int, redraws: int) -> float:
    """2 D − mean of D over redraws of both groups with the shares seen.

    Source: Allen, Burgess, Davidson and Windmeijer (2015), Econometrics Journal 18: 40-66. Not
    below 0.
    """
    random = np.random.default_rng(seed)
    drawn, rest = (
        random.multinomial(max(1, round(float(one.sum()))), one / one.sum(), size=redraws)
        for one in (x, t - x)
    )  # full-time persons may be less than one
    again = 0.5 * np.abs(
        drawn / drawn.sum(axis=1, keepdims=True) - rest / rest.sum(axis=1, keepdims=True)
    ).sum(axis=1)
    return max(0.0, 2.0 * _dissimilarity(x, t) - float(again.mean()))


def _two(p: np.ndarray) -> np.ndarray:
    """p ln(1 / p) + (1 − p) ln(1 / (1 − p)), 0 at both ends."""
    inside = np.clip(p, 1e-300, 1 - 1e-16)
    found = -(inside * np.log(inside) + (1 - inside) * np.log(1 - inside))
    return np.where((p <= 0) | (p >= 1), 0.0, found)


def _entropy(p: np.ndarray, t: np.ndarray, share: float) -> float:
    """Σ t (E − E_i) / (E T)."""
    whole = float(_two(np.array([share]))[0])
    return float((t * (whole - _two(p))).sum() / (whole * t.sum()))


def _gini(p: np.ndarray, t: np.ndarray, share: float) -> float:
    """Σ Σ t_i t_j |p_i − p_j| / (2 T² P (1 − P)), by sorting."""
    order = np.argsort(p)
    p, t = p[order], t[order]
    below = np.cumsum(t) - t
    weighted = np.cumsum(t * p) - t * p
    return float(
        2.0 * (t * (p * below - weighted)).sum() / (2.0 * t.sum() ** 2 * share * (1 - share))
    )
