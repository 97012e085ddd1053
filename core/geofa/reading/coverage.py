"""Who has registered what: uptake of the themes among the 98 municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ...catalogue.law.municipalities import municipalities
from ..server import SERVICE

GOAL_PERCENT: float = SERVICE["participation_goal_percent"]


@dataclass(frozen=True)
class Uptake:
    """How many of the municipalities have registered a theme, and the goal of the project."""

    municipalities: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent."""
        return 100.0 * self.municipalities / self.of

    @property
    def reached(self) -> bool:
        """Is the goal reached?"""
        return self.percent >= GOAL_PERCENT


def real_municipalities() -> "Mapping[str, str]":
    """Code → name of the 98."""
    return {code: entry.name for code, entry in municipalities().items() if entry.region}


def uptake(coverage: pd.DataFrame, themes: Sequence[Theme]) -> "Mapping[str, Uptake]":
    """Theme code (and ``any``) → uptake, of ``GeofaClient.coverage``; authorities that are no
    municipality do not count."""
    known = real_municipalities()
    ours = coverage[coverage["municipality"].isin(known)]
    found = {
        theme.code: Uptake(
            ours.loc[ours["theme"] == theme.code, "municipality"].nunique(), len(known)
        )
        for theme in themes
    }
    found["any"] = Uptake(ours["municipality"].nunique(), len(known))
    return found


def by_municipality(coverage: pd.DataFrame) -> pd.DataFrame:
    """A row per municipality, registered or not.

    Returns:
        ``municipality``, ``name``, ``themes`` (codes with comma), ``theme_count``, ``objects``,
        ``newest`` (ISO time), ``x``, ``y`` (EPSG:25832, NaN where nothing is registered).
    """
    names = {
        **real_municipalities(),
        **{
            code: municipalities()[code].name
            for code in coverage["municipality"]
            if code in municipalities()
        },
    }
    rows = []
    for code in sorted(names):
        own = coverage[coverage["municipality"] == code]
        rows.append(
            (
                code,
                names[code],
                ", ".join(sorted(own["theme"])),
                len(own),
                int(own["objects"].sum()),
                own["newest"].max() if len(own) else "",
                float(own["x"].mean()),
                float(own["y"].mean()),
            )
        )
    columns = ["municipality", "name", "themes", "theme_count", "objects", "newest", "x", "y"]
    return pd.DataFrame(rows, columns=columns)
