"""A second engine, in plain dictionaries and from the definitions: row by row, term by term, nothing shared.

It keeps the contract of ``measures.engines.contract``, and is the oracle of the engine that counts.
"""

from __future__ import annotations

import operator
import statistics
from collections import Counter, defaultdict

import numpy as np
import shapely
from geofa_sociodemografi.core.catalogue.indicators.breakdowns import WHOLE
from geofa_sociodemografi.core.measures.findings import Findings
from geofa_sociodemografi.core.measures.homes import Homes
from geofa_sociodemografi.core.measures.plan.places import PLACE_COLUMNS
from geofa_sociodemografi.core.measures.plan.terms import RECORD_KEY, Remainder
from geofa_sociodemografi.core.measures.repeats.repeat import PLACES, ROWS, Repeat
from geofa_sociodemografi.core.measures.rollup import Spread
from geofa_sociodemografi.core.measures.sums import Sums
from geofa_sociodemografi.core.registers.problems import ReadingProblems

UNKNOWN_GROUP = "ukendt"
TESTS = {
    "=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "in": lambda value, wanted: value in wanted,
    "between": lambda value, wanted: wanted[0] <= value <= wanted[1],
}


def count_in_dictionaries(register, plan, places, progress, go_on):
    """The sums and findings of ``register``, worked out one number after the other."""
    problems, notes = ReadingProblems() if go_on else None, ReadingProblems()
    columns = sorted({*plan.columns, plan.identifier} - {""})
    findings, rows = Findings(), []
    for table in register.pieces(columns, progress, problems, notes):
        for period, days in table.attrs["days"].items():
            findings.days.setdefault(period, set()).update(days)
        rows += [Row(cells, places) for cells in table.to_dict("records")]
    for row in rows:
        if plan.keys is not None:
            row.cells[RECORD_KEY] = float(plan.keys(np.array([row.cells[plan.identifier]]))[0])
        tell(row, plan, places, findings)
    for period in register.silent_periods:
        findings.rows[period] += 0
    findings.told = notes.all()
    findings.repeats = repeats(rows, plan.identifier, plan.periods)
    if problems is not None:
        findings.note_unreadable(problems.all())
    return sums(rows, register, plan, places), findings


class Row:
    """One row: its cells (None where missing), and where it lies."""

    def __init__(self, cells, places):
        self.cells = {name: None if value != value else value for name, value in cells.items()}
        self.period = self.cells["period"]
        self.reason, self.areas = placed(self.cells, places)
        self.atom = places.atoms.number(self.areas)
        self.group = {}


def placed(cells, places):
    """(why it has no point at all, of every area set the areas it lies in): by its own point, by its
    address, by its area code."""
    point = cells.get("x"), cells.get("y")
    if None not in point:
        return "", tuple(areas_at(point, area_set) for area_set in places.area_sets)
    key, code = cells.get("address_key"), cells.get("area_code")
    address = -1 if key is None else int(places.addresses.find([key])[0][0])
    if address >= 0:
        point = places.addresses.x[address], places.addresses.y[address]
        reason = "no_coordinates" if np.isnan(point).any() else ""
        return reason, tuple(areas_at(point, area_set) for area_set in places.area_sets)
    by_code = tuple(
        tuple(n for n, of in enumerate(area_set.area_ids) if of == code)
        for area_set in places.area_sets
    )
    if any(by_code):
        return "", by_code
    return "not_in_list" if key else "unknown_code" if code else "no_key", by_code


def areas_at(point, area_set):
    """The areas that a point lies in; the points of the tests are on no border."""
    if np.isnan(point).any():
        return ()
    shapes = shapely.from_wkb(list(area_set.areas["wkb"]))
    return tuple(int(n) for n in np.flatnonzero(shapely.contains(shapes, shapely.Point(*point))))


def holds(node, cells):
    """Does a filter hold? A missing value holds in no test but ``missing``."""
    if "all" in node:
        return all(holds(child, cells) for child in node["all"])
    if "any" in node:
        return any(holds(child, cells) for child in node["any"])
    if "not" in node:
        return not holds(node["not"], cells)
    value = cells[node["column"]]
    if node["operator"] == "missing":
        return value is None
    return value is not None and TESTS[node["operator"]](value, node["value"])


def certainly(node, cells):
    """True, False, or None where the values that are there do not say (Kleene)."""
    if "all" in node or "any" in node:
        said = [certainly(child, cells) for child in node.get("all", node.get("any"))]
        settled = "any" in node
        if settled in said:
            return settled
        return None if None in said else not settled
    if "not" in node:
        inner = certainly(node["not"], cells)
        return None if inner is None else not inner
    missing = cells[node["column"]] is None
    return None if missing and node["operator"] != "missing" else holds(node, cells)


def counts(asked, cells):
    """Does the row count for a term, or for the remainder of one?"""
    if isinstance(asked, Remainder):
        return counts(asked.whole, cells) and not counts(asked.part, cells)
    return (
        holds(asked.node, cells)
        and all(cells[column] is not None for column in asked.given)
        and (asked.question is None or certainly(asked.question, cells) is not None)
    )


def group_of(breakdown, cells):
    """The group of a row: a code for each facet."""
    return "*".join(code_of(facet, cells[facet.column]) for facet in breakdown)


def code_of(facet, value):
    if value is None or not facet.bands:
        return UNKNOWN_GROUP if value is None else str(value)
    fitting = [
        code for code, low, high in facet.bands if low <= value <= (value if high is None else high)
    ]
    return fitting[0] if fitting else UNKNOWN_GROUP


def tell(row, plan, places, findings):
    """Note what is to be told of a row."""
    period = row.period
    findings.rows[period] += 1
    for area_set, areas in zip(places.area_sets, row.areas):
        findings.placed[(area_set.id, period)] += bool(areas)
        if row.reason or not areas:
            findings.unplaced[(area_set.id, period, row.reason or "outside")] += 1
    lacking = {
        lack.column
        for lack in plan.lacks
        if row.cells[lack.column] is None
        and holds(lack.node, row.cells)
        and (lack.question is None or certainly(lack.question, row.cells) is None)
    }
    for column in lacking:
        findings.missing[(period, column)] += 1


def repeats(rows, identifier, periods):
    """The identifiers that stand more than once in a period, and those in more than one place."""
    found = defaultdict(list)
    for row in rows if identifier else ():
        if row.cells[identifier] and (periods is None or row.period in periods):
            place = tuple(row.cells.get(name) for name in PLACE_COLUMNS)
            found[(row.period, row.cells[identifier])].append(place)
    again, several = Counter(), Counter()
    for (period, _), places in found.items():
        again[period] += len(places) - 1
        several[period] += len(set(places)) > 1
    return [
        Repeat(check, (period,), (), identifier, number)
        for check, counted in ((ROWS, again), (PLACES, several))
        for period, number in sorted(counted.items())
        if number
    ]


def sums(rows, register, plan, places):
    """What is added up of the rows."""
    by_period = defaultdict(list)
    for row in rows:
        by_period[row.period].append(row)
    groups = {}
    for breakdown in plan.terms:
        for row in rows:
            row.group[breakdown] = group_of(breakdown, row.cells)
        groups[breakdown] = list(dict.fromkeys(row.group[breakdown] for row in rows))
    groups[WHOLE] = [""]
    by_atom, homes, spreads, medians = {}, {}, {}, {}
    for period, of_period in by_period.items():
        for breakdown, terms in plan.terms.items():
            for term in terms:
                table = np.zeros((len(places.atoms), len(groups[breakdown])))
                for row in of_period:
                    if counts(term, row.cells):
                        group = groups[breakdown].index(row.group[breakdown])
                        table[row.atom, group] += row.cells[term.column] if term.column else 1
                by_atom[(breakdown, term, period)] = table
        for asked in plan.households:
            homes[(asked, period)] = homes_of(asked, of_period, register, len(places.atoms))
        for term in plan.values:
            counted = [row for row in of_period if counts(term, row.cells)]
            for position, area_set in enumerate(places.area_sets):
                add_spreads(
                    term, period, counted, position, area_set, plan, groups, spreads, medians
                )
    known = any(name in row.cells for row in rows for name in register.kind.household)
    return Sums(plan.terms, groups, by_atom, homes if known else None, spreads, medians)


def homes_of(asked, rows, register, atoms):
    """The households of the rows that count, by the atoms that each has such a row in."""
    atoms_of = defaultdict(set)
    for row in rows:
        name = next((name for name in register.kind.household if name in row.cells), None)
        if name and row.cells[name] and counts(asked, row.cells):
            atoms_of[row.cells[name]].add(row.atom)
    by_atom = np.zeros(atoms)
    for of_household in atoms_of.values():
        by_atom[sorted(of_household)] += 1
    several = Counter(frozenset(found) for found in atoms_of.values() if len(found) > 1)
    pairs = [(n, atom) for n, found in enumerate(several) for atom in sorted(found)]
    number, atom = np.array(pairs, dtype="int64").reshape(-1, 2).T
    return Homes(by_atom, np.array(list(several.values()), dtype="int64"), number, atom)


def add_spreads(term, period, rows, position, area_set, plan, groups, spreads, medians):
    """The spread of the single values of ``term`` in the areas of one set, and their medians by
    group."""
    if not rows:
        return
    inside = [[row for row in rows if n in row.areas[position]] for n in range(len(area_set.areas))]
    values = [sorted(row.cells[term.column] for row in here) for here in inside]
    wanted = term in plan.medians
    spreads[(area_set.id, term, period)] = Spread(
        np.array([here[-1] if here else np.nan for here in values]),
        np.array([here[-2] if len(here) > 1 else np.nan for here in values]),
        np.array([statistics.median(here) if here and wanted else np.nan for here in values]),
        np.array([float(sum(here)) for here in values]),
    )
    for breakdown in groups if wanted else ():
        if breakdown and term in plan.terms[breakdown]:
            table = np.full((len(inside), len(groups[breakdown])), np.nan)
            for area, here in enumerate(inside):
                for number, group in enumerate(groups[breakdown]):
                    of_group = [row for row in here if row.group[breakdown] == group]
                    if of_group:
                        table[area, number] = statistics.median(
                            row.cells[term.column] for row in of_group
                        )
            medians[(area_set.id, term, period, breakdown)] = table
