"""Kort: the areas of what is shown in a table, the card of the one looked at, and a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy

from ...core.i18n import tr
from ...core.periods import period_text
from ..session import Session
from ..shown.choice import LAW
from ..widgets.page import Page
from ..widgets.plain import html_label, plain_label
from ..widgets.saving import ask_file, wrote
from .area_card import card_html
from .area_table import AreaTableView


class MapPage(Page):
    """The table of what the map shows, and the card of the area that is looked at."""

    ID, PLACE, COUNTED = "map", 50, True
    NARROW_ICON = "/mActionAddMap.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.subject = plain_label()
        self.subject.setWordWrap(True)
        font = self.subject.font()
        font.setBold(True)
        self.subject.setFont(font)
        self.about = plain_label()
        self.about.setWordWrap(True)
        self.areas = AreaTableView()
        self.card = html_label()
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = self.card.sizePolicy()  # its table breaks its lines, and asks for no width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.card.setSizePolicy(policy)
        self.picture = self.primary(tr("Save map as picture…"))
        self.picture.clicked.connect(self._choose_picture)
        self.zoom = QPushButton(tr("Zoom to the areas"))
        self.zoom.clicked.connect(session.map.zoom)
        self.column.addWidget(self.subject)
        self.column.addWidget(self.about)
        self.column.addWidget(self.areas, 2)
        for widget in (self.card, self.picture, self.zoom):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.areas.chosen.connect(session.shown.pick)
        self.areas.copied.connect(lambda text: session.done.emit(text, []))
        session.shown.changed.connect(self._show)
        session.shown.picked.connect(self._mark)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Map")

    def lacks(self) -> str:
        """Something to show."""
        return "" if self.session.shown.area_set else tr("Nothing computed yet.")

    def refresh(self) -> None:
        """What is shown."""
        here = not self.lacks()
        self.note.setText(
            self.lacks() or tr("Indicative calculation: the ministry's list is the decision.")
        )
        for widget in (self.subject, self.about, self.areas, self.card, self.picture, self.zoom):
            widget.setEnabled(here)
        self._show()

    def _show(self) -> None:
        table = self.session.table.table() if self.isVisible() else None
        shown = self.session.shown
        if not self.isVisible():
            return
        if table is None:
            self.areas.clear()
            self.card.clear()
            self.subject.setText("")
            self.about.setText(
                tr("There is nothing of this to show in {period}.", period=_text(shown.period))
                if shown.area_set
                else ""
            )
            return
        self.subject.setText(
            tr(
                "{subject}, {areas}, {period}",
                subject=table.subject,
                areas=shown.set_name,
                period=_text(table.period),
            )
        )
        self.about.setText(table.note)
        self.about.setVisible(bool(table.note))
        self.areas.show_table(table)
        self._mark()

    def _mark(self) -> None:
        """Mark the area that is looked at, and show its card."""
        if not self.isVisible():
            return
        area = self.session.shown.area
        self.areas.mark(area)
        self._show_card(area)

    def _show_card(self, area: str) -> None:
        table, shown = self.session.table.table(), self.session.shown
        row = None if table is None else table.of(area)
        if table is None or row is None:
            self.card.clear()
            return
        rows = self.session.assessments(shown.area_set, shown.period)
        judged = None
        if rows is not None:
            found = rows[rows["area_id"] == area].to_dict("records")
            judged = found[0] if found else None
        said = "" if shown.theme == LAW else table.sentences.get(area, "")
        self.card.setText(card_html(row.name, shown.period, judged, said, table.note))

    def showEvent(self, event: object) -> None:  # noqa: N802
        """The table is made when it is seen, and the layer that was removed."""
        super().showEvent(event)
        self.session.map.draw_where_removed()
        self._show()

    # -- picture -------------------------------------------------------------------------------

    def _choose_picture(self) -> None:
        name = Path(self.session.state.monitor).with_suffix(".png").name
        path = ask_file(self, self.session, tr("Save map as picture"), name, "PNG (*.png)")
        if path is not None:
            self.save_picture(path.with_suffix(".png"))

    def save_picture(self, path: Path) -> None:
        """Write the map of what is shown to ``path``."""
        from ...core.errors import SociodemografiError
        from ...core.gis.maps.map_image import save_map_image
        from ...core.gis.maps.project_layers import background_of

        table, layer = self.session.table.table(), self.session.map.layer
        if table is None or layer is None:
            self.session.failed.emit(
                SociodemografiError(
                    tr("The map shows nothing that could be saved."),
                    tr("Choose a period and a theme that there are figures of."),
                )
            )
            return
        background = background_of(QgsProject.instance())
        note = tr("Indicative calculation: the ministry's list is the decision.")
        shown = self.session.shown
        try:
            save_map_image(
                QgsProject.instance(),
                [layer] + ([background] if background is not None else []),
                path,
                tr("{subject}, {name}", subject=table.subject, name=shown.set_name),
                _text(table.period),
                " · ".join(filter(None, (table.note, note if shown.theme == LAW else ""))),
                table.subject,
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        wrote(self.session, path, tr("The map is saved as {file}.", file=str(path)))


def _text(period: Optional[str]) -> str:
    return period_text(period) if period else ""
