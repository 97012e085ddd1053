"""``make bench``: the index, its stability and the live map, with peers measured in the same run.

1,000 areas × 40 indicators × 60 months. Peers: the same z-index by ``pandas`` (``groupby().transform``, the way an
analyst would write it), and for a change on the page a plain rewrite of the layer's attributes and a redraw by QGIS.
"""

from __future__ import annotations

import sys
import time

import numpy as np
import pandas as pd

from tests import package  # noqa: F401 (makes the plugin importable)
from tests.commands.application import start_qgis

AREAS, INDICATORS, MONTHS, RUNS = 1000, 40, 60, 1000


def timed(work, times=3):
    """(median seconds, last result) of ``work()``."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - started)
    return sorted(seconds)[len(seconds) // 2], result


def invented_cube(names):
    """Shares of invented persons."""
    from geofa_sociodemografi.core.index.cube import Cube

    random = np.random.default_rng(1)
    people = random.integers(100, 3000, size=(MONTHS, AREAS)).astype(float)
    having = {
        name: random.binomial(people.astype(int), random.beta(2, 8, size=(MONTHS, AREAS))).astype(
            float
        )
        for name in names
    }
    periods = tuple(f"{2021 + month // 12}-{month % 12 + 1:02d}" for month in range(MONTHS))
    return Cube(
        tuple(f"a{n}" for n in range(AREAS)),
        periods,
        {name: 100 * having[name] / people for name in names},
        people,
        having,
        dict.fromkeys(names, people),
    )


def by_pandas(table, names):
    """The z-index, written with groupby and transform."""
    month = table.groupby("period")
    score = sum(
        (table[name] - month[name].transform("mean")) / month[name].transform("std", ddof=0)
        for name in names
    )
    by = score.groupby(table["period"])
    return (score - by.transform("mean")) / by.transform("std", ddof=0)


def page_with(cube, names):
    """The index panel over squares, as if the figures had just been read."""
    from dataclasses import replace

    from geofa_sociodemografi.core.catalogue.index.definitions import IndexTheme, Member
    from geofa_sociodemografi.core.catalogue.index.presets import definition_of
    from geofa_sociodemografi.core.catalogue.own import catalogue
    from geofa_sociodemografi.core.pipeline.index_figures import IndexFigures
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    from tests.unit.helpers import areas, polygon_wkb, square

    shapes = areas(
        {
            f"a{n}": polygon_wkb(square(500_000 + 100 * (n % 40), 6_200_000 + 100 * (n // 40), 100))
            for n in range(AREAS)
        },
        "squares",
    )
    dock = SociodemografiDock()
    dock.show()
    panel = dock.page("assessment").index
    known = {indicator.id: indicator for indicator in catalogue()}
    panel.workbench.lay_out(IndexFigures(shapes, cube, known, []))
    members = tuple(Member(name, "higher_is_worse") for name in names)
    panel.take(
        replace(
            definition_of("dansk_kommunal"),
            id="bench",
            themes=(IndexTheme("t", {"da": "t", "en": "t"}, members),),
        )
    )
    return dock, panel


def main() -> None:
    """Score, draw, follow; print."""
    kept = start_qgis()
    from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
    from geofa_sociodemografi.core.index.certainty.sensitivity import sensitivity
    from geofa_sociodemografi.core.index.certainty.stability import StabilityChoices, stability
    from geofa_sociodemografi.core.index.composite import score_index
    from geofa_sociodemografi.core.progress import Silent
    from qgis.PyQt.QtWidgets import QApplication

    from tests.unit.index_helpers import definition, up

    names = [indicator.id for indicator in all_indicators() if indicator.unit == "percent"][
        :INDICATORS
    ]
    cube = invented_cube(names)
    about = definition(
        *names,
        normalisation={"method": "z"},
        rescale={"method": "z"},
        classes={"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}, {"at": 1.5}]},
    )
    table = pd.DataFrame(
        {
            "period": np.repeat(cube.periods, AREAS),
            **{name: cube.values[name].ravel() for name in names},
        }
    )
    peer, theirs = timed(lambda: by_pandas(table, names))
    ours, scores = timed(lambda: score_index(cube, about, up(*names)))
    print(
        f"{AREAS} areas x {INDICATORS} indicators x {MONTHS} months: {ours:.3f} s, pandas {peer:.3f} s, "
        f"ratio {ours / peer:.2f}; largest difference {np.abs(scores.score.ravel() - theirs.to_numpy()).max():.1e}"
    )
    newest, units = cube.periods[-1], dict.fromkeys(names, (100.0, False))
    one = score_index(cube, about, up(*names), [newest])
    drawn, _ = timed(
        lambda: stability(
            cube, one, newest, units, up(*names), StabilityChoices(runs=RUNS), Silent()
        )
    )
    month_by_pandas = peer / MONTHS
    print(
        f"{RUNS} runs of one month: {drawn:.2f} s; {RUNS} times the pandas index of a month, without any noise, "
        f"{RUNS * month_by_pandas:.2f} s, ratio {drawn / (RUNS * month_by_pandas):.2f}"
    )
    shared, _ = timed(lambda: sensitivity(cube, one, newest, units, up(*names), Silent()), 1)
    print(f"sensitivity of one month: {shared:.2f} s")
    dock, panel = page_with(cube, names)
    spins = iter(panel.members.weights.values())

    def change():
        next(spins).setValue(2.0)
        QApplication.processEvents()

    moved, _ = timed(change, 9)
    layer = panel.session.map.layer
    rows = {feature.id(): dict(enumerate(feature.attributes())) for feature in layer.getFeatures()}
    plain, _ = timed(lambda: layer.dataProvider().changeAttributeValues(rows))
    print(
        f"a change of weight on the page, {AREAS} areas: {moved:.3f} s; QGIS' plain rewrite of the layer {plain:.3f} s, "
        f"ratio {moved / plain:.1f}"
    )
    sys.stdout.flush()
    del dock, kept


if __name__ == "__main__":
    main()
    import os

    os._exit(0)
