"""The tables of the monitor file.

Geometry is stored once per area (``areas``); figures stand in long tables beside it; the view
``risk_map`` joins the newest run of each area set to its geometry for the map, ``index_map`` the
indices. ``receipts`` tells what was sent to GeoFA, object by object; ``atom_…`` are the sums by
atom, of the newest run alone; ``release…`` is the ledger of what has left the municipality;
``index_…`` are indices as they were defined and what they gave; ``shared_packages`` is what other
municipalities shared; ``monitor_file`` says whose file it is, and of which form. No table has a row
per person.
"""

from __future__ import annotations

from typing import Dict, Tuple

from ..assessment.criteria import criterion_ids
from ..measures.figures import FIGURES

VERSION = "5"
"""Of the form: a file of a higher one is neither read nor written. A table or column more is the
same form."""
MARK, MARK_TABLE = "geofa_sociodemografi", "monitor_file"
Columns = Tuple[Tuple[str, str], ...]

TABLES: Dict[str, Columns] = {
    MARK_TABLE: (("mark", "text"), ("schema_version", "text")),
    "area_sets": (
        ("area_set", "text"),
        ("name", "text"),
        ("kind", "text"),
        ("municipality", "text"),
        ("theme", "text"),
        ("source", "text"),
        ("retrieved", "text"),
        ("licence", "text"),
    ),
    "observations": (
        ("run", "integer"),
        ("area_set", "text"),
        ("area_id", "text"),
        ("period", "text"),
        ("indicator", "text"),
        ("numerator", "real"),
        ("denominator", "real"),
        ("value", "real"),
        ("persons", "real"),
        ("households", "real"),
        ("status", "text"),
        ("vintage", "text"),
        ("facet", "text"),
        ("facet_value", "text"),
    ),
    "assessments": (
        ("run", "integer"),
        ("area_set", "text"),
        ("area_id", "text"),
        ("period", "text"),
        ("year", "integer"),
        ("period_start", "date"),
        ("period_end", "date"),
    )
    + tuple((figure, "real") for figure in FIGURES)
    + (
        ("convicted_national", "real"),
        ("rule_set", "text"),
        ("category", "text"),
        ("label", "text"),
        ("risk_level", "text"),
        ("decided", "integer"),
        ("category_possible", "text"),
        ("criteria_met", "integer"),
        ("criteria_counted", "integer"),
    )
    + tuple((f"met_{i}", "integer") for i in criterion_ids())
    + tuple((f"margin_{i}", "real") for i in criterion_ids())
    + tuple((f"margin_{i}_persons", "real") for i in criterion_ids())
    + (("origin_used", "integer"), ("note", "text")),
    "reference_values": (
        ("run", "integer"),
        ("level", "text"),
        ("code", "text"),
        ("period", "text"),
        ("indicator", "text"),
        ("value", "real"),
    ),
    "findings": (
        ("run", "integer"),
        ("area_set", "text"),
        ("period", "text"),
        ("finding", "text"),
        ("persons", "integer"),
        ("register", "text"),
    ),
    "deliveries": (
        ("run", "integer"),
        ("name", "text"),
        ("register", "text"),
        ("period", "text"),
        ("received", "text"),
        ("rows", "integer"),
        ("checksum", "text"),
        ("profile", "text"),
        ("definitions", "text"),
        ("reference_day", "text"),
    ),
    "checks": (
        ("run", "integer"),
        ("register", "text"),
        ("check", "text"),
        ("severity", "text"),
        ("file", "text"),
        ("period", "text"),
        ("field", "text"),
        ("rows", "integer"),
        ("share", "real"),
        ("text", "text"),
        ("next_step", "text"),
    ),
    "receipts": (
        ("sending", "text"),
        ("time", "text"),
        ("server", "text"),
        ("way", "text"),
        ("theme", "text"),
        ("municipality", "text"),
        ("user", "text"),
        ("change", "text"),
        ("objekt_id", "text"),
        ("label", "text"),
        ("columns", "text"),
        ("versions_before", "text"),
        ("versions_id", "text"),
        ("outcome", "text"),
    ),
    "atom_sets": (
        ("run", "integer"),
        ("area_set", "text"),
        ("area_ids", "text"),
        ("atoms", "binary"),
        ("areas", "binary"),
    ),
    "atom_counts": (
        ("run", "integer"),
        ("period", "text"),
        ("indicator", "text"),
        ("name", "text"),
        ("amounts", "binary"),
    ),
    "concentrations": (
        ("run", "integer"),
        ("area_set", "text"),
        ("area_id", "text"),
        ("period", "text"),
        ("indicator", "text"),
        ("rest", "real"),
        ("two", "real"),
    ),
    "index_definitions": (
        ("index_id", "text"),
        ("area_set", "text"),
        ("name", "text"),
        ("created", "text"),
        ("run", "integer"),
        ("definition", "text"),
    ),
    "index_scores": (
        ("index_id", "text"),
        ("run", "integer"),
        ("area_set", "text"),
        ("area_id", "text"),
        ("period", "text"),
        ("period_start", "date"),
        ("period_end", "date"),
        ("score", "real"),
        ("index_class", "integer"),
        ("class_label", "text"),
        ("dynamics", "real"),
        ("dynamics_class", "integer"),
        ("dynamics_label", "text"),
        ("code", "integer"),
        ("other_class", "integer"),
        ("kept", "real"),
        ("rank_low", "real"),
        ("rank_high", "real"),
        ("note", "text"),
    ),
    "shared_packages": (
        ("package", "text"),
        ("municipality", "text"),
        ("created", "text"),
        ("imported", "text"),
        ("content", "text"),
    ),
    "releases": (
        ("release", "text"),
        ("created", "text"),
        ("profile", "text"),
        ("audience", "integer"),
        ("method", "text"),
        ("period", "text"),
        ("purpose", "text"),
        ("place", "text"),
        ("certificate", "text"),
        ("salt", "text"),
    ),
    "release_sets": (("release", "text"), ("area_set", "text"), ("fingerprint", "text")),
    "release_cells": (
        ("release", "text"),
        ("area_set", "text"),
        ("area_id", "text"),
        ("period", "text"),
        ("indicator", "text"),
        ("numerator", "real"),
        ("denominator", "real"),
        ("value", "real"),
        ("status", "text"),
    ),
    "runs": (
        ("run", "integer"),
        ("created", "text"),
        ("plugin_version", "text"),
        ("rule_set", "text"),
        ("use_origin", "integer"),
        ("closeness_percent", "real"),
        ("allow_fewer_years", "integer"),
        ("unknown_education_as_basic", "integer"),
        ("municipality", "text"),
        ("persons_source", "text"),
        ("areas_counted", "integer"),
        ("schema_version", "text"),
        ("went_on", "integer"),
    ),
}

AREAS = "areas"
AREA_COLUMNS: Columns = (
    ("area_set", "text"),
    ("area_id", "text"),
    ("name", "text"),
    ("objekt_id", "text"),
    ("versions_id", "text"),
)
RISK_MAP, INDEX_MAP = "risk_map", "index_map"

FIRST: Dict[str, Tuple[str, ...]] = {
    AREAS: ("geom", *(name for name, _ in AREA_COLUMNS)),
    "area_sets": (
        "area_set",
        "name",
        "kind",
        "municipality",
        "theme",
        "source",
        "retrieved",
        "licence",
    ),
    "observations": (
        "run",
        "area_set",
        "area_id",
        "period",
        "indicator",
        "numerator",
        "denominator",
        "value",
    ),
    "assessments": ("run", "area_set", "area_id", "period", "category", "risk_level"),
    "runs": ("run", "created", "plugin_version", "rule_set", "municipality", "schema_version"),
    RISK_MAP: ("geom", "name", "run", "area_set", "area_id", "period"),
}
"""What a monitor file of every version has: other files have not all of it."""


def column_names(table: str) -> Tuple[str, ...]:
    """The columns of ``table`` without its row number."""
    return tuple(name for name, _ in TABLES[table])
