"""The example's 25 months, one at a time, each person file deleted when it is added: what one run over all files gives."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.index.presets import definition_of
from geofa_sociodemografi.core.catalogue.own import catalogue
from geofa_sociodemografi.core.example.files import FOLDERS, OTHER_REGISTERS
from geofa_sociodemografi.core.gis.jobs.start import make_example_monitor
from geofa_sociodemografi.core.gis.sources.register_source import sources_of
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.indexing import cube_in, run_index
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.pipeline.judging import history_of
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsCoordinateTransformContext

from tests.package import ROOT
from tests.unit.monitor_content import assert_same, content

RESIDENTS, INDEX, SETS = 2_000, "dansk_kommunal", ("boligomraader", "5713-11", "5710-5-k0")
AGAIN = """
import pickle, sys
sys.path.insert(0, sys.argv[1])
import tests.package
from tests.qgis.test_month_by_month import add
from pathlib import Path
add(Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])
"""
"""Another process: QGIS was started again between two months."""


@pytest.fixture(scope="module")
def example(tmp_path_factory, qgis_application):
    """(folder of the example, its months)."""
    folder = tmp_path_factory.mktemp("example")
    files, monitor = make_example_monitor(folder, RESIDENTS, Silent())
    months = sorted(path.stem[-7:] for path in files.persons.glob("*.csv"))
    assert len(months) == 25
    return files, monitor, months


def month_of(files, month, folder):
    """Files of one month alone (or of the year's figures): the register's own, or its rows of the others."""
    found = {}
    for kind in ("persons", *OTHER_REGISTERS):
        own = None
        if kind in FOLDERS:
            known = files.register(kind).glob("*.csv")
            own = [path for path in known if path.stem[-7:] == month]
            table = own[0].read_bytes() if own and len(month) == 7 else None
            if table is not None:
                found[kind] = folder / f"{kind}_{own[0].stem[-7:]}.csv"
                found[kind].write_bytes(table)
            continue
        table = pd.read_csv(files.register(kind), sep=";", dtype=str, keep_default_na=False)
        column = next(
            name for name in ("period", "date", "day", "periode", "dato") if name in table
        )
        table = table[table[column].map(month_in) == month]
        if len(table):
            found[kind] = folder / f"{kind}_{month}.csv"
            table.to_csv(found[kind], sep=";", index=False)
    return found


def month_in(text):
    """The month of ``2026-01``, ``2026-01-15`` or ``15-01-2026``; a year as it is."""
    parts = text.split("-")
    return "-".join(parts[:2]) if len(parts[0]) == 4 or len(parts) < 3 else f"{parts[2]}-{parts[1]}"


def given(files, sources):
    """The inputs of register kind → file or folder."""
    monitor = MonitorFile(files.folder / "monitor.gpkg")
    rows = pd.read_csv(files.history, sep=";", dtype=str, keep_default_na=False)
    context = QgsCoordinateTransformContext()
    return replace(
        Inputs(
            area_sets=[monitor.areas.load(name) for name in SETS],
            deliveries=[
                Delivery(kind, sources_of(str(path), context)) for kind, path in sources.items()
            ],
            addresses=file_sources(files.addresses),
            references=file_sources(files.references),
        ),
        history=history_of(rows.iloc[:, :3].itertuples(index=False)),
    )


def add(files, path, folder, month):
    """Add a month from files of its own, which are gone afterwards."""
    if isinstance(files, Path):
        from geofa_sociodemografi.core.example.files import ExampleFiles

        files = ExampleFiles(files)
    sources = month_of(files, month, folder)
    choices = Choices(municipality="0999")
    add_period(given(files, sources), choices, MonitorFile(path), Silent(), "test")
    for source in sources.values():
        source.unlink()


@pytest.fixture(scope="module")
def whole(example, tmp_path_factory):
    files, _, _ = example
    path = tmp_path_factory.mktemp("whole") / "m.gpkg"
    sources = {kind: files.register(kind) for kind in ("persons", *OTHER_REGISTERS)}
    choices = Choices(municipality="0999")
    add_period(given(files, sources), choices, MonitorFile(path), Silent(), "test")
    return path


def index_of(path):
    known = {one.id: one for one in catalogue()}
    cube = cube_in(MonitorFile(path), SETS[1])
    return run_index(cube, definition_of(INDEX), known, Silent()).table


@pytest.mark.slow
@pytest.mark.parametrize("seed", [None, 7], ids=["in order", "in any order, one twice, restarted"])
def test_the_example_month_by_month(example, whole, tmp_path, seed):
    files, _, months = example
    path, order = tmp_path / "m.gpkg", [*months, "2025"]
    if seed is not None:
        random.Random(seed).shuffle(order)
        order.insert(9, order[3])
    for n, month in enumerate(order):
        if seed is not None and n % 9 == 4:
            done = subprocess.run(
                [
                    sys.executable,
                    "-c",
                    AGAIN,
                    str(ROOT),
                    *map(str, (files.folder, path, tmp_path)),
                    month,
                ],
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, done.stderr[-2000:]
        else:
            add(files, path, tmp_path, month)
        assert [one.name for one in tmp_path.iterdir()] == ["m.gpkg"]
    assert_same(content(path, SETS), content(whole, SETS))
    pd.testing.assert_frame_equal(index_of(path), index_of(whole))
