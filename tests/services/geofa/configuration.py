"""What the stand-in's programs are told: MapServer's map file, nginx' paths, passwords, and QGIS Server's projects."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Mapping

from geofa_sociodemografi.core.catalogue.geofa.themes import Theme, all_themes

from .ddl import PUBLIC

TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def map_file(url: str, postgres_port: int, database: str) -> str:
    """MapServer's map with every theme and, where there is one, its history."""
    layers = "\n".join(
        _layer(view, key, theme, postgres_port, database)
        for theme in all_themes()
        for view, key in ((theme.view, "objekt_id"), (f"hist_{theme.view}", "versions_id"))
    )
    return f"""MAP
 NAME "fkg"
 PROJECTION "init=epsg:25832" END
 EXTENT 400000 6000000 900000 6500000
 WEB METADATA
  "wfs_title" "GeoFA on loopback"
  "wfs_onlineresource" "{url}?"
  "wfs_srs" "EPSG:25832"
  "wfs_enable_request" "*"
  "wfs_namespace_prefix" "fkg"
  "wfs_namespace_uri" "http://127.0.0.1/fkg"
 END END
{layers}
END
"""


def _layer(view: str, key: str, theme: Theme, postgres_port: int, database: str) -> str:
    shape = "POLYGON" if theme.has_areas else "POINT"
    return f""" LAYER
  NAME "fkg.{view}"
  TYPE {shape}
  STATUS ON
  CONNECTIONTYPE POSTGIS
  CONNECTION "host=127.0.0.1 port={postgres_port} user={PUBLIC} dbname={database}"
  DATA "geometri FROM (SELECT * FROM fkg.{view}) AS t USING UNIQUE {key} USING SRID=25832"
  PROJECTION "init=epsg:25832" END
  METADATA
   "wfs_title" "{view}"
   "gml_include_items" "all"
   "gml_featureid" "{key}"
   "gml_types" "auto"
   "gml_geometries" "geometri"
   "gml_geometri_type" "multi{shape.lower()}"
  END
  TEMPLATE "ttt"
 END"""


def nginx(folder: Path, http_port: int, mapserver_port: int, qgis_port: int, api_port: int) -> str:
    """The paths of GeoFA, and under ``/gc2`` the same with GC2's own edit service."""
    temporary = "\n ".join(f"{kind}_temp_path {folder}/nginx/{kind};" for kind in TEMPORARY)
    return f"""{"user root;" if os.getuid() == 0 else ""}
pid {folder}/nginx.pid;
error_log {folder}/nginx/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
 access_log off;
 {temporary}
 client_max_body_size 64m;
 fastcgi_read_timeout 300s;
 proxy_read_timeout 300s;
 server {{
  listen 127.0.0.1:{http_port};
  location ~ ^(/gc2)?/ows/fkg/fkg$ {{
   fastcgi_pass 127.0.0.1:{mapserver_port};
   fastcgi_param QUERY_STRING $query_string;
   fastcgi_param REQUEST_METHOD $request_method;
   fastcgi_param CONTENT_TYPE $content_type;
   fastcgi_param CONTENT_LENGTH $content_length;
   fastcgi_param SERVER_NAME $server_name;
   fastcgi_param SERVER_PORT $server_port;
   fastcgi_param SCRIPT_NAME /ows/fkg/fkg;
   fastcgi_param MS_MAPFILE {folder}/fkg.map;
  }}
  location = /wfs/fkg/fkg/25832 {{
   auth_basic "GeoFA";
   auth_basic_user_file {folder}/passwords;
   proxy_pass http://127.0.0.1:{api_port}/qgis/$remote_user$is_args$args;
   proxy_set_header Host $http_host;
   proxy_set_header Authorization "";
  }}
  location ~ ^/qgis-server/(?<user>kom[0-9]+)$ {{
   fastcgi_pass 127.0.0.1:{qgis_port};
   fastcgi_param QUERY_STRING $query_string;
   fastcgi_param REQUEST_METHOD $request_method;
   fastcgi_param CONTENT_TYPE $content_type;
   fastcgi_param CONTENT_LENGTH $content_length;
   fastcgi_param REQUEST_URI /wfs/fkg/fkg/25832;
   fastcgi_param SERVER_NAME $server_name;
   fastcgi_param SERVER_PORT $server_port;
   fastcgi_param HTTP_HOST $http_host;
   fastcgi_param SCRIPT_NAME /wfs/fkg/fkg/25832;
   fastcgi_param QGIS_PROJECT_FILE {folder}/projects/$user.qgs;
  }}
  location /api/ {{ proxy_pass http://127.0.0.1:{api_port}/api/; }}
  location /gc2/api/ {{ proxy_pass http://127.0.0.1:{api_port}/api/; }}
  location /gc2/wfs/ {{ proxy_pass http://127.0.0.1:{api_port}/wfs/; proxy_set_header Host $http_host; }}
 }}
}}
"""


def passwords(accounts: Mapping[str, str]) -> str:
    """nginx' password file: ``{SHA}`` hashes."""
    return "".join(
        f"{name}:{{SHA}}{base64.b64encode(hashlib.sha1(word.encode('utf-8')).digest()).decode()}\n"
        for name, word in accounts.items()
    )


def write_projects(folder: Path, users: "list[str]", postgres_port: int, database: str) -> None:
    """QGIS Server's projects, one per user, in a process of its own (QGIS cannot be started twice in one)."""
    folder.mkdir()
    done = subprocess.run(
        [
            "/usr/bin/python3",
            "-m",
            "tests.services.geofa.projects",
            str(folder),
            str(postgres_port),
            database,
            *users,
        ],
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        },
    )
    if done.returncode:
        raise RuntimeError(f"QGIS Server's projects could not be made: {done.stderr[-2000:]}")
