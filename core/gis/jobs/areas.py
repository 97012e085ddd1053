"""The dock's long jobs, as plain functions: paths and plain values in, plain data out.

They run in the background: no widget, no ``QgsProject``, no layer of the project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsVectorLayer

from ...areas.area_set import AreaSet, Provenance
from ...catalogue.geofa.themes import theme
from ...example.districts import HOUSING_LAYER
from ...example.municipality import ExampleFiles, make_example
from ...geofa.server import server_of
from ...geofa.words.wfs_words import DistrictFilter
from ...i18n import tr
from ...pipeline.inputs import Choices
from ...pipeline.judging import run_monitor
from ...progress import Part, Progress, checkpoint
from ...store.monitor_file import MonitorFile
from ...store.results import Results, read_results
from ..districts.area_sets import area_set_id, as_area_set, refreshed
from ..districts.topology import Fault, partition_faults
from ..host.geofa_login import client_of
from ..host.handles import let_go
from ..host.settings import Settings
from ..sources.area_source import area_set_of
from ..sources.shown_layer import ShownLayer
from .data import Given, inputs_of


@dataclass(frozen=True)
class Loaded:
    """An area set now in the monitor file, its overlaps and holes, and what changed since it was
    fetched before."""

    area_set: AreaSet
    faults: List[Fault]
    news: str = ""


def fetch_districts(
    theme_code: str,
    wanted: DistrictFilter,
    settings: Settings,
    monitor: Path,
    progress: Progress,
    feedback: QgsFeedback,
    as_of: str = "",
) -> Loaded:
    """Fetch districts from GeoFA, as they are or as they were on the date ``as_of``, and keep them
    in the monitor file."""
    about = theme(theme_code)
    progress.report(0.0, tr("Fetching districts from GeoFA"))
    client = client_of(server_of(settings.geofa_url), settings, feedback)
    part = Part(progress, 0.0, 0.8)
    can_refresh = not as_of and wanted.grade is None
    kept = _kept(monitor, area_set_id(about, wanted), wanted.municipality) if can_refresh else None
    if kept is not None:
        area_set, news = refreshed(kept, client, about, wanted, part)
    else:
        table = (
            client.as_of(about, wanted, as_of, part)
            if as_of
            else client.districts(about, wanted, part)
        )
        area_set, news = as_area_set(table, about, wanted, client.server.base, as_of), ""
    return replace(_keep(area_set, monitor, Part(progress, 0.8, 1.0)), news=news)


def _kept(monitor: Path, identifier: str, municipality: str) -> Optional[AreaSet]:
    """The area set as the monitor file has it; None where it has none, or another
    municipality's."""
    store = MonitorFile(monitor)
    if not monitor.exists() or identifier not in set(store.areas.sets()["area_set"]):
        return None
    kept = store.areas.load(identifier)
    return kept if kept.municipality == municipality and kept.theme else None


def use_layer(
    layer: ShownLayer,
    id_field: str,
    name_field: str,
    covers: bool,
    monitor: Path,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Loaded:
    """Keep the areas that a layer shows in the monitor file."""
    identifier = layer.name().replace("|", " ")  # QGIS parts the words of a data source with it
    area_set = area_set_of(
        layer,
        id_field,
        identifier,
        layer.name(),
        progress,
        context,
        "partition" if covers else "free",
        name_field,
        Provenance(layer.name()),
    )
    return _keep(area_set, monitor, progress)


def _keep(area_set: AreaSet, monitor: Path, progress: Progress) -> Loaded:
    faults = partition_faults(area_set, progress) if area_set.kind == "partition" else []
    checkpoint(progress)
    MonitorFile(monitor).areas.save([area_set])
    return Loaded(area_set, faults)


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


@dataclass(frozen=True)
class Computed:
    """The result of a run: assessments by area set id, what was placed, and all that the window
    shows of it."""

    assessments: Dict[str, pd.DataFrame]
    rows: int
    placed: Dict[str, int]
    area_sets: List[AreaSet]
    results: Results

    @property
    def periods(self) -> List[str]:
        """The periods judged, ascending."""
        return sorted({period for table in self.assessments.values() for period in table["period"]})


def compute(
    monitor: Path,
    area_set_ids: Sequence[str],
    given: Given,
    history: Optional[Mapping[Tuple[str, int], str]],
    choices: Choices,
    checks: Optional[pd.DataFrame],
    version: str,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Computed:
    """Count and judge the area sets of the monitor file, and keep the run there."""
    store = MonitorFile(monitor)
    area_sets = [store.areas.load(identifier) for identifier in area_set_ids]
    inputs = replace(inputs_of(given, area_sets, context, progress), history=history)
    run = run_monitor(inputs, choices, store, progress, version, checks)
    findings = run.findings["persons"]
    return Computed(
        run.assessments,
        sum(findings.rows.values()),
        {s.id: sum(n for (i, _), n in findings.placed.items() if i == s.id) for s in area_sets},
        area_sets,
        read_results(store, area_set_ids),
    )
