"""The composition root: builds everything in ``initGui`` and undoes it in reverse in ``unload``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .core.gis.host import translation
from .core.gis.host.settings import panel_is_known, panel_was_open, remember_panel
from .core.i18n import tr
from .core.processing.provider import SociodemografiProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .core.gis.districts.browser import GeofaBrowser
    from .ui.dock import SociodemografiDock
    from .ui.host.places import Places

ICON = Path(__file__).resolve().parent / "resources" / "icons" / "sociodemografi.svg"
MENU = "GeoFA Sociodemografi"
SHORTCUT = "Ctrl+Alt+B"
"""Leads the keyboard into the panel; it can be changed in QGIS' own list of shortcuts."""


class SociodemografiPlugin:
    """What QGIS loads. Works without a window too: then only ``initProcessing`` is called."""

    def __init__(self, iface: "Optional[QgisInterface]"):
        self._iface = iface
        self._translator = translation.install()
        self._provider: Optional[SociodemografiProvider] = None
        self._action: Optional[QAction] = None
        self._focus: Optional[QAction] = None
        self._dock: "Optional[SociodemografiDock]" = None
        self._browser: "Optional[GeofaBrowser]" = None
        self._finders: Tuple[object, ...] = ()
        self._places: "Optional[Places]" = None

    def initProcessing(self) -> None:  # noqa: N802
        """Offer the algorithms; also called by qgis_process."""
        self._provider = SociodemografiProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Offer the algorithms and the dock; the dock itself is built when it is first shown."""
        self.initProcessing()
        self._action = QAction(QIcon(str(ICON)), MENU, self._iface.mainWindow())
        self._action.setObjectName("geofa_sociodemografi_dock")
        self._action.setCheckable(True)
        self._action.setToolTip(tr("Follow districts and housing areas month by month"))
        self._action.toggled.connect(self._show_dock)
        self._iface.addPluginToVectorMenu(MENU, self._action)
        self._iface.addToolBarIcon(self._action)
        self._focus = QAction(tr("Go to the panel GeoFA Sociodemografi"), self._iface.mainWindow())
        self._focus.setObjectName("geofa_sociodemografi_focus")
        self._focus.triggered.connect(self._go_to_panel)
        self._iface.registerMainWindowAction(self._focus, SHORTCUT)
        if panel_was_open():
            self._iface.initializationCompleted.connect(self._reopen)
        self._offer_themes()
        self._offer_places()
        self._tidy()

    @staticmethod
    def _tidy() -> None:
        """End, in the background, a publishing during which QGIS died."""
        from .core.gis.editions import unfinished
        from .core.gis.host import tasks

        def nobody(*_: object) -> None:
            """Nobody is told."""

        if unfinished.is_remembered():
            tasks.start(
                tasks.WorkTask(
                    tr("Ending a publishing that was broken off"),
                    lambda progress, feedback: unfinished.tidy_all(),
                    nobody,
                    nobody,
                    nobody,
                )
            )

    def _offer_themes(self) -> None:
        """GeoFA in the Browser and in the locator."""
        from qgis.gui import QgsGui

        from .core.gis.districts.browser import GeofaBrowser
        from .ui.areas.find_theme import ThemeActions, ThemeDrop, ThemeLocator, open_theme

        opened = partial(open_theme, self._iface)
        self._browser = GeofaBrowser(QIcon(str(ICON)))
        QgsApplication.dataItemProviderRegistry().addProvider(self._browser)
        drop, actions, locator = ThemeDrop(opened), ThemeActions(opened), ThemeLocator(opened)
        self._iface.registerCustomDropHandler(drop)
        QgsGui.dataItemGuiProviderRegistry().addProvider(actions)
        self._iface.registerLocatorFilter(locator)
        self._finders = (drop, actions, locator)

    def _withdraw_themes(self) -> None:
        if not self._finders:
            return
        from qgis.gui import QgsGui

        drop, actions, locator = self._finders
        self._iface.deregisterLocatorFilter(locator)
        QgsGui.dataItemGuiProviderRegistry().removeProvider(actions)
        self._iface.unregisterCustomDropHandler(drop)
        QgsApplication.dataItemProviderRegistry().removeProvider(self._browser)
        self._browser, self._finders = None, ()

    def _offer_places(self) -> None:
        """Functions, the locator of areas, the layers' menu, and the page in the options."""
        from .ui.host.places import Places

        self._places = Places(self._iface, QIcon(str(ICON)), self._panel, self._settings_changed)

    def _panel(self) -> "SociodemografiDock":
        """The panel, shown."""
        self._action.setChecked(True)
        return self._dock

    def _settings_changed(self) -> None:
        """The panel, which saves them all, must not bring the old ones back."""
        if self._dock is not None:
            from .ui.host.options import take_over

            take_over(self._dock.session.settings)
            self._dock.session.changed.emit()

    def _show_dock(self, wanted: bool) -> None:
        if self._dock is None:
            if not wanted:
                return
            from .ui.dock import SociodemografiDock

            self._dock = SociodemografiDock(self._iface)
            window = self._iface.mainWindow()
            right = Qt.DockWidgetArea.RightDockWidgetArea
            self._iface.addTabifiedDockWidget(right, self._dock, [], True)
            window.restoreDockWidget(self._dock)
            if not panel_is_known():
                window.resizeDocks([self._dock], [self._dock.WIDTH], Qt.Orientation.Horizontal)
            self._dock.closed.connect(self._uncheck)
            self._places.follow(self._dock)
        self._dock.setVisible(wanted)
        if wanted:
            self._dock.raise_()
        remember_panel(wanted)

    def _reopen(self) -> None:
        """QGIS has started, and the panel stood there when it ended."""
        self._action.setChecked(True)

    def _go_to_panel(self) -> None:
        """Show the panel, and let the keyboard work there."""
        self._action.setChecked(True)
        self._dock.take_focus()

    def _uncheck(self) -> None:
        self._action.setChecked(False)

    def unload(self) -> None:
        """Undo ``initGui`` in reverse; running work is cancelled."""
        from .core.gis.host import tasks

        tasks.end_all()
        if self._places is not None:
            self._places.remove()
            self._places = None
        self._withdraw_themes()
        if self._dock is not None:
            self._dock.disconnect_project()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._focus is not None:
            self._iface.unregisterMainWindowAction(self._focus)
            self._focus.deleteLater()
            self._focus = None
        if self._action is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.removePluginVectorMenu(MENU, self._action)
            self._action.deleteLater()
            self._action = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        translation.remove(self._translator)
        self._translator = None
