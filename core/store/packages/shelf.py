"""The packages of other municipalities that are kept here."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, List, Optional

import pandas as pd

from ...catalogue.json_text import parse
from ...errors import InputError, SociodemografiError
from ...i18n import tr
from ..form.tables import append, read_table
from ..opening.database import Database
from .content import Content, check_content


class SharedPackages:
    """The packages of other municipalities in a monitor file; one municipality's newest of each
    period is kept."""

    def __init__(self, database: Database):
        self._database = database

    def keep(self, content: Content, imported: str) -> None:
        """Keep a package; the same municipality's of the same period is replaced.

        Raises:
            InputError: a newer one is kept already. StoreError.
        """
        code, period = content["municipality"]["code"], content["edition"]["period"]
        row = {
            "package": f"{code}@{period}",
            "municipality": code,
            "created": content["created"],
            "imported": imported,
            "content": json.dumps(content, ensure_ascii=False),
        }
        with self._database.changing() as connection:
            kept = [
                other["created"]
                for other in _contents(connection)
                if (other["municipality"]["code"], other["edition"]["period"]) == (code, period)
            ]
            if any(created > content["created"] for created in kept):
                raise InputError(
                    tr(
                        "A newer package of {municipality}, {period} is kept already.",
                        municipality=content["municipality"]["name"],
                        period=period,
                    ),
                    tr("Nothing was changed."),
                )
            connection.execute("DELETE FROM shared_packages WHERE package = ?", (row["package"],))
            append(connection, "shared_packages", pd.DataFrame([row]))

    def all(self) -> List[Content]:
        """The kept packages, by municipality and period. One that an older version kept unread, and
        that cannot be used, is left out; importing its file again tells why."""
        with self._database.reading() as connection:
            return _contents(connection)


def _contents(connection: sqlite3.Connection) -> List[Content]:
    found = read_table(
        connection, "shared_packages", "SELECT content FROM shared_packages ORDER BY package"
    )
    return [content for content in map(_usable, found["content"]) if content is not None]


def _usable(text: str) -> Optional[Content]:
    try:
        content: Any = parse(text)
        check_content({key: value for key, value in content.items() if key != "sha256"}, "")
    except (SociodemografiError, ValueError, TypeError, AttributeError):
        return None
    return content
