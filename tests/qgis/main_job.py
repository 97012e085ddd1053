"""The main job in a QGIS that lacks a package: ``python -m tests.qgis.main_job <package> <folder>``.

Through the dock (example → load → compute → map) and through Processing (count, monitor file); then what needs
scipy, at every door. Prints a line of JSON for every step. Begin it in a process of its own: a package once loaded
cannot be taken away.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geofa_sociodemografi.ui.dock import SociodemografiDock

RESIDENTS = 2_000


class Refused(MetaPathFinder):
    """An installation without ``package``."""

    def __init__(self, package: str):
        self._package = package

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == self._package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def say(step: str, **found: object) -> None:
    print(json.dumps({"step": step, **found}), flush=True)


def wait(condition, seconds=200):
    from qgis.PyQt.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def through_the_dock(folder: Path) -> "SociodemografiDock":
    """Example, registers loaded, computed, shown on the map."""
    from geofa_sociodemografi.ui.dock import SociodemografiDock
    from qgis.core import QgsProject

    dock = SociodemografiDock()
    dock.show()
    failed = []
    dock.session.failed.connect(lambda error: failed.append(str(error)))
    say("dock", scipy="scipy" in sys.modules, bar=bar_text(dock))
    dock.page("start").folder = folder / "example"
    dock.page("start").residents.setValue(RESIDENTS)
    dock.page("start").counted.setChecked(False)
    for button in (
        dock.page("start").example,
        dock.page("data").load,
        dock.page("calculation").compute,
    ):
        button.click()
        wait(lambda: not dock.session.busy)
    dock.go_to("map")
    layers = [
        one for one in QgsProject.instance().mapLayers().values() if "risk level" in one.name()
    ]
    say(
        "computed",
        failed=failed,
        areas=len(dock.page("map").areas.areas()),
        features=[layer.featureCount() for layer in layers],
    )
    dock.page("map").save_picture(folder / "map.png")
    say("map", size=(folder / "map.png").stat().st_size)
    return dock


def bar_text(dock) -> str:
    item = dock.bar.currentItem()
    return "" if item is None else item.text()


def through_processing(folder: Path) -> None:
    """Count, then count and judge into a monitor file of its own."""
    from geofa_sociodemografi.core.example.districts import HOUSING_LAYER
    from qgis.core import QgsVectorLayer

    example = folder / "example"
    common = {
        "AREAS": f"{example / 'districts.gpkg'}|layername={HOUSING_LAYER}",
        "AREA_ID_FIELD": "noegle",
        "PERSONS": str(sorted((example / "persons").iterdir())[-1]),
        "ADDRESSES": str(example / "addresses.csv"),
        "REFERENCE": str(example / "reference.csv"),
    }
    counted = run("countindicators", **common, OUTPUT="memory:", OBSERVATIONS="memory:")
    say("counted", rows=counted["OBSERVATIONS"].featureCount())
    run("runmonitor", **common, OUTPUT=str(folder / "own.gpkg"))
    layer = QgsVectorLayer(f"{folder / 'own.gpkg'}|layername=risk_map", "risk", "ogr")
    say("judged", valid=layer.isValid(), rows=layer.featureCount())


def run(identifier: str, **parameters: object) -> dict:
    import processing
    from qgis.core import QgsProcessingFeedback

    return processing.run(
        f"sociodemografi:{identifier}", parameters, feedback=QgsProcessingFeedback(False)
    )


def workbook(folder: Path) -> None:
    """A workbook written, and read again."""
    import pandas as pd
    from geofa_sociodemografi.core.gis.sources.spreadsheets import write_workbook
    from geofa_sociodemografi.core.registers.sources import file_sources

    table = pd.DataFrame({"area_id": ["a", "b"], "value": [1.5, 2.0]})
    write_workbook([("Tal", table)], folder / "tal.xlsx")
    say("workbook", rows=len(file_sources(folder / "tal.xlsx")[0].table))


def disclosure(dock, folder: Path) -> None:
    """What each door to the disclosure steps says, or gives."""
    from geofa_sociodemografi.core.errors import SociodemografiError
    from geofa_sociodemografi.core.pipeline.auditing import audit_table
    from geofa_sociodemografi.core.pipeline.drawn import drawn_areas
    from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
    from geofa_sociodemografi.core.pipeline.protecting import periods_of, prepare_edition
    from geofa_sociodemografi.core.progress import Silent
    from qgis.core import QgsApplication, QgsProcessingException

    page = dock.page("disclosure")
    dock.stack.setCurrentWidget(page)
    page.refresh()
    say("page", lacks=page.lacks(), note=page.note.text(), enabled=page.check.isEnabled())
    for name in ("protect", "publishedition", "auditrelease", "drawnareas"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"sociodemografi:{name}")
        say("algorithm", name=name, can=list(algorithm.canExecute()))
    (folder / "edition").mkdir()
    try:
        run(
            "publishedition",
            MONITOR=str(folder / "own.gpkg"),
            FOLDER=str(folder / "edition"),
            PURPOSE="Test",
        )
        say("published", files=len(list((folder / "edition").rglob("*"))))
    except QgsProcessingException as error:
        say("published", error=str(error))
    doors = {
        "prepare": lambda: prepare_edition(folder / "own.gpkg", "parter", "", "", Silent()),
        "audit": lambda: audit_table(
            folder / "own.gpkg", folder / "no.csv", "parter", "", Silent()
        ),
        "draw": lambda: drawn_areas(Inputs([], []), Choices(), "parter", b"x" * 32, Silent()),
    }
    for name, door in doors.items() if page.lacks() else ():
        try:
            door()
            say("python", door=name)
        except SociodemografiError as error:
            say("python", door=name, error=str(error))
    say("periods", count=len(periods_of(dock.session.state.monitor)))


def main(package: str, folder: Path) -> None:
    """Every step, without ``package``."""
    sys.meta_path.insert(0, Refused(package))
    from tests import package as _  # noqa: F401 (makes the plugin importable)
    from tests.commands.application import start_qgis

    kept = start_qgis()
    dock = through_the_dock(folder)
    through_processing(folder)
    workbook(folder)
    disclosure(dock, folder)
    say("done", loaded=package in sys.modules)
    del kept
    os._exit(0)  # QGIS' own clean-up can crash after everything is written


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
