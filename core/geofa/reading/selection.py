"""Which of the objects read are wanted, where the server cannot tell: by time, and by grade."""

from __future__ import annotations

from typing import Optional

import pandas as pd

from ...catalogue.geofa import themes
from ...catalogue.geofa.themes import Theme
from ...errors import InputError
from ...i18n import tr
from ..replies.values import damaged
from ..words import statements


def history_view(theme: Theme) -> str:
    """The view with every version of the objects of ``theme``; raises ``InputError`` where GeoFA
    publishes none."""
    if theme.history_view is None:
        raise InputError(
            tr("GeoFA publishes no history of theme {theme}.", theme=theme.code),
            tr("Themes 5710, 5711, 5712 and 5713 have one."),
        )
    return theme.history_view


def valid_at(versions: pd.DataFrame, time: str) -> pd.DataFrame:
    """The rows with ``systid_fra <= time < systid_til``; ``time`` is Danish, as GeoFA's clock."""
    moment = pd.Timestamp(statements.moment(time)).tz_localize("Europe/Copenhagen")
    try:
        begun = versions["systid_fra"].map(lambda since: pd.Timestamp(since) <= moment)
        ended = versions["systid_til"].map(
            lambda until: until is not None and pd.Timestamp(until) <= moment
        )
    except (ValueError, TypeError):
        begun = None
    if begun is None:
        raise damaged("systid_fra")
    return versions[begun.astype(bool) & ~ended.astype(bool)].reset_index(drop=True)


def of_grade(table: pd.DataFrame, theme: Theme, grade: Optional[int]) -> pd.DataFrame:
    """Districts whose span of grades holds ``grade``; all when no grade is asked for."""
    if grade is None or not theme.has_grades or not len(table):
        return table
    wanted = themes.grade_order(grade)
    first, last = (
        table[theme.column_of(part)].map(themes.grade_order, na_action="ignore")
        for part in ("grade_from", "grade_to")
    )
    return table[(first <= wanted) & (wanted <= last)].reset_index(drop=True)
