"""What a reader could put together: several audiences' editions, several months, small totals, a table without counts."""

import json

import pytest
from geofa_sociodemografi.core.catalogue.protection.rules import OWN_FILE
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons, polygon_wkb
from tests.unit.invented_town import LAST, SOUTH, WEST, forget, joined, monitor, people
from tests.unit.test_edition import cell, enter

pytestmark = pytest.mark.slow  # many editions are made, and each is attacked


def prepare(path, profile, period="", own=""):
    return prepare_edition(path, profile, period, str(own), Silent())


def hidden(edition, indicator):
    rows = edition.table[
        (edition.table["indicator"] == indicator) & (edition.table["status"] == "hidden")
    ]
    return set(zip(rows["area_set"], rows["area_id"]))


@pytest.fixture
def own(tmp_path):
    """A catalogue whose public edition may hold the employed, and whose parties' edition is the stricter."""
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(
        json.dumps(
            {
                "profiles": {
                    "parter": {"persons": 90},
                    "offentlig": {
                        "gate_persons": 5,
                        "gate_households": 2,
                        "shared": {"employed": "public"},
                    },
                }
            }
        ),
        encoding="utf-8",
    )
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


@pytest.mark.parametrize(
    ("moved_in", "told"), [((2, 6, 0), ("carried", 402)), ((0, 3, 6), ("shown", 406))]
)
def test_a_value_carried_over_is_compared_with_the_month_it_is_of(tmp_path, moved_in, told):
    """c0r0: 402, 406, 400: 406 is not told; six have left from it, but two from the 402 shown. 400, 403, 406: three more
    than shown are not told, six more are."""
    periods = ("2025-11", "2025-12", LAST)
    path = monitor(
        tmp_path / "m.gpkg", *(people(period=p, moved_in=n) for p, n in zip(periods, moved_in))
    )
    enter(path, prepare(path, "parter", "2025-11"), "U1")
    second = prepare(path, "parter", "2025-12")
    assert cell(second.edition, "grid", "c0r0", "employed")["status"] == "carried"
    enter(path, second, "U2", "2026-03-01T00:00:00")
    third = cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")
    assert (third["status"], third["denominator"]) == told


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
    """Sixteen months; the first was released, and is there to be compared with."""
    names = [f"{2024 + (9 + n) // 12}-{(9 + n) % 12 + 1:02d}" for n in range(16)]
    months = [people(period=name) for name in names]
    path = monitor(tmp_path / "m.gpkg", *months[:1])
    enter(path, prepare(path, "parter"))
    monitor(path, *months)
    kept = MonitorFile(path).runs.counted()[0].periods
    assert kept == names and names[-1] == LAST
    assert cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")["status"] == "shown"


def counted(path, *months, indicators, area_sets=None):
    """A monitor file with ``indicators`` alone."""
    given = inputs(area_sets or [grid(3, 2)], [persons(**joined(*months))])
    add_period(
        given,
        Choices(allow_fewer_years=True, indicators=indicators),
        MonitorFile(path),
        Silent(),
        "t",
    )
    return path


def test_a_release_of_another_indicator_in_between_hides_no_neighbour(tmp_path):
    """November shows the employed, December the convicted alone: January is compared with November."""
    months = [people(period="2025-11"), people(period="2025-12"), people(period=LAST, moved_in=2)]
    path = counted(tmp_path / "m.gpkg", *months, indicators=("employed", "convicted"))
    enter(path, prepare(path, "parter", "2025-11"), "U1")
    counted(path, *months, indicators=("convicted",))
    enter(path, prepare(path, "parter", "2025-12"), "U2", "2026-03-01T00:00:00")
    counted(path, *months, indicators=("employed", "convicted"))
    assert cell(prepare(path, "parter").edition, "grid", "c0r0", "employed")["status"] == "carried"


def with_low_income():
    """78 children and two adults of c0r0 have a low income, and some of each elsewhere."""
    table = people()
    table["low_income"] = [0] * len(table["x"])
    for first, last in ((0, 200), (600, 700), (900, 1000), (1300, 1350)):
        table["age"][first:last] = [10] * (last - first)
    rich = [
        *range(78),
        300,
        301,
        *range(500, 520),
        *range(600, 640),
        *range(900, 930),
        *range(1000, 1020),
        *range(1180, 1200),
        *range(1300, 1320),
    ]
    for n in rich:
        table["low_income"][n] = 1
    return table


def test_what_was_released_must_be_counted_along_and_binds_though_it_is_not_shown(tmp_path):
    path = counted(tmp_path / "m.gpkg", with_low_income(), indicators=("low_income",))
    enter(path, prepare(path, "parter"))
    counted(path, with_low_income(), indicators=("child_low_income",))
    forget(path, "2026-01", "low_income")
    with pytest.raises(
        InputError, match="low_income was released of 2026-01 and is not counted now"
    ):
        prepare(path, "parter")
    counted(path, with_low_income(), indicators=("child_low_income", "low_income"))
    own = tmp_path / "katalog"
    own.mkdir()
    (own / OWN_FILE).write_text(
        '{"profiles": {"parter": {"shared": {"low_income": "municipality"}}}}', "utf-8"
    )
    edition = prepare(path, "parter", own=own).edition
    assert edition.safe and "low_income" not in set(edition.table["indicator"])
    assert cell(edition, "grid", "c0r0", "child_low_income")["status"] == "hidden", (
        "80 less 78 are two adults"
    )


def test_readers_of_a_narrower_edition_learn_no_more_from_the_wider(tmp_path):
    """The parties know 80 with low income in c0r0; the public edition would tell them that 78 of them are children."""
    own = tmp_path / "katalog"
    own.mkdir()
    (own / OWN_FILE).write_text(
        json.dumps(
            {
                "profiles": {
                    "parter": {"shared": {"child_low_income": "municipality"}},
                    "offentlig": {
                        "shared": {"child_low_income": "public", "low_income": "municipality"}
                    },
                }
            }
        ),
        "utf-8",
    )
    path = counted(
        tmp_path / "m.gpkg", with_low_income(), indicators=("child_low_income", "low_income")
    )
    alone = prepare(path, "offentlig", own=own).edition
    assert cell(alone, "grid", "c0r0", "child_low_income")["status"] == "shown"
    enter(path, prepare(path, "parter", own=own))
    edition = prepare(path, "offentlig", own=own).edition
    assert edition.safe and "low_income" not in set(edition.table["indicator"])
    assert cell(edition, "grid", "c0r0", "child_low_income")["status"] == "hidden"


def test_an_old_release_of_one_indicator_that_is_not_counted_hides_it_alone(tmp_path):
    """October showed the convicted, November the employed. In December October is not there any more."""
    months = [people(period="2025-10"), people(period="2025-11"), people(period="2025-12")]
    path = counted(tmp_path / "m.gpkg", months[0], indicators=("convicted",))
    enter(path, prepare(path, "parter"), "U1")
    counted(path, months[1], indicators=("employed",))
    enter(path, prepare(path, "parter"), "U2", "2026-03-01T00:00:00")
    counted(path, *months[1:], indicators=("employed", "convicted"))
    forget(path, "2025-10")
    edition = prepare(path, "parter", "2025-12").edition
    assert edition.safe and cell(edition, "grid", "c0r0", "employed")["status"] == "shown"
    assert cell(edition, "grid", "c1r0", "convicted")["status"] == "hidden"


def test_a_run_of_residents_alone_makes_an_edition(tmp_path):
    edition = prepare(
        counted(tmp_path / "m.gpkg", people(), indicators=("population",)), "offentlig"
    ).edition
    assert edition.safe and cell(edition, "grid", "c0r0", "population")["value"] == 400


def test_of_two_editions_begun_together_the_second_is_not_entered(tmp_path):
    """Each was held against a ledger without the other."""
    path = monitor(tmp_path / "m.gpkg")
    first, second = prepare(path, "parter"), prepare(path, "afrundet")
    ledger = MonitorFile(path).ledger
    about = {
        "created": "2026-02-01T00:00:00",
        "period": LAST,
        "purpose": "p",
        "place": "x",
        "certificate": "{}",
        "salt": "s",
    }
    for number, prepared in enumerate((first, second)):
        edition = prepared.edition
        entry = {
            **about,
            "release": f"U{number}",
            "profile": edition.profile.id,
            "method": edition.profile.method,
            "audience": edition.profile.audience,
        }
        if not number:
            ledger.enter(entry, edition.table, edition.fingerprints, edition.releases)
            continue
        with pytest.raises(
            InputError, match="U0 was entered in the ledger while this edition was made"
        ):
            ledger.enter(entry, edition.table, edition.fingerprints, edition.releases)
    assert ledger.releases().ids == ["U0"]


def test_a_carried_value_does_not_give_a_hidden_one_away(tmp_path):
    """A had 20 and keeps that value, having 16; B has 0. What is shown leaves 16 for the two, so a reader who knows that
    fewer than five have changed in A would know that B has none. A is hidden instead."""
    town = areas(
        {
            name: polygon_wkb(
                [
                    (WEST + 10 * n, SOUTH),
                    (WEST + 10 * n + 10, SOUTH),
                    (WEST + 10 * n + 10, SOUTH + 10),
                    (WEST + 10 * n, SOUTH + 10),
                ]
            )
            for n, name in enumerate("ABCD")
        },
        "sets",
    )
    months = []
    for period, have in (("2025-12", (20, 9, 60, 70)), (LAST, (16, 0, 72, 82))):
        table = {name: [] for name in people(period=period)}
        for n, count in enumerate(have):
            whole = 200
            table["x"] += [WEST + 10 * n + 5] * whole
            table["y"] += [SOUTH + 5] * whole
            table["employed"] += [1] * count + [0] * (whole - count)
            table["household_id"] += [f"{n}-{k}" for k in range(whole)]
            for name, value in (
                ("age", 40),
                ("outside_work", 0.0),
                ("gross_income", 300_000.0),
                ("student", 0),
                ("convicted", 0),
                ("low_income", 0),
                ("period", period),
            ):
                table[name] += [value] * whole
        months.append(table)
    path = counted(
        tmp_path / "m.gpkg", *months, indicators=("population", "employed"), area_sets=[town]
    )
    enter(path, prepare(path, "parter", "2025-12"))
    edition = prepare(path, "parter", LAST).edition
    status = {area: cell(edition, "sets", area, "employed")["status"] for area in "ABCD"}
    assert edition.safe and status["B"] == "hidden"
    shown = sum(
        cell(edition, "sets", area, "employed")["numerator"]
        for area in "CD"
        if status[area] == "shown"
    )
    left = cell(edition, "", "", "employed")["numerator"] - shown
    least = (
        cell(edition, "sets", "A", "employed")["numerator"] - 4 if status["A"] == "carried" else 0
    )
    assert left - least >= 4, "B can have at least five values"
