"""A stand-in for GeoFA on loopback: PostGIS with a ``fkg`` schema, served by MapServer behind nginx.

GeoFA itself runs MapServer at ``/ows/fkg/fkg``. All programs are Debian's; nothing listens beyond
127.0.0.1. Use ``python3 -m tests.services.geofa up|down`` through the Makefile.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from geofa_sociodemografi.core.catalogue.themes import Theme, all_themes

from . import ddl

POSTGRES_BIN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
MAPSERV = "/usr/lib/cgi-bin/mapserv"
DATABASE = "fkg"


def default_folder() -> Path:
    """Where ``make geofa-up`` keeps the running service."""
    return Path(tempfile.gettempdir()) / f"geofa-sociodemografi-{os.getuid()}"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _as_postgres(command: list) -> list:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


def _run(command: list, **options: object) -> subprocess.CompletedProcess:
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-2000:]}{done.stdout[-1000:]}")
    return done


def _is_ours(pid: int) -> bool:
    """Is the process one of the service's programs? A stale number may be somebody else's by now."""
    command = Path(f"/proc/{pid}/cmdline")
    return command.exists() and any(name in command.read_bytes() for name in (b"nginx", b"mapserv"))


@dataclass
class LocalGeofa:
    """The service in ``folder``."""

    folder: Path
    http_port: int
    postgres_port: int
    fcgi_port: int

    @property
    def url(self) -> str:
        """The WFS address."""
        return f"http://127.0.0.1:{self.http_port}/ows/fkg/fkg"

    # -- starting ------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the database, MapServer and nginx; make the schema."""
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o755)
        self._start_postgres()
        self.sql(f"CREATE DATABASE {DATABASE}", "postgres")
        self.sql(ddl.schema())
        self._start_mapserver()
        self._start_nginx()
        (self.folder / "state.json").write_text(
            json.dumps([self.http_port, self.postgres_port, self.fcgi_port]), encoding="utf-8")
        self._wait_until_ready()

    def _start_postgres(self) -> None:
        data = self.folder / "pg"
        data.mkdir()
        if os.getuid() == 0:
            shutil.chown(data, "postgres", "postgres")
        binaries = POSTGRES_BIN[-1]
        _run(_as_postgres([str(binaries / "initdb"), "-D", str(data / "data"), "-A", "trust", "-U", "fkg", "-E", "UTF8",
                           "--locale=C.UTF-8"]), cwd="/")
        options = (f"-p {self.postgres_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} "
                   "-c fsync=off")
        _run(_as_postgres([str(binaries / "pg_ctl"), "-D", str(data / "data"), "-w", "-l", str(data / "log"), "-o",
                           options, "start"]), cwd="/")

    def sql(self, statements: str, database: str = DATABASE) -> str:
        """Run ``statements`` in one transaction and return what they print (unaligned, no header)."""
        command = [str(POSTGRES_BIN[-1] / "psql"), "-h", "127.0.0.1", "-p", str(self.postgres_port), "-U", "fkg",
                   "-d", database, "-v", "ON_ERROR_STOP=1", "-q", "-A", "-t", "-f", "-"]
        if database == DATABASE:
            command.insert(-2, "-1")
        return _run(command, input=statements).stdout.strip()

    def insert(self, theme: Theme, rows: object) -> None:
        """Register districts (rows of ``district_rows``)."""
        self.sql(ddl.inserts(theme, rows))

    def _start_mapserver(self) -> None:
        (self.folder / "fkg.map").write_text(self._mapfile(), encoding="utf-8")
        config = self.folder / "mapserver.conf"
        config.write_text(f'CONFIG\n ENV\n  MS_MAP_PATTERN "^{self.folder}/fkg.map$"\n END\nEND\n', encoding="utf-8")
        _run(["spawn-fcgi", "-a", "127.0.0.1", "-p", str(self.fcgi_port), "-P",
              str(self.folder / "mapserv.pid"), "--", MAPSERV],
             env={**os.environ, "MAPSERVER_CONFIG_FILE": str(config)})

    def _mapfile(self) -> str:
        layers = "\n".join(self._layer(theme) for theme in all_themes())
        return f"""MAP
 NAME "fkg"
 PROJECTION "init=epsg:25832" END
 EXTENT 400000 6000000 900000 6500000
 WEB METADATA
  "wfs_title" "GeoFA on loopback"
  "wfs_onlineresource" "{self.url}?"
  "wfs_srs" "EPSG:25832"
  "wfs_enable_request" "*"
  "wfs_namespace_prefix" "fkg"
  "wfs_namespace_uri" "http://127.0.0.1/fkg"
 END END
{layers}
END
"""

    def _layer(self, theme: Theme) -> str:
        return f""" LAYER
  NAME "fkg.{theme.view}"
  TYPE POLYGON
  STATUS ON
  CONNECTIONTYPE POSTGIS
  CONNECTION "host=127.0.0.1 port={self.postgres_port} user=fkg dbname={DATABASE}"
  DATA "geometri FROM (SELECT * FROM fkg.{theme.view}) AS t USING UNIQUE objekt_id USING SRID=25832"
  PROJECTION "init=epsg:25832" END
  METADATA
   "wfs_title" "{theme.view}"
   "wfs_srs" "EPSG:25832"
   "gml_include_items" "all"
   "gml_featureid" "objekt_id"
   "gml_types" "auto"
   "gml_geometries" "geometri"
   "gml_geometri_type" "multipolygon"
  END
 END"""

    def _start_nginx(self) -> None:
        (self.folder / "nginx").mkdir()
        user = "user root;" if os.getuid() == 0 else ""
        paths = "\n".join(f"{name}_temp_path {self.folder}/nginx/{name};" for name in
                          ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(f"""{user}
pid {self.folder}/nginx.pid;
error_log {self.folder}/nginx/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
 access_log off;
 {paths}
 server {{
  listen 127.0.0.1:{self.http_port};
  location = /ows/fkg/fkg {{
   fastcgi_pass 127.0.0.1:{self.fcgi_port};
   fastcgi_param QUERY_STRING $query_string;
   fastcgi_param REQUEST_METHOD $request_method;
   fastcgi_param CONTENT_TYPE $content_type;
   fastcgi_param CONTENT_LENGTH $content_length;
   fastcgi_param SERVER_NAME $server_name;
   fastcgi_param SERVER_PORT $server_port;
   fastcgi_param SCRIPT_NAME /ows/fkg/fkg;
   fastcgi_param MS_MAPFILE {self.folder}/fkg.map;
  }}
 }}
}}
""", encoding="utf-8")
        _run(["/usr/sbin/nginx", "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder)])

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.http_port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("nginx did not come up")

    # -- stopping ------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop what ``start`` started, by process id, and remove the folder."""
        # MapServer keeps waiting for its next request after SIGTERM; it has nothing to lose.
        for pid_file, ending in (("nginx.pid", signal.SIGTERM), ("mapserv.pid", signal.SIGKILL)):
            path = self.folder / pid_file
            if path.exists():
                pid = int(path.read_text())
                if _is_ours(pid):
                    os.kill(pid, ending)
        data = self.folder / "pg" / "data"
        if data.exists():  # a database that does not run any more is no reason to keep the folder
            subprocess.run(_as_postgres([str(POSTGRES_BIN[-1] / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w",
                                         "stop"]), cwd="/", capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def new(folder: Path, http_port: int = 0) -> LocalGeofa:
    """A service that has not been started, on free ports."""
    return LocalGeofa(folder, http_port or free_port(), free_port(), free_port())


def running(folder: Path) -> "LocalGeofa | None":
    """The service that runs in ``folder``, or None; what is left of a dead one is cleared away."""
    state = folder / "state.json"
    if not state.exists():
        return None
    service = LocalGeofa(folder, *json.loads(state.read_text(encoding="utf-8")))
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", service.http_port)) == 0:
            return service
    service.stop()
    return None
