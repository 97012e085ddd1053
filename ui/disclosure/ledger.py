"""The releases in the ledger, the newest first, each with its certificate."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem

from ...core.catalogue.protection.rules import profiles
from ...core.i18n import in_language
from ...core.periods import period_text
from ..widgets.messages import show_page
from ..widgets.plain import set_tip

if TYPE_CHECKING:
    from ...core.store.monitor_file import MonitorFile

CERTIFICATE = Qt.ItemDataRole.UserRole


def list_releases(tree: QTreeWidget, store: "MonitorFile") -> int:
    """Fill ``tree`` with the releases of ``store``; how many there are."""
    entries = store.ledger.entries()
    names = {one.id: in_language(one.name) for one in profiles()}
    tree.clear()
    for row in reversed(entries.to_dict("records")):
        item = QTreeWidgetItem(
            [
                row["release"],
                names.get(row["profile"], row["profile"]),
                period_text(row["period"]),
            ]
        )
        made = row["created"][:16].replace("T", " ")
        set_tip(item, f"{made}\n{row['purpose']}\n{row['place']}", 0)
        item.setData(0, CERTIFICATE, row["certificate"])
        tree.addTopLevelItem(item)
    return len(entries)


def show_certificate(item: QTreeWidgetItem) -> None:
    """The certificate of a release in the list, as it is kept."""
    show_page(item.text(0), f"<pre>{html.escape(item.data(0, CERTIFICATE))}</pre>")
