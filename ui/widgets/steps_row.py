"""The steps of the job in a line: names where there is room, pictures in a narrow panel."""

from __future__ import annotations

from typing import Dict, Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from .flow import FlowLayout
from .page import Page
from .plain import set_tip

SIGN = "✓"
NARROW = 360
"""Below so many pixels names would be cut, or stand in three rows."""
FONT, MARGIN = 0.88, 6
"""Names and signs stand side by side, in two rows in a panel of the usual width."""


class StepsRow(QWidget):
    """A button for each page.

    Attributes:
        buttons: the buttons by the page's position.
    """

    def __init__(self, pages: Sequence[Page]):
        super().__init__()
        self._pages, self._narrow = list(pages), False
        self._signs: Dict[int, str] = {}
        self.buttons = QButtonGroup(self)
        row = FlowLayout(spacing=1)
        row.setContentsMargins(4, 4, 4, 0)
        self.setLayout(row)
        for position, page in enumerate(self._pages):
            button = QToolButton()
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * FONT)
            button.setFont(font)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setIcon(QgsApplication.getThemeIcon(page.ICON or page.NARROW_ICON))
            button.setAccessibleName(page.title())
            self.buttons.addButton(button, position)
            row.addWidget(button)
            self._show(position)

    def mark(self, position: int, sign: str, tip: str, enabled: bool) -> None:
        """Mark a step with ``sign`` (empty for none)."""
        button, page = self.buttons.button(position), self._pages[position]
        self._signs[position] = sign
        button.setEnabled(enabled)
        named = page.title() if self._narrow and not page.ICON else ""
        set_tip(button, "\n".join(filter(None, (named, tip))))
        button.setAccessibleDescription(tip)
        self._show(position)

    def _show(self, position: int) -> None:
        button, page = self.buttons.button(position), self._pages[position]
        if page.ICON:  # beside the line of steps
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            return
        sign, styles = self._signs.get(position, ""), Qt.ToolButtonStyle
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if self._narrow:
            button.setText(sign.strip())
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if sign else styles.ToolButtonIconOnly
            )
            button.setMinimumWidth(0)
            return
        button.setToolButtonStyle(styles.ToolButtonTextOnly)
        button.setText(sign + page.title())
        width = button.fontMetrics().horizontalAdvance(SIGN + page.title())
        button.setMinimumWidth(width + MARGIN)

    def resizeEvent(self, event: Optional[QResizeEvent]) -> None:  # noqa: N802
        """Pictures where there is no room for names."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for position in range(len(self._pages)):
                button = self.buttons.button(position)
                self.mark(
                    position,
                    self._signs.get(position, ""),
                    button.accessibleDescription(),
                    button.isEnabled(),
                )
