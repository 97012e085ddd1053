"""Widgets that fit a narrow panel."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout, QWidget

LETTERS = 14


def narrow_combo() -> QComboBox:
    """A combo that does not grow with its longest entry."""
    combo = QComboBox()
    combo.setMinimumContentsLength(LETTERS)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def folding_box(
    column: QVBoxLayout, title: str, inside: QWidget, collapsed: bool = False
) -> QgsCollapsibleGroupBox:
    """A box with ``inside`` in it, at the end of ``column``."""
    box = QgsCollapsibleGroupBox(title)
    layout = QVBoxLayout(box)
    layout.addWidget(inside)
    box.setCollapsed(collapsed)
    column.addWidget(box)
    return box
