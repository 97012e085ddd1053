"""Invented certificates, made on the fly by ``openssl`` (which Debian's ca-certificates brings), and hosts with them."""

from __future__ import annotations

import datetime
import ssl
import subprocess
from pathlib import Path

from tests.services.two_hosts import host

CONFIGURATION = """
[ca]
default_ca = invented
[invented]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/serial
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
"""


def _day(days: int) -> str:
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).strftime(
        "%Y%m%d000000Z"
    )


def _openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


class Authority:
    """An invented certificate authority in ``folder``; ``own`` is its certificate."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True)
        self.folder, self.own, self._key = folder, folder / "ca.pem", folder / "ca.key"
        self._configuration = folder / "openssl.cnf"
        self._configuration.write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
        (folder / "index.txt").write_text("", encoding="utf-8")
        _openssl(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=Opdigtet udsteder",
            "-keyout",
            str(self._key),
            "-out",
            str(self.own),
        )

    def certificate(
        self,
        name: str,
        begins: int = -1,
        ends: int = 1,
        own: bool = False,
        host: str = "IP:127.0.0.1",
    ) -> Path:
        """Key and certificate in one file, valid between two days counted from now; ``own``: signed by itself."""
        key, request, made = (self.folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
        _openssl(
            "req",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            f"/CN={name}",
            "-addext",
            f"subjectAltName={host}",
            "-config",
            str(self._configuration),
            "-keyout",
            str(key),
            "-out",
            str(request),
        )
        by = (
            ["-selfsign", "-keyfile", str(key)]
            if own
            else ["-cert", str(self.own), "-keyfile", str(self._key)]
        )
        _openssl(
            "ca",
            "-batch",
            "-notext",
            "-config",
            str(self._configuration),
            *by,
            "-in",
            str(request),
            "-out",
            str(made),
            "-startdate",
            _day(begins),
            "-enddate",
            _day(ends),
        )
        both = self.folder / f"{name}.both"
        both.write_text(
            key.read_text(encoding="utf-8") + made.read_text(encoding="utf-8"), encoding="utf-8"
        )
        return both


def secure_host(reply, certificate: Path):
    """As ``two_hosts.host``, by TLS with ``certificate``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return host(reply, context=context)
