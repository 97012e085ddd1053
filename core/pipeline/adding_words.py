"""What is about to be added to a monitor file, what was added, and what can be taken back or will
be deleted, in words."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple

from ..catalogue.registers.kinds import register_kind
from ..i18n import capitalised, in_language, tr
from ..numbers import number
from ..period_lists import periods_text
from ..periods import day_text, period_text
from ..store.figures.blocks import FIGURES
from ..store.runs.completing import Completing
from ..store.runs.revisions import Revised
from ..store.runs.standing import Addition

FEW, DAY = 3, len("YYYY-MM-DD")
HOUR, MINUTE = slice(DAY + 1, DAY + 3), slice(DAY + 4, DAY + 6)


def adding_text(there: Sequence[str], coming: Sequence[str]) -> str:
    """What computing adds to a file that has the periods ``there``; ``coming`` are the periods of
    what was looked through, none where that is not known."""
    said = []
    if there:
        text = tr("Is added to the monitor file, which has {periods}.", periods=periods_text(there))
        said.append(text)
    else:
        said.append(tr("Becomes the first figures of the monitor file."))
    new = [period for period in coming if period not in set(there)]
    again = [period for period in coming if period in set(there)]
    if new:
        text = capitalised(periods_text(new))
        said.append(
            tr("{periods} is new.", periods=text)
            if len(new) == 1
            else tr("{periods} are new.", periods=text)
        )
    if again:
        text = capitalised(periods_text(again))
        said.append(
            tr("{periods} comes again: the edition before stays in the file.", periods=text)
            if len(again) == 1
            else tr("{periods} come again: the editions before stay in the file.", periods=text)
        )
    return " ".join(said)


def revised_text(one: Revised) -> str:
    """What an addition changed in a period that was there, in numbers."""
    period = capitalised(period_text(one.period))
    text = tr(
        "{period}: {figures} figures of {indicators} indicators were revised.",
        period=period,
        figures=number(one.figures),
        indicators=number(one.indicators),
    )
    if one.before is not None and one.after is not None and one.before != one.after:
        text += " " + tr(
            "Residents {before} → {after}.", before=number(one.before), after=number(one.after)
        )
    return text


def completing_sentences(found: Completing) -> List[str]:
    """Which rates of two registers were set against what the file had, which wait, and which cannot
    be."""
    said = []
    if found.joined:
        said.append(
            tr(
                "Set against the residents or dwellings that the monitor file has: {names} "
                "({periods}).",
                names=_names(found.joined),
                periods=_periods(found.joined),
            )
        )
    if found.waiting:
        said.append(
            tr(
                "They wait for the register of residents or dwellings, and have no rate until it "
                "is added: {names} ({periods}).",
                names=_names(found.waiting),
                periods=_periods(found.waiting),
            )
        )
    if found.apart:
        said.append(
            tr(
                "What came and what the monitor file has were counted in other boundaries or other "
                "area sets, and are not set against each other: {names} ({periods}). Add both "
                "registers of the period together.",
                names=_names(found.apart),
                periods=_periods(found.apart),
            )
        )
    return said


def _names(pairs: Sequence[Tuple[str, str]]) -> str:
    """The indicators of (indicator's name, period)."""
    return "; ".join(dict.fromkeys(name for name, _ in pairs))


def _periods(pairs: Sequence[Tuple[str, str]]) -> str:
    """Their periods."""
    return periods_text(list(dict.fromkeys(period for _, period in pairs)))


def added_when(addition: Addition) -> str:
    """When it was added, and which periods it brought."""
    return tr(
        "Added {day} at {hour}:{minute}: {periods}.",
        day=day_text(addition.created[:DAY]),
        hour=addition.created[HOUR],
        minute=addition.created[MINUTE],
        periods=periods_text(addition.periods) or "–",
    )


def addition_text(addition: Addition) -> str:
    """When it was added, which periods it brought, and of what."""
    names = list(dict.fromkeys(name for name, _, _, _ in addition.deliveries if name))
    source = "; ".join(names[:FEW]) or "–"
    if len(names) > FEW:
        source = tr("{named} and {count} more", named=source, count=len(names) - FEW)
    return f"{added_when(addition)} " + tr("From {source}.", source=source)


def take_back_text(addition: Addition) -> str:
    """What taking ``addition`` back means, before it is done."""
    text = addition_text(addition)
    if addition.first:
        return f"{text} " + tr(
            "It is the only addition: no figures are left when it is taken back."
        )
    return f"{text} " + tr(
        "What it replaced comes back; the other additions stay. That it was taken back is recorded."
    )


def delivered_texts(addition: Addition) -> List[str]:
    """A line for each delivery: what it is, its periods and rows."""
    by_name: Dict["tuple[str, str]", List["tuple[str, int]"]] = {}
    for name, register, period, rows in addition.deliveries:
        by_name.setdefault((register, name), []).append((period, rows))
    return [_delivered(register, name, of_name) for (register, name), of_name in by_name.items()]


def _delivered(register: str, name: str, of_name: List["tuple[str, int]"]) -> str:
    """One delivery; of finished figures their number, for a row of a file may have several."""
    called = in_language(register_kind(register).text)
    periods = periods_text([period for period, _ in of_name if period]) or "–"
    rows = number(sum(rows for _, rows in of_name))
    if register == FIGURES:
        return tr(
            "{register}: {periods}, {rows} figures ({name})",
            register=called,
            periods=periods,
            rows=rows,
            name=name or "–",
        )
    return tr(
        "{register}: {periods}, {rows} rows ({name})",
        register=called,
        periods=periods,
        rows=rows,
        name=name or "–",
    )


def deleting_text(periods: Sequence[str]) -> str:
    """What storage limitation will delete, before it does."""
    if not periods:
        return tr("No month is older than that: nothing is deleted.")
    months = (
        tr("Deletes {period}.", period=period_text(periods[0]))
        if len(periods) == 1
        else tr(
            "Deletes {count} months: {first} – {last}.",
            count=number(len(periods)),
            first=period_text(periods[0]),
            last=period_text(periods[-1]),
        )
    )
    return " ".join(
        (
            months,
            tr("January of each year stays, for the law uses it; yearly figures stay."),
            tr("Months judged on a mean with one of them stay as judged until the rules change."),
            tr("What was delivered and released stays on record."),
        )
    )
