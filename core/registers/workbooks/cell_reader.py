"""Who reads a workbook, its cells and its XML: openpyxl where it is installed, else the host (QGIS'
Windows installers have no openpyxl; ``gis/sources/workbook_cells.py`` stands in)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

Rows = List[Tuple[int, Sequence[object]]]
"""(number of the row, counted from 1, its cells); cells are numbers, texts, dates, booleans, None
or ``NO_RESULT``."""
CellReader = Callable[[Path], Dict[str, Rows]]
"""A file → its visible sheets; raises ``ValueError``, ``KeyError``, ``OSError`` or ``BadZipFile``
where it is none."""
Begin = Callable[[str, Mapping[str, str]], None]
"""Hears of the beginning of an element: its name and its attributes, without their namespaces."""
ElementReader = Callable[[BinaryIO, Begin], None]
"""XML → every beginning, in order; raises ``ValueError`` or ``SyntaxError`` where it is none."""
NO_RESULT = object()
"""A formula whose result was never saved."""


class Percent(float):
    """A cell shown as a percentage: 60.5 where the file holds 0.605 and the sheet shows 60,5 %."""

    @property
    def share(self) -> float:
        """The number the file holds (0-1), for columns that take shares."""
        return float(self) / 100


def as_percent(cell: object) -> object:
    """The number ``cell`` as its sheet shows it; what is no number stays as it is.

    It is moved by two places in its decimal form, so that 0.07 is 7 and not 7.000000000000001.
    """
    if (
        isinstance(cell, bool)
        or not isinstance(cell, (int, float))
        or cell != cell
        or abs(cell) == float("inf")
    ):
        return cell
    return Percent(Decimal(repr(cell)).scaleb(2))


class _Host:
    """What the host reads workbooks with."""

    def __init__(self) -> None:
        self.cells: Optional[CellReader] = None
        self.elements: Optional[ElementReader] = None


_host = _Host()


def install(cells: Optional[CellReader], elements: Optional[ElementReader]) -> None:
    """Let these read workbooks where openpyxl is not installed."""
    _host.cells, _host.elements = cells, elements


def installed() -> Optional[CellReader]:
    """The host's reader of cells, None where there is none."""
    return _host.cells


def installed_elements() -> Optional[ElementReader]:
    """The host's reader of XML, None where there is none."""
    return _host.elements
