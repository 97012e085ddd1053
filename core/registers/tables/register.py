"""A register of any kind: one row per thing and period, in memory only, piece by piece."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Dict, Iterator, Mapping, Optional, Sequence

import pandas as pd

from ...catalogue.registers.kinds import RegisterKind, register_kind
from ...errors import InputError
from ...i18n import in_language, tr
from ...progress import Part, Progress
from ..column_names import safe_names
from ..columns.translation import NO_RULES, Rules
from ..problems import ReadingProblems
from ..sources import RegisterSource
from ..values.rules import check_rules
from ..values.sharing import roles_of_source
from ..written.periods import day_in_name, day_of, normal_period, period_in_name, refuse_future
from .source_reader import SourceReader


@dataclass(frozen=True)
class Register:
    """Sources of rows with the columns they play.

    Attributes:
        kind: what a row is.
        sources: text files or tables.
        roles: per source, canonical column → the source's column.
        periods: per source, the period of all its rows, or None when a column says it.
        columns: the columns every source has, those made of others included; any_columns: those
            that one has.
        days: per source, the day that the period of all its rows is written as, or None.
        rules: role → value → code, of values that the catalogue does not know.
        silent_periods: months whose file has no rows, and in which nothing has happened then
            (moves, events).
    """

    kind: RegisterKind
    sources: Sequence[RegisterSource]
    roles: Sequence[Dict[str, str]]
    periods: Sequence[Optional[str]]
    columns: frozenset = field(default_factory=frozenset)
    any_columns: frozenset = field(default_factory=frozenset)
    silent_periods: Sequence[str] = ()
    days: Sequence[Optional[datetime.date]] = ()
    rules: Rules = field(default_factory=dict)

    def pieces(
        self,
        columns: Sequence[str],
        progress: Progress,
        problems: Optional[ReadingProblems] = None,
        notes: Optional[ReadingProblems] = None,
    ) -> Iterator[pd.DataFrame]:
        """Tables of ``columns`` (those the register has) with ``period``.

        Args:
            problems: collects what cannot be read, which then counts as missing; rows without a
                period are left out. None refuses both.
            notes: collects what is left out or taken to mean something without being a fault; where
                None, ``problems`` does.
        Yields:
            DataFrames as ``to_canonical`` describes, with ``attrs``: ``file``, ``source``
            (position) and ``days`` (of things that stand at a date: period → the days they are
            counted at, as ISO dates).
        Raises:
            InputError: names file, row and field.
        """
        total = sum(source.size for source in self.sources) or 1
        done = 0
        for position, source in enumerate(self.sources):
            if getattr(source, "empty", False):
                continue
            reader = SourceReader(
                kind=self.kind,
                source=source,
                roles=self.roles[position],
                columns=columns,
                period=self.periods[position],
                day=self.days[position] if self.days else None,
                problems=problems,
                notes=notes,
                rules=self.rules,
            )
            for table in reader.tables(Part(progress, done / total, (done + source.size) / total)):
                table.attrs["source"] = position
                yield table
            done += source.size


def open_register(
    kind: str,
    sources: Sequence[RegisterSource],
    mapping: "Mapping[str, str] | None" = None,
    period: str = "",
    with_addresses: bool = False,
    rules: Rules = NO_RULES,
) -> Register:
    """The register of ``sources``, with roles given or guessed and checked.

    Args:
        kind: one of ``catalogue.register_kinds.COUNTED_KINDS``.
        mapping: canonical column → column; unmentioned roles are guessed from names.
        period: the period of rows that have no period column and no month in the file name.
        with_addresses: an address list is at hand, so an address key gives a place.
        rules: role → value → code.
    Raises:
        InputError: a rule is unknown, no place, no period, or a needed column missing; names the
            file and what it has.
    """
    about = register_kind(kind)
    check_rules(rules, about)
    roles_of, periods_of = [], []
    silent, days = [], []
    for source in sources:
        if getattr(source, "empty", False):
            silent.append(_silent_period(about, source))
        roles = roles_of_source(mapping or {}, source, about)
        have = about.with_derived(tuple(roles))
        if about.places:
            _check_place(have, source, with_addresses)
        _check_needs(about, have, source)
        roles_of.append(roles)
        in_rows = "period" in roles or about.period_from in roles
        periods_of.append(None if in_rows else _source_period(source, period))
        days.append(None if in_rows else _source_day(source, period))
    columns = [about.with_derived(tuple(roles)) for roles in roles_of]
    return Register(
        kind=about,
        sources=tuple(sources),
        roles=tuple(roles_of),
        periods=tuple(periods_of),
        columns=frozenset.intersection(*columns) if columns else frozenset(),
        any_columns=frozenset().union(*columns),
        silent_periods=tuple(silent),
        days=tuple(days),
        rules=rules,
    )


def _silent_period(about: RegisterKind, source: RegisterSource) -> str:
    """The month of a file without rows, which says that nothing happened; refused of what stands at
    a date."""
    period = period_in_name(source.name)
    if not about.flow or period is None:
        raise InputError(
            tr("The file {file} has a header but no rows.", file=source.name),
            tr("Choose a file with one row per person below the column names."),
        )
    return period


def _check_place(have: frozenset, source: RegisterSource, with_addresses: bool) -> None:
    has_point = {"x", "y"} <= have
    if has_point or "area_code" in have or ("address_key" in have and with_addresses):
        return
    if "address_key" in have:
        raise InputError(
            tr(
                "The file {file} gives places by address_key, but there is no address list.",
                file=source.name,
            ),
            tr("Choose an address list with the columns address_key, x and y."),
        )
    raise InputError(
        tr(
            "The file {file} has no column that says where its rows are (x and y, address_key, or "
            "area_code).",
            file=source.name,
        ),
        tr(
            "Map columns to x and y, to address_key or to area_code. It has: {choices}.",
            choices=safe_names(source.columns),
        ),
    )


def _check_needs(about: RegisterKind, have: frozenset, source: RegisterSource) -> None:
    groups = [*about.needs, *((column.name,) for column in about.columns if column.required)]
    for group in groups:
        if not have & set(group):
            raise InputError(
                tr(
                    "The file {file} has no column for {roles}, which the register {register} "
                    "needs.",
                    file=source.name,
                    roles=" / ".join(map(about.title, group)),
                    register=in_language(about.text),
                ),
                tr("Map one of its columns: {choices}.", choices=safe_names(source.columns)),
            )


def _source_day(source: RegisterSource, period: str) -> Optional[datetime.date]:
    """The day that the period of all rows is written as, in the file's name or else as it was
    given."""
    return day_in_name(source.name) if period_in_name(source.name) else day_of(period)


def _source_period(source: RegisterSource, period: str) -> str:
    found = period_in_name(source.name) or normal_period(period)
    if found is None:
        raise InputError(
            tr("The file {file} does not say which period it is for.", file=source.name),
            tr(
                "Map a column to period, put the month in the file name (2026-01), or give the "
                "period."
            ),
        )
    refuse_future(source.name, found)
    return found
