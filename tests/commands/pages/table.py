"""A table of a page."""

from __future__ import annotations

from typing import List, Sequence


def _row(cells: Sequence[object]) -> str:
    return (
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    )


def table_lines(header: Sequence[str], rows: Sequence[Sequence[object]]) -> List[str]:
    """Its lines, an empty one at the end."""
    return [_row(header), "|" + "---|" * len(header), *(_row(row) for row in rows), ""]
