"""Loading, unloading, and what happens before anything is asked of the plugin."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from tests.package import ROOT

KEPT = []


class Started(QObject):
    """Tells that QGIS has started."""

    ran = pyqtSignal()


class Iface:
    """The few calls the plugin makes; an unknown one fails."""

    def __init__(self):
        self.window = QMainWindow()
        self.menu, self.toolbar, self.docks, self.drops, self.locators = [], [], [], [], []
        self.layer_actions, self.layers, self.options, self.active = [], [], [], None
        from qgis.gui import QgsMapCanvas, QgsMessageBar

        self.canvas, self.bar = QgsMapCanvas(), QgsMessageBar()
        self.keys, self.started = [], Started()

    def mainWindow(self):
        return self.window

    def registerMainWindowAction(self, action, shortcut):
        action.setShortcut(shortcut)
        self.keys.append(action)

    def unregisterMainWindowAction(self, action):
        self.keys.remove(action)

    def addTabifiedDockWidget(self, area, dock, beside, raised):
        self.docks.append(dock)
        self.window.addDockWidget(area, dock)

    @property
    def initializationCompleted(self):
        return self.started.ran

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def registerCustomDropHandler(self, handler):
        self.drops.append(handler)

    def unregisterCustomDropHandler(self, handler):
        self.drops.remove(handler)

    def registerLocatorFilter(self, locator):
        self.locators.append(locator)

    def deregisterLocatorFilter(self, locator):
        self.locators.remove(locator)

    def addCustomActionForLayerType(self, action, menu, kind, everywhere):
        self.layer_actions.append(action)

    def addCustomActionForLayer(self, action, layer):
        self.layers.append(layer.id())

    def removeCustomActionForLayerType(self, action):
        self.layer_actions.remove(action)

    def activeLayer(self):
        return self.active

    def registerOptionsWidgetFactory(self, factory):
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.options.remove(factory)

    def addPluginToVectorMenu(self, name, action):
        self.menu.append(action)

    def removePluginVectorMenu(self, name, action):
        self.menu.remove(action)

    def addToolBarIcon(self, action):
        self.toolbar.append(action)

    def removeToolBarIcon(self, action):
        self.toolbar.remove(action)

    def removeDockWidget(self, dock):
        self.docks.remove(dock)
        self.window.removeDockWidget(dock)


def test_the_plugin_loads_and_unloads_cleanly_twice():
    import geofa_sociodemografi

    registry = QgsApplication.processingRegistry()
    own = registry.providerById("sociodemografi")
    iface = Iface()
    before = [p.id() for p in registry.providers()]
    registry.removeProvider(own)
    try:
        for _ in range(2):
            plugin = geofa_sociodemografi.classFactory(iface)
            plugin.initGui()
            assert registry.providerById("sociodemografi") is not None
            iface.menu[0].setChecked(True)
            assert len(iface.docks) == 1
            iface.menu[0].setChecked(False)
            plugin.unload()
            assert (iface.menu, iface.toolbar, iface.docks, iface.keys) == ([], [], [], [])
            assert (iface.layer_actions, iface.options, iface.locators) == ([], [], [])
            assert registry.providerById("sociodemografi") is None
            QgsProject.instance().clear()
    finally:
        KEPT.append(geofa_sociodemografi.classFactory(None))
        KEPT[0].initProcessing()
    assert sorted(p.id() for p in registry.providers()) == sorted(before)


def test_a_shortcut_leads_into_the_panel_and_it_stands_there_again_after_a_restart():
    import geofa_sociodemografi

    registry, iface = QgsApplication.processingRegistry(), Iface()
    registry.removeProvider(registry.providerById("sociodemografi"))
    plugin = geofa_sociodemografi.classFactory(iface)
    try:
        plugin.initGui()
        iface.window.show()
        (key,) = iface.keys
        assert not iface.docks and not key.shortcut().isEmpty()
        key.trigger()
        (dock,) = iface.docks
        QApplication.setActiveWindow(iface.window)
        QApplication.processEvents()
        assert dock.isVisible() and iface.menu[0].isChecked()
        assert dock.isAncestorOf(iface.window.focusWidget())
        plugin.unload()
        again = Iface()
        plugin = geofa_sociodemografi.classFactory(again)
        plugin.initGui()
        assert not again.docks, "QGIS is still starting"
        again.started.ran.emit()
        assert len(again.docks) == 1
        again.menu[0].setChecked(False)
        plugin.unload()
        last = Iface()
        plugin = geofa_sociodemografi.classFactory(last)
        plugin.initGui()
        last.started.ran.emit()
        assert not last.docks, "it was closed"
    finally:
        plugin.unload()
        KEPT.append(geofa_sociodemografi.classFactory(None))
        KEPT[-1].initProcessing()


def python(code, **environment):
    """Run ``code`` in a fresh Python with QGIS; returns what it prints."""
    import os

    preamble = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    done = subprocess.run(
        [sys.executable, "-c", preamble + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_nothing_heavy_is_imported_and_nothing_is_asked_of_the_network_at_start():
    out = python("""
        from tests import package
        import socket
        def refuse(*_): raise AssertionError("network at start-up")
        socket.socket.connect = refuse
        from tests.qgis.test_plugin import Iface
        from qgis.core import QgsApplication
        app = QgsApplication([], True); app.initQgis()
        before = set(sys.modules)
        import geofa_sociodemografi
        plugin = geofa_sociodemografi.classFactory(Iface()); plugin.initGui()
        heavy = {"pandas", "numpy", "scipy", "matplotlib", "requests", "osgeo"} & (set(sys.modules) - before)
        print("heavy:", sorted(heavy))
        plugin._action.setChecked(True)
        heavy = {"pandas", "numpy", "scipy", "matplotlib", "requests", "osgeo"} & (set(sys.modules) - before)
        print("heavy in the dock:", sorted(heavy)); plugin.unload(); sys.stdout.flush()
        import os; os._exit(0)
    """)
    assert "heavy: []" in out and "heavy in the dock: []" in out


NOT_AT_START = (
    # rooms that compute
    "core.areas",
    "core.assessment",
    "core.example",
    "core.index",
    "core.measures",
    "core.pipeline",
    "core.protection",
    "core.statbank",
    "core.store",
    "core.gis.jobs",
    "core.gis.maps",
    # what compute alone needs
    "core.gis.host.network",
    "core.gis.host.project_state",
    "core.periods",
    "core.processing.index.given",
    "core.registers.column_names",
    "core.registers.columns",
    "core.registers.delivery",
    "core.registers.tables",
    "core.registers.texts",
    "core.registers.written",
    # classes made of the catalogue, of which parameters ask ids and names
    "core.catalogue.index.definitions",
    "core.catalogue.index.traits",
    "core.catalogue.indicators.comparators",
    "core.catalogue.indicators.definitions",
    "core.catalogue.indicators.facets",
    "core.catalogue.law.municipalities",
    "core.catalogue.own",
    "core.catalogue.protection.rules",
    # the dock
    "ui.dock",
    "ui.session",
)
"""What QGIS' start has no need of, and would wait for."""
READ_AT_START = 26
"""So many files of the catalogue are read for the parameters of all algorithms."""


def test_what_the_start_must_not_load_is_there():
    paths = [ROOT / name.replace(".", "/") for name in NOT_AT_START]
    assert [one for one in paths if not (one.is_dir() or one.with_suffix(".py").exists())] == []


def test_the_start_waits_for_nothing_that_only_a_page_or_a_run_needs():
    out = python("""
        from tests import package
        from tests.qgis.test_plugin import Iface
        from qgis.core import QgsApplication
        app = QgsApplication([], True); app.initQgis()
        import geofa_sociodemografi
        plugin = geofa_sociodemografi.classFactory(Iface()); plugin.initGui()
        from geofa_sociodemografi.core.catalogue import files
        print("LOADED", *sorted(sys.modules))
        print("READ", files.read.cache_info().currsize)
        plugin.unload(); sys.stdout.flush()
        import os; os._exit(0)
    """)
    said = dict(
        line.split(" ", 1) for line in out.splitlines() if line.startswith(("LOADED", "READ"))
    )
    loaded = [
        name.partition(".")[2]
        for name in said["LOADED"].split()
        if name.startswith("geofa_sociodemografi.")
    ]
    assert "core.processing.index.composite_index" in loaded
    early = [
        name for name in loaded if f"{name}.".startswith(tuple(f"{one}." for one in NOT_AT_START))
    ]
    assert early == []
    assert int(said["READ"]) <= READ_AT_START


def test_nothing_of_an_earlier_load_is_left_when_qgis_loads_the_plugin_again(tmp_path):
    (tmp_path / "geofa_sociodemografi").symlink_to(ROOT)
    out = python(f"""
        sys.path.insert(0, {str(tmp_path)!r})
        from tests.qgis.test_plugin import Iface
        for name in [name for name in sys.modules if name.startswith("geofa_sociodemografi")]:
            del sys.modules[name]
        from qgis.core import QgsApplication
        app = QgsApplication([], True); app.initQgis()
        from qgis import utils
        utils.iface, utils.plugin_paths = Iface(), [{str(tmp_path)!r}]
        utils.updateAvailablePlugins()
        loads = []
        for _ in range(2):
            assert utils.loadPlugin("geofa_sociodemografi"), "load"
            assert utils.startPlugin("geofa_sociodemografi"), "start"
            from geofa_sociodemografi.core.registers.workbooks import cell_reader
            print("workbooks:", cell_reader.installed() is not None)
            loads.append({{id(module): module for name, module in list(sys.modules.items())
                           if name.startswith("geofa_sociodemografi")}})
            assert utils.unloadPlugin("geofa_sociodemografi"), "unload"
        both = [module.__name__ for key, module in loads[0].items() if key in loads[1]]
        print("left:", both); sys.stdout.flush()
        import os; os._exit(0)
    """)
    assert out.count("workbooks: True") == 2 and "left: []" in out, out


@pytest.mark.parametrize("package", ["pandas", "requests"])
def test_without_a_package_the_plugin_loads_and_says_what_is_missing(package):
    out = python(f"""
        from tests import package
        from tests.commands.application import start_qgis
        sys.modules[{package!r}] = None
        app, plugin = start_qgis()
        from qgis.core import QgsProject
        from geofa_sociodemografi.core.gis.host.project_state import ProjectState, save_state
        save_state(QgsProject.instance(), ProjectState(monitor={str(ROOT / "metadata.txt")!r}, area_sets=["a"]))
        from qgis.core import QgsApplication, QgsProcessingException
        import processing
        algorithm = QgsApplication.processingRegistry().algorithmById("sociodemografi:countindicators")
        print(algorithm.canExecute())
        from geofa_sociodemografi.ui.dock import SociodemografiDock
        dock = SociodemografiDock()
        print("BAR", dock.bar.currentItem().text())
        try:
            processing.run("sociodemografi:examplemunicipality", {{"RESIDENTS": 1000, "MONTHS": 1, "SEED": 1,
                           "OUTPUT": "TEMPORARY_OUTPUT"}})
        except QgsProcessingException as error:
            print("RUN", error)
        sys.stdout.flush()
        import os; os._exit(0)
    """)
    assert f"needs the Python package {package}" in out and f"apt install python3-{package}" in out
    assert out.count(package) >= 3 and "BAR" in out and "RUN" in out


@pytest.mark.parametrize("locale", ["da", "en", ""])
def test_every_locale_works_also_none(locale):
    out = python(
        """
        from tests import package
        from tests.commands.application import start_qgis
        import os
        from qgis.core import QgsApplication
        QgsApplication.locale = staticmethod(lambda: os.environ["TEST_LOCALE"])
        app, plugin = start_qgis()
        print(QgsApplication.processingRegistry().algorithmById("sociodemografi:runmonitor").displayName())
        sys.stdout.flush()
        import os; os._exit(0)
    """,
        LANG="C.UTF-8",
        TEST_LOCALE=locale,
    )
    assert out.strip() == ("Kør monitoren" if locale == "da" else "Run the monitor")
