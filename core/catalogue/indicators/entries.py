"""What the catalogue's files say of the indicators, not yet held against the registers' columns:
all that the law asks of them while QGIS starts."""

from __future__ import annotations

from typing import Any, Iterator, List, Mapping

from .. import files

Entry = Mapping[str, Any]
"""What a catalogue file says of an indicator, as ``indicator.schema.json`` has it."""


class IndicatorEntries(Mapping[str, Entry]):
    """The entries of the catalogue's indicators by id; a file is read when an id is asked for that
    no file before it has. The law's come first: who asks for these alone, as QGIS' start does,
    reads one file and no register."""

    def __init__(self) -> None:
        self._files = file_names()

    def __getitem__(self, identifier: str) -> Entry:
        for name in self._files:
            for entry in _entries_in(name):
                if entry["id"] == identifier:
                    return entry
        raise KeyError(identifier)

    def __iter__(self) -> Iterator[str]:
        return (str(entry["id"]) for name in self._files for entry in _entries_in(name))

    def __len__(self) -> int:
        return sum(len(_entries_in(name)) for name in self._files)


def _entries_in(name: str) -> List[Entry]:
    entries: List[Entry] = files.read(name)["indicators"]
    return entries


def file_names() -> List[str]:
    """The files with the plugin's indicators: the law's first, then by theme."""
    names = files.names("indicators")
    return sorted(names, key=lambda name: (not name.endswith("statutory.json"), name))
