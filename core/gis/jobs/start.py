"""The start page's jobs: the example municipality with its monitor file, counted where it is
wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Tuple

from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

from ...areas.area_set import AreaSet, Provenance
from ...example.districts import HOUSING_LAYER
from ...example.files import OTHER_REGISTERS, ExampleFiles
from ...example.municipality import make_example
from ...i18n import tr
from ...pipeline.inputs import Choices
from ...progress import Part, Progress
from ...registers.delivery import DeliveryProfile
from ...store.monitor_file import MonitorFile
from ..host.handles import let_go
from ..law.earlier_lists import read_history_source
from ..sources.area_source import area_set_of
from .calculation import Computed, compute
from .data import RegistersLookedThrough, load_registers
from .inputs import ChosenSources

MADE, LOOKED_THROUGH = 0.35, 0.6
"""How far the work is when the example is made, and when its registers are looked through."""


@dataclass(frozen=True)
class CountedExample:
    """An example municipality that is made, looked through and counted."""

    files: ExampleFiles
    monitor: Path
    looked_through: RegistersLookedThrough
    computed: Computed


def registers_of(files: ExampleFiles) -> Dict[str, Path]:
    """Where the example's registers lie, by kind."""
    return {kind: files.register(kind) for kind in ("persons", *OTHER_REGISTERS)}


def count_example(
    folder: Path,
    residents: int,
    choices: Choices,
    profile: Callable[[str], DeliveryProfile],
    version: str,
    progress: Progress,
) -> CountedExample:
    """Make the example municipality in ``folder``, look its registers through by the ``profile``
    of each kind, and count and judge them by ``choices``, as the pages Data and Calculation do."""
    context = QgsCoordinateTransformContext()
    files, monitor = make_example_monitor(folder, residents, Part(progress, 0.0, MADE))
    area_sets = MonitorFile(monitor).areas.sets()["area_set"].tolist()
    given = ChosenSources(
        {kind: (str(path), profile(kind)) for kind, path in registers_of(files).items()},
        str(files.addresses),
        str(files.references),
    )
    looked_through = load_registers(
        given, monitor, area_sets, "", context, Part(progress, MADE, LOOKED_THROUGH)
    )
    computed = compute(
        monitor,
        area_sets,
        given,
        read_history_source(str(files.history)),
        choices,
        looked_through.table,
        version,
        context,
        Part(progress, LOOKED_THROUGH, 1.0),
    )
    return CountedExample(files, monitor, looked_through, computed)


def make_example_monitor(
    folder: Path, residents: int, progress: Progress
) -> Tuple[ExampleFiles, Path]:
    """Make the example municipality in ``folder`` and a monitor file with its districts."""
    files = make_example(folder, Part(progress, 0.0, 0.95), residents)
    monitor = folder / "monitor.gpkg"
    MonitorFile(monitor).areas.save(example_area_sets(files, progress))
    return files, monitor


def example_area_sets(files: ExampleFiles, progress: Progress) -> List[AreaSet]:
    """The example's housing areas, basic districts and school districts (lower grades)."""
    wanted = (
        (HOUSING_LAYER, "", HOUSING_LAYER, tr("Housing areas (fictional)"), "free"),
        (
            "t_5713_prog_stat_dis",
            '"prog_distrikt_type_kode" = 11',
            "5713-11",
            tr("Basic districts (fictional)"),
            "partition",
        ),
        (
            "t_5710_born_skole_dis",
            '"starttrin_kode" = 11',
            "5710-5-k0",
            tr("School districts (fictional)"),
            "partition",
        ),
    )
    sets = []
    for layer_name, condition, identifier, name, kind in wanted:
        subset = (
            f"|subset={condition}" if condition else ""
        )  # set later, QGIS would open the file anew, to be changed
        layer = QgsVectorLayer(f"{files.districts}|layername={layer_name}{subset}", name, "ogr")
        sets.append(
            area_set_of(
                layer,
                "noegle",
                identifier,
                name,
                progress,
                QgsCoordinateTransformContext(),
                kind,
                provenance=Provenance(tr("Example municipality (fictional)"), "", ""),
            )
        )
        let_go(layer)
    return sets
