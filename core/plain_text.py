"""Texts that came from outside – names of areas and indicators, answers of servers, file names –
shown as written.

Some places read a text as more than a text: widgets that guess HTML, map tips and layouts that work
``[% … %]`` out, QGIS expressions, spreadsheets that compute what begins with ``=``. What each of
them must be given, so that it shows the text and does nothing else, is said here and nowhere else.
"""

from __future__ import annotations

import html
import re

EVALUATED = "[%"
"""Begins an expression in map tips, layout labels and legends."""
AS_WRITTEN = "[% '[%' %]"
"""An expression whose value is its own beginning: nothing after it is read as one."""
NOT_PRINTED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"
"""What neither a map nor XML can hold."""
WORD_JOINER = "\u2060"
FORMULA = "^[\\s\x00-\x20\u200b\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]"
"""What spreadsheets compute, also behind blanks; leading tabs and line ends are dropped by some and
read on."""
APOSTROPHE = "'"
"""What marks a cell as a text in Excel and LibreOffice."""
ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def printable(text: str) -> str:
    """``text`` without characters that cannot be shown and that no XML file (SVG, project,
    workbook) may hold."""
    return re.sub(NOT_PRINTED, "", text)


def as_html(text: object) -> str:
    """HTML that shows ``text`` between tags (not within one); line ends are breaks."""
    return (
        html.escape(str(text), quote=False)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\n", "<br/>")
    )


def unmistakable(text: str) -> str:
    """``text`` for a widget that guesses whether it holds HTML (tool tips, the message bar, message
    boxes): HTML where the guess could go wrong, the text itself otherwise."""
    return (
        f"<span style='white-space:pre-wrap'>{as_html(text)}</span>"
        if re.search("[<&]", text)
        else text
    )


def not_evaluated(text: str) -> str:
    """``text`` for a template in which QGIS works ``[% … %]`` out: a layout's label, a map tip."""
    return text.replace(EVALUATED, AS_WRITTEN)


def legend_text(text: str) -> str:
    """``text`` for a legend, whose parts are worked out in some places and versions of QGIS and
    shown as they are in others: the bracket and the percent sign are held apart by a mark without
    width."""
    return text.replace(EVALUATED, f"[{WORD_JOINER}%")


def mnemonic_free(text: str) -> str:
    """``text`` for a menu or button, where ``&`` would underline the next letter."""
    return text.replace("&", "&&")


def expression_text(text: object) -> str:
    """A QGIS expression whose value is ``text``."""
    return "'" + str(text).replace("\\", "\\\\").replace("'", "''") + "'"


def expression_field(name: str) -> str:
    """A QGIS expression whose value is that of the field ``name``."""
    return '"' + name.replace('"', '""') + '"'


def html_of(expression: str) -> str:
    """A QGIS expression: the value of ``expression`` as HTML that shows it; NULL where it is
    NULL."""
    for written, shown in ESCAPES:
        expression = f"replace({expression}, {expression_text(written)}, {expression_text(shown)})"
    return expression


def is_formula(text: str) -> bool:
    """Would a spreadsheet compute ``text``, or read past its beginning?"""
    return re.search(FORMULA, text) is not None


def spreadsheet_text(text: str) -> str:
    """``text`` as a cell of a CSV file: behind an apostrophe where a spreadsheet would compute it,
    or where it has an apostrophe of its own at the beginning; ``written_in_spreadsheet`` undoes
    it."""
    return APOSTROPHE + text if is_formula(text) or text.startswith(APOSTROPHE) else text


def open_document_text(text: str) -> str:
    """``text`` as GDAL must be given it for an OpenDocument spreadsheet, where it keeps all texts
    but formulas."""
    return APOSTROPHE + text if text.startswith("of:=") else text


def written_in_spreadsheet(cell: str) -> str:
    """The text that ``spreadsheet_text`` made ``cell`` of; any other cell as it is."""
    unmarked = cell[1:]
    return unmarked if cell.startswith(APOSTROPHE) and spreadsheet_text(unmarked) == cell else cell
