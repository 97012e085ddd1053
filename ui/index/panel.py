"""The index: picked, weighed, seen on the map at once, then judged with its certainty and kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, List, Optional, Sequence

from qgis.PyQt.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.errors import InputError, SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.choices import fill_area_sets, fill_periods
from ..widgets.narrow import folding_box, narrow_combo
from ..widgets.page import Page
from ..widgets.plain import plain_label
from ..widgets.undo_row import UndoRow
from .card import judged_text, sentences_on, show_card, unevenness_text
from .choice import IndexChoice
from .figures import FiguresReader
from .map import IndexMap
from .members import IndexMembers
from .method import IndexMethod
from .result import IndexResult
from .sharing import IndexSharing
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    import pandas as pd

    from ...core.pipeline.index_figures import IndexFigures
    from ...core.pipeline.indexing import Indexed


class IndexPanel(QWidget):
    """Choices of index, areas and period; its members and method; its result.

    What is known of the index stands in ``workbench``; figures are read in the background when the
    panel is first seen.
    """

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self.workbench = IndexWorkbench(_natural_breaks)
        self.figures = FiguresReader(session, self.workbench)
        self.map = IndexMap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.index, self.area_set, self.period, self.shown = (narrow_combo() for _ in range(4))
        self.choice = IndexChoice(self.index, session)
        for text, combo in (
            (tr("Index"), self.index),
            (tr("Area set"), self.area_set),
            (tr("Period"), self.period),
            (tr("Map shows"), self.shown),
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
        self.problem = plain_label()
        self.problem.setWordWrap(True)
        column.addWidget(self.problem)
        self.judge = Page.primary(tr("Judge"))
        self.judge.setToolTip(
            tr(
                "Score every month, compute the index 1,000 times to see how certain each class "
                "is, "
                "and keep it in the monitor file."
            )
        )
        self.judge.clicked.connect(self._judge)
        column.addWidget(self.judge)
        self.sharing = IndexSharing(session, lambda: self.definition, lambda: self.folder)
        column.addWidget(self.sharing)
        folding_box(column, tr("Areas by the index"), self.result)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.index.currentIndexChanged.connect(self._choose_index)
        self.area_set.currentIndexChanged.connect(self.load)
        self.figures.read.connect(self._lay_out)
        self.figures.refused.connect(self._not_read)
        self.period.currentIndexChanged.connect(self._show)
        self.shown.currentIndexChanged.connect(self._show)
        self.members.edited.connect(self._members_edited)
        self.members.marked.connect(self._tell_unevenness)
        self.method.edited.connect(self._edited)
        for part in (self.members, self.method):
            part.edited.connect(self.undo.changed)
        self.result.marked.connect(self._explain)
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
        fill_area_sets(self.area_set, self.session)
        self._fill_indices()
        here = bool(self.session.results)
        for widget in (
            self.index,
            self.area_set,
            self.period,
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
        self.map.clear(later=self.session.reading_project)
        self.judge.setEnabled(False)
        self.sharing.setEnabled(False)
        self.result.areas.setRowCount(0)
        self.result.summary.clear()
        self.result.tell([])
        self.result.explain("", [], None)

    def _fill_indices(self) -> None:
        problem = self.choice.fill(self.folder)
        if problem is not None:
            self.problem.setText(str(problem))
            self.problem.show()

    def load(self, *_: object, again: bool = False) -> None:
        """Read the figures of the chosen area set in the background, unless they are there
        already."""
        self.figures.ask(self.area_set.currentData(), self.folder, again)

    def _not_read(self) -> None:
        """The figures are not there: what is shown is still the area set before."""
        if self.workbench.figures is not None:
            shown = self.workbench.figures.area_set.id
            self.area_set.blockSignals(True)
            self.area_set.setCurrentIndex(self.area_set.findData(shown))
            self.area_set.blockSignals(False)

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
        texts = [in_language(definition.description)] if definition.description.get("da") else []
        if bench.left_out:
            names = ", ".join(map(self._name_of, bench.left_out))
            texts.append(tr("Not counted, and so left out: {indicators}.", indicators=names))
        self.about.setText("\n".join(texts))
        self.about.setVisible(bool(texts))
        self._fill_periods()
        self.members.show_definition(bench.definition, bench.figures.known, bench.figures.ranges)
        self.method.show_definition(
            bench.definition, bench.figures.cube.periods, bench.figures.names
        )
        self._show()

    def _name_of(self, indicator: str) -> str:
        known = self.workbench.figures.known
        return in_language(known[indicator].name) if indicator in known else indicator

    def _nothing_to_show(self, error: SociodemografiError) -> None:
        """The index cannot be worked out at all: nothing of the one before stays."""
        self._clear()
        self.members.clear()
        self.about.hide()
        self._refuse(error)

    def _fill_periods(self) -> None:
        chosen = self.period.currentData() or self.session.state.shown_period
        whole = self.workbench.whole_periods
        fill_periods(self.period, whole, chosen)
        if not whole:
            self._clear()
            self._refuse(
                InputError(
                    tr("No month has figures of all the indicators."),
                    tr("Take out the indicators that are not counted every month."),
                )
            )

    def _saved(self, identifier: str) -> None:
        self.session.state.index = identifier
        self._fill_indices()
        self._choose_index()

    def _packages_changed(self) -> None:
        self._fill_indices()
        self.workbench.put_packages(self.session.monitor().packages.all())

    def _tell_unevenness(self, indicator: str) -> None:
        """Say of the marked indicator how unevenly it lies over the areas in the period."""
        figures, period = self.workbench.figures, self.period.currentData()
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
        if set(changed.indicators) != set(before.indicators):
            self._fill_periods()
        self._show()

    def _refuse(self, error: SociodemografiError) -> None:
        self.problem.setText(str(error))
        self.problem.show()
        self.judge.setEnabled(False)
        self.sharing.setEnabled(False)

    def _show(self, *_: object) -> None:
        """Score the chosen period and show it, in the table and on the map."""
        period = self.period.currentData()
        if self.definition is None or not period:
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
        self._show_on_map(table, period)
        self.result.show_table(table, self.definition, self.workbench.figures.names)
        self.result.tell(sentences_on(indexed, table))
        self._tell_unevenness(self.members.marked_indicator)
        if self.result.marked_area():
            self._explain(self.result.marked_area())

    def _show_on_map(self, table: "pd.DataFrame", period: str) -> None:
        """Show the kept index where there is one, else ``table`` as a trial."""
        by_dynamics, area_set = bool(self.shown.currentData()), self.workbench.figures.area_set
        if not self.workbench.indexed.kept:
            self.map.show_trial(table, self.definition, area_set, period, by_dynamics)
            return
        try:
            self.map.show_kept(
                self.session.monitor().path, self.definition, area_set, period, by_dynamics
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)

    def _explain(self, area: str) -> None:
        """Why the area has its score, how certain it is, and which areas are like it."""
        figures, indexed = self.workbench.figures, self.workbench.indexed
        if figures is None or indexed is None:
            return
        self.map.select(figures.area_set, area)
        show_card(self.result, figures, indexed, self.period.currentData(), area, self.folder)

    # -- judging -------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Score every period, draw the certainty, keep the index, show it."""
        from ...core.gis.jobs.index import judge_and_keep

        definition, figures = self.definition, self.workbench.figures
        if definition is None or figures is None:
            return
        try:
            path = self.session.monitor().path
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        periods = sorted(self.period.itemData(row) for row in range(self.period.count()))
        shown = self.period.currentData()
        work = partial(judge_and_keep, path, figures, definition, shown, periods)
        self.session.run(
            tr("Judging the areas"),
            lambda progress, _: work(progress),
            partial(self._judged, figures),
        )

    def _judged(self, figures: "IndexFigures", indexed: "Indexed", warnings: List[str]) -> None:
        """Show what was judged, unless the user is at something else meanwhile; it is kept all the
        same."""
        if self.workbench.keep(figures, indexed):
            self._show()
        self.session.indices.append(indexed.judged.status.definition.id)
        self.session.changed.emit()
        self.session.done.emit(judged_text(indexed), warnings)


def _natural_breaks(scores: Sequence[float], count: int) -> Sequence[float]:
    """QGIS' natural breaks, imported where they are wanted: the dock is built without them."""
    from ...core.gis.maps.natural_breaks import natural_breaks

    return natural_breaks(scores, count)
