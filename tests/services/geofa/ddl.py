"""PostgreSQL DDL of a ``fkg`` schema that behaves as GeoFA's: versions, code lists, updatable views.

Made from the plugin's own catalogue, so a column the catalogue lacks is a column the service lacks.
Semantics: objects are never deleted, each change is a version; ``fkg.<theme>`` shows the current
version, ``fkg.hist_<theme>`` all.
"""

from __future__ import annotations

from geofa_sociodemografi.core.catalogue.municipalities import municipalities
from geofa_sociodemografi.core.catalogue.themes import Theme, all_themes, code_list, common_columns

SQL_TYPES = {"integer": "integer", "text": "text", "uuid": "uuid", "timestamp": "timestamptz"}
EXAMPLE_CVR = 99999999
STORED_COMMON = ("versions_id", "objekt_id", "systid_fra", "systid_til", "oprettet", "cvr_kode", "bruger_id",
                 "oprindkode", "statuskode", "off_kode", "noegle", "note")
LOOKUPS = {"oprindelse": ("oprindelse", "g.oprindkode"), "status": ("status", "g.statuskode"),
           "offentlig": ("synlighed", "g.off_kode")}

BASE = """
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA fkg;
CREATE TABLE fkg.d_basis_ansvarlig_myndighed (cvr_kode integer PRIMARY KEY, cvr_navn varchar(128) NOT NULL,
  kommunekode integer, aktiv integer NOT NULL DEFAULT 1);
CREATE TABLE fkg.d_code (list text, code integer, name text NOT NULL, aktiv integer NOT NULL DEFAULT 1,
  PRIMARY KEY (list, code));
CREATE TABLE fkg.generel (
  versions_id uuid PRIMARY KEY, objekt_id uuid NOT NULL, systid_fra timestamptz NOT NULL, systid_til timestamptz,
  oprettet timestamptz NOT NULL, cvr_kode integer NOT NULL REFERENCES fkg.d_basis_ansvarlig_myndighed,
  bruger_id varchar(128) NOT NULL, oprindkode integer NOT NULL, statuskode integer NOT NULL,
  off_kode integer NOT NULL, noegle varchar(128), note varchar(254));
CREATE UNIQUE INDEX generel_current ON fkg.generel (objekt_id) WHERE systid_til IS NULL;
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _codes() -> str:
    rows = [
        f"INSERT INTO fkg.d_basis_ansvarlig_myndighed VALUES ({entry.cvr or EXAMPLE_CVR}, {_quoted(entry.name)}, "
        f"{int(entry.code)});"
        for entry in municipalities().values()
    ]
    lists = {"oprindelse", "status", "synlighed", "klassetrin"} | {f"{t.code}_type" for t in all_themes()}
    for name in sorted(lists):
        rows += [f"INSERT INTO fkg.d_code VALUES ({_quoted(name)}, {code}, {_quoted(text)});"
                 for code, text in code_list(name).items()]
    return "\n".join(rows)


def _own(theme: Theme) -> list:
    return [c for c in theme.columns[len(common_columns()):] if c.filled_by == "user" and c.type != "geometry"]


def _table(theme: Theme) -> str:
    columns = []
    for column in _own(theme):
        kind = f"varchar({column.length})" if column.length else SQL_TYPES[column.type]
        check = (f" CHECK ({column.name} BETWEEN {column.minimum} AND {column.maximum})"
                 if column.minimum is not None else "")
        columns.append(f"{column.name} {kind}{' NOT NULL' if column.required else ''}{check}")
    return (
        f"CREATE TABLE fkg.{theme.view}_t (versions_id uuid PRIMARY KEY REFERENCES fkg.generel, "
        f"{', '.join(columns)}, geometri geometry(MultiPolygon, 25832) NOT NULL);\n"
        f"CREATE INDEX ON fkg.{theme.view}_t USING gist (geometri);"
    )


def _selected(theme: Theme) -> str:
    """The view's columns in published order."""
    chosen = []
    for column in theme.columns:
        if column.name == "temakode":
            chosen.append(f"{theme.code}::integer AS temakode")
        elif column.name == "temanavn":
            chosen.append(f"{_quoted(theme.view)}::text AS temanavn")
        elif column.name in STORED_COMMON:
            chosen.append(f"g.{column.name}")
        elif column.name in ("cvr_navn", "kommunekode"):
            chosen.append(f"m.{column.name}")
        elif column.name in LOOKUPS:
            name, code = LOOKUPS[column.name]
            chosen.append(_lookup(name, code, column.name))
        elif column.filled_by == "lookup":
            source = {theme.fields["type_name"]: (f"{theme.code}_type", theme.fields["type"]),
                      "starttrin": ("klassetrin", "starttrin_kode"),
                      "slutttrin": ("klassetrin", "sluttrin_kode")}[column.name]
            chosen.append(_lookup(source[0], f"t.{source[1]}", column.name))
        else:
            chosen.append(f"t.{column.name}")
    return ", ".join(chosen)


def _lookup(name: str, code: str, alias: str) -> str:
    return f"(SELECT d.name FROM fkg.d_code d WHERE d.list = {_quoted(name)} AND d.code = {code}) AS {alias}"


def _views(theme: Theme) -> str:
    body = (
        f"SELECT {_selected(theme)} FROM fkg.generel g JOIN fkg.{theme.view}_t t USING (versions_id) "
        "LEFT JOIN fkg.d_basis_ansvarlig_myndighed m ON m.cvr_kode = g.cvr_kode"
    )
    history = theme.view.replace("t_", "hist_t_", 1)
    return (f"CREATE VIEW fkg.{theme.view} AS {body} WHERE g.systid_til IS NULL;\n"
            f"CREATE VIEW fkg.{history} AS {body};")


def _trigger(theme: Theme) -> str:
    own = [c.name for c in _own(theme)] + ["geometri"]
    values = ", ".join(f"NEW.{c}" if c != "geometri" else "ST_Multi(NEW.geometri)" for c in own)
    common = ("cvr_kode", "bruger_id", "oprindkode", "statuskode", "off_kode", "noegle", "note")
    return f"""
CREATE FUNCTION fkg.{theme.view}_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version uuid := gen_random_uuid();
  object uuid;
  made timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.objekt_id <> OLD.objekt_id THEN
    RAISE EXCEPTION 'Update of objekt_id is not allowed';
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    UPDATE fkg.generel SET systid_til = made WHERE objekt_id = OLD.objekt_id AND systid_til IS NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  object := CASE TG_OP WHEN 'UPDATE' THEN OLD.objekt_id ELSE coalesce(NEW.objekt_id, gen_random_uuid()) END;
  INSERT INTO fkg.generel (versions_id, objekt_id, systid_fra, oprettet, {', '.join(common)})
  VALUES (version, object, made, CASE TG_OP WHEN 'UPDATE' THEN OLD.oprettet ELSE made END,
          {', '.join('NEW.' + c for c in common)});
  INSERT INTO fkg.{theme.view}_t (versions_id, {', '.join(own)}) VALUES (version, {values});
  NEW.objekt_id := object;
  NEW.versions_id := version;
  RETURN NEW;
END $$;
CREATE TRIGGER change INSTEAD OF INSERT OR UPDATE OR DELETE ON fkg.{theme.view}
  FOR EACH ROW EXECUTE FUNCTION fkg.{theme.view}_change();
"""


def schema() -> str:
    """The whole DDL with code lists."""
    parts = [BASE, _codes()]
    for theme in all_themes():
        parts += [_table(theme), _views(theme), _trigger(theme)]
    return "\n".join(parts)


def inserts(theme: Theme, rows: object) -> str:
    """INSERT statements into the theme's view for the ``rows`` of ``example.municipality.district_rows``."""
    columns = ["objekt_id", "cvr_kode", "bruger_id", "oprindkode", "statuskode", "off_kode", "noegle", "note"]
    columns += [c.name for c in _own(theme)]
    statements = []
    for row in rows.to_dict("records"):
        given = [c for c in columns if row[c] is not None and row[c] == row[c]]
        values = [_quoted(str(row[c])) for c in given] + [f"ST_GeomFromWKB('\\x{row['wkb'].hex()}'::bytea, 25832)"]
        statements.append(f"INSERT INTO fkg.{theme.view} ({', '.join(given)}, geometri) VALUES ({', '.join(values)});")
    return "\n".join(statements)
