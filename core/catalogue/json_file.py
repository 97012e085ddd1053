"""JSON files of the user's: read with an error that names file and line, written whole or not at all."""

from __future__ import annotations

import json
import os
import uuid
from pathlib import Path
from typing import Optional

from ..errors import CatalogueError, StoreError
from ..i18n import tr


def read_object(path: "str | Path") -> dict:
    """The JSON object in the file ``path``.

    Raises:
        CatalogueError: the file cannot be opened, is damaged, or holds something else; names file and line.
    """
    path = Path(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CatalogueError(
            tr("The catalogue file {file} cannot be opened.", file=str(path)),
            tr("Check that it exists and that no other program holds it."), error.strerror or "",
        ) from None
    except (ValueError, RecursionError) as error:  # JSON's and Unicode's own errors are values that are wrong
        raise CatalogueError(
            tr("The catalogue file {file} is damaged in line {line}.", file=str(path),
               line=getattr(error, "lineno", 1)),
            tr("Fetch the file again, or mend the line."),
        ) from None
    if not isinstance(content, dict):
        raise CatalogueError(tr("The file {file} is of another kind than is expected here.", file=str(path)),
                             tr("Choose a file that was saved from this plugin."))
    return content


def write_object(path: "str | Path", content: dict, indent: Optional[int] = 2) -> None:
    """Write ``content`` to ``path``, whole or not at all; folders are made.

    Raises:
        StoreError: the file cannot be written.
    """
    path = Path(path)
    work = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        work.write_text(json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False) + "\n",
                        encoding="utf-8")
        os.replace(work, path)
    except OSError as error:
        raise StoreError(
            tr("The file {file} cannot be written.", file=str(path)),
            tr("Choose a folder that you may write to."), error.strerror or "",
        ) from None
    finally:
        if work.exists():
            work.unlink()
