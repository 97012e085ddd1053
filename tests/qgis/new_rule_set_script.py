"""What the plugin, started in a copy of it with one rule set more, makes of a criterion that it had not known: JSON.

Arguments: profile folder, the example's registers of persons, addresses, references and districts, a file with finished
figures, another with a list, and a folder to write in.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing

from tests import package  # noqa: F401 (makes the copy importable)
from tests.commands.application import start_qgis
from tests.qgis.inputs import rows


def main(profile, persons, addresses, references, districts, finished, state_list, folder):
    kept = start_qgis("en", profile)
    import processing
    from geofa_sociodemografi.core.gis.maps.style import map_tip, style_risk
    from geofa_sociodemografi.ui.calculation.page import CalculationPage
    from geofa_sociodemografi.ui.law.what_if_box import WhatIfBox
    from geofa_sociodemografi.ui.session import Session
    from qgis.core import QgsApplication, QgsProcessingFeedback, QgsVectorLayer
    from qgis.PyQt.QtWidgets import QLabel

    class Listening(QgsProcessingFeedback):
        def pushWarning(self, text):
            said.append(text)

    said, feedback = [], Listening(False)

    areas = QgsVectorLayer(f"{districts}|layername=boligomraader", "areas", "ogr")
    registers = {"AREAS": areas, "AREA_ID_FIELD": "noegle", "PERSONS": persons}
    registers.update(ADDRESSES=addresses, REFERENCE=references, PERIOD="2026-01")

    def run(name, *outputs, **parameters):
        asked = {**dict.fromkeys(outputs, "memory:"), **parameters}
        said.clear()
        return processing.run(f"sociodemografi:{name}", asked, feedback=feedback)

    counted = run("countindicators", "OUTPUT", "OBSERVATIONS", **registers)["OUTPUT"]
    assessed = run("assesscriteria", "OUTPUT", "CRITERIA", INPUT=counted, RULE_SET="2027")
    moved = run("whatif", "OUTPUT", INPUT=counted, RULE_SET="2027", FIGURE="employed", VALUE=1.0)
    table = QgsVectorLayer(finished, "finished", "ogr")
    listed = QgsVectorLayer(state_list, "list", "ogr")
    by_year = run(
        "assesscriteria",
        "OUTPUT",
        "DIFFERENCES",
        INPUT=table,
        STATE_LIST=listed,
        PERIOD_FIELD="period",
    )
    monitor = f"{folder}/monitor.gpkg"
    said_of_figures = list(said)
    run("runmonitor", **registers, RULE_SET="2027", OUTPUT=monitor)
    session = Session()
    page, what_if = CalculationPage(session), WhatIfBox(session)
    style_risk(assessed["OUTPUT"], "risk_level")
    about = QgsApplication.processingRegistry().algorithmById("sociodemografi:assesscriteria")
    with closing(sqlite3.connect(monitor)) as store:
        kept_figures = store.execute(
            "select area_id, employed, met_employed from assessments where period = '2026-01'"
        ).fetchall()
    fields = [*counted.fields().names(), *assessed["OUTPUT"].fields().names()]
    return (kept, session, page, what_if), {
        "said": [said_of_figures, list(said), [one.text() for one in page.findChildren(QLabel)]],
        "nations": list(what_if.nations),
        "movable": [what_if.figure.itemText(at) for at in range(what_if.figure.count())],
        "parameters": [one.name() for one in about.parameterDefinitions()],
        "counted": rows(counted),
        "assessed": rows(assessed["OUTPUT"]),
        "criteria": rows(assessed["CRITERIA"]),
        "what_if": rows(moved["OUTPUT"]),
        "finished": rows(by_year["OUTPUT"]),
        "differences": rows(by_year["DIFFERENCES"]),
        "monitor": kept_figures,
        "tip": map_tip(fields, "risk_level"),
        "layer_tip": assessed["OUTPUT"].mapTipTemplate(),
    }


if __name__ == "__main__":
    kept_open, results = main(*sys.argv[1:])
    sys.stdout.write("\n" + json.dumps(results, default=lambda value: None) + "\n")
    sys.stdout.flush()
    import os

    os._exit(0)  # QGIS, torn down with layers open, may crash after all is said
