"""What the catalogue says of the plugin's own profiles of disclosure control, before they are made
and held against the floor: all that QGIS' start asks of them."""

from __future__ import annotations

from typing import Any, List, Mapping

from .. import files

FILE = "protection.json"
SUPPRESSION, ROUNDING = "suppression", "rounding"
Entry = Mapping[str, Any]
"""A profile as ``protection.schema.json`` has it."""


def standard_entries() -> List[Entry]:
    """The entries of the plugin's own profiles, from the narrowest audience to the widest."""
    entries: List[Entry] = files.read(FILE)["profiles"]
    return sorted(entries, key=lambda entry: int(entry["audience"]))


def is_of_suppression(entry: Entry) -> bool:
    """Does the profile protect its numbers by leaving some out?"""
    return bool(entry["protects"]) and entry.get("method", SUPPRESSION) == SUPPRESSION
