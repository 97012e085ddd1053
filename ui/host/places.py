"""Everything the plugin adds to QGIS outside its panel, put there and taken back in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Sequence, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtGui import QIcon

from ...core.gis.expressions.functions import Functions
from .find_area import AreaLocator
from .layer_menu import LayerMenu

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..dock import SociodemografiDock


class Places:
    """Functions in expressions, areas in the locator, the menu of the layers, and a page in the
    options.

    Args:
        panel: gives the panel, shown; it is made where it was not. settings_changed: is told when
            settings were saved in the options.
    """

    def __init__(
        self,
        iface: "QgisInterface",
        icon: QIcon,
        panel: "Callable[[], SociodemografiDock]",
        settings_changed: Callable[[], object],
    ) -> None:
        from .options import OptionsFactory

        self._iface, self._panel = iface, panel
        self.functions = Functions()
        self.locator = AreaLocator(self._areas, self.show_area)
        iface.registerLocatorFilter(self.locator)
        self.menu = LayerMenu(iface, icon, self.show_area)
        self.options = OptionsFactory(icon, settings_changed)
        iface.registerOptionsWidgetFactory(self.options)
        project = QgsProject.instance()
        project.readProject.connect(self.follow_project)
        project.cleared.connect(self.follow_project)
        if project.fileName():  # the plugin is loaded while a project is open
            self.follow_project()

    def remove(self) -> None:
        """Take it all back, in reverse."""
        project = QgsProject.instance()
        project.cleared.disconnect(self.follow_project)
        project.readProject.disconnect(self.follow_project)
        self._iface.unregisterOptionsWidgetFactory(self.options)
        self.menu.remove()
        self._iface.deregisterLocatorFilter(self.locator)
        self.functions.remove()

    def follow_project(self, *_: object) -> None:
        """Answer from the monitor file of the project that is open."""
        from ...core.gis.host.project_state import load_state

        self.functions.open(load_state(QgsProject.instance()).monitor)

    def follow(self, panel: "SociodemografiDock") -> None:
        """Answer from the file that is open in the ``panel`` from now on."""
        panel.session.changed.connect(lambda: self.functions.open(panel.session.state.monitor))
        self.functions.open(panel.session.state.monitor)

    def show_area(self, area_set: str, area: str) -> None:
        """The area on the map, and its card in the panel."""
        panel = self._panel()
        panel.session.shown.pick(area, area_set)
        panel.go_to("map")
        panel.session.map.look_at_area()

    def _areas(self) -> Sequence[Tuple[str, str, str]]:
        return [] if self.functions.lookup is None else self.functions.lookup.areas()
