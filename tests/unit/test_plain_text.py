"""Texts from outside: each place that reads more than a text out of one gets what it shows as written."""

from __future__ import annotations

import html
import random

import pytest
from geofa_sociodemografi.core.plain_text import (
    as_html,
    is_formula,
    not_evaluated,
    spreadsheet_text,
    unmistakable,
    written_in_spreadsheet,
)

FORMULAS = (
    '=HYPERLINK("http://x")',
    '=WEBSERVICE("http://x")',
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1+1",
    "\u00a0=1",
    "\ufeff=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff20SUM(1)",
    "\uff0d1",
    "-",
    "-5",
)
TEXTS = (
    "Parken",
    "",
    "Vollsmose, syd",
    "1-2 år",
    "a=b",
    "x+y",
    "8.000",
    "æøå <b>",
    '"citat"',
    "#N/A",
    "%",
    "(1)",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_compute_stands_behind_an_apostrophe(text):
    assert is_formula(text) and spreadsheet_text(text) == "'" + text


@pytest.mark.parametrize("text", TEXTS)
def test_other_texts_are_left_as_they_are(text):
    assert not is_formula(text) and spreadsheet_text(text) == text


def test_the_mark_comes_off_whatever_the_text_was():
    chosen = random.Random(14)
    letters = "'=+-@ \t\r\n\u200ba1;\"\uff1d"
    for text in [*FORMULAS, *TEXTS, "'", "''", "'x", "'=1", "'''-"] + [
        "".join(chosen.choices(letters, k=chosen.randrange(7))) for _ in range(5_000)
    ]:
        cell = spreadsheet_text(text)
        assert written_in_spreadsheet(cell) == text and not is_formula(cell), text


def test_a_cell_that_others_have_written_is_left_as_it_is():
    for cell in ("'0101", "Peter's", "'", "'citat'", "=1+1", "-1"):
        assert written_in_spreadsheet(cell) == cell


def test_html_is_read_back_as_the_text():
    for text in ("<img src=x>", "&amp;", "&lt;", "a < b & c > d", "[% 1+1 %]", "\"x\" 'y'"):
        assert html.unescape(as_html(text)) == text and "<" not in as_html(text)
    assert as_html("a\r\nb\rc\nd") == "a<br/>b<br/>c<br/>d"


def test_a_text_that_cannot_be_mistaken_is_left_as_it_is():
    assert unmistakable("Parken\n12 %") == "Parken\n12 %" and unmistakable("") == ""
    assert unmistakable("a &lt; b").startswith("<span") and "&amp;lt;" in unmistakable("a &lt; b")


def test_an_expression_in_a_template_is_begun_by_a_text_that_is_no_expression():
    assert not_evaluated("[% 1+1 %]") == "[% '[%' %] 1+1 %]" and not_evaluated("50 %]") == "50 %]"
