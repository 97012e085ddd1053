"""The municipality's own indicators: a folder of catalogue files, which can be shared as one
file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from ..errors import CatalogueError, InputError
from ..i18n import tr
from .files import check, names, read
from .indicators.definitions import FORMAT, SCHEMA, Indicator, all_indicators, parse, parse_file
from .json_file import read_object, write_object
from .law.staircases import FILE as OWN_STAIRCASE
from .protection.rules import OWN_FILE as OWN_LIMITS

FILE = "own.json"
THEME = {"da": "Kommunens egne", "en": "The municipality's own"}
ID = re.compile(r"^[a-z][a-z0-9_]{2,49}")


def _entries(folder: Path) -> List[dict]:
    """The entries of every catalogue file in ``folder``, checked."""
    entries: Dict[str, dict] = {}
    taken = {indicator.id for indicator in all_indicators()}
    for path in sorted(folder.glob("*.json")):
        if path.name in (OWN_LIMITS, OWN_STAIRCASE):
            continue
        content = read_object(path)
        parse_file(content, path.name, own=True)
        for entry in content["indicators"]:
            check_id(entry["id"], taken | set(entries), path.name)
            entries[entry["id"]] = entry
    return list(entries.values())


def _kept(folder: "str | Path") -> List[dict]:
    """The entries of the file the plugin itself writes in ``folder``."""
    path = Path(folder) / FILE
    if not path.exists():
        return []
    content = read_object(path)
    check(content, SCHEMA, FILE)
    return list(content["indicators"])


def check_id(identifier: str, taken: "set[str]", file: str) -> None:
    """Raise ``CatalogueError`` unless ``identifier`` can name an own indicator."""
    if not isinstance(identifier, str) or not ID.fullmatch(identifier):
        raise CatalogueError(
            tr("The catalogue file {file}: {id} is no id.", file=file, id=str(identifier)),
            tr("Use 3-50 small letters a-z, digits and _, beginning with a letter."),
        )
    if identifier in taken:
        raise CatalogueError(
            tr(
                "The catalogue file {file}: there is already an indicator {id}.",
                file=file,
                id=identifier,
            ),
            tr("Give the municipality's own indicator another id."),
        )


def own_entries(folder: "str | Path") -> List[dict]:
    """The municipality's own indicators in ``folder`` as catalogue entries; none where it is empty
    or missing.

    Raises:
        CatalogueError: a file is damaged or an id is taken; names file and key.
    """
    return _entries(Path(folder)) if folder and Path(folder).is_dir() else []


def catalogue(folder: "str | Path" = "") -> Tuple[Indicator, ...]:
    """The plugin's indicators, and after them the municipality's own of ``folder``.

    Raises:
        InputError: a folder is given that does not exist.
        CatalogueError: a file in it cannot be read; names file and key.
    """
    if folder and not Path(folder).is_dir():
        raise InputError(
            tr("The catalogue folder {folder} does not exist.", folder=str(folder)),
            tr("Choose the folder with the municipality's own indicators, or leave it empty."),
        )
    own = tuple(parse(entry, FILE, THEME, own=True) for entry in own_entries(folder))
    return all_indicators() + own


def entries_of(identifiers: Sequence[str], folder: "str | Path" = "") -> List[dict]:
    """The catalogue entries of ``identifiers`` as they stand, the plugin's and the municipality's
    own."""
    entries = [entry for name in names("indicators") for entry in read(name)["indicators"]]
    return [entry for entry in (*entries, *own_entries(folder)) if entry["id"] in set(identifiers)]


def entry_of(identifier: str, folder: "str | Path" = "") -> dict:
    """The catalogue entry of an indicator, to copy: an own one as it is, one of the plugin's under
    a new id.

    Raises:
        InputError: there is none.
    """
    own = {entry["id"]: entry for entry in own_entries(folder)}
    if identifier in own:
        return own[identifier]
    taken = {indicator.id for indicator in all_indicators()} | set(own)
    for name in names("indicators"):
        for entry in read(name)["indicators"]:
            if entry["id"] == identifier:
                number = next(
                    n for n in range(1, len(taken) + 2) if f"{identifier}_{n}" not in taken
                )
                return {
                    **{key: value for key, value in entry.items() if key != "law"},
                    "id": f"{identifier}_{number}",
                }
    raise InputError(
        tr("The catalogue has no indicator {name}.", name=identifier), tr("Choose another.")
    )


def save_own(folder: "str | Path", entry: dict) -> Indicator:
    """Keep ``entry`` (a catalogue entry) in ``folder``; one with the same id is replaced.

    Raises:
        CatalogueError: the entry is no indicator; nothing is written.
        StoreError: the folder cannot be written.
    """
    kept = [other for other in _kept(folder) if other["id"] != entry.get("id")]
    elsewhere = {other["id"] for other in own_entries(folder)} - {
        other["id"] for other in _kept(folder)
    }
    check_id(entry.get("id", ""), {i.id for i in all_indicators()} | elsewhere, FILE)
    indicator = parse(entry, FILE, THEME, own=True)
    _write(Path(folder) / FILE, [*kept, entry])
    return indicator


def remove_own(folder: "str | Path", identifier: str) -> None:
    """Forget the own indicator ``identifier``."""
    _write(Path(folder) / FILE, [entry for entry in _kept(folder) if entry["id"] != identifier])


def export_own(folder: "str | Path", path: "str | Path") -> int:
    """Write the own indicators of ``folder`` as one file that another municipality can import; how
    many.

    Raises:
        InputError: there are none. StoreError: the file cannot be written.
    """
    entries = own_entries(folder)
    if not entries:
        raise InputError(
            tr("There are no own indicators to export."), tr("Copy an indicator and save it first.")
        )
    _write(Path(path), entries)
    return len(entries)


def import_own(path: "str | Path", folder: "str | Path") -> Tuple[int, int]:
    """Take the indicators of the file ``path`` into ``folder``: (new ones, replaced ones).

    Raises:
        CatalogueError: the file is damaged or names an id of the plugin; nothing is changed.
    """
    content = read_object(path)
    parse_file(content, Path(path).name, own=True)
    kept = {entry["id"]: entry for entry in _kept(folder)}
    taken = {i.id for i in all_indicators()} | {entry["id"] for entry in own_entries(folder)} - set(
        kept
    )
    incoming: Dict[str, dict] = {}
    for entry in content["indicators"]:
        check_id(entry["id"], taken | set(incoming), Path(path).name)
        incoming[entry["id"]] = entry
    replaced = len(set(incoming) & set(kept))
    _write(Path(folder) / FILE, list({**kept, **incoming}.values()))
    return len(incoming) - replaced, replaced


def _write(path: Path, entries: Sequence[dict]) -> None:
    write_object(path, {"format": FORMAT, "theme": THEME, "indicators": list(entries)})
