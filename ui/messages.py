"""What the user is told, and how: the only place that decides."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsMessageOutput
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import CancelledError, SociodemografiError
from ..core.i18n import tr

TAG = "Sociodemografi"
SECONDS = 8


def show_error(bar: QgsMessageBar, error: SociodemografiError) -> QgsMessageBarItem:
    """A sentence with a way on; what lies behind it under "Detaljer". Returns the item shown."""
    if isinstance(error, CancelledError):
        return bar.pushWidget(bar.createMessage("", error.message), Qgis.MessageLevel.Info, SECONDS)
    item = bar.createMessage("", error.message)
    if error.next_step or error.details:
        button = QPushButton(tr("Details"))
        button.clicked.connect(lambda: show_details(error))
        item.layout().addWidget(button)
    item.setToolTip(str(error))
    shown = bar.pushWidget(item, Qgis.MessageLevel.Warning)
    QgsApplication.messageLog().logMessage(f"{error}\n{error.details}".strip(), TAG, Qgis.MessageLevel.Warning)
    return shown


def show_details(error: SociodemografiError) -> None:
    """The whole error in a window of its own, which does not block."""
    window = QgsMessageOutput.createMessageOutput()
    window.setTitle(tr("Details"))
    parts = [error.message, error.next_step, error.details]
    window.setMessage("\n\n".join(part for part in parts if part), QgsMessageOutput.MessageType.MessageText)
    window.showMessage(False)


def show_result(bar: QgsMessageBar, text: str, warnings: list) -> QgsMessageBarItem:
    """What was done, in numbers; warnings under "Detaljer". Returns the item shown."""
    item = bar.createMessage("", text)
    if warnings:
        button = QPushButton(tr("Details"))
        button.clicked.connect(lambda: show_details(SociodemografiError(text, "\n".join(warnings))))
        item.layout().addWidget(button)
    level, seconds = (Qgis.MessageLevel.Warning, 0) if warnings else (Qgis.MessageLevel.Success, SECONDS)
    for warning in warnings:
        QgsApplication.messageLog().logMessage(warning, TAG, Qgis.MessageLevel.Info)
    return bar.pushWidget(item, level, seconds)


def show_page(title: str, html: str) -> None:
    """A page of text in a window of its own, which does not block."""
    window = QgsMessageOutput.createMessageOutput()
    window.setTitle(title)
    window.setMessage(html, QgsMessageOutput.MessageType.MessageHtml)
    window.showMessage(False)
