"""Small invented municipalities with indicators of their own, made by chance, over two months.

The indicators are unions, complements, populations inside others and shared denominators of a few columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.catalogue.indicators.definitions import Indicator, parse
from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts

from tests.unit.disclosure_attacker import Definition, Row

MONTHS = ("2026-01", "2026-02")
DOMAINS: Dict[str, Dict[str, Sequence[object]]] = {
    "dwellings": {
        "tenure": ("almen", "ejer", "privat_leje", "andel", "anden", None),
        "vacant": (0, 1, None),
        "residents": (0, 1, 2, 5, None),
    },
    "persons": {
        "age": (5, 16, 17, 20, 24, 40, 70),
        "employed": (0, 1, None),
        "student": (0, 1, None),
        "education": ("10", "20", "40", "15", None),
    },
}
CODES = {"tenure": ("almen", "ejer", "privat_leje", "andel"), "education": ("10", "20", "40")}
AGES = ([16, 24], [18, 64], [0, 17], [24, 24])


@dataclass
class Municipality:
    """Rows by month and place, areas, and what is counted of them."""

    register: str
    rows: Dict[str, List[Tuple[int, Row]]]
    pieces: int
    sets: List[List[np.ndarray]]
    definitions: List[Definition]
    indicators: List[Indicator]
    domain: Dict[str, Sequence[object]]

    @property
    def places(self) -> Dict[Tuple[str, str], List[int]]:
        """(area set, area) → places within; the municipality has empty ids."""
        found = {("", ""): list(range(self.pieces))}
        found.update(
            {
                (f"s{n}", f"a{m}"): area.tolist()
                for n, areas in enumerate(self.sets)
                for m, area in enumerate(areas)
            }
        )
        return found

    def count(self, month: str, definition: Definition, places: Sequence[int]) -> Dict[str, int]:
        """Numerator, denominator and rest of a definition in ``places``."""
        found = [definition.counts(row) for piece, row in self.rows[month] if piece in set(places)]
        have, whole = sum(a for a, _ in found), sum(b for _, b in found)
        return {"numerator": have, "denominator": whole, "rest": whole - have}

    def counts(self) -> AtomCounts:
        """What was counted, as the municipality's own file has it."""
        values = {}
        for month in self.rows:
            residents = np.bincount(
                [piece for piece, _ in self.rows[month]], minlength=self.pieces
            ).astype(float)
            values[(month, "population")] = {"numerator": residents}
            for one in self.definitions:
                each = [self.count(month, one, [piece]) for piece in range(self.pieces)]
                values[(month, one.id)] = {
                    kind: np.array([float(c[kind]) for c in each])
                    for kind in ("numerator", "denominator")
                }
                values[(month, one.id)]["persons"] = values[(month, one.id)]["denominator"]
        members = {
            f"s{n}": (
                np.concatenate(areas),
                np.concatenate([[m] * len(a) for m, a in enumerate(areas)]),
            )
            for n, areas in enumerate(self.sets)
        }
        return AtomCounts(
            self.pieces,
            {f"s{n}": [f"a{m}" for m in range(len(areas))] for n, areas in enumerate(self.sets)},
            members,
            values,
            pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
        )

    def observations(self) -> Dict[str, pd.DataFrame]:
        """The figures by area."""
        tables = {}
        for n, areas in enumerate(self.sets):
            rows = []
            for m, area in enumerate(areas):
                for month in self.rows:
                    for one in self.definitions:
                        found = self.count(month, one, area.tolist())
                        share = (
                            100.0 * found["numerator"] / found["denominator"]
                            if found["denominator"]
                            else np.nan
                        )
                        rows.append(
                            (
                                f"a{m}",
                                month,
                                one.id,
                                float(found["numerator"]),
                                float(found["denominator"]),
                                share,
                                float(found["denominator"]),
                                np.nan,
                                "counted",
                                "",
                            )
                        )
            tables[f"s{n}"] = pd.DataFrame(
                rows,
                columns=[
                    "area_id",
                    "period",
                    "indicator",
                    "numerator",
                    "denominator",
                    "value",
                    "persons",
                    "households",
                    "status",
                    "vintage",
                ],
            )
        return tables


def random_municipality(seed: int) -> Municipality:
    """The municipality that ``seed`` makes."""
    random = np.random.default_rng(seed)
    register = ("dwellings", "persons")[seed % 2]
    pieces = int(random.integers(3, 6))
    names = _columns(register, random)
    domain = {name: DOMAINS[register][name] for name in names}
    often = {name: 0.5 ** random.permutation(len(values)) + 0.02 for name, values in domain.items()}
    rows = {
        MONTHS[0]: [
            (piece, _row(domain, often, random))
            for piece in range(pieces)
            for _ in range(int(random.integers(0, 70)))
        ]
    }
    after = list(rows[MONTHS[0]])
    for _ in range(int(random.integers(0, 7))):
        if after and random.random() < 0.5:
            after.pop(int(random.integers(0, len(after))))
        if random.random() < 0.7:
            after.append((int(random.integers(0, pieces)), _row(domain, often, random)))
    rows[MONTHS[1]] = after
    sets = []
    for _ in range(int(random.integers(1, 3))):
        of = random.integers(0, int(random.integers(2, 4)), pieces)
        sets.append(
            [np.flatnonzero(of == area) for area in range(of.max() + 1) if (of == area).any()]
        )
    definitions = [
        _definition(f"own_{n}", register, names, random) for n in range(int(random.integers(4, 8)))
    ]
    return Municipality(
        register,
        rows,
        pieces,
        sets,
        definitions,
        [_indicator(one, register) for one in definitions],
        domain,
    )


def _columns(register: str, random: np.random.Generator) -> List[str]:
    first = {"dwellings": ["tenure"], "persons": ["age"]}[register]
    others = [name for name in DOMAINS[register] if name not in first]
    return first + [
        others[n] for n in random.permutation(len(others))[: int(random.integers(1, 3))]
    ]


def _row(
    domain: Dict[str, Sequence[object]], often: Dict[str, np.ndarray], random: np.random.Generator
) -> Row:
    return {
        name: values[int(random.choice(len(values), p=often[name] / often[name].sum()))]
        for name, values in domain.items()
    }


def _test(name: str, random: np.random.Generator) -> dict:
    if name in CODES:
        codes = [
            str(code) for code in random.permutation(CODES[name])[: int(random.integers(1, 4))]
        ]
        test = {"column": name, "operator": "in", "value": codes}
        return test if len(codes) > 1 else {"column": name, "operator": "=", "value": codes[0]}
    if name == "age":
        return {
            "column": name,
            "operator": "between",
            "value": list(AGES[int(random.integers(0, len(AGES)))]),
        }
    if name == "residents":
        return [
            {"column": name, "operator": ">=", "value": 1},
            {"column": name, "operator": "=", "value": 0},
            {"column": name, "operator": ">", "value": 1},
        ][int(random.integers(0, 3))]
    return {"column": name, "operator": "=", "value": int(random.integers(0, 2))}


def _definition(
    identifier: str, register: str, names: Sequence[str], random: np.random.Generator
) -> Definition:
    open_names = [name for name in names if name != "age"]
    tests: List[dict] = [
        _test(name, random) for name in random.permutation(open_names)[: int(random.integers(1, 3))]
    ]
    numerator = (
        {"all": tests}
        if len(tests) > 1 and random.random() < 0.7
        else ({"any": tests} if len(tests) > 1 else tests[0])
    )
    kind = random.random()
    population: dict = {"all": []}
    if register == "persons" and kind < 0.7:
        population = _test("age", random)
    elif kind < 0.5:
        population = _test(str(random.permutation(open_names)[0]), random)
    known = not population.get("column") or population["column"] == "age"
    return Definition(identifier, population, numerator, known=known)


def _indicator(one: Definition, register: str) -> Indicator:
    text = {"da": one.id, "en": one.id}
    return parse(
        {
            "id": one.id,
            "name": text,
            "definition": text,
            "register": register,
            "population": one.population,
            "numerator": {"count": one.numerator},
            "unit": "percent",
            "direction": "neutral",
            "averaging_years": 1,
            "source": text,
            "frequency": "monthly",
            "lag_months": 0,
            "smallest_area": None,
            "disclosure_class": "ordinary",
            "sharing": "public",
            "valid_from": "2020-01-01",
            "valid_to": "",
        },
        "own.json",
        text,
        True,
    )
