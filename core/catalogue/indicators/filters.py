"""Declarative filters: who is counted, said in data.

A filter is ``{"all": […]}``, ``{"any": […]}``, ``{"not": …}`` or a test
``{"column": …, "operator": …, "value": …}``; an empty ``all`` holds for every row. A missing value
holds in no test but ``missing``.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Sequence, Set

from ...errors import CatalogueError
from ...i18n import tr
from ..registers.kinds import Column, RegisterKind

OPERATORS = ("=", "in", "between", ">=", "<=", ">", "<", "missing")
ORDERED = ("between", ">=", "<=", ">", "<")
NUMERIC = ("integer", "number", "boolean", "coordinate")
Filter = Dict[str, Any]
EVERYONE: Filter = {"all": []}


def filter_tests(node: Filter) -> List[Filter]:
    """The single tests (column, operator, value) of a filter."""
    for joiner in ("all", "any"):
        if joiner in node:
            return [test for child in node[joiner] for test in filter_tests(child)]
    return filter_tests(node["not"]) if "not" in node else [node]


def filter_columns(node: Filter) -> Set[str]:
    """The columns a filter reads."""
    return {test["column"] for test in filter_tests(node)}


def columns_needing_a_value(node: Filter) -> Set[str]:
    """The columns of a filter that say nothing where they are empty: all but those tested for being
    so."""
    return filter_columns(node) - {
        test["column"] for test in filter_tests(node) if test["operator"] == "missing"
    }


def both(first: Filter, second: Filter) -> Filter:
    """A filter that holds where both hold."""
    parts = [node for node in (first, second) if node != EVERYONE]
    return parts[0] if len(parts) == 1 else {"all": parts}


def for_certain(node: Filter, holds: bool = True) -> Filter:
    """A filter that holds where the values that are there say that ``node`` holds (or, ``holds``
    false, does not): of a missing value it cannot be said that it is not something."""
    for joiner, other in (("all", "any"), ("any", "all")):
        if joiner in node:
            children = [for_certain(child, holds) for child in node[joiner]]
            return {joiner if holds else other: children}
    if "not" in node:
        return for_certain(node["not"], not holds)
    if holds:
        return node
    there: Filter = {"not": {"column": node["column"], "operator": "missing"}}
    return there if node["operator"] == "missing" else {"all": [{"not": node}, there]}


def filter_text(node: Filter) -> str:
    """The filter as JSON, the same for equal filters: its name in tables of results."""
    return json.dumps(node, sort_keys=True, ensure_ascii=False)


def check_filter(node: Filter, kind: RegisterKind, entry: str, file: str) -> None:
    """Raise ``CatalogueError`` naming file and entry unless the columns of ``node`` (a filter by
    its schema) are of ``kind`` and can be compared so."""
    for test in filter_tests(node):
        _check_value(test, column_of(test["column"], kind, entry, file), entry, file)


def column_of(name: str, kind: RegisterKind, entry: str, file: str) -> Column:
    """The column ``name`` of ``kind``, derived ones included; raises ``CatalogueError`` where there
    is none."""
    known = kind.countable
    if name not in known:
        raise CatalogueError(
            tr(
                "The catalogue file {file} uses the column {column} in {entry}, which the register "
                "{register} does not "
                "have.",
                file=file,
                column=name,
                entry=entry,
                register=kind.kind,
            ),
            tr("Use one of {choices}.", choices=", ".join(known)),
        )
    return known[name]


def _check_value(test: Filter, column: Column, entry: str, file: str) -> None:
    operator, value = test["operator"], test.get("value")
    if operator == "missing":
        return
    wanted: Sequence[object] = value if isinstance(value, list) else [value]
    numeric = column.type in NUMERIC
    fits = all(
        isinstance(v, (int, float)) and not isinstance(v, bool)
        if numeric
        else isinstance(v, str) and (v in column.codes if column.codes else True)
        for v in wanted
    )
    if fits and (numeric or operator not in ORDERED):
        return
    choices = ", ".join(column.codes) or (tr("numbers") if numeric else tr("texts"))
    raise CatalogueError(
        tr(
            "The catalogue file {file} compares the column {column} in {entry} in a way it cannot "
            "be.",
            file=file,
            column=column.name,
            entry=entry,
        ),
        tr(
            "{column} takes {choices}; in wants a list, between two numbers.",
            column=column.name,
            choices=choices,
        ),
        str(test),
    )
