"""The one next step of the whole job, at the foot of the panel."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout

from ...core.i18n import tr
from ...core.plain_text import as_html
from .plain import html_label


class NextStep(QFrame):
    """A sentence with a link to where it is done.

    Signals:
        wanted: the id of the page that the link leads to.
    """

    wanted = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = html_label()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.label.setOpenExternalLinks(False)
        self.label.linkActivated.connect(self.wanted)
        self.label.setAccessibleName(tr("Next step"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.label)
        self.text = ""
        self.hide()

    def show_step(self, text: str, page: str, title: str) -> None:
        """Say ``text``, with a link to the page (its id and title) where it is done; nothing where
        the user is there already, or nothing is to be done."""
        self.text = text
        link = f" <a href='{page}'>{as_html(title)}</a>" if title else ""
        following = as_html(tr("Next:"))
        self.label.setText(f"<b>{following}</b> {as_html(text)}{link}")
        self.setVisible(bool(text))
