"""Tables written for spreadsheets: a text stays a text there, whatever it begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence, Tuple

import pandas as pd
from osgeo import ogr

from ...packages import missing
from ...plain_text import is_formula, printable, spreadsheet_text

CREATOR = "GeoFA Sociodemografi"


def write_csv(table: pd.DataFrame, path: Path) -> None:
    """Write ``table`` as a Danish spreadsheet reads it: semicolons, decimal commas, UTF-8 with BOM,
    and texts that would be computed behind an apostrophe (``plain_text.spreadsheet_text``)."""
    marked = table.rename(columns=spreadsheet_text)
    for name in marked:
        marked[name] = [
            spreadsheet_text(cell) if isinstance(cell, str) else cell for cell in marked[name]
        ]
    marked.to_csv(
        path, sep=";", decimal=",", index=False, encoding="utf-8-sig", lineterminator="\r\n"
    )


def write_workbook(sheets: Sequence[Tuple[str, pd.DataFrame]], path: Path) -> None:
    """Write (name, table) as the sheets of an Excel workbook, every text as a text.

    Without openpyxl GDAL writes it: the same cells, but the first row does not stay in sight, and a
    text that looks like a formula becomes one when somebody edits its cell.

    Raises:
        OSError, RuntimeError: it cannot be written.
    """
    cleaned = [(name, _without_controls(table)) for name, table in sheets]
    if missing("openpyxl"):
        _with_gdal(cleaned, path)
    else:
        _with_openpyxl(cleaned, path)


def _without_controls(table: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            printable(name): [
                printable(cell) if isinstance(cell, str) else cell for cell in table[name]
            ]
            for name in map(str, table)
        }
    )


def _with_openpyxl(sheets: Sequence[Tuple[str, pd.DataFrame]], path: Path) -> None:
    with pd.ExcelWriter(path, engine="openpyxl") as workbook:
        for name, table in sheets:
            table.to_excel(workbook, sheet_name=name, index=False)
        workbook.book.properties.creator = CREATOR
        for sheet in workbook.book.worksheets:
            sheet.freeze_panes = "A2"
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str):
                        # openpyxl takes what begins with = for a formula, and #N/A for an error
                        cell.data_type = "s"
                        cell.quotePrefix = is_formula(cell.value)


def _with_gdal(sheets: Sequence[Tuple[str, pd.DataFrame]], path: Path) -> None:
    source = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    if source is None:
        raise OSError(str(path))
    for name, table in sheets:
        layer = source.CreateLayer(name)
        for column in table:
            kind = ogr.OFTReal if table[column].dtype.kind in "fiu" else ogr.OFTString
            layer.CreateField(ogr.FieldDefn(column, kind))
        for line in table.itertuples(index=False):
            feature = ogr.Feature(layer.GetLayerDefn())
            for position, value in enumerate(line):
                if value is not None and value == value:
                    feature.SetField(position, value if isinstance(value, str) else float(value))
            if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
                raise OSError(name)
        del layer
    del source
    if not path.is_file():
        raise OSError(str(path))
