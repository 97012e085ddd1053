"""Finished figures: counts or percentages by area, as Landsbyggefonden and Statistics Denmark
deliver them.

Three layouts are read: a row per area, period and indicator; a column per indicator; a column per
year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.kinds import Column, RegisterKind, register_kind
from ...errors import InputError
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress
from ..column_names import plain_name, told
from ..columns.canonical import Cells
from ..columns.decimal_signs import decided
from ..columns.mapping import guess_mapping
from ..problems import ReadingProblem, ReadingProblems, tell, warn
from ..sources import RegisterSource
from ..written.numbers import (
    Evidence,
    Span,
    doubt_next_step,
    doubt_text,
    read_numbers,
    span_of_unit,
)
from ..written.periods import normal_period, period_in_name

CONSTANT = "="
PARTS = ("value", "numerator", "denominator")
COLUMNS = ("area_code", "period", "indicator", *PARTS, "hidden")
YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
YEARS = "year"


def read_figures(
    sources: Sequence[RegisterSource],
    mapping: Mapping[str, str],
    indicators: Sequence[Indicator],
    progress: Progress,
    period: str = "",
    problems: Optional[ReadingProblems] = None,
    notes: Optional[ReadingProblems] = None,
) -> pd.DataFrame:
    """The finished figures of ``sources``.

    Args:
        mapping: role → column. Besides the canonical roles ``value:<indicator>``,
            ``numerator:<indicator>`` and ``denominator:<indicator>`` name columns that hold one
            indicator; ``=text`` in place of a column says it for the whole file
            (``{"indicator": "=turnout", "period": "=2025"}``).
        period: of files that do not say theirs.
        problems: collects cells that are no number; None refuses them.
        notes: collects what is left out or taken to mean something, which is told through
            ``progress`` too.
    Returns:
        DataFrame ``area_code``, ``period``, ``indicator`` (texts), ``value``, ``numerator``,
        ``denominator`` (float64, NaN where not given), ``hidden`` (the source hides the figure).
    Raises:
        InputError: a column is missing, an indicator unknown, or a cell no number; names file, row,
            field.
    """
    kind = register_kind("figures")
    parts, skipped, found = [], 0, ReadingProblems()
    for position, source in enumerate(sources):
        part = Part(progress, position / len(sources), (position + 1) / len(sources))
        table, totals = _Reader(
            source, kind, mapping, indicators, period, problems, found, part
        ).table()
        parts.append(table)
        skipped += totals
    if skipped:
        progress.warn(
            tr(
                "{count} rows with totals are left out of the finished figures.",
                count=number(skipped),
            )
        )
    warn(found, progress)
    for note in found.all() if notes is not None else ():
        notes.add(note)
    return pd.concat(parts, ignore_index=True)


class _Reader:
    """Reads one source: first which column is what, then the cells."""

    def __init__(
        self,
        source: RegisterSource,
        kind: RegisterKind,
        mapping: Mapping[str, str],
        indicators: Sequence[Indicator],
        period: str,
        problems: Optional[ReadingProblems],
        notes: ReadingProblems,
        progress: Progress,
    ):
        self.source, self.kind, self.problems, self.notes = source, kind, problems, notes
        self.rows, self._progress = np.empty(0, dtype="int64"), progress
        self.known = {i.id: i for i in indicators}
        given = {role: column for role, column in mapping.items() if column}
        self.constants = {
            role: text[1:].strip() for role, text in given.items() if text.startswith(CONSTANT)
        }
        self.roles = {
            role: column for role, column in given.items() if not column.startswith(CONSTANT)
        }
        self._check_given()
        left_out = {role for role, column in mapping.items() if not column}
        free = [c for c in source.columns if c not in self.roles.values()]
        self.by_indicator = self._by_indicator(free)
        taken = {*self.roles.values(), *self.by_indicator.values()}
        guessed = guess_mapping([c for c in source.columns if c not in taken], kind)
        for role, column in guessed.items():
            if role not in {*self.roles, *self.constants, *left_out} and (
                not self.by_indicator or role not in PARTS
            ):
                self.roles[role] = column
        self.years = self._years(
            [c for c in source.columns if c not in {*taken, *self.roles.values()}]
        )
        self.default_period = (
            self.constants.get("period") or _period_of(source.name) or normal_period(period)
        )
        self._check_enough()

    def _check_given(self) -> None:
        for role, column in {**self.roles, **self.constants}.items():
            base, _, indicator = role.partition(":")
            if base not in self.kind.names or (
                indicator and (base not in PARTS or indicator not in self.known)
            ):
                raise InputError(
                    tr("The mapping names the unknown role {role}.", role=role),
                    tr(
                        "Use {choices}.",
                        choices=", ".join([*self.kind.names, "value:<id>", "denominator:<id>"]),
                    ),
                )
            if role in self.roles and column not in self.source.columns:
                raise InputError(
                    tr(
                        "The file {file} has no column {column} (wanted as {role}).",
                        file=self.source.name,
                        column=told([column], self.source.columns),
                        role=role,
                    ),
                    tr("Choose one of its columns: {choices}.", choices=told(self.source.columns)),
                )

    def _by_indicator(self, free: Sequence[str]) -> Dict[str, str]:
        """``value:<id>`` and the like → column, given or guessed from names."""
        found = {role: self.roles.pop(role) for role in list(self.roles) if ":" in role}
        names = {
            plain_name(text): i.id for i in self.known.values() for text in (i.id, *i.name.values())
        }
        for column in free:
            plain = plain_name(column)
            for part in ("numerator", "denominator"):
                if plain.endswith(part) and plain[: -len(part)] in names:
                    found.setdefault(f"{part}:{names[plain[: -len(part)]]}", column)
            if plain in names:
                found.setdefault(f"value:{names[plain]}", column)
        return found

    def _years(self, free: Sequence[str]) -> Dict[str, str]:
        """Column → period, where the columns are periods of one indicator."""
        if "indicator" not in self.constants or set(self.roles) & set(PARTS):
            return {}
        found = {column: normal_period(column.split(" / ")[-1]) for column in free}
        return {column: period for column, period in found.items() if period}

    def _check_enough(self) -> None:
        name = self.source.name
        if "area_code" not in self.roles:
            raise InputError(
                tr(
                    "The file {file} has no column for {roles}, which the register {register} "
                    "needs.",
                    file=name,
                    roles="area_code",
                    register=self.kind.kind,
                ),
                tr("Map one of its columns: {choices}.", choices=told(self.source.columns)),
            )
        if not self.by_indicator and "indicator" not in {**self.roles, **self.constants}:
            raise InputError(
                tr("The file {file} does not say which indicator its figures are.", file=name),
                tr(
                    "Map a column to indicator, a column to value:<id>, or write {example}.",
                    example='{"indicator": "=turnout"}',
                ),
            )
        if (
            not self.by_indicator
            and not self.years
            and not set(self.roles) & {"value", "numerator"}
        ):
            raise InputError(
                tr("The file {file} has no column with figures.", file=name),
                tr(
                    "Map a column to value or numerator. It has: {choices}.",
                    choices=told(self.source.columns),
                ),
            )
        if not self.years and "period" not in self.roles and self.default_period is None:
            raise InputError(
                tr("The file {file} does not say which period it is for.", file=name),
                tr(
                    "Map a column to period, put the month in the file name (2026-01), or give the "
                    "period."
                ),
            )

    def table(self) -> Tuple[pd.DataFrame, int]:
        """The figures, and how many rows were totals."""
        columns = {
            **self.roles,
            **self.by_indicator,
            **{f"{YEARS}:{p}": c for c, p in self.years.items()},
        }
        as_text = replace(
            self.kind,
            columns=tuple(
                Column(role, "text", {"da": column, "en": column})
                for role, column in columns.items()
            ),
        )
        pieces, numbers = [], []
        for first_row, piece in self.source.pieces(columns, as_text, self._progress):
            tell(piece, self.notes)
            pieces.append(piece.astype(object))
            numbers.append(piece.index.to_numpy() + first_row)
        if not pieces or not sum(map(len, pieces)):
            raise InputError(
                tr("{name} has no rows.", name=self.source.name),
                tr("Choose another file or layer."),
            )
        self.rows = np.concatenate(numbers)
        cells = pd.concat(pieces, ignore_index=True).set_axis(self.rows)
        texts = {
            role: self._cells(cells[role], role, columns[role], as_text)
            .texts()
            .astype(object)
            .reset_index(drop=True)
            for role in ("area_code", "period", "indicator")
            if role in columns
        }
        codes = texts["area_code"]
        total = codes.str.lower().isin(self.kind.total_rows).to_numpy(dtype=bool)
        keep = codes.notna().to_numpy() & ~total
        self._note(
            codes.isna().to_numpy(), "area_code", tr("rows without an area are left out"), "no_area"
        )
        self._tell_columns(columns)
        table = pd.concat(
            [part[keep] for part in self._blocks(texts, cells.reset_index(drop=True))],
            ignore_index=True,
        )
        if not len(table):
            raise InputError(
                tr("{name} has no rows.", name=self.source.name),
                tr("Choose another file or layer."),
            )
        return table, int(total.sum())

    def _cells(self, values: pd.Series, role: str, column: str, kind: RegisterKind) -> Cells:
        shown = values.rename(told([column], self.source.columns))
        return Cells(shown, kind.column(role), kind, self.source.name, 0, self.problems, self.notes)

    def _tell_columns(self, used: Mapping[str, str]) -> None:
        """Say which columns are not read: a heading that is no year, or no indicator, among
        them."""
        free = [column for column in self.source.columns if column not in used.values()]
        if free:
            self.notes.add(
                ReadingProblem(
                    self.source.name,
                    "",
                    told(free, self.source.columns),
                    tr("columns that are not read"),
                    tr("Map a column to its role, or write the years as YYYY."),
                    len(free),
                    0,
                    False,
                    "columns",
                )
            )

    def _blocks(self, texts: Mapping[str, pd.Series], cells: pd.DataFrame) -> List[pd.DataFrame]:
        """One table per indicator or year."""
        rows = len(cells)
        period = self._periods(texts.get("period"), rows)
        if self.by_indicator:
            indicators = list(dict.fromkeys(role.partition(":")[2] for role in self.by_indicator))
            return [
                self._block(
                    texts,
                    cells,
                    period,
                    pd.Series([i] * rows, dtype=object),
                    {part: f"{part}:{i}" for part in PARTS},
                )
                for i in indicators
            ]
        named = texts.get("indicator")
        indicator = (
            pd.Series([self.constants.get("indicator")] * rows, dtype=object)
            if named is None
            else named.map(self._id_of)
        )
        if self.years:
            return [
                self._block(
                    texts,
                    cells,
                    pd.Series([p] * rows, dtype=object),
                    indicator,
                    {"value": f"{YEARS}:{p}"},
                )
                for p in self.years.values()
            ]
        return [self._block(texts, cells, period, indicator, {part: part for part in PARTS})]

    def _id_of(self, text: object) -> object:
        """The indicator's id of an id or a name; the text itself where none has it."""
        names = {plain_name(t): i.id for i in self.known.values() for t in (i.id, *i.name.values())}
        return names.get(plain_name(str(text)), text)

    def _periods(self, texts: Optional[pd.Series], rows: int) -> pd.Series:
        if texts is None:
            return pd.Series([self.default_period] * rows, dtype=object)
        found = texts.map(normal_period, na_action="ignore")
        self._refuse(
            found.isna().to_numpy(),
            "period",
            tr("the period cannot be read"),
            tr("Write months as YYYY-MM, for example 2026-01."),
        )
        return found

    def _block(
        self,
        texts: Mapping[str, pd.Series],
        cells: pd.DataFrame,
        period: pd.Series,
        indicator: pd.Series,
        columns: Mapping[str, str],
    ) -> pd.DataFrame:
        rows = len(period)
        table = {
            "area_code": texts["area_code"].to_numpy(),
            "period": period.to_numpy(),
            "indicator": indicator.to_numpy(),
        }
        hidden, unread, dash = np.zeros(rows, dtype=bool), np.zeros(rows, dtype=bool), {}
        for part in PARTS:
            role = columns.get(part, "")
            if role not in cells:
                table[part] = np.full(rows, np.nan)
                continue
            found = read_numbers(
                cells[role], partial(self._sign, cells, role, part, indicator), percent=True
            )
            self._refuse(
                found.wrong,
                part,
                tr("text where a number is expected"),
                tr("Correct the cell, or choose another field."),
            )
            self._refuse(found.doubtful, part, doubt_text(), doubt_next_step())
            hidden |= found.hidden
            unread |= found.wrong | found.doubtful
            table[part], dash[part] = found.values, found.zero
        self._read_dashes(table, dash)
        table["hidden"] = hidden
        nothing = np.isnan(table["value"]) & np.isnan(table["numerator"]) & ~hidden & ~unread
        self._note(nothing, "value", tr("rows without a figure"), "no_figure")
        return pd.DataFrame(table, columns=list(COLUMNS))

    def _read_dashes(self, table: Dict[str, np.ndarray], dash: Mapping[str, np.ndarray]) -> None:
        """Statistics Denmark writes zero as a dash: so it is read where the row's other figure does
        not say otherwise; a dash for a denominator is none."""
        for part, other in (("value", "numerator"), ("numerator", "value")):
            zero = dash.get(part, np.zeros(len(table["value"]), dtype=bool)) & ~(table[other] > 0)
            self._note(
                zero, part, tr("a dash is read as zero, as Statistics Denmark writes it"), "dash"
            )
            table[part] = np.where(zero, 0.0, table[part])

    def _sign(self, cells: pd.DataFrame, role: str, part: str, indicator: pd.Series) -> str:
        """The decimal sign of the column in ``role``, found from all its cells; columns of years
        are one table."""
        said = str(getattr(self.source, "said_decimal", ""))
        if said:
            return said
        evidence = Evidence()
        for column in (
            [c for c in cells if c.startswith(f"{YEARS}:")]
            if role.startswith(f"{YEARS}:")
            else [role]
        ):
            is_text = cells[column].map(lambda cell: isinstance(cell, str)).to_numpy(dtype=bool)
            for group, of_group in cells[column][is_text].groupby(indicator[is_text].astype(str)):
                evidence.add(of_group.unique().tolist(), str(group))
        return decided(
            evidence,
            {i.id: _span(i, part) for i in self.known.values()},
            self.source,
            part,
            self._progress,
        )

    def _note(self, rows: np.ndarray, field: str, message: str, reason: str) -> None:
        found = np.flatnonzero(rows)
        if len(found):
            self.notes.add(
                ReadingProblem(
                    self.source.name,
                    field,
                    field,
                    message,
                    tr("Nothing, where that is as it should be."),
                    len(found),
                    int(self.rows[found[0]]),
                    False,
                    reason,
                )
            )

    def _refuse(self, wrong: np.ndarray, field: str, message: str, next_step: str) -> None:
        rows = np.flatnonzero(wrong)
        if not len(rows):
            return
        row = int(self.rows[rows[0]])
        if self.problems is None:
            raise InputError(
                tr(
                    "{file}, row {row}, field {field}: {message}{more}.",
                    file=self.source.name,
                    row=row,
                    field=field,
                    message=message,
                    more="",
                ),
                next_step,
            )
        self.problems.add(
            ReadingProblem(self.source.name, field, field, message, next_step, len(rows), row)
        )


def _span(indicator: Indicator, part: str) -> Span:
    """What a ``part`` of the figures of ``indicator`` can be."""
    if part == "value":
        return span_of_unit(indicator.unit)
    if part == "numerator":
        counted = indicator.numerator_kind in ("count", "finished")
    else:
        counted = not indicator.denominator_sum
    return span_of_unit("persons") if counted else Span()


def _period_of(name: str) -> Optional[str]:
    """The month or else the year in a file name."""
    year = YEAR_IN_NAME.search(name)
    return period_in_name(name) or (year[1] if year else None)
