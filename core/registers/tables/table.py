"""Reads a small register whole, such as an address list or a table of reference values."""

from __future__ import annotations

from typing import Mapping, Optional, Sequence

import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...errors import InputError
from ...i18n import in_language, tr
from ...progress import Progress
from ..column_names import safe_role_names
from ..columns.canonical import to_canonical
from ..columns.decimal_signs import Signs
from ..columns.mapping import complete_mapping, tell_namesakes
from ..problems import ReadingProblems, tell, warn
from ..sources import RegisterSource


def read_table(
    kind: RegisterKind,
    sources: Sequence[RegisterSource],
    progress: Progress,
    placed: bool = False,
    mapping: Optional[Mapping[str, str]] = None,
) -> pd.DataFrame:
    """All rows of ``sources`` with the canonical columns of ``kind`` they have, guessed from names
    but for the roles that ``mapping`` (role → column) gives.

    Returns:
        DataFrame with canonical dtypes; texts as objects. With ``placed`` also ``file`` and
        ``row``, where it stands.
    Raises:
        InputError: a required column is missing, there are no rows, or a cell cannot be read; names
            the table, the file, and row and field where there is one.
    """
    needed = [column.name for column in kind.columns if column.required]
    parts, notes = [], ReadingProblems()
    for source in sources:
        roles = complete_mapping(mapping or {}, source.columns, kind, source.name)
        lacking = [kind.title(name) for name in needed if name not in roles]
        lacking += [
            " / ".join(map(kind.title, group))
            for group in kind.needs
            if not set(group) & set(roles)
        ]
        if lacking:
            raise InputError(
                tr(
                    "{table} {file} has no column for {roles}.",
                    table=in_language(kind.text),
                    file=source.name,
                    roles="; ".join(lacking),
                ),
                tr(
                    "It needs the columns {columns}.",
                    columns=", ".join(needed),
                ),
            )
        tell_namesakes(roles, source, notes)
        signs = Signs(source, roles, kind, progress)
        for first_row, piece in source.pieces(roles, kind, progress):
            tell(piece, notes)
            table = to_canonical(
                piece,
                kind,
                safe_role_names(roles, source.columns),
                source.name,
                first_row,
                kind.names,
                notes=notes,
                signs=signs,
            )
            table = table.astype({c: object for c in table if table[c].dtype.name == "category"})
            parts.append(
                table.assign(file=source.name, row=table.index + first_row) if placed else table
            )
    if not parts:
        raise InputError(
            tr("{table} {file} has no rows.", table=in_language(kind.text), file=sources[0].name),
            tr("It needs the columns {columns}.", columns=", ".join(needed)),
        )
    warn(notes, progress)
    return pd.concat(parts, ignore_index=True)
