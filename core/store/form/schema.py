"""The tables of the monitor file.

Geometry is stored once per version of an area (``areas``, whose row number is the area's key). A
``part`` is what one addition (``runs``) gave of one area set, period, indicator and group; its
figures stand in ``figures``, one row per area, keyed by part and area in one number. The view
``observations`` shows the figures in force in words, ``risk_map`` joins the assessments to their
geometry for the map, ``index_map`` the indices. ``receipts`` tells what was sent to GeoFA, object
by object; ``atom_…`` are the sums by atom; ``release…`` is the ledger of what has left the
municipality; ``index_…`` are indices as they were defined and what they gave; ``shared_packages``
is what other municipalities shared; ``monitor_file`` says whose file it is, and of which form. No
table has a row per person.

Units, in every table: ``period`` is a month ``2026-01``, a year ``2026`` or empty; times are ISO
8601; shares, rates and margins are in per cent (points), counts in persons, households or rows, as
they were worked out and never rounded; yes and no are 1 and 0; a value that is not known is NULL.
"""

from __future__ import annotations

from typing import Dict, Tuple

from ...assessment.criteria import criterion_ids
from ...catalogue.law.measured import (
    against_nation,
    against_region,
    approximated_figures,
    figures_of_law,
)

VERSION = "6"
"""Of the form: a file of a higher one is neither read nor written, of a lower one is changed before
it is read (``opening.migrations``). Whoever adds a table or column raises it."""
MARK, MARK_TABLE = "geofa_sociodemografi", "monitor_file"
Columns = Tuple[Tuple[str, str], ...]


def _columns(text: str) -> Columns:
    """(name, kind) of every ``name kind``, one after the other."""
    words = text.split()
    return tuple(zip(words[::2], words[1::2]))


def _assessment_columns() -> Columns:
    """``year`` and what follows it is what ``assessment.assess`` gives, in its words."""
    criteria = criterion_ids()
    return (
        _columns(
            "run integer  area_set text  area_id text  period text  year integer"
            "  period_start date  period_end date"
        )
        + tuple((figure, "real") for figure in figures_of_law())
        + tuple((figure.nation_column, "real") for figure in against_nation())
        + tuple((figure.period_column, "text") for figure in figures_of_law().values())
        + tuple((figure.age_column, "integer") for figure in figures_of_law().values())
        + tuple((figure.approximation_column, "integer") for figure in approximated_figures())
        + tuple((figure.region_column, "text") for figure in against_region())
        + tuple((figure.other_region_column, "real") for figure in against_region())
        + tuple((figure.other_region_code_column, "text") for figure in against_region())
        + _columns(
            "rule_set text  category text  label text  risk_level text"
            "  decided integer  category_possible text  criteria_met integer"
            "  criteria_counted integer"
        )
        + tuple((f"met_{criterion}", "integer") for criterion in criteria)
        + tuple((f"margin_{criterion}", "real") for criterion in criteria)
        + tuple((f"margin_{criterion}_persons", "real") for criterion in criteria)
        + _columns("origin_used integer  note text  area integer")
    )


TABLES: Dict[str, Columns] = {
    MARK_TABLE: _columns("mark text  schema_version text"),
    "area_sets": _columns(
        "area_set text  name text  kind text  municipality text  theme text  source text"
        "  retrieved text  licence text  valid_from text"
    ),
    # ``source`` is ``register`` or ``figures``; ``vintage`` the day it was counted or came;
    # ``definition`` a digest of the definition; ``replaces`` the part in force before; ``kept`` are
    # its figures still here; ``areas``, ``total`` (of the numerators) and ``persons`` stay when the
    # figures go.
    "parts": _columns(
        "run integer  area_set text  period text  indicator text  facet text  facet_value text"
        "  source text  vintage text  definition text  in_force integer  kept integer"
        "  replaces integer  areas integer  total real  persons real"
    ),
    # The row number is the part's times 2**20, plus the area's. The value is in the indicator's own
    # unit, its parts in what they count; ``persons`` and ``households`` stand behind the figure;
    # ``origin`` is the part the row was taken over from, where it is another.
    "figures": _columns(
        "numerator real  denominator real  value real  persons real  households real"
        "  status integer  origin integer"
    ),
    "figure_statuses": _columns("status integer  name text"),
    # What a part changed in the one it replaced: ``areas`` with another value, the ``largest``
    # step.
    "revisions": _columns(
        "run integer  area_set text  period text  indicator text  before integer  areas integer"
        "  total_before real  total_after real  persons_before real  persons_after real"
        "  largest real"
    ),
    # ``area`` is the area's key, of the boundary it had in the period.
    "assessments": _assessment_columns(),
    # The same by the law's own dates: ``period`` and ``year`` are the list's year.
    "lists": _assessment_columns(),
    # What an addition judged otherwise in the newest period judged before it: what stood there of
    # the areas it changed.
    "judged_before": _assessment_columns(),
    # ``persons`` are those that the value is the mean of.
    "reference_values": _columns(
        "run integer  level text  code text  period text  indicator text  value real  persons real"
    ),
    # ``persons`` counts rows of the register (persons, households, moves …), whatever they are.
    "findings": _columns(
        "run integer  area_set text  period text  finding text  persons integer  register text"
    ),
    "deliveries": _columns(
        "run integer  name text  register text  period text  received text  rows integer"
        "  checksum text  profile text  definitions text  reference_day text"
    ),
    # ``share`` is the part (0-1) of the register's rows.
    "checks": _columns(
        "run integer  register text  check text  severity text  file text  period text  field text"
        "  rows integer  share real  text text  next_step text"
    ),
    "receipts": _columns(
        "sending text  time text  server text  way text  theme text  municipality text  user text"
        "  change text  objekt_id text  label text  columns text  versions_before text"
        "  versions_id text  outcome text"
    ),
    # Arrays of int64: an atom, and the position of an area in ``area_ids`` (JSON) it lies in.
    # ``run`` is the addition that first met the layout; all that count the same boundaries share
    # it.
    "atom_sets": _columns(
        "run integer  area_set text  area_ids text  atoms binary  areas binary  fingerprint text"
    ),
    # One number per atom (``measures.atom_counts.AtomCounts.values``), as ``figures.packing`` packs
    # them; ``layout`` is the ``run`` of the ``atom_sets`` they are of.
    "atom_counts": _columns(
        "run integer  period text  indicator text  name text  amounts binary  layout integer"
    ),
    # The halves of rates that two registers give (``measures.halves``): ``term`` says in which
    # register and what was added up, ``name`` whether they are sums, households, or which of those
    # lie in several atoms; ``amounts`` and ``layout`` are as in ``atom_counts``.
    "halves": _columns(
        "run integer  period text  term text  name text  facet text  facet_value text"
        "  layout integer  amounts binary"
    ),
    # ``rest`` in parts of the largest contribution, ``two`` in parts of the sum.
    "concentrations": _columns(
        "run integer  area_set text  area_id text  period text  indicator text  rest real  two real"
    ),
    # The definition is JSON (``index.schema.json``).
    "index_definitions": _columns(
        "index_id text  area_set text  name text  created text  run integer  definition text"
    ),
    # ``kept`` is the part (0-1) of the trials that gave the class; ranks count from the highest.
    "index_scores": _columns(
        "index_id text  run integer  area_set text  area_id text  period text  period_start date"
        "  period_end date  score real  index_class integer  class_label text  dynamics real"
        "  dynamics_class integer  dynamics_label text  code integer  other_class integer"
        "  kept real  rank_low real  rank_high real  note text"
    ),
    # The content is JSON (``package.schema.json``).
    "shared_packages": _columns(
        "package text  municipality text  created text  imported text  content text"
    ),
    # The certificate is JSON; ``audience`` is 0 for the municipality's own and rises with the
    # circle of readers.
    "releases": _columns(
        "release text  created text  profile text  audience integer  method text  period text"
        "  purpose text  place text  certificate text  salt text"
    ),
    "release_sets": _columns("release text  area_set text  fingerprint text"),
    # As shown to the reader, rounded or not; a hidden figure has no numbers.
    "release_cells": _columns(
        "release text  area_set text  area_id text  period text  indicator text  numerator real"
        "  denominator real  value real  status text"
    ),
    # ``areas_changed``: of every area set that the addition brought in other boundaries its areas
    # before and after, and the ids
    # of areas that have others now (JSON), to be taken back by.
    "runs": _columns(
        "run integer  created text  plugin_version text  rule_set text  use_origin integer"
        "  closeness_percent real  allow_fewer_years integer  unknown_education_as_basic integer"
        "  municipality text  persons_source text  areas_counted integer  schema_version text"
        "  went_on integer  region text  reading text  undone text"
        "  areas_changed text"
    ),
    # Categories of earlier lists, as they were given.
    "list_history": _columns("run integer  area_id text  year integer  category text"),
    "settings": _columns("name text  value text"),
    # What storage limitation took away: ``periods`` is a list (JSON).
    "forgotten": _columns("made text  years integer  months integer  periods text"),
}

AREAS = "areas"
AREA_COLUMNS = _columns(
    "area_set text  area_id text  name text  objekt_id text  versions_id text  noegle text"
    "  position integer  valid_from text  valid_to text"
)
"""``valid_to`` is empty for the areas of today; ``position`` is their order in the set."""
OBSERVATIONS, RISK_MAP, INDEX_MAP = "observations", "risk_map", "index_map"
OBSERVATION_COLUMNS = _columns(
    "run integer  area_set text  area_id text  period text  indicator text  numerator real"
    "  denominator real  value real  persons real  households real  status text"
    "  vintage text  facet text  facet_value text  source text"
)
JUDGED_AS = "judged_as"
"""The setting that says how the assessments in the file were judged (JSON); nothing a user
chooses."""
AREA_BITS = 20
"""How many bits of a figure's row number are the area's."""

FIRST: Dict[str, Tuple[str, ...]] = {
    AREAS: ("geom", "area_set", "area_id", "name", "objekt_id", "versions_id"),
    "area_sets": (
        *("area_set", "name", "kind", "municipality", "theme", "source", "retrieved", "licence"),
    ),
    "observations": (
        *("run", "area_set", "area_id", "period", "indicator"),
        *("numerator", "denominator", "value"),
    ),
    "assessments": ("run", "area_set", "area_id", "period", "category", "risk_level"),
    "runs": ("run", "created", "plugin_version", "rule_set", "municipality", "schema_version"),
    RISK_MAP: ("geom", "name", "run", "area_set", "area_id", "period"),
}
"""What a monitor file of every version has: other files have not all of it."""


def column_names(table: str) -> Tuple[str, ...]:
    """The columns of ``table`` without its row number."""
    return tuple(name for name, _ in TABLES[table])
