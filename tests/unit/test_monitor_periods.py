"""Listing the periods reads no figure; an edition reads the months it is made of and compared with, and no others."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.protecting import periods_of, prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.figures import rows as figures
from geofa_sociodemografi.core.store.form import tables
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.runs import atoms, layouts, runs

from tests.unit.invented_town import monitor, people

MONTHS = ["2025-10", "2025-11", "2025-12", "2026-01"]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(
        tmp_path_factory.mktemp("town") / "m.gpkg",
        *(people(n, month) for n, month in enumerate(MONTHS)),
    )


@pytest.fixture
def read(monkeypatch):
    """Every table that is read, with its rows: (table, statement, table of pandas)."""
    seen = []

    def watched(connection, table, statement, *args, **more):
        found = tables.read_table(connection, table, statement, *args, **more)
        seen.append((table, statement, found))
        return found

    plain = figures.read_rows
    monkeypatch.setattr(
        figures,
        "read_rows",
        lambda connection, wanted: (
            seen.append(("figures", "", pd.DataFrame({"part": list(wanted)})))
            or plain(connection, wanted)
        ),
    )
    for module in (runs, figures, atoms, layouts):
        monkeypatch.setattr(module, "read_table", watched)
    return seen


def test_listing_periods_reads_neither_atoms_nor_figures(town, read):
    assert periods_of(town) == MONTHS[::-1]
    assert {table for table, _, _ in read} <= {"parts", "atom_counts"}
    assert not any("amounts" in found for _, _, found in read)


def test_an_edition_reads_its_own_month_and_the_released_ones(town, read):
    prepared = prepare_edition(town, "intern", "2025-12", "", Silent())
    months = {
        table: set(found["period"]) for table, _, found in read if "period" in found and len(found)
    }
    assert months["parts"] >= {"2025-12"} and len(months["atom_counts"]) == 1
    assert prepared.counts.periods == ["2025-12"] and set(prepared.edition.table["period"]) == {
        "2025-12"
    }
    edition = prepared.edition
    now = datetime.datetime.now().isoformat(timespec="seconds")
    MonitorFile(town).ledger.enter(
        {
            "release": "U1",
            "created": now,
            "profile": "parter",
            "audience": 1,
            "method": edition.profile.method,
            "period": "2025-10",
            "purpose": "",
            "place": "",
            "certificate": "{}",
            "salt": "",
        },
        pd.DataFrame(
            columns=[
                "area_set",
                "area_id",
                "period",
                "indicator",
                "numerator",
                "denominator",
                "value",
                "status",
            ]
        ),
        {},
    )
    del read[:]
    assert prepare_edition(town, "intern", "", "", Silent()).counts.periods == [
        "2025-10",
        "2026-01",
    ]


def test_a_part_of_the_months_is_the_same_as_in_the_whole(town):
    store = MonitorFile(town)
    whole, tables = store.runs.counted()
    part, rows = store.runs.counted(["2025-11"])
    assert {key for key in whole.values if key[0] == "2025-11"} == set(part.values)
    assert all(
        (whole.values[key][name] == amounts).all()
        for key, of in part.values.items()
        for name, amounts in of.items()
    )
    for name, table in tables.items():
        wanted = table[table["period"] == "2025-11"].reset_index(drop=True)
        pd.testing.assert_frame_equal(rows[name], wanted)


def test_a_month_that_was_not_counted_is_told_with_those_that_were(town):
    with pytest.raises(InputError, match="2024-01 was not counted.*2026-01, 2025-12"):
        prepare_edition(town, "intern", "2024-01", "", Silent())
