"""The other registers of the example municipality, made from its people and dwellings. Everything
is invented."""

from __future__ import annotations

from typing import List, Sequence

import numpy as np
import pandas as pd

from ..periods import month_text, year_and_month
from .geography import Land

TENURE = {
    "housing": ((0.96, "almen"), (1.0, "privat_leje")),
    "town": ((0.22, "almen"), (0.48, "privat_leje"), (0.62, "andel"), (1.0, "ejer")),
    "suburb": ((0.10, "almen"), (0.20, "privat_leje"), (0.24, "andel"), (1.0, "ejer")),
    "country": ((0.03, "almen"), (0.15, "privat_leje"), (0.16, "andel"), (1.0, "ejer")),
}
GOLDEN, SILVER = 0.6180339887, 0.4142135624
OUTSIDE_BENEFITS = (
    (0.34, "kontanthjaelp"),
    (0.42, "ressourceforloeb"),
    (0.52, "sygedagpenge"),
    (0.60, "sho"),
    (1.0, "foertidspension"),
)
EVENTS_PER_MONTH = (
    ("underretning", 0.0040, "children"),
    ("udsaettelse", 0.00012, "dwellings"),
    ("husorden", 0.0008, "dwellings"),
    ("indbrud", 0.0004, "dwellings"),
    ("haervaerk", 0.0006, "dwellings"),
    ("sigtelse", 0.0020, "youth"),
    ("udlejning", 0.0060, "dwellings"),
    ("anvisning", 0.0015, "dwellings"),
    ("fleksibel_udlejning", 0.0010, "dwellings"),
)


def share_of(numbers: np.ndarray, ratio: float = GOLDEN) -> np.ndarray:
    """An even spread of shares (0-1), one per number, always the same."""
    return numbers * ratio % 1.0


def _chosen(share: np.ndarray, cuts: Sequence) -> np.ndarray:
    """The name of each share: the first of the ``cuts`` (upper limit, name) that it lies below."""
    limits = np.array([limit for limit, _ in cuts])
    names = np.array([name for _, name in cuts], dtype=object)
    return names[np.minimum(np.searchsorted(limits, share, "right"), len(names) - 1)]


def tenure_of(dwelling: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The tenure of each dwelling (number) in groups of the ``kinds``."""
    tenure = np.empty(len(dwelling), dtype=object)
    for kind, cuts in TENURE.items():
        here = kinds == kind
        tenure[here] = _chosen(share_of(dwelling[here], SILVER), cuts)
    return tenure


def completed_persons(table: pd.DataFrame, kinds: Sequence[str], month_start: int) -> pd.DataFrame:
    """``table`` of the population with the columns a municipality's own systems add.

    Args:
        kinds: the kind of each group. month_start: months since year 0 of the population's month 0.
    Returns:
        ``table`` with ``household_type``, ``tenure``, ``ancestry``, ``citizenship``, ``moved_in``,
        ``benefit``, ``benefit_share``, ``unemployed``, ``unemployed_share``, ``low_income``.
    """
    person = table["person_id"].to_numpy()
    age, share = table["age"].to_numpy(), share_of(person)
    household = pd.factorize(table["household_id"])[0]
    children = np.bincount(household, weights=age < 18)[household]
    adults = np.bincount(household, weights=age >= 18)[household]
    outside = table["outside_now"].to_numpy(dtype=bool)
    student = table["student"].to_numpy(dtype=bool)
    working_age = (age >= 18) & (age <= 66)
    dagpenge = working_age & ~outside & ~student & (share_of(person, SILVER) < 0.025)
    benefit = np.where(
        age >= 67,
        "folkepension",
        np.where(
            outside,
            np.where(
                (age < 30) & (share < 0.5), "uddannelseshjaelp", _chosen(share, OUTSIDE_BENEFITS)
            ),
            np.where(dagpenge, "dagpenge", np.where(student & (age >= 18), "su", "ingen")),
        ),
    )
    income = table["gross_income"].fillna(0).to_numpy()
    of_household = np.bincount(household, weights=income)[household]
    equivalent = 1 + 0.5 * np.maximum(adults - 1, 0) + 0.3 * children
    moved = table["moved_month"].to_numpy() + month_start
    origin = table["origin"].to_numpy()
    foreign = origin != "dansk"
    on_benefit = ~np.isin(benefit, ["ingen"])
    unemployed = dagpenge | np.isin(benefit, ["kontanthjaelp"]) & (share_of(person, SILVER) < 0.6)
    return table.drop(columns=["outside_now", "moved_month", "group"]).assign(
        household_type=np.where(
            children > 0,
            np.where(
                adults <= 1,
                "enlig_med_boern",
                np.where(adults == 2, "par_med_boern", "flere_familier"),
            ),
            np.where(adults <= 1, "enlig", np.where(adults == 2, "par", "flere_familier")),
        ),
        tenure=tenure_of(table["dwelling"].to_numpy(), np.array(kinds)[table["group"].to_numpy()]),
        ancestry=np.where(
            foreign, np.where((age < 30) & (share < 0.6), "efterkommer", "indvandrer"), "dansk"
        ),
        citizenship=np.where(foreign & (share_of(person, SILVER) < 0.5), "udenlandsk", "dansk"),
        moved_in=_firsts_of(moved),
        benefit=benefit,
        benefit_share=np.where(
            on_benefit, np.where(share_of(person, SILVER) < 0.15, 0.5, 1.0), np.nan
        ),
        unemployed=unemployed.astype("int8"),
        unemployed_share=np.where(
            working_age, np.where(unemployed, np.round(0.3 + 0.7 * share, 2), 0.0), np.nan
        ),
        low_income=(of_household / equivalent < 125_000).astype("int8"),
    )


def _danish_day(month: int, day: int) -> str:
    """A day of a month (since year 0) as ``DD-MM-YYYY``."""
    year, of_year = year_and_month(month)
    return f"{day:02d}-{of_year:02d}-{year:04d}"


def _firsts_of(months: np.ndarray) -> np.ndarray:
    """The first of each month (months since year 0) as text."""
    unique, place = np.unique(months, return_inverse=True)
    return np.array([f"{month_text(m)}-01" for m in unique], dtype=object)[place]


def households_table(persons: pd.DataFrame) -> pd.DataFrame:
    """One row per household of the completed ``persons`` of a month."""
    groups = persons.groupby("household_id", sort=False)
    first = groups[["dwelling", "household_type", "tenure", "low_income"]].first()
    size = groups.size()
    children = (persons["age"] < 18).groupby(persons["household_id"], sort=False).sum()
    number = first.index.to_numpy()
    rented = first["tenure"].isin(["almen", "privat_leje"])
    return first.assign(
        persons=size,
        adults=size - children,
        children=children,
        car=(share_of(number) < 0.62).astype("int8"),
        housing_benefit=((first["low_income"] == 1) & (share_of(number, SILVER) < 0.7)).astype(
            "int8"
        ),
        rent_arrears=(rented & (share_of(number, SILVER) < 0.03)).astype("int8"),
    ).reset_index()


def dwellings_table(
    persons: pd.DataFrame, groups: np.ndarray, kinds: Sequence[str]
) -> pd.DataFrame:
    """One row per dwelling (``groups`` gives the group of each), with the residents of
    ``persons``."""
    number = np.arange(len(groups))
    residents = np.bincount(persons["dwelling"], minlength=len(groups))
    kind = np.array(kinds)[groups]
    share = share_of(number)
    area = np.where(
        kind == "housing",
        48 + 60 * share,
        np.where(kind == "town", 45 + 110 * share, 70 + 150 * share),
    )
    vacant = (residents == 0) & (share_of(number, SILVER) < 0.4)
    tenure = tenure_of(number, kind)
    return pd.DataFrame(
        {
            "dwelling_id": number,
            "dwelling": number,
            "tenure": tenure,
            "dwelling_type": np.where(
                kind == "country", "parcel", np.where(kind == "suburb", "raekke", "etage")
            ),
            "residents": residents,
            "rooms": np.maximum(1, np.round(area / 27)).astype(int),
            "floor_area": np.round(area, 1),
            "construction_year": (1900 + 120 * share).astype(int),
            "lacks_installation": (share_of(number, SILVER) < 0.03).astype("int8"),
            "vacant": (vacant & np.isin(tenure, ["almen", "privat_leje"])).astype("int8"),
            "vacant_months": np.where(vacant, np.round(8 * share_of(number, SILVER) / 0.4), np.nan),
        }
    )


def children_table(persons: pd.DataFrame) -> pd.DataFrame:
    """One row per child and young person of 0-22 years of ``persons``."""
    young = persons[persons["age"] <= 22]
    number, age = young["person_id"].to_numpy(), young["age"].to_numpy()
    share, other = share_of(number), share_of(number, SILVER)
    pupil = (age >= 6) & (age <= 16)
    poor = young["low_income"].to_numpy(dtype=bool)
    absent = np.where(
        pupil, np.round(200 * np.minimum(0.4, 0.02 + 0.1 * share**3 + 0.05 * poor), 1), np.nan
    )

    def known_if(known: np.ndarray, truth: np.ndarray) -> np.ndarray:
        return np.where(known, truth.astype(float), np.nan)

    daycare = (age <= 5) & (age >= 1) & (share < 0.9)
    checked = pupil & (age % 2 == 0)
    return pd.DataFrame(
        {
            "child_id": number,
            "dwelling": young["dwelling"].to_numpy(),
            "age": age,
            "sex": young["sex"].to_numpy(),
            "origin": young["origin"].to_numpy(),
            "daycare": daycare.astype("int8"),
            "free_place": known_if(daycare, poor & (other < 0.8)),
            "pupil": pupil.astype("int8"),
            "absence_days": absent,
            "school_days": np.where(pupil, 200.0, np.nan),
            "absence_percent": np.round(absent / 2, 2),
            "unauthorised_absence_percent": np.where(
                pupil, np.where(other < 0.03, 18.0, np.round(3 * share, 1)), np.nan
            ),
            "low_wellbeing": known_if(pupil & (age >= 10), other < 0.12 + 0.08 * poor),
            "other_district_school": known_if(pupil, share < 0.22),
            "leisure": known_if(
                (age >= 7) & (age <= 17) & (other < 0.95), share < 0.72 - 0.2 * poor
            ),
            "preventive_measure": (other < 0.02 + 0.05 * poor).astype("int8"),
            "placed": (other < 0.006 + 0.01 * poor).astype("int8"),
            "parents_unskilled": known_if((age <= 6) & (share < 0.9), other < 0.08 + 0.2 * poor),
            "overweight": known_if(checked, other < 0.14 + 0.06 * poor),
            "caries_free": known_if(checked, share < 0.75 - 0.15 * poor),
        }
    )


def events_table(
    persons: pd.DataFrame, dwellings: int, kinds: np.ndarray, month: int, rng: np.random.Generator
) -> pd.DataFrame:
    """The events of one month (``month`` in months since year 0); ``kinds`` is the kind of each
    dwelling's group."""
    heavier = np.where(kinds == "housing", 2.5, 1.0)
    parts: List[pd.DataFrame] = []
    for name, rate, whom in EVENTS_PER_MONTH:
        if whom == "dwellings":
            chosen = np.flatnonzero(rng.random(dwellings) < rate * heavier)
            age = np.full(len(chosen), np.nan)
        else:
            low, high = (0, 17) if whom == "children" else (15, 17)
            of_age = persons[persons["age"].between(low, high)]
            weight = heavier[of_age["dwelling"].to_numpy()]
            of_age = of_age[rng.random(len(of_age)) < rate * weight]
            chosen, age = of_age["dwelling"].to_numpy(), of_age["age"].to_numpy(dtype=float)
        days = rng.integers(1, 29, len(chosen))
        parts.append(
            pd.DataFrame(
                {
                    "date": [_danish_day(month, day) for day in days],
                    "type": name,
                    "dwelling": chosen,
                    "age": age,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def moves_table(
    moves: Sequence[pd.DataFrame], month_start: int, rng: np.random.Generator
) -> pd.DataFrame:
    """The moves the population has lived through, with dates."""
    table = (
        pd.concat(moves, ignore_index=True)
        if moves
        else pd.DataFrame(
            columns=[
                "month",
                "person",
                "direction",
                "internal",
                "household_move",
                "dwelling",
                "age",
                "sex",
                "origin",
                "employed",
            ]
        )
    )
    months = table["month"].to_numpy(dtype="int64") + month_start
    days = rng.integers(1, 29, len(table))
    dates = [_danish_day(month, day) for day, month in zip(days, months)]
    return table.drop(columns=["month", "person"]).assign(move_id=np.arange(len(table)), date=dates)


def figures_table(land: Land, areas: Sequence[str]) -> pd.DataFrame:
    """Finished figures of the housing areas and basic districts, with and without denominators."""
    rows = []
    codes = [*areas, *(f"D{number:02d}" for number in range(1, len(land.cells) + 1))]
    for number, code in enumerate(codes):
        share = float(share_of(np.array([number + 1.0]))[0])
        entitled = 400 + 37 * number
        admissions = round(entitled * (0.08 + 0.08 * share))
        rows += [
            (code, "2025", "turnout", round(entitled * (0.5 + 0.35 * share)), entitled, None),
            (code, "2025", "safe", round(120 * (0.6 + 0.35 * share)), 120, None),
            (code, "2025", "library_borrowers", None, None, round(15 + 30 * share, 1)),
            (code, "2025", "gp_contacts", round(entitled * (4 + 4 * share)), entitled, None),
            (code, "2025", "hospital_admissions", admissions, entitled, None),
        ]
    return pd.DataFrame(
        rows, columns=["area_code", "period", "indicator", "numerator", "denominator", "value"]
    )
