"""The start page's job: the example municipality with its monitor file."""

from __future__ import annotations

from pathlib import Path
from typing import List, Tuple

from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

from ...areas.area_set import AreaSet, Provenance
from ...example.districts import HOUSING_LAYER
from ...example.files import ExampleFiles
from ...example.municipality import make_example
from ...i18n import tr
from ...progress import Part, Progress
from ...store.monitor_file import MonitorFile
from ..host.handles import let_go
from ..sources.area_source import area_set_of


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
