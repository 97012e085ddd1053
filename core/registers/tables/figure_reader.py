"""The finished figures of one source, cell by cell, in any of the three layouts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.kinds import Column, RegisterKind
from ...errors import InputError
from ...i18n import tr
from ...periods import is_future
from ...progress import Progress
from ..column_names import plain_name, safe_names
from ..columns.cells import Cells
from ..columns.decimal_signs import decided
from ..indicator_names import indicators_by_name
from ..problems import ReadingProblem, ReadingProblems, refuse_or_note, tell
from ..sources import RegisterSource
from ..written.numbers import (
    Evidence,
    Numbers,
    Span,
    doubt_next_step,
    doubt_text,
    read_numbers,
    span_of_unit,
)
from ..written.periods import normal_period, refuse_future
from .figure_columns import PARTS, YEARS, FigureColumns

COLUMNS = ("area_code", "period", "indicator", *PARTS, "hidden", "file", "row")


class FigureReader:
    """Reads the cells of one source whose columns are known.

    Args:
        indicators: by their id.
        problems: collects cells that are no number; None refuses them. notes: collects what is left
            out or taken to mean something.
    """

    def __init__(
        self,
        source: RegisterSource,
        kind: RegisterKind,
        columns: FigureColumns,
        indicators: Mapping[str, Indicator],
        problems: Optional[ReadingProblems],
        notes: ReadingProblems,
        progress: Progress,
    ):
        self._source, self._kind, self._columns = source, kind, columns
        self._indicators, self._names = indicators, indicators_by_name(indicators)
        self._problems, self._notes, self._progress = problems, notes, progress
        self._rows = np.empty(0, dtype="int64")

    def table(self) -> Tuple[pd.DataFrame, int]:
        """The figures (``COLUMNS``), and how many rows were totals.

        Raises:
            InputError: the source has no rows, or a cell cannot be read; names row and field.
        """
        columns = self._columns.every()
        as_text = self._kind_of_texts(columns)
        cells = self._read(columns, as_text)
        texts = {
            role: self._texts(cells[role], role, columns[role], as_text)
            for role in ("area_code", "period", "indicator")
            if role in columns
        }
        codes = texts["area_code"]
        total = codes.str.lower().isin(self._kind.total_rows).to_numpy(dtype=bool)
        keep = codes.notna().to_numpy() & ~total
        self._note(
            codes.isna().to_numpy(), "area_code", tr("rows without an area are left out"), "no_area"
        )
        self._tell_unread(columns)
        blocks = self._blocks(texts, cells.reset_index(drop=True))
        table = pd.concat([block[keep] for block in blocks], ignore_index=True)
        if not len(table):
            raise self._no_rows()
        return table, int(total.sum())

    def _kind_of_texts(self, columns: Mapping[str, str]) -> RegisterKind:
        """A kind all of whose columns are texts: a figure may be hidden, or written in two ways."""
        as_text = (
            Column(name=role, type="text", text={"da": column, "en": column})
            for role, column in columns.items()
        )
        return replace(self._kind, columns=tuple(as_text))

    def _read(self, columns: Mapping[str, str], as_text: RegisterKind) -> pd.DataFrame:
        """All cells, indexed by the rows as the user counts them."""
        pieces, numbers = [], []
        for first_row, piece in self._source.pieces(dict(columns), as_text, self._progress):
            tell(piece, self._notes)
            pieces.append(piece.astype(object))
            numbers.append(piece.index.to_numpy() + first_row)
        if not sum(map(len, pieces)):
            raise self._no_rows()
        self._rows = np.concatenate(numbers)
        return pd.concat(pieces, ignore_index=True).set_axis(self._rows, axis=0)

    def _no_rows(self) -> InputError:
        return InputError(
            tr("{name} has no rows.", name=self._source.name), tr("Choose another file or layer.")
        )

    def _texts(self, values: pd.Series, role: str, column: str, kind: RegisterKind) -> pd.Series:
        """The cells of a column as stripped texts, indexed from 0."""
        cells = Cells(
            values=values.rename(safe_names([column], self._source.columns)),
            column=kind.column(role),
            kind=kind,
            file=self._source.name,
            first_row=0,
            problems=self._problems,
            notes=self._notes,
        )
        return cells.texts().astype(object).reset_index(drop=True)

    def _tell_unread(self, used: Mapping[str, str]) -> None:
        """Say which columns are not read: a heading that is no year, or no indicator, among
        them."""
        free = [column for column in self._source.columns if column not in used.values()]
        if free:
            self._notes.add(
                ReadingProblem(
                    file=self._source.name,
                    role="",
                    field=safe_names(free, self._source.columns),
                    message=tr("columns that are not read"),
                    next_step=tr("Map a column to its role, or write the years as YYYY."),
                    rows=len(free),
                    first_row=0,
                    blocks=False,
                    reason="columns",
                )
            )

    def _blocks(self, texts: Mapping[str, pd.Series], cells: pd.DataFrame) -> List[pd.DataFrame]:
        """One table per indicator or year."""

        def every_row(text: Optional[str]) -> pd.Series:
            return pd.Series([text] * len(cells), dtype=object)

        columns = self._columns
        period = self._periods(texts["period"]) if "period" in texts else every_row(columns.period)
        if columns.by_indicator:
            indicators = dict.fromkeys(role.partition(":")[2] for role in columns.by_indicator)
            return [
                self._block(
                    texts, cells, period, every_row(id_), {part: f"{part}:{id_}" for part in PARTS}
                )
                for id_ in indicators
            ]
        if "indicator" in texts:
            indicator = texts["indicator"].map(self._id_of)
        else:
            indicator = every_row(columns.constants.get("indicator"))
        if columns.years:
            return [
                self._block(texts, cells, every_row(year), indicator, {"value": f"{YEARS}:{year}"})
                for year in columns.years.values()
            ]
        return [self._block(texts, cells, period, indicator, {part: part for part in PARTS})]

    def _id_of(self, text: object) -> object:
        """The indicator's id of an id or a name; the text itself where none has it."""
        return self._names.get(plain_name(str(text)), text)

    def _periods(self, texts: pd.Series) -> pd.Series:
        found = texts.map(normal_period, na_action="ignore")
        self._refuse(
            found.isna().to_numpy(),
            "period",
            tr("the period cannot be read"),
            tr("Write months as YYYY-MM, for example 2026-01."),
        )
        future = found.isin([one for one in found.dropna().unique() if is_future(one)])
        self._refuse(
            future.to_numpy(),
            "period",
            tr("the period lies in the future"),
            tr("Correct the period, or check the clock of this machine."),
        )
        return found.mask(future)

    def _block(
        self,
        texts: Mapping[str, pd.Series],
        cells: pd.DataFrame,
        period: pd.Series,
        indicator: pd.Series,
        columns: Mapping[str, str],
    ) -> pd.DataFrame:
        """The figures in ``columns`` (part → role), one row per row of ``cells``."""
        rows = len(period)
        table = {
            "area_code": texts["area_code"].to_numpy(),
            "period": period.to_numpy(),
            "indicator": indicator.to_numpy(),
        }
        hidden, unread = np.zeros(rows, dtype=bool), np.zeros(rows, dtype=bool)
        dash: Dict[str, np.ndarray] = {}
        for part in PARTS:
            role = columns.get(part, "")
            if role not in cells:
                table[part] = np.full(rows, np.nan)
                continue
            found = self._numbers(cells, role, part, indicator)
            hidden |= found.hidden
            unread |= found.wrong | found.doubtful
            table[part], dash[part] = found.values, found.zero
        self._read_dashes(table, dash)
        table.update(hidden=hidden, file=np.full(rows, self._source.name), row=self._rows)
        nothing = np.isnan(table["value"]) & np.isnan(table["numerator"]) & ~hidden & ~unread
        if "period" not in texts:
            for one in period[~nothing].unique():
                refuse_future(self._source.name, str(one))
        self._note(nothing, "value", tr("rows without a figure"), "no_figure")
        return pd.DataFrame(table, columns=list(COLUMNS))

    def _numbers(self, cells: pd.DataFrame, role: str, part: str, indicator: pd.Series) -> Numbers:
        """The numbers of the column in ``role``; what is none is refused."""
        find_sign = partial(self._sign, cells, role, part, indicator)
        found = read_numbers(cells[role], find_sign, percent=True)
        self._refuse(
            found.wrong,
            part,
            tr("text where a number is expected"),
            tr("Correct the cell, or choose another field."),
        )
        self._refuse(found.doubtful, part, doubt_text(), doubt_next_step())
        return found

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
        said = str(getattr(self._source, "said_decimal", ""))
        if said:
            return said
        of_years = f"{YEARS}:"
        alike: Sequence[str] = [role]
        if role.startswith(of_years):
            alike = [str(column) for column in cells if str(column).startswith(of_years)]
        evidence = Evidence()
        for column in alike:
            is_text = cells[column].map(lambda cell: isinstance(cell, str)).to_numpy(dtype=bool)
            for group, of_group in cells[column][is_text].groupby(indicator[is_text].astype(str)):
                evidence.add(of_group.unique().tolist(), str(group))
        return decided(
            evidence,
            {one.id: _span(one, part) for one in self._indicators.values()},
            self._source,
            part,
            self._progress,
        )

    def _note(self, rows: np.ndarray, field: str, message: str, reason: str) -> None:
        """Note the ``rows`` (booleans) that are read otherwise than as they stand."""
        found = np.flatnonzero(rows)
        if len(found):
            next_step = tr("Nothing, where that is as it should be.")
            self._notes.add(self._problem(found, field, message, next_step, False, reason))

    def _refuse(self, wrong: np.ndarray, field: str, message: str, next_step: str) -> None:
        """Refuse the rows that are ``wrong`` (booleans), or note them where problems are
        collected."""
        rows = np.flatnonzero(wrong)
        if len(rows):
            refuse_or_note(self._problem(rows, field, message, next_step), self._problems)

    def _problem(
        self,
        rows: np.ndarray,
        field: str,
        message: str,
        next_step: str,
        blocks: bool = True,
        reason: str = "",
    ) -> ReadingProblem:
        return ReadingProblem(
            file=self._source.name,
            role=field,
            field=field,
            message=message,
            next_step=next_step,
            rows=len(rows),
            first_row=int(self._rows[rows[0]]),
            blocks=blocks,
            reason=reason,
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
