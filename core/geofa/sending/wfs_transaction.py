"""One ``wfs:Transaction`` with all that is to be changed, and the server's account of it.

QGIS' own commit sends a request per kind of change, so half of a registration may stand; here it is
one request, which the server carries out whole or not at all. Source: OGC 04-094 (WFS 1.1), OGC
03-105r1 (GML 3.1.1); what GC2 makes of a transaction is read from its source: one ``wfs:Insert``
per object, quotes always escaped, no ``gml:id``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Iterable, Optional

import requests

from ...catalogue.geofa.themes import Theme
from ...confidential import quoted
from ...errors import ServiceError
from ...i18n import tr
from .. import shapes
from ..comparison.changes import END, INSERT, Comparison, ObjectChange
from ..replies.answers import LONGEST_DETAILS, ask
from ..server import CRS, Server
from ..words.wfs_words import edit_typename

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<wfs:Transaction service="WFS" version="1.1.0" xmlns:wfs="http://www.opengis.net/wfs" '
    'xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml" '
    'xmlns:fkg="http://geofa.geodanmark.dk/fkg">'
)
TOTAL = re.compile(r"<(?:\w+:)?total(Inserted|Updated|Deleted)>\s*(\d{1,9})\s*<")


@dataclass(frozen=True)
class Totals:
    """How many objects the server says it changed; None where it does not say."""

    inserted: Optional[int] = None
    updated: Optional[int] = None
    ended: Optional[int] = None


def transaction(theme: Theme, changes: Iterable[ObjectChange]) -> str:
    """The request body for ``changes`` (inserts, updates and ends)."""
    return HEAD + "".join(_part(theme, change) for change in changes) + "</wfs:Transaction>"


def _part(theme: Theme, change: ObjectChange) -> str:
    if change.kind == INSERT:
        return _insert(theme, change)
    if change.kind == END:
        return (
            f'<wfs:Delete typeName="{edit_typename(theme)}">{_filter(theme, change)}</wfs:Delete>'
        )
    properties = "".join(
        _property(name, _text(value)) for name, value in change.sent_values.items()
    )
    if change.geometry_changes:
        properties += _property("geometri", shapes.gml(change.after, CRS))
    return (
        f'<wfs:Update typeName="{edit_typename(theme)}" srsName="{CRS}">{properties}'
        f"{_filter(theme, change)}</wfs:Update>"
    )


def _insert(theme: Theme, change: ObjectChange) -> str:
    name = edit_typename(theme)
    values = {
        "objekt_id": change.objekt_id,
        **{column: value for column, value in change.values.items() if value is not None},
    }
    properties = "".join(
        f"<fkg:{column}>{_text(value)}</fkg:{column}>" for column, value in values.items()
    )
    return (
        f'<wfs:Insert srsName="{CRS}"><{name}>{properties}'
        f"<fkg:geometri>{shapes.gml(change.after, CRS)}</fkg:geometri></{name}></wfs:Insert>"
    )


def _property(name: str, value: str) -> str:
    return f"<wfs:Property><wfs:Name>{name}</wfs:Name><wfs:Value>{value}</wfs:Value></wfs:Property>"


def _filter(theme: Theme, change: ObjectChange) -> str:
    return (
        f'<ogc:Filter><ogc:FeatureId fid="{theme.view}.{escape(change.objekt_id)}"/></ogc:Filter>'
    )


def _text(value: object) -> str:
    """``value`` as XML text. Quotes too are escaped: GC2 takes ``word="…"`` in a text for an
    attribute."""
    return "" if value is None else escape(str(value), quote=True)


def read_totals(body: str) -> Totals:
    """The server's account in a ``wfs:TransactionResponse``.

    Raises:
        ServiceError: the answer is none.
    """
    if "TransactionResponse" not in body:
        raise ServiceError(
            tr("GeoFA's answer does not tell what was changed."),
            tr("Compare again to see what is in GeoFA now."),
            quoted(body, LONGEST_DETAILS),
        )
    found = {kind: int(count) for kind, count in TOTAL.findall(body)}
    return Totals(found.get("Inserted"), found.get("Updated"), found.get("Deleted"))


class WfsTransaction:
    """The way of WFS-T: ``write`` sends a comparison as one transaction."""

    name = "WFS-T"

    def __init__(self, session: requests.Session, server: Server, seconds: float):
        """``session`` adds the login."""
        self._session, self._server, self._seconds = session, server, seconds

    def write(self, comparison: Comparison) -> Totals:
        """Send what is to be sent.

        Raises:
            RefusedError: GeoFA said no; nothing was changed.
            UnansweredError: nobody knows what was changed.
        """
        return read_totals(
            ask(
                self._session,
                "POST",
                self._server.wfs_t,
                self._seconds,
                plain_login=self._server.plain_login,
                data=transaction(comparison.theme, comparison.to_send).encode("utf-8"),
                headers={"Content-Type": "text/xml; charset=utf-8"},
            )
        )
