"""The map beside the panel: it shows what is chosen, and nothing else of the plugin's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Optional

from qgis.core import QgsCoordinateTransform, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ...core.errors import SociodemografiError
from ...core.packages import NEEDED, missing
from .choice import CHANGE, INDEX, INDICATOR, LAW

if TYPE_CHECKING:
    from ...core.gis.maps.figure_layer import FigureLayer
    from ...core.gis.maps.index_layer import LiveIndexLayer
    from ..session import Session
    from .table import ShownTable

AROUND, BESIDE = 4.0, 1.1
"""How much wider than an area, and than all areas, the map is that looks at it."""
MOMENT_MS = 300
"""QGIS zooms to the first layer of an empty project a moment later; the areas matter."""


class ShownMap(QObject):
    """Draws the session's choice as one layer of the project, and follows what is selected there.

    Attributes:
        layer: what is shown; None where there is nothing.
        by_dynamics: an index is coloured by status and dynamics, where it has both.
    """

    def __init__(self, session: "Session", table: "ShownTable"):
        super().__init__(session)
        self._session, self._table = session, table
        self.layer: Optional[QgsVectorLayer] = None
        self.by_dynamics = False
        self._live: Optional[LiveIndexLayer] = None
        self._figures: Optional[FigureLayer] = None
        self._look = False
        session.replaced.connect(self._replaced)
        session.changed.connect(self.draw)
        session.shown.changed.connect(self.draw)
        session.shown.picked.connect(self._select)

    def stop(self) -> None:
        """The panel goes: what it drew from memory goes with it."""
        if missing(*NEEDED):
            return
        from ...core.gis.maps.project_layers import live_layers

        self.follow(None)
        QgsProject.instance().removeMapLayers(live_layers(QgsProject.instance()))

    # -- drawing -------------------------------------------------------------------------------

    def _replaced(self) -> None:
        """Another project or file is open: what was drawn from memory goes, and the areas are
        looked at where the user opened a file; a project shows what it was saved with."""
        self._live = self._figures = None
        self.follow(None)
        self._table.end_trial()
        reading = self._session.reading_project
        self._look = self._session.looks
        if missing(*NEEDED):
            return
        # while a project is read QGIS does not hear that a layer goes: its snapping settings keep
        # the address, and the next save of the project crashes (3.22)
        if reading:
            QTimer.singleShot(0, self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        from ...core.gis.maps.project_layers import live_layers

        project = QgsProject.instance()
        project.removeMapLayers(live_layers(project))
        self.draw()

    def draw(self) -> None:
        """Let the map show the choice; layers that are not there, or no longer, are made anew."""
        shown = self._session.shown
        if missing(*NEEDED) or not shown.area_set or self._session.reading_project:
            return
        from ...core.gis.maps.figure_layer import remove_figures
        from ...core.gis.maps.index_layer import remove_live
        from ...core.gis.maps.project_layers import show_alone

        project = QgsProject.instance()
        draws: Dict[str, Callable[[], Optional[QgsVectorLayer]]] = {
            LAW: self._law,
            INDEX: self._index,
            INDICATOR: self._of_figures,
            CHANGE: self._of_figures,
        }
        try:
            layer = draws[shown.theme]()
        except SociodemografiError as error:
            self._session.failed.emit(error)
            layer = None
        if shown.theme != INDEX or self._table.trial is None:
            self._live = None
            remove_live(project)
        if shown.theme not in (INDICATOR, CHANGE):
            self._figures = None
            remove_figures(project)
        show_alone(project, layer)
        self.follow(layer)
        self._select()
        if self._look and layer is not None:
            self._look = False
            QTimer.singleShot(MOMENT_MS, self.zoom)

    def draw_where_removed(self) -> None:
        """Make the layer anew where the user has taken it out of the project."""
        if self.layer is None:
            self.draw()

    def _law(self) -> Optional[QgsVectorLayer]:
        from ...core.gis.maps.layers import publish_risk_maps, show_period
        from ...core.gis.maps.project_layers import ROLE_RISK, existing

        session, shown = self._session, self._session.shown
        if shown.period not in session.judged.get(shown.area_set, ()):
            return None
        project = QgsProject.instance()
        layer = existing(project, ROLE_RISK, shown.area_set)
        if layer is None or not layer.isValid():
            self._look = self._look or layer is None
            store = session.monitor()
            periods = {one for judged in session.judged.values() for one in judged}
            sets = [store.areas.load(one) for one in session.judged]
            publish_risk_maps(project, store, sets, sorted(periods))
            layer = existing(project, ROLE_RISK, shown.area_set)
        if layer is not None:
            show_period(layer, shown.area_set, shown.set_name, shown.period)
        return layer

    def _index(self) -> Optional[QgsVectorLayer]:
        from ...core.gis.maps.index_layer import LiveIndexLayer, publish_index, publish_live

        shown, trial, definition = self._session.shown, self._table.trial, self._table.index()
        if definition is None or self._table.table() is None:
            return None
        project = QgsProject.instance()
        if trial is None or trial.kept or trial.period != shown.period:
            self._live = None
            return publish_index(
                project,
                self._session.monitor(),
                definition,
                self._table.areas(),
                shown.period,
                self.by_dynamics,
            )
        live = self._live
        # an area set of the same id may have other areas since
        if live is None or live.areas is not trial.area_set or project.mapLayer(live.id) is None:
            live = LiveIndexLayer(trial.area_set)
        self._live = live
        live.show(trial.scores, definition, self.by_dynamics, trial.period)
        if project.mapLayer(live.id) is None:
            publish_live(project, live)
        return live.layer

    def _of_figures(self) -> Optional[QgsVectorLayer]:
        from ...core.gis.maps.figure_layer import FigureLayer, publish_figures

        table, indicator = self._table.table(), self._table.indicator()
        if table is None or indicator is None:
            return None
        areas, figures, project = self._table.areas(), self._figures, QgsProject.instance()
        if figures is None or figures.areas is not areas or not project.mapLayer(figures.id):
            figures = FigureLayer(areas)
        self._figures = figures
        change = self._session.shown.theme == CHANGE
        figures.show(table, indicator.unit, self._table.ends(), change)
        publish_figures(project, figures)
        return figures.layer

    # -- following -----------------------------------------------------------------------------

    def follow(self, layer: Optional[QgsVectorLayer]) -> None:
        """Listen to what is selected on ``layer``, and no longer to the one before."""
        if layer is self.layer:
            return
        if self.layer is not None:
            self.layer.selectionChanged.disconnect(self._selected)
            self.layer.willBeDeleted.disconnect(self._forget)
        self.layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._selected)
            layer.willBeDeleted.connect(self._forget)

    def _forget(self) -> None:
        self.layer = None

    def _selected(self, *_: object) -> None:
        features = self.layer.selectedFeatures() if self.layer is not None else []
        if len(features) == 1:
            self._session.shown.pick(str(features[0]["area_id"]))

    def _select(self) -> None:
        """Select the area that is looked at, and tell nobody."""
        if self.layer is None:
            return
        from ...core.gis.maps.project_layers import area_expression

        self.layer.selectionChanged.disconnect(self._selected)
        if self._session.shown.area:
            self.layer.selectByExpression(area_expression(self._session.shown.area))
        else:
            self.layer.removeSelection()
        self.layer.selectionChanged.connect(self._selected)

    # -- looking -------------------------------------------------------------------------------

    def zoom(self) -> None:
        """Let the map show the areas of the shown set."""
        self.draw_where_removed()
        if self.layer is not None:
            from ...core.gis.maps.project_layers import extent_of

            self._look_at(extent_of(self.layer), BESIDE)

    def look_at_area(self) -> None:
        """Let the map show the area that is looked at, and what lies around it."""
        if self.layer is None or not self._session.shown.area:
            return
        from ...core.gis.maps.project_layers import area_expression

        self.layer.selectByExpression(area_expression(self._session.shown.area))
        self._look_at(self.layer.boundingBoxOfSelected(), AROUND)

    def _look_at(self, extent: QgsRectangle, scale: float) -> None:
        canvas = self._session.canvas
        if canvas is None or self.layer is None or extent.isEmpty():
            return
        crs, project = canvas.mapSettings().destinationCrs(), QgsProject.instance()
        box = QgsCoordinateTransform(self.layer.crs(), crs, project).transformBoundingBox(extent)
        box.scale(scale)
        canvas.setExtent(box)
        canvas.refresh()
