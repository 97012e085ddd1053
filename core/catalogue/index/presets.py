"""Where index definitions come from: the plugin's presets, the municipality's own folder, or a
file; and how they are written."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Dict, Mapping, Optional, Tuple

from ...errors import CatalogueError, InputError
from ...i18n import in_language, tr
from .. import files
from ..indicators.definitions import Indicator
from ..json_file import read_object, write_object
from .definitions import FORMAT, Classes, IndexDefinition, IndexTheme, Member, Method
from .parser import parse_definition

FOLDER = "indices"


@cache
def presets() -> Tuple[IndexDefinition, ...]:
    """The plugin's own index definitions; ours first, then those of known monitors."""
    found = [parse_definition(files.read(name), name) for name in files.names(FOLDER)]
    return tuple(sorted(found, key=lambda one: (one.origin != "ours", one.id)))


def read_definition(path: "str | Path") -> IndexDefinition:
    """The index definition in the file ``path``.

    Raises:
        CatalogueError: the file cannot be read or says something impossible; names file and key.
    """
    return parse_definition(read_object(path), Path(path).name)


def own_definitions(folder: "str | Path") -> Tuple[IndexDefinition, ...]:
    """The municipality's own index definitions below its catalogue ``folder``, by name of file."""
    if not folder:
        return ()
    return tuple(read_definition(path) for path in sorted((Path(folder) / FOLDER).glob("*.json")))


def definition_of(name: str, folder: "str | Path" = "") -> IndexDefinition:
    """The definition named ``name``: a preset's id, an own one's id, or the path of a JSON file.

    Raises:
        InputError: there is none; CatalogueError: the file is wrong.
    """
    known = {one.id: one for one in presets()}
    if name in known:  # a broken file of one's own does not hide a preset
        return known[name]
    known.update((one.id, one) for one in own_definitions(folder))
    if name in known:
        return known[name]
    if name.lower().endswith(".json"):
        return read_definition(name)
    raise InputError(
        tr("There is no index {name}.", name=name),
        tr("Choose one of {choices}, or a JSON file.", choices=", ".join(known)),
    )


def save_definition(folder: "str | Path", definition: IndexDefinition) -> Path:
    """Keep ``definition`` below the catalogue ``folder``; one of the same id is replaced.

    Raises:
        CatalogueError: the definition says something impossible, or has a preset's id; nothing is
            written.
        StoreError: the folder cannot be written.
    """
    if definition.id in {one.id for one in presets()}:
        raise CatalogueError(
            tr("{name} is a preset of the plugin and stays as it is.", name=definition.id),
            tr("Save it under another name."),
        )
    path = Path(folder) / FOLDER / f"{definition.id}.json"
    return write_definition(path, definition)


def own_id(name: str, folder: "str | Path") -> str:
    """An id for an own index called ``name``: small letters a-z, digits and _. It is the id of the
    index in the catalogue ``folder`` that has that very name, else one that none there has; raises
    ``CatalogueError``."""
    own = own_definitions(folder)
    namesake = next((one.id for one in own if one.name["da"] == name), "")
    plain, taken = _plain_id(name), {one.id for one in own}
    ids = (plain, *(f"{plain}_{number}" for number in range(2, len(taken) + 3)))
    return namesake or next(one for one in ids if one not in taken)


def _plain_id(name: str) -> str:
    text = name.lower()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        text = text.replace(letter, plain)
    text = re.sub(r"[^a-z0-9]+", "_", text).strip("_")
    return f"own_{text}"[:50].rstrip("_") if text else "own_index"


def write_definition(path: Path, definition: IndexDefinition) -> Path:
    """Write ``definition`` as the JSON file ``path``, whole or not at all; raises
    ``StoreError``."""
    content = as_json(definition)
    parse_definition(content, path.name)
    write_object(path, content)
    return path


def _of_method(method: Optional[Method], name: str = "method") -> Optional[dict]:
    return None if method is None else {name: method.name, **method.options}


def _of_classes(classes: Classes) -> dict:
    node: Dict[str, object] = {"method": classes.method}
    if classes.cuts:
        node["cuts"] = [
            {"at": at, "in": "below" if below else "above"} for at, below in classes.cuts
        ]
    else:
        node["count"] = classes.count
    return {**node, "labels": list(classes.labels)} if classes.labels else node


def _of_member(member: Member) -> dict:
    node: Dict[str, object] = {"indicator": member.indicator, "weight": member.weight}
    if member.direction:
        node["direction"] = member.direction
    if member.normalisation is not None:
        node["normalisation"] = _of_method(member.normalisation)
    return {**node, "scale": dict(member.scale)} if member.scale else node


def _of_theme(theme: IndexTheme) -> dict:
    return {
        "id": theme.id,
        "name": dict(theme.name),
        "weight": theme.weight,
        "indicators": [_of_member(member) for member in theme.members],
    }


def as_json(definition: IndexDefinition) -> dict:
    """``definition`` as the JSON object ``parse_definition`` reads."""
    content: Dict[str, object] = {
        "format": FORMAT,
        "id": definition.id,
        "name": dict(definition.name),
        "description": dict(definition.description),
        "sources": list(definition.sources),
        "origin": definition.origin,
        "weighting": definition.weighting,
        "themes": [_of_theme(theme) for theme in definition.themes],
        "normalisation": _of_method(definition.normalisation),
        "aggregation": {
            "themes": _of_method(definition.theme_aggregation),
            "index": _of_method(definition.index_aggregation),
        },
        "missing": _of_method(definition.missing, "policy"),
        "baseline": {
            "kind": definition.baseline,
            **({"period": definition.baseline_period} if definition.baseline_period else {}),
        },
        "classes": _of_classes(definition.classes),
        "minimum_population": definition.minimum_population,
        "shrinkage": definition.shrinkage,
    }
    for key, method in (
        ("theme_normalisation", definition.theme_normalisation),
        ("rescale", definition.rescale),
    ):
        if method is not None:
            content[key] = _of_method(method)
    if definition.dynamics is not None:
        about = definition.dynamics
        content["dynamics"] = {
            "lag_months": about.lag_months,
            "normalisation": _of_method(about.normalisation),
            "rescale": _of_method(about.rescale),
            "classes": _of_classes(about.classes),
        }
    return content


def origin_notes(definition: IndexDefinition, known: Mapping[str, Indicator]) -> Tuple[str, ...]:
    """What a user must be told who takes an indicator of origin into an index, one sentence
    each."""
    notes = []
    for identifier in definition.indicators:
        indicator = known.get(identifier)
        if indicator is not None and indicator.legal_note:
            notes.append(
                tr(
                    "{indicator} is part of the score. {note}",
                    indicator=in_language(indicator.name),
                    note=in_language(indicator.legal_note),
                )
            )
    return tuple(notes)
