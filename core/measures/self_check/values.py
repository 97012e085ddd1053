"""What the values of columns say: which are not known, and which columns nobody uses."""

from __future__ import annotations

from typing import FrozenSet, Sequence

from ...catalogue.registers.kinds import RegisterKind
from ...catalogue.registers.value_words import label_of
from ...i18n import in_language, tr
from ...numbers import number
from ...registers.column_names import safe_names
from ...registers.columns.meanings import OF_CODES
from ...registers.delivery import Delivery
from ...registers.tables.register import Register
from ...registers.values.offers import offers, unused_columns
from ...registers.values.questions import GUESS, ColumnValues, ValueMeaning
from .check import ERROR, INFO, VALUES, WARNING, CheckList

MOST_TOLD = 8


def said_by_values(values: Sequence[ColumnValues], kind: RegisterKind) -> FrozenSet[str]:
    """The roles whose cells that are no codes are told value by value."""
    return frozenset(
        one.role for one in values if one.unknown_rows and kind.column(one.role).type in OF_CODES
    )


def report_values(values: Sequence[ColumnValues], kind: RegisterKind, findings: CheckList) -> None:
    """Tell the values that are not known, once for a column whatever the files."""
    for one in values:
        if not one.unknown_rows:
            continue
        title = in_language(kind.column(one.role).text)
        if one.open:
            text = tr(
                "{role}: {count} values of the column {column} are not known, in {rows} rows: "
                "{values}.",
                role=title,
                count=number(len(one.open)),
                column=safe_names([one.column]),
                rows=number(one.unknown_rows),
                values=_listed(one.open, one.role, kind),
            )
        else:
            text = tr(
                "{role}: {rows} cells of the column {column} are no codes, and are not shown, for "
                "they may say who a person is.",
                role=title,
                column=safe_names([one.column]),
                rows=number(one.unknown_rows),
            )
        findings.add(
            VALUES,
            ERROR,
            one.unknown_rows,
            text,
            tr("Say what they mean (Translate values), or map another column."),
            field=one.role,
        )


def _listed(values: Sequence[ValueMeaning], role: str, kind: RegisterKind) -> str:
    told = []
    for value in values[:MOST_TOLD]:
        text = f"{value.value} ({number(value.rows)}"
        if value.how == GUESS:
            label = in_language(label_of(kind.column(role), value.code))
            text += "; " + tr("perhaps {code}", code=label)
        told.append(text + ")")
    return ", ".join([*told, *(["…"] if len(values) > MOST_TOLD else [])])


def report_unused(register: Register, findings: CheckList) -> None:
    """Tell the columns of the files that play no role."""
    unused = unused_columns(register.sources, register.roles)
    every = [column for source in register.sources for column in source.columns]
    if unused:
        findings.add(
            "unused",
            INFO,
            0,
            tr("Columns that nobody uses: {columns}.", columns=safe_names(unused, every)),
            tr("Map those that are needed to a role."),
        )


def report_offers(
    delivery: Delivery, register: Register, kind: RegisterKind, findings: CheckList
) -> None:
    """Tell the roles without a column that the first file has one for."""
    if not register.sources:
        return
    source, roles = register.sources[0], register.roles[0]
    for one in offers(delivery.mapping, roles, source, kind, delivery.declined):
        findings.add(
            "offer",
            WARNING if not one.about else INFO,
            0,
            tr(
                "{role} has no column, and {file} has one that fits: {column}.",
                role=in_language(kind.column(one.role).text),
                file=source.name,
                column=safe_names([one.column], source.columns),
            )
            + (f" {one.about}" if one.about else ""),
            tr("Map the column to the role, or leave it."),
            field=one.role,
        )
