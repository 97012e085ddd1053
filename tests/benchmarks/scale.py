"""``make bench``, second part: a million persons on 400,000 addresses, with peers measured in the same run.

Peers: ``pandas.read_csv`` with dtypes given (reading), geopandas' ``sjoin`` and QGIS' native count of points in
polygons (placing), pandas' ``groupby`` per indicator and one ``numpy.bincount`` per numerator and denominator
(counting). Run as ``python -m tests.benchmarks.scale``.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests import package  # noqa: F401 (makes the plugin importable)
from tests.benchmarks.scale_peers import (
    PERSONS,
    counting_alone,
    counting_peers,
    placing_by_qgis,
    timed,
)

ADDRESSES, AREAS = 400_000, 500
YOUNG = {"column": "age", "operator": "<", "value": 30}
WEST, SOUTH, SIDE = 600_000.0, 6_200_000.0, 30_000.0


def polygons(rng, count):
    """A partition with crooked shared borders, some areas with holes, one of two parts."""
    import shapely

    frame = shapely.box(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)
    seeds = shapely.MultiPoint(rng.uniform(0, SIDE, (count, 2)) + (WEST, SOUTH))
    cells = [
        shapely.intersection(c, frame) for c in shapely.get_parts(shapely.voronoi_polygons(seeds))
    ]
    cells = shapely.set_precision(shapely.segmentize(cells, 15.0), 0.001).tolist()
    for n in range(0, count // 2, 25):
        island = shapely.set_precision(shapely.buffer(shapely.centroid(cells[n]), 120), 0.001)
        cells[n] = shapely.difference(cells[n], island)
        cells.append(island)
    cells.append(shapely.union(cells.pop(3), cells.pop(count // 2)))
    return cells


def area_set(shapes, identifier):
    """An area set of ``shapes``."""
    import pandas as pd
    import shapely
    from geofa_sociodemografi.core.areas.area_set import make_area_set

    return make_area_set(
        identifier,
        identifier,
        "partition",
        pd.DataFrame(
            {
                "area_id": [str(n) for n in range(len(shapes))],
                "name": "",
                "objekt_id": "",
                "versions_id": "",
                "wkb": [shapely.to_wkb(shape) for shape in shapes],
            }
        ),
    )


def register_table(rng, keys):
    """A million persons with every column of the catalogue's person indicators."""
    import numpy as np
    import pandas as pd

    n = PERSONS
    pick = rng.integers(0, ADDRESSES, n)
    return pd.DataFrame(
        {
            "household_id": np.char.add("H", pick.astype(str)),
            "address_key": keys[pick],
            "age": rng.integers(0, 95, n),
            "sex": rng.choice(["m", "k"], n),
            "origin": rng.choice(["dansk", "vestlig", "ikke_vestlig"], n),
            "outside_work": np.round(rng.random(n), 2),
            "student": rng.integers(0, 2, n),
            "education": rng.choice(["10", "20", "30", "50", "70", "90"], n),
            "convicted": (rng.random(n) < 0.02).astype(int),
            "gross_income": rng.integers(0, 900_000, n),
            "household_type": rng.choice(["enlig", "par", "enlig_med_boern", "par_med_boern"], n),
            "tenure": rng.choice(["almen", "ejer", "privat_leje"], n),
            "ancestry": rng.choice(["dansk", "indvandrer", "efterkommer"], n),
            "citizenship": rng.choice(["dansk", "udenlandsk"], n),
            "benefit": rng.choice(
                ["ingen", "kontanthjaelp", "foertidspension", "sygedagpenge", "dagpenge"], n
            ),
            "benefit_share": np.round(rng.random(n), 1),
            "employed": rng.integers(0, 2, n),
            "unemployed": rng.integers(0, 2, n),
            "unemployed_share": np.round(rng.random(n), 2),
            "low_income": rng.integers(0, 2, n),
        }
    ), pick


def told(what, ours, peers):
    """Print one line and a line for each peer."""
    print(f"{what:<58}{ours:8.3f} s")
    for name, seconds in peers.items():
        print(f"  {name:<56}{seconds:8.3f} s   {seconds / ours:6.1f} x")


def main() -> None:
    """Read, place, count; print."""
    import geopandas
    import numpy as np
    import pandas as pd
    import shapely
    from geofa_sociodemografi.core.areas.location import locate
    from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
    from geofa_sociodemografi.core.catalogue.indicators.filters import both
    from geofa_sociodemografi.core.measures.counting import count
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.sources import file_sources
    from geofa_sociodemografi.core.registers.tables.addresses import make_address_list
    from geofa_sociodemografi.core.registers.tables.register import open_register

    rng = np.random.default_rng(5)
    shapes = polygons(rng, AREAS)
    sets = [
        area_set(shapes, "a"),
        area_set(polygons(rng, 60), "b"),
        area_set(polygons(rng, 200), "c"),
    ]
    x, y = rng.uniform(0, SIDE, (2, ADDRESSES)) + [[WEST], [SOUTH]]
    corners = shapely.get_coordinates(shapes)
    x[:4000], y[:4000] = corners[rng.integers(0, len(corners), 4000)].T  # on borders
    keys = np.array(
        [
            f"0461{n // 4000 + 1:04d}{n % 400 + 1:_>4}{n // 400 % 10 + 1:_>3}__tv"
            for n in range(ADDRESSES)
        ],
        dtype=object,
    )
    frame, pick = register_table(rng, keys)
    folder = Path(tempfile.mkdtemp(prefix="sociodemografi-scale-"))
    path = folder / "persons_2026-01.csv"
    frame.to_csv(path, sep=";", decimal=",", index=False)
    del frame
    print(
        f"{PERSONS:,} persons on {ADDRESSES:,} addresses, {path.stat().st_size / 1e6:.0f} MB of CSV"
    )

    # -- reading
    texts = [
        "address_key",
        "sex",
        "origin",
        "education",
        "household_type",
        "tenure",
        "ancestry",
        "citizenship",
        "benefit",
    ]
    dtypes = {**dict.fromkeys(texts, "category"), "household_id": "str"}
    columns = [
        *texts,
        "household_id",
        "age",
        "outside_work",
        "student",
        "convicted",
        "gross_income",
        "benefit_share",
        "employed",
        "unemployed",
        "unemployed_share",
        "low_income",
    ]
    register = open_register("persons", file_sources(path), with_addresses=True)
    ours, _ = timed(lambda: sum(len(piece) for piece in register.pieces(columns, Silent())))
    peer, _ = timed(lambda: len(pd.read_csv(path, sep=";", decimal=",", dtype=dtypes)))
    told("reading and checking every cell", ours, {"pandas.read_csv with dtypes": peer})
    print(f"  costs {ours / peer:.2f} x the peer")

    # -- placing
    ours, location = timed(lambda: locate(x, y, sets[0], Silent()))
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(x[pick], y[pick]))
    areas = geopandas.GeoDataFrame({"area": range(len(shapes))}, geometry=list(shapes))
    theirs, joined = timed(lambda: geopandas.sjoin(points, areas, predicate="within"), 2)
    lookup, _ = timed(lambda: np.bincount(location.layers[0][pick] + 1))
    inside = joined.groupby("area").size().reindex(range(len(shapes))).fillna(0)
    mine = np.bincount(location.layers[0][pick] + 1, minlength=len(shapes) + 1)[1:]
    print(
        f"  on borders, which 'within' gives to nobody: {int(mine.sum() - inside.sum()):,} persons"
    )
    del joined
    native = placing_by_qgis(folder, shapes, x[pick], y[pick])
    told(
        "placing all persons (addresses placed, then looked up)",
        ours + lookup,
        {"geopandas sjoin": theirs, "native:countpointsinpolygon, GeoPackage with index": native},
    )

    # -- counting
    table = pd.DataFrame({"address_key": keys, "x": x, "y": y})
    addresses, _ = make_address_list(table)
    indicators = [
        i
        for i in all_indicators()
        if i.registers == ("persons",)
        and i.numerator_kind != "median"
        and set(i.columns_of("persons")) <= register.columns
    ]
    indicators += [
        replace(i, id=f"{i.id}_ung", population=both(i.population, YOUNG)) for i in indicators[:10]
    ]
    whole, counts = timed(
        lambda: count({"persons": register}, addresses, sets, indicators, Silent()), 2
    )
    only = counting_alone(register, addresses, sets, indicators)
    located = {s.id: locate(x, y, s, Silent()).layers[0][pick] for s in sets}
    data = pd.read_csv(path, sep=";", decimal=",", dtype={**dtypes, "education": str})
    grouped, floor = counting_peers(data, located, indicators, counts)
    told(
        f"counting {len(indicators)} indicators in {len(sets)} area sets, rows placed",
        only,
        {
            "pandas groupby by area id per indicator and set": grouped,
            "one numpy.bincount per numerator and denominator": floor,
        },
    )
    print(f"the whole, read from the file and placed                  {whole:8.3f} s")
    with open(folder / "job.pickle", "wb") as stream:
        pickle.dump((str(path), table, sets, indicators), stream)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.scale", str(folder / "job.pickle")],
        capture_output=True,
        text=True,
    )
    in_memory = data.memory_usage(deep=True).sum() / 1e6
    print(
        f"memory: {done.stdout.strip()}; the file is {path.stat().st_size / 1e6:.0f} MB, as a table with categories "
        f"{in_memory:.0f} MB"
    )
    sys.stdout.flush()
    import os
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def kilobytes(what: str) -> int:
    """This process' memory as Linux tells it: ``VmRSS`` now, ``VmHWM`` at most."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1])


def memory_of(job: str) -> None:
    """Count in a process of its own, and print how much its memory grew."""
    from geofa_sociodemografi.core.measures.counting import count
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.sources import file_sources
    from geofa_sociodemografi.core.registers.tables.addresses import make_address_list
    from geofa_sociodemografi.core.registers.tables.register import open_register

    with open(job, "rb") as stream:
        path, table, sets, indicators = pickle.load(stream)
    addresses, _ = make_address_list(table)
    before = kilobytes("VmRSS")
    count(
        {"persons": open_register("persons", file_sources(path), with_addresses=True)},
        addresses,
        sets,
        indicators,
        Silent(),
    )
    peak = kilobytes("VmHWM")
    print(f"grew by {(peak - before) / 1024:.0f} MB to {peak / 1024:.0f} MB")


if __name__ == "__main__":
    memory_of(sys.argv[1]) if len(sys.argv) > 1 else main()
