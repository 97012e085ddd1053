"""What "since last" says, in words that judge nobody."""

from __future__ import annotations

from typing import Dict, List

from ..change.expected import Due
from ..change.since import ORDER, Moved, by_area
from ..change.words import interval_text, short, shown
from ..i18n import capitalised, in_language, tr
from ..numbers import number
from ..period_lists import periods_text
from ..periods import day_text, period_text
from .since import Since

MOST_NAMES = 3


def level_sentences(since: Since) -> Dict[str, List[str]]:
    """Area → what happened to it: from period to period, and in one period by what was added."""
    told = [(one, one.text) for one in since.levels]
    for one in since.by_addition:
        period = capitalised(period_text(since.rejudged))
        text = tr("{period}, before and after the addition: {text}", period=period, text=one.text)
        told.append((one, text))
    found: Dict[str, List[str]] = {}
    for one, text in sorted(told, key=lambda each: ORDER.index(each[0].kind)):
        found.setdefault(one.area_id, []).append(text)
    return found


def nothing_text(since: Since) -> str:
    """What is said where no area changed level: what was compared."""
    if not since.before:
        return tr("Levels are compared when two periods have been judged.")
    return tr(
        "No area changed level or came near a threshold from {before} to {now}, nor by what the "
        "newest addition changed in months that were there.",
        before=period_text(since.before),
        now=period_text(since.now),
    )


def moved_sentences(since: Since) -> Dict[str, List[str]]:
    """Area → its figures that moved more than chance, the law's first."""
    return {
        area: [moved_sentence(one) for one in rows] for area, rows in by_area(since.moved).items()
    }


def moved_sentence(one: Moved) -> str:
    """``Uden arbejde: 41,2 % → 47,9 % …``"""
    indicator = one.pair.indicator
    return tr(
        "{name}: {was} → {value} since {period} (change {ends}).",
        name=in_language(indicator.name),
        was=short(one.was, indicator.unit),
        value=shown(one.value, indicator.unit),
        period=period_text(one.pair.before),
        ends=interval_text(one.low, one.high, indicator.unit),
    )


def compared_text(since: Since) -> str:
    """How many figures were compared, and what may be chance all the same."""
    if not since.pairs:
        return tr("The newest addition brought no newer period of a series that was there before.")
    if not since.moved:
        return tr(
            "No figure moved more than chance, of {count} indicators with a newer period.",
            count=number(len({pair.indicator.id for pair in since.pairs})),
        )
    return tr(
        "{moved} figures moved more than chance, of {count} indicators with a newer period; the "
        "change is a 95 % interval. Where nothing has changed, up to one in 20 is told all the "
        "same.",
        moved=number(len(since.moved)),
        count=number(len({pair.indicator.id for pair in since.pairs})),
    )


def revised_sentences(since: Since) -> Dict[str, List[str]]:
    """Area → its figures that the newest addition changed most."""
    found: Dict[str, List[str]] = {}
    for one in since.revised_most:
        indicator = since.indicators[one.indicator]
        text = tr(
            "{name}: {was} → {value} ({period})",
            name=in_language(indicator.name),
            was=short(one.was, indicator.unit),
            value=shown(one.value, indicator.unit),
            period=period_text(one.period),
        )
        found.setdefault(one.area_id, []).append(text)
    return found


def provisional_sentences(since: Since) -> List[str]:
    """Which months are provisional."""
    return [
        tr(
            "{period} is provisional for {names}: such figures have been revised in the same "
            "direction each time.",
            period=capitalised(period_text(period)),
            names=names_text([_name(since, one) for one in indicators]),
        )
        for period, indicators in sorted(since.provisional.items(), reverse=True)
    ]


def definition_sentences(since: Since) -> List[str]:
    """Where a series is counted by another definition from then on."""
    by_period: Dict[str, List[str]] = {}
    for one in since.new_definitions:
        by_period.setdefault(one.period, []).append(_name(since, one.indicator))
    return [
        tr(
            "{names}: another definition from {period}. Figures before and after are not compared.",
            names=names_text(names),
            period=period_text(period),
        )
        for period, names in by_period.items()
    ]


def counted_areas(count: int) -> str:
    """``3 areas``; empty for none."""
    if not count:
        return ""
    return tr("1 area") if count == 1 else tr("{count} areas", count=number(count))


def counted_figures(figures: int, areas: int) -> str:
    """``12 figures in 3 areas``; empty for none."""
    if not figures:
        return ""
    if figures == 1:
        return tr("1 figure")
    return tr("{figures} figures in {areas}", figures=number(figures), areas=counted_areas(areas))


def counted_periods(count: int) -> str:
    """``2 periods``; empty for none."""
    if not count:
        return ""
    return tr("1 period") if count == 1 else tr("{count} periods", count=number(count))


def counted_late(count: int) -> str:
    """``1 late``; empty for none."""
    return tr("{count} late", count=number(count)) if count else ""


def due_sentence(one: Due) -> str:
    """Last delivery, and what is expected next."""
    if not one.last:
        if not one.expected:
            return tr("Never delivered.")
        return tr(
            "Never delivered. The law uses it; the figure of {period} usually comes in {month}.",
            period=one.expected,
            month=period_text(one.by[: len("YYYY-MM")]),
        )
    period, day = period_text(one.last), day_text(one.delivered)
    if one.catching_up:
        return " ".join(
            (
                tr("Last {period}, delivered {day}.", period=period, day=day),
                tr(
                    "{period} and later are not added yet.",
                    period=capitalised(period_text(one.expected)),
                ),
            )
        )
    if one.stopped:
        said = [tr("Stopped: last figure {period}, delivered {day}.", period=period, day=day)]
    else:
        said = [tr("Last {period}, delivered {day}.", period=period, day=day)]
    if one.missing:
        said.append(tr("Missing: {periods}.", periods=periods_text(one.missing)))
    said.append(_next_sentence(one))
    return " ".join(said)


def _next_sentence(one: Due) -> str:
    if not one.expected:
        return tr("Comes at no fixed time.")
    period, day = period_text(one.expected), day_text(one.by)
    if not one.late:
        return tr("Next: {period}, expected {day}.", period=period, day=day)
    period = capitalised(period)
    if one.late == 1:
        return tr("{period} was expected {day}: 1 day late.", period=period, day=day)
    return tr(
        "{period} was expected {day}: {count} days late.",
        period=period,
        day=day,
        count=number(one.late),
    )


def names_text(names: "List[str] | tuple[str, ...]") -> str:
    """The first few of ``names``, and how many more."""
    text = "; ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        return tr("{named} and {count} more", named=text, count=len(names) - MOST_NAMES)
    return text


def _name(since: Since, indicator: str) -> str:
    known = since.indicators.get(indicator)
    return in_language(known.name) if known is not None else indicator
