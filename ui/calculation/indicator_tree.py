"""The indicators by theme, with ticks."""

from __future__ import annotations

from typing import AbstractSet, FrozenSet, Iterator, List, Sequence

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...core.catalogue.indicators.definitions import Indicator
from ...core.catalogue.registers.kinds import register_kind
from ...core.i18n import in_language, tr
from ..widgets.plain import set_tip

ID = Qt.ItemDataRole.UserRole


class IndicatorTree(QWidget):
    """A tree with a line to search it; an indicator that the registers cannot serve is grey."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.search = QgsFilterLineEdit()
        self.search.setPlaceholderText(tr("Search indicators"))
        self.search.setAccessibleName(tr("Search indicators"))
        self.search.setShowClearButton(True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Indicators"))
        self.tree.setHeaderHidden(True)
        self.tree.setMinimumHeight(190)
        self.tree.setWordWrap(True)
        column.addWidget(self.search)
        column.addWidget(self.tree)

    def show_indicators(self, indicators: Sequence[Indicator], chosen: Sequence[str]) -> None:
        """Show ``indicators``, those ``chosen`` (all when empty) ticked."""
        self.tree.clear()
        themes = {}
        for indicator in indicators:
            theme = in_language(indicator.theme)
            if theme not in themes:
                themes[theme] = QTreeWidgetItem(self.tree, [theme])
                themes[theme].setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsAutoTristate
                )
            item = QTreeWidgetItem(themes[theme], [in_language(indicator.name)])
            item.setData(0, ID, indicator.id)
            set_tip(item, self._tip(indicator), 0)
            wanted = not chosen or indicator.id in chosen
            item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            if indicator.own:
                item.setIcon(0, QgsApplication.getThemeIcon("/mActionToggleEditing.svg"))
        for position, item in enumerate(themes.values()):
            item.setExpanded(position == 0)

    @staticmethod
    def _tip(indicator: Indicator) -> str:
        register = in_language(register_kind(indicator.register).text)
        parts = [
            in_language(indicator.definition),
            tr("Register: {name}", name=register),
            tr("Source: {name}", name=in_language(indicator.source)),
        ]
        if indicator.legal_note:
            parts.append(in_language(indicator.legal_note))
        return "\n".join(parts)

    def items(self) -> Iterator[QTreeWidgetItem]:
        """The items of the indicators."""
        for theme in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(theme)
            for row in range(parent.childCount()):
                yield parent.child(row)

    def allow(self, servable: Sequence[str]) -> None:
        """Let those be ticked that the registers can serve; all when nothing is known of them."""
        for item in self.items():
            can = not servable or item.data(0, ID) in servable
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                if can
                else Qt.ItemFlag.ItemIsSelectable
            )
            item.setDisabled(not can)

    def possible(self) -> List[str]:
        """The ids that can be ticked."""
        return [item.data(0, ID) for item in self.items() if not item.isDisabled()]

    def checked(self) -> List[str]:
        """The ids that are ticked and can be."""
        return [
            item.data(0, ID)
            for item in self.items()
            if not item.isDisabled() and item.checkState(0) == Qt.CheckState.Checked
        ]

    def ticked(self) -> FrozenSet[str]:
        """The ids that are ticked, whether the registers can serve them or not."""
        return frozenset(
            item.data(0, ID) for item in self.items() if item.checkState(0) == Qt.CheckState.Checked
        )

    def tick(self, wanted: AbstractSet[str]) -> None:
        """Tick those ``wanted``, and no others."""
        for item in self.items():
            ticked = item.data(0, ID) in wanted
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def marked(self) -> str:
        """The id of the marked item; empty where none is."""
        item = self.tree.currentItem()
        return (item.data(0, ID) or "") if item is not None else ""

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for theme in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(theme)
            shown = 0
            for row in range(parent.childCount()):
                child = parent.child(row)
                fits = wanted in child.text(0).lower() or wanted in str(child.data(0, ID))
                child.setHidden(not fits)
                shown += fits
            parent.setHidden(not shown)
            parent.setExpanded(bool(wanted) or theme == 0)
