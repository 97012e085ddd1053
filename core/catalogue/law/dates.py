"""The law's own dates: which figures the list of a year rests on, how long a figure serves, and
when it usually comes; as the rule set files say."""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple, Optional, Tuple

WHOLE_YEAR, NEW_YEAR = "year", "01-01"
PERIOD, CURRENT, LIST = "period", "current", "list"
READINGS = (CURRENT, PERIOD, LIST)
"""The readings: as things stand, the same period for every figure, and the law's own dates."""
OLDEST_MONTHS = 24
"""How long a figure serves of which the rule sets do not say it."""


class ListDate(NamedTuple):
    """What the list of a year takes of a figure.

    Attributes:
        years_back: the years of the mean, counted back from the list's, the newest first.
        moment: ``year`` for the figure of the whole year, else the day ``MM-DD`` that it is of.
    """

    years_back: Tuple[int, ...]
    moment: str

    @property
    def of_new_year(self) -> bool:
        """Is it of 1 January, the day that a year stands for?"""
        return self.moment == NEW_YEAR

    def candidates(self, year: int) -> Tuple[str, ...]:
        """The periods whose figure answers for ``year`` (a year of the mean), the best first.

        A whole year: its own figure, then the month after it (a month's figure is of the year up to
        it), then its December. 1 January: the month that is counted on that day, then the year,
        which stands for it. Another day: the year's figure, the month that the day lies in, and
        that after it, which is counted on its first.
        """
        from ...periods import as_month, month_number, month_text, year_text

        own = year_text(year)
        if self.moment == WHOLE_YEAR:
            return (own, as_month(year_text(year + 1)), f"{own}-12")
        month = f"{own}-{self.moment[:2]}"
        if self.moment.endswith("-01"):
            return (month, own) if self.of_new_year else (own, month)
        return (own, month, month_text(month_number(month) + 1))

    def month_of_year_figure(self, year: str) -> int:
        """The month (``periods.month_number``) that the figure of a whole ``year`` is of: its
        January where the law takes it of 1 January, else its December."""
        from ...periods import MONTHS_OF_YEAR, month_number

        return month_number(year) + (0 if self.of_new_year else MONTHS_OF_YEAR - 1)


class Serving(NamedTuple):
    """How long a figure serves as things stand (``oldest_months``), and in which month, how many
    years after its own, it usually comes; ``month`` 0 where nobody says."""

    oldest_months: int
    years_after: int = 0
    month: int = 0

    def comes(self, year: int) -> str:
        """The month (``YYYY-MM``) that the figure of ``year`` usually comes in; empty where nobody
        says."""
        return f"{year + self.years_after:04d}-{self.month:02d}" if self.month else ""


class Approximation(NamedTuple):
    """What stands in for a yearly figure, as things stand, where that is missing or too old: the
    mean of so many ``months`` of an ``indicator``, no older than ``oldest_months``; ``label`` is
    said beside it."""

    indicator: str
    label: Mapping[str, str]
    months: int
    oldest_months: int


def list_date(entry: Optional[Mapping[str, Any]]) -> Optional[ListDate]:
    """The dates of a ``list_date`` of the catalogue, None where there are none."""
    return None if entry is None else ListDate(tuple(entry["years_back"]), entry["moment"])


def serving(entry: Optional[Mapping[str, Any]]) -> Serving:
    """How long a figure serves by a ``serves`` of the catalogue."""
    if entry is None:
        return Serving(OLDEST_MONTHS)
    comes = entry.get("comes", {"years_after": 0, "month": 0})
    return Serving(entry["oldest_months"], comes["years_after"], comes["month"])
