"""The whole composite index once more, from docs/vurdering.md alone, with the formulas of ``index_oracle.py``."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tests.unit.index_oracle import (
    NAN,
    NEEDS_POSITIVE,
    NORMALISE,
    ON_A_LIMIT,
    RefusedError,
    aggregated,
    deviation,
    flat,
    known,
    mean,
    quantile,
)


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
