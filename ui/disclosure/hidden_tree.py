"""What an edition hides, and why: a tree of reasons, indicators and areas, never of values."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, List, Mapping, Tuple

from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ...core.i18n import in_language, tr
from ...core.numbers import number

if TYPE_CHECKING:
    from ...core.protection.edition import Edition

LEAST_LINES = 6


def tree(headers: List[str], name: str) -> QTreeWidget:
    """An empty tree called ``name`` whose first column takes the room that is left."""
    made = QTreeWidget()
    made.setAccessibleName(name)
    made.setHeaderLabels(headers)
    made.setMinimumHeight(made.fontMetrics().height() * (LEAST_LINES + 2))
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(headers)):
        made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return made


def reason_text(reason: str) -> str:
    """Why a figure is hidden, in the user's language; the kind of reason, never a value."""
    return {
        "few": tr("Few persons have it, or have it not"),
        "few_households": tr("Few households"),
        "gate": tr("The area has too few residents or households"),
        "derived": tr("Could be worked out from others"),
        "dominated": tr("One person weighs too much"),
        "earlier": tr("Hidden in an earlier release, few have changed"),
        "carried": tr("Few have changed: the value shown before stays"),
        "secondary": tr("Hidden so that others stay hidden"),
        "unknown": tr("How many stand behind it is not known"),
        "missing": tr("Nobody has a known value"),
    }[reason]


def show_hidden(
    shown: QTreeWidget, edition: "Edition", names: Mapping[Tuple[str, str], str]
) -> None:
    """Fill the tree with what ``edition`` hides, the most frequent first.

    Args:
        names: (area set, area) → the area's name.
    """
    shown.clear()
    about = {one.id: in_language(one.name) for one in edition.indicators}
    for reason, count in Counter(edition.reasons.values()).most_common():
        top = QTreeWidgetItem([reason_text(reason), number(count)])
        cells = [cell for cell, why in edition.reasons.items() if why == reason]
        for indicator, of_indicator in Counter(cell[2] for cell in cells).most_common():
            node = QTreeWidgetItem([about.get(indicator, indicator), number(of_indicator)])
            for area_set, area, name in cells:
                if name == indicator:
                    text = names.get((area_set, area)) or area or tr("The whole municipality")
                    node.addChild(QTreeWidgetItem([text, ""]))
            top.addChild(node)
        shown.addTopLevelItem(top)
    shown.setVisible(bool(edition.reasons))
