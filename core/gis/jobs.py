"""The dock's long jobs, as plain functions: paths and plain values in, plain data out.

They run in the background: no widget, no ``QgsProject``, no layer of the project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsVectorLayer

from .. import pipeline
from ..areas.area_set import AreaSet, Provenance
from ..catalogue.themes import theme
from ..example.districts import HOUSING_LAYER
from ..example.municipality import ExampleFiles, make_example
from ..geofa.client import GeofaClient
from ..geofa.requests_text import DistrictFilter
from ..i18n import tr
from ..progress import Part, Progress, checkpoint
from ..store.monitor_file import MonitorFile
from .area_source import area_set_of
from .geofa_areas import as_area_set
from .network import qgis_session
from .register_jobs import Given, inputs_of
from .topology import Fault, partition_faults


@dataclass(frozen=True)
class Loaded:
    """An area set now in the monitor file, and its overlaps and holes."""

    area_set: AreaSet
    faults: List[Fault]


def fetch_districts(theme_code: str, wanted: DistrictFilter, url: str, seconds: float, monitor: Path,
                    progress: Progress, feedback: QgsFeedback) -> Loaded:
    """Fetch districts from GeoFA and keep them in the monitor file."""
    about = theme(theme_code)
    progress.report(0.0, tr("Fetching districts from GeoFA"))
    client = GeofaClient(qgis_session(feedback), url, seconds)
    table = client.districts(about, wanted, Part(progress, 0.0, 0.8))
    return _keep(as_area_set(table, about, wanted, url), monitor, Part(progress, 0.8, 1.0))


def use_layer(layer: QgsVectorLayer, id_field: str, name_field: str, covers: bool, monitor: Path,
              context: QgsCoordinateTransformContext, progress: Progress) -> Loaded:
    """Keep the areas of a layer (a clone) in the monitor file."""
    identifier = layer.name().replace("|", " ")  # QGIS parts the words of a data source with it
    area_set = area_set_of(
        layer, id_field, identifier, layer.name(), progress, context, "partition" if covers else "free", name_field,
        Provenance(layer.name()))
    return _keep(area_set, monitor, progress)


def _keep(area_set: AreaSet, monitor: Path, progress: Progress) -> Loaded:
    faults = partition_faults(area_set, progress) if area_set.kind == "partition" else []
    checkpoint(progress)
    MonitorFile(monitor).save_area_sets([area_set])
    return Loaded(area_set, faults)


def make_example_monitor(folder: Path, residents: int, progress: Progress) -> Tuple[ExampleFiles, Path]:
    """Make the example municipality in ``folder`` and a monitor file with its districts."""
    files = make_example(folder, Part(progress, 0.0, 0.95), residents)
    monitor = folder / "monitor.gpkg"
    MonitorFile(monitor).save_area_sets(example_area_sets(files, progress))
    return files, monitor


def example_area_sets(files: ExampleFiles, progress: Progress) -> List[AreaSet]:
    """The example's housing areas, basic districts and school districts (lower grades)."""
    wanted = (
        (HOUSING_LAYER, "", HOUSING_LAYER, tr("Housing areas (fictional)"), "free"),
        ("t_5713_prog_stat_dis", '"prog_distrikt_type_kode" = 11', "5713-11", tr("Basic districts (fictional)"),
         "partition"),
        ("t_5710_born_skole_dis", '"starttrin_kode" = 11', "5710-5-k0", tr("School districts (fictional)"),
         "partition"),
    )
    sets = []
    for layer_name, condition, identifier, name, kind in wanted:
        layer = QgsVectorLayer(f"{files.districts}|layername={layer_name}", name, "ogr")
        layer.setSubsetString(condition)
        sets.append(area_set_of(layer, "noegle", identifier, name, progress, QgsCoordinateTransformContext(), kind,
                                provenance=Provenance(tr("Example municipality (fictional)"), "", "")))
    return sets


@dataclass(frozen=True)
class Computed:
    """The result of a run: assessments by area set id, and what was placed."""

    assessments: Dict[str, pd.DataFrame]
    rows: int
    placed: Dict[str, int]


def compute(monitor: Path, area_set_ids: Sequence[str], given: Given,
            history: Optional[Mapping[Tuple[str, int], str]], choices: pipeline.Choices, checks: Optional[pd.DataFrame],
            version: str, context: QgsCoordinateTransformContext, progress: Progress) -> Computed:
    """Count and judge the area sets of the monitor file, and keep the run there."""
    store = MonitorFile(monitor)
    area_sets = [store.load_area_set(identifier) for identifier in area_set_ids]
    inputs = replace(inputs_of(given, area_sets, context, progress), history=history)
    run = pipeline.run(inputs, choices, store, progress, version, checks)
    findings = run.findings["persons"]
    return Computed(
        run.assessments,
        sum(findings.rows.values()),
        {s.id: sum(n for (i, _), n in findings.placed.items() if i == s.id) for s in area_sets},
    )
