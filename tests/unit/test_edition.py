"""Editions of an invented town: what they hold, what they hide, what earlier ones bind, and the certificate."""

import json
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import OWN_FILE, profile, profiles
from geofa_sociodemografi.core.errors import CancelledError, CatalogueError, InputError, StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.certificate import (
    NotSafeError,
    certificate,
    refuse_unsafe,
)
from geofa_sociodemografi.core.protection.system.places import suggested_merges
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.earlier_versions import made_by
from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import (
    FEW_AREA,
    LAST,
    LONELY_AREA,
    forget,
    joined,
    monitor,
    people,
    slices,
)

ABOUT = {i.id: i for i in all_indicators()}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor å.gpkg")


@pytest.fixture(scope="module")
def parties(town):
    return prepare_edition(town, "parter", "", "", Silent())


def cell(edition, area_set, area, indicator):
    rows = edition.table[
        (edition.table["area_set"] == area_set)
        & (edition.table["area_id"] == area)
        & (edition.table["indicator"] == indicator)
    ]
    return rows.iloc[0]


def enter(path, prepared, release="U1", created="2026-02-01T00:00:00"):
    edition = prepared.edition
    MonitorFile(path).ledger.enter(
        {
            "release": release,
            "created": created,
            "profile": edition.profile.id,
            "audience": edition.profile.audience,
            "method": edition.profile.method,
            "period": edition.period,
            "purpose": "p",
            "place": "x",
            "certificate": "{}",
            "salt": "s",
        },
        edition.table,
        edition.fingerprints,
    )


def test_an_edition_holds_what_its_readers_may_have(town, parties):
    public = prepare_edition(town, "offentlig", LAST, "", Silent()).edition
    assert {ABOUT[i.id].sharing for i in public.indicators} == {"public"}
    assert "employed" in public.left_out and "employed" in {
        i.id for i in parties.edition.indicators
    }
    internal = prepare_edition(town, "intern", LAST, "", Silent()).edition
    assert internal.hidden == 0 and cell(internal, "grid", FEW_AREA, "income")["value"] == 271_828.0
    with pytest.raises(NotSafeError, match="hides nothing"):
        refuse_unsafe(internal)


def test_few_persons_few_households_and_small_areas_are_hidden(parties):
    edition = parties.edition
    assert edition.safe and edition.reasons[("grid", FEW_AREA, "income")] == "few"
    assert edition.reasons[("grid", LONELY_AREA, "no_work")] == "few"
    assert edition.reasons[("grid", FEW_AREA, "employed")] in ("few", "gate")
    assert [s.area_id for s in parties.too_small] == [FEW_AREA]
    hidden = edition.table[edition.table["status"] == "hidden"]
    assert hidden[["numerator", "denominator", "value"]].isna().all().all()
    assert (
        cell(edition, "grid", FEW_AREA, "population")["value"] == 3.0
    )  # core demographics are always shown


def test_what_is_hidden_does_not_follow_by_subtraction(parties):
    """The municipality less the areas shown: at least two areas of the set are hidden, or none."""
    edition = parties.edition
    for area_set in ("grid", "slices"):
        rows = edition.table[edition.table["area_set"] == area_set]
        for indicator, group in rows.groupby("indicator"):
            if indicator in ("income", "no_work", "employed", "convicted", "low_income"):
                assert (group["status"] == "hidden").sum() != 1, (area_set, indicator)


def test_shares_are_rounded_by_their_denominator(parties):
    edition = parties.edition
    shown = cell(edition, "grid", "c0r0", "employed")
    assert shown["denominator"] == 400 and shown["value"] == np.floor(
        100 * shown["numerator"] / 400 + 0.5
    )
    whole = cell(edition, "", "", "employed")
    assert whole["denominator"] > 1000 and round(whole["value"], 1) == whole["value"] != round(
        whole["value"]
    )
    assert cell(edition, "grid", "c0r0", "income")["value"] % 1000 == 0


def test_the_internal_figures_agree_with_a_recount_by_hand(town):
    counts, observations = MonitorFile(town).runs.counted()
    atoms, areas = counts.members["grid"]
    table = people()
    for position, area in enumerate(counts.area_ids["grid"]):
        column, row = int(area[1]), int(area[3])
        here = [
            n
            for n in range(len(table["x"]))
            if 500_000 + 10 * column <= table["x"][n] < 500_010 + 10 * column
            and 6_200_000 + 10 * row <= table["y"][n] < 6_200_010 + 10 * row
        ]
        mine = atoms[areas == position]
        found = counts.values[(LAST, "employed")]
        employed = [n for n in here if table["employed"][n]]
        assert found["numerator"][mine].sum() == len(employed)
        assert found["denominator"][mine].sum() == len(here)
        homes = {table["household_id"][n] for n in employed}
        rest = {table["household_id"][n] for n in here if not table["employed"][n]}
        assert found["numerator_households"][mine].sum() >= len(
            homes
        )  # a household cut by a slice counts twice
        assert found["rest_households"][mine].sum() >= len(rest)
    rests = counts.concentration.set_index(["area_set", "area_id", "period", "indicator"])["rest"]
    income = sorted(table["gross_income"][n] for n in range(len(table["x"])) if n < 400)
    assert rests[("grid", "c0r0", LAST, "income")] == pytest.approx(sum(income[:-2]) / income[-1])


def test_one_household_is_one_contributor(tmp_path):
    """Eight persons of one household convicted in one square: enough persons, too few homes."""
    table = people()
    for n in range(len(table["x"])):
        table["low_income"][n] = 0
    for n in range(8):
        table["low_income"][n], table["household_id"][n] = 1, "one family"
    for n in range(500, 560):
        table["low_income"][n] = 1
    edition = prepare_edition(
        monitor(tmp_path / "m.gpkg", table), "parter", "", "", Silent()
    ).edition
    assert edition.reasons[("grid", "c0r0", "low_income")] == "few_households"


def test_one_heavy_income_hides_the_mean(tmp_path):
    table = people()
    table["gross_income"][0] = 1.6e9
    edition = prepare_edition(
        monitor(tmp_path / "m.gpkg", table), "parter", "", "", Silent()
    ).edition
    assert edition.reasons[("grid", "c0r0", "income")] == "dominated"
    assert edition.safe


def test_two_large_incomes_hide_the_mean_that_neither_carries_alone(tmp_path):
    """Of two alike neither can tell the other's from what is left; together they have nearly all of it."""
    table = people()
    table["gross_income"][0] = table["gross_income"][1] = 1e9
    edition = prepare_edition(
        monitor(tmp_path / "m.gpkg", table), "parter", "", "", Silent()
    ).edition
    assert edition.reasons[("grid", "c0r0", "income")] == "dominated"


def test_a_household_that_moves_in_is_not_seen_in_the_next_month(tmp_path):
    """2 more in c0r0, employed: the new counts would say so; the old ones stay. 40 more may be told."""
    path = monitor(
        tmp_path / "m.gpkg", people(period="2025-12"), people(period="2026-01", moved_in=2)
    )
    enter(path, prepare_edition(path, "parter", "2025-12", "", Silent()))
    edition = prepare_edition(path, "parter", "2026-01", "", Silent()).edition
    assert edition.safe and edition.reasons[("grid", "c0r0", "employed")] == "carried"
    then = cell(
        prepare_edition(path, "parter", "2025-12", "", Silent()).edition,
        "grid",
        "c0r0",
        "employed",
    )
    now = cell(edition, "grid", "c0r0", "employed")
    assert (
        now["status"] == "carried"
        and now["numerator"] == then["numerator"]
        and now["denominator"] == 400
    )
    assert edition.carried >= 2 and edition.releases == ("U1",)
    path = monitor(
        tmp_path / "n.gpkg", people(period="2025-12"), people(period="2026-01", moved_in=40)
    )
    enter(path, prepare_edition(path, "parter", "2025-12", "", Silent()))
    edition = prepare_edition(path, "parter", "2026-01", "", Silent()).edition
    assert cell(edition, "grid", "c0r0", "employed")["status"] == "shown"
    assert cell(edition, "grid", "c0r0", "employed")["denominator"] == 440


def test_what_was_released_of_a_period_is_known_in_the_next_edition_of_it(tmp_path):
    path = monitor(tmp_path / "m.gpkg")
    first = prepare_edition(path, "offentlig", "", "", Silent())
    enter(path, first)
    again = prepare_edition(path, "offentlig", "", "", Silent()).edition
    assert again.safe and again.table.equals(first.edition.table)
    narrower = prepare_edition(path, "parter", "", "", Silent()).edition
    assert narrower.safe and narrower.releases == ("U1",)


def test_an_area_set_that_was_released_must_be_counted_along(tmp_path):
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare_edition(path, "parter", "", "", Silent()))
    monitor(path, area_sets=[grid(3, 2)])
    with pytest.raises(InputError, match="slices, which was not counted"):
        prepare_edition(path, "parter", "", "", Silent())
    monitor(path, area_sets=[grid(3, 2, side=10.1), slices()])
    with pytest.raises(InputError, match="boundaries of grid have changed"):
        prepare_edition(path, "parter", "", "", Silent())


def test_revised_figures_of_a_released_period_are_refused(tmp_path):
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare_edition(path, "parter", "", "", Silent()))
    monitor(path, people(moved_in=3))
    with pytest.raises(InputError, match="have been revised"):
        prepare_edition(path, "parter", "", "", Silent())


def test_the_certificate_says_how_and_never_a_hidden_value(parties):
    proof = certificate(
        parties.edition, "U2", "2026-02-01", "salt", parties.counts, parties.names, "1.0"
    )
    text = json.dumps(proof, ensure_ascii=False)
    assert (
        proof["result"] == "passed"
        and proof["programmes"]["linear"] > 0
        and proof["smallest_interval"] >= 5
    )
    assert proof["figures"]["hidden"] == parties.edition.hidden and len(proof["input"]) == 64
    assert (
        "271828" not in text
        and "2.87" not in text
        and "p_percent" not in text
        and "salt" not in text
    )
    other = certificate(
        parties.edition, "U2", "2026-02-01", "other", parties.counts, parties.names, "1.0"
    )
    assert other["input"] != proof["input"]


def test_an_edition_that_the_audit_does_not_clear_gets_no_certificate(parties):
    edition = replace(
        parties.edition, outcome=replace(parties.edition.outcome, unsafe=[("grid", "a", "b", "c")])
    )
    with pytest.raises(NotSafeError, match="1 hidden numbers"):
        certificate(edition, "U3", "", "s", parties.counts, parties.names, "1.0")


def test_nothing_is_made_when_the_user_stops(town):
    class Stopped(Silent):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        prepare_edition(town, "parter", LAST, "", Stopped())


def test_a_monitor_file_of_a_version_without_atoms_asks_to_be_counted_again(tmp_path):
    path = made_by("0.2", tmp_path)
    with pytest.raises(StoreError, match="earlier version"):
        prepare_edition(path, "parter", "", "", Silent())
    assert MonitorFile(path).ledger.releases().ids == []
    monitor(path)
    assert prepare_edition(path, "parter", LAST, "", Silent()).edition.safe


def test_atoms_of_vintages_too_old_are_forgotten_and_releases_kept(tmp_path):
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare_edition(path, "parter", "", "", Silent()))
    for _ in range(4):
        monitor(path)
    with sqlite3.connect(path) as connection:
        runs = connection.execute("SELECT DISTINCT run FROM atom_counts ORDER BY run").fetchall()
    assert runs == [(3,), (4,), (5,)]
    assert MonitorFile(path).ledger.releases().ids == ["U1"]


def test_the_municipality_sets_its_own_limits_above_the_floor(tmp_path, town):
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(
        json.dumps({"profiles": {"offentlig": {"persons": 10, "shared": {"employed": "public"}}}}),
        encoding="utf-8",
    )
    own = profile("offentlig", folder)
    assert (
        own.persons == 10 and own.may_hold(ABOUT["employed"]) and not own.may_hold(ABOUT["no_work"])
    )
    edition = prepare_edition(town, "offentlig", "", str(folder), Silent()).edition
    assert "employed" in {i.id for i in edition.indicators}
    (folder / OWN_FILE).write_text('{"profiles": {"offentlig": {"persons": 2}}}', encoding="utf-8")
    with pytest.raises(CatalogueError, match="below 3"):
        profiles(folder)
    (folder / OWN_FILE).write_text('{"profiles": {"offentlig": {"people": 5}}}', encoding="utf-8")
    with pytest.raises(CatalogueError, match="people"):
        profiles(folder)
    (folder / OWN_FILE).write_text("[]", encoding="utf-8")
    with pytest.raises(CatalogueError, match="diskretion.json: -: .*object is expected"):
        profiles(folder)


def test_small_areas_are_merged_with_their_smallest_neighbour():
    sizes = {"a": (40, 20), "b": (90, 60), "c": (300, 150), "d": (20, 5), "e": (5, 3), "f": (0, 0)}
    near = {
        "a": {"b", "c"},
        "b": {"a", "c", "d"},
        "c": {"a", "b"},
        "d": {"b"},
        "e": set(),
        "f": {"a"},
    }
    groups = suggested_merges(sizes, near, (100, 50))
    assert groups == [frozenset("abd")]  # d to b, then a to them; e has no neighbour, f nobody


def test_a_released_month_must_still_be_there(tmp_path):
    path = monitor(tmp_path / "m.gpkg", people(period="2025-12"))
    enter(path, prepare_edition(path, "parter", "", "", Silent()))
    monitor(path, people(period="2026-01"))
    assert prepare_edition(path, "parter", "2026-01", "", Silent()).edition.safe
    forget(path, "2025-12")
    with pytest.raises(InputError, match="cannot be compared"):
        prepare_edition(path, "parter", "2026-01", "", Silent())
    monitor(path, joined(people(period="2025-12"), people(period="2026-01")))
    assert prepare_edition(path, "parter", "2026-01", "", Silent()).edition.safe


def test_no_event_in_an_area_is_hidden_like_few(tmp_path):
    """Notifications: 0, 2 and 9 in three squares; 0 is hidden like 2, or the sign would say that it is not 0."""
    x = [500_005.0 + 10 * column for column in (1, 1, *[2] * 9)]
    events = persons(
        x=x, y=[6_200_005.0] * 11, type=["underretning"] * 11, date=["2026-01-15"] * 11
    )
    table = people()
    given = inputs(
        [grid(3, 2), slices()],
        [persons(**{**table, "age": [9] * len(table["age"])})],
        events=[events],
    )
    path, folder = tmp_path / "m.gpkg", tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(
        '{"profiles": {"parter": {"shared": {"notifications": "authorities"}}}}', "utf-8"
    )
    add_period(given, Choices(allow_fewer_years=True), MonitorFile(path), Silent(), "test")
    internal = prepare_edition(path, "intern", "", "", Silent()).edition
    counts = {
        area: cell(internal, "grid", area, "notifications")["numerator"]
        for area in ("c0r0", "c1r0", "c2r0")
    }
    assert counts == {"c0r0": 0, "c1r0": 2, "c2r0": 9}
    edition = prepare_edition(path, "parter", "", str(folder), Silent()).edition
    shown = edition.table[
        (edition.table["indicator"] == "notifications") & (edition.table["area_set"] == "grid")
    ]
    hidden = set(shown[shown["status"] == "hidden"]["area_id"])
    assert edition.safe and {"c0r0", "c0r1", "c1r0", "c1r1", "c2r1"} <= hidden
