"""Who reads the cells of a workbook: openpyxl where it is installed, else the host (QGIS' Windows installers have no
openpyxl; ``gis/workbook_cells.py`` stands in)."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence, Tuple

Rows = List[Tuple[int, Sequence[object]]]
"""(number of the row, counted from 1, its cells); cells are numbers, texts, dates, booleans, None or ``NO_RESULT``."""
CellReader = Callable[[Path], Dict[str, Rows]]
"""A file → its visible sheets; raises ``ValueError``, ``KeyError``, ``OSError`` or ``BadZipFile`` where it is none."""
NO_RESULT = object()
"""A formula whose result was never saved."""
_state: Dict[str, Optional[CellReader]] = {"reader": None}


def install(reader: Optional[CellReader]) -> None:
    """Let ``reader`` read workbooks where openpyxl is not installed."""
    _state["reader"] = reader


def installed() -> Optional[CellReader]:
    """The host's reader, None where there is none."""
    return _state["reader"]
