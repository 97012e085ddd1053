"""One area's card says what the map and the table say, by which thresholds, and what is missing."""

from __future__ import annotations

import pandas as pd
import pytest
from qgis.PyQt.QtGui import QTextDocument

pytest.importorskip("qgis.core")


def judged(**figures):
    """One area judged by the rules of 2021 as the monitor file has it: nothing but ``figures``."""
    from geofa_sociodemografi.core.assessment.criteria import assess

    table = pd.DataFrame(
        [{"area_id": "a", "name": "A", "period": "2026-10", "year": 2026, **figures}]
    )
    for figure in ("no_work", "convicted", "basic_education", "income"):
        if figure in figures:
            table[f"{figure}_period"], table[f"{figure}_age"] = "2025", 10
    return assess(table).iloc[0].to_dict()


def card(row):
    from geofa_sociodemografi.ui.map.area_card import card_html

    shown = QTextDocument()
    shown.setHtml(card_html("A", "2026-10", row))
    return shown.toPlainText()


SAFE = {"population": 1_500.0, "convicted_national": 0.8, "convicted": 0.5, "basic_education": 20.0}


def test_close_to_a_threshold_is_what_the_table_says_too():
    from geofa_sociodemografi.core.pipeline.shown.law import law_table

    row = judged(**{**SAFE, "nonwestern": 60.0, "no_work": 39.5, "income": 54.0})
    table = law_table(pd.DataFrame([row]), "2026-10")
    assert table.sentences["a"] in card(row)
    assert row["risk_level"] != "ingen"


def test_a_prevention_area_shows_its_own_criteria_and_thresholds():
    row = judged(**{**SAFE, "nonwestern": 35.0, "no_work": 31.1, "income": 60.4})
    assert row["category"] == "forebyggelse" and row["criteria_met"] == 0
    shown = card(row)
    assert "2/4 criteria met" in shown and "0/4" not in shown
    assert "§ 61 b: Prevention area" in shown
    for limit in ("above 40.0 %", "above 30.0 %", "below 55.0 %", "below 65.0 %"):
        assert limit in shown
    assert shown.count("●") == 3  # two criteria, and where the residents come from
    assert "at least 2.4 %" in shown and "at least 1.6 %" in shown


def test_too_few_residents_and_nothing_known_are_said():
    shown = card(judged(population=956.0))
    assert "956 residents, below the 1,000 that the law asks for" in shown
    assert "–/4 criteria met" in shown


def test_a_mean_names_its_years_and_what_is_missing_is_named():
    row = judged(**{**SAFE, "nonwestern": 35.0, "no_work": 31.1, "income": 60.4})
    shown = card(row)
    assert "31.1 % (mean of 2024 and 2025, 10 months old)" in shown
    assert "20.0 % (2025, 10 months old)" in shown
    row = judged(**{**SAFE, "no_work": float("nan"), "convicted_national": float("nan")})
    shown = card(row)
    assert "– (2024 is missing)" in shown
    assert "3 times the national share of convicted, which is missing" in shown


def test_the_note_names_the_year_that_is_missing_of_a_mean():
    row = judged(**{**SAFE, "nonwestern": 60.0, "no_work": float("nan"), "income": 54.0})
    assert not row["decided"]
    missing = row["note"].split("Missing: ")[1]
    assert missing.split(".")[0].endswith("(2024)"), missing
