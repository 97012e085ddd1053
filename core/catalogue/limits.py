"""How much may come from elsewhere: answers of servers, files of others. The numbers stand in
``limits.json``."""

from __future__ import annotations

from typing import Mapping

from . import files

FILE = "limits.json"
MEGABYTE = 1_000_000


def limits(kind: str) -> Mapping[str, float]:
    """The limits of ``answers``, ``json``, ``files``, ``workbook`` or ``text_file``."""
    found: Mapping[str, float] = files.read(FILE)[kind]
    return found
