"""A stand-in for GeoFA on loopback: PostGIS with a ``fkg`` schema behind MapServer, QGIS Server and a small service.

Its README tells what answers where. All programs are Debian's; nothing listens beyond 127.0.0.1. Use
``python3 -m tests.services.geofa up|down`` through the Makefile.
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Optional

from geofa_sociodemografi.core.catalogue.geofa.themes import Theme

from . import configuration, ddl

POSTGRES_BIN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
MAPSERV, QGIS_SERVER = "/usr/lib/cgi-bin/mapserv", "/usr/lib/cgi-bin/qgis_mapserv.fcgi"
PROGRAMS = (b"nginx", b"mapserv", b"services.geofa.api")
ROOT = Path(__file__).resolve().parents[3]
DATABASE = "fkg"
PORTS = ("http_port", "postgres_port", "mapserver_port", "qgis_port", "api_port")
ACCOUNTS = {"kom999": "workshop", "kom461": "workshop"}


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
    return command.exists() and any(name in command.read_bytes() for name in PROGRAMS)


@dataclass
class LocalGeofa:
    """The service in ``folder``."""

    folder: Path
    http_port: int
    postgres_port: int
    mapserver_port: int
    qgis_port: int
    api_port: int
    accounts: Dict[str, str] = field(default_factory=lambda: dict(ACCOUNTS))
    rows: int = 100_000
    token_seconds: int = 3600
    _api: Optional[subprocess.Popen] = field(default=None, init=False, repr=False)

    @property
    def url(self) -> str:
        """The server's address; its edit service is QGIS Server."""
        return f"http://127.0.0.1:{self.http_port}"

    @property
    def gc2_url(self) -> str:
        """The same server with GC2's own edit service."""
        return f"{self.url}/gc2"

    # -- starting ------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the database, MapServer and nginx; make the schema."""
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o755)
        self._start_postgres()
        self.sql(f"CREATE DATABASE {DATABASE}", "postgres")
        self.sql(ddl.schema())
        for name, password in self.accounts.items():
            self.sql(ddl.account(name, password))
        self._start_mapserver()
        self._start_qgis_server()
        self._start_api()
        self._start_nginx()
        state = {name: getattr(self, name) for name in PORTS}
        (self.folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
        self._wait_until_ready()

    def _start_postgres(self) -> None:
        data = self.folder / "pg"
        data.mkdir()
        if os.getuid() == 0:
            shutil.chown(data, "postgres", "postgres")
        binaries = POSTGRES_BIN[-1]
        _run(
            _as_postgres(
                [
                    str(binaries / "initdb"),
                    "-D",
                    str(data / "data"),
                    "-A",
                    "trust",
                    "-U",
                    "fkg",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                ]
            ),
            cwd="/",
        )
        options = (
            f"-p {self.postgres_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} "
            "-c fsync=off"
        )
        _run(
            _as_postgres(
                [
                    str(binaries / "pg_ctl"),
                    "-D",
                    str(data / "data"),
                    "-w",
                    "-l",
                    str(data / "log"),
                    "-o",
                    options,
                    "start",
                ]
            ),
            cwd="/",
        )

    def sql(self, statements: str, database: str = DATABASE) -> str:
        """Run ``statements`` in one transaction and return what they print (unaligned, no header)."""
        command = [
            str(POSTGRES_BIN[-1] / "psql"),
            "-h",
            "127.0.0.1",
            "-p",
            str(self.postgres_port),
            "-U",
            "fkg",
            "-d",
            database,
            "-v",
            "ON_ERROR_STOP=1",
            "-q",
            "-A",
            "-t",
            "-f",
            "-",
        ]
        if database == DATABASE:
            command.insert(-2, "-1")
        return _run(command, input=statements).stdout.strip()

    def insert(self, theme: Theme, rows: object) -> None:
        """Register districts (rows of ``district_rows``)."""
        self.sql(ddl.inserts(theme, rows))

    def forget(self, theme: Theme, condition: str = "true") -> None:
        """Remove objects with all their versions, as no GeoFA does; for tests that clean up."""
        self.sql(f"""CREATE TEMP TABLE gone AS SELECT versions_id FROM fkg.hist_{theme.view} WHERE {condition};
                     DELETE FROM fkg.{theme.view}_t WHERE versions_id IN (SELECT versions_id FROM gone);
                     DELETE FROM fkg.generel WHERE versions_id IN (SELECT versions_id FROM gone)""")

    def _start_mapserver(self) -> None:
        (self.folder / "fkg.map").write_text(
            configuration.map_file(f"{self.url}/ows/fkg/fkg", self.postgres_port, DATABASE),
            encoding="utf-8",
        )
        config = self.folder / "mapserver.conf"
        config.write_text(
            f'CONFIG\n ENV\n  MS_MAP_PATTERN "^{self.folder}/fkg.map$"\n END\nEND\n',
            encoding="utf-8",
        )
        self._spawn(
            MAPSERV, self.mapserver_port, "mapserv.pid", {"MAPSERVER_CONFIG_FILE": str(config)}
        )

    def _start_qgis_server(self) -> None:
        configuration.write_projects(
            self.folder / "projects", list(self.accounts), self.postgres_port, DATABASE
        )
        self._spawn(
            QGIS_SERVER,
            self.qgis_port,
            "qgis.pid",
            {
                "QT_QPA_PLATFORM": "offscreen",
                "QGIS_OPTIONS_PATH": str(self.folder),
                "HOME": str(self.folder),
                "XDG_CACHE_HOME": str(self.folder / "cache"),
            },
        )

    def _spawn(self, program: str, port: int, pid_file: str, environment: Dict[str, str]) -> None:
        _run(
            [
                "spawn-fcgi",
                "-a",
                "127.0.0.1",
                "-p",
                str(port),
                "-P",
                str(self.folder / pid_file),
                "--",
                program,
            ],
            env={**os.environ, **environment},
        )

    def _start_api(self) -> None:
        with (self.folder / "api.log").open("wb") as log:
            self._api = subprocess.Popen(
                [
                    "/usr/bin/python3",
                    "-m",
                    "tests.services.geofa.api",
                    *map(
                        str,
                        (
                            self.api_port,
                            self.postgres_port,
                            self.http_port,
                            self.rows,
                            self.token_seconds,
                        ),
                    ),
                ],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        (self.folder / "api.pid").write_text(str(self._api.pid), encoding="utf-8")

    def _start_nginx(self) -> None:
        (self.folder / "nginx").mkdir()
        passwords = self.folder / "passwords"
        passwords.write_text(configuration.passwords(self.accounts), encoding="utf-8")
        (self.folder / "nginx.conf").write_text(
            configuration.nginx(
                self.folder, self.http_port, self.mapserver_port, self.qgis_port, self.api_port
            ),
            encoding="utf-8",
        )
        _run(["/usr/sbin/nginx", "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder)])

    def _wait_until_ready(self) -> None:
        waiting = {self.http_port: "nginx", self.api_port: "the SQL service"}
        end = time.monotonic() + 90
        while time.monotonic() < end:
            for port in list(waiting):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        waiting.pop(port)
            if not waiting:
                return
            time.sleep(0.1)
        raise RuntimeError(f"{' and '.join(waiting.values())} did not come up")

    # -- stopping ------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop what ``start`` started, by process id, and remove the folder."""
        # MapServer and QGIS Server keep waiting for the next request after SIGTERM; they have nothing to lose.
        for pid_file, ending in (
            ("nginx.pid", signal.SIGTERM),
            ("api.pid", signal.SIGTERM),
            ("mapserv.pid", signal.SIGKILL),
            ("qgis.pid", signal.SIGKILL),
        ):
            path = self.folder / pid_file
            if path.exists():
                pid = int(path.read_text())
                if _is_ours(pid):
                    os.kill(pid, ending)
        if self._api is not None:
            self._api.wait(10)
        data = self.folder / "pg" / "data"
        if data.exists():  # a database that does not run any more is no reason to keep the folder
            subprocess.run(
                _as_postgres(
                    [
                        str(POSTGRES_BIN[-1] / "pg_ctl"),
                        "-D",
                        str(data),
                        "-m",
                        "immediate",
                        "-w",
                        "stop",
                    ]
                ),
                cwd="/",
                capture_output=True,
            )
        shutil.rmtree(self.folder, ignore_errors=True)


def new(folder: Path, http_port: int = 0, **options: object) -> LocalGeofa:
    """A service that has not been started, on free ports; ``options`` are the other attributes of ``LocalGeofa``."""
    return LocalGeofa(
        folder, http_port or free_port(), *(free_port() for _ in PORTS[1:]), **options
    )


def running(folder: Path) -> "LocalGeofa | None":
    """The service that runs in ``folder``, or None; what is left of a dead one is cleared away."""
    state = folder / "state.json"
    if not state.exists():
        return None
    service = LocalGeofa(folder, **json.loads(state.read_text(encoding="utf-8")))
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", service.http_port)) == 0:
            return service
    service.stop()
    return None
