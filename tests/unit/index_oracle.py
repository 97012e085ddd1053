"""The composite index once more, from docs/vurdering.md alone: plain lists, one number at a time, no arrays.

It is slow and says nothing of speed, threads or tables; it is here to disagree with ``core/index`` where that is wrong.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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


def months_before(period, months):
    at = int(period[:4]) * 12 + int(period[5:7]) - 1 - months
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


@dataclass
class Oracle:
    """Scores of ``definition`` (the JSON object) on figures ``{indicator: {period: row}}``, ``population`` alike."""

    definition: dict
    figures: dict
    population: dict
    areas: tuple
    signs: dict

    def __post_init__(self):
        self.members = [m for theme in self.definition["themes"] for m in theme["indicators"]]
        self.themes = [len(theme["indicators"]) for theme in self.definition["themes"]]
        kind, themes = self.definition["weighting"], self.definition["themes"]
        self.outer = [
            len(t["indicators"]) if kind == "equal" else t.get("weight", 1) for t in themes
        ]
        self.inner = [
            [m.get("weight", 1) if kind == "given" else 1.0 for m in t["indicators"]]
            for t in themes
        ]

    def shares(self):
        return [
            outer / sum(self.outer) * w / sum(row)
            for outer, row in zip(self.outer, self.inner)
            for w in row
        ]

    def small(self, period, area):
        least = self.definition["minimum_population"]
        return bool(least) and not self.population[period][area] >= least

    def complete(self, period):
        """Rows by member of those that take part, with what is put in for what is missing."""
        policy, count = self.definition["missing"], len(self.areas)
        rows = [
            [
                NAN if self.small(period, a) else self.figures[m["indicator"]][period][a]
                for a in range(count)
            ]
            for m in self.members
        ]
        something = [bool(known([row[a] for row in rows])) for a in range(count)]
        for member, row in zip(self.members, rows):
            middle = mean(known(row)) if known(row) else NAN
            for a in range(count):
                if not math.isnan(row[a]) or self.small(period, a):
                    continue
                if policy["policy"] == "mean" and something[a]:
                    row[a] = middle
                elif policy["policy"] == "carried_forward":
                    row[a] = self.latest(member["indicator"], period, a, policy["months"])
        for a in range(count):
            if not self.small(period, a) and self.lacks([row[a] for row in rows], policy):
                for row in rows:
                    row[a] = NAN
        return rows

    def latest(self, indicator, period, area, months):
        for back in range(1, months + 1):
            earlier = months_before(period, back)
            there = earlier in self.population and not self.small(earlier, area)
            if there and not math.isnan(self.figures[indicator][earlier][area]):
                return self.figures[indicator][earlier][area]
        return NAN

    def lacks(self, numbers, policy):
        missing = [math.isnan(x) for x in numbers]
        if policy["policy"] == "threshold":
            there = math.fsum(w for w, gone in zip(self.shares(), missing) if not gone)
            return all(missing) or there < policy["share"] - 1e-12
        gone = any(w > 0 and m for w, m in zip(self.shares(), missing))
        if gone and policy["policy"] == "none_allowed":
            raise RefusedError
        return gone

    def oriented(self, member, row):
        method, sign = self.method(member), self.signs[member["indicator"]]
        if method["method"] != "log":
            return [sign * x for x in row]
        plus = 1 if method.get("zero") == "plus_one" else 0
        if any(x + plus <= 0 for x in known(row)):
            raise RefusedError
        return [sign * math.log10(x + plus) for x in row]

    def method(self, member):
        return member.get("normalisation", self.definition["normalisation"])

    def placed(self, member, row, months):
        """``row`` of one month on the scale of the oriented rows of ``months``."""
        method, sign = self.method(member), self.signs[member["indicator"]]
        among = [x for month in months for x in known(month)]
        held = (
            months[0][self.areas.index(method["area"])] if method["method"] == "reference" else NAN
        )
        if not among:
            return [NAN] * len(row)
        if method["method"] in ("target", "reference"):
            end = sign * method["target"] if method["method"] == "target" else held
            if math.isnan(end):
                return [NAN] * len(row)
            if end <= min(among) and max(among) > min(among):
                raise RefusedError
        if method["method"] == "goalposts" and not sign * method["from"] < sign * method["to"]:
            raise RefusedError
        found = [
            NAN if math.isnan(x) else NORMALISE[method["method"]](x, among, method, sign, held)
            for x in row
        ]
        return self.lifted(found, method, ("themes", "index"))

    def lifted(self, row, method, levels):
        needs = any(
            self.definition["aggregation"][level]["method"] in NEEDS_POSITIVE for level in levels
        )
        if method["method"] == "min_max" and needs and method.get("low", 0) > 0:
            return [NAN if math.isnan(x) else max(x, method["low"]) for x in row]
        return row

    def check_reference_area(self, rows, months):
        """In some month where others have a figure the reference area must have one."""
        for at, member in enumerate(self.members):
            there = [p for p in months if known(rows[p][at])]
            if self.method(member)["method"] == "reference" and there:
                area = self.areas.index(self.method(member)["area"])
                if all(math.isnan(rows[p][at][area]) for p in there):
                    raise RefusedError

    def index(self, shown, periods):
        """Period → (scores, classes) of ``shown`` among all ``periods``, by the definition's baseline."""
        baseline = self.definition["baseline"]
        based = {
            "this_period": None,
            "frozen": [baseline.get("period")],
            "all_periods": list(periods),
        }[baseline["kind"]]
        months = list(dict.fromkeys([*shown, *(based or ())]))
        if not all(
            any(known(row) for row in self.figures[m["indicator"]].values()) for m in self.members
        ):
            raise RefusedError  # one was not counted
        rows = {
            p: [self.oriented(m, row) for m, row in zip(self.members, self.complete(p))]
            for p in months
        }
        self.check_reference_area(rows, shown if based is None else based)
        placed = {
            p: [
                self.placed(m, row, [rows[q][at] for q in based or [p]])
                for at, (m, row) in enumerate(zip(self.members, rows[p]))
            ]
            for p in months
        }
        themes = {p: [] for p in months}
        for p in months:
            start = 0
            for size, weights in zip(self.themes, self.inner):
                themes[p].append(
                    aggregated(
                        placed[p][start : start + size],
                        weights,
                        self.definition["aggregation"]["themes"],
                    )
                )
                start += size
        if "theme_normalisation" in self.definition:
            method = self.definition["theme_normalisation"]
            themes = {
                p: [
                    self.lifted(
                        self.rescaled(row, [themes[q][at] for q in based or [p]], method),
                        method,
                        ("index",),
                    )
                    for at, row in enumerate(themes[p])
                ]
                for p in months
            }
        scores = {
            p: aggregated(themes[p], self.outer, self.definition["aggregation"]["index"])
            for p in months
        }
        if "rescale" in self.definition:
            scores = {
                p: self.rescaled(
                    scores[p], [scores[q] for q in based or [p]], self.definition["rescale"]
                )
                for p in months
            }
        enough = {p: sum(bool(known(column)) for column in zip(*rows[p])) >= 3 for p in months}
        if not any(enough[p] for p in shown) or (
            baseline["kind"] == "frozen" and not enough[baseline["period"]]
        ):
            raise RefusedError
        found = {}
        for p in shown:
            cuts = self.cuts([x for q in based or [p] for x in known(scores[q])])
            row = scores[p] if enough[p] else [NAN] * len(self.areas)
            found[p] = (row, [self.classed(x, cuts) for x in row])
        return found

    @staticmethod
    def rescaled(row, months, method):
        among = [x for month in months for x in known(month)]
        return [
            NAN if math.isnan(x) else NORMALISE[method["method"]](x, among, method, 1.0, NAN)
            for x in row
        ]

    def cuts(self, based):
        classes = self.definition["classes"]
        if classes["method"] == "quantiles":
            return (
                [
                    (quantile(based, k / classes["count"]), "below")
                    for k in range(1, classes["count"])
                ]
                if based
                else []
            )
        spread = (
            1.0
            if classes["method"] == "fixed"
            else 0.0
            if not based or flat(based)
            else deviation(based)
        )
        middle = mean(based) if classes["method"] == "sd" and based else 0.0
        return [(middle + spread * cut["at"], cut.get("in", "below")) for cut in classes["cuts"]]

    @staticmethod
    def classed(x, cuts):
        if math.isnan(x):
            return 0
        apart = [(x - cut, ON_A_LIMIT * max(1.0, abs(cut)), side) for cut, side in cuts]
        return 1 + sum(
            gap > within if side == "below" else gap >= -within for gap, within, side in apart
        )
