"""Reads the JSON files of ``resources/catalogue`` once and keeps them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from ..errors import CatalogueError
from ..i18n import tr

ROOT = Path(__file__).resolve().parents[2] / "resources" / "catalogue"


@cache
def read(name: str, root: Path = ROOT) -> dict:
    """The content of the catalogue file ``name`` (path below the catalogue, with ``/``).

    Raises:
        CatalogueError: the file is missing or is not JSON; names file and line.
    """
    path = root / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(
            tr("The catalogue file {file} is missing.", file=str(path)),
            tr("Install the plugin again."),
        ) from None
    except json.JSONDecodeError as error:
        raise CatalogueError(
            tr(
                "The catalogue file {file} is damaged in line {line}.",
                file=str(path),
                line=error.lineno,
            ),
            tr("Install the plugin again, or mend the line."),
            str(error),
        ) from None


def names(folder: str, root: Path = ROOT) -> list:
    """The names of the JSON files in ``folder``, sorted."""
    return sorted(f"{folder}/{path.name}" for path in (root / folder).glob("*.json"))


def need(entry: dict, key: str, file: str) -> object:
    """``entry[key]``, or a ``CatalogueError`` that names file and key."""
    if key not in entry:
        raise CatalogueError(
            tr(
                "The catalogue file {file} lacks the key {key} in {entry}.",
                file=file,
                key=key,
                entry=str(entry.get("id", entry.get("name", "?"))),
            ),
            tr("Add the key, or install the plugin again."),
        )
    return entry[key]
