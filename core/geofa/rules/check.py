"""The values of objects held against GeoFA's rules.

Mandatory columns, code lists, lengths and bounds come from the catalogue; GeoFA's database refuses
what breaks them. The last rule is ours: no figure about few persons in the free text.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Optional

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ..comparison.changes import INSERT, UPDATE, Comparison
from ..comparison.plain import label_of
from .broken_rule import ERROR, Breach, BrokenRule, Lists
from .of_row import of_row
from .of_value import of_value

Values = Mapping[str, Any]
"""Column → value of one object."""


def check_values(
    theme: Theme, municipality: str, wanted: pd.DataFrame, lists: Optional[Lists] = None
) -> List[BrokenRule]:
    """The broken rules of the values in ``wanted`` (as for ``comparison.compare``).

    A column ``wanted`` lacks is not looked at: it is not touched either.

    Args:
        municipality: four digits; whose CVR number the objects must carry.
        lists: code lists by name where they are newer than the catalogue's.
    """
    columns = [column.name for column in theme.user_columns if column.name in wanted]
    found: List[BrokenRule] = []
    for row in wanted.to_dict("records"):
        values = {name: row[name] for name in columns}
        breaches = _breaches(theme, municipality, values, values, lists or {})
        found += _of_object(row["row"], label_of(row, theme), breaches)
    return found


def check_comparison(
    comparison: Comparison, current: pd.DataFrame, lists: Optional[Lists] = None
) -> List[BrokenRule]:
    """The broken rules of what the comparison would send; what is in GeoFA already and stays is not
    looked at.

    Args:
        current: all objects GeoFA has: a rule between columns sees the object as it would be.
    """
    found: List[BrokenRule] = []
    theme = comparison.theme
    there = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    for change in comparison.of_kind(INSERT, UPDATE):
        sent = change.sent_values
        whole: Dict[Any, Any] = {column.name: None for column in theme.user_columns}
        whole.update(there.get(change.objekt_id, {}))
        whole.update(sent)
        values = sent if change.kind == UPDATE else whole
        breaches = _breaches(theme, comparison.municipality, values, whole, lists or {})
        found += _of_object(change.row or 0, change.label, breaches)
    return found


def _breaches(
    theme: Theme, municipality: str, values: Values, whole: Values, lists: Lists
) -> List[Breach]:
    """The broken rules of ``values``; rules between columns see ``whole``, and speak of columns in
    ``values`` alone."""
    known = {column.name for column in theme.user_columns}
    own = [of_value(theme.column(name), values[name], lists) for name in values if name in known]
    between = [
        breach
        for columns, breach in of_row(theme, municipality, whole)
        if set(columns) & set(values)
    ]
    return [breach for breach in own if breach is not None] + between


def _of_object(row: int, label: str, breaches: Iterable[Breach]) -> List[BrokenRule]:
    return [
        BrokenRule(
            rule=breach.rule,
            severity=ERROR,
            row=row,
            label=label,
            column=breach.column,
            text=breach.text,
            next_step=breach.next_step,
        )
        for breach in breaches
    ]
