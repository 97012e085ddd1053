"""Which column of a table of finished figures is what: given by the user, or guessed from names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Mapping, Optional, Sequence

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.kinds import RegisterKind
from ...errors import InputError
from ...i18n import in_language, tr
from ..column_names import plain_name, safe_names
from ..columns.mapping import guess_mapping
from ..indicator_names import indicators_by_name
from ..sources import RegisterSource
from ..written.periods import normal_period, period_in_name

CONSTANT = "="
"""Begins what is said for the whole file, where a column could stand."""
PARTS = ("value", "numerator", "denominator")
YEARS = "year"
YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True)
class FigureColumns:
    """The columns of one source.

    Attributes:
        roles: canonical role → column.
        constants: role → what is said for the whole file.
        by_indicator: ``value:<indicator>`` and the like → column.
        years: column → period, where every column is one of the same indicator.
        period: of rows that do not say theirs; None where nothing does.
    """

    roles: Mapping[str, str]
    constants: Mapping[str, str]
    by_indicator: Mapping[str, str]
    years: Mapping[str, str]
    period: Optional[str]

    def every(self) -> Dict[str, str]:
        """Role → column, ``year:<period>`` among the roles."""
        years = {f"{YEARS}:{period}": column for column, period in self.years.items()}
        return {**self.roles, **self.by_indicator, **years}


def figure_columns(
    source: RegisterSource,
    kind: RegisterKind,
    mapping: Mapping[str, str],
    indicators: Mapping[str, Indicator],
    period: str,
) -> FigureColumns:
    """The columns of ``source``; ``mapping`` and ``period`` as ``read_figures`` takes them.

    Raises:
        InputError: a role or a column is unknown, or the area, the indicator, the figures or the
            period are said nowhere; names the file and what it has.
    """
    given = {role: column for role, column in mapping.items() if column}
    left_out = {role for role, column in mapping.items() if not column}
    constants = {
        role: text[len(CONSTANT) :].strip()
        for role, text in given.items()
        if text.startswith(CONSTANT)
    }
    roles = {role: column for role, column in given.items() if role not in constants}
    _check_given(source, kind, roles, constants, indicators)
    free = [column for column in source.columns if column not in roles.values()]
    by_indicator = {role: roles.pop(role) for role in list(roles) if ":" in role}
    for role, column in _indicator_columns(free, indicators).items():
        by_indicator.setdefault(role, column)
    taken = {*roles.values(), *by_indicator.values()}
    guessed = guess_mapping([c for c in source.columns if c not in taken], kind)
    for role, column in guessed.items():
        asked_for = role not in {*roles, *constants, *left_out}
        if asked_for and not (by_indicator and role in PARTS):
            roles[role] = column
    taken.update(roles.values())
    found = FigureColumns(
        roles=roles,
        constants=constants,
        by_indicator=by_indicator,
        years=_year_columns([c for c in source.columns if c not in taken], roles, constants),
        period=constants.get("period") or _period_of(source.name) or normal_period(period),
    )
    _check_enough(source, kind, found)
    return found


def _check_given(
    source: RegisterSource,
    kind: RegisterKind,
    roles: Mapping[str, str],
    constants: Mapping[str, str],
    indicators: Mapping[str, Indicator],
) -> None:
    for role in (*roles, *constants):
        name, _, indicator = role.partition(":")
        of_indicator = name in PARTS and indicator in indicators
        if name not in kind.names or (indicator and not of_indicator):
            raise InputError(
                tr("The mapping names the unknown role {role}.", role=role),
                tr(
                    "Use {choices}.",
                    choices=", ".join([*kind.names, "value:<id>", "denominator:<id>"]),
                ),
            )
        if role in roles and roles[role] not in source.columns:
            raise InputError(
                tr(
                    "The file {file} has no column {column} (wanted as {role}).",
                    file=source.name,
                    column=safe_names([roles[role]], source.columns),
                    role=role,
                ),
                tr("Choose one of its columns: {choices}.", choices=safe_names(source.columns)),
            )


def _indicator_columns(free: Sequence[str], indicators: Mapping[str, Indicator]) -> Dict[str, str]:
    """``value:<id>`` and the like → the column of ``free`` that is named after the indicator."""
    found: Dict[str, str] = {}
    names = indicators_by_name(indicators)
    for column in free:
        plain = plain_name(column)
        for part in ("numerator", "denominator"):
            if plain.endswith(part) and plain[: -len(part)] in names:
                found.setdefault(f"{part}:{names[plain[: -len(part)]]}", column)
        if plain in names:
            found.setdefault(f"value:{names[plain]}", column)
    return found


def _year_columns(
    free: Sequence[str], roles: Mapping[str, str], constants: Mapping[str, str]
) -> Dict[str, str]:
    """Column → period, where the columns are periods of one indicator.

    A heading of several rows is joined with " / "; the year is its last.
    """
    if "indicator" not in constants or set(roles) & set(PARTS):
        return {}
    found = {column: normal_period(column.split(" / ")[-1]) for column in free}
    return {column: period for column, period in found.items() if period}


def _check_enough(source: RegisterSource, kind: RegisterKind, found: FigureColumns) -> None:
    name = source.name
    if "area_code" not in found.roles:
        raise InputError(
            tr(
                "The file {file} has no column for {roles}, which the register {register} needs.",
                file=name,
                roles=kind.title("area_code"),
                register=in_language(kind.text),
            ),
            tr("Map one of its columns: {choices}.", choices=safe_names(source.columns)),
        )
    if not found.by_indicator and "indicator" not in {**found.roles, **found.constants}:
        raise InputError(
            tr("The file {file} does not say which indicator its figures are.", file=name),
            tr(
                "Map a column to indicator, a column to value:<id>, or write {example}.",
                example='{"indicator": "=turnout"}',
            ),
        )
    has_figures = found.by_indicator or found.years or set(found.roles) & {"value", "numerator"}
    if not has_figures:
        raise InputError(
            tr("The file {file} has no column with figures.", file=name),
            tr(
                "Map a column to value or numerator. It has: {choices}.",
                choices=safe_names(source.columns),
            ),
        )
    if not found.years and "period" not in found.roles and found.period is None:
        raise InputError(
            tr("The file {file} does not say which period it is for.", file=name),
            tr(
                "Map a column to period, put the month in the file name (2026-01), or give the "
                "period."
            ),
        )


def _period_of(name: str) -> Optional[str]:
    """The month or else the year in a file name."""
    year = YEAR_IN_NAME.search(name)
    return period_in_name(name) or (year[1] if year else None)
