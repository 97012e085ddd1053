"""Several months and years in few words."""

from __future__ import annotations

from typing import Sequence

from .i18n import tr
from .numbers import number
from .periods import is_year, month_number, period_text

FEW = 3


def periods_text(periods: Sequence[str]) -> str:
    """``november 2025, december 2025``; of more than a few ``24 months: January 2024 – December
    2025``; months and years each in their own words."""
    ordered = sorted(periods, key=lambda one: (month_number(one), not is_year(one)))
    said = []
    months = [period for period in ordered if not is_year(period)]
    years = [period for period in ordered if is_year(period)]
    if len(months) > FEW:
        said.append(
            tr(
                "{count} months: {first} – {last}",
                count=number(len(months)),
                first=period_text(months[0]),
                last=period_text(months[-1]),
            )
        )
    else:
        said += [period_text(period) for period in months]
    if len(years) > FEW:
        said.append(
            tr(
                "{count} years: {first} – {last}",
                count=number(len(years)),
                first=years[0],
                last=years[-1],
            )
        )
    elif months and len(years) == 1:
        said.append(tr("the year {year}", year=years[0]))
    elif months and years:
        said.append(tr("the years {years}", years=", ".join(years)))
    else:
        said += years
    return ", ".join(said)
