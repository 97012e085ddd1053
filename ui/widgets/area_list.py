"""Areas as links, with sentences under each."""

from __future__ import annotations

import html
from typing import Dict, List
from urllib.parse import quote, unquote

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from ...core.i18n import tr
from ...core.numbers import number
from ...core.plain_text import as_html

MOST_AREAS = 60


class AreaList(QLabel):
    """Lines of text as long as they need to be.

    Signals:
        chosen: the area whose name was clicked.
    """

    chosen = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(lambda link: self.chosen.emit(unquote(link)))

    def show_areas(
        self, areas: Dict[str, List[str]], names: Dict[str, str], nothing: str = ""
    ) -> None:
        """Area → its sentences, the first ``MOST_AREAS``; ``nothing`` where there are none."""
        parts = []
        for area, sentences in list(areas.items())[:MOST_AREAS]:
            lines = "<br/>".join(as_html(sentence) for sentence in sentences)
            link, name = html.escape(quote(area)), as_html(names.get(area, area))
            parts.append(f"<a href='{link}'>{name}</a><br/>{lines}")
        if len(areas) > MOST_AREAS:
            parts.append(
                as_html(tr("… and {count} more areas.", count=number(len(areas) - MOST_AREAS)))
            )
        self.setText("<br/>".join(parts) or as_html(nothing))
