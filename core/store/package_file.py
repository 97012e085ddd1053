"""Indicator packages: what one municipality shares with another, as one JSON file that tells when it was touched."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from pathlib import Path
from typing import Dict, List

import pandas as pd

from ..errors import InputError, StoreError
from ..i18n import tr
from .monitor_file import MonitorFile
from .schema import column_names

KIND, FORMAT = "sociodemografi-indicator-package", 1
CELLS = ("area_set", "area_id", "name", "period", "indicator", "numerator", "denominator", "value")


def content_hash(content: object) -> str:
    """SHA-256 of ``content`` as JSON with sorted keys and no spaces: the same however the file is laid out."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_package(path: "str | Path", content: Dict[str, object]) -> str:
    """Write ``content`` and its hash to ``path``, whole or not at all; returns the hash.

    Raises:
        StoreError: the file cannot be written.
    """
    path, digest = Path(path), content_hash(content)
    work = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        work.write_text(json.dumps({"kind": KIND, "format": FORMAT, "sha256": digest, "content": content},
                                   ensure_ascii=False, indent=1, allow_nan=False) + "\n", encoding="utf-8")
        os.replace(work, path)
    except OSError as error:
        raise StoreError(tr("The file {file} cannot be written.", file=str(path)),
                         tr("Choose a folder that you may write to."), error.strerror or "") from None
    finally:
        if work.exists():
            work.unlink()
    return digest


def read_package(path: "str | Path") -> Dict[str, object]:
    """The content of the package ``path``, with its hash as ``sha256``.

    Raises:
        InputError: the file cannot be read, is no package, is of a newer format, or was changed after it was made.
    """
    path = Path(path)
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(tr("The package {file} cannot be opened.", file=str(path)),
                         tr("Check that it exists and that no other program holds it."), error.strerror or "") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            tr("The package {file} is damaged in line {line}.", file=str(path), line=getattr(error, "lineno", 1)),
            tr("Fetch the file again.")) from None
    if not isinstance(whole, dict) or whole.get("kind") != KIND:
        raise InputError(tr("The file {file} is no indicator package.", file=str(path)),
                         tr("Choose a file that was exported from this plugin."))
    if whole.get("format") != FORMAT:
        raise InputError(
            tr("The package {file} is written in the format {found}; this version reads {known}.", file=str(path),
               found=str(whole.get("format")), known=FORMAT), tr("Update the plugin."))
    if content_hash(whole.get("content")) != whole.get("sha256"):
        raise InputError(
            tr("The package {file} was changed after it was made: its hash does not fit.", file=str(path)),
            tr("Ask the municipality that made it for the file again."))
    return {**whole["content"], "sha256": whole["sha256"]}


def figures_of_package(content: Dict[str, object]) -> pd.DataFrame:
    """The figures of a package, ``CELLS``: hidden ones are not there."""
    names = {(one["id"], area["id"]): area["name"] for one in content["edition"]["area_sets"] for area in one["areas"]}
    rows: List[tuple] = [
        (area_set, area, names.get((area_set, area), area), content["edition"]["period"], indicator, *counts)
        for area_set, area, indicator, *counts in content["edition"]["cells"]]
    table = pd.DataFrame(rows, columns=list(CELLS))
    for column in ("numerator", "denominator", "value"):
        table[column] = table[column].astype("float64")
    return table


class SharedPackages:
    """The packages of other municipalities in a monitor file; one municipality's newest of each period is kept."""

    def __init__(self, monitor: MonitorFile):
        self._monitor = monitor

    def keep(self, content: Dict[str, object], imported: str) -> None:
        """Keep a package; the same municipality's of the same period is replaced. Raises ``StoreError``."""
        code, period = content["municipality"]["code"], content["edition"]["period"]
        row = {"package": f"{code}@{period}", "municipality": code, "created": content["created"],
               "imported": imported, "content": json.dumps(content, ensure_ascii=False)}
        with self._monitor.changing() as connection:
            connection.execute("DELETE FROM shared_packages WHERE package = ?", (row["package"],))
            pd.DataFrame([row])[list(column_names("shared_packages"))].to_sql(
                "shared_packages", connection, if_exists="append", index=False)

    def all(self) -> List[Dict[str, object]]:
        """The kept packages, by municipality and period."""
        with self._monitor.reading() as connection:
            there = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'shared_packages'").fetchone()
            if not there[0]:
                return []
            return [json.loads(text) for (text,) in connection.execute(
                "SELECT content FROM shared_packages ORDER BY package")]
