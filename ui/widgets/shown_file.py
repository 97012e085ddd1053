"""Map and pages show a monitor file that has just been changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from qgis.core import QgsProject

from ..session import Session

if TYPE_CHECKING:
    from ...core.areas.area_set import AreaSet
    from ...core.store.results import Results


def show_file(session: Session, area_sets: "Sequence[AreaSet]", results: "Results") -> None:
    """Let the map show every period that is judged, the newest in front, and the pages
    ``results``; where nothing is judged any more, the layers go.

    Raises:
        StoreError: the file cannot be shown.
    """
    from ...core.gis.maps.layers import publish_risk_maps
    from ...core.gis.maps.project_layers import remove_layers
    from ...core.store.monitor_file import MonitorFile

    project, periods = QgsProject.instance(), results.judged_periods
    session.state.shown_period = periods[-1] if periods else ""
    shown = [area_set for area_set in area_sets if area_set.id in results.judged]
    if shown:
        publish_risk_maps(project, MonitorFile(session.state.monitor), shown, periods)
    remove_layers(project, [one.id for one in area_sets if one not in shown])
    session.take(results)
    session.save()
