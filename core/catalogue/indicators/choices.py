"""The ids of what Processing lets a user choose of the indicators' catalogue: QGIS' start needs
these alone, and makes neither facets nor comparators."""

from __future__ import annotations

from typing import List

from .. import files

FACETS_FILE, COMPARATORS_FILE = "facets.json", "comparators.json"


def facet_ids() -> List[str]:
    """What numbers can be broken down by."""
    return [str(entry["id"]) for entry in files.read(FACETS_FILE)["facets"]]


def comparator_ids() -> List[str]:
    """The StatBank tables that come near an indicator, the usual one first."""
    return [str(entry["id"]) for entry in files.read(COMPARATORS_FILE)["comparators"]]
