"""``make bench``, third part: disclosure control of a whole edition.

Run as ``python -m tests.benchmarks.disclosure``; with ``thousand`` behind it also a thousand overlapping areas, which
takes some minutes. The peer there is the textbook's way: every guarded number attacked alone with two programmes, on a
sample.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from tests import package  # noqa: F401 (makes the plugin importable)

RESIDENTS, MONTH, INDICATORS = 60_000, "2026-01", 40
SHARES, SAMPLE = 10, 6
WEST, SOUTH, SIDE = 600_000.0, 6_200_000.0, 20_000.0


def timed(work):
    """(seconds, result) of ``work()``."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def megabytes():
    """The most memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def example_counts(folder):
    """(sums by atom, observations, indicators) of the example municipality: four area sets, one month."""
    from geofa_sociodemografi.core.example.files import FOLDERS, OTHER_REGISTERS
    from geofa_sociodemografi.core.example.municipality import make_example
    from geofa_sociodemografi.core.gis.jobs.start import example_area_sets
    from geofa_sociodemografi.core.gis.sources.area_source import area_set_of
    from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
    from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.delivery import Delivery
    from geofa_sociodemografi.core.registers.sources import file_sources
    from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

    files = make_example(folder, Silent(), RESIDENTS)
    sets = example_area_sets(files, Silent())
    layer = QgsVectorLayer(f"{files.districts}|layername=t_5711_and_dis", "social", "ogr")
    sets.append(
        area_set_of(
            layer,
            "noegle",
            "5711",
            "social",
            Silent(),
            QgsCoordinateTransformContext(),
            "partition",
        )
    )
    kinds = dict.fromkeys((*FOLDERS, *OTHER_REGISTERS))
    inputs = Inputs(
        sets,
        [Delivery(kind, file_sources(files.register(kind))) for kind in kinds],
        addresses=file_sources(files.addresses),
        references=file_sources(files.references),
    )
    return count_areas(inputs, Choices(period=MONTH), Silent(), with_atoms=True)


def thousand_areas(random):
    """Sums by atom of a thousand areas in four sets: a grid, strips, and two sets of squares that overlap freely."""
    from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts

    people = RESIDENTS
    centres = random.uniform(0, SIDE, (60, 2))
    x, y = (
        (centres[random.integers(0, 60, people)] + random.normal(0, 900, (people, 2)))
        .clip(0, SIDE - 1)
        .T
    )
    grid = (x // (SIDE / 20)).astype(int) * 20 + (y // (SIDE / 20)).astype(int)
    strips = (y // (SIDE / 100)).astype(int)
    layers = {"grid": [grid], "strips": [strips]}
    for name in ("first", "second"):
        corners = random.uniform(0, SIDE - 1500, (250, 2))
        inside = [(x >= a) & (x < a + 1500) & (y >= b) & (y < b + 1500) for a, b in corners]
        layers[name] = inside
    key = pd.util.hash_array(grid * 1000 + strips)
    for name in ("first", "second"):
        for inside in layers[name]:
            key = key ^ np.where(inside, np.uint64(random.integers(1, 2**62)), np.uint64(0))
    atom, first = np.unique(key, return_index=True)
    of_person = np.searchsorted(atom, key)
    members, ids = {}, {}
    for name in ("grid", "strips"):
        known, place = np.unique(layers[name][0][first], return_inverse=True)
        members[name], ids[name] = (np.arange(len(atom)), place), [str(n) for n in known]
    for name in ("first", "second"):
        pairs = np.array(
            [(a, n) for n, inside in enumerate(layers[name]) for a in np.flatnonzero(inside[first])]
        )
        members[name], ids[name] = (pairs[:, 0], pairs[:, 1]), [str(n) for n in range(250)]
    whole = np.bincount(of_person, minlength=len(atom)).astype(float)
    values = {(MONTH, "population"): {"numerator": whole, "persons": whole}}
    names = (
        "nonwestern",
        "low_income",
        "new_residents",
        "western",
        "descendants",
        "foreign_citizens",
        "employed",
        "convicted",
        "unemployed",
        "vocational_education",
    )[:SHARES]
    for name, share in zip(names, np.linspace(0.02, 0.4, SHARES)):
        local = np.clip(share * random.lognormal(0, 0.5, len(atom)), 0, 1)
        has = np.bincount(
            of_person[random.random(people) < local[of_person]], minlength=len(atom)
        ).astype(float)
        values[(MONTH, name)] = {"numerator": has, "denominator": whole, "persons": whole}
    return AtomCounts(
        len(atom), ids, members, values, pd.DataFrame(columns=list(CONCENTRATION_COLUMNS))
    ), names


def observations_of(counts, names):
    """Observations by area set, as the counting gives them."""
    tables = {}
    for set_id, (atoms, areas) in counts.members.items():
        rows = []
        for name in names:
            found = counts.values[(MONTH, name)]
            part, whole = (
                np.bincount(areas, weights=found[c][atoms], minlength=len(counts.area_ids[set_id]))
                for c in ("numerator", "denominator")
            )
            rows.append(
                pd.DataFrame(
                    {
                        "area_id": counts.area_ids[set_id],
                        "period": MONTH,
                        "indicator": name,
                        "numerator": part,
                        "denominator": whole,
                        "value": 100 * part / np.maximum(whole, 1),
                        "persons": whole,
                        "households": np.nan,
                        "status": "counted",
                        "vintage": "",
                    }
                )
            )
        tables[set_id] = pd.concat(rows, ignore_index=True)
    return tables


def one_by_one(counts, indicators, profile):
    """Seconds per guarded number when each is attacked alone, as the textbook has it: the peer."""
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.protection.attack.bounds import Known
    from geofa_sociodemografi.core.protection.methods.suppression_plan import SuppressionPlan
    from geofa_sociodemografi.core.protection.period_systems import PeriodSystems

    from tests.unit.published_disclosure import interval

    numbers = PeriodSystems(counts, tuple(indicators[:1]), MONTH, profile)
    plan = SuppressionPlan(numbers.systems(numbers.places(), numbers.context())[0], frozenset())
    hidden = plan.hide(Silent())
    here = plan._published(hidden)
    known = Known(plan._matrix[here], plan._low[here], plan._high[here])
    guarded = plan.guarded()[:SAMPLE]
    seconds, _ = timed(lambda: [interval(known, one.column) for one in guarded])
    return seconds / max(len(guarded), 1)


def without_relations(work):
    """``work()`` where no indicator's numbers are tied to another's."""
    from geofa_sociodemografi.core.protection.system import families

    together = families.make_blocks
    families.make_blocks = families.apart
    try:
        return work()
    finally:
        families.make_blocks = together


def main() -> None:
    """Protect, audit, print."""
    from tests.commands.application import start_qgis

    kept = start_qgis()
    from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
    from geofa_sociodemografi.core.catalogue.protection.rules import profile
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.protection.making import make_edition

    every = {i.id: i for i in all_indicators()}
    with tempfile.TemporaryDirectory(prefix="sociodemografi-bench-") as folder:
        counted = example_counts(Path(folder))
    chosen = [
        i
        for i in counted.indicators
        if profile("parter").may_hold(i) and (MONTH, i.id) in counted.atoms.values
    ][:INDICATORS]
    sets = len(counted.atoms.area_ids)
    for name in ("parter", "offentlig"):
        rules = replace(profile(name), sharing=("authorities", "public"))
        seconds, edition = timed(
            lambda rules=rules: make_edition(
                counted.atoms, counted.observations, chosen, MONTH, rules, Silent()
            )
        )
        apart = without_relations(
            lambda rules=rules: make_edition(
                counted.atoms, counted.observations, chosen, MONTH, rules, Silent()
            )
        )
        audit = edition.outcome.audit
        print(
            f"example, {sets} sets, {len(edition.indicators)} indicators, {name:10s} {seconds:8.1f} s   "
            f"{edition.outcome.primary:,} guarded, {audit.programmes:,} + {audit.whole_programmes:,} programmes, "
            f"{edition.hidden:,} of {len(edition.table):,} hidden, safe: {edition.safe}, {megabytes():.0f} MB"
        )
        print(
            f"  {edition.hidden - apart.hidden:,} more hidden than where every indicator is held against itself alone "
            f"({apart.hidden:,})"
        )
        sys.stdout.flush()
    rules = replace(profile("afrundet"), sharing=("authorities", "public"))
    seconds, edition = timed(
        lambda: make_edition(counted.atoms, counted.observations, chosen, MONTH, rules, Silent())
    )
    print(
        f"example, {sets} sets, {len(edition.indicators)} indicators, {rules.id:10s} {seconds:8.1f} s   "
        f"{edition.rounded.numbers:,} numbers rounded, largest change {edition.rounded.largest:.0f}, left out {len(edition.rounded.unfit)}"
    )
    if "thousand" in sys.argv:
        thousand(every, profile, make_edition, Silent)
    del kept
    import os

    os._exit(0)


def thousand(every, profile, make_edition, silent) -> None:
    """A thousand overlapping areas; print."""
    counts, names = thousand_areas(np.random.default_rng(3))
    areas = sum(map(len, counts.area_ids.values()))
    indicators = [every[name] for name in names]
    rules = replace(
        profile("parter"), sharing=("municipality", "authorities", "public"), special_persons=5
    )
    alone = one_by_one(counts, indicators, rules)
    seconds, edition = timed(
        lambda: make_edition(
            counts, observations_of(counts, names), indicators, MONTH, rules, silent()
        )
    )
    audit = edition.outcome.audit
    print(
        f"{areas:,} overlapping areas, {counts.atoms:,} atoms, {len(names)} indicators {seconds:8.1f} s   "
        f"{edition.outcome.primary:,} guarded, {audit.programmes:,} + {audit.whole_programmes:,} programmes, "
        f"{edition.hidden:,} of {len(edition.table):,} hidden, safe: {edition.safe}, {megabytes():.0f} MB"
    )
    print(
        f"  peer: each guarded number alone with two programmes {alone * edition.outcome.primary:10.0f} s "
        f"(from {SAMPLE})   ratio {seconds / (alone * edition.outcome.primary):.4f}"
    )


if __name__ == "__main__":
    main()
