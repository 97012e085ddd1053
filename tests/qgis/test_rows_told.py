"""Rows in are rows placed and rows told by reason: every register, through Processing's log, the panel's job and the
run record."""

from __future__ import annotations

import sqlite3
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import COUNTED_KINDS, register_kind
from geofa_sociodemografi.core.gis.jobs.calculation import compute
from geofa_sociodemografi.core.gis.jobs.inputs import ChosenSources
from geofa_sociodemografi.core.i18n import in_language
from geofa_sociodemografi.core.measures.findings import reason_text
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import DeliveryProfile
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from tests.unit.helpers import grid, write

X, Y = 500_005.0, 6_200_005.0
PLACES = [  # where a row lies by hand: what stands in its cells, and what becomes of it
    ({"x": X, "y": Y}, "placed"),
    ({"address_key": "A"}, "placed"),
    ({"area_code": "c0r0"}, "placed"),
    ({}, "no_key"),
    ({"area_code": "ingen"}, "unknown_code"),
    ({"address_key": "B"}, "not_in_list"),
    ({"address_key": "C"}, "no_coordinates"),
    ({"x": X + 900, "y": Y}, "outside"),
]
FILLED = {"age": 30, "date": "2026-01-05", "direction": "ind", "type": "indbrud"}


def rows_of(kind, places):
    """A table of ``kind`` with a row for each of ``places`` and the columns it needs; none is of separators alone."""
    about = register_kind(kind)
    needed = {group[0] for group in about.needs} | {c.name for c in about.columns if c.required}
    rows = [
        {"x": "", "y": "", "address_key": "", "area_code": "", "note": "a row", **place}
        for place in places
    ]
    return pd.DataFrame(rows).assign(
        **{name: FILLED[name] for name in {*needed, *({about.period_from} - {""})}}
    )


@pytest.fixture
def folder(tmp_path):
    for number, kind in enumerate(COUNTED_KINDS, start=1):  # so many of each place in each register
        rows_of(kind, [place for place, _ in PLACES] * number).to_csv(
            tmp_path / f"{kind}_2026-01.csv", sep=";", index=False
        )
    write(tmp_path / "adresser.csv", f"address_key;x;y\nA;{X};{Y}\nC;;\n")
    return tmp_path


def right(number):
    return {what: n * number for what, n in Counter(what for _, what in PLACES).items()}


def sentences(name):
    """What must be said of every register."""
    for number, kind in enumerate(COUNTED_KINDS, start=1):
        register = in_language(register_kind(kind).text).lower()
        reasons = [
            f"{n} {reason_text(what)}" for what, n in right(number).items() if what != "placed"
        ]
        yield f"{name}, {register}: {3 * number} of {8 * number} rows placed. Not placed: ", reasons


def assert_said(warnings, name):
    for beginning, reasons in sentences(name):
        (said,) = [warning for warning in warnings if warning.startswith(beginning)]
        assert all(reason in said for reason in reasons), said


def assert_kept(path):
    with sqlite3.connect(path) as connection:
        kept = pd.read_sql("SELECT register, finding, persons FROM findings", connection)
    for number, kind in enumerate(COUNTED_KINDS, start=1):
        found = kept[kept["register"] == kind].groupby("finding")["persons"].sum().to_dict()
        assert {what: found[what] for what in right(number)} == right(number)
        assert found["rows"] == sum(right(number).values())


@pytest.fixture
def areas():
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:25832&field=id:string", "grid", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["c0r0"])
    feature.setGeometry(
        QgsGeometry.fromWkt(
            "MultiPolygon(((500000 6200000,500010 6200000,500010 6200010,500000 6200010,"
            "500000 6200000)))"
        )
    )
    layer.dataProvider().addFeatures([feature])
    return layer


def test_processing_tells_every_row_and_the_record_keeps_it(algorithm, folder, areas, tmp_path):
    registers = {kind.upper(): str(folder / f"{kind}_2026-01.csv") for kind in COUNTED_KINDS}
    common = {
        **registers,
        "AREAS": areas,
        "AREA_ID_FIELD": "id",
        "ADDRESSES": str(folder / "adresser.csv"),
    }
    algorithm("countindicators", INDICATORS="all", **common)
    assert_said(algorithm.said, "grid")
    algorithm("runmonitor", OUTPUT=str(tmp_path / "m.gpkg"), **common)
    assert_said(algorithm.said, "grid")
    assert_kept(tmp_path / "m.gpkg")


def test_the_panels_job_tells_every_row_and_the_record_keeps_it(qgis_application, folder, tmp_path):
    monitor = tmp_path / "m.gpkg"
    MonitorFile(monitor).areas.save([grid(1, 1)])
    given = ChosenSources(
        {
            kind: (str(folder / f"{kind}_2026-01.csv"), DeliveryProfile("", kind))
            for kind in COUNTED_KINDS
        },
        str(folder / "adresser.csv"),
    )
    silent = Silent()
    computed = compute(
        monitor,
        ["grid"],
        given,
        None,
        Choices(),
        None,
        "",
        QgsCoordinateTransformContext(),
        silent,
    )
    assert (computed.rows, computed.placed) == (8, {"grid": 3})
    assert_said(silent.warnings, "grid")
    assert_kept(monitor)


@pytest.mark.parametrize("seed", range(12))
def test_rows_in_are_rows_placed_and_told(tmp_path, seed):
    """Any mixture of places, several area sets and months: of every set, month and register nothing is lost."""
    rng = np.random.default_rng(seed)
    kind = COUNTED_KINDS[seed % len(COUNTED_KINDS)]
    about = register_kind(kind)
    given, sums = {}, Counter()
    for name in dict.fromkeys(("persons", kind)):
        chosen = [PLACES[n] for n in rng.integers(0, len(PLACES), 200)]
        table = rows_of(name, [place for place, _ in chosen])
        month = rng.choice(["2026-01", "2026-02"], len(table))
        table = table.assign(
            **(
                {"date": [m + "-05" for m in month]}
                if register_kind(name).flow
                else {"period": month}
            )
        )
        sums.update((name, m, what) for m, (_, what) in zip(month, chosen))
        table.to_csv(tmp_path / f"{name}.csv", sep=";", index=False)
        given[name] = file_sources(tmp_path / f"{name}.csv")
    write(tmp_path / "adresser.csv", f"address_key;x;y\nA;{X};{Y}\nC;;\n")
    from tests.unit.helpers import inputs

    sets = [grid(1, 1), grid(2, 2, identifier="other")]
    counted = count_areas(
        inputs(sets, given.pop("persons"), file_sources(tmp_path / "adresser.csv"), **given),
        Choices(),
        Silent(),
    )
    for name in dict.fromkeys(("persons", kind)):
        found = counted.findings[name]
        for month, rows in found.rows.items():
            assert rows == sum(n for (of, m, _), n in sums.items() if (of, m) == (name, month))
            for area_set in sets:
                told = sum(
                    n for (s, m, _), n in found.unplaced.items() if (s, m) == (area_set.id, month)
                )
                assert found.placed[(area_set.id, month)] + told == rows
                assert found.placed[(area_set.id, month)] == sums[(name, month, "placed")]
                for what in ("no_key", "unknown_code", "not_in_list", "no_coordinates", "outside"):
                    assert found.unplaced[(area_set.id, month, what)] == sums[(name, month, what)]
    assert about.places


def test_a_month_twice_is_refused_by_every_door(algorithm, areas, tmp_path):
    persons = tmp_path / "persons"
    persons.mkdir()
    for name in ("borgere_2026-01.csv", "borgere_2026-01 - Kopi.csv"):
        write(persons / name, f"x;y;age\n{X};{Y};30\n")
    said = "borgere_2026-01 - Kopi.csv and borgere_2026-01.csv are one and the same"
    common = {"PERSONS": str(persons), "AREAS": areas, "AREA_ID_FIELD": "id"}
    for name, more in (
        ("countindicators", {"INDICATORS": "population"}),
        ("runmonitor", {"OUTPUT": str(tmp_path / "m.gpkg")}),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            algorithm(name, **common, **more)
        algorithm(name, **common, **more, GO_ON=True)
        assert any(said in text for text in algorithm.said)
    algorithm("checkregister", REGISTER=str(persons), OUTPUT="memory:", KIND="persons")
    assert any(said in text for text in algorithm.said)
    MonitorFile(tmp_path / "p.gpkg").areas.save([grid(1, 1)])
    from geofa_sociodemografi.core.errors import InputError
    from geofa_sociodemografi.core.gis.jobs.data import load_registers

    given = ChosenSources({"persons": (str(persons), DeliveryProfile("", "persons"))})
    loaded = load_registers(
        given, tmp_path / "p.gpkg", ["grid"], "", QgsCoordinateTransformContext(), Silent()
    )
    assert [(c.check, c.severity) for c in loaded.checks if said in c.text] == [
        ("same_file", "error")
    ]
    with pytest.raises(InputError, match=said):
        compute(
            tmp_path / "p.gpkg",
            ["grid"],
            given,
            None,
            Choices(),
            None,
            "",
            QgsCoordinateTransformContext(),
            Silent(),
        )
