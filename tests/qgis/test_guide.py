"""Every page of the panel explains itself, in both languages, by its "?"."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import re

from geofa_sociodemografi.ui.dock import page_classes
from geofa_sociodemografi.ui.widgets import page as page_module

from tests.package import ROOT
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)


def test_each_page_has_its_part_in_both_languages_and_there_is_no_other():
    wanted = {page.ID for page in page_classes()}
    told = {}
    for code in ("da", "en"):
        files = list((ROOT / "resources" / "guide" / code).glob("*.html"))
        assert {file.stem for file in files} == wanted
        for file in files:
            text = file.read_text(encoding="utf-8")
            assert len(re.findall("<p>", text)) >= 3 and text.count("<p>") == text.count("</p>")
            told[code, file.stem] = text
    assert all(told["da", one] != told["en", one] for one in wanted)


def test_the_question_mark_opens_it(dock, monkeypatch):
    opened = []
    monkeypatch.setattr(page_module, "show_page", lambda title, html: opened.append((title, html)))
    for page in dock.pages:
        dock.go_to(page.ID)
        assert page.help.isVisible() and page.title() in page.help.accessibleName()
        page.help.click()
        title, html = opened[-1]
        assert title == page.title()
        assert html == (ROOT / f"resources/guide/en/{page.ID}.html").read_text(encoding="utf-8")
