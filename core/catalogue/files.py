"""Reads the JSON files of ``resources/catalogue`` once, checks them by their schemas and keeps
them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Dict, List

from ..errors import CatalogueError
from ..i18n import tr
from .shape import Schema, check_shape

ROOT = Path(__file__).resolve().parents[2] / "resources" / "catalogue"
SHARED_SCHEMAS = {
    "indicators": "indicator",
    "indices": "index",
    "registers": "register",
    "rulesets": "ruleset",
    "themes": "theme",
    "themes/common.json": "theme_columns",
    "themes/codelists.json": "code_lists",
}
"""Folder whose files share a schema, or file that has another than its folder → the schema."""


def schema_of(name: str) -> str:
    """The schema file of the catalogue file ``name``: its own, or the one its folder shares."""
    folder, _, file = name.rpartition("/")
    stem = SHARED_SCHEMAS.get(name) or SHARED_SCHEMAS.get(folder) or file[: -len(".json")]
    return f"{stem}.schema.json"


@cache
def read(name: str, root: Path = ROOT) -> Dict[str, Any]:
    """The content of the catalogue file ``name`` (path below the catalogue, with ``/``).

    Raises:
        CatalogueError: the file is missing, is not JSON or breaks its schema; names the file, and
            the line or the path in it.
    """
    content = _parsed(root / name)
    check(content, schema_of(name), name)
    return content


def check(content: object, schema: str, file: str, definition: str = "") -> None:
    """Raise ``CatalogueError`` unless ``content`` keeps the ``schema`` (``index.schema.json``), or
    its ``definition``; names ``file`` and the path in it."""
    check_shape(content, _schema(schema), file, definition)


@cache
def _schema(name: str) -> Schema:
    return Schema(_parsed(ROOT / name), _schema)


def _parsed(path: Path) -> Dict[str, Any]:
    try:
        content: Dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(
            tr("The catalogue file {file} is missing.", file=str(path)),
            tr("Install the plugin again."),
        ) from None
    except UnicodeDecodeError:
        raise CatalogueError(
            tr("The catalogue file {file} is not written in UTF-8.", file=str(path)),
            tr("Install the plugin again, or save the file as UTF-8."),
        ) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise CatalogueError(
            tr(
                "The catalogue file {file} is damaged in line {line}.",
                file=str(path),
                line=getattr(error, "lineno", 1),  # brackets without an end have no line
            ),
            tr("Install the plugin again, or mend the line."),
            str(error),
        ) from None
    return content


def names(folder: str, root: Path = ROOT) -> List[str]:
    """The names of the JSON files in ``folder``, sorted."""
    return sorted(f"{folder}/{path.name}" for path in (root / folder).glob("*.json"))
