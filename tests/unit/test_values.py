"""Values in words: Danish files as municipalities deliver them go straight to right figures, what is
not certain is asked, and no value of a personal column is ever listed."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import (
    COUNTED_KINDS,
    register_kind,
)
from geofa_sociodemografi.core.catalogue.registers.value_words import (
    label_of,
    plain_word,
    roles_with_words,
    shared_columns,
    words_of,
)
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.importing import import_delivery
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.columns.meanings import (
    certain_meaning,
    choices_of,
    is_translated,
    perhaps_meaning,
)
from geofa_sociodemografi.core.registers.delivery import Delivery, DeliveryProfile, profile_of
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.registers.tables.register import open_register
from geofa_sociodemografi.core.registers.values.offers import offers, unused_columns
from geofa_sociodemografi.core.registers.values.rules import parse_rules
from geofa_sociodemografi.core.registers.values.sharing import roles_of_source

from tests.unit.helpers import grid

PERSONS = register_kind("persons")
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)] + ["2026-01"]
KVHX = [f"0461{1000 + n}__{n + 10}_______" for n in range(8)]
STATUS = ["I beskæftigelse", "Lønmodtager", "Studerende", "Ledig", "Uden for arbejdsstyrken"]
EDUCATION = ["Grundskole", "H20 Gymnasiale uddannelser", "Erhvervsuddannelse", "KVU", "Uoplyst"]
ORIGIN = ["Dansk oprindelse", "Indvandrer, ikke-vestlig", "Efterkommere fra vestlige lande"]


def people(month=0, rows=120, **columns):
    """A month's file as a municipality has it; every row of the oracle can be counted by hand."""
    n = np.arange(rows)
    return pd.DataFrame(
        {
            "CPR-nr": [f"{n % 28 + 1:02d}0180{n + 1000 * month:04d}"[:10] for n in n],
            "Navn": ["Ane Ravn"] * rows,
            "KVHX": [KVHX[i] for i in n % len(KVHX)],
            "Alder": 18 + n % 47,
            "Køn": np.where(n % 2, "Mand", "Kvinde"),
            "Herkomst": [ORIGIN[i] for i in n % len(ORIGIN)],
            "Uddannelse": [EDUCATION[i] for i in n % len(EDUCATION)],
            "Beskæftigelse": [STATUS[i] for i in n % len(STATUS)],
            "Sagsbehandler": ["team nord"] * rows,
            **columns,
        }
    )


def delivered(folder, months=MONTHS, encoding="cp1252", **columns):
    folder.mkdir(exist_ok=True)
    for number, month in enumerate(months):
        people(number, **columns).to_csv(
            folder / f"borgere_{month}.csv", sep=";", index=False, encoding=encoding
        )
    return file_sources(folder)


def addresses():
    places = pd.DataFrame(
        {
            "address_key": KVHX,
            "x": [500_005.0 + 10 * (n % 2) for n in range(8)],
            "y": 6_200_005.0,
        }
    )
    return [TableSource("adresser", places)]


def given(sources, profile=None, kind="persons"):
    return Inputs([grid(2, 1)], [Delivery(kind, sources, profile)], addresses=addresses())


def asked(sources, profile=None, kind="persons"):
    """The values met, by (column, role), and the findings."""
    values = {}
    checks = check_inputs(given(sources, profile, kind), Choices(), Silent(), values=values)[kind]
    return {(one.column, one.role): one for one in values[kind]}, checks


def errors(checks):
    return [check for check in checks if check.severity == "error"]


# -- straight to right figures ---------------------------------------------------------------------


def test_a_danish_file_of_thirteen_months_is_counted_without_any_translation(tmp_path):
    sources = delivered(tmp_path / "m")
    values, checks = asked(sources)
    assert not errors(checks) and not any(one.open for one in values.values())
    counted = count_areas(
        given(sources), Choices(indicators=("employed", "unemployed", "basic_education")), Silent()
    ).observations["grid"]
    every = pd.concat([people(n).assign(period=month) for n, month in enumerate(MONTHS)])
    every["area"] = ["c0r0" if key in KVHX[::2] else "c1r0" for key in every["KVHX"]]
    for indicator, column, words, ages in (
        ("employed", "Beskæftigelse", STATUS[:2], (18, 64)),
        ("unemployed", "Beskæftigelse", STATUS[3:4], (15, 64)),
        ("basic_education", "Uddannelse", EDUCATION[:1], (30, 59)),
    ):
        grown = every[every["Alder"].between(*ages)]
        of_one = counted[counted["indicator"] == indicator].set_index(["period", "area_id"])
        assert len(of_one) == 2 * len(MONTHS)
        mine = grown[column].isin(words).groupby([grown["period"], grown["area"]]).sum()
        assert of_one["numerator"].sort_index().tolist() == mine.sort_index().tolist()


def test_one_column_plays_three_roles_and_another_two(tmp_path):
    sources = delivered(tmp_path / "m", MONTHS[:1])
    roles = roles_of_source({}, sources[0], PERSONS)
    assert {r: c for r, c in roles.items() if c == "Beskæftigelse"} == dict.fromkeys(
        ("student", "employed", "unemployed"), "Beskæftigelse"
    )
    assert roles["origin"] == roles["ancestry"] == "Herkomst"
    (piece,) = open_register("persons", sources, with_addresses=True).pieces(
        ["employed", "student", "unemployed", "origin", "ancestry", "education", "sex"], Silent()
    )
    n = np.arange(len(piece))
    assert piece["employed"].tolist() == (n % 5 < 2).astype(int).tolist()
    assert piece["student"].tolist() == (n % 5 == 2).astype(int).tolist()
    assert piece["unemployed"].tolist() == (n % 5 == 3).astype(int).tolist()
    assert piece["origin"].tolist()[:3] == ["dansk", "ikke_vestlig", "vestlig"]
    assert piece["ancestry"].tolist()[:3] == ["dansk", "indvandrer", "efterkommer"]
    assert piece["education"].astype(object).tolist()[:4] == ["10", "20", "30", "40"]
    assert piece["education"].isna().tolist()[4] and piece["sex"].tolist()[:2] == ["k", "m"]


def test_a_column_of_that_name_without_those_values_is_left_alone(tmp_path):
    hours = [str(n % 37) for n in range(120)]
    for words in (hours, ["Heltid", "Deltid"] * 60):
        sources = delivered(tmp_path / "m", MONTHS[:1], Beskæftigelse=words)
        assert "Beskæftigelse" not in roles_of_source({}, sources[0], PERSONS).values()
        assert not errors(asked(sources)[1])
    plain = delivered(
        tmp_path / "p", MONTHS[:1], Herkomst=["dansk", "vestlig", "ikke-vestlig"] * 40
    )
    assert "ancestry" not in roles_of_source({}, plain[0], PERSONS)


# -- what is not certain ---------------------------------------------------------------------------


def test_an_uncertain_guess_is_shown_and_never_used(tmp_path):
    words = ["Grundskole", "Grunskole", "Ufaglært", "Zzz"] * 30
    sources = delivered(tmp_path / "m", Uddannelse=words)
    values, checks = asked(sources)
    education = values[("Uddannelse", "education")]
    told = {one.value: (one.how, one.code, one.rows, one.files) for one in education.values}
    rows = 30 * len(MONTHS)
    assert told == {
        "Grunskole": ("guess", "10", rows, len(MONTHS)),
        "Ufaglært": ("guess", "10", rows, len(MONTHS)),
        "Zzz": ("unknown", "", rows, len(MONTHS)),
        "Grundskole": ("certain", "10", rows, len(MONTHS)),
    }
    assert len(errors(checks)) == 1, "told once, not thirteen times"
    assert errors(checks)[0].rows == 3 * rows
    assert "Grunskole (390; perhaps Basic school), Ufaglært (390" in errors(checks)[0].text
    with pytest.raises(InputError, match="row 3, field Uddannelse"):
        count_areas(given(sources), Choices(), Silent())


@pytest.mark.parametrize(
    "role, text, code",
    [
        ("employed", "Ikke i beskæftigelse", None),
        ("origin", "Vestlig eller ikke-vestlig", None),
        ("origin", "ikke-vestlige landee", "ikke_vestlig"),
        ("tenure", "Almen bolig (familiebolig)", "almen"),
        ("student", "xyz", None),
        ("outside_work", "Ledig", "1"),
    ],
)
def test_guesses_know_a_not_and_a_contradiction(role, text, code):
    assert certain_meaning(PERSONS.column(role))(text) is None
    assert perhaps_meaning(PERSONS.column(role))(text) == code


def test_what_the_user_says_goes_first_and_empty_is_unknown(tmp_path):
    words = ["Grundskole", "Skole", "Andet"] * 40
    rules = {"education": {"skole": "10", "Andet": "", "Grundskole": "15"}, "outside_work": {}}
    profile = DeliveryProfile("", "persons", {}, values=rules)
    sources = delivered(tmp_path / "m", MONTHS[:2], Uddannelse=words)
    values, checks = asked(sources, profile)
    assert not errors(checks)
    assert {v.value: v.how for v in values[("Uddannelse", "education")].values} == dict.fromkeys(
        set(words), "given"
    )
    register = open_register("persons", sources, with_addresses=True, rules=rules)
    piece = next(register.pieces(["education"], Silent()))
    assert piece["education"].astype(object).tolist()[:2] == ["15", "10"]
    assert piece["education"].isna().tolist()[:3] == [False, False, True]


def test_a_share_of_the_law_is_offered_of_a_status_and_counted_when_taken(tmp_path):
    sources = delivered(tmp_path / "m", MONTHS[:1])
    roles = roles_of_source({}, sources[0], PERSONS)
    assert "outside_work" not in roles, "the law measures a year, and a status is of one day"
    (offer,) = offers({}, roles, sources[0], PERSONS, {})
    assert (offer.role, offer.column) == ("outside_work", "Beskæftigelse") and offer.about
    assert not offers({}, roles, sources[0], PERSONS, {"outside_work": ["beskæftigelse"]})
    profile = DeliveryProfile(
        "", "persons", {"outside_work": offer.column}, values={"outside_work": offer.rules}
    )
    found = count_areas(given(sources, profile), Choices(indicators=("no_work",)), Silent())
    outside = people()["Beskæftigelse"].isin(STATUS[3:])
    assert found.observations["grid"]["numerator"].sum() == outside.sum()


# -- the next file ---------------------------------------------------------------------------------


def test_next_months_new_value_is_asked_about_and_the_old_answers_hold(tmp_path):
    first = delivered(tmp_path / "a", MONTHS[:1], Uddannelse=["Grundskole", "Skole"] * 60)
    profile = DeliveryProfile("CPR", "persons", {}, values={"education": {"Skole": "10"}})
    assert not errors(asked(first, profile)[1])
    saved = import_delivery(Delivery("persons", first, profile), (), Silent()).profile
    read = profile_of(saved.text(), "profil.json")
    assert read == saved and read.values == {"education": {"Skole": "10"}}
    nxt = delivered(
        tmp_path / "b", MONTHS[1:2], Uddannelse=["Grundskole", "Skole", "Højskole"] * 40
    )
    values, checks = asked(nxt, read)
    (open_one,) = values[("Uddannelse", "education")].open
    assert (open_one.value, open_one.rows) == ("Højskole", 40) and len(errors(checks)) == 1


def test_a_no_column_of_an_earlier_file_is_offered_when_a_later_one_has_it(tmp_path):
    earlier = delivered(tmp_path / "a", MONTHS[:1])
    roles = roles_of_source({}, earlier[0], PERSONS)
    saved = {**dict.fromkeys(PERSONS.names, ""), **roles}
    assert not [o for o in offers(saved, roles, earlier[0], PERSONS, {}) if not o.about]
    later = delivered(tmp_path / "b", MONTHS[1:2], Ejerform=["Almen bolig", "Ejerbolig"] * 60)
    now = roles_of_source(saved, later[0], PERSONS)
    assert "tenure" not in now, "the user's no column holds until asked"
    offered = {(o.role, o.column) for o in offers(saved, now, later[0], PERSONS, {})}
    assert offered == {("tenure", "Ejerform"), ("outside_work", "Beskæftigelse")}
    profile = DeliveryProfile("", "persons", saved)
    told = [c for c in asked(later, profile)[1] if c.check == "offer"]
    assert [c.field for c in told] == ["tenure", "outside_work"] and "Ejerform" in told[0].text
    no = {"tenure": ["Ejerform"], "outside_work": ["Beskæftigelse"]}
    assert not offers(saved, now, later[0], PERSONS, no)
    without = {**saved, **dict.fromkeys(("student", "employed", "unemployed"), "")}
    shared = offers(without, roles_of_source(without, later[0], PERSONS), later[0], PERSONS, no)
    assert {o.role for o in shared} >= {"student", "employed", "unemployed"}


def test_columns_that_nobody_uses_are_told(tmp_path):
    sources = delivered(tmp_path / "m", MONTHS[:2])
    roles = [roles_of_source({}, source, PERSONS) for source in sources]
    assert unused_columns(sources, roles) == ("CPR-nr", "Navn", "Sagsbehandler")
    (told,) = [c for c in asked(sources)[1] if c.check == "unused"]
    assert "Sagsbehandler" in told.text and "team nord" not in told.text


# -- persons ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", COUNTED_KINDS)
def test_no_value_of_a_personal_column_is_ever_listed(kind):
    """Every column of every register filled with a mark of its own; only columns of codes that are
    no person's may show it."""
    about = register_kind(kind)
    frame = pd.DataFrame(
        {c.name: [f"hemmelig{n}"] * 50 for n, c in enumerate(about.columns) if c.name != "period"}
    ).assign(period="2025-01")
    values, checks = asked([TableSource("f.csv", frame)], None, kind)
    said = json.dumps([vars(c) for c in checks], default=str)
    for number, column in enumerate(about.columns):
        listed = [v.value for one in values.values() for v in one.values if one.role == column.name]
        if column.hidden or not is_translated(column):
            assert not listed and f"hemmelig{number} " not in said, column.name
    assert any(one.values for one in values.values()), "columns of codes are listed"


@pytest.mark.parametrize(
    "name, cells",
    [
        ("Navn", ["Grundskole"] * 119 + ["Ane Ravn"]),
        ("Borgernavn", ["Ane"] * 120),
        ("Elevens adresse", ["Nygade 3"] * 120),
        ("cpr", ["0101801234"] * 120),
        ("pnr", ["Ane"] * 120),
        ("kolonne", [f"Navn{n}" for n in range(120)]),
        ("kolonne", ["Grundskole"] * 119 + ["010180-1234"]),
        ("kolonne", ["Grundskole"] * 119 + ["Nygade 3, 2. tv"]),
        ("kolonne", ["Grundskole"] * 119 + ["Ane Ravn"]),
        ("kolonne", ["Ane", "Bo", "Carl"] * 2),
    ],
)
def test_a_personal_column_mapped_to_a_code_by_mistake_shows_nothing(tmp_path, name, cells):
    table = people(rows=len(cells)).drop(columns=["Navn"]).assign(**{name: cells})
    source = TableSource("borgere_2025-01.csv", table)
    profile = DeliveryProfile("", "persons", {"education": name})
    values, checks = asked([source], profile)
    said = json.dumps([vars(c) for c in checks], default=str) + str(values)
    for cell in set(cells) - {"Grundskole"}:
        assert cell not in said
    assert errors(checks), "that cells are not understood is told"


def test_a_column_that_plays_a_persons_role_too_shows_nothing():
    table = people().assign(Kode=["Grundskole", "Ravn"] * 60)
    profile = DeliveryProfile("", "persons", {"education": "Kode", "person_id": "Kode"})
    values, _ = asked([TableSource("borgere_2025-01.csv", table)], profile)
    assert ("Kode", "education") not in values


# -- the catalogue and the doors -------------------------------------------------------------------


def test_every_word_of_the_catalogue_is_of_a_role_and_a_code_and_means_one_thing():
    columns = {c.name: c for kind in COUNTED_KINDS for c in register_kind(kind).columns}
    for role in roles_with_words():
        column, words = columns[role], words_of(columns[role])
        assert is_translated(column), role
        assert {*words.certain.values(), *words.perhaps.values()} <= set(choices_of(column)), role
        assert not set(words.certain) & set(words.perhaps), role
        certain = certain_meaning(column)
        for word, code in words.certain.items():
            assert column.type == "number" or certain(word) == code, (role, word)
        for code in choices_of(column):
            assert column.type == "number" or certain(code) == code
            assert set(label_of(column, code)) == {"da", "en"}
            assert column.type != "code" or label_of(column, code)["da"] != code, (role, code)
    for shared in shared_columns():
        assert {*shared.roles, *shared.approximate} <= set(columns)


def test_words_are_compared_without_signs_and_danish_letters():
    assert plain_word(" Række-, kæde- OG dobbelthus ") == "raekke kaede og dobbelthus"
    assert plain_word("I_Beskaeftigelse") == plain_word("i beskæftigelse")
    assert plain_word("-1") == "-1" and plain_word("?") == "?"


def test_values_of_json_are_checked():
    kinds = COUNTED_KINDS
    assert parse_rules("", kinds) == {"persons": {}}
    assert parse_rules('{"sex": {"H": "m"}}', kinds) == {"persons": {"sex": {"H": "m"}}}
    assert parse_rules('{"moves": {"sex": {"H": "m"}}}', kinds) == {"moves": {"sex": {"H": "m"}}}
    for text in ("{", "[1]", '{"sex": "m"}', '{"sex": {"H": 1}}'):
        with pytest.raises(InputError):
            parse_rules(text, kinds)
    source = TableSource("b_2025-01.csv", people())
    for rules in ({"sex": {"H": "mand"}}, {"age": {"ti": "10"}}, {"nothing": {}}):
        with pytest.raises(InputError):
            open_register("persons", [source], None, "", True, rules)
    wrong = DeliveryProfile("", "persons", {}, values={"sex": {"H": "?"}}).text()
    with pytest.raises(InputError):
        profile_of(wrong, "p.json")
