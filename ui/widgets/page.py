"""What a page of the dock is: what it states of itself, what it is asked, and how pages look."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import tr
from ..session import Session
from . import guide
from .messages import show_page
from .plain import plain_label, set_tip


class Page(QScrollArea):
    """A scrolling page; a subclass fills ``self.column``.

    The dock knows no page by its class: it collects the class that states an ``ID`` in ``page.py``
    of each folder of ``ui/``, makes it with the session, and goes by what stands here.

    Every page states:
        ID: what the dock and other pages call it: the name of its folder.
        PLACE: its place in the line; no two pages have the same. The dock begins at the lowest.
        ICON: the theme's picture on the button of a page beside the line of steps: such a page
            waits for no monitor file and is never marked as finished. A step has none, and its
            button shows its name.
        NARROW_ICON: the theme's picture of a step in a narrow panel.
        COUNTED: it shows what was counted, and says so when other choices were made since.
        REQUIRED: the map waits for this step; a monitor file opens at the first not finished.

    Signals:
        wanted: the id of another page the user asks for here.
    """

    ID, PLACE, ICON, REQUIRED, COUNTED = "", -1, "", False, False
    NARROW_ICON = "/mActionIdentify.svg"
    wanted = pyqtSignal(str)

    def __init__(self, session: Session, parent: Optional[QWidget] = None):
        super().__init__(parent)
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.note = plain_label()
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self._help(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.setWidget(body)

    def _help(self) -> QToolButton:
        """The button that opens the page's part of the guide; hidden where it has none."""
        self.help = QToolButton()
        self.help.setText("?")
        self.help.setAutoRaise(True)
        name = tr("What is this page? ({page})", page=self.title())
        set_tip(self.help, name)
        self.help.setAccessibleName(name)
        self.help.setVisible(guide.has(self.ID))
        self.help.clicked.connect(lambda: show_page(self.title(), guide.page(self.ID)))
        return self.help

    # -- what the dock asks --------------------------------------------------------------------

    @staticmethod
    def title() -> str:
        """The page's name, in the user's language."""
        raise NotImplementedError

    def tip(self) -> str:
        """The tip of the page's button: what a step waits for."""
        return self.lacks()

    def lacks(self) -> str:
        """What is missing before the next step can be taken; empty when nothing is."""
        return ""

    def finished(self) -> bool:
        """Has the step been taken?"""
        return not self.lacks()

    def next_step(self) -> str:
        """What is to be done on this page before the job can go on; empty where nothing is."""
        return self.lacks() if self.REQUIRED and not self.finished() else ""

    def open_findings(self) -> int:
        """How many findings stand on the page that the user should look at."""
        return 0

    def goes_on_to(self) -> str:
        """The id of the page to show when work begun here is done; empty where the user stays."""
        return ""

    def restore(self) -> None:
        """Show the choices of the project or monitor file just opened."""

    def refresh(self) -> None:
        """Show the session's state."""

    def stop(self) -> None:
        """The dock goes: let go of what lies outside the page (layers, outlines on the map)."""

    # -- what pages are built of ---------------------------------------------------------------

    @staticmethod
    def group(title: str, collapsed: bool = False) -> "tuple[QgsCollapsibleGroupBox, QFormLayout]":
        """A collapsible group with a form in it."""
        box = QgsCollapsibleGroupBox(title)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        box.setCollapsed(collapsed)
        return box, form

    @staticmethod
    def primary(text: str) -> QPushButton:
        """The page's main button."""
        button = QPushButton(text)
        button.setDefault(True)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        return button
