"""The formulas of the composite index once more, from docs/vurdering.md alone: plain lists, one number at a time, no arrays.

It is slow and says nothing of speed, threads or tables; it is here to disagree with ``core/index`` where that is wrong.
"""

from __future__ import annotations

import math

NAN = math.nan
ON_A_LIMIT, DIGITS = 1e-9, 12
NEEDS_POSITIVE = ("geometric", "harmonic", "power")


class RefusedError(Exception):
    """The specification refuses this."""


def known(row):
    return [x for x in row if not math.isnan(x)]


def mean(row):
    return math.fsum(row) / len(row)


def deviation(row, ddof=0):
    middle = mean(row)
    return (
        math.sqrt(math.fsum((x - middle) ** 2 for x in row) / (len(row) - ddof))
        if len(row) > ddof
        else 0.0
    )


def quantile(row, share):
    row = sorted(row)
    place = (len(row) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(row) - 1)
    return row[below] + (place - below) * (row[above] - row[below])


def flat(row):
    return max(row) - min(row) <= 1e-11 * max(1.0, *map(abs, row))


def rank(x, among, ties):
    """The rank ``x`` has, or would have, among others; 1 is the lowest."""
    size = max(map(abs, among)) or 1.0
    x, among = round(x / size, DIGITS), [round(y / size, DIGITS) for y in among]
    lower, same = sum(y < x for y in among), among.count(x)
    if ties == "dense":
        return len({y for y in among if y < x}) + 1
    if not same or ties == "min":
        return lower + 1
    return lower + same if ties == "max" else lower + (same + 1) / 2


# -- normalisations: (x, reference, options, sign, figure of the reference area) → number ----------------------------


def none(x, *_):
    return x


def z(x, among, options, *_):
    apart = 0.0 if flat(among) else (x - mean(among)) / deviation(among, options.get("ddof", 0))
    return options.get("mean", 0) + options.get("sd", 1) * apart


def winsorised(x, among, options, *_):
    low, high = (
        quantile(among, options.get("lower", 0.05)),
        quantile(among, options.get("upper", 0.95)),
    )
    clipped = [min(max(y, low), high) for y in among]
    return (
        0.0
        if flat(clipped)
        else (min(max(x, low), high) - mean(clipped)) / deviation(clipped, options.get("ddof", 0))
    )


def stretched(share, options):
    low, high = options.get("low", 0), options.get("high", 100)
    return low + (high - low) * share


def min_max(x, among, options, *_):
    return stretched(0.5 if flat(among) else (x - min(among)) / (max(among) - min(among)), options)


def goalposts(x, _, options, sign, *__):
    least, most = sign * options["from"], sign * options["to"]
    return stretched(min(1.0, max(0.0, (x - least) / (most - least))), options)


def goal(x, among, options, sign, held):
    end = sign * options["target"] if "target" in options else held
    if math.isnan(end):
        return NAN
    if abs(end - min(among)) <= 1e-12 * max(1.0, abs(end)):
        return 0.5
    share = (x - min(among)) / (end - min(among))
    return min(1.0, share) if options.get("cap") else share


def ranked(x, among, options, *_):
    return float(rank(x, among, options.get("ties", "min")))


def borda(x, among, options, *_):
    return ranked(x, among, options) - 1.0


def percentile_rank(x, among, options, *_):
    return 0.5 if len(among) < 2 else min(1.0, borda(x, among, options) / (len(among) - 1))


def exponential(x, among, options, *_):
    share, s = min(1.0, rank(x, among, "average") / len(among)), options.get("scale", 23)
    return -s * math.log(1 - share * (1 - math.exp(-100 / s)))


NORMALISE = {
    "none": none,
    "z": z,
    "log": z,
    "winsorised": winsorised,
    "min_max": min_max,
    "goalposts": goalposts,
    "target": goal,
    "reference": goal,
    "rank": ranked,
    "borda": borda,
    "percentile_rank": percentile_rank,
    "exponential": exponential,
}


# -- aggregations of one area's numbers: (numbers, weights, options) → number ----------------------------------------


def arithmetic(numbers, weights, _):
    return math.fsum(x * w for x, w in zip(numbers, weights)) / math.fsum(weights)


def positive(numbers, strictly=True):
    if any(x <= 0 if strictly else x < 0 for x in numbers):
        raise RefusedError
    return numbers


def geometric(numbers, weights, _):
    return math.exp(arithmetic([math.log(x) for x in positive(numbers)], weights, _))


def harmonic(numbers, weights, _):
    return 1.0 / arithmetic([1.0 / x for x in positive(numbers)], weights, _)


def power(numbers, weights, options):
    p = options["p"]
    return arithmetic([x**p for x in positive(numbers, p < 0)], weights, options) ** (1 / p)


def weighted_median(numbers, weights, _):
    pairs, whole, running = sorted(zip(numbers, weights)), math.fsum(weights), 0.0
    for at, (x, w) in enumerate(pairs):
        running += w
        if abs(running / whole - 0.5) < 1e-11:
            return (x + pairs[at + 1][0]) / 2
        if running / whole > 0.5:
            return x
    return NAN


AGGREGATE = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "power": power,
    "weighted_median": weighted_median,
}


def beaten(rows, weights, area, other):
    """The share of the weight by which ``area`` beats ``other``; half where nothing can be compared."""
    won = compared = 0.0
    for row, weight in zip(rows, weights):
        if not math.isnan(row[area]) and not math.isnan(row[other]):
            compared += weight
            tie = abs(row[area] - row[other]) < 1e-10 * max(1.0, abs(row[area]))
            won += weight * (0.5 if tie else float(row[area] > row[other]))
    return won / compared if compared else 0.5


def copeland(rows, weights, area, by_majority):
    shares = [
        beaten(rows, weights, area, other)
        for other in range(len(rows[0]))
        if other != area and known([row[other] for row in rows])
    ]
    if not by_majority:
        return math.fsum(shares)
    return float(
        sum(0 if abs(share - 0.5) < 1e-9 else 1 if share > 0.5 else -1 for share in shares)
    )


def aggregated(rows, weights, method):
    """One month's rows (members × areas) as one row."""
    name, found = method["method"], []
    for area in range(len(rows[0])):
        there = [
            (row[area], w) for row, w in zip(rows, weights) if not math.isnan(row[area]) and w > 0
        ]
        if not known([row[area] for row in rows]) or (
            not there and not name.startswith("copeland")
        ):
            found.append(NAN)
        elif name.startswith("copeland"):
            found.append(copeland(rows, weights, area, name == "copeland_majority"))
        elif name == "count_above":
            limit = method.get("threshold", 1)
            share = arithmetic(
                [float(x > limit + ON_A_LIMIT) for x, _ in there], [w for _, w in there], method
            )
            found.append(share * sum(w > 0 for w in weights))
        else:
            found.append(AGGREGATE[name]([x for x, _ in there], [w for _, w in there], method))
    return found


# -- the index -------------------------------------------------------------------------------------------------------
