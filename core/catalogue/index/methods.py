"""The named methods of each step of an index: their names and options, as ``index_methods.json``
has them. Their traits are in ``traits.py``."""

from __future__ import annotations

from typing import Any, Mapping, Tuple

from ...i18n import in_language
from .. import files

METHODS_FILE = "index_methods.json"
THIS_PERIOD, ALL_PERIODS, FROZEN, GIVEN = "this_period", "all_periods", "frozen", "given"
"""What an index can be measured against: its baselines."""
Options = Mapping[str, Any]
Bounds = Mapping[str, Tuple[float, float]]


def methods(step: str) -> Mapping[str, Mapping[str, Any]]:
    """The methods of ``step`` (``normalisation``, ``aggregation``, ``missing``, ``weighting``,
    ``baseline``, ``classes``): id → ``name``, ``options`` and what else the file says of it."""
    found: Mapping[str, Mapping[str, Any]] = files.read(METHODS_FILE)[step]
    return found


def method_name(step: str, identifier: str) -> str:
    """The name of a method in the user's language."""
    return in_language(methods(step)[identifier]["name"])


def default_options(step: str, name: str) -> Options:
    """The options of a method as they are where nobody chooses others."""
    options: Options = methods(step)[name]["options"]
    return options


def bounds(step: str, name: str) -> Bounds:
    """Option → the least and the most that it can be."""
    return {option: (low, high) for option, (low, high) in entry(step, name, "bounds", {}).items()}


def entry(step: str, name: str, key: str, default: Any) -> Any:
    """What the file says of a method under ``key``; ``default`` where it says nothing."""
    return methods(step)[name].get(key, default)
