"""What has many fields is built by their names: of eight values in a row nobody sees which is which."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.contract.test_imports import SHIPPED
from tests.package import ROOT

MANY, IN_A_ROW = 6, 2
"""Fields of a record that is built by name, and values that may stand first without theirs."""


def fields_of(node):
    return sum(isinstance(part, ast.AnnAssign) for part in node.body)


def records(trees):
    """Name → the most fields of a dataclass so named; the fewest where two have one name."""
    found = defaultdict(list)
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(
                "dataclass" in ast.unparse(decorator) for decorator in node.decorator_list
            ):
                found[node.name].append(fields_of(node))
    return {name: min(counts) for name, counts in found.items()}


def built_in_a_row(tree, large):
    """(line, name) of every record with many fields whose values stand without their names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) > IN_A_ROW:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in large:
                yield node.lineno, name


def test_records_with_many_fields_are_built_by_their_names():
    shipped = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SHIPPED}
    large = {name for name, count in records(shipped.values()).items() if count > MANY}
    assert "Indicator" in large and len(large) > 20
    tests = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tests").rglob("*.py"))
    }
    offences = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path, tree in {**shipped, **tests}.items()
        for line, name in built_in_a_row(tree, large)
    ]
    assert offences == []


def test_a_record_in_a_row_is_found():
    assert list(built_in_a_row(ast.parse("\nx = parts.Big(1, 2, 3)"), {"Big"})) == [(2, "Big")]
    assert not list(built_in_a_row(ast.parse("Big(1, 2, third=3)"), {"Big"}))
