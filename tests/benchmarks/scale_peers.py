"""What the benchmark at scale is measured beside: the count alone, pandas and numpy, and QGIS' own placing."""

from __future__ import annotations

import statistics
import time
from dataclasses import fields

PERSONS = 1_000_000


def timed(work, times=3):
    """(median seconds, last result) of ``work()``."""
    seconds, result = [], None
    for _ in range(times):
        started = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds), result


def counting_alone(register, addresses, sets, indicators):
    """Seconds of counting with the rows read and placed already; households and largest values are kept too."""
    from geofa_sociodemografi.core.measures.counting import count
    from geofa_sociodemografi.core.measures.plan.places import Places
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.tables.register import Register

    columns = sorted(
        {c for i in indicators for c in i.columns_of("persons")} | {"address_key", "household_id"}
    )
    pieces = list(register.pieces(columns, Silent()))

    class InMemory(Register):
        def pieces(self, columns, progress, problems=None):
            return iter(pieces)

    in_memory = InMemory(
        **{field.name: getattr(register, field.name) for field in fields(Register)}
    )
    places = Places(addresses, sets, Silent())
    lookup, placed = timed(lambda: {id(piece): places.of_rows(piece) for piece in pieces})

    class Placed:
        atoms, area_sets = places.atoms, places.area_sets

        @staticmethod
        def of_rows(table):
            return placed[id(table)]

    print(f"looking {PERSONS:,} rows' addresses up by key{lookup:28.3f} s")
    return timed(
        lambda: count({"persons": in_memory}, addresses, sets, indicators, Silent(), places=Placed)
    )[0]


def counting_peers(data, located, indicators, counts):
    """Seconds of the two peers; the counts must agree with ours."""
    import numpy as np
    import pandas as pd
    from geofa_sociodemografi.core.measures.engines.masks import Masks
    from geofa_sociodemografi.core.measures.plan.terms import plan

    for column in (
        "sex",
        "origin",
        "education",
        "household_type",
        "tenure",
        "ancestry",
        "citizenship",
        "benefit",
    ):
        data[column] = data[column].astype("category")
    masks = Masks(data)
    weights = []
    for indicator in indicators:
        one = plan(indicator)
        pair = []
        for term in (one.numerator, one.denominator):
            rows = masks.rows(term)
            values = data[term.column].fillna(0).to_numpy(dtype="float64") if term.column else 1.0
            pair.append(np.where(rows, values, 0.0))
        weights.append(pair)

    names = {
        s: pd.Series(area).map(lambda a: f"D{a:03d}" if a >= 0 else None)
        for s, area in located.items()
    }

    def grouped():
        for area in names.values():
            for numerator, denominator in weights:
                pd.DataFrame({"area": area, "n": numerator, "d": denominator}).groupby("area")[
                    ["n", "d"]
                ].sum()

    def bincounted():
        return {
            s: [[np.bincount(area + 1, w)[1:] for w in pair] for pair in weights]
            for s, area in located.items()
        }

    slow, _ = timed(grouped, 1)
    fast, sums = timed(bincounted, 2)
    for identifier, of_set in sums.items():
        ours = counts.observations[identifier]
        for indicator, (numerator, _) in zip(indicators, of_set):
            mine = ours[ours["indicator"] == indicator.id]["numerator"].to_numpy()
            np.testing.assert_allclose(mine[: len(numerator)], numerator, rtol=1e-6)
    return slow, fast


def placing_by_qgis(folder, shapes, x, y):
    """Seconds of QGIS' native count of points in polygons."""
    import shapely
    from osgeo import ogr, osr

    from tests.commands.application import start_qgis

    kept = start_qgis()
    import processing

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25832)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "points.gpkg"))
    for name, wkbs in (
        ("polygons", [shapely.to_wkb(s) for s in shapes]),
        ("points", shapely.to_wkb(shapely.points(x, y))),
    ):
        layer = source.CreateLayer(name, reference, ogr.wkbUnknown)
        source.StartTransaction()
        for wkb in wkbs:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(wkb)))
            layer.CreateFeature(feature)
        source.CommitTransaction()
        del layer
    del source
    seconds, _ = timed(
        lambda: processing.run(
            "native:countpointsinpolygon",
            {
                "POLYGONS": f"{folder}/points.gpkg|layername=polygons",
                "POINTS": f"{folder}/points.gpkg|layername=points",
                "OUTPUT": "memory:",
            },
        ),
        1,
    )
    del kept
    return seconds
