"""Percentages that a workbook holds as fractions: the law's figures, the state's list, and what stays open."""

from __future__ import annotations

import os
import zipfile

import openpyxl
import pytest
from geofa_sociodemografi.core.gis.law.state_list import read_state_list
from geofa_sociodemografi.core.gis.sources.table_layer import table_layer
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from tests.qgis.inputs import FIELDS, polygons, rows

HEADER = ["omraade", "aar", "beboere", "ikkevest", "udenfor", "doemte", "grundskole", "indkomst"]
SHARES = [
    ["A", 2021, 1500, 0.605, 0.451, 0.035, 0.702, 0.501],
    ["B", 2021, 1200, 0.4, 0.1, 0.007, 0.3, 1],
]
POINTS = [[*row[:3], *(round(100 * share, 6) for share in row[3:])] for row in SHARES]


def sheet(path, lines, percent=False):
    book = openpyxl.Workbook()
    for line in [HEADER, *lines]:
        book.active.append(line)
    for row in book.active.iter_rows(min_row=2, min_col=4) if percent else ():
        for cell in row:
            cell.number_format = "0.0%"
    book.save(path)
    return str(path)


def assessed(algorithm, table):
    done = algorithm(
        "assesscriteria", INPUT=table, RULE_SET="2021", CONVICTED_NATIONAL="1.98", **FIELDS
    )
    return [
        (o["omraade"], o["category"], o["ikkevest"], o["margin_income"])
        for o in rows(done["OUTPUT"])
    ]


def test_figures_shown_as_percentages_are_judged_as_plain_ones(algorithm, tmp_path):
    plain = assessed(algorithm, sheet(tmp_path / "plain.xlsx", POINTS))
    assert [row[:3] for row in plain] == [("A", "parallelsamfund", 60.5), ("B", "ingen", 40)]
    path = sheet(tmp_path / "shown.xlsx", SHARES, percent=True)
    assert assessed(algorithm, path) == plain
    layer = QgsVectorLayer(path, "delt", "ogr")
    assert assessed(algorithm, layer) == plain
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("omraade = 'B'")
    assert assessed(algorithm, QgsProcessingFeatureSourceDefinition(layer.id(), True)) == plain[1:]
    QgsProject.instance().clear()
    assert not [
        name
        for name in os.listdir("/proc/self/fd")
        if os.path.realpath(f"/proc/self/fd/{name}") == path
    ]


def test_percentages_among_plain_numbers_are_told(algorithm, tmp_path):
    path = sheet(tmp_path / "shown.xlsx", SHARES, percent=True)
    book = openpyxl.load_workbook(path)
    book.active["D3"].number_format, book.active["D3"].value = "General", 40
    book.save(path)
    assert [row[2] for row in assessed(algorithm, path)] == [60.5, 40]
    assert any(
        "column ikkevest: 1 cells are shown as percentages" in text for text in algorithm.said
    )


def test_the_states_list_is_read_as_its_sheet_shows_it(tmp_path):
    figures = ("no_work", "convicted", "basic_education", "income")
    header = [
        "area_id",
        "year",
        "nonwestern",
        "no_work",
        "convicted",
        "basic_education",
        "income_pct",
    ]
    read = []
    for percent, lines in ((False, POINTS), (True, SHARES)):
        book = openpyxl.Workbook()
        for line in [header, *(line[:2] + line[3:] for line in lines)]:
            book.active.append(line)
        for row in book.active.iter_rows(min_row=2, min_col=3) if percent else ():
            for cell in row:
                cell.number_format = "0 %"
        book.save(tmp_path / f"{percent}.xlsx")
        read.append(read_state_list(table_layer(str(tmp_path / f"{percent}.xlsx"))))
    for figure in figures:
        assert read[0][figure].tolist() == pytest.approx(read[1][figure].tolist()), figure
    assert read[1]["no_work"].tolist() == [45.1, 10]


def test_registers_and_figures_of_workbooks_leave_nothing_open(algorithm, tmp_path):
    book = openpyxl.Workbook()
    for line in [
        ["x", "y", "age", "period"],
        [660500, 6268500, 40, "2026-01"],
        [660500, 6268500, 7, "2026-01"],
    ]:
        book.active.append(line)
    book.save(tmp_path / "borgere.xlsx")
    areas = polygons(
        "Polygon((660000 6268000, 661000 6268000, 661000 6269000, 660000 6269000, 660000 6268000))"
    )

    def held():
        return [
            p
            for p in (os.path.realpath(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd"))
            if p.endswith(".xlsx")
        ]

    for persons in (
        str(tmp_path / "borgere.xlsx"),
        QgsVectorLayer(str(tmp_path / "borgere.xlsx"), "b", "ogr"),
    ):
        before = len(held())
        done = algorithm(
            "countindicators",
            AREAS=areas,
            AREA_ID_FIELD="id",
            PERSONS=persons,
            INDICATORS="population",
        )
        assert [o["numerator"] for o in rows(done["OBSERVATIONS"])] == [2]
        assert len(held()) == before


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def document(path, lines):
    """An OpenDocument spreadsheet as LibreOffice saves it: equal cells and rows are written once."""

    def cell(value, times=1):
        said = (
            f'office:value-type="percentage" office:value="{value}"'
            if isinstance(value, float)
            else (
                f'office:value-type="float" office:value="{value}"'
                if isinstance(value, int)
                else 'office:value-type="string"'
            )
        )
        return f'<table:table-cell table:number-columns-repeated="{times}" {said}><text:p>{value}</text:p></table:table-cell>'

    body = "".join(
        f"<table:table-row {more}>{''.join(cell(*one) if isinstance(one, tuple) else cell(one) for one in line)}"
        "</table:table-row>"
        for line, more in lines
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content {OFFICE} office:version="1.2"><office:body><office:spreadsheet>'
            f'<table:table table:name="Ark">{body}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return str(path)


def test_an_open_document_shows_its_percentages_too(algorithm, tmp_path):
    path = document(
        tmp_path / "tal.ods",
        [
            (HEADER, ""),
            (["A", 2021, 1500, 0.605, 0.451, 0.035, 0.702, 0.501], ""),
            (
                ["B", 2021, 1200, (0.4, 2), 0.007, (0.3, 2)],
                'table:number-rows-repeated="2" table:visibility="filter"',
            ),
        ],
    )
    found = assessed(algorithm, path)
    assert found[0][:3] == ("A", "parallelsamfund", 60.5) and [row[2] for row in found] == [
        60.5,
        40,
        40,
    ]
    assert any("2 rows are hidden by a filter of the sheet" in text for text in algorithm.said)
