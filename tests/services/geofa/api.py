"""``python3 -m tests.services.geofa.api``: the SQL APIs, tokens and meta of GeoFA, and GC2's own WFS-T.

Answers as GeoDanmarkGeoFA/Dokumentation (api.md) and mapcentia/geocloud2 say: v2 for public rows without login (EPSG:3857
unless asked otherwise), v4 with a token (EPSG:4326 unless asked otherwise), all statements of one request in one
transaction, LIMIT and COUNT 0 errors, at most 100,000 rows without a word about the rest.
"""

from __future__ import annotations

import base64
import datetime
import json
import re
import secrets
import sys
from contextlib import contextmanager

import psycopg2
import psycopg2.extras
import requests
from flask import Flask, Response, request

from tests.services.geofa import gc2
from tests.services.geofa.ddl import ACCOUNTS_TABLE, PUBLIC

ALLOWED = re.compile(r"\s*(select|insert|update|delete)\b", re.IGNORECASE)
PARAMETER = re.compile(r"(?<!:):([a-z_][a-z0-9_]*)")
STATEMENT_MILLISECONDS = 60_000
TEXTS, NUMERIC = (2950, 1184, 1082), 1700
"""PostgreSQL's numbers for uuid, timestamptz and date, which travel as texts, and for numeric."""
UTC = datetime.timezone.utc

app = Flask("geofa")
settings = {"port": 0, "http_port": 0, "database": "fkg", "rows": 100_000, "token_seconds": 3600}


@contextmanager
def database(user: str):
    """A connection as ``user``; committed when the block ends well."""
    connection = psycopg2.connect(
        host="127.0.0.1", port=settings["port"], dbname=settings["database"], user=user
    )
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", (STATEMENT_MILLISECONDS,))
            yield cursor
    finally:
        connection.close()


def failure(message: str, code: int, error: str = "") -> Response:
    """An error as GC2 tells it."""
    said = {"success": False, "message": message, "code": code}
    if error:
        said.update(error=error, error_description=message)
    return Response(json.dumps(said), code, mimetype="application/json")


# -- tokens --------------------------------------------------------------------------------------


def password_is_right(name: str, password: str) -> bool:
    """Does an account have this password?"""
    with database("fkg") as cursor:
        cursor.execute(f"SELECT password FROM {ACCOUNTS_TABLE} WHERE name = %s", (name,))
        found = cursor.fetchone()
    return found is not None and secrets.compare_digest(found[0].encode(), password.encode())


def new_token(name: str, kind: str, seconds: float) -> str:
    """A token that is remembered until it ends."""
    token = secrets.token_urlsafe(32)
    with database("fkg") as cursor:
        cursor.execute(
            "INSERT INTO api.token VALUES (%s, %s, %s, now() + %s * interval '1 second')",
            (token, name, kind, seconds),
        )
    return token


def user_of(token: str, kind: str) -> "str | None":
    """Whose living token it is."""
    with database("fkg") as cursor:
        cursor.execute(
            "SELECT name FROM api.token WHERE token = %s AND kind = %s AND ends > now()",
            (token, kind),
        )
        found = cursor.fetchone()
    return found[0] if found else None


@app.post("/api/v4/oauth")
def oauth() -> Response:
    """Password and refresh grants."""
    asked = request.get_json(silent=True) or {}
    if not asked.get("client_id"):
        return failure("client_id is missing", 400, "invalid_request")
    if asked.get("grant_type") == "password":
        name = str(asked.get("username", ""))
        if asked.get("database") != settings["database"] or not password_is_right(
            name, str(asked.get("password", ""))
        ):
            return failure(
                "Could not authenticate the user. Check username and password", 400, "invalid_grant"
            )
        refresh = {"refresh_token": new_token(name, "refresh", 24 * 3600)}
    elif asked.get("grant_type") == "refresh_token":
        name, refresh = user_of(str(asked.get("refresh_token", "")), "refresh"), {}
        if name is None:
            return failure("Not an refresh token", 400, "invalid_grant")
    else:
        return failure(
            "grant_type must be either password, refresh_token or authorization_code",
            401,
            "unsupported_grant_type",
        )
    return Response(
        json.dumps(
            {
                "access_token": new_token(name, "access", settings["token_seconds"]),
                "token_type": "bearer",
                "expires_in": settings["token_seconds"],
                "scope": "",
                **refresh,
            }
        ),
        201,
        mimetype="application/json",
    )


def bearer() -> "str | None":
    """The user of the request's token."""
    sort, _, token = request.headers.get("Authorization", "").partition(" ")
    return user_of(token, "access") if sort == "Bearer" else None


# -- SQL -----------------------------------------------------------------------------------------


def prepared(statement: str, parameters: dict) -> "tuple[str, dict]":
    """The statement with psycopg2's placeholders; objects become JSON texts."""
    text = PARAMETER.sub(r"%(\1)s", statement.replace("%", "%%"))
    return text, {
        k: json.dumps(v) if isinstance(v, (dict, list)) else v for k, v in parameters.items()
    }


def refuse_other_statements(statement: str) -> None:
    """Raise ``ValueError`` for what is neither select, insert, update nor delete, or more than one statement."""
    if not ALLOWED.match(statement) or ";" in statement:
        raise ValueError("Only select, insert, update and delete can be used")


def rows_of(
    cursor: object, statement: str, parameters: dict, srs: int, limit: int
) -> "tuple[list, list]":
    """(columns, rows) of a select; geometry as parsed GeoJSON in ``srs``, times and ids as texts."""
    text, values = prepared(statement, parameters)
    cursor.execute("SELECT oid FROM pg_type WHERE typname = 'geometry'")
    (geometry,) = cursor.fetchone()
    cursor.execute(f"SELECT * FROM ({text}) AS foo LIMIT 0", values)
    columns = [
        (column.name, column.type_code == geometry, column.type_code)
        for column in cursor.description
    ]
    chosen = ", ".join(
        f'ST_AsGeoJSON(ST_Transform(ST_Force2D("{name}"), {int(srs)})) AS "{name}"'
        if is_geometry
        else f'"{name}"::text AS "{name}"'
        if kind in TEXTS
        else f'"{name}"::float AS "{name}"'
        if kind == NUMERIC
        else f'"{name}"'
        for name, is_geometry, kind in columns
    )
    cursor.execute(f"SELECT {chosen} FROM ({text}) AS foo LIMIT {int(limit)}", values)
    rows = [
        [
            json.loads(value) if is_geometry and value else value
            for value, (_, is_geometry, _) in zip(row, columns)
        ]
        for row in cursor.fetchall()
    ]
    return [(name, is_geometry) for name, is_geometry, _ in columns], rows


def select_answer(cursor: object, asked: dict, output: str) -> dict:
    """The answer to a select, as ``json`` or ``geojson``."""
    columns, rows = rows_of(
        cursor, asked["q"], (asked.get("params") or {}), asked["srs"], settings["rows"]
    )
    if output == "geojson":
        features = [
            {
                "type": "Feature",
                "geometry": next(
                    (v for v, (_, is_geometry) in zip(row, columns) if is_geometry), None
                ),
                "properties": {
                    n: v for v, (n, is_geometry) in zip(row, columns) if not is_geometry
                },
            }
            for row in rows
        ]
        return {"success": True, "type": "FeatureCollection", "features": features}
    return {"success": True, "data": [{n: v for v, (n, _) in zip(row, columns)} for row in rows]}


def change_answer(cursor: object, asked: dict) -> dict:
    """The answer to an insert, update or delete with any number of parameter sets."""
    sets = asked.get("params") or [{}]
    affected, data = 0, []
    for parameters in [sets] if isinstance(sets, dict) else sets:
        text, values = prepared(asked["q"], parameters)
        cursor.execute(text, values)
        affected += cursor.rowcount
        if cursor.description:
            names = [column.name for column in cursor.description]
            data += [dict(zip(names, map(str, row))) for row in cursor.fetchall()]
    if not affected:
        raise psycopg2.errors.RaiseException("COUNT 0 ERROR")
    return {"affected_rows": affected, **({"data": data} if data else {})}


def run(user: str, statements: list, default_srs: int, output: str) -> Response:
    """Every statement in one transaction."""
    answers = []
    try:
        with database(user) as cursor:
            for asked in statements:
                refuse_other_statements(str(asked.get("q", "")))
                asked.setdefault("srs", default_srs)
                if asked["q"].lstrip().lower().startswith("select"):
                    answer = select_answer(cursor, asked, output)
                else:
                    answer = change_answer(cursor, asked)
                answers.append({**answer, "auth_check": {"statement": asked["q"]}})
    except ValueError as error:
        return failure(str(error), 406)
    except psycopg2.Error as error:
        return failure(str(error).split("\n")[0], 500)
    return Response(
        json.dumps(answers[0] if len(answers) == 1 else answers), mimetype="application/json"
    )


@app.route("/api/v2/sql/fkg", methods=["GET", "POST"])
def sql_v2() -> Response:
    """Public rows without login."""
    asked = {"q": request.values.get("q", ""), "srs": int(request.values.get("srs", 3857))}
    if not asked["q"].lstrip().lower().startswith("select"):
        return failure("Not allowed", 403)
    return run(PUBLIC, [asked], 3857, request.values.get("format", "geojson"))


@app.post("/api/v4/sql")
def sql_v4() -> Response:
    """With a token."""
    user = bearer()
    if user is None:
        return failure("Token is missing, wrong or expired", 401)
    asked = request.get_json(silent=True)
    if not asked:
        return failure("POST without request body is not allowed.", 400)
    return run(user, asked if isinstance(asked, list) else [asked], 4326, "json")


@app.post("/api/v4/sql/database/fkg")
def sql_without_token() -> Response:
    """Public rows without a token."""
    asked = request.get_json(silent=True)
    return run(PUBLIC, asked if isinstance(asked, list) else [asked], 4326, "json")


@app.get("/api/v4/meta/<relations>")
def meta(relations: str) -> Response:
    """Columns and types of views."""
    if bearer() is None:
        return failure("Token is missing, wrong or expired", 401)
    found = []
    with database("fkg") as cursor:
        for name in relations.split(","):
            cursor.execute(
                "SELECT column_name, data_type, character_maximum_length FROM information_schema.columns "
                "WHERE table_schema || '.' || table_name = %s ORDER BY ordinal_position",
                (name,),
            )
            fields = {
                c: {"type": kind, "character_maximum_length": length}
                for c, kind, length in cursor.fetchall()
            }
            if fields:
                found.append(
                    {
                        "f_table_schema": "fkg",
                        "f_table_name": name.partition(".")[2],
                        "fields": fields,
                    }
                )
    return Response(json.dumps({"relations": found}), mimetype="application/json")


# -- QGIS Server's WFS-T -------------------------------------------------------------------------

GEOMETRY = re.compile(r"(<(?:wfs:)?Name>\s*|</?\w+:)geometri(\s*</(?:wfs:)?Name>|>)")
GEOMETRY_BACK = re.compile(r"(<(?:/?qgs:|element [^>]*name=\"))geometry\b")
TYPENAME = re.compile(r"(typename=)fkg(?::|%3A)", re.IGNORECASE)


@app.route("/qgis/<user>", methods=["GET", "POST"])
def qgis_server(user: str) -> Response:
    """QGIS Server calls every geometry ``geometry`` and reads a type by its bare name; GeoFA does neither."""
    url = f"http://127.0.0.1:{settings['http_port']}/qgis-server/{user}"
    query = TYPENAME.sub(r"\1", request.query_string.decode("ascii"))
    body = GEOMETRY.sub(r"\1geometry\2", request.get_data(as_text=True))
    headers = {
        "Host": request.headers["Host"],
        "Content-Type": request.headers.get("Content-Type", "text/xml"),
    }
    answer = requests.request(
        request.method, f"{url}?{query}", data=body.encode("utf-8"), headers=headers, timeout=300
    )
    text = GEOMETRY_BACK.sub(r"\1geometri", answer.content.decode("utf-8"))
    return Response(
        text,
        answer.status_code,
        mimetype=answer.headers.get("Content-Type", "text/xml").split(";")[0],
    )


# -- GC2's WFS-T ---------------------------------------------------------------------------------


@app.route("/wfs/fkg/fkg/25832", methods=["GET", "POST"])
def wfs() -> Response:
    """The edit service with GC2's own rules."""
    sort, _, word = request.headers.get("Authorization", "").partition(" ")
    name, _, password = (
        base64.b64decode(word).decode("utf-8").partition(":") if sort == "Basic" else ("", "", "")
    )
    if not password_is_right(name, password):
        return Response(
            "Could not authenticate you", 401, {"WWW-Authenticate": 'Basic realm="GeoFA"'}
        )
    try:
        with database(name) as cursor:
            body = gc2.answer(cursor, request)
    except (psycopg2.Error, gc2.OwsError) as error:
        body = gc2.exception_report(str(error).split("\n")[0])
    return Response(body, mimetype="text/xml")


if __name__ == "__main__":
    settings.update(zip(("port", "http_port", "rows", "token_seconds"), map(int, sys.argv[2:])))
    app.run("127.0.0.1", int(sys.argv[1]), threaded=True)
