"""What files write in words where a register asks for a code. The words are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Dict, List, Mapping, Optional, Tuple

from .. import files
from .kinds import Column

FILE = "value_words.json"
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "ü": "u"})
NUMBER = re.compile(r"^[-+]?[\d.,]+$")
CERTAIN, PERHAPS = "certain", "perhaps"


def plain_word(text: str) -> str:
    """``text`` as words are compared: small letters and digits, æ, ø and å as ae, oe and aa, one
    blank for all else. A number, and a text of signs alone, stay as they are."""
    text = text.strip().lower()
    if NUMBER.match(text):
        return text
    return re.sub(r"[^a-z0-9]+", " ", text.translate(LETTERS)).strip() or text


@dataclass(frozen=True)
class Words:
    """Words (as ``plain_word`` gives them) → codes: those that are certain, and those that are
    perhaps right."""

    certain: Mapping[str, str]
    perhaps: Mapping[str, str]


@dataclass(frozen=True)
class SharedColumn:
    """A column that says several roles at once: what files call it, and the roles.

    Attributes:
        names: as ``plain_word`` gives them.
        approximate: role → (language → text) of what it says nearly; such a role is offered, and
            never taken without being asked for.
    """

    names: Tuple[str, ...]
    roles: Tuple[str, ...]
    approximate: Mapping[str, Mapping[str, str]]


@cache
def shared_columns() -> Tuple[SharedColumn, ...]:
    """The columns that say several roles."""
    return tuple(
        SharedColumn(
            tuple(map(plain_word, entry["columns"])),
            tuple(entry["roles"]),
            {one["role"]: one["text"] for one in entry.get("approximate", ())},
        )
        for entry in files.read(FILE)["several"]
    )


@cache
def of_persons() -> Tuple[str, ...]:
    """What stands in the names of columns that say who a person is or where one lives."""
    return tuple(map(plain_word, files.read(FILE)["of_persons"]))


def words_of(column: Column) -> Words:
    """The words for the codes of ``column``: the catalogue's labels, and what files are known to
    write."""
    return _words(column.name, column.type == "boolean")


@cache
def _words(role: str, yes_no: bool) -> Words:
    entry = files.read(FILE)
    certain: Dict[str, str] = {}
    perhaps: Dict[str, str] = {}
    for of_role in (entry["yes_no"] if yes_no else {}, entry["columns"].get(role, {})):
        for code, words in of_role.items():
            labels = words.get("label", {}).values()
            certain.update((plain_word(word), code) for word in (*labels, *words.get(CERTAIN, ())))
            perhaps.update((plain_word(word), code) for word in words.get(PERHAPS, ()))
    for shared in entry["several"]:
        sure = role in shared["roles"]
        for value in shared["values"]:
            code = value["means"].get(role)
            if code is None:
                continue
            into = certain if sure else perhaps
            into.update((plain_word(word), code) for word in value.get("words", ()))
            perhaps.update((plain_word(word), code) for word in value.get("perhaps", ()))
    return Words(certain, perhaps)


def label_of(column: Column, code: str) -> Mapping[str, str]:
    """What ``code`` of ``column`` is called (language → text), the code itself where nobody has
    named it."""
    entry = files.read(FILE)
    named = entry["columns"].get(column.name, {}).get(code, {}).get("label")
    if named is None and column.type in ("boolean", "number"):
        named = entry["yes_no"].get(code, {}).get("label")
    return named or {"da": code, "en": code}


def shared_named(name: str) -> Optional[SharedColumn]:
    """The column that says several roles and is called ``name``; None where none is."""
    plain = plain_word(name)
    return next((shared for shared in shared_columns() if plain in shared.names), None)


def roles_with_words() -> List[str]:
    """The roles that the catalogue has words for."""
    entry = files.read(FILE)
    named = [role for shared in entry["several"] for role in shared["roles"]]
    return list(dict.fromkeys([*entry["columns"], *named]))
