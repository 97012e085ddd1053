"""What a register's columns leave open: offers, columns nobody uses, values to translate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...core.catalogue.registers.kinds import RegisterKind
from ...core.i18n import tr
from ..widgets.plain import plain_label
from .offers_list import OffersList
from .values_box import ValuesBox

if TYPE_CHECKING:
    from ...core.gis.jobs.data import Preview


class ColumnAnswers(QWidget):
    """Below the table of columns.

    Attributes:
        offers: columns that could play a role; values: what values mean.
    """

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.offers, self.values, self.unused = OffersList(), ValuesBox(), plain_label()
        self.unused.setWordWrap(True)
        for widget in (self.offers, self.values, self.unused):
            column.addWidget(widget)

    def show_register(
        self, kind: RegisterKind, preview: "Optional[Preview]", rules: Dict[str, Dict[str, str]]
    ) -> None:
        """What ``preview`` leaves open, with the answers so far; nothing where there is none."""
        self.setVisible(preview is not None)
        if preview is None:
            return
        from ...core.registers.column_names import safe_names

        self.offers.show_offers(preview.offers, kind)
        self.values.show_values(kind, preview.values, rules)
        self.unused.setVisible(bool(preview.unused))
        self.unused.setText(
            tr(
                "Columns that nobody uses: {columns}.",
                columns=safe_names(preview.unused, preview.columns),
            )
            if preview.unused
            else ""
        )
