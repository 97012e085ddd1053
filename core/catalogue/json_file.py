"""JSON files of the user's: read with an error that names file and line, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Optional

from ..errors import CatalogueError, StoreError
from ..files import cure, written_whole
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
        raise CatalogueError(tr("The catalogue file {file} cannot be opened.", file=str(path)),
                             cure(error, path, reading=True), error.strerror or "") from None
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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as work:
            work.write_text(json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False) + "\n",
                            encoding="utf-8")
    except OSError as error:
        raise StoreError(tr("The file {file} cannot be written.", file=str(path)), cure(error, path),
                         error.strerror or "") from None
