"""PostgreSQL DDL of a ``fkg`` schema that behaves as GeoFA's: versions, code lists, updatable views, who sees what.

Made from the plugin's own catalogue, so a column the catalogue lacks is a column the service lacks.
Semantics: objects are never deleted, each change is a version; ``fkg.<theme>`` shows the current version,
``fkg.hist_<theme>`` all. A municipality's user sees what is public, what authorities may see and its own, and changes
its own alone: an object of another is passed over in silence, one that would become another's is a LIMIT ERROR.
"""

from __future__ import annotations

from typing import List, Optional, Tuple

from geofa_sociodemografi.core.catalogue.geofa.themes import (
    Theme,
    ThemeColumn,
    all_themes,
    code_list,
    code_table,
    common_columns,
)
from geofa_sociodemografi.core.catalogue.law.municipalities import municipalities

SQL_TYPES = {
    "integer": "integer",
    "text": "text",
    "uuid": "uuid",
    "timestamp": "timestamptz",
    "numeric": "numeric(14, 2)",
    "date": "date",
}
STORED_COMMON = (
    "versions_id",
    "objekt_id",
    "systid_fra",
    "systid_til",
    "oprettet",
    "cvr_kode",
    "bruger_id",
    "oprindkode",
    "statuskode",
    "off_kode",
    "noegle",
    "note",
)
SENT_COMMON = STORED_COMMON[5:]
COMMON_LISTS = ("oprindelse", "status", "synlighed")
GRADE_TEXTS = {"starttrin": "starttrin_kode", "slutttrin": "sluttrin_kode"}
PUBLIC = "geofa_public"
ACCOUNTS_TABLE = "api.account"

BASE = f"""
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA fkg;
CREATE SCHEMA dagi;
CREATE SCHEMA api;
CREATE ROLE {PUBLIC} LOGIN;
CREATE ROLE geofa_editor NOLOGIN;
CREATE TABLE {ACCOUNTS_TABLE} (name text PRIMARY KEY, password text NOT NULL);
CREATE TABLE api.token (token text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, ends timestamptz NOT NULL);
CREATE TABLE dagi.kommune (kommunekode integer PRIMARY KEY, geometri geometry(MultiPolygon, 25832) NOT NULL);
CREATE TABLE fkg.d_basis_ansvarlig_myndighed (cvr_kode integer PRIMARY KEY, cvr_navn varchar(128) NOT NULL,
  kommunekode integer, aktiv integer NOT NULL DEFAULT 1);
"""
# The user is asked for once per statement, not once per row: hence the subselects of the views.
OBJECTS = """
CREATE TABLE fkg.generel (
  versions_id uuid PRIMARY KEY, objekt_id uuid NOT NULL, systid_fra timestamptz NOT NULL, systid_til timestamptz,
  oprettet timestamptz NOT NULL, cvr_kode integer NOT NULL REFERENCES fkg.d_basis_ansvarlig_myndighed,
  bruger_id varchar(128) NOT NULL, oprindkode integer NOT NULL REFERENCES fkg.d_basis_oprindelse,
  statuskode integer NOT NULL REFERENCES fkg.d_basis_status, off_kode integer NOT NULL REFERENCES fkg.d_basis_offentlig,
  noegle varchar(128), note varchar(254));
CREATE UNIQUE INDEX generel_current ON fkg.generel (objekt_id) WHERE systid_til IS NULL;
CREATE FUNCTION fkg.own() RETURNS integer LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN session_user ~ '^kom[0-9]{3}$' THEN substr(session_user, 4)::integer END $$;
CREATE FUNCTION fkg.is_master() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT session_user = 'fkg' $$;
CREATE FUNCTION fkg.refuse_foreign(municipality integer, place geometry) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF fkg.is_master() THEN RETURN; END IF;
  IF municipality IS DISTINCT FROM fkg.own() OR EXISTS (
      SELECT FROM dagi.kommune k WHERE k.kommunekode = fkg.own() AND NOT ST_Within(place, ST_Buffer(k.geometri, 1000)))
  THEN RAISE EXCEPTION 'LIMIT ERROR'; END IF;
END $$;
"""
GRANTS = f"""
GRANT USAGE ON SCHEMA fkg TO {PUBLIC}, geofa_editor;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA fkg TO {PUBLIC}, geofa_editor;
"""


def quoted(text: str) -> str:
    """``text`` as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def lists() -> List[str]:
    """The code lists the themes use."""
    used = {c.code_list for theme in all_themes() for c in theme.columns if c.code_list}
    return sorted(used | set(COMMON_LISTS))


def _codes() -> str:
    rows = [
        f"INSERT INTO fkg.d_basis_ansvarlig_myndighed VALUES ({entry.cvr}, {quoted(entry.name)}, {int(entry.code)});"
        for entry in municipalities().values()
    ]
    return "\n".join([*rows, *map(_code_table, lists())])


def _code_table(name: str) -> str:
    about, codes = code_table(name), code_list(name)
    kind = "text" if any(isinstance(code, str) for code in codes) else "integer"
    rows = [
        f"CREATE TABLE fkg.{about.table} ({about.code} {kind} PRIMARY KEY, {about.text} text NOT NULL, "
        "aktiv integer NOT NULL DEFAULT 1);"
    ]
    rows += [
        f"INSERT INTO fkg.{about.table} VALUES ({quoted(str(code))}, {quoted(text)});"
        for code, text in codes.items()
    ]
    return "\n".join(rows)


def own_columns(theme: Theme) -> List[ThemeColumn]:
    """The theme's own columns that users fill, without the geometry."""
    return [
        c
        for c in theme.columns[len(common_columns()) :]
        if c.filled_by == "user" and c.type != "geometry"
    ]


def _table(theme: Theme) -> str:
    columns = []
    for column in own_columns(theme):
        kind = f"varchar({column.length})" if column.length else SQL_TYPES[column.type]
        check = (
            f" CHECK ({column.name} BETWEEN {column.minimum} AND {column.maximum})"
            if column.minimum is not None
            else ""
        )
        reference = (
            f" REFERENCES fkg.{code_table(column.code_list).table}" if column.code_list else ""
        )
        if column.code_list and isinstance(next(iter(code_list(column.code_list))), str):
            kind = "text"
        columns.append(
            f"{column.name} {kind}{' NOT NULL' if column.required else ''}{check}{reference}"
        )
    return (
        f"CREATE TABLE fkg.{theme.view}_t (versions_id uuid PRIMARY KEY REFERENCES fkg.generel, "
        f"{', '.join(columns)}, geometri geometry({theme.geometry_type}, 25832) NOT NULL CHECK (ST_IsValid(geometri)));\n"
        f"CREATE INDEX ON fkg.{theme.view}_t USING gist (geometri);"
    )


def _selected(theme: Theme) -> str:
    """The view's columns in published order."""
    chosen = []
    for column in theme.columns:
        if column.name == "temakode":
            chosen.append(f"{theme.code}::integer AS temakode")
        elif column.name == "temanavn":
            chosen.append(f"{quoted(theme.view)}::text AS temanavn")
        elif column.name in STORED_COMMON:
            chosen.append(f"g.{column.name}")
        elif column.name in ("cvr_navn", "kommunekode"):
            chosen.append(f"m.{column.name}")
        elif column.filled_by == "lookup":
            chosen.append(_lookup(theme, column.name))
        else:
            chosen.append(f"t.{column.name}")
    return ", ".join(chosen)


def _source_of(theme: Theme, text: str) -> "Optional[Tuple[str, str]]":
    """(code list, code column) behind the lookup column ``text``."""
    if text in GRADE_TEXTS:
        return "klassetrin", f"t.{GRADE_TEXTS[text]}"
    for column in theme.columns:
        if column.code_list and code_table(column.code_list).text == text:
            return column.code_list, f"{'g' if column in common_columns() else 't'}.{column.name}"
    return None


def _lookup(theme: Theme, text: str) -> str:
    source = _source_of(theme, text)
    if source is None:  # street and postal code names, whose registers the stand-in lacks
        return f"NULL::text AS {text}"
    about = code_table(source[0])
    return f"(SELECT d.{about.text} FROM fkg.{about.table} d WHERE d.{about.code} = {source[1]}) AS {text}"


def _views(theme: Theme) -> str:
    body = (
        f"SELECT {_selected(theme)} FROM fkg.generel g JOIN fkg.{theme.view}_t t USING (versions_id) "
        "LEFT JOIN fkg.d_basis_ansvarlig_myndighed m ON m.cvr_kode = g.cvr_kode "
        "WHERE (g.off_kode = 1 OR (SELECT fkg.is_master()) OR m.kommunekode = (SELECT fkg.own()) "
        "OR (g.off_kode = 3 AND (SELECT fkg.own()) IS NOT NULL))"
    )
    history = f"hist_{theme.view}"
    return (
        f"CREATE VIEW fkg.{theme.view} AS {body} AND g.systid_til IS NULL;\n"
        f"CREATE VIEW fkg.{history} AS {body};\n"
        f"GRANT SELECT ON fkg.{theme.view}, fkg.{history} TO {PUBLIC}, geofa_editor;\n"
        f"GRANT INSERT, UPDATE, DELETE ON fkg.{theme.view} TO geofa_editor;"
    )


def _trigger(theme: Theme) -> str:
    own = [c.name for c in own_columns(theme)] + ["geometri"]
    values = ", ".join(f"NEW.{c}" if c != "geometri" else "ST_Multi(NEW.geometri)" for c in own)
    return f"""
CREATE FUNCTION fkg.{theme.view}_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  version uuid := gen_random_uuid();
  object uuid;
  made timestamptz := clock_timestamp();
BEGIN
  IF TG_OP <> 'INSERT' AND NOT fkg.is_master() AND OLD.kommunekode IS DISTINCT FROM fkg.own() THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND NEW.objekt_id <> OLD.objekt_id THEN
    RAISE EXCEPTION 'Update of objekt_id is not allowed';
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM fkg.refuse_foreign((SELECT kommunekode FROM fkg.d_basis_ansvarlig_myndighed m
                                WHERE m.cvr_kode = NEW.cvr_kode), NEW.geometri);
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    UPDATE fkg.generel SET systid_til = made WHERE objekt_id = OLD.objekt_id AND systid_til IS NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  object := CASE TG_OP WHEN 'UPDATE' THEN OLD.objekt_id ELSE coalesce(NEW.objekt_id, gen_random_uuid()) END;
  INSERT INTO fkg.generel (versions_id, objekt_id, systid_fra, oprettet, {", ".join(SENT_COMMON)})
  VALUES (version, object, made, CASE TG_OP WHEN 'UPDATE' THEN OLD.oprettet ELSE made END,
          {", ".join("NEW." + c for c in SENT_COMMON)});
  INSERT INTO fkg.{theme.view}_t (versions_id, {", ".join(own)}) VALUES (version, {values});
  NEW.objekt_id := object;
  NEW.versions_id := version;
  NEW.systid_fra := made;
  RETURN NEW;
END $$;
CREATE TRIGGER change INSTEAD OF INSERT OR UPDATE OR DELETE ON fkg.{theme.view}
  FOR EACH ROW EXECUTE FUNCTION fkg.{theme.view}_change();
"""


def schema() -> str:
    """The whole DDL with code lists."""
    parts = [BASE, _codes(), OBJECTS]
    for theme in all_themes():
        parts += [_table(theme), _views(theme), _trigger(theme)]
    tables = ", ".join(f"fkg.{code_table(name).table}" for name in lists())
    parts += [
        GRANTS,
        f"GRANT SELECT ON fkg.d_basis_ansvarlig_myndighed, {tables} TO {PUBLIC}, geofa_editor;",
    ]
    return "\n".join(parts)


def added(theme: Theme) -> str:
    """A theme that GeoFA does not have, with its code lists, as it would be there."""
    own = sorted({c.code_list for c in own_columns(theme) if c.code_list} - set(lists()))
    return "\n".join([*map(_code_table, own), _table(theme), _views(theme), _trigger(theme)])


def removed(theme: Theme) -> str:
    """Undo ``added``."""
    own = sorted({c.code_list for c in own_columns(theme) if c.code_list} - set(lists()))
    tables = ", ".join([f"fkg.{theme.view}_t", *(f"fkg.{code_table(name).table}" for name in own)])
    return (
        f"CREATE TEMP TABLE gone AS SELECT versions_id FROM fkg.{theme.view}_t;"
        f"DROP TABLE {tables} CASCADE; DROP FUNCTION IF EXISTS fkg.{theme.view}_change;"
        "DELETE FROM fkg.generel WHERE versions_id IN (SELECT versions_id FROM gone)"
    )


def account(name: str, password: str) -> str:
    """A municipality's user (``kom461``)."""
    return (
        f"CREATE ROLE {name} LOGIN IN ROLE geofa_editor;\n"
        f"INSERT INTO {ACCOUNTS_TABLE} VALUES ({quoted(name)}, {quoted(password)});"
    )


def inserts(theme: Theme, rows: object) -> str:
    """INSERT statements into the theme's view for the ``rows`` of ``example.municipality.district_rows``."""
    columns = ["objekt_id", *SENT_COMMON] + [c.name for c in own_columns(theme)]
    statements = []
    for row in rows.to_dict("records"):
        given = [c for c in columns if c in row and row[c] is not None and row[c] == row[c]]
        values = [quoted(str(row[c])) for c in given] + [
            f"ST_GeomFromWKB('\\x{row['wkb'].hex()}'::bytea, 25832)"
        ]
        statements.append(
            f"INSERT INTO fkg.{theme.view} ({', '.join(given)}, geometri) VALUES ({', '.join(values)});"
        )
    return "\n".join(statements)
