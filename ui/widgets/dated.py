"""A figure in words with what it is of and how old it is."""

from __future__ import annotations

from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import period_text


def dated(
    value: object,
    period: object,
    age: object,
    decimals: int = 1,
    told: str = "",
    mean: str = "",
) -> str:
    """``2.3 % (2025, 11 months old)``; a dash where there is no figure, and the figure alone where
    nobody knows what it is of; what must be ``told`` of it behind; of which years it is the
    ``mean`` in the place of its newest year."""
    shown = f"{number(value, decimals)} %" if _known(value) else "–"
    of = date_and_age(period, age, mean)
    of = ", ".join(filter(None, (of, told)))
    return f"{shown} ({of})" if of else shown


def date_and_age(period: object, age: object, mean: str = "") -> str:
    """``2025, 11 months old``: a ``period`` and so many months; empty without a period."""
    if not _known(period) or not period:
        return ""
    shown = mean or period_text(str(period))
    months = int(float(age)) if _known(age) else 0
    if months < 1:
        return shown
    old = tr("1 month old") if months == 1 else tr("{count} months old", count=number(months))
    return f"{shown}, {old}"


def _known(value: object) -> bool:
    return value is not None and value == value
