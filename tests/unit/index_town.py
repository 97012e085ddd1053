"""An invented town in a monitor file, for the index and for packages of what it released."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.runs.runs import Run

from tests.unit.helpers import grid
from tests.unit.index_helpers import NAN

INDICATORS = ("unemployed", "public_support", "child_low_income", "lone_parent_children")


def observations(periods=("2024-01", "2025-01", "2026-01"), seed=1):
    """Twelve areas of 500 residents."""
    random, rows = np.random.default_rng(seed), []
    level = random.beta(2, 8, size=12)
    for period in periods:
        for at in range(12):
            area = f"c{at % 4}r{at // 4}"
            rows.append((area, period, "population", NAN, NAN, 500.0, 500.0))
            for indicator in INDICATORS:
                n = 300.0
                k = float(random.binomial(300, level[at]))
                rows.append((area, period, indicator, k, n, 100 * k / n, n))
    return pd.DataFrame(
        rows,
        columns=["area_id", "period", "indicator", "numerator", "denominator", "value", "persons"],
    )


def kept_town(path):
    """A monitor file at ``path`` with the town counted in it."""
    store = MonitorFile(path)
    store.runs.save(
        Run(
            about={"municipality": "0999"},
            observations={"grid": observations()},
            findings={},
        ),
        [grid(4, 3)],
    )
    return store


def released(store, hidden=(), audience=2, release="first", indicators=INDICATORS):
    """Enter in the ledger that the newest month was released, but for the ``hidden``."""
    table = observations()
    cells = table[(table["period"] == "2026-01") & table["indicator"].isin(indicators)].assign(
        area_set="grid", status="shown", release=release
    )
    for area, indicator in hidden:
        where = (cells["area_id"] == area) & (cells["indicator"] == indicator)
        cells.loc[where, ["numerator", "denominator", "value"]] = NAN
        cells.loc[where, "status"] = "hidden"
    store.ledger.enter(
        {
            "release": release,
            "created": "2026-02-01",
            "profile": "offentlig",
            "audience": audience,
            "method": "suppression",
            "period": "2026-01",
            "purpose": "",
            "place": "",
            "certificate": "",
            "salt": "",
        },
        cells,
        {"grid": "x"},
    )
