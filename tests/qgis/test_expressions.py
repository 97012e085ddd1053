"""The monitor file's figures in QGIS' expressions: what they answer, what they do not, and in whatever thread."""

from __future__ import annotations

import os
import threading

import pytest
from geofa_sociodemografi.core.gis.expressions.functions import Functions
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
)
from qgis.PyQt.QtCore import QVariant

from tests.qgis.change_town import town

NAMES = ("sd_value", "sd_category", "sd_margin", "sd_change")


@pytest.fixture
def functions(tmp_path):
    made = Functions()
    made.path = town(tmp_path / "Ærø å.gpkg")
    made.open(str(made.path))
    yield made
    made.remove()


def evaluated(text, area="c0r0"):
    fields = QgsFields()
    fields.append(QgsField("area_id", QVariant.String))
    feature = QgsFeature(fields)
    feature["area_id"] = area
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(fields)
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    expression.prepare(context)
    value = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return None if value is None or (isinstance(value, QVariant) and value.isNull()) else value


def observed(path, indicator, period, area):
    table = MonitorFile(path).in_force.observations("grid", [indicator], [period])
    return table.set_index("area_id")["value"][area]


def test_a_figure_is_that_of_the_file(functions):
    newest = observed(functions.path, "no_work", "2026-01", "c1r0")
    assert evaluated("sd_value(\"area_id\", 'no_work')", "c1r0") == newest
    earlier = observed(functions.path, "no_work", "2025-01", "c1r0")
    assert evaluated("sd_value(\"area_id\", 'no_work', '2025-01')", "c1r0") == earlier != newest
    assert (
        evaluated("sd_value(\"area_id\", 'basic_education')") == 43.5
    )  # of 2024, the newest there is
    assert evaluated("sd_value(\"area_id\", 'no_work', '2026-01', 'slices')", "c1r0") is None


def test_change_is_the_difference_of_two_figures(functions):
    now, before = (
        observed(functions.path, "no_work", period, "c0r0") for period in ("2026-01", "2025-01")
    )
    assert evaluated("sd_change(\"area_id\", 'no_work')") == pytest.approx(now - before)
    assert evaluated("sd_change(\"area_id\", 'basic_education', 12)") == pytest.approx(2.5)
    assert evaluated("sd_change(\"area_id\", 'no_work', 5)") is None  # no such month was delivered


def test_category_and_margin_are_those_of_the_assessment(functions):
    table = MonitorFile(functions.path).in_force.assessments("grid", "2026-01").set_index("area_id")
    for area, row in table.iterrows():
        expected = (row["label"] or "") if row["decided"] else None
        assert evaluated("sd_category(\"area_id\", '2026-01', 'grid')", area) == expected
        margin = evaluated("sd_margin(\"area_id\", 'no_work', '2026-01', 'grid')", area)
        assert margin == pytest.approx(row["margin_no_work"])
    assert evaluated("sd_margin(\"area_id\", 'no such criterion')") is None


def test_what_is_not_known_is_null(functions, tmp_path):
    assert evaluated("sd_value(\"area_id\", 'no_work')", "nowhere") is None
    assert evaluated("sd_value(\"area_id\", 'unknown')") is None
    assert evaluated("sd_value(NULL, 'no_work')") is None
    for path in (tmp_path / "none.gpkg", tmp_path / "text.gpkg"):
        functions.open(str(path))
        assert evaluated("sd_value(\"area_id\", 'no_work')") is None
        (tmp_path / "text.gpkg").write_text("no database")
    functions.open("")
    assert evaluated('sd_category("area_id")') is None


def test_a_changed_file_is_read_again(functions, monkeypatch):
    from geofa_sociodemografi.core.store import lookup

    monkeypatch.setattr(lookup, "LOOKED_AT", 0.0)
    assert evaluated("sd_value(\"area_id\", 'no_work')") is not None
    with MonitorFile(functions.path).changing() as connection:
        connection.execute("UPDATE figures SET value = 12.5")
    os.utime(functions.path, (1, 1))
    assert evaluated("sd_value(\"area_id\", 'no_work')") == 12.5


def test_the_file_is_read_once_and_left_alone(functions, monkeypatch):
    from geofa_sociodemografi.core.store import lookup

    before, asked = functions.path.read_bytes(), []
    rows = lookup._rows
    monkeypatch.setattr(lookup, "_rows", lambda *given: (asked.append(given[1]), rows(*given))[1])
    for _ in range(50):
        evaluated("sd_value(\"area_id\", 'no_work')")
    assert len(asked) == 3  # the sets, the newest period, the figures
    assert functions.path.read_bytes() == before


def test_many_threads_get_the_same_answers(functions):
    wanted = evaluated("sd_value(\"area_id\", 'no_work')"), evaluated('sd_category("area_id")')
    functions.open("")
    functions.open(str(functions.path))
    answers = []

    def ask():
        for _ in range(100):
            answers.append(
                (functions.lookup.value("c0r0", "no_work"), functions.lookup.category("c0r0"))
            )

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 800 and set(answers) == {wanted}


def test_they_come_and_go_with_the_plugin_and_explain_themselves():
    before = QgsExpression.functionCount()
    made = Functions()
    known = {f.name(): f for f in QgsExpression.Functions()}
    for name in NAMES:
        assert known[name].helpText() and name in known[name].helpText()
        assert known[name].groups() == ["Sociodemografi"]
    made.remove()
    assert QgsExpression.functionCount() == before
    assert not any(QgsExpression.isFunctionName(name) for name in NAMES)
