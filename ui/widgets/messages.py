"""What the user is told, and how: the only place that decides."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsMessageOutput
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ...core.errors import CancelledError, SociodemografiError
from ...core.i18n import tr
from ...core.plain_text import unmistakable
from .plain import set_tip

TAG = "Sociodemografi"
SECONDS = 8


def _item(bar: QgsMessageBar, text: str) -> QgsMessageBarItem:
    """The bar guesses whether a text is HTML, and would fetch its pictures: it is given none that
    looks like it."""
    return bar.createMessage("", unmistakable(text))


def _log(text: str, level: Qgis.MessageLevel) -> None:
    """QGIS' log panel shows HTML."""
    QgsApplication.messageLog().logMessage(html.escape(text, quote=False), TAG, level)


def _for_a_while(
    bar: QgsMessageBar, item: QgsMessageBarItem, level: Qgis.MessageLevel
) -> QgsMessageBarItem:
    """Show ``item`` for ``SECONDS``. QGIS' own countdown goes on when its message was taken away
    before, and then takes away another's."""

    def end() -> None:
        if item in bar.items():
            bar.popWidget(item)
        timer.deleteLater()

    shown, timer = bar.pushWidget(item, level), QTimer(bar)  # which goes with the bar
    timer.setSingleShot(True)
    timer.timeout.connect(end)
    timer.start(1000 * SECONDS)
    return shown


def show_error(bar: QgsMessageBar, error: SociodemografiError) -> QgsMessageBarItem:
    """A sentence with a way on; what lies behind it under "Detaljer". Returns the item shown."""
    if isinstance(error, CancelledError):
        return _for_a_while(bar, _item(bar, error.message), Qgis.MessageLevel.Info)
    item = _item(bar, error.message)
    if error.next_step or error.details:
        button = QPushButton(tr("Details"))
        button.clicked.connect(lambda: show_details(error))
        item.layout().addWidget(button)
    set_tip(item, str(error))
    shown = bar.pushWidget(item, Qgis.MessageLevel.Warning)
    _log(f"{error}\n{error.details}".strip(), Qgis.MessageLevel.Warning)
    return shown


def show_details(error: SociodemografiError) -> None:
    """The whole error in a window of its own, which does not block."""
    window = QgsMessageOutput.createMessageOutput()
    window.setTitle(tr("Details"))
    parts = [error.message, error.next_step, error.details]
    window.setMessage(
        "\n\n".join(part for part in parts if part), QgsMessageOutput.MessageType.MessageText
    )
    window.showMessage(False)


def show_result(
    bar: QgsMessageBar, text: str, warnings: list, written: Optional[Path] = None
) -> QgsMessageBarItem:
    """What was done, in numbers; warnings under "Detaljer", and the folder of what was ``written``
    a click away. Returns the item shown."""
    item = _item(bar, text)
    if written is not None:
        folder = written if written.is_dir() else written.parent
        button = QPushButton(tr("Open the folder"))
        button.clicked.connect(lambda: open_folder(folder))
        item.layout().addWidget(button)
    if warnings:
        button = QPushButton(tr("Details"))
        button.clicked.connect(lambda: show_details(SociodemografiError(text, "\n".join(warnings))))
        item.layout().addWidget(button)
    for warning in warnings:
        _log(warning, Qgis.MessageLevel.Info)
    if warnings:
        return bar.pushWidget(item, Qgis.MessageLevel.Warning)
    return _for_a_while(bar, item, Qgis.MessageLevel.Success)


def open_folder(folder: Path) -> None:
    """Show ``folder`` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_warning(bar: QgsMessageBar, text: str) -> QgsMessageBarItem:
    """What the user must know before anything else."""
    return bar.pushWidget(_item(bar, text), Qgis.MessageLevel.Warning)


def show_page(title: str, page: str) -> None:
    """A ``page`` of HTML in a window of its own, which does not block."""
    window = QgsMessageOutput.createMessageOutput()
    window.setTitle(title)
    window.setMessage(page, QgsMessageOutput.MessageType.MessageHtml)
    window.showMessage(False)
