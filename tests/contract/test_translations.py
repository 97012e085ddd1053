"""Every text is constant, translated to Danish, and keeps its fields."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree

from tests.contract.test_imports import SHIPPED
from tests.package import ROOT

TS = ROOT / "resources" / "i18n" / "geofa_sociodemografi_da.ts"
FIELD = re.compile(r"\{(\w+)\}")


def calls():
    for path in SHIPPED:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "tr"
            ):
                yield path, node


def translations():
    return {
        m.findtext("source"): m.find("translation") for m in ElementTree.parse(TS).iter("message")
    }


def test_texts_are_constants_and_their_fields_are_given():
    for path, node in calls():
        where = f"{path}:{node.lineno}"
        assert isinstance(node.args[0], ast.Constant), f"{where}: not a constant text"
        assert set(FIELD.findall(node.args[0].value)) == {k.arg for k in node.keywords}, where


def test_every_text_is_translated_and_none_is_left_over():
    texts = {node.args[0].value for _, node in calls()}
    translated = translations()
    assert texts - set(translated) == set(), "run make i18n and translate"
    assert set(translated) - texts == set(), "run make i18n"
    assert [s for s, t in translated.items() if t.get("type") == "unfinished" or not t.text] == []


def test_translations_keep_the_fields():
    for source, translation in translations().items():
        assert set(FIELD.findall(source)) == set(FIELD.findall(translation.text)), source


def test_help_stands_in_both_languages():
    names = {p.name for p in (ROOT / "resources" / "help" / "en").iterdir()}
    assert (
        names == {p.name for p in (ROOT / "resources" / "help" / "da").iterdir()}
        and len(names) == 29
    )


def test_the_compiled_translation_speaks_danish():
    from qgis.PyQt.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm"))), "make compiles it"
    assert translator.translate("@default", "Monitor file") == "Opgørelsesfil"
