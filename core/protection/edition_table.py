"""The table of an edition: every figure of its period, as its readers may have it."""

from __future__ import annotations

from typing import Collection, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.rules import Profile
from ..measures.atom_counts import AtomCounts
from .methods.rounded import Rounded
from .methods.shown import shown_count, shown_value
from .statuses import HIDDEN, KEPT, SHOWN
from .system.families import KERNEL, RATE, SHARE, SUM
from .system.places import Cell
from .system.reasons import CARRIED
from .time.binding import Shown

COLUMNS = (
    "area_set",
    "area_id",
    "period",
    "indicator",
    "numerator",
    "denominator",
    "value",
    "status",
)
FIGURES = ("numerator", "denominator", "value")


class Figures:
    """The figures of one period that an edition is built of.

    Args:
        observations: area set id → observations.
        kinds: indicator → ``families.kind_of``, empty where it was not counted.
    """

    def __init__(
        self,
        counts: AtomCounts,
        observations: Mapping[str, pd.DataFrame],
        indicators: Sequence[Indicator],
        kinds: Mapping[str, str],
        period: str,
        profile: Profile,
    ):
        self._counts, self._observations, self._kinds = counts, observations, kinds
        self._by_id = {i.id: i for i in indicators}
        self._period, self._profile = period, profile

    def table(
        self, reasons: Mapping[Cell, str], carried: Mapping[Cell, Shown], rounded: Optional[Rounded]
    ) -> pd.DataFrame:
        """The protected table (``COLUMNS``); built from what is shown alone.

        Args:
            reasons: why a cell does not show its figure. carried: what a cell showed before.
            rounded: what is shown instead of the counts; None where they are shown as they are.
        """
        parts = [self._of_set(area_set, table) for area_set, table in self._observations.items()]
        parts.append(self._totals())
        table = pd.concat([part for part in parts if len(part)], ignore_index=True)
        if rounded is not None:
            table = rounded.put_into(table, self._by_id)
        table = self._as_shown(table)
        cells = list(zip(table["area_set"], table["area_id"], table["indicator"]))
        hidden = np.array([cell in reasons for cell in cells], dtype=bool)
        table["status"] = np.where(hidden, HIDDEN, SHOWN)
        for name in FIGURES:
            table[name] = table[name].astype("float64").mask(hidden)
        for row, cell in enumerate(cells):
            if reasons.get(cell) == CARRIED and cell in carried:
                for name, shown in zip(FIGURES, carried[cell]):
                    table.loc[row, name] = shown
                table.loc[row, "status"] = KEPT
        return table[list(COLUMNS)].reset_index(drop=True)

    def _of_set(self, area_set: str, observations: pd.DataFrame) -> pd.DataFrame:
        rows = observations[
            (observations["period"] == self._period)
            & observations["indicator"].isin(list(self._by_id))
        ]
        shares = rows["indicator"].map(self._shows_counts).to_numpy(dtype=bool)
        return pd.DataFrame(
            {
                "area_set": area_set,
                "area_id": rows["area_id"].to_numpy(),
                "period": self._period,
                "indicator": rows["indicator"].to_numpy(),
                "numerator": rows["numerator"].where(shares).to_numpy(),
                "denominator": rows["denominator"].where(shares).to_numpy(),
                "value": rows["value"].to_numpy(),
            }
        )

    def _shows_counts(self, indicator: str) -> bool:
        return self._kinds[indicator] in (KERNEL, SHARE, RATE)

    def _totals(self) -> pd.DataFrame:
        """The municipality's own figures; of medians and finished figures there are none."""
        rows = []
        for indicator in self._of(KERNEL, SHARE, RATE, SUM):
            values = self._counts.values[(self._period, indicator.id)]
            numerator = float(values["numerator"].sum())
            denominator = float(values["denominator"].sum()) if "denominator" in values else np.nan
            with np.errstate(invalid="ignore", divide="ignore"):
                value = (
                    numerator
                    if indicator.scale is None
                    else float(np.float64(indicator.scale) * numerator / np.float64(denominator))
                )
            if not self._shows_counts(indicator.id):
                numerator = denominator = np.nan
            rows.append(("", "", self._period, indicator.id, numerator, denominator, value))
        return pd.DataFrame(rows, columns=list(COLUMNS[:-1]))

    def _of(self, *kinds: str) -> Collection[Indicator]:
        return [i for i in self._by_id.values() if self._kinds[i.id] in kinds]

    def _as_shown(self, table: pd.DataFrame) -> pd.DataFrame:
        if not self._profile.protects:
            return table
        table["value"] = [
            shown_value(v, d, self._by_id[i], self._profile)
            for v, d, i in zip(table["value"], table["denominator"], table["indicator"])
        ]
        for name in ("numerator", "denominator"):
            table[name] = [shown_count(v) for v in table[name]]
        return table
