"""Cubes and definitions made by hand."""

from __future__ import annotations

import numpy as np
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.index.cube import Cube

NAN = np.nan
Z = {"method": "z", "ddof": 0}
"""The normalisation to mean 0 and deviation 1 of the population."""


def cube(periods=("2026-01",), population=None, **values):
    """A cube of ``indicator=rows``; a row per period, or one row for the only period."""
    arrays = {name: np.atleast_2d(np.asarray(rows, dtype=float)) for name, rows in values.items()}
    shape = next(iter(arrays.values())).shape
    people = (
        np.full(shape, 1000.0)
        if population is None
        else np.broadcast_to(np.asarray(population, dtype=float), shape)
    )
    return Cube(tuple(f"a{i}" for i in range(shape[1])), tuple(periods), arrays, people)


def content(*indicators, **keys):
    """The JSON object of a definition with one theme of ``indicators`` (ids, or objects)."""
    members = [
        {"indicator": i, "direction": "higher_is_worse"} if isinstance(i, str) else i
        for i in indicators
    ]
    return {
        "format": 1,
        "id": "test",
        "name": {"da": "Test", "en": "Test"},
        "weighting": "given",
        "themes": [{"id": "one", "name": {"da": "Et", "en": "One"}, "indicators": members}],
        "normalisation": {"method": "none"},
        "aggregation": {"themes": {"method": "arithmetic"}, "index": {"method": "arithmetic"}},
        "missing": {"policy": "drop"},
        "baseline": {"kind": "this_period"},
        "classes": {"method": "fixed", "cuts": [{"at": 0, "in": "below"}]},
        "minimum_population": 0,
        **keys,
    }


def definition(*indicators, **keys):
    """The same, parsed."""
    return parse_definition(content(*indicators, **keys), "test.json")


def up(*indicators):
    """Every indicator: more is more disadvantage."""
    return dict.fromkeys(indicators, 1.0)
