"""How a file is read where the plugin's guess is wrong."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from ...core.i18n import tr

FOUND = ""


class ReadingEdit(QWidget):
    """Encoding, separator, decimal sign, header row, sheet; all found by the plugin unless
    chosen."""

    def __init__(self) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.encoding = self._combo((("UTF-8", "utf-8-sig"), ("Windows-1252", "cp1252")))
        self.separator = self._combo(((";", ";"), (",", ","), (tr("tab"), "\t"), ("|", "|")))
        self.decimal = self._combo(((",", ","), (".", ".")))
        self.header_row = QSpinBox()
        self.header_row.setRange(0, 100)
        self.header_row.setSpecialValueText(tr("found"))
        self.sheet = QLineEdit()
        self.sheet.setPlaceholderText(tr("the first with a table"))
        for text, widget in (
            (tr("Encoding"), self.encoding),
            (tr("Separator"), self.separator),
            (tr("Decimal sign"), self.decimal),
            (tr("Row of column names"), self.header_row),
            (tr("Sheet"), self.sheet),
        ):
            widget.setAccessibleName(text)
            form.addRow(text, widget)

    @staticmethod
    def _combo(choices: tuple) -> QComboBox:
        combo = QComboBox()
        combo.addItem(tr("found"), FOUND)
        for text, value in choices:
            combo.addItem(text, value)
        return combo

    def value(self) -> dict:
        """The choices made, as a profile keeps them."""
        chosen = {
            "encoding": self.encoding.currentData(),
            "separator": self.separator.currentData(),
            "decimal": self.decimal.currentData(),
            "header_row": self.header_row.value(),
            "sheet": self.sheet.text().strip(),
        }
        return {name: value for name, value in chosen.items() if value}

    def set_value(self, value: dict) -> None:
        """Show the choices of a profile."""
        for combo, name in (
            (self.encoding, "encoding"),
            (self.separator, "separator"),
            (self.decimal, "decimal"),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value.get(name, FOUND))))
        self.header_row.setValue(int(value.get("header_row", 0)))
        self.sheet.setText(str(value.get("sheet", "")))
