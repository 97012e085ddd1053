"""The themes and indicators of an index: which, in which direction, and how much they weigh."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.catalogue.index.definitions import (
    HIGHER,
    LOWER,
    IndexDefinition,
    IndexTheme,
    Member,
    Method,
    needed,
)
from ...core.catalogue.indicators.definitions import Indicator
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.plain_text import mnemonic_free
from ..widgets.order import tab_after
from ..widgets.plain import plain_label, set_tip
from .member_scale import MemberScale
from .themes import theme_key, turned, weighed, with_indicator, with_member, without

ID = Qt.ItemDataRole.UserRole
NAME, DIRECTION, WEIGHT, SHARE = range(4)
LEAST_LINES = 9
MOST_WEIGHT, STEP = 1_000_000.0, 0.25


class IndexMembers(QWidget):
    """A tree of themes and indicators with their weights.

    Signals:
        edited: the themes, or a weight, have changed; ask ``themes``.
        marked: the id of the indicator that was marked.
    """

    edited = pyqtSignal()
    marked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self._themes: List[IndexTheme] = []
        self._definition: Optional[IndexDefinition] = None
        self._ranges: Mapping[str, Tuple[float, float]] = {}
        self._known: Mapping[str, Indicator] = {}
        self.weights: Dict[str, QDoubleSpinBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Indicators and weights"))
        self.tree.setHeaderLabels([tr("Indicator"), "±", tr("Weight"), "%"])
        self.tree.headerItem().setToolTip(
            DIRECTION, tr("+ more is worse, − less is worse; click to turn")
        )
        self.tree.headerItem().setToolTip(SHARE, tr("Share of the whole weight"))
        self.tree.setMinimumHeight(int(self.tree.fontMetrics().height() * 1.9 * LEAST_LINES))
        self.tree.setIndentation(12)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for section, width in ((DIRECTION, 24), (WEIGHT, 52), (SHARE, 34)):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            self.tree.setColumnWidth(section, width)
        self.tree.itemClicked.connect(self._clicked)
        self.tree.currentItemChanged.connect(self._mark)
        column.addWidget(self.tree)
        self.about = plain_label()
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.hide()
        column.addWidget(self.about)
        self.scale = MemberScale()
        self.scale.edited.connect(self._scaled)
        column.addWidget(self.scale)
        row = QHBoxLayout()
        self.add = QToolButton()
        self.add.setText(tr("Add indicator"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.add)
        self.add.setMenu(self.menu)
        self.remove = QPushButton(tr("Remove"))
        self.remove.setToolTip(tr("Take the marked indicator or theme out of the index."))
        self.remove.clicked.connect(self.remove_marked)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)

    def show_definition(
        self,
        definition: IndexDefinition,
        known: Mapping[str, Indicator],
        ranges: Mapping[str, Tuple[float, float]],
    ) -> None:
        """Show ``definition``; the indicators in ``ranges`` (their lowest and highest figure) can
        be added."""
        self._known, self._ranges = known, ranges
        self._themes = list(definition.themes)
        self._rebuild(definition)

    def clear(self) -> None:
        """Show no index."""
        self._themes, self._ranges, self._definition = [], {}, None
        self._rebuild()

    def _rebuild(self, definition: Optional[IndexDefinition] = None) -> None:
        marked = self._marked_key()
        self.tree.clear()
        self.weights = {}
        for theme in self._themes:
            alone = len(self._themes) == 1
            parent = QTreeWidgetItem(self.tree, [in_language(theme.name), "", "", ""])
            parent.setData(NAME, ID, theme_key(theme))
            set_tip(parent, in_language(theme.name), NAME)
            if not alone:
                self._spin(parent, theme_key(theme), theme.weight)
            for member in theme.members:
                item = QTreeWidgetItem(
                    parent, [self._name(member.indicator), self._sign(member), "", ""]
                )
                item.setData(NAME, ID, member.indicator)
                set_tip(item, self._name(member.indicator), NAME)
                item.setTextAlignment(DIRECTION, Qt.AlignmentFlag.AlignCenter)
                item.setTextAlignment(
                    SHARE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                self._spin(item, member.indicator, member.weight)
            parent.setExpanded(True)
        tab_after(self.tree, *self.weights.values())
        self._fill_menu()
        self._mark_again(marked)
        if definition is not None:
            self.follow(definition)

    def _marked_key(self) -> str:
        item = self.tree.currentItem()
        return item.data(NAME, ID) if item is not None else ""

    def _mark_again(self, key: str) -> None:
        """What was marked before the tree was built anew is marked again, where it is still
        there."""
        for row in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(row)
            for item in (parent, *(parent.child(at) for at in range(parent.childCount()))):
                if item.data(NAME, ID) == key:
                    self.tree.setCurrentItem(item)
                    return
        self.scale.show_method(None)

    def _name(self, indicator: str) -> str:
        return in_language(self._known[indicator].name) if indicator in self._known else indicator

    def _direction(self, member: Member) -> str:
        own = self._known.get(member.indicator)
        return member.direction or (own.direction if own is not None else HIGHER)

    def _sign(self, member: Member) -> str:
        return {HIGHER: "+", LOWER: "−"}.get(self._direction(member), "?")

    def _spin(self, item: QTreeWidgetItem, key: str, weight: float) -> None:
        spin = QDoubleSpinBox()
        spin.setRange(0.0, MOST_WEIGHT)
        spin.setSingleStep(STEP)
        spin.setDecimals(2 if round(weight, 2) == weight else 6)
        spin.setValue(weight)
        spin.setFrame(False)
        spin.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.setAccessibleName(tr("Weight of {name}", name=item.text(NAME)))
        spin.setToolTip(tr("Write a weight, or click and turn the wheel."))
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda _: self.edited.emit())
        self.tree.setItemWidget(item, WEIGHT, spin)
        self.weights[key] = spin

    def _fill_menu(self) -> None:
        self.menu.clear()
        inside = {member.indicator for theme in self._themes for member in theme.members}
        themes: Dict[str, QMenu] = {}
        for identifier in self._ranges:
            indicator = self._known.get(identifier)
            if indicator is None or identifier in inside or indicator.unit == "persons":
                continue
            group = in_language(indicator.theme)
            if group not in themes:
                themes[group] = self.menu.addMenu(mnemonic_free(group))
            action = themes[group].addAction(mnemonic_free(in_language(indicator.name)))
            action.setData(identifier)
            action.triggered.connect(lambda _=False, chosen=identifier: self.add_indicator(chosen))
        self.add.setEnabled(bool(themes))

    def add_indicator(self, identifier: str) -> None:
        """Put the indicator into the marked theme, the first where none is marked."""
        item = self.tree.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        at = self.tree.indexOfTopLevelItem(item) if item is not None else 0
        own = self._known.get(identifier)
        direction = own.direction if own is not None else ""
        self._keep_weights()
        self._themes = with_indicator(self._themes, max(at, 0), identifier, direction)
        self._rebuild()
        self.edited.emit()

    def remove_marked(self) -> None:
        """Take the marked indicator, or theme, out; the last indicator stays."""
        item = self.tree.currentItem()
        if item is None:
            return
        self._keep_weights()
        themes = without(self._themes, item.data(NAME, ID))
        if themes:
            self._themes = themes
            self._rebuild()
            self.edited.emit()

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != DIRECTION or item.parent() is None:
            return
        self.turn(item.data(NAME, ID))

    def turn(self, indicator: str) -> None:
        """Let the indicator count in the other direction."""

        def other_way(member: Member) -> Member:
            return turned(member, self._direction(member), self._method_of(member))

        self._keep_weights()
        self._themes = with_member(self._themes, indicator, other_way)
        self._rebuild()
        self.edited.emit()

    def _mark(self, item: Optional[QTreeWidgetItem], _: object) -> None:
        self.tell("")
        self._show_scale()
        if item is not None and item.parent() is not None:
            self.marked.emit(item.data(NAME, ID))

    def _marked_member(self) -> Optional[Member]:
        key = self._marked_key()
        return next(
            (m for theme in self._themes for m in theme.members if m.indicator == key), None
        )

    def _method_of(self, member: Member) -> Optional[Method]:
        """How the indicator is normalised, by itself or as the index; None where that is not known
        yet."""
        return member.normalisation or (
            None if self._definition is None else self._definition.normalisation
        )

    def _show_scale(self) -> None:
        member = self._marked_member()
        method = None if member is None else self._method_of(member)
        if method is None or not needed(method):
            self.scale.show_method(None)
            return
        own = self._known.get(member.indicator)
        self.scale.show_method(
            method,
            " %" if own is not None and own.unit == "percent" else "",
            self._ranges.get(member.indicator),
        )

    def _scaled(self, name: str, value: float) -> None:
        """A number of the marked indicator was changed."""
        marked = self._marked_member()
        method = None if marked is None else self._method_of(marked)
        if method is None:
            return
        own = replace(method, options={**method.options, name: value})
        self._keep_weights()
        self._themes = with_member(
            self._themes, marked.indicator, lambda member: replace(member, normalisation=own)
        )
        self.edited.emit()

    @property
    def marked_indicator(self) -> str:
        """The id of the marked indicator; empty where none is."""
        member = self._marked_member()
        return member.indicator if member is not None else ""

    def tell(self, text: str) -> None:
        """Say ``text`` of the marked indicator."""
        self.about.setText(text)
        self.about.setVisible(bool(text))

    def _keep_weights(self) -> None:
        weights = {key: spin.value() for key, spin in self.weights.items()}
        self._themes = weighed(self._themes, weights)

    def themes(self) -> "tuple[IndexTheme, ...]":
        """The themes as they stand, with their weights."""
        self._keep_weights()
        return tuple(self._themes)

    def follow(self, definition: IndexDefinition) -> None:
        """Show how much of the whole each indicator of ``definition`` weighs, and the numbers of
        the marked one."""
        self._themes, self._definition = list(definition.themes), definition
        shares = definition.effective_weights()
        for row in range(self.tree.topLevelItemCount()):
            parent = self.tree.topLevelItem(row)
            for child in (parent.child(at) for at in range(parent.childCount())):
                share = shares.get(child.data(NAME, ID))
                child.setText(SHARE, "" if share is None else number(100 * share))
        self._show_scale()
