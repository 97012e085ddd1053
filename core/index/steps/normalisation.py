"""Normalisation: figures of different units on one scale, by named methods.

Every method has two parts: a scale is fitted to reference figures (this period's areas, all
periods', or those of a frozen baseline), and figures are placed on it. Reference and figures are
(periods, areas); a reference of one period serves all. Figures are oriented first, so that more is
always more disadvantage.

Odd cases, the same in every method: a missing figure stays missing; a column where all areas are
the same tells nothing, and every area gets the middle of the scale (0 for z, half way for
``min_max``, the tied rank); so does a single area. Formulas: OECD/JRC handbook (2008), step 5;
names as in COINr.
"""

from __future__ import annotations

from typing import Callable, Dict, Mapping, Optional

import numpy as np

from ...catalogue.index.definitions import Method
from ...catalogue.index.methods import Options
from ...catalogue.index.traits import normalisation_traits
from ...errors import InputError
from ...i18n import tr

SAME_WITHIN = 1e-12
DIGITS = 12
ON_A_LIMIT = 1e-9
"""A score this near to a limit, beside its size, lies on it: sums in another order differ by
less."""
Scale = Mapping[str, np.ndarray]
ENDS = ("low", "high")


def orient(values: np.ndarray, sign: float, method: Method, name: str) -> np.ndarray:
    """``values`` so that more is more disadvantage (``sign`` −1 turns them), logarithms taken where
    the method does.

    Raises:
        InputError: a logarithm of zero or less; names the indicator.
    """
    if not normalisation_traits(method.name).logarithm:
        return values if sign > 0 else -values
    shifted = values + 1.0 if method.options["zero"] == "plus_one" else values
    if np.any(shifted <= 0):
        raise InputError(
            tr(
                "{indicator} has {count} figures of zero or less, which have no logarithm.",
                indicator=name,
                count=int(np.sum(shifted <= 0)),
            ),
            tr("Choose zero: plus_one where figures may be zero, or another normalisation."),
        )
    return sign * np.log10(shifted)


def fit(reference: np.ndarray, method: Method, sign: float = 1.0) -> Dict[str, np.ndarray]:
    """The scale of ``method`` fitted to oriented ``reference`` figures (periods, areas), by period:
    (periods, 1).

    Args:
        sign: how the figures were oriented, for options given in the indicator's unit.
    Raises:
        InputError: the reference area is not among the areas.
    """
    return _FITS[method.name](reference, method.options, sign)


def apply(values: np.ndarray, method: Method, scale: Scale) -> np.ndarray:
    """Oriented ``values`` (periods, areas) on ``scale``."""
    return _APPLIES[method.name](values, method.options, scale)


def given_scale(
    numbers: Mapping[str, float], method: Method, sign: float
) -> Optional[Dict[str, np.ndarray]]:
    """The scale of numbers given in the indicator's unit; None where the method needs others.

    ``z`` and the like need ``mean`` and ``sd`` (of logarithms for ``log``), ``min_max`` ``low`` and
    ``high``.
    """

    def at(number: float) -> np.ndarray:
        return np.array([[float(number)]])

    needs = normalisation_traits(method.name).given
    if not needs or not set(needs) <= set(numbers):
        return None
    if needs == ENDS:
        ends = sorted((sign * numbers["low"], sign * numbers["high"]))
        return {"low": at(ends[0]), "high": at(ends[1])}
    scale = {"mean": at(sign * numbers["mean"]), "sd": at(numbers["sd"])}
    if "lower" in method.options:  # nothing is clipped: the quantiles are not among what is given
        return {**scale, "lower": at(-np.inf), "upper": at(np.inf)}
    return scale


def scale_numbers(scale: Scale, method: Method, sign: float) -> Optional[Dict[str, float]]:
    """The numbers ``given_scale`` makes ``scale`` of (its last period); None where the method has
    none."""
    if "mean" in scale and "lower" not in scale:
        return {"mean": float(sign * scale["mean"][-1, 0]), "sd": float(scale["sd"][-1, 0])}
    if normalisation_traits(method.name).given == ENDS:
        ends = sorted((float(sign * scale["low"][-1, 0]), float(sign * scale["high"][-1, 0])))
        return {"low": ends[0], "high": ends[1]}
    return None


def is_flat(spread: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Is there no spread to speak of, beside the ``size`` of the figures?"""
    return spread <= SAME_WITHIN * np.maximum(1.0, np.abs(size))


def moments(values: np.ndarray, ddof: int) -> Dict[str, np.ndarray]:
    """Mean and standard deviation by period, (periods, 1); missing figures are passed over, no
    figures give NaN."""
    there = ~np.isnan(values)
    count = there.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(there, values, 0.0).sum(axis=1, keepdims=True) / count
        square = np.where(there, (values - mean) ** 2, 0.0).sum(axis=1, keepdims=True)
        sd = np.sqrt(np.where(count > ddof, square / np.maximum(count - ddof, 1), 0.0))
    return {"mean": mean, "sd": np.where(count > 0, sd, np.nan)}


def _place_z(values: np.ndarray, scale: Scale, mean: float = 0.0, sd: float = 1.0) -> np.ndarray:
    # A column without spread says nothing: all areas get the middle, not a division by zero.
    flat = is_flat(scale["sd"], scale["mean"])
    placed = (values - scale["mean"]) / np.where(flat, 1.0, scale["sd"])
    return mean + sd * np.where(flat & ~np.isnan(values), 0.0, placed)


def _ends(values: np.ndarray) -> Dict[str, np.ndarray]:
    there = ~np.isnan(values)
    some = there.any(axis=1, keepdims=True)
    low = np.where(there, values, np.inf).min(axis=1, keepdims=True)
    high = np.where(there, values, -np.inf).max(axis=1, keepdims=True)
    return {"low": np.where(some, low, np.nan), "high": np.where(some, high, np.nan)}


def _between(values: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Where each value lies between ``low`` (0) and ``high`` (1); half way where the two are the
    same."""
    flat = is_flat(np.abs(high - low), np.maximum(np.abs(low), np.abs(high)))
    share = (values - low) / np.where(flat, 1.0, high - low)
    return np.where(flat & ~np.isnan(values), 0.5, share)


def _place_min_max(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    return options["low"] + (options["high"] - options["low"]) * _between(
        values, scale["low"], scale["high"]
    )


def _place_goalposts(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    share = np.clip(_between(values, scale["low"], scale["high"]), 0.0, 1.0)
    return options["low"] + (options["high"] - options["low"]) * share


def _goalposts(_: np.ndarray, options: Options, sign: float) -> Dict[str, np.ndarray]:
    """``from`` is the least disadvantage, ``to`` the most, in the indicator's unit."""
    return {"low": np.array([[sign * options["from"]]]), "high": np.array([[sign * options["to"]]])}


def _target(reference: np.ndarray, options: Options, sign: float) -> Dict[str, np.ndarray]:
    return {"low": _ends(reference)["low"], "high": np.array([[sign * options["target"]]])}


def _place_target(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    placed = _between(values, scale["low"], scale["high"])
    return np.minimum(placed, 1.0) if options["cap"] else placed


def _reference(reference: np.ndarray, options: Options, _: float) -> Dict[str, np.ndarray]:
    if not isinstance(options["area"], int):
        raise InputError(
            tr(
                "The reference area {area} is not among the areas.",
                area=str(options["area"]) or "-",
            ),
            tr("Write the id of one of the areas as the option area."),
        )
    return {"low": _ends(reference)["low"], "high": reference[:, [options["area"]]]}


def _winsorise(reference: np.ndarray, options: Options, _: float) -> Dict[str, np.ndarray]:
    """Ends at the ``lower`` and ``upper`` quantiles; mean and spread of what is clipped to them."""
    ends = [_quantile(reference, options[name]) for name in ("lower", "upper")]
    return {
        "lower": ends[0],
        "upper": ends[1],
        **moments(np.clip(reference, ends[0], ends[1]), options["ddof"]),
    }


def _quantile(values: np.ndarray, share: float) -> np.ndarray:
    """The quantile by period, (periods, 1); linear between two figures."""
    found = np.full((len(values), 1), np.nan)
    rows = ~np.isnan(values).all(axis=1)
    if rows.any():
        found[rows, 0] = np.nanquantile(values[rows], share, axis=1)
    return found


def _ordered(reference: np.ndarray, *_: object) -> Dict[str, np.ndarray]:
    """The reference itself, and how many figures there are."""
    return {"own": reference, "count": (~np.isnan(reference)).sum(axis=1, keepdims=True)}


def settled(values: np.ndarray) -> np.ndarray:
    """``values`` in ``DIGITS`` digits of the largest in their row: what differs by the order of
    sums alone is the same."""
    return np.round(values / _size(values), DIGITS)


def _size(values: np.ndarray) -> np.ndarray:
    size = np.where(np.isnan(values), 0.0, np.abs(values)).max(axis=-1, keepdims=True, initial=0.0)
    return np.where(size > 0, size, 1.0)


def ranks(values: np.ndarray, ties: str = "min") -> np.ndarray:
    """Rank of every value in its row, 1 the lowest; missing values have none.

    ``ties``: the lowest, the highest or the average rank of those that are the same; ``dense``
    without gaps; ``ordinal`` in the order they stand.
    """
    values = settled(values)
    order = np.argsort(values, axis=1, kind="stable" if ties == "ordinal" else None)
    in_order = np.take_along_axis(values, order, axis=1)
    place = np.broadcast_to(np.arange(values.shape[1]), values.shape)
    new = np.ones(values.shape, dtype=bool)
    new[:, 1:] = in_order[:, 1:] != in_order[:, :-1]
    if ties == "ordinal":
        rank = place + 1.0
    elif ties == "dense":
        rank = np.cumsum(new, axis=1).astype(float)
    else:
        first = np.maximum.accumulate(np.where(new, place, 0), axis=1)
        last_of = np.ones(values.shape, dtype=bool)
        last_of[:, :-1] = new[:, 1:]
        last = np.minimum.accumulate(np.where(last_of, place, values.shape[1])[:, ::-1], axis=1)[
            :, ::-1
        ]
        rank = {"min": first + 1.0, "max": last + 1.0, "average": (first + last) / 2.0 + 1.0}[ties]
    found = np.empty(values.shape)
    np.put_along_axis(found, order, rank, axis=1)
    return np.where(np.isnan(values), np.nan, found)


def _rank_among(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    """The rank each value has, or would have, among the reference: 1 + how many of it are lower.

    The reference's own figures are known by being the very array the scale was fitted to.
    """
    own = scale["own"]
    if values is own:
        return ranks(values, options["ties"])
    in_order, size = np.sort(settled(own), axis=1), _size(own)
    found = np.full(values.shape, np.nan)
    for row in range(len(values)):
        at = row if len(own) == len(values) else 0
        known = in_order[at, : int(scale["count"][at, 0])]
        here = np.round(values[row] / size[at], DIGITS)
        below = np.searchsorted(known, here, side="left")
        upto = np.searchsorted(known, here, side="right")
        place = {
            "min": below + 1.0,
            "max": np.where(upto > below, upto, below + 1.0),
            "ordinal": below + 1.0,
            "average": np.where(upto > below, (below + 1.0 + upto) / 2.0, below + 1.0),
            "dense": np.searchsorted(np.unique(known), here, side="left") + 1.0,
        }[options["ties"]]
        found[row] = np.where(np.isnan(values[row]), np.nan, place)
    return found


def _percentile_rank(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    """(rank − 1) / (n − 1), at most 1; a single area stands half way."""
    count = scale["count"]
    rank = _rank_among(values, options, scale)
    share = (rank - 1.0) / np.maximum(count - 1.0, 1.0)
    return np.where((count < 2) & ~np.isnan(values), 0.5, np.minimum(share, 1.0))


def _exponential(values: np.ndarray, options: Options, scale: Scale) -> np.ndarray:
    """−s ln(1 − R (1 − exp(−100 / s))), R = rank / n with 1 for the most disadvantaged; 0 < X ≤
    100.

    Source: English Indices of Deprivation 2019, Technical Report, appendix F (s = 23).
    """
    rank = _rank_among(values, {"ties": "average"}, scale)
    share = np.minimum(rank / np.maximum(scale["count"], 1.0), 1.0)
    size = options["scale"]
    return -size * np.log(1.0 - share * (1.0 - np.exp(-100.0 / size)))


# Rows of a table, one per method of ``index_methods.json``: a name there is a name here.
_FITS: Dict[str, Callable[..., Dict[str, np.ndarray]]] = {
    "none": lambda reference, options, sign: {},
    "z": lambda reference, options, sign: moments(reference, options["ddof"]),
    "log": lambda reference, options, sign: moments(reference, options["ddof"]),
    "winsorised": _winsorise,
    "min_max": lambda reference, options, sign: _ends(reference),
    "goalposts": _goalposts,
    "target": _target,
    "reference": _reference,
    "percentile_rank": _ordered,
    "rank": _ordered,
    "borda": _ordered,
    "exponential": _ordered,
}
_APPLIES: Dict[str, Callable[..., np.ndarray]] = {
    "none": lambda values, options, scale: values,
    "z": lambda values, options, scale: _place_z(values, scale, options["mean"], options["sd"]),
    "log": lambda values, options, scale: _place_z(values, scale),
    "winsorised": lambda values, options, scale: _place_z(
        np.clip(values, scale["lower"], scale["upper"]), scale
    ),
    "min_max": _place_min_max,
    "goalposts": _place_goalposts,
    "target": _place_target,
    "reference": lambda values, options, scale: _between(values, scale["low"], scale["high"]),
    "percentile_rank": _percentile_rank,
    "rank": _rank_among,
    "borda": lambda values, options, scale: _rank_among(values, options, scale) - 1.0,
    "exponential": _exponential,
}
