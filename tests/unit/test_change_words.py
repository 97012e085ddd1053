"""Figures and changes in words: units, signs, what is too small to tell, and what chance could be."""

from __future__ import annotations

import math

import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.catalogue.indicators.definitions import UNITS
from geofa_sociodemografi.core.change.words import (
    change_text,
    interval_text,
    noise_text,
    short,
    shown,
    unit_text,
)


@pytest.fixture
def danish():
    i18n.install(None, "da")
    yield
    i18n.uninstall()


def test_every_unit_has_words_and_a_way_to_be_shown():
    for unit in UNITS:
        assert unit_text(unit) and short(12.34, unit) and shown(12.34, unit)
        assert short(math.nan, unit) == shown(math.nan, unit) == "–"


def test_figures_have_the_decimals_of_their_unit_in_the_users_language(danish):
    assert short(43.66, "percent") == "43,7 %" and short(312_450.4, "kroner") == "312.450 kr."
    assert short(13.94, "per_1000") == "13,9" and shown(13.94, "per_1000") == "13,9 per 1,000"
    assert short(2597.0, "persons") == "2.597" and short(81.26, "m2") == "81,3 m²"
    assert short(0.126, "ratio") == "0,13" and short(41.26, "years") == "41,3 years"


def test_a_change_says_which_way_and_how_much_and_nothing_of_good_or_bad():
    assert change_text(2.06, "percent") == "Risen by 2.1 percentage points"
    assert change_text(-3.0, "persons") == "Fallen by 3"
    assert change_text(1.6, "per_1000") == "Risen by 1.6 per 1,000"
    assert change_text(0.04, "percent") == change_text(-0.04, "percent") == "Unchanged"
    assert change_text(0.4, "kroner") == "Unchanged" and change_text(math.nan, "percent") == ""


def test_whether_it_is_more_than_chance_and_between_which_ends():
    assert (noise_text(True), noise_text(False), noise_text(None)) == (
        "more than chance",
        "within chance",
        "",
    )
    assert interval_text(-0.41, 3.77, "percent") == "\u22120.4 to +3.8"
    assert interval_text(math.nan, math.nan, "percent") == ""
