"""The dock's long jobs, as plain functions: paths and plain values in, plain data out.

They run in the background: no widget, no ``QgsProject``, no layer of the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsVectorLayer

from .. import pipeline
from ..areas.area_set import AreaSet, Provenance
from ..catalogue.indicators import chosen
from ..catalogue.register_kinds import register_kind
from ..catalogue.themes import theme
from ..errors import InputError
from ..example.districts import HOUSING_LAYER
from ..example.municipality import ExampleFiles, make_example
from ..geofa.client import GeofaClient
from ..geofa.requests_text import DistrictFilter
from ..i18n import tr
from ..progress import Part, Progress, checkpoint
from ..registers.canonical import to_canonical
from ..registers.periods import period_in_name
from ..registers.persons import open_persons, usable
from ..registers.sources import RegisterSource
from ..store.monitor_file import MonitorFile
from .area_source import area_set_of
from .geofa_areas import as_area_set
from .network import qgis_session
from .register_source import point_mapping, sources_of
from .topology import Fault, partition_faults

Thing = object
"""A path, or sources made of a layer on the main thread (``register_source.sources_of``)."""


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
class Preview:
    """What a person register looks like before it is counted.

    Attributes:
        columns: the columns of the first source; mapping: role → column, as it will be used.
        examples: column → what the first row has (a mark for personal columns).
        sources: how many files; periods: those known so far.
        rows: rows of the first piece, read without fault; servable: ids of indicators.
    """

    columns: Tuple[str, ...]
    mapping: Dict[str, str]
    examples: Dict[str, str]
    sources: int
    periods: List[str]
    rows: int
    servable: List[str]


def preview_register(persons: Thing, mapping: Mapping[str, str], period: str, with_addresses: bool,
                     context: QgsCoordinateTransformContext, progress: Progress) -> Preview:
    """Open the register, check the mapping, and read the first piece for faults."""
    sources = sources_of(persons, context)
    register = open_persons(sources, point_mapping(sources, dict(mapping)), period, with_addresses)
    kind = register_kind("persons")
    roles = register.roles[0]
    first = next(iter(sources[0].pieces(roles, kind, progress)), None)
    if first is None:
        raise InputError(tr("{name} has no rows.", name=sources[0].name), tr("Choose another file or layer."))
    first_row, piece = first
    columns = [c for c in kind.names if c in roles and kind.column(c).type != "identifier"]
    table = to_canonical(piece, kind, roles, sources[0].name, first_row, columns)
    in_rows = sorted(table["period"].dropna().unique()) if "period" in table else []
    named = [p for p in (period_in_name(source.name) for source in sources) if p]
    return Preview(
        sources[0].columns, dict(roles), _examples(piece, roles, kind), len(sources), sorted({*in_rows, *named}),
        len(table), [i.id for i in usable(chosen(), register)])


def _examples(piece: pd.DataFrame, roles: Mapping[str, str], kind: object) -> Dict[str, str]:
    """The first filled cell of each mapped column; personal columns are not shown."""
    examples = {}
    for role, column in roles.items():
        filled = piece[role].dropna()
        if kind.column(role).personal or kind.column(role).type == "identifier":
            examples[column] = tr("(not shown)")
        else:
            examples[column] = str(filled.iloc[0]) if len(filled) else ""
    return examples


@dataclass(frozen=True)
class Computed:
    """The result of a run: assessments by area set id, and what was placed."""

    assessments: Dict[str, pd.DataFrame]
    rows: int
    placed: Dict[str, int]


def compute(monitor: Path, area_set_ids: Sequence[str], persons: Thing, addresses: Optional[Thing],
            references: Optional[Thing], history: Optional[Mapping[Tuple[str, int], str]],
            mapping: Mapping[str, str], choices: pipeline.Choices, version: str,
            context: QgsCoordinateTransformContext, progress: Progress) -> Computed:
    """Count and judge the area sets of the monitor file, and keep the run there."""
    store = MonitorFile(monitor)
    area_sets = [store.load_area_set(identifier) for identifier in area_set_ids]
    sources: List[RegisterSource] = sources_of(persons, context)
    inputs = pipeline.Inputs(
        area_sets, sources, sources_of(addresses, context) if addresses else (),
        sources_of(references, context) if references else (), point_mapping(sources, dict(mapping)), history)
    run = pipeline.run(inputs, choices, store, progress, version)
    findings = run.findings
    return Computed(
        run.assessments,
        sum(findings.rows.values()),
        {s.id: sum(n for (i, _), n in findings.placed.items() if i == s.id) for s in area_sets},
    )


