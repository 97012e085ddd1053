"""Which column of a table of areas is their key, and which their name: found from the values, for a
name alone may belong to a number that the next export gives another area."""

from __future__ import annotations

from typing import List, Mapping, Sequence

ROW_NUMBERS = ("fid", "ogc_fid", "gid", "objectid", "oid", "rowid", "id", "pk", "uid", "fid_1")
"""What programs call the number of a row."""
KEY_ENDS = ("id", "kode", "nr", "nummer", "key", "noegle", "nøgle", "code", "_no")
NAME_WITHIN = ("navn", "name", "betegnelse", "titel", "title", "label")
Columns = Mapping[str, Sequence[str]]
"""Column → the texts of its cells, in the order of the rows; empty where there is none."""


def best_key(columns: Columns, usual: Sequence[str]) -> str:
    """The column whose values are there and unique, and no number of the row where another is:
    one of the ``usual`` names first, then one called as a key; empty where there is none."""
    unique = [name for name, cells in columns.items() if is_unique(cells)]
    lasting = [name for name in unique if not _is_row_number(name, columns[name], usual)]
    by_lower = {name.lower(): name for name in reversed(lasting)}
    ranked: List[str] = [by_lower[name] for name in usual if name in by_lower]
    ranked += [name for name in lasting if name.lower().endswith(KEY_ENDS)]
    ranked += sorted(lasting, key=lambda name: sum(map(len, columns[name])))
    return next(iter([*ranked, *unique]), "")


def best_name(columns: Columns, usual: Sequence[str], key: str) -> str:
    """The column that says what the areas are called: one of the ``usual`` names, one called as a
    name, else the column of texts with most different values; empty where there is none but the
    ``key``."""
    filled = [name for name, cells in columns.items() if any(cells)]
    by_lower = {name.lower(): name for name in reversed(filled)}
    ranked = [by_lower[name] for name in usual if name in by_lower]
    ranked += [n for n in filled if any(word in n.lower() for word in NAME_WITHIN)]
    texts = [name for name in filled if name != key and _is_text(columns[name])]
    ranked += sorted(texts, key=lambda name: -len(set(columns[name])))
    return next(iter(ranked), "")


def is_unique(cells: Sequence[str]) -> bool:
    """Has every row a value, and its own?"""
    return bool(cells) and all(cells) and len(set(cells)) == len(cells)


def _is_row_number(name: str, cells: Sequence[str], usual: Sequence[str]) -> bool:
    """Do the values count the rows? A column with a ``usual`` name of its own may do so, where it
    is not called as a row's number."""
    plain = name.lower()
    if not all(cell.isdecimal() for cell in cells):
        return False
    numbers = [int(cell) for cell in cells]
    counts = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if plain in ROW_NUMBERS:
        return counts
    return counts and numbers[0] in (0, 1) and plain not in usual


def _is_text(cells: Sequence[str]) -> bool:
    """Have most cells a word in them?"""
    words = sum(sum(map(str.isalpha, cell)) >= 3 for cell in cells)
    return 2 * words > len(cells)
