"""Is a file from elsewhere of the shape its schema says? Keys and types alone; what the values mean
is its reader's business."""

from __future__ import annotations

from typing import Mapping, Sequence

from ..errors import CatalogueError
from ..i18n import tr
from . import files

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}


def check_shape(content: object, schema_file: str, file: str) -> None:
    """Raise ``CatalogueError`` where ``content`` has another type than ``schema_file`` says, or
    lacks a key it requires, or is of another format; names ``file`` and the key, as
    ``themes.0.indicators``."""
    schema = files.read(schema_file)
    known = schema["properties"].get("format", {}).get("const")
    if known is not None and isinstance(content, dict) and content.get("format", known) != known:
        raise CatalogueError(
            tr("The file {file}: format: this version reads {known}.", file=file, known=known),
            tr("Update the plugin, or fetch an older file."),
        )
    _check(content, schema, schema, "", file)


def _check(
    found: object, node: Mapping[str, object], schema: Mapping[str, object], key: str, file: str
) -> None:
    if "$ref" in node:
        named = schema["definitions"][node["$ref"].rsplit("/", 1)[1]]
        _check(found, named, schema, key, file)
        return
    wanted = node.get("type")
    if wanted is not None and not _is(found, wanted):
        _refuse(
            key,
            file,
            tr(
                "{found} is of the wrong kind, {wanted} is expected.",
                found=_short(found),
                wanted=str(wanted),
            ),
        )
    if isinstance(found, dict):
        for name in node.get("required", ()):
            if name not in found:
                choices = node["properties"].get(name, {}).get("enum", ())
                _refuse(_within(key, name), file, tr("it is missing."), tuple(map(str, choices)))
        for name, value in found.items():
            child = node.get("properties", {}).get(name)
            if child is not None:
                _check(value, child, schema, _within(key, name), file)
    if isinstance(found, list) and "items" in node:
        for position, value in enumerate(found):
            _check(value, node["items"], schema, _within(key, str(position)), file)


def _within(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _is(found: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_is(found, one) for one in wanted)
    if wanted == "null":
        return found is None
    if wanted in ("number", "integer"):
        if (
            isinstance(found, bool)
            or not isinstance(found, (int, float))
            or not abs(found) < float("inf")
        ):
            return False
        return wanted == "number" or found == int(found)
    return isinstance(found, TYPES[wanted])


def _short(found: object) -> str:
    text = str(found)
    return text if len(text) <= 30 else f"{text[:30]}…"


def _refuse(key: str, file: str, problem: str, choices: Sequence[str] = ()) -> None:
    raise CatalogueError(
        tr("The file {file}: {key}: {problem}", file=file, key=key or "-", problem=problem),
        tr("Use one of {choices}.", choices=", ".join(choices))
        if choices
        else tr("Correct the file, or fetch it again."),
    )
