"""Every indicator of the catalogue worked out again from its definition's words, with plain pandas."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from geofa_sociodemografi.core.areas.area_set import make_area_set
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.example.files import OTHER_REGISTERS
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import file_sources
from osgeo import ogr

MONTH = "2026-01"
KINDS = ("persons", *OTHER_REGISTERS)


def housing_areas(example):
    source = ogr.Open(str(example.districts))
    layer = source.GetLayerByName("boligomraader")
    rows = [(f.GetField("noegle"), bytes(f.GetGeometryRef().ExportToWkb())) for f in layer]
    return make_area_set(
        "housing",
        "housing",
        "free",
        pd.DataFrame(
            {
                "area_id": [key for key, _ in rows],
                "name": [key for key, _ in rows],
                "objekt_id": "",
                "versions_id": "",
                "wkb": [wkb for _, wkb in rows],
            }
        ),
    )


@pytest.fixture(scope="module")
def counted(example):
    areas = housing_areas(example)
    inputs = Inputs(
        [areas],
        [Delivery(kind, file_sources(example.register(kind))) for kind in KINDS],
        addresses=file_sources(example.addresses),
    )
    observations = count_areas(inputs, Choices(), Silent()).observations["housing"]
    return observations.set_index(["indicator", "period", "area_id"])


@pytest.fixture(scope="module")
def tables(example):
    """The registers of the month as the files have them, each row with its area by shapely."""
    areas = housing_areas(example).areas
    addresses = pd.read_csv(example.addresses, sep=";", decimal=",")
    points = shapely.points(addresses["x"], addresses["y"])
    addresses["area"] = None
    for area, wkb in zip(areas["area_id"], areas["wkb"]):
        addresses.loc[shapely.contains(shapely.from_wkb(wkb), points), "area"] = area
    of_address = addresses.set_index("address_key")["area"]
    found = {}
    for kind in KINDS:
        path = example.register(kind)
        path = path / f"{kind}_{MONTH}.csv" if path.is_dir() else path
        table = pd.read_csv(path, sep=";", decimal=",", dtype={"education": str})
        if "address_key" in table:
            table["area"] = table["address_key"].map(of_address)
        if "date" in table:
            table = table[table["date"].str[3:] == "01-2026"]
        found[kind] = table
    return found


def years_at_address(p):
    moved = pd.to_datetime(p["moved_in"])
    return 2026 - moved.dt.year - (moved.dt.month > 1).astype(int)


def share(register, population, numerator):
    """Rows of the numerator over rows of the population, both conditions of the same register."""
    return lambda t: (
        rows(t[register], population(t[register]) & numerator(t[register])),
        rows(t[register], population(t[register])),
    )


def rows(table, condition):
    return table[condition].groupby("area").size()


def everybody(table):
    return pd.Series(True, index=table.index)


def aged(low, high=200):
    return lambda t: (t["age"] >= low) & (t["age"] <= high)


def summed(table, condition, column):
    return table[condition].groupby("area")[column].sum()


def full_time(low, high, *benefits):
    return lambda t: (
        summed(
            t["persons"],
            aged(low, high)(t["persons"]) & t["persons"]["benefit"].isin(benefits),
            "benefit_share",
        ),
        rows(t["persons"], aged(low, high)(t["persons"])),
    )


def events(kind, denominator):
    return lambda t: (rows(t["events"], t["events"]["type"] == kind), denominator(t))


def dwellings(t):
    return rows(t["dwellings"], everybody(t["dwellings"]))


def residents(t):
    return rows(t["persons"], everybody(t["persons"]))


def children(t):
    return rows(t["persons"], aged(0, 17)(t["persons"]))


def mean(register, population, column):
    def worked_out(t):
        table = t[register]
        table = table[population(table) & table[column].notna()]
        return table.groupby("area")[column].sum(), table.groupby("area").size()

    return worked_out


RENTED = ["almen", "privat_leje"]
SUPPORT = (
    "dagpenge",
    "kontanthjaelp",
    "uddannelseshjaelp",
    "sho",
    "ressourceforloeb",
    "sygedagpenge",
    "ledighedsydelse",
    "foertidspension",
)
LETTINGS = ("udlejning", "anvisning", "fleksibel_udlejning")
DEFINITIONS = {
    "no_work": lambda t: (
        summed(t["persons"], aged(18, 64)(t["persons"]), "outside_work"),
        rows(t["persons"], aged(18, 64)(t["persons"])),
    ),
    "convicted": share("persons", aged(18), lambda p: p["convicted"] == 1),
    "basic_education": share("persons", aged(30, 59), lambda p: p["education"] == "10"),
    "income": mean("persons", lambda p: aged(15, 64)(p) & (p["student"] != 1), "gross_income"),
    "nonwestern": share("persons", everybody, lambda p: p["origin"] == "ikke_vestlig"),
    **{
        f"age_{a}_{b}": share("persons", everybody, aged(a, b))
        for a, b in ((0, 5), (6, 17), (18, 29), (30, 64), (65, 79))
    },
    "age_80_over": share("persons", everybody, aged(80)),
    "mean_age": mean("persons", everybody, "age"),
    "western": share("persons", everybody, lambda p: p["origin"] == "vestlig"),
    "descendants": share("persons", everybody, lambda p: p["ancestry"] == "efterkommer"),
    "foreign_citizens": share("persons", everybody, lambda p: p["citizenship"] == "udenlandsk"),
    "lone_parent_children": share(
        "persons", aged(0, 17), lambda p: p["household_type"] == "enlig_med_boern"
    ),
    "child_low_income": share("persons", aged(0, 17), lambda p: p["low_income"] == 1),
    "low_income": share("persons", everybody, lambda p: p["low_income"] == 1),
    "lone_parent_families": share(
        "households", lambda h: h["children"] > 0, lambda h: h["adults"] == 1
    ),
    "single_households": share("households", everybody, lambda h: h["persons"] == 1),
    "household_size": mean("households", everybody, "persons"),
    "large_families": share("households", lambda h: h["children"] > 0, lambda h: h["children"] > 2),
    "housing_benefit": share("households", everybody, lambda h: h["housing_benefit"] == 1),
    "rent_arrears": share(
        "households", lambda h: h["tenure"].isin(RENTED), lambda h: h["rent_arrears"] == 1
    ),
    "car": share("households", everybody, lambda h: h["car"] == 1),
    "employed": share("persons", aged(18, 64), lambda p: p["employed"] == 1),
    "unemployed": share("persons", aged(15, 64), lambda p: p["unemployed"] == 1),
    "long_term_unemployed": share("persons", aged(15, 64), lambda p: p["unemployed_share"] >= 0.8),
    "cash_benefit": full_time(18, 64, "kontanthjaelp", "uddannelseshjaelp", "sho"),
    "disability_pension": full_time(18, 66, "foertidspension"),
    "sickness_benefit": full_time(18, 66, "sygedagpenge"),
    "public_support": full_time(18, 64, *SUPPORT),
    "no_work_benefits": full_time(18, 64, *(one for one in SUPPORT if one != "sygedagpenge")),
    "neet": share("persons", aged(16, 24), lambda p: (p["student"] == 0) & (p["employed"] == 0)),
    "youth_education": share(
        "persons", aged(24, 24), lambda p: p["education"].isin(["10", "15"]) & (p["student"] == 0)
    ),
    "vocational_education": share("persons", aged(30, 59), lambda p: p["education"] == "30"),
    "higher_education": share(
        "persons", aged(30, 59), lambda p: p["education"].isin(["40", "50", "60", "65", "70", "80"])
    ),
    "lived_five_years": share("persons", aged(5), lambda p: years_at_address(p) >= 5),
    "new_residents": share("persons", everybody, lambda p: years_at_address(p) < 1),
    "moves_in": lambda t: (rows(t["moves"], t["moves"]["direction"] == "ind"), residents(t)),
    "moves_out": lambda t: (rows(t["moves"], t["moves"]["direction"] == "ud"), residents(t)),
    "net_moves": lambda t: (
        rows(t["moves"], t["moves"]["direction"] == "ind").sub(
            rows(t["moves"], t["moves"]["direction"] == "ud"), fill_value=0
        ),
        residents(t),
    ),
    "turnover": lambda t: (rows(t["moves"], everybody(t["moves"])), residents(t)),
    "household_moves_out": lambda t: (
        rows(t["moves"], (t["moves"]["direction"] == "ud") & (t["moves"]["household_move"] == 1)),
        dwellings(t),
    ),
    "movers_in_employed": share(
        "moves", lambda m: (m["direction"] == "ind") & aged(18, 64)(m), lambda m: m["employed"] == 1
    ),
    "movers_out_employed": share(
        "moves", lambda m: (m["direction"] == "ud") & aged(18, 64)(m), lambda m: m["employed"] == 1
    ),
    **{
        i: share("dwellings", everybody, lambda d, code=code: d["tenure"] == code)
        for i, code in (
            ("social_housing", "almen"),
            ("owner_occupied", "ejer"),
            ("private_rental", "privat_leje"),
            ("cooperative", "andel"),
        )
    },
    "crowding": share(
        "dwellings", lambda d: d["residents"] > 0, lambda d: d["residents"] > d["rooms"]
    ),
    "area_per_person": lambda t: tuple(
        summed(
            t["dwellings"],
            t["dwellings"]["residents"].between(1, 15)
            & t["dwellings"]["floor_area"].between(10, 1000),
            column,
        )
        for column in ("floor_area", "residents")
    ),
    "small_dwellings": share("dwellings", everybody, lambda d: d["floor_area"] < 60),
    "lacks_installation": share("dwellings", everybody, lambda d: d["lacks_installation"] == 1),
    "vacant": share("dwellings", lambda d: d["tenure"].isin(RENTED), lambda d: d["vacant"] == 1),
    "long_vacant": share(
        "dwellings",
        lambda d: d["tenure"].isin(RENTED),
        lambda d: (d["vacant"] == 1) & (d["vacant_months"] > 3),
    ),
    "empty_dwellings": share("dwellings", everybody, lambda d: d["residents"] == 0),
    "evictions": events("udsaettelse", dwellings),
    "house_rules": events("husorden", dwellings),
    "burglary": events("indbrud", dwellings),
    "vandalism": events("haervaerk", residents),
    "municipal_allocation": share(
        "events", lambda e: e["type"].isin(LETTINGS), lambda e: e["type"] == "anvisning"
    ),
    "flexible_letting": share(
        "events", lambda e: e["type"].isin(LETTINGS), lambda e: e["type"] == "fleksibel_udlejning"
    ),
    "notifications": events("underretning", children),
    "youth_charged": lambda t: (
        rows(t["events"], (t["events"]["type"] == "sigtelse") & aged(15, 17)(t["events"])),
        rows(t["persons"], aged(15, 17)(t["persons"])),
    ),
    "preventive_measures": share("children", aged(0, 22), lambda c: c["preventive_measure"] == 1),
    "placements": share("children", aged(0, 22), lambda c: c["placed"] == 1),
    "unskilled_parents": share(
        "children",
        lambda c: aged(0, 6)(c) & c["parents_unskilled"].notna(),
        lambda c: c["parents_unskilled"] == 1,
    ),
    "daycare": share("children", aged(1, 5), lambda c: c["daycare"] == 1),
    "free_place": share("children", lambda c: c["daycare"] == 1, lambda c: c["free_place"] == 1),
    "school_absence": lambda t: tuple(
        summed(
            t["children"],
            (t["children"]["pupil"] == 1) & t["children"]["absence_days"].notna(),
            column,
        )
        for column in ("absence_days", "school_days")
    ),
    "high_absence": share(
        "children",
        lambda c: (c["pupil"] == 1) & c["absence_percent"].notna(),
        lambda c: c["absence_percent"] > 10,
    ),
    "unauthorised_absence": share(
        "children",
        lambda c: (c["pupil"] == 1) & c["unauthorised_absence_percent"].notna(),
        lambda c: c["unauthorised_absence_percent"] >= 15,
    ),
    "low_wellbeing": share(
        "children",
        lambda c: (c["pupil"] == 1) & c["low_wellbeing"].notna(),
        lambda c: c["low_wellbeing"] == 1,
    ),
    "other_district_school": share(
        "children", lambda c: c["pupil"] == 1, lambda c: c["other_district_school"] == 1
    ),
    "no_leisure": share(
        "children", lambda c: aged(7, 17)(c) & c["leisure"].notna(), lambda c: c["leisure"] == 0
    ),
    "overweight": share(
        "children", lambda c: c["overweight"].notna(), lambda c: c["overweight"] == 1
    ),
    "caries_free": share(
        "children", lambda c: c["caries_free"].notna(), lambda c: c["caries_free"] == 1
    ),
}
COUNTS, MEDIANS = {"population"}, {"median_income"}
FINISHED = {i.id for i in all_indicators() if i.numerator_kind == "finished"}


def test_every_indicator_is_worked_out_here():
    assert {i.id for i in all_indicators()} == set(DEFINITIONS) | COUNTS | MEDIANS | FINISHED
    assert len(all_indicators()) >= 45


@pytest.mark.parametrize("identifier", DEFINITIONS)
def test_numerator_and_denominator_agree_with_the_definition(counted, tables, identifier):
    ours = counted.loc[identifier].loc[MONTH]
    numerator, denominator = DEFINITIONS[identifier](tables)
    np.testing.assert_allclose(
        ours["numerator"], numerator.reindex(ours.index).fillna(0), rtol=1e-9
    )
    np.testing.assert_allclose(
        ours["denominator"], denominator.reindex(ours.index).fillna(0), rtol=1e-9
    )
    assert ours["denominator"].sum() > 0, "the example says nothing about it"
    unit = next(i for i in all_indicators() if i.id == identifier).unit
    scale = {"percent": 100, "per_1000": 1000}.get(unit, 1)
    there = ours["denominator"] > 0
    np.testing.assert_allclose(
        ours["value"][there], (scale * ours["numerator"] / ours["denominator"])[there]
    )
    assert ours["value"][~there].isna().all()


def test_persons_and_households_stand_behind_the_numbers(counted, tables):
    persons = tables["persons"]
    ours = counted.loc["no_work"].loc[MONTH]
    adults = persons[aged(18, 64)(persons)].groupby("area")
    assert (ours["persons"] == adults.size().reindex(ours.index)).all()
    assert (ours["households"] == adults["household_id"].nunique().reindex(ours.index)).all()


def test_population_and_median(counted, tables):
    persons = tables["persons"]
    ours = counted.loc["population"].loc[MONTH]["value"]
    assert (ours == persons.groupby("area").size().reindex(ours.index)).all()
    taxed = persons[
        aged(15, 64)(persons) & (persons["student"] != 1) & persons["gross_income"].notna()
    ]
    ours = counted.loc["median_income"].loc[MONTH]["value"]
    np.testing.assert_allclose(
        ours, taxed.groupby("area")["gross_income"].median().reindex(ours.index)
    )


@pytest.mark.parametrize("identifier", sorted(FINISHED))
def test_finished_figures_are_as_they_were_given(counted, tables, identifier):
    given = tables["figures"]
    given = given[given["indicator"] == identifier].set_index("area_code")
    ours = counted.loc[identifier].loc["2025"]
    scale = {"turnout": 100, "safe": 100, "hospital_admissions": 1000}.get(identifier, 1)
    expected = given["value"].where(
        given["value"].notna(), scale * given["numerator"] / given["denominator"]
    )
    np.testing.assert_allclose(ours["value"], expected.reindex(ours.index))
    assert set(ours["status"]) == (
        {"no_denominator"} if identifier == "library_borrowers" else {"finished"}
    )
