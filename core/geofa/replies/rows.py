"""Rows of the SQL APIs' answers that are no objects: coverage, and codes."""

from __future__ import annotations

from typing import Any, Dict, Mapping

from .values import damaged, whole

COVERAGE_COLUMNS = ("theme", "municipality", "objects", "newest", "first", "x", "y")
LONGEST_CODE = 100
SECONDS_LONG = len("2026-01-31T12:00:00")


def coverage_row(row: Mapping[str, Any]) -> Dict[str, object]:
    """``COVERAGE_COLUMNS`` without the theme, of one municipality."""
    return {
        "municipality": str(whole(row["kommunekode"], "kommunekode")).zfill(4),
        "objects": whole(row["objects"], "objects"),
        "newest": _time(row["newest"]),
        "first": _time(row["first"]),
        "x": _number(row["x"]),
        "y": _number(row["y"]),
    }


def code(value: object) -> "int | str":
    """A code as GeoFA's lists have them: a whole number or a word."""
    found = value if isinstance(value, str) else whole(value, "code")
    if found is None or len(str(found)) > LONGEST_CODE:
        raise damaged("code")
    return found


def _time(value: Any) -> str:
    return str(value or "")[:SECONDS_LONG]


def _number(value: Any) -> float:
    return float("nan") if value is None else float(value)
