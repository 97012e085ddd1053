"""What a reader could put together: several audiences' editions, several months, small totals, a table without counts."""

import json

import pytest
from geofa_sociodemografi.core import pipeline
from geofa_sociodemografi.core.catalogue.protection import OWN_FILE, profile
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.pipeline.auditing import audit_table
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.certificate import NotSafeError
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.invented_town import FEW_AREA, LAST, monitor, people
from tests.unit.test_edition import cell, enter


def prepare(path, profile, period="", own=""):
    return pipeline.prepare_edition(path, profile, period, str(own), Silent())


def hidden(edition, indicator):
    rows = edition.table[(edition.table["indicator"] == indicator) & (edition.table["status"] == "hidden")]
    return set(zip(rows["area_set"], rows["area_id"]))


@pytest.fixture
def own(tmp_path):
    """A catalogue whose public edition may hold the employed, and whose parties' edition is the stricter."""
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(json.dumps({"profiles": {
        "parter": {"persons": 90}, "offentlig": {"gate_persons": 5, "gate_households": 2,
                                                 "shared": {"employed": "public"}}}}), encoding="utf-8")
    return folder


def test_the_wider_edition_shows_nothing_that_the_narrower_hid(tmp_path, own):
    path = monitor(tmp_path / "m.gpkg")
    freely = prepare(path, "offentlig", own=own).edition
    strict = prepare(path, "parter", own=own)
    more = hidden(strict.edition, "employed") - hidden(freely, "employed")
    assert more
    enter(path, strict)
    bound = prepare(path, "offentlig", own=own).edition
    assert bound.safe and more <= hidden(bound, "employed")
    assert {bound.reasons[(*place, "employed")] for place in more} == {"earlier"}


def test_a_value_carried_over_is_compared_with_the_month_it_is_of(tmp_path):
    """c0r0: 402, 406, 400 in three months. 406 is not told; from it 6 have left, but from the 402 shown only 2."""
    months = [people(period="2025-11", moved_in=2), people(period="2025-12", moved_in=6), people(period=LAST)]
    path = monitor(tmp_path / "m.gpkg", *months)
    enter(path, prepare(path, "parter", "2025-11"), "U1")
    second = prepare(path, "parter", "2025-12")
    assert cell(second.edition, "grid", "c0r0", "employed")["status"] == "carried"
    enter(path, second, "U2", "2026-03-01T00:00:00")
    third = cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")
    assert third["status"] == "carried" and third["denominator"] == 402


def test_changes_too_small_each_month_are_told_when_they_are_many_together(tmp_path):
    """c0r0: 400, 403, 406: 3 more than shown are not told, 6 more are."""
    months = [people(period="2025-11"), people(period="2025-12", moved_in=3), people(period=LAST, moved_in=6)]
    path = monitor(tmp_path / "m.gpkg", *months)
    enter(path, prepare(path, "parter", "2025-11"), "U1")
    second = prepare(path, "parter", "2025-12")
    assert cell(second.edition, "grid", "c0r0", "employed")["status"] == "carried"
    enter(path, second, "U2", "2026-03-01T00:00:00")
    third = cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")
    assert third["status"] == "shown" and third["denominator"] == 406


def test_a_month_before_the_released_one_is_bound_as_well(tmp_path):
    """The later month is out; the earlier, 2 persons different, must not be told beside it."""
    path = monitor(tmp_path / "m.gpkg", people(period="2025-12"), people(period=LAST, moved_in=2))
    enter(path, prepare(path, "parter", LAST))
    edition = prepare(path, "parter", "2025-12").edition
    assert edition.safe and cell(edition, "grid", "c0r0", "employed")["status"] == "hidden"


def test_a_total_of_few_is_hidden_for_the_whole_municipality(tmp_path):
    """Three convicted in the whole town: the total would tell as much as an area's number."""
    table = people()
    table["convicted"] = [0] * len(table["convicted"])
    for n in (3, 500, 1000):
        table["convicted"][n] = 1
    edition = prepare(monitor(tmp_path / "m.gpkg", table), "parter").edition
    assert edition.safe and cell(edition, "", "", "convicted")["status"] == "hidden"
    assert len(hidden(edition, "convicted")) == 10, "every area, and the municipality"


@pytest.mark.parametrize("profile", ["parter", "intern"])
def test_a_revision_that_leaves_the_total_as_it_was_is_refused(tmp_path, profile):
    """One resident has moved from one square to another in the same month."""
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare(path, "parter"))
    table = people()
    table["x"][0] += 10
    monitor(path, table)
    if profile == "intern":
        assert cell(prepare(path, profile).edition, "grid", "c0r0", "population")["value"] == 399
        return
    with pytest.raises(InputError, match="have been revised"):
        prepare(path, profile)


def test_a_revised_mean_of_the_same_persons_is_refused(tmp_path):
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare(path, "parter"))
    table = people()
    table["gross_income"][0] += 500_000
    monitor(path, table)
    with pytest.raises(InputError, match="revised since they were released .income"):
        prepare(path, "parter")


def test_a_released_month_stays_comparable_however_old(tmp_path):
    """Fifteen months; the first was released: it is kept and compared with; the second is forgotten."""
    names = [f"{2024 + (9 + n) // 12}-{(9 + n) % 12 + 1:02d}" for n in range(16)]
    months = [people(period=name) for name in names]
    path = monitor(tmp_path / "m.gpkg", *months[:1])
    enter(path, prepare(path, "parter"))
    monitor(path, *months)
    kept = MonitorFile(path).counted(2)[0].periods
    assert names[0] in kept and names[1] not in kept and len(kept) == 14 and names[-1] == LAST
    assert cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")["status"] == "shown"


def written(path, edition, tell=()):
    """``udgave.csv`` of an edition; ``tell``: (cell, columns → figures) put in where it hid them."""
    table = edition.table.copy()
    for where, figures in tell:
        here = (table[["area_set", "area_id", "indicator"]] == list(where)).all(axis=1)
        for column, figure in figures.items():
            table.loc[here, column] = figure
    table.to_csv(path, sep=";", index=False, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("figures", [{"value": 271_828.0}, {"value": 66.7}, {"numerator": 2.0}])
def test_a_table_is_attacked_with_every_figure_it_tells(tmp_path, figures):
    """A mean or a share without its counts is a number shown all the same."""
    path = monitor(tmp_path / "m.gpkg")
    edition = prepare(path, "parter").edition
    indicator = "income" if figures.get("value", 0) > 100 else "employed"
    table = written(tmp_path / "udgave.csv", edition)
    assert audit_table(path, table, "parter", "", Silent()).shown > 0
    written(table, edition, [(("grid", FEW_AREA, indicator), figures)])
    with pytest.raises(NotSafeError):
        audit_table(path, table, "parter", "", Silent())


def test_a_declared_sum_must_hold(tmp_path):
    """It is read, and refused where the figures say otherwise."""
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(json.dumps({"identities": [
        {"whole": "nonwestern", "parts": {"descendants": 1, "immigrants": 1}}]}), encoding="utf-8")
    assert profile("parter", folder).own_sums[0].parts == {"descendants": 1, "immigrants": 1}
    (folder / OWN_FILE).write_text(json.dumps({"identities": [
        {"whole": "employed", "parts": {"convicted": 1, "low_income": 1}}]}), encoding="utf-8")
    with pytest.raises(InputError, match="sum declared for employed does not hold"):
        prepare(monitor(tmp_path / "m.gpkg"), "parter", own=folder)
    (folder / OWN_FILE).write_text('{"identities": [{"whole": "employed"}]}', encoding="utf-8")
    with pytest.raises(CatalogueError, match="cannot be read"):
        prepare(monitor(tmp_path / "m.gpkg"), "parter", own=folder)
