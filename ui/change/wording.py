"""What the page says of an area's figures, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, List, Mapping, Sequence

from ...core.change.words import change_text, interval_text, noise_text, shown
from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import day_text, period_text

if TYPE_CHECKING:
    from ...core.catalogue.indicators.definitions import Indicator

MOST_GAPS = 4
STATUSES = ("gap", "hidden", "unknown", "nobody", "no_denominator")


def status_text(status: str, last_figure: str) -> str:
    """Why there is no figure, and when the last one was."""
    why = {
        "gap": tr("not delivered"),
        "hidden": tr("hidden by its source"),
        "unknown": tr("nobody has a known value"),
        "nobody": tr("nobody it is about"),
        "no_denominator": tr("no register gives the denominator"),
    }.get(status, tr("no figure"))
    if not last_figure:
        return why
    return tr("{why}; last figure {period}", why=why, period=period_text(last_figure))


def figure_sentence(row: Mapping[str, object], unit: str) -> str:
    """The figure of one period, how it moved in twelve months, and between which ends."""
    period = period_text(str(row["period"])).capitalize()
    value = float(row["value"])
    if math.isnan(value):
        why = status_text(str(row["status"]), str(row["last_figure"]))
        return tr("{period}: {why}.", period=period, why=why)
    text = value_text(row, unit)
    text += "" if text.endswith(".") else "."
    changed = change_text(float(row["change"]), unit)
    if not changed:
        return text
    since = period_text(str(row["change_from"]))
    noise = noise_text(row["more_than_noise"])
    if not noise:
        return f"{text} " + tr("{changed} since {period}.", changed=changed, period=since)
    return f"{text} " + tr(
        "{changed} since {period}, {noise} (95 % interval {ends}).",
        changed=changed,
        period=since,
        noise=noise,
        ends=interval_text(float(row["change_low"]), float(row["change_high"]), unit),
    )


def value_text(row: Mapping[str, object], unit: str) -> str:
    """``Marts 2026: 43,7 % (foreløbig)``."""
    text = tr(
        "{period}: {value}",
        period=period_text(str(row["period"])).capitalize(),
        value=shown(float(row["value"]), unit),
    )
    return tr("{figure} (provisional)", figure=text) if row["provisional"] else text


def earlier_sentence(earlier: Sequence[Mapping[str, object]], unit: str) -> str:
    """What a figure was before it was revised, the newest first; empty where it was nothing
    else."""
    if not earlier:
        return ""
    named = [
        tr(
            "{value} (counted {day})",
            value=shown(float(one["value"]), unit),
            day=day_text(str(one["vintage"])[: len("YYYY-MM-DD")]),
        )
        for one in list(earlier)[::-1]
    ]
    return tr("Before it was revised: {figures}.", figures=", ".join(named))


def tip_text(row: Mapping[str, object], earlier: Sequence[Mapping[str, object]], unit: str) -> str:
    """What is said of a period under the mouse: its figure, and what it was before."""
    if math.isnan(float(row["value"])):
        said = figure_sentence(row, unit)
    else:
        said = value_text(row, unit)
    how = cast_text(str(row["cast"]))
    cast = tr("Cast onto these boundaries, {way}.", way=how) if how else ""
    return "\n".join(filter(None, (said, cast, earlier_sentence(earlier, unit))))


def cast_text(how: str) -> str:
    """By what a figure was cast onto other boundaries."""
    return {
        "atoms": tr("added up anew from building blocks"),
        "persons": tr("by where residents lived"),
        "area": tr("by share of area alone, as if people lived evenly"),
    }.get(how, "")


def cast_sentence(ways: Sequence[str]) -> str:
    """How many periods were cast onto other boundaries, and by what; empty where none was."""
    cast = [how for how in ways if how]
    if not cast:
        return ""
    by = [how for how in ("atoms", "persons", "area") if how in cast]
    named = "; ".join(
        tr("{count} {way}", count=number(cast.count(how)), way=cast_text(how)) for how in by
    )
    return tr("Counted in other boundaries and cast onto these: {named}.", named=named)


def gaps_sentence(gaps: Sequence[str], last: str) -> str:
    """Which periods are missing; empty where none is."""
    if not gaps:
        return ""
    named = ", ".join(period_text(period) for period in gaps[:MOST_GAPS])
    if len(gaps) > MOST_GAPS:
        named = tr("{named} and {count} more", named=named, count=len(gaps) - MOST_GAPS)
    if last:
        return tr("Missing: {named}. Last figure {period}.", named=named, period=period_text(last))
    return tr("Missing: {named}.", named=named)


def provisional_sentence(periods: Sequence[str]) -> str:
    """Which periods are usually revised later; empty where none is."""
    if not periods:
        return ""
    newest = list(periods)[::-1]
    named = ", ".join(period_text(period) for period in newest[:MOST_GAPS])
    if len(newest) > MOST_GAPS:
        named = tr("{named} and {count} more", named=named, count=len(newest) - MOST_GAPS)
    return tr("Provisional: {named}. Such figures are usually revised later.", named=named)


def about_limits(indicator: "Indicator", has_mean: bool, has_limit: bool) -> List[str]:
    """What must be said of the law's line, where there is one."""
    if not has_limit:
        return []
    said = [tr("Indicative: the ministry's list is the decision.")]
    if has_mean:
        said.insert(0, tr("The law holds the mean of the years (dashed) against its threshold."))
    return said
