"""No text from outside is read as more than a text: widgets, tips, bars, map tips, layouts and spreadsheets get their
texts through ``core/plain_text.py`` and ``ui/widgets/plain.py``, and column names reach messages through ``told``."""

from __future__ import annotations

import ast
import re

from tests.contract.test_imports import SHIPPED
from tests.package import ROOT

SAFE_CALLS = {
    "as_html",
    "escape",
    "quote",
    "unmistakable",
    "not_evaluated",
    "legend_text",
    "shown_as_text",
    "about_html",
    "number",
    "join",
    "_told",
    "count",
}
TAG = re.compile(r"</?(b|i|br|p|a|ul|li|span|h\d|td|tr|table|pre)\b")
BAR = {
    "createMessage",
    "pushMessage",
    "pushWarning",
    "pushInfo",
    "pushSuccess",
    "pushCritical",
    "pushItem",
}
WRITES_SHEETS = {"to_csv", "to_excel", "ExcelWriter", "DictWriter", "writer"}
PLACES = {
    "QLabel": {"ui/widgets/plain.py", "ui/widgets/area_list.py"},
    "QMessageBox": {"ui/widgets/plain.py"},
    "bar": {"ui/widgets/messages.py"},
    "logMessage": {"ui/widgets/messages.py"},
    "sheets": {"core/gis/sources/spreadsheets.py", "core/example/writing.py"},
    "QgsLayoutItemLabel": {"core/gis/maps/map_image.py"},
    "QgsLayoutItemLegend": {"core/gis/maps/map_image.py"},
}


def named(node):
    return (
        node.id
        if isinstance(node, ast.Name)
        else node.attr
        if isinstance(node, ast.Attribute)
        else ""
    )


def is_own_text(node):
    """``tr("…")`` without values, or a constant."""
    if isinstance(node, ast.Call) and named(node.func) == "tr":
        return not node.keywords
    return isinstance(node, ast.Constant)


def is_safe(node):
    return is_own_text(node) or (isinstance(node, ast.Call) and named(node.func) in SAFE_CALLS)


def offences(source, place):
    """(line, why) of what could show a text from outside as more than a text."""
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "setToolTip" and id(node) not in called:
            yield node.lineno, "setToolTip handed on: use ui.plain.set_tip"
        elif isinstance(node, ast.JoinedStr):
            yield from markup(node)
        elif isinstance(node, ast.Call):
            yield from guessing(node, place)
            yield from out_of_place(node, place)
            yield from names_of_columns(node)


def guessing(node, place):
    """Tips that are not escaped."""
    name = named(node.func)
    if name == "setToolTip" and place != "ui/widgets/plain.py" and not is_safe(node.args[-1]):
        yield node.lineno, "setToolTip: use ui.plain.set_tip"
    if name == "showText" and not is_safe(node.args[1]):
        yield node.lineno, "QToolTip.showText: unmistakable(…)"


def kind_of(node, place):
    """What is made or filled here, in the words of ``PLACES``; empty where it is nothing of theirs."""
    name = named(node.func)
    if isinstance(node.func, ast.Attribute) and named(node.func.value) == "QMessageBox":
        return "QMessageBox"
    if name in BAR:  # feedback of Processing escapes what it shows
        return "" if place.startswith("core/") and name in ("pushInfo", "pushWarning") else "bar"
    return "sheets" if name in WRITES_SHEETS else name


def out_of_place(node, place):
    """Widgets, messages and files that are made in one place only."""
    kind = kind_of(node, place)
    if kind in PLACES and place not in PLACES[kind]:
        yield node.lineno, f"{kind}: only in {', '.join(sorted(PLACES[kind]))}"


def markup(node):
    """HTML put together of what is not escaped."""
    if not any(
        isinstance(part, ast.Constant) and TAG.search(str(part.value)) for part in node.values
    ):
        return
    for part in node.values:
        value = part.value
        raw = isinstance(part, ast.FormattedValue) and isinstance(
            value, (ast.Attribute, ast.Subscript, ast.Call)
        )
        if raw and not is_safe(value) and named(value) != "colour":
            yield value.lineno, "HTML of a text that is not escaped"


def names_of_columns(node):
    """``tr(…, choices=", ".join(source.columns))``."""
    for keyword in node.keywords if named(node.func) == "tr" else ():
        value = keyword.value
        if isinstance(value, ast.Call) and named(value.func) == "join" and value.args:
            of = value.args[0]
            of = of.func if isinstance(of, ast.Call) else of
            if (
                isinstance(of, ast.Attribute)
                and of.attr in ("columns", "names")
                and named(of.value) != "kind"
            ):
                yield value.lineno, "names of columns: registers.column_names.told"


def test_no_text_from_outside_is_more_than_a_text():
    found = [
        f"{path.relative_to(ROOT)}:{line} {why}"
        for path in SHIPPED
        for line, why in offences(
            path.read_text(encoding="utf-8"), str(path.relative_to(ROOT).as_posix())
        )
    ]
    assert found == []


def test_map_tips_hold_no_field_as_it_is():
    raw = re.compile(r'\[%\s*\\?"\w')
    found = [
        f"{path.relative_to(ROOT)}:{n}"
        for path in SHIPPED
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if raw.search(line) and "RAW_NAME" not in line
    ]
    assert found == []


def test_every_kind_of_offence_is_found():
    for source in (
        "label = QLabel(name)",
        "x.setToolTip(name)",
        "x.setToolTip(tr('{a}', a=name))",
        "f(x.setToolTip)",
        "QMessageBox.warning(self, a, b)",
        "bar.pushMessage(str(error))",
        "bar.pushWarning('', text)",
        "log.logMessage(text)",
        "table.to_csv(path)",
        "csv.writer(file)",
        "QToolTip.showText(p, name, w)",
        "text = f'<b>{area.name}</b>'",
        "text = f'<b>{in_language(x)}</b>'",
        "text = f\"<i>{row['note']}</i>\"",
        "tr('{c}', c=', '.join(source.columns))",
        "tr('{c}', c=', '.join(layer.fields().names()))",
        "QgsLayoutItemLabel(layout)",
    ):
        assert list(offences(source, "ui/new_page.py")), source
    for source in (
        "x.setToolTip(tr('Own text'))",
        "text = f'<b>{as_html(name)}</b>'",
        "tr('{c}', c=told(columns))",
    ):
        assert not list(offences(source, "ui/new_page.py")), source
