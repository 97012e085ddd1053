"""Translate values: what the words in a column stand for, asked with how often they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional, Sequence

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ...core.catalogue.registers.kinds import Column, RegisterKind, register_kind
from ...core.catalogue.registers.value_words import label_of
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ..widgets.flow import FlowLayout
from ..widgets.plain import plain_label, set_tip

if TYPE_CHECKING:
    from ...core.registers.values.questions import ColumnValues, ValueMeaning

UNANSWERED = None
"""The data of the choice of a value that nobody has said the meaning of."""
VALUE = Qt.ItemDataRole.UserRole
ROW, MOST_ROWS = 30, 8


class ValuesBox(QgsCollapsibleGroupBox):
    """One column in one role at a time: value, rows, what it means.

    Signals:
        answered: the user has said what values mean; ``rules`` has it.
    """

    answered = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(tr("Translate values"))
        self._kind = register_kind("persons")
        self._columns: "List[ColumnValues]" = []
        self.rules: Dict[str, Dict[str, str]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 4)
        self.summary = plain_label()
        self.summary.setWordWrap(True)
        column.addWidget(self.summary)
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Column and role"))
        self.which.setMinimumContentsLength(10)
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.currentIndexChanged.connect(self._show_column)
        column.addWidget(self.which)
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([tr("Value (rows)"), tr("Means")])
        self.table.setAccessibleName(tr("Values and what they mean"))
        self.table.verticalHeader().setVisible(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._fit)
        column.addWidget(self.table)
        row = FlowLayout(6)
        self.use_guesses = QPushButton(tr("Use the guesses"))
        self.use_guesses.clicked.connect(self._use_guesses)
        self.leave_rest = QPushButton(tr("The rest is unknown"))
        set_tip(
            self.leave_rest,
            tr("The values that have no meaning yet count as unknown, also in later files."),
        )
        self.leave_rest.clicked.connect(self._leave_rest)
        row.addWidget(self.use_guesses)
        row.addWidget(self.leave_rest)
        column.addLayout(row)

    # -- what is shown -------------------------------------------------------------------------

    def show_values(
        self,
        kind: RegisterKind,
        columns: "Sequence[ColumnValues]",
        rules: Dict[str, Dict[str, str]],
    ) -> None:
        """The columns of codes of a register, those with questions first; ``rules`` are the answers
        so far."""
        self._kind, self.rules = kind, {role: dict(of_role) for role, of_role in rules.items()}
        self._columns = sorted(columns, key=lambda one: not self._open(one))
        self.which.blockSignals(True)
        self.which.clear()
        for one in self._columns:
            self.which.addItem("", one.role)
        self.which.setCurrentIndex(0 if self._columns else -1)
        self.which.blockSignals(False)
        self.setVisible(bool(self._columns))
        self._show_column()
        self._show_state()
        self.setCollapsed(not self.open_roles())

    def open_roles(self) -> List[str]:
        """The roles with values that nobody has said the meaning of."""
        return [one.role for one in self._columns if self._open(one)]

    def _open(self, one: "ColumnValues") -> "List[ValueMeaning]":
        answered = self.rules.get(one.role, {})
        return [value for value in one.open if value.value not in answered]

    def _shown(self) -> "Optional[ColumnValues]":
        place = self.which.currentIndex()
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def _column(self, role: str) -> Column:
        return self._kind.column(role)

    def _show_column(self) -> None:
        one = self._shown()
        self.table.setRowCount(0)
        if one is None:
            return
        for value in one.values:
            row = self.table.rowCount()
            self.table.insertRow(row)
            name = QTableWidgetItem(f"{value.value} ({number(value.rows)})")
            name.setData(VALUE, value.value)
            set_tip(name, name.text())
            self.table.setItem(row, 0, name)
            self.table.setCellWidget(row, 1, self._choice(one.role, value))
        self.table.setVisible(bool(one.values))
        self._fit()

    def _fit(self, *_: int) -> None:
        """Rows as high as their values need, and a table as high as a few rows."""
        self.table.resizeRowsToContents()
        heights = []
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, max(ROW, self.table.rowHeight(row)))
            heights.append(self.table.rowHeight(row))
        heading = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(sum(heights[:MOST_ROWS]) + heading + 4)

    def _choice(self, role: str, value: "ValueMeaning") -> QComboBox:
        from ...core.registers.columns.meanings import choices_of
        from ...core.registers.values.questions import GUESS, OPEN

        column, combo = self._column(role), QComboBox()
        if value.how in OPEN:
            guess = in_language(label_of(column, value.code)) if value.how == GUESS else ""
            combo.addItem(f"? {guess}" if guess else tr("choose…"), UNANSWERED)
        combo.addItem(tr("unknown"), "")
        for code in choices_of(column):
            combo.addItem(in_language(label_of(column, code)), code)
        chosen = self.rules.get(role, {}).get(value.value)
        if chosen is None and value.how not in OPEN:
            chosen = value.code
        if chosen is not None and combo.findData(chosen) < 0:
            combo.addItem(chosen, chosen)
        combo.setCurrentIndex(0 if chosen is None else combo.findData(chosen))
        combo.setMinimumContentsLength(6)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(tr("What {value} means", value=value.value))
        set_tip(combo, combo.currentText())
        combo.activated.connect(lambda _: self._answer(role, value.value, combo))
        return combo

    def _show_state(self) -> None:
        """How many questions there are, in all and in each column."""
        for place, one in enumerate(self._columns):
            title = in_language(self._column(one.role).text)
            count = len(self._open(one))
            text = f"{one.column} → {title}"
            self.which.setItemText(place, f"({number(count)}) {text}" if count else text)
        every = [value for one in self._columns for value in self._open(one)]
        hidden = sum(one.unknown_rows for one in self._columns if not one.values)
        if every:
            text = tr(
                "{count} values are not known, in {rows} rows. A guess has a question mark, and is "
                "not used until you say so.",
                count=number(len(every)),
                rows=number(sum(value.rows for value in every)),
            )
        else:
            text = tr("Every value has a meaning.")
        if hidden:
            text = tr(
                "{rows} cells are no codes, and are not shown: they may say who a person is. Map "
                "another column.",
                rows=number(hidden),
            )
        self.summary.setText(text)
        one = self._shown()
        of_one = self._open(one) if one is not None else []
        self.use_guesses.setEnabled(any(value.code for value in of_one))
        self.leave_rest.setEnabled(bool(of_one))

    # -- what the user says --------------------------------------------------------------------

    def _answer(self, role: str, value: str, combo: QComboBox) -> None:
        code = combo.currentData()
        if code is UNANSWERED:
            self.rules.get(role, {}).pop(value, None)
        else:
            self.rules.setdefault(role, {})[value] = code
        set_tip(combo, combo.currentText())
        self._show_state()
        self.answered.emit()

    def _use_guesses(self) -> None:
        one = self._shown()
        if one is not None:
            self._say(one, {value.value: value.code for value in self._open(one) if value.code})

    def _leave_rest(self) -> None:
        one = self._shown()
        if one is not None:
            self._say(one, {value.value: "" for value in self._open(one)})

    def _say(self, one: "ColumnValues", answers: Dict[str, str]) -> None:
        self.rules.setdefault(one.role, {}).update(answers)
        left = [place for place, other in enumerate(self._columns) if self._open(other)]
        if left and not self._open(one):
            self.which.setCurrentIndex(left[0])
        self._show_column()
        self._show_state()
        self.answered.emit()
