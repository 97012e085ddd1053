"""``make bench``: does the window ever stand still? Random actions on the dock with a large monitor file.

36 months, three area sets with over a hundred areas, every indicator that the example's registers serve: made of a run
of the example municipality, set beside itself and back in time. Every action, and every round of events, is timed in
the window's thread; where it stands longer than half a second is told with the function it stood in.

``python -m tests.benchmarks.window [ACTIONS] [SEED]``
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from tests import package  # noqa: F401 (makes the plugin importable)
from tests.commands.application import start_qgis

ACTIONS, SEED, LIMIT = 1000, 1, 0.5
RESIDENTS, BESIDE, MONTHS_BEFORE = 6_000, 4, 11
WIDTH = 40_000.0
"""Metres the example is moved east for each time it is set beside itself."""


def small_monitor(folder):
    """(files of the example, path of a monitor file with a run of it)."""
    from geofa_sociodemografi.core.example.files import OTHER_REGISTERS
    from geofa_sociodemografi.core.gis.jobs.calculation import compute
    from geofa_sociodemografi.core.gis.jobs.inputs import ChosenSources
    from geofa_sociodemografi.core.gis.jobs.start import make_example_monitor
    from geofa_sociodemografi.core.pipeline.inputs import Choices
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.delivery import DeliveryProfile
    from qgis.core import QgsCoordinateTransformContext

    files, path = make_example_monitor(folder / "Eksempel", RESIDENTS, Silent())
    registers = {
        kind: (str(files.register(kind)), DeliveryProfile("", kind, {}))
        for kind in ("persons", *OTHER_REGISTERS)
    }
    given = ChosenSources(registers, str(files.addresses), str(files.references), "")
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    sets = MonitorFile(path).areas.sets()["area_set"].tolist()
    compute(
        path,
        sets,
        given,
        None,
        Choices(allow_fewer_years=True),
        None,
        "bench",
        QgsCoordinateTransformContext(),
        Silent(),
    )
    return files, path


def moved(wkb, east):
    """``wkb`` so many metres east."""
    from osgeo import ogr

    shape = ogr.CreateGeometryFromWkb(bytes(wkb))
    for part in [shape.GetGeometryRef(n) for n in range(shape.GetGeometryCount())]:
        for ring in [part.GetGeometryRef(n) for n in range(part.GetGeometryCount())] or [part]:
            for n in range(ring.GetPointCount()):
                ring.SetPoint_2D(n, ring.GetX(n) + east, ring.GetY(n))
    return shape.ExportToWkb(ogr.wkbNDR)


def enlarged(small, path):
    """A monitor file at ``path`` with the small one's areas ``BESIDE`` times and ``MONTHS_BEFORE`` months more."""
    from geofa_sociodemografi.core.areas.area_set import make_area_set
    from geofa_sociodemografi.core.periods import month_number, month_text
    from geofa_sociodemografi.core.pipeline.inputs import Choices
    from geofa_sociodemografi.core.pipeline.judging_in_force import JudgingInForce
    from geofa_sociodemografi.core.store.form import schema
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from geofa_sociodemografi.core.store.runs.runs import Run

    store = MonitorFile(small)
    names = store.areas.sets().set_index("area_set")

    def areas_of(identifier):
        one = store.areas.load(identifier)
        parts = [
            one.areas.assign(
                area_id=one.areas["area_id"] + f"-{n}",
                name=one.areas["name"] + f" {n + 1}",
                wkb=[moved(w, n * WIDTH) for w in one.areas["wkb"]],
            )
            for n in range(BESIDE)
        ]
        return make_area_set(
            identifier,
            one.name,
            one.kind,
            pd.concat(parts, ignore_index=True),
            municipality=one.municipality,
            provenance=one.provenance,
        )

    def longer(table):
        back = table[
            table["period"] <= month_text(month_number(table["period"].min()) + MONTHS_BEFORE - 1)
        ]
        first = back["period"].map(month_number) - MONTHS_BEFORE
        return pd.concat([back.assign(period=first.map(month_text)), table], ignore_index=True)

    def wider(table):
        return pd.concat(
            [table.assign(area_id=table["area_id"] + f"-{n}") for n in range(BESIDE)],
            ignore_index=True,
        )

    with store.reading() as connection:
        kept = {
            name: pd.read_sql_query(f"SELECT * FROM {name}", connection).drop(
                columns=["fid", "OGC_FID"], errors="ignore"
            )
            for name in ("observations", "reference_values", "runs")
        }
    atoms, _ = store.runs.counted()
    every = atoms.atoms
    atoms = replace(
        atoms,
        atoms=every * BESIDE,
        area_ids={
            s: [f"{a}-{n}" for n in range(BESIDE) for a in ids] for s, ids in atoms.area_ids.items()
        },
        members={
            s: (
                np.concatenate([m + n * every for n in range(BESIDE)]),
                np.concatenate([a + n * len(atoms.area_ids[s]) for n in range(BESIDE)]),
            )
            for s, (m, a) in atoms.members.items()
        },
        values={
            key: {name: np.tile(v, BESIDE) for name, v in of.items()}
            for key, of in atoms.values.items()
        },
        concentration=wider(atoms.concentration),
    )
    del kept["runs"]["run"]
    observations = {
        s: wider(longer(t.drop(columns=["run", "area_set"])))
        for s, t in kept["observations"].groupby("area_set")
    }
    run = Run(
        about=kept["runs"].iloc[0].drop(["created", "schema_version"]).to_dict(),
        observations=observations,
        findings={},
        references=longer(kept["reference_values"].drop(columns="run")),
        atoms=atoms,
    )
    judging = JudgingInForce(Choices(allow_fewer_years=True))
    MonitorFile(path).runs.save(run, [areas_of(one) for one in names.index], judging)
    assert schema.VERSION
    return path


def main(count: int, seed: int) -> None:
    """Make, click, print."""
    kept = start_qgis()
    from geofa_sociodemografi.core.catalogue.law.municipalities import EXAMPLE_CODE
    from geofa_sociodemografi.core.example.files import OTHER_REGISTERS, ExampleFiles
    from geofa_sociodemografi.core.gis.host.project_state import ProjectState
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    from tests.window_actions import Clicks, StandStill, click

    folder = Path(
        os.environ.get("SOCIODEMOGRAFI_BENCH") or tempfile.mkdtemp(prefix="sociodemografi-window-")
    )
    path = folder / "stor.gpkg"
    if not path.exists():
        _, small = small_monitor(folder)
        enlarged(small, path)
    files = ExampleFiles(folder / "Eksempel")
    sets = MonitorFile(path).areas.sets()
    print(
        f"{path.stat().st_size / 1e6:.0f} MB, areas {sets.set_index('area_set')['areas'].to_dict()}",
        flush=True,
    )
    dock = SociodemografiDock()
    dock.show()
    told = []
    dock.session.failed.connect(lambda error: told.append(str(error)))
    watch = StandStill(LIMIT)
    state = ProjectState(
        monitor=str(path),
        municipality=EXAMPLE_CODE,
        area_sets=sets["area_set"].tolist(),
        allow_fewer_years=True,
        registers={kind: str(files.register(kind)) for kind in ("persons", *OTHER_REGISTERS)},
        addresses=str(files.addresses),
        references=str(files.references),
        history=str(files.history),
    )
    watch.measured("open", lambda: dock.session.open_monitor(path, state))
    clicks = Clicks(dock, seed, folder)
    started = time.perf_counter()
    click(dock, clicks, watch, count)
    watch.end()
    seconds = np.array(watch.times)
    print(f"{count} actions in {time.perf_counter() - started:.0f} s: {clicks.done}")
    print(
        f"longest {seconds.max():.2f} s, above {LIMIT} s: {int((seconds > LIMIT).sum())}, above 0.2 s: {int((seconds > 0.2).sum())}"
    )
    own = np.array(watch.own)
    print(
        f"of the thread's own work: longest {own.max():.2f} s, above {LIMIT} s: {int((own > LIMIT).sum())}, "
        f"above 0.2 s: {int((own > 0.2).sum())}; load of the machine {os.getloadavg()[0]:.1f}"
    )
    print(
        "longest by action:",
        {
            what: round(seconds, 2)
            for what, seconds in sorted(watch.own_of.items(), key=lambda one: -one[1])
            if seconds > 0.2
        },
    )
    frames = {}
    for stop, what, seen in sorted(watch.longest, key=lambda one: -one[0]):
        whole = sum(seen.values()) or 1
        for where, times in seen.items():
            of_where = frames.setdefault(where, [0.0, set()])
            of_where[0] += stop * times / whole
            of_where[1].add(what)
    for where, (total, whats) in sorted(frames.items(), key=lambda one: -one[1][0])[:30]:
        print(f"{total:7.2f} s in {', '.join(sorted(whats)[:4])}: {where[:400]}")
    by_action = {}
    for stop, what, _ in watch.longest:
        by_action.setdefault(what, []).append(stop)
    print(
        "stops:",
        {what: f"{len(stops)} x, longest {max(stops):.2f} s" for what, stops in by_action.items()},
    )
    print("told:", {text: told.count(text) for text in dict.fromkeys(told)})
    sys.stdout.flush()
    del kept
    os._exit(0)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else ACTIONS,
        int(sys.argv[2]) if len(sys.argv) > 2 else SEED,
    )
