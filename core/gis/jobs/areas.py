"""The areas page's jobs: districts from GeoFA, and the areas of a layer, into the monitor file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsProject

from ...areas.area_set import AreaSet, Provenance
from ...areas.identity import id_in_file, municipal_id
from ...catalogue.geofa.themes import theme
from ...geofa.server import server_of
from ...geofa.words.wfs_words import DistrictFilter
from ...i18n import tr
from ...pipeline.boundary_news import tell_changed_boundaries
from ...progress import Part, Progress, checkpoint
from ...store.monitor_file import MonitorFile
from ..districts.area_sets import area_set_id, as_area_set, refreshed
from ..districts.topology import Fault, partition_faults
from ..host.geofa_login import client_of
from ..host.settings import Settings
from ..maps.project_layers import layers_of_set
from ..sources.area_source import area_set_of
from ..sources.shown_layer import ShownLayer


@dataclass(frozen=True)
class KeptAreas:
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
) -> KeptAreas:
    """Fetch districts from GeoFA, as they are or as they were on the date ``as_of``, and keep them
    in the monitor file."""
    about = theme(theme_code)
    progress.report(0.0, tr("Fetching districts from GeoFA"))
    client = client_of(server_of(settings.geofa_url), settings, feedback)
    part = Part(progress, 0.0, 0.8)
    can_refresh = not as_of and wanted.grade is None
    plain = area_set_id(about, wanted)
    kept = None
    for identifier in (municipal_id(plain, wanted.municipality), plain) if can_refresh else ():
        kept = kept or _kept(monitor, identifier, wanted.municipality)
    if kept is not None:
        area_set, news = refreshed(kept, client, about, wanted, part)
    else:
        table = (
            client.as_of(about, wanted, as_of, part)
            if as_of
            else client.districts(about, wanted, part)
        )
        area_set, news = as_area_set(table, about, wanted, client.server.address, as_of), ""
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
    municipality: str = "",
) -> KeptAreas:
    """Keep the areas of ``municipality`` (empty: nobody knows) that a layer shows in the monitor
    file."""
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
    return _keep(replace(area_set, municipality=municipality), monitor, progress)


def _keep(area_set: AreaSet, monitor: Path, progress: Progress) -> KeptAreas:
    faults = partition_faults(area_set, progress) if area_set.kind == "partition" else []
    checkpoint(progress)
    store = MonitorFile(monitor)
    area_set = replace(area_set, id=id_in_file(area_set, store.areas.find))
    tell_changed_boundaries(store, area_set, progress)
    store.areas.save([area_set])
    return KeptAreas(store.areas.load(area_set.id), faults)


def rename_set(monitor: Path, identifier: str, name: str, project: QgsProject) -> str:
    """Give an area set of the monitor file another name, and its layers; the name as it is kept.

    Raises:
        InputError: it is no name. StoreError: nothing is changed.
    """
    store = MonitorFile(monitor)
    before = store.areas.load(identifier).name
    store.areas.rename(identifier, name)
    called = store.areas.load(identifier).name
    for layer in layers_of_set(project, identifier):
        if layer.name().startswith(before):
            layer.setName(called + layer.name()[len(before) :])
    return called


def remove_set(monitor: Path, identifier: str, project: QgsProject) -> str:
    """Take an area set out of the monitor file, and its layers out of the project; its name.

    Raises:
        InputError: it has figures, or an edition shows it. StoreError: nothing is changed.
    """
    store = MonitorFile(monitor)
    name = store.areas.load(identifier).name
    store.areas.remove(identifier)
    project.removeMapLayers([layer.id() for layer in layers_of_set(project, identifier)])
    return name
