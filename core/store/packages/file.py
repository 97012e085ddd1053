"""Indicator packages: what one municipality shares with another, as one JSON file that tells when
it was touched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Dict

from ...catalogue.json_file import read_bounded, write_object
from ...catalogue.json_text import JsonError, parse
from ...catalogue.limits import limits
from ...errors import InputError
from ...files import cure
from ...i18n import tr
from .content import Content, check_content, short

KIND, FORMAT = "sociodemografi-indicator-package", 1


def content_hash(content: object) -> str:
    """SHA-256 of ``content`` as JSON with sorted keys and no spaces: the same however the file is
    laid out."""
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_package(path: "str | Path", content: Content) -> str:
    """Write ``content`` and its hash to ``path``, whole or not at all; returns the hash.

    Raises:
        StoreError: the file cannot be written.
    """
    digest = content_hash(content)
    write_object(path, {"kind": KIND, "format": FORMAT, "sha256": digest, "content": content}, 1)
    return digest


def read_package(path: "str | Path") -> Dict[str, Any]:
    """The content of the package ``path``, with its hash as ``sha256``.

    Raises:
        InputError: the file cannot be read, is no package, is of a newer format, or was changed
            after it was made.
        CatalogueError: a key of it is missing or of another type.
    """
    path = Path(path)
    try:
        whole = parse(read_bounded(path, limits("files")["package_megabytes"]))
    except OSError as error:
        raise InputError(
            tr("The package {file} cannot be opened.", file=str(path)),
            cure(error, path, reading=True),
            error.strerror or "",
        ) from None
    except JsonError as error:
        raise InputError(
            tr("The package {file} is damaged in line {line}.", file=str(path), line=error.lineno),
            tr("{reason} Fetch the file again.", reason=error.reason),
        ) from None
    if not isinstance(whole, dict) or whole.get("kind") != KIND:
        raise InputError(
            tr("The file {file} is no indicator package.", file=str(path)),
            tr("Choose a file that was exported from this plugin."),
        )
    if whole.get("format") != FORMAT:
        raise InputError(
            tr(
                "The package {file} is written in the format {found}; this version reads {known}.",
                file=str(path),
                found=short(str(whole.get("format"))),
                known=FORMAT,
            ),
            tr("Update the plugin."),
        )
    content: Any = whole.get("content")
    if _hash_or_nothing(content) != whole.get("sha256"):
        raise InputError(
            tr(
                "The package {file} was changed after it was made: its hash does not fit.",
                file=str(path),
            ),
            tr("Ask the municipality that made it for the file again."),
        )
    check_content(content, path.name)
    return {**content, "sha256": whole["sha256"]}


def _hash_or_nothing(content: object) -> str:
    """The hash, empty where the content cannot even be written."""
    try:
        return content_hash(content)
    except (ValueError, RecursionError):
        return ""
