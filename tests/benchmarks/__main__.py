"""``make bench``: the main job's speed, with peers measured in the same run.

Prints seconds, megabytes and ratios. Peers: ``pandas.read_csv`` of the same files (reading is the
floor of the job), and QGIS' own ``native:countpointsinpolygon`` (placing).
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from tests import package  # noqa: F401 (makes the plugin importable)
from tests.commands.application import start_qgis

RESIDENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000


def timed(work):
    """(seconds, result) of ``work()``."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def main() -> None:
    """Make, count, judge, place; print."""
    start_up, kept = timed(start_qgis)
    from geofa_sociodemografi.core.areas.location import locate
    from geofa_sociodemografi.core.example.municipality import make_example
    from geofa_sociodemografi.core.gis.jobs.start import example_area_sets
    from geofa_sociodemografi.core.gis.law.earlier_lists import read_history_source
    from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
    from geofa_sociodemografi.core.pipeline.inputs import LAW, Choices, Inputs
    from geofa_sociodemografi.core.pipeline.judging import judge
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.delivery import Delivery
    from geofa_sociodemografi.core.registers.sources import file_sources

    folder = Path(tempfile.mkdtemp(prefix="sociodemografi-bench-"))
    made, files = timed(lambda: make_example(folder / "example", Silent(), RESIDENTS))
    sets = example_area_sets(files, Silent())
    history = read_history_source(str(files.history))

    def count_and_judge():
        inputs = Inputs(
            sets,
            [Delivery("persons", file_sources(files.persons))],
            addresses=file_sources(files.addresses),
            references=file_sources(files.references),
            history=history,
        )
        counted = count_areas(inputs, Choices(scope=LAW), Silent())
        judged = {
            i: judge(o, Choices(), counted.references, history)
            for i, o in counted.observations.items()
        }
        return counted, judged

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    runs = [timed(count_and_judge) for _ in range(3)]
    job = sorted(seconds for seconds, _ in runs)[1]
    rows = sum(runs[0][1][0].findings["persons"].rows.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    import pandas as pd

    def only_read():
        for file in sorted(files.persons.iterdir()):
            pd.read_csv(
                file,
                sep=";",
                decimal=",",
                dtype={
                    "address_key": "category",
                    "origin": "category",
                    "education": "category",
                    "period": "category",
                },
            )

    reading, _ = timed(only_read)
    print(f"start of QGIS and plugin                    {start_up:8.2f} s")
    print(f"example: {RESIDENTS:,} residents x 25 months     {made:8.2f} s")
    print(f"count and judge: {rows:,} rows x {len(sets)} area sets {job:8.2f} s (median of 3)")
    print(
        f"  peer: pandas.read_csv of the same files   {reading:8.2f} s   ratio {job / reading:.2f}"
    )
    print(f"  memory: {peak / 1024:.0f} MB at most, {before / 1024:.0f} MB before")
    placing(files, sets[1], locate, Silent, pd)
    sys.stdout.flush()
    del kept
    import os
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def placing(files, area_set, locate, silent, pd) -> None:
    """Place every address in the partition; the peer is QGIS' native algorithm on a GeoPackage with index."""
    import processing
    from qgis.core import QgsVectorLayer

    spots = pd.read_csv(files.addresses, sep=";", decimal=",")
    ours, location = timed(
        lambda: locate(spots["x"].to_numpy(), spots["y"].to_numpy(), area_set, silent())
    )
    districts = QgsVectorLayer(f"{files.districts}|layername=t_5713_prog_stat_dis", "d", "ogr")
    districts.setSubsetString('"prog_distrikt_type_kode" = 11')
    source = QgsVectorLayer(
        f"file://{files.addresses}?delimiter=;&decimalPoint=,&xField=x&yField=y&crs=EPSG:25832",
        "p",
        "delimitedtext",
    )
    points = processing.run(
        "native:savefeatures", {"INPUT": source, "OUTPUT": str(files.folder / "points.gpkg")}
    )["OUTPUT"]
    theirs, counted = timed(
        lambda: processing.run(
            "native:countpointsinpolygon",
            {"POLYGONS": districts, "POINTS": points, "OUTPUT": "memory:"},
        )["OUTPUT"]
    )
    same = sorted(int(f["NUMPOINTS"]) for f in counted.getFeatures())
    mine = pd.Series(location.layers[0]).value_counts()
    assert same == sorted(mine[mine.index >= 0].tolist()), "the two disagree"
    print(f"placing {len(spots):,} addresses in {len(area_set.areas)} districts  {ours:8.3f} s")
    print(
        f"  peer: native:countpointsinpolygon         {theirs:8.3f} s   ratio {ours / theirs:.2f}"
    )


if __name__ == "__main__":
    main()
