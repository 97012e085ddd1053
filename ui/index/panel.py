"""The index: picked, weighed, seen on the map at once, then judged with its certainty and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.errors import InputError, SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import tr
from ...core.plain_text import as_html
from ..session import Session
from ..widgets.narrow import folding_box, narrow_combo
from ..widgets.page import Page
from ..widgets.plain import html_label, plain_label
from ..widgets.undo_row import UndoRow
from .card import about_texts, lacking_html, sentences_on, show_card, unevenness_text
from .choice import IndexChoice
from .figures import FiguresReader
from .judging import IndexJudging
from .members import IndexMembers
from .method import IndexMethod
from .on_map import IndexOnMap
from .result import IndexResult
from .sharing import IndexSharing
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QHideEvent, QShowEvent

    from ...core.pipeline.index_figures import IndexFigures
    from ...core.pipeline.indexing import Indexed


class IndexPanel(QWidget):
    """Choices of index; its members and method; its result in the area set and period shown.

    What is known of the index stands in ``workbench``; figures are read in the background when the
    panel is first seen. The index is on the map as a trial while the panel is seen.
    """

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self.workbench = IndexWorkbench(_natural_breaks)
        self.figures = FiguresReader(session, self.workbench)
        self.on_map = IndexOnMap(session, self.workbench)
        self._seen: Tuple[str, str] = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.index, self.shown = narrow_combo(), narrow_combo()
        self.choice = IndexChoice(self.index, session)
        for text, combo in (
            (tr("Index"), self.index),
            (tr("Coloured by"), self.shown),
        ):
            form.addRow(text, combo)
        self.shown.addItem(tr("Class"), False)
        self.shown.addItem(tr("Status and dynamics"), True)
        column.addLayout(form)
        self.about = plain_label()
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        self.members, self.method, self.result = IndexMembers(), IndexMethod(), IndexResult()
        self.members_box = folding_box(column, tr("Indicators and weights"), self.members)
        self.method_box = folding_box(column, tr("Method"), self.method, collapsed=True)
        self.undo: "UndoRow[Optional[IndexDefinition]]" = UndoRow(
            tr("Indicators, weights and method"), lambda: self.workbench.wanted, self.take
        )
        column.addWidget(self.undo)
        self.problem = html_label()
        self.problem.setWordWrap(True)
        self.problem.setOpenExternalLinks(False)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.problem.linkActivated.connect(lambda period: session.shown.show(period=period))
        column.addWidget(self.problem)
        self.judge = Page.primary(tr("Judge"))
        self.judge.setToolTip(
            tr(
                "Score every month, compute the index 1,000 times to see how certain each class "
                "is, "
                "and keep it in the monitor file."
            )
        )
        self.judging = IndexJudging(session, self.workbench)
        self.judge.clicked.connect(lambda: self.judging.judge(self.period))
        self.judging.judged.connect(self._judged)
        column.addWidget(self.judge)
        self.sharing = IndexSharing(session, lambda: self.definition, lambda: self.folder)
        column.addWidget(self.sharing)
        folding_box(column, tr("Areas by the index"), self.result)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.index.currentIndexChanged.connect(self._choose_index)
        self.figures.read.connect(self._lay_out)
        self.figures.refused.connect(self._not_read)
        self.shown.currentIndexChanged.connect(self._colour)
        self.session.shown.changed.connect(self._shown_changed)
        self.session.shown.picked.connect(self._area_picked)
        self.members.edited.connect(self._members_edited)
        self.members.marked.connect(self._tell_unevenness)
        self.method.edited.connect(self._edited)
        for part in (self.members, self.method):
            part.edited.connect(self.undo.changed)
        self.result.marked.connect(self.session.shown.pick)
        self.sharing.saved.connect(self._saved)
        self.sharing.opened.connect(self._take_from_file)
        self.sharing.packages.connect(self._packages_changed)

    # -- what there is -------------------------------------------------------------------------

    @property
    def definition(self) -> Optional[IndexDefinition]:
        """The index as it is shown."""
        return self.workbench.definition

    @property
    def folder(self) -> str:
        """The municipality's own catalogue: the project's, else the profile's."""
        return self.session.state.catalogue or str(profile_catalogue())

    def refresh(self) -> None:
        """The area sets that were counted, and the indices there are."""
        self._fill_indices()
        here = bool(self.session.shown.area_set)
        for widget in (
            self.index,
            self.shown,
            self.members_box,
            self.method_box,
        ):
            widget.setEnabled(here)
        bench = self.workbench
        self.sharing.setEnabled(here and bench.definition is not None and bench.makes_sense)
        self.judge.setEnabled(here and bench.indexed is not None and not self.session.busy)
        if not here:
            self.forget()

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self.workbench.forget()
        self.figures.forget()
        self.choice.forget()
        self.undo.begin(None)
        self._clear()
        self.about.clear()
        self.problem.hide()

    def _clear(self) -> None:
        """No result to show."""
        self.workbench.clear_scores()
        self.on_map.end()
        self.judge.setEnabled(False)
        self.sharing.setEnabled(False)
        self.result.areas.setRowCount(0)
        self.result.summary.clear()
        self.result.tell([])
        self.result.explain("", [], None)

    def _fill_indices(self) -> None:
        problem = self.choice.fill(self.folder)
        if problem is not None:
            self.problem.setText(as_html(str(problem)))
            self.problem.show()

    def load(self, *_: object, again: bool = False) -> None:
        """Read the figures of the chosen area set in the background, unless they are there
        already."""
        self.figures.ask(self.session.shown.area_set, self.folder, again)

    def _not_read(self) -> None:
        """The figures are not there: what is shown is still the area set before."""
        if self.workbench.figures is not None:
            self.session.shown.show(area_set=self.workbench.figures.area_set.id)

    def _lay_out(self, figures: "IndexFigures") -> None:
        """New figures: the index the user was working on goes on with them."""
        definition = self.workbench.lay_out(figures)
        if definition is not None:
            self.take(definition)
        else:
            self._choose_index()

    # -- choosing ------------------------------------------------------------------------------

    def _choose_index(self, *_: object) -> None:
        """Take the chosen index over."""
        if self.workbench.figures is None or not self.index.currentData():
            return
        try:
            definition = self.choice.definition(self.folder)
        except SociodemografiError as error:
            self._fill_indices()  # the one before is shown, and stays chosen
            self.session.failed.emit(error)
            return
        self.take(definition)
        own = definition.origin == "own"
        self.undo.begin(definition, tr("Reset to what was kept") if own else "")

    def _take_from_file(self, definition: IndexDefinition) -> None:
        try:
            self.choice.add_from_file(definition, self.folder)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self._choose_index()

    def take(self, definition: IndexDefinition) -> None:
        """Show ``definition`` in the editors and on the map; what was not counted is left out and
        named."""
        bench = self.workbench
        if bench.figures is None:
            return
        try:
            bench.take(definition)
        except SociodemografiError as error:
            self._nothing_to_show(error)
            return
        self.about.setText("\n".join(about_texts(definition, bench)))
        self.about.setVisible(bool(self.about.text()))
        self.members.show_definition(bench.definition, bench.figures.known, bench.figures.ranges)
        self.method.show_definition(
            bench.definition, bench.figures.cube.periods, bench.figures.names
        )
        self._show()

    def _nothing_to_show(self, error: SociodemografiError) -> None:
        """The index cannot be worked out at all: nothing of the one before stays."""
        self._clear()
        self.members.clear()
        self.about.hide()
        self._refuse(error)

    @property
    def period(self) -> str:
        """The period shown, where the index can be worked out in it; empty where not."""
        figures, shown = self.workbench.figures, self.session.shown
        if figures is None or figures.area_set.id != shown.area_set:
            return ""
        return shown.period if shown.period in self.workbench.whole_periods else ""

    def _tell_lacking(self) -> None:
        """Say that the period has not all the figures, and which has."""
        whole, shown = self.workbench.whole_periods, self.session.shown.period
        self._clear()
        if not whole:
            self._refuse(
                InputError(
                    tr("No month has figures of all the indicators."),
                    tr("Take out the indicators that are not counted every month."),
                )
            )
            return
        self.problem.setText(lacking_html(shown, whole[-1]))
        self.problem.show()

    def _saved(self, identifier: str) -> None:
        self.session.state.index = identifier
        self._fill_indices()
        self._choose_index()

    def _packages_changed(self) -> None:
        self._fill_indices()
        self.workbench.put_packages(self.session.monitor().packages.all())

    def _tell_unevenness(self, indicator: str) -> None:
        """Say of the marked indicator how unevenly it lies over the areas in the period."""
        figures, period = self.workbench.figures, self.period
        if indicator and figures is not None and period:
            self.members.tell(unevenness_text(figures, indicator, period))

    # -- editing -------------------------------------------------------------------------------

    def _members_edited(self) -> None:
        """Weights the user touches are the user's: they count as given."""
        if self.workbench.weigh(self.members.themes()):
            self.method.show_weighting(self.workbench.definition.weighting)
        self._edited()

    def _edited(self) -> None:
        before = self.definition
        if before is None:
            return
        try:
            self.workbench.change(self.members.themes(), self.method.apply_to)
        except SociodemografiError as error:
            self._refuse(error)
            self.undo.refused()
            return
        changed = self.workbench.definition
        self.members.follow(changed)
        self.on_map.lead()
        self._show()

    def _refuse(self, error: SociodemografiError) -> None:
        self.problem.setText(as_html(str(error)))
        self.problem.show()
        self.judge.setEnabled(False)
        self.sharing.setEnabled(False)

    def _show(self, *_: object) -> None:
        """Score the period shown, and show it, in the table and on the map."""
        period, shown = self.period, self.session.shown
        self._seen = (shown.area_set, shown.period)
        if self.definition is None or self.workbench.figures is None:
            return
        if self.workbench.figures.area_set.id != shown.area_set:
            self.load()
            return
        if not period:
            self._tell_lacking()
            return
        if not self.workbench.makes_sense:
            self._clear()
            return
        try:
            indexed = self.workbench.score(period)
        except SociodemografiError as error:
            self._clear()
            self._refuse(error)
            return
        self.problem.hide()
        self.judge.setEnabled(not self.session.busy)
        self.sharing.setEnabled(True)
        matrix = self.workbench.has_matrix(period)
        self.shown.blockSignals(True)
        self.shown.setCurrentIndex(self.shown.currentIndex() if matrix else 0)
        self.shown.blockSignals(False)
        self.shown.setEnabled(matrix)
        table = self.workbench.table(period)
        self.on_map.show(table, period, self.isVisible())
        self.result.show_table(table, self.definition, self.workbench.figures.names)
        self.result.tell(sentences_on(indexed, table))
        self._tell_unevenness(self.members.marked_indicator)
        self._area_picked()

    def _colour(self, *_: object) -> None:
        self.session.map.by_dynamics = bool(self.shown.currentData())
        self.on_map.lead()
        self._show()

    def _shown_changed(self) -> None:
        shown = self.session.shown
        if self.isVisible() and (shown.area_set, shown.period) != self._seen:
            self._show()

    def _area_picked(self) -> None:
        area = self.session.shown.area
        if area and self.isVisible():
            self.result.mark(area)
            self._explain(area)

    def showEvent(self, event: "QShowEvent") -> None:  # noqa: N802
        """The index comes on the map."""
        super().showEvent(event)
        self.on_map.lead()
        if not event.spontaneous():
            self._show()

    def hideEvent(self, event: "QHideEvent") -> None:  # noqa: N802
        """The trial goes from the map with its page."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.on_map.end()

    def _explain(self, area: str) -> None:
        """Why the area has its score, how certain it is, and which areas are like it."""
        figures, indexed = self.workbench.figures, self.workbench.indexed
        if figures is None or indexed is None or not self.period or area not in figures.names:
            return
        show_card(self.result, figures, indexed, self.period, area, self.folder)

    # -- judging -------------------------------------------------------------------------------

    def _judged(self, indexed: "Indexed", taken: bool) -> None:
        """Show what was judged where it is what the user works on."""
        if taken:
            self.on_map.lead()
            self._show()


def _natural_breaks(scores: Sequence[float], count: int) -> Sequence[float]:
    """QGIS' natural breaks, imported where they are wanted: the dock is built without them."""
    from ...core.gis.maps.natural_breaks import natural_breaks

    return natural_breaks(scores, count)
