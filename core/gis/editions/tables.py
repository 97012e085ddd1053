"""The tables of an edition as files, each written once from the protected table; nothing is masked
afterwards."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd
from osgeo import ogr, osr

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import look
from ...errors import StoreError
from ...i18n import in_language, tr
from ...periods import period_text
from ...protection.certificate import proof_in_words, relations_in_words, relations_left_out
from ...protection.edition import Edition
from ...protection.statuses import KEPT, SHOWN
from ...store.form.geopackage import EPSG
from ..sources.spreadsheets import write_csv, write_workbook

GEOPACKAGE, CSV, WORKBOOK, CERTIFICATE, PROMISE = (
    "udgave.gpkg",
    "udgave.csv",
    "udgave.xlsx",
    "certifikat.json",
    "certifikat.txt",
)
FIGURES = "tal"
NO_TABLE_LETTERS = re.compile(r"[^\w .+-]")
VALUE, NUMERATOR, DENOMINATOR, STATUS = "", "_antal", "_af", "_status"
"""What a column of an area's figure is called after the indicator's id."""
NOBODY, HIDDEN_NAME = "nobody", "hidden"


@dataclass(frozen=True)
class Content:
    """What is written: an edition, its areas and its certificate.

    Attributes:
        area_sets: id → area set. certificate: plain data.
    """

    edition: Edition
    area_sets: Mapping[str, AreaSet]
    certificate: Mapping[str, object]

    @property
    def municipality(self) -> str:
        """What the row of the whole municipality is called."""
        return tr("The whole municipality")

    @property
    def tables(self) -> Dict[str, str]:
        """Area set → the name of its table in the GeoPackage."""
        return _tables(list(self.area_sets))

    @property
    def names(self) -> Dict[tuple, str]:
        """(area set, area) → its name."""
        return {
            (i, area): name or area
            for i, s in self.area_sets.items()
            for area, name in zip(s.areas["area_id"], s.areas["name"])
        }


def _tables(area_sets: Sequence[str]) -> Dict[str, str]:
    """Area set → a name for its table that GDAL takes, and that no project takes for an address;
    each its own."""
    tables: Dict[str, str] = {}
    for area_set in area_sets:
        name = NO_TABLE_LETTERS.sub("_", area_set)
        name = name if name[:1].isalnum() else f"omr{name}"
        taken = {FIGURES, *tables.values()}
        tables[area_set] = next(
            n for n in (name, *(f"{name}_{k}" for k in range(2, len(taken) + 3))) if n not in taken
        )
    return tables


def status_of(status: str, value: float) -> str:
    """The state of a figure by its id in ``look().names``."""
    if status not in (SHOWN, KEPT):
        return HIDDEN_NAME
    return NOBODY if status == SHOWN and np.isnan(value) else status


def status_name(status: str) -> str:
    """The state of a figure in the user's language."""
    return in_language(look().names[status])


def figures_table(content: Content) -> pd.DataFrame:
    """The figures of the edition, one row each, with names; hidden ones without numbers.

    Returns:
        ``area_set, area_set_name, area_id, name, period, indicator, indicator_name, numerator,
        denominator, value, unit, status``.
    """
    edition = content.edition
    about = {indicator.id: indicator for indicator in edition.indicators}
    table = edition.table.copy()
    names = content.names
    table["area_set_name"] = [
        content.area_sets[i].name if i else content.municipality for i in table["area_set"]
    ]
    table["name"] = [
        names.get(key, content.municipality) for key in zip(table["area_set"], table["area_id"])
    ]
    table["indicator_name"] = [in_language(about[i].name) for i in table["indicator"]]
    table["unit"] = [about[i].unit for i in table["indicator"]]
    table["status"] = [
        status_name(status_of(s, v)) for s, v in zip(table["status"], table["value"])
    ]
    return table[
        [
            "area_set",
            "area_set_name",
            "area_id",
            "name",
            "period",
            "indicator",
            "indicator_name",
            "numerator",
            "denominator",
            "value",
            "unit",
            "status",
        ]
    ]


def write_tables(content: Content, folder: Path) -> None:
    """Write GeoPackage, CSV, workbook and certificate into the empty ``folder``.

    Raises:
        StoreError: a file cannot be written.
    """
    figures = figures_table(content)
    try:
        _write_geopackage(content, figures, folder / GEOPACKAGE)
        write_csv(figures, folder / CSV)
        _write_workbook(content, figures, folder / WORKBOOK)
        (folder / CERTIFICATE).write_text(
            json.dumps(content.certificate, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        (folder / PROMISE).write_text(
            promise_text(content) + relations_text(content.edition), encoding="utf-8"
        )
    except (OSError, RuntimeError) as error:
        raise StoreError(
            tr("The edition cannot be written to {folder}.", folder=str(folder.parent)),
            tr("Choose a folder that may be written to, with enough room."),
            str(error),
        ) from None


def promise_text(content: Content) -> str:
    """The certificate in words."""
    certificate = content.certificate
    return "\n".join(
        [
            tr("Certificate {id}", id=str(certificate["certificate"])),
            f"{in_language(content.edition.profile.name)}, {period_text(content.edition.period)}",
            "",
            str(certificate["promise"]),
            "",
            proof_in_words(content.edition),
            "",
            form_note(),
            "",
            "",
        ]
    )


def relations_text(edition: Edition) -> str:
    """What a reader was taken to know of how the numbers hang together, and what not; empty for a
    rounded edition."""
    if not edition.relations or edition.rounded is not None:
        return ""
    return "\n".join(
        [
            tr("What the reader was taken to know"),
            *(f"- {line}" for line in relations_in_words(edition)),
            "",
            tr("What the reader was not taken to know"),
            *(f"- {line}" for line in relations_left_out(edition)),
            "",
        ]
    )


def form_note() -> str:
    """How texts are written in the files."""
    return tr(
        "On form: names are texts in every file. In {csv} a text that a spreadsheet would compute, "
        "since it "
        "begins with =, +, -, @ or a tab, stands behind an apostrophe, and so does one that begins "
        "with an "
        "apostrophe; in {workbook} it is marked as text.",
        csv=CSV,
        workbook=WORKBOOK,
    )


def _write_workbook(content: Content, figures: pd.DataFrame, path: Path) -> None:
    about = pd.DataFrame(
        {tr("About the edition"): [title_of(content.edition), *promise_text(content).splitlines()]}
    )
    write_workbook([(tr("Figures"), figures), (tr("About"), about)], path)


def title_of(edition: Edition) -> str:
    """``Offentlig udgave, januar 2026``."""
    return tr(
        "{profile} edition, {period}",
        profile=in_language(edition.profile.name),
        period=period_text(edition.period),
    )


def layer_columns(indicators: Sequence[Indicator]) -> List[str]:
    """The columns of the area layers after ``area_id``, ``name``, ``period``."""
    return [
        indicator.id + part
        for indicator in indicators
        for part in (VALUE, NUMERATOR, DENOMINATOR, STATUS)
    ]


def _write_geopackage(content: Content, figures: pd.DataFrame, path: Path) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if source is None:
        raise OSError(str(path))
    for identifier in content.area_sets:
        _write_areas(source, reference, identifier, content)
    table = source.CreateLayer(
        FIGURES, None, ogr.wkbNone, options=["ASPATIAL_VARIANT=GPKG_ATTRIBUTES"]
    )
    numeric = ("numerator", "denominator", "value")
    for column in figures:
        table.CreateField(
            ogr.FieldDefn(column, ogr.OFTReal if column in numeric else ogr.OFTString)
        )
    _fill(table, list(figures.columns), figures.itertuples(index=False), None)
    del table, source


def _write_areas(
    source: ogr.DataSource, reference: osr.SpatialReference, identifier: str, content: Content
) -> None:
    edition, area_set = content.edition, content.area_sets[identifier]
    table = content.tables[identifier]
    layer = source.CreateLayer(
        table, reference, ogr.wkbMultiPolygon, options=["GEOMETRY_NAME=geom"]
    )
    for name in ("area_id", "name", "period"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    columns = layer_columns(edition.indicators)
    for name in columns:
        layer.CreateField(
            ogr.FieldDefn(name, ogr.OFTString if name.endswith(STATUS) else ogr.OFTReal)
        )
    cells: Dict[tuple, Sequence[object]] = {}
    rows = edition.table[edition.table["area_set"] == identifier]
    for area, indicator, value, part, whole, status in zip(
        rows["area_id"],
        rows["indicator"],
        rows["value"],
        rows["numerator"],
        rows["denominator"],
        rows["status"],
    ):
        cells[(area, indicator)] = (value, part, whole, status_name(status_of(status, value)))
    absent = (np.nan, np.nan, np.nan, None)
    lines = [
        [
            area,
            name,
            edition.period,
            *(v for i in edition.indicators for v in cells.get((area, i.id), absent)),
        ]
        for area, name in zip(area_set.areas["area_id"], area_set.areas["name"])
    ]
    _fill(layer, ["area_id", "name", "period", *columns], lines, list(area_set.areas["wkb"]))


def _fill(
    layer: ogr.Layer,
    columns: Sequence[str],
    lines: Iterable[Sequence[Any]],
    shapes: Optional[Sequence[bytes]],
) -> None:
    layer.StartTransaction()
    for position, line in enumerate(lines):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(columns, line):
            if value is not None and value == value:
                feature.SetField(name, value if isinstance(value, str) else float(value))
        if shapes is not None:
            feature.SetGeometry(
                ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(bytes(shapes[position])))
            )
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise OSError(layer.GetName())
    if layer.CommitTransaction() != ogr.OGRERR_NONE:
        raise OSError(layer.GetName())
