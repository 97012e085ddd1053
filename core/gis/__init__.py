"""Everything that needs QGIS: layers, styles, network, settings and tasks."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Dict

from ..registers.workbooks import cell_reader


def _read_workbook(path: Path) -> Dict[str, cell_reader.Rows]:
    from .sources.workbook_cells import read_cells

    return read_cells(path)


def _read_elements(stream: BinaryIO, begin: cell_reader.Begin) -> None:
    from .sources.workbook_cells import read_elements

    read_elements(stream, begin)


# whoever can import this room has Qt, and can read workbooks without openpyxl
cell_reader.install(_read_workbook, _read_elements)
