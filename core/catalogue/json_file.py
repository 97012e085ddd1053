"""JSON files of the user's: read with an error that names file and line, written whole or not at
all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Optional

from ..errors import CatalogueError, StoreError
from ..files import cure, written_whole
from ..i18n import tr
from .json_text import JsonError, parse
from .limits import MEGABYTE, limits


def read_bounded(path: "str | Path", megabytes: float) -> bytes:
    """The file ``path``, which may have so many megabytes.

    Raises:
        OSError: it cannot be opened. JsonError: it is larger; no more than the limit is read.
    """
    with open(path, "rb") as stream:
        content = stream.read(int(megabytes * MEGABYTE) + 1)
    if len(content) > megabytes * MEGABYTE:
        raise JsonError(tr("It is larger than {count} MB.", count=round(megabytes)))
    return content


def read_object(path: "str | Path") -> dict:
    """The JSON object in the file ``path``.

    Raises:
        CatalogueError: the file cannot be opened, is damaged, or holds something else; names file
            and line.
    """
    path = Path(path)
    try:
        content = parse(read_bounded(path, limits("files")["catalogue_megabytes"]))
    except OSError as error:
        raise CatalogueError(
            tr("The catalogue file {file} cannot be opened.", file=str(path)),
            cure(error, path, reading=True),
            error.strerror or "",
        ) from None
    except JsonError as error:
        raise CatalogueError(
            tr(
                "The catalogue file {file} is damaged in line {line}.",
                file=str(path),
                line=error.lineno,
            ),
            tr("{reason} Fetch the file again, or mend the line.", reason=error.reason),
        ) from None
    if not isinstance(content, dict):
        raise CatalogueError(
            tr("The file {file} is of another kind than is expected here.", file=str(path)),
            tr("Choose a file that was saved from this plugin."),
        )
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
            work.write_text(
                json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False) + "\n",
                encoding="utf-8",
            )
    except OSError as error:
        raise StoreError(
            tr("The file {file} cannot be written.", file=str(path)),
            cure(error, path),
            error.strerror or "",
        ) from None
