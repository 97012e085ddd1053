"""The names that fields usually have, and which of them a layer has."""

from __future__ import annotations

from typing import Optional, Sequence

ID_FIELDS = ("area_id", "objekt_id", "noegle", "omraade_id", "distrikt_id", "kode", "id", "fid")
AREA_FIELDS = ("area_id", "area", "omraade", "område", "objekt_id", "noegle", "name", "navn", "id")
YEAR_FIELDS = ("year", "aar", "år", "list_year")
NAME_FIELDS = (
    "name",
    "navn",
    "prog_distrikt_navn",
    "udd_distrikt_navn",
    "an_distrikt_navn",
    "plej_distrikt_navn",
    "lokaludv_navn",
    "omraade",
    "sognenavn",
)


def guess_field(names: Sequence[str], wanted: Sequence[str]) -> Optional[str]:
    """The first of ``wanted`` among ``names``, whatever the case; of several that differ in case
    alone the one written as wanted, else the first; None when there is none."""
    by_lower = {name.lower(): name for name in reversed(names)}
    return next((w if w in names else by_lower[w] for w in wanted if w in by_lower), None)
