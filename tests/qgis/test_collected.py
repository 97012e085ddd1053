"""Pages and algorithms say themselves what they are, and are found without a list of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from pathlib import Path

import geofa_sociodemografi
import pytest
from geofa_sociodemografi.core import processing
from geofa_sociodemografi.core.collecting import stated_in
from geofa_sociodemografi.core.processing.base import SociodemografiAlgorithm
from geofa_sociodemografi.ui.dock import page_classes
from geofa_sociodemografi.ui.widgets.page import Page
from qgis import utils
from qgis.core import QgsApplication

from tests.package import NAME, ROOT
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)

LINE = [
    "start",
    "since",
    "areas",
    "data",
    "calculation",
    "assessment",
    "change",
    "map",
    "disclosure",
    "registration",
]
ALGORITHMS = {
    "change": {"crosswalk", "matrix", "series"},
    "districts": {
        "checkdistricts",
        "comparegeofa",
        "geofacoverage",
        "geofauploadfile",
        "loadtheme",
        "sendgeofa",
    },
    "editions": {
        "auditrelease",
        "drawnareas",
        "exportpackage",
        "importpackage",
        "protect",
        "publishedition",
    },
    "index": {"compositeindex", "neighbours", "stability"},
    "law": {"assesscriteria", "whatif"},
    "maps": {"stylerisk"},
    "registers": {
        "addperiod",
        "checkregister",
        "countindicators",
        "examplemunicipality",
        "importregister",
        "runmonitor",
        "statbank",
        "undoperiod",
    },
}
"""Group → ids. An id is in models, scripts and histories of municipalities: it never changes."""


def test_the_pages_stand_in_the_line_they_state():
    classes = page_classes()
    assert [page.ID for page in classes] == LINE
    assert all(count == 1 for count in Counter(page.PLACE for page in classes).values())


def test_every_folder_with_a_page_states_one():
    stated = {page.__module__: page for page in page_classes()}
    written = {f"{NAME}.ui.{file.parent.name}.page" for file in ROOT.glob("ui/*/page.py")}
    assert set(stated) == written - {Page.__module__}
    for name, page in stated.items():
        assert name.split(".")[-2] == page.ID and page.PLACE >= 0 and page.title()
        assert {"ID", "PLACE", "title"} <= set(vars(page)), name


def test_pages_name_pages_that_are_there(dock):  # noqa: F811
    asked = []
    for page in dock.pages:
        page.wanted.connect(asked.append)
    dock.page("areas").register.click()
    assert asked == ["registration"] and dock.stack.currentWidget() is dock.page("registration")
    assert {page.goes_on_to() for page in dock.pages} <= {"", *LINE}
    with pytest.raises(KeyError):
        dock.page("law")


def test_the_dock_stops_every_page(dock, monkeypatch):  # noqa: F811
    stopped = []
    for page in dock.pages:
        monkeypatch.setattr(page, "stop", lambda name=page.ID: stopped.append(name))
    dock.disconnect_project()
    assert stopped == LINE
    dock.disconnect_project = lambda: None  # the fixture would do it again


def test_the_algorithms_are_those_of_the_release_before_in_groups_that_follow_the_folders():
    provider = QgsApplication.processingRegistry().providerById("sociodemografi")
    found = {}
    for algorithm in provider.algorithms():
        found.setdefault(algorithm.groupId(), set()).add(algorithm.name())
    assert found == ALGORITHMS and sum(map(len, found.values())) == 29
    names = {algorithm.groupId(): algorithm.group() for algorithm in provider.algorithms()}
    assert names == {
        "change": "Change over time",
        "districts": "Districts",
        "editions": "Editions",
        "index": "Index",
        "law": "The law",
        "maps": "Maps",
        "registers": "Registers",
    }


def test_every_algorithm_states_its_id_and_has_its_help():
    for entry in pkgutil.walk_packages(processing.__path__, f"{processing.__name__}."):
        importlib.import_module(entry.name)
    stated = stated_in(processing.__name__, SociodemografiAlgorithm)
    written = [
        one
        for kind in SociodemografiAlgorithm.__subclasses__()
        for one in (kind, *kind.__subclasses__())
        if one.__module__.startswith(processing.__name__)
    ]
    assert sorted(stated, key=repr) == sorted(written, key=repr)
    assert all(count == 1 for count in Counter(one.ID for one in stated).values())
    for language in ("da", "en"):
        helped = {file.stem for file in (ROOT / "resources" / "help" / language).iterdir()}
        assert helped == {one.ID for one in stated}


def test_what_is_collected_is_known_to_qgis_as_the_plugins(monkeypatch):
    """QGIS forgets the modules of a plugin that is updated; one it does not know would stay as it was."""
    monkeypatch.setattr(utils, "available_plugins", [NAME])
    monkeypatch.setattr(utils, "_plugin_modules", {})
    collected = page_classes() + stated_in(processing.__name__, SociodemografiAlgorithm)
    folders = {one.__module__.rpartition(".")[0] for one in collected}
    assert folders | {one.__module__ for one in collected} <= utils._plugin_modules[NAME]


def test_every_picture_that_a_page_states_is_there():
    """QGIS answers with an empty button where it has no picture of that name."""
    stated = {page.ICON for page in page_classes() if page.ICON}
    assert stated and not {name for name in stated if QgsApplication.getThemeIcon(name).isNull()}


def test_classes_are_found_where_the_plugin_lies(tmp_path):
    """Nothing but the folders themselves is asked, wherever a package was unpacked."""
    assert Path(geofa_sociodemografi.__file__).parent == ROOT
    package = tmp_path / "town"
    (package / "hall").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "hall" / "__init__.py").touch()
    (package / "hall" / "page.py").write_text(
        f"from {Page.__module__} import Page\nclass Hall(Page):\n    ID = 'hall'\n"
        "class Part(Page):\n    pass\n"
    )
    (package / "hall" / "other.py").write_text("raise SystemError")
    import sys

    sys.path.insert(0, str(tmp_path))
    try:
        assert [one.__name__ for one in stated_in("town", Page, only="page")] == ["Hall"]
    finally:
        sys.path.remove(str(tmp_path))
