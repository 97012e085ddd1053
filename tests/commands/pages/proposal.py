"""The proposal of a GeoFA theme: in the form of GeoFA's theme tables, and as DDL."""

from __future__ import annotations

from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.indicators.definitions import (
    all_indicators,
)

from tests.commands.pages.table import table_lines
from tests.commands.pages.words import WORDS

PROPOSAL = "proposal_6300.json"
SQL_TYPES = {"integer": "integer", "uuid": "uuid", "date": "date"}


def _sql_type(column: dict) -> str:
    if column["type"] == "text":
        return f"character varying({column['length']})"
    if column["type"] == "numeric":
        return f"numeric({column['precision']},{column['scale']})"
    return SQL_TYPES[column["type"]]


def proposal_page() -> str:
    """The proposed theme in the form of GeoFA's theme tables."""
    about = files.read(PROPOSAL)
    lines = [
        f"# Forslag: tema {about['code']} {about['title']['da']}",
        "",
        WORDS["da"]["made"],
        "",
        f"**{about['status']['da']}** {about['definition']['da']}",
        "",
        about["registration"]["da"],
        "",
        f"*{about['status']['en']} {about['definition']['en']} {about['registration']['en']}*",
        "",
        f"View `fkg.{about['view']}`, tabel `fkg.{about['view']}_t`, {about['geometry_type']}, {about['crs']}. Temaets egne "
        "felter ud over de fælles (`temakode`, `objekt_id`, `versions_id`, `cvr_kode`, `bruger_id`, `oprindkode`, "
        "`statuskode`, `off_kode`, `noegle`, `note`, …):",
        "",
    ]
    lines += table_lines(
        ["felt", "10 tegn", "type", "O/F/S", "kodeliste", "krav", "betydning"],
        [
            (
                f"`{c['name']}`",
                f"`{c['short_name']}`",
                _sql_type(c),
                "S" if c["filled_by"] == "lookup" else "O" if c["required"] else "F",
                c.get("code_list", ""),
                c.get("check") or (f"{c['minimum']}–{c['maximum']}" if "minimum" in c else ""),
                c["alias"]["da"],
            )
            for c in about["columns"]
        ],
    )
    lines += ["## Regler", ""] + [f"- {c['text']['da']}" for c in about["constraints"]] + [""]
    names = {i.id: i.name["da"] for i in all_indicators()}
    for name, codes in about["code_lists"].items():
        lines += [f"## Kodeliste `d_{name}`", ""]
        lines += table_lines(
            ["kode", "tekst"],
            [
                (code, f"`{text}` {names[text]}" if text in names else text)
                for code, text in codes.items()
            ],
        )
    lines += [f"Kilde: {about['source']}", "", "DDL: [geofa-6300.sql](geofa-6300.sql)"]
    return "\n".join(lines).rstrip() + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def proposal_sql() -> str:
    """The proposed theme as PostgreSQL DDL, on top of GeoFA's ``fkg.generel``."""
    about = files.read(PROPOSAL)
    lines = [
        "-- Forslag til GeoFA: tema 6300 Sociodemografi. Skrevet af make docs; forudsætter fkg.generel og PostGIS.",
        "",
    ]
    names = {i.id: i.name["da"] for i in all_indicators()}
    for name, codes in about["code_lists"].items():
        short = name.split("_", 1)[1]
        lines += [
            f"CREATE TABLE fkg.d_{name} (",
            f"  {short}_kode integer PRIMARY KEY,",
            f"  {short} character varying(128) NOT NULL,",
            "  noegle character varying(64),",
            "  aktiv integer NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1))",
            ");",
        ]
        rows = [
            f"  ({code}, {_quoted(names.get(text, text))}, {_quoted(text) if text in names else 'NULL'})"
            for code, text in codes.items()
        ]
        lines += [
            f"INSERT INTO fkg.d_{name} ({short}_kode, {short}, noegle) VALUES",
            ",\n".join(rows) + ";",
            "",
        ]
    table = f"fkg.{about['view']}_t"
    columns = ["  versions_id uuid PRIMARY KEY REFERENCES fkg.generel (versions_id)"]
    for column in about["columns"]:
        if column["filled_by"] == "lookup":
            continue
        text = f"  {column['name']} {_sql_type(column)}" + (
            " NOT NULL" if column["required"] else ""
        )
        if "code_list" in column:
            text += f" REFERENCES fkg.d_{column['code_list']}"
        if "minimum" in column:
            text += f" CHECK ({column['name']} BETWEEN {column['minimum']} AND {column['maximum']})"
        if "check" in column:
            text += f" CHECK ({column['check']})"
        columns.append(text)
    columns.append("  geometri geometry(MultiPolygon, 25832) NOT NULL CHECK (ST_IsValid(geometri))")
    columns += [
        f"  CONSTRAINT {c['name']} CHECK ({c['check']})"
        for c in about["constraints"]
        if "check" in c
    ]
    lines += [
        f"CREATE TABLE {table} (",
        ",\n".join(columns),
        ");",
        f"CREATE INDEX ON {table} USING gist (geometri);",
    ]
    for constraint in about["constraints"]:
        if "unique" in constraint:
            names_ = ", ".join(constraint["unique"])
            lines += [
                f"-- {constraint['text']['da']} Gældende objekter er dem med systid_til IS NULL i fkg.generel;",
                "-- reglen håndhæves derfor i temaets trigger, og dette indeks gør opslaget hurtigt.",
                f"CREATE INDEX {constraint['name']} ON {table} ({names_});",
            ]
    own = ", ".join(
        f"t.{c['name']}" if c["filled_by"] == "user" else f"d_{c['name']}.{c['name']}"
        for c in about["columns"]
    )
    joins = "\n".join(
        f"JOIN fkg.d_{c['code_list']} AS d_{c['name'][:-5]} USING ({c['code_list'].split('_', 1)[1]}_kode)"
        for c in about["columns"]
        if "code_list" in c
    )
    lines += [
        "",
        f"CREATE VIEW fkg.{about['view']} AS",
        f"SELECT {about['code']} AS temakode, {_quoted(about['view'])}::text AS temanavn, g.objekt_id, g.versions_id,",
        "  g.systid_fra, g.systid_til, g.oprettet, g.cvr_kode, g.bruger_id, g.oprindkode, g.statuskode, g.off_kode,",
        f"  g.noegle, g.note, {own}, t.geometri",
        f"FROM fkg.generel AS g JOIN {table} AS t USING (versions_id)",
        joins,
        "WHERE g.systid_til IS NULL;",
    ]
    lines += [f"COMMENT ON TABLE {table} IS {_quoted(about['definition']['da'])};"]
    return "\n".join(lines) + "\n"
