"""What is missing, late or expected, source by source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from ...core.i18n import tr
from ...core.plain_text import as_html

if TYPE_CHECKING:
    from ...core.change.expected import Due


class CalendarList(QLabel):
    """A line for each source: what is late first."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_due(self, calendar: "Sequence[Due]") -> None:
        """Show ``calendar`` (``change.expected.calendar``)."""
        from ...core.pipeline.since_words import due_sentence, names_text

        parts = [
            f"<p style='margin:0 0 6px 0'><b>{as_html(names_text(one.names))}</b><br/>"
            f"{as_html(due_sentence(one))}</p>"
            for one in calendar
        ]
        self.setText("".join(parts) or as_html(tr("No source is known yet.")))
