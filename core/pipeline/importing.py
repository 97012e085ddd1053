"""What a delivery is, before anything is counted on it: its columns, periods and record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Sequence, Set, Tuple

import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.registers.kinds import COUNTED_KINDS, RegisterKind, register_kind
from ..i18n import in_language
from ..measures.finished.completion import completed
from ..measures.references import read_references
from ..measures.self_check.column_statistics import ColumnStatistics
from ..progress import Progress, checkpoint
from ..registers.column_names import safe_role_names
from ..registers.columns.mapping import complete_mapping
from ..registers.delivery import RECORD_COLUMNS, Delivery, DeliveryProfile, record
from ..registers.problems import ReadingProblems, warn
from ..registers.tables.figures import read_figures
from ..registers.tables.register import open_register
from ..registers.tables.table import read_table

COLUMN_TABLE = ("role", "name", "type", "unit", "column", "filled", "rows", "codes")


@dataclass(frozen=True)
class Imported:
    """What was read.

    Attributes:
        columns: a row per role with ``COLUMN_TABLE``; roles without a column too.
        table: the rows themselves where they are about no person (figures, references, addresses),
            else None.
        profile: how it was read, every role said.
    """

    rows: int
    columns: pd.DataFrame
    records: Tuple[dict, ...]
    table: Optional[pd.DataFrame]
    profile: DeliveryProfile
    roles: Dict[str, str]

    def record_table(self) -> pd.DataFrame:
        """The records as a table."""
        return pd.DataFrame(list(self.records), columns=list(RECORD_COLUMNS))


def import_delivery(delivery: Delivery, known: Sequence[Indicator], progress: Progress) -> Imported:
    """Read ``delivery`` from end to end.

    Raises:
        InputError: a needed column is missing or a cell cannot be read; names file, row and field.
    """
    kind = register_kind(delivery.register)
    seen, table = ColumnStatistics(kind), None
    days: Dict[str, Set[str]] = {}
    if delivery.register in COUNTED_KINDS:
        register = open_register(
            delivery.register,
            delivery.sources,
            delivery.mapping,
            delivery.period,
            with_addresses=True,
            rules=delivery.values,
        )
        notes = ReadingProblems()
        for piece in register.pieces(
            [c for c in kind.names if c in register.columns], progress, None, notes
        ):
            checkpoint(progress)
            if len(piece):
                seen.add(piece)
            for period, of_piece in piece.attrs["days"].items():
                days.setdefault(period, set()).update(of_piece)
        warn(notes, progress)
        periods, roles = dict(seen.rows), register.roles
    else:
        table, periods = _whole(delivery, known, progress)
        roles = [_roles(delivery, source.columns, kind, source.name) for source in delivery.sources]
    rows = sum(periods.values())
    profile = delivery.profile or DeliveryProfile(delivery.name, delivery.register)
    used = {role: column for of_source in roles for role, column in of_source.items()}
    filled: "Counter[str]" = Counter()
    for (column, _), count in seen.filled.items():
        filled[column] += count
    if table is not None:
        filled = Counter(
            {str(name): int(table[name].notna().sum()) for name in table if name in kind.names}
        )
    shown = safe_role_names(used, list(used.values()))
    return Imported(
        rows,
        pd.DataFrame(_column_rows(kind, shown, filled, rows), columns=list(COLUMN_TABLE)),
        tuple(record(delivery, periods, (), days=days)),
        table,
        replace(profile, mapping={**profile.mapping, **used}),
        {
            source.name: ", ".join(
                f"{role} = {column}"
                for role, column in safe_role_names(of_source, source.columns).items()
            )
            for source, of_source in zip(delivery.sources, roles)
        },
    )


def _roles(
    delivery: Delivery, columns: Sequence[str], kind: RegisterKind, name: str
) -> Dict[str, str]:
    if delivery.register == "figures":
        return dict(delivery.mapping)
    return complete_mapping(delivery.mapping, columns, kind, name)


def _whole(
    delivery: Delivery, known: Sequence[Indicator], progress: Progress
) -> Tuple[pd.DataFrame, Dict[str, int]]:
    """The rows of a register about no person, and how many there are of each period ("" for
    none)."""
    if delivery.register == "figures":
        table = completed(
            read_figures(delivery.sources, delivery.mapping, known, progress, delivery.period),
            known,
            progress,
        )
    elif delivery.register == "references":
        table = read_references(delivery.sources, progress)
    else:
        table = read_table(register_kind(delivery.register), delivery.sources, progress)
    return table, table["period"].value_counts().to_dict() if "period" in table else {
        "": len(table)
    }


def _column_rows(
    kind: RegisterKind, used: Dict[str, str], filled: Counter, rows: int
) -> List[tuple]:
    return [
        (
            column.name,
            in_language(column.text),
            column.type,
            column.unit,
            used.get(column.name, ""),
            filled.get(column.name, 0) if column.name in used else 0,
            rows,
            ", ".join(column.codes),
        )
        for column in kind.columns
    ]
