"""A file for the upload in GeoFA's own editor, and the text that goes with it.

The editor reads the theme's code from the first row and takes short column names; an empty
``objekt_id`` is a new object, a filled one an update, an unknown one is skipped without a word.
Every row of the file makes a version, so the file holds what changes and nothing else.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any, Dict, List, Mapping, NamedTuple, Sequence

from osgeo import gdal, ogr, osr

from ...catalogue.geofa.themes import Theme, ThemeColumn
from ...errors import InputError
from ...files import cure, forget, put_all_in_place
from ...i18n import tr
from ...numbers import number
from ..comparison.changes import END, INSERT, UPDATE, Comparison, ObjectChange
from ..comparison.matching import Row
from ..server import SERVICE

EPSG, WIDEST, UUID_CHARACTERS = 25832, 254, 36
FORMATS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile"}
SIDECARS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
TYPES = {"integer": ogr.OFTInteger}
GEOMETRY = {"MultiPolygon": ogr.wkbMultiPolygon, "MultiPoint": ogr.wkbMultiPoint}


class FileColumn(NamedTuple):
    """A column of the theme as the file has it; a ``width`` (in characters) of 0 is none."""

    column: str
    name: str
    ogr_type: int
    width: int


def write(comparison: Comparison, path: Path, current: Sequence[Mapping[Any, Any]]) -> List[Path]:
    """Write what ``comparison`` would insert and update, and with it a text file on how to upload
    it.

    Args:
        path: ``.gpkg`` (long names) or ``.shp`` (10-character names); must not exist.
        current: the rows GeoFA has now (``GeofaClient.current``): the file needs whole objects.
    Returns:
        The files, the data first.
    Raises:
        InputError: nothing to write, an unknown ending, or the file exists or cannot be written;
            nothing is left then.
    """
    changes = comparison.of_kind(INSERT, UPDATE)
    if path.suffix.lower() not in FORMATS:
        raise InputError(
            tr("{file} is neither a GeoPackage nor a shapefile.", file=path.name),
            tr("Let the name end in .gpkg or .shp."),
        )
    if not changes:
        raise InputError(
            tr("There is nothing to upload: GeoFA has it all."),
            tr("Change something, and compare again."),
        )
    suffixes = (*(SIDECARS if path.suffix.lower() == ".shp" else (path.suffix,)), ".txt")
    taken = [path.with_suffix(suffix) for suffix in suffixes if path.with_suffix(suffix).exists()]
    if taken:
        raise InputError(
            tr("{file} exists already.", file=str(taken[0])), tr("Choose another name.")
        )
    there = {str(row["objekt_id"]).lower(): row for row in current}
    rows = [_row(comparison.theme, change, there) for change in changes]
    if path.suffix.lower() == ".shp":
        _refuse_long(comparison.theme, changes, rows)
    work = path.with_name(f"_{uuid.uuid4().hex[:8]}{path.suffix.lower()}")
    try:
        _write_data(comparison.theme, changes, rows, work)
        work.with_suffix(".txt").write_text(guide(comparison, path.name), encoding="utf-8")
        moves = [(part, path.with_suffix(part.suffix)) for part in _files(work)]
        put_all_in_place(moves)
    except (RuntimeError, OSError) as error:
        problem = error if isinstance(error, OSError) else OSError(str(error))
        raise InputError(
            tr("{file} cannot be written.", file=str(path)),
            cure(problem, path),
            type(error).__name__,
        ) from None
    finally:
        for part in _files(work):
            forget(part)
    return [target for _, target in moves]


def _files(work: Path) -> List[Path]:
    """What was written, the data first and the text last."""
    suffixes = (*(SIDECARS if work.suffix == ".shp" else (work.suffix,)), ".txt")
    return [work.with_suffix(s) for s in suffixes if work.with_suffix(s).exists()]


def _columns(theme: Theme, short: bool) -> List[FileColumn]:
    """The columns of the file, with ``short`` names where it can hold no others."""

    def name(column: ThemeColumn) -> str:
        return (column.short_name or column.name)[:10] if short else column.name

    return [
        FileColumn("temakode", "temakode", ogr.OFTInteger, 0),
        FileColumn("objekt_id", "objekt_id", ogr.OFTString, UUID_CHARACTERS),
        *(
            FileColumn(
                column=column.name,
                name=name(column),
                ogr_type=TYPES.get(column.type, ogr.OFTString),
                width=WIDEST if short else column.length or 0,
            )
            for column in theme.user_columns
        ),
    ]


def _row(
    theme: Theme, change: ObjectChange, there: Mapping[str, Mapping[Any, Any]]
) -> Dict[str, Any]:
    """The whole object as it would be: the editor replaces every column."""
    return {
        **{c.name: there.get(change.objekt_id, {}).get(c.name) for c in theme.user_columns},
        **change.sent_values,
        "temakode": int(theme.code),
        "objekt_id": "" if change.kind == INSERT else change.objekt_id,
    }


def _refuse_long(theme: Theme, changes: Sequence[ObjectChange], rows: Sequence[Row]) -> None:
    """Raise ``InputError`` where a text is longer than a shapefile can hold: the upload would
    register it cut."""
    for change, row in zip(changes, rows):
        for column in theme.user_columns:
            if len(str(row.get(column.name) or "").encode("utf-8")) > WIDEST:
                raise InputError(
                    tr(
                        "{label}: {column} is longer than a shapefile can hold, and would be cut.",
                        label=change.label,
                        column=column.name,
                    ),
                    tr("Write a GeoPackage instead."),
                )


def _write_data(
    theme: Theme, changes: Sequence[ObjectChange], rows: Sequence[Row], work: Path
) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    short = work.suffix == ".shp"
    source = ogr.GetDriverByName(FORMATS[work.suffix]).CreateDataSource(str(work))
    if source is None:
        raise OSError(gdal.GetLastErrorMsg())
    options = ["ENCODING=UTF-8"] if short else ["GEOMETRY_NAME=geometri"]
    kind = ogr.wkbPolygon if short and theme.has_areas else GEOMETRY[theme.geometry_type]
    layer = source.CreateLayer(theme.view, reference, kind, options=options)
    columns = _columns(theme, short)
    for column in columns:
        definition = ogr.FieldDefn(column.name, column.ogr_type)
        if column.width and column.ogr_type == ogr.OFTString:
            definition.SetWidth(column.width)
        layer.CreateField(definition)
    for change, row in zip(changes, rows):
        layer.CreateFeature(_feature(layer, change, row, columns))
    del layer, source


def _feature(
    layer: ogr.Layer, change: ObjectChange, values: Row, columns: Sequence[FileColumn]
) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    for column in columns:
        value = values.get(column.column)
        if value is not None and value != "":
            feature.SetField(column.name, value)
    feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(change.after or change.before))
    return feature


def guide(comparison: Comparison, file: str) -> str:
    """How to upload the file, what it holds, and what not to tick."""
    counts = comparison.counts()
    theme = comparison.theme
    lines = [
        f"{theme.code} {theme.title['da']}",
        "",
        tr(
            "{file}: {new} new objects, {changed} changed.",
            file=file,
            new=number(counts[INSERT]),
            changed=number(counts["update"]),
        ),
        tr(
            "1. Open GeoFA's editor ({address}) and log in with the municipality's user.",
            address=SERVICE["servers"]["test"] + SERVICE["paths"]["editor"],
        ),
        tr(
            "   That is the test server; the same path is on {address}.",
            address=SERVICE["servers"]["production"],
        ),
        tr(
            "2. Choose theme {theme} and the upload, and pick the file (of a shapefile: all its "
            "parts, zipped).",
            theme=theme.code,
        ),
        tr(
            "3. Do NOT tick the box that deletes objects which are not in the file. This file "
            "holds what changes and "
            "nothing else: the box would end every other object the municipality has in the theme."
        ),
        tr(
            "4. Compare the counts the editor shows with those above, and compare again in the "
            "plugin."
        ),
    ]
    if counts[END]:
        lines.append(
            tr(
                "{count} objects are to be ended. A file cannot do that; end them in the editor "
                "one by one:",
                count=number(counts[END]),
            )
        )
        lines += [f"   {change.objekt_id}  {change.label}" for change in comparison.of_kind(END)]
    return "\n".join(lines) + "\n"
