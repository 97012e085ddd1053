"""A row that breaks into several where it does not fit."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QSizePolicy


class FlowLayout(QLayout):
    """Widgets side by side, in as many rows as their texts need; in one row alone, those that may
    grow share what is left."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: List[QLayoutItem] = []
        self.setSpacing(spacing)

    # -- what Qt asks --------------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put ``item`` last."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        """The one at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        """The same, and it goes."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientations:  # noqa: N802
        """None: it is as high as its rows."""
        return Qt.Orientations(0) if hasattr(Qt, "Orientations") else Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of the rows in ``width``."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:  # noqa: N802
        """Lay the widgets out in ``place``."""
        super().setGeometry(place)
        self._lay_out(place, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        margins = self.contentsMargins()
        widths = [item.sizeHint().width() for item in self._items]
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(
            sum(widths)
            + self.spacing() * max(0, len(widths) - 1)
            + margins.left()
            + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def minimumSize(self) -> QSize:  # noqa: N802
        """One widget in each row."""
        margins = self.contentsMargins()
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    # -- rows ----------------------------------------------------------------------------------

    def _lay_out(self, place: QRect, move: bool) -> int:
        """Place the widgets where ``move``; the height they take."""
        margins = self.contentsMargins()
        inside = place.adjusted(margins.left(), margins.top(), -margins.right(), 0)
        y = inside.y()
        rows = self._rows(inside.width())
        for row in rows:
            height = max(item.sizeHint().height() for item in row)
            if move:
                self._place(row, QRect(inside.x(), y, inside.width(), height), len(rows) == 1)
            y += height + self.spacing()
        return y - self.spacing() + margins.bottom() - place.y()

    def _rows(self, width: int) -> List[List[QLayoutItem]]:
        rows: List[List[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(item)
            used += wide + self.spacing()
        return [row for row in rows if row]

    def _place(self, row: List[QLayoutItem], place: QRect, grow: bool) -> None:
        growing = [item for item in row if grow and _may_grow(item)]
        wide = sum(item.sizeHint().width() for item in row) + self.spacing() * (len(row) - 1)
        spare = max(0, place.width() - wide)
        x = place.x()
        for item in row:
            width = item.sizeHint().width()
            if item in growing:
                width += spare // len(growing)
            item.setGeometry(QRect(QPoint(x, place.y()), QSize(width, place.height())))
            x += width + self.spacing()


def _may_grow(item: QLayoutItem) -> bool:
    widget = item.widget()
    fixed = QSizePolicy.Policy.Fixed
    return widget is not None and widget.sizePolicy().horizontalPolicy() != fixed
