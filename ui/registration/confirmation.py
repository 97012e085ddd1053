"""The questions before anything is sent: once for the test server, twice for production."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.catalogue.law.municipalities import municipalities
from ...core.i18n import tr
from ...core.numbers import number
from ..widgets.plain import ask

if TYPE_CHECKING:
    from ...core.geofa.comparison.changes import Comparison
    from ...core.geofa.server import Server

OK, CANCEL = QMessageBox.StandardButton.Ok, QMessageBox.StandardButton.Cancel


def confirmed(parent: Optional[QWidget], comparison: "Comparison", server: "Server") -> bool:
    """Ask: what is sent where. Production is named and asked for once more."""
    counts, place = comparison.counts(), municipalities()[comparison.municipality].name
    parts = []
    if counts["insert"]:
        parts.append(tr("{count} new", count=number(counts["insert"])))
    if counts["update"]:
        parts.append(tr("{count} changed", count=number(counts["update"])))
    if counts["end"]:
        parts.append(tr("{count} deleted", count=number(counts["end"])))
    text = tr(
        "{place}, theme {theme}: {parts} are sent to {host}.",
        place=place,
        theme=comparison.theme.code,
        parts=", ".join(parts),
        host=server.host,
    )
    if ask(parent, tr("Send to GeoFA"), text, OK | CANCEL, CANCEL) != OK:
        return False
    if not server.is_production:
        return True
    text = tr(
        "This is PRODUCTION, which everybody reads. Change {count} objects of {place}?",
        count=number(len(comparison.to_send)),
        place=place,
    )
    return ask(parent, tr("Production"), text, OK | CANCEL, CANCEL, grave=True) == OK
