"""A declarative filter, edited as a list of conditions."""

from __future__ import annotations

import json
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.catalogue.indicators.filters import NUMERIC, OPERATORS
from ...core.catalogue.json_text import JsonError, parse
from ...core.catalogue.registers.kinds import RegisterKind
from ...core.errors import InputError
from ...core.i18n import in_language, tr
from ...core.numbers import typed_number

LIST_MARK = ";"


def operator_text(operator: str) -> str:
    """The operator in words."""
    return {
        "=": tr("is"),
        "in": tr("is one of"),
        "between": tr("is from-to"),
        ">=": tr("is at least"),
        "<=": tr("is at most"),
        ">": tr("is more than"),
        "<": tr("is less than"),
        "missing": tr("is missing"),
        "given": tr("is known"),
    }[operator]


class FilterEdit(QWidget):
    """Conditions that must all hold, or of which one must; a filter more involved is shown as
    JSON."""

    changed = pyqtSignal()

    def __init__(self, kind: RegisterKind):
        super().__init__()
        self._kind = kind
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.joiner = QComboBox()
        self.joiner.addItem(tr("All conditions hold"), "all")
        self.joiner.addItem(tr("At least one condition holds"), "any")
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Condition"))
        self.table.setHorizontalHeaderLabels([tr("Column"), tr("Condition"), tr("Value")])
        self.table.verticalHeader().setVisible(False)
        self.table.setFixedHeight(120)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.text = QPlainTextEdit()
        self.text.setMaximumHeight(90)
        self.add = QPushButton(tr("Add condition"))
        self.add.clicked.connect(lambda: self._add_row({}))
        self.remove = QPushButton(tr("Remove condition"))
        self.remove.clicked.connect(self._remove_row)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        for widget in (self.joiner, self.table, self.text):
            column.addWidget(widget)
        column.addLayout(row)
        self.set_filter({"all": []})

    def set_filter(self, node: dict) -> None:
        """Show ``node``."""
        flat = _flat(node)
        self._as_text = flat is None
        for widget in (self.joiner, self.table, self.add, self.remove):
            widget.setVisible(not self._as_text)
        self.text.setVisible(self._as_text)
        self.text.setPlainText(json.dumps(node, ensure_ascii=False, indent=1))
        self.table.setRowCount(0)
        if flat is not None:
            self.joiner.setCurrentIndex(self.joiner.findData(flat["joiner"]))
            for test in flat["tests"]:
                self._add_row(test)

    def filter(self) -> dict:
        """The filter as it is shown.

        Raises:
            InputError: the JSON or a value cannot be read; names it.
        """
        if self._as_text:
            try:
                return parse(self.text.toPlainText())
            except JsonError as error:
                raise InputError(
                    tr("The filter is not valid JSON (character {position}).", position=error.pos),
                    tr("Correct it."),
                ) from None
        tests = [self._test(row) for row in range(self.table.rowCount())]
        return tests[0] if len(tests) == 1 else {self.joiner.currentData(): tests}

    def _add_row(self, test: dict) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        columns = QComboBox()
        for name, column in self._kind.countable.items():
            columns.addItem(in_language(column.text), name)
        columns.setCurrentIndex(max(0, columns.findData(test.get("column"))))
        columns.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        operators = QComboBox()
        for operator in (*OPERATORS, "given"):
            operators.addItem(operator_text(operator), operator)
        operators.setCurrentIndex(max(0, operators.findData(test.get("operator", "="))))
        value = test.get("value", "")
        cell = QLineEdit(LIST_MARK.join(map(str, value)) if isinstance(value, list) else str(value))
        cell.setPlaceholderText(tr("several with ;"))
        for position, widget in enumerate((columns, operators, cell)):
            self.table.setCellWidget(row, position, widget)
        self.changed.emit()

    def _remove_row(self) -> None:
        row = self.table.currentRow() if self.table.currentRow() >= 0 else self.table.rowCount() - 1
        self.table.removeRow(row)
        self.changed.emit()

    def _test(self, row: int) -> dict:
        name = self.table.cellWidget(row, 0).currentData()
        operator = self.table.cellWidget(row, 1).currentData()
        if operator in ("missing", "given"):
            test = {"column": name, "operator": "missing"}
            return test if operator == "missing" else {"not": test}
        column = self._kind.countable[name]
        parts = [
            part.strip()
            for part in self.table.cellWidget(row, 2).text().split(LIST_MARK)
            if part.strip()
        ]
        values: List[object] = [
            _number(part, in_language(column.text)) if column.type in NUMERIC else part
            for part in parts
        ]
        if not values or (operator == "between" and len(values) != 2):
            raise InputError(
                tr("The condition on {column} lacks a value.", column=in_language(column.text)),
                tr("Write one value, two with ; between for from-to, or several for one of."),
            )
        value = values if operator in ("in", "between") else values[0]
        return {"column": name, "operator": operator, "value": value}


def _number(text: str, column: str) -> float:
    try:
        number = typed_number(text)
    except ValueError:
        raise InputError(
            tr("{text} is no number (condition on {column}).", text=text, column=column),
            tr("Write a number."),
        ) from None
    return int(number) if number.is_integer() else number


def _flat(node: dict) -> Optional[Dict[str, object]]:
    """Joiner and tests of a filter of one level; None of one with more."""
    for joiner in ("all", "any"):
        if joiner in node:
            tests = [_test_of(child) for child in node[joiner]]
            return None if None in tests else {"joiner": joiner, "tests": tests}
    test = _test_of(node)
    return None if test is None else {"joiner": "all", "tests": [test]}


def _test_of(node: dict) -> Optional[dict]:
    if "column" in node:
        return node
    inner = node.get("not", {})
    return (
        {"column": inner["column"], "operator": "given"}
        if inner.get("operator") == "missing"
        else None
    )
