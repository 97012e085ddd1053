"""The index: picked, weighed, seen on the map at once, then judged with its certainty and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Optional

from qgis.PyQt.QtWidgets import QFormLayout, QPushButton, QVBoxLayout, QWidget

from ...core.catalogue.index.checks import check_definition
from ...core.catalogue.index.colours import has_matrix
from ...core.catalogue.index.definitions import IndexDefinition
from ...core.catalogue.index.methods import weighting_of, weighting_traits
from ...core.errors import InputError, SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.choices import fill_area_sets, fill_periods
from ..widgets.narrow import folding_box, narrow_combo
from ..widgets.plain import plain_label
from .card import as_changed, judged_text, sentences_on, show_card, unevenness_text
from .choice import IndexChoice
from .figures import IndexFigures
from .map import IndexMap
from .members import IndexMembers
from .method import IndexMethod
from .result import IndexResult
from .sharing import IndexSharing


class IndexPanel(QWidget):
    """Choices of index, areas and period; its members and method; its result.

    ``definition`` is the index as it is shown; figures are read in the background when the panel is
    first seen.
    """

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self.definition: Optional[IndexDefinition] = None
        self.figures = IndexFigures(session)
        self._map = IndexMap()
        self._indexed: Optional[object] = None
        self._wanted: Optional[IndexDefinition] = None
        self._senseless = False
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
        self.problem = plain_label()
        self.problem.setWordWrap(True)
        column.addWidget(self.problem)
        self.judge = QPushButton(tr("Judge"))
        self.judge.setDefault(True)
        font = self.judge.font()
        font.setBold(True)
        self.judge.setFont(font)
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
        self.figures.opened.connect(self._opened)
        self.figures.refused.connect(self._not_opened)
        self.period.currentIndexChanged.connect(self._show)
        self.shown.currentIndexChanged.connect(self._show)
        self.members.edited.connect(self._members_edited)
        self.members.marked.connect(self._tell_unevenness)
        self.method.edited.connect(self._edited)
        self.result.marked.connect(self._explain)
        self.sharing.saved.connect(self._saved)
        self.sharing.opened.connect(self._take_from_file)
        self.sharing.packages.connect(self._packages_changed)

    # -- what there is -------------------------------------------------------------------------

    @property
    def _bench(self) -> Optional[object]:
        return self.figures.bench

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
        self.sharing.setEnabled(here and self.definition is not None and not self._senseless)
        self.judge.setEnabled(here and self._indexed is not None and not self.session.busy)
        if not here:
            self.forget()

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self.figures.forget()
        self.choice.forget()
        self._wanted, self.definition = None, None
        self._clear()
        self.about.clear()
        self.problem.hide()

    def _clear(self) -> None:
        """No result to show."""
        self._indexed = None
        self._map.clear(later=self.session.reading_project)
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
        self.figures.read(self.area_set.currentData(), self.folder, again)

    def _not_opened(self) -> None:
        """The figures are not there: what is shown is still the area set before."""
        if self._bench is not None:
            self.area_set.blockSignals(True)
            self.area_set.setCurrentIndex(self.area_set.findData(self._bench.area_set.id))
            self.area_set.blockSignals(False)

    def _opened(self) -> None:
        """New figures: the index the user was working on goes on with them."""
        self._indexed = None
        if self._wanted is not None:
            self.take(self._wanted)
        else:
            self._choose_index()

    # -- choosing ------------------------------------------------------------------------------

    def _choose_index(self, *_: object) -> None:
        """Take the chosen index over."""
        if self._bench is None or not self.index.currentData():
            return
        try:
            definition = self.choice.definition(self.folder)
        except SociodemografiError as error:
            self._fill_indices()  # the one before is shown, and stays chosen
            self.session.failed.emit(error)
            return
        self.take(definition)

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
        from ...core.pipeline.indexing import countable

        if self._bench is None:
            return
        self._wanted = definition
        self._indexed = None
        try:
            self.definition, lacking = countable(definition, self._bench.cube)
        except SociodemografiError as error:
            self._nothing_to_show(error)
            return
        texts = [in_language(definition.description)] if definition.description.get("da") else []
        if lacking:
            names = [
                in_language(self._bench.known[i].name) if i in self._bench.known else i
                for i in lacking
            ]
            texts.append(
                tr("Not counted, and so left out: {indicators}.", indicators=", ".join(names))
            )
        self.about.setText("\n".join(texts))
        self.about.setVisible(bool(texts))
        self._senseless = False
        self._fill_periods()
        self.members.show_definition(self.definition, self._bench.known, self._bench.ranges)
        self.method.show_definition(self.definition, self._bench.cube.periods, self._bench.names)
        self._show()

    def _nothing_to_show(self, error: SociodemografiError) -> None:
        """The index cannot be worked out at all: nothing of the one before stays."""
        self.definition = None
        self._clear()
        self.members.clear()
        self.about.hide()
        self._refuse(error)

    def _fill_periods(self) -> None:
        from ...core.index.cube import whole_periods

        chosen = self.period.currentData() or self.session.state.shown_period
        whole = whole_periods(self._bench.cube, self.definition.indicators)
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
        if self._bench is not None:
            self.figures.bench = replace(
                self._bench, packages=self.session.monitor().packages.all()
            )

    def _tell_unevenness(self, indicator: str) -> None:
        """Say of the marked indicator how unevenly it lies over the areas in the period."""
        if indicator and self._bench is not None and self.period.currentData():
            self.members.tell(unevenness_text(self._bench, indicator, self.period.currentData()))

    # -- editing -------------------------------------------------------------------------------

    def _members_edited(self) -> None:
        """Weights the user touches are the user's: they count as given."""
        if self.definition is None:
            return
        themes = self.members.themes()
        touched = [(m.indicator, m.weight) for theme in themes for m in theme.members]
        before = [(m.indicator, m.weight) for m in self.definition.members]
        weighting = self.definition.weighting
        if [i for i, _ in touched] == [i for i, _ in before]:
            if touched != before:
                weighting = weighting_of(of_themes=True, of_members=True)
            elif not weighting_traits(weighting).of_themes and [t.weight for t in themes] != [
                t.weight for t in self.definition.themes
            ]:
                weighting = weighting_of(of_themes=True, of_members=False)
        if weighting != self.definition.weighting:
            self.definition = replace(self.definition, weighting=weighting)
            self.method.show_weighting(weighting)
        self._edited()

    def _edited(self) -> None:
        from ...core.index.composite import signs
        from ...core.index.goals import lacking_goals, with_goals

        if self.definition is None:
            return
        wanted = as_changed(
            self.method.apply_to(replace(self.definition, themes=self.members.themes()))
        )
        self._indexed = None
        try:
            known = self._bench.known
            wanted = with_goals(
                wanted,
                lacking_goals(self.definition, wanted, known),
                self._bench.ranges,
                known,
                signs(wanted, known),
            )
            check_definition(wanted, in_language(wanted.name))
        except SociodemografiError as error:
            self._senseless = True
            self._refuse(error)
            return
        self._senseless = False
        others = set(wanted.indicators) != set(self.definition.indicators)
        self.definition = self._wanted = wanted
        self.members.follow(wanted)
        if others:
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
        if self.definition is None or self._bench is None or not period:
            return
        if self._senseless:
            self._clear()
            return
        if not self._scored(period):
            return
        self.problem.hide()
        self.judge.setEnabled(not self.session.busy)
        self.sharing.setEnabled(True)
        dynamics = self._indexed.judged.dynamics
        matrix = has_matrix(self.definition) and dynamics is not None and period in dynamics.periods
        self.shown.blockSignals(True)
        self.shown.setCurrentIndex(self.shown.currentIndex() if matrix else 0)
        self.shown.blockSignals(False)
        self.shown.setEnabled(matrix)
        table = self._indexed.table
        table = table[table["period"] == period].reset_index(drop=True)
        self._show_on_map(table, period)
        self.result.show_table(table, self.definition, self._bench.names)
        self.result.tell(sentences_on(self._indexed, table))
        self._tell_unevenness(self.members.marked_indicator)
        if self.result.marked_area():
            self._explain(self.result.marked_area())

    def _scored(self, period: str) -> bool:
        """Is the index of ``period`` worked out? False where the figures refuse, which is told."""
        from ...core.gis.maps.natural_breaks import natural_breaks
        from ...core.pipeline.indexing import run_index
        from ...core.progress import Silent

        if self._indexed is not None and period in self._indexed.judged.status.periods:
            return True
        try:
            self._indexed = run_index(
                self._bench.cube,
                self.definition,
                self._bench.known,
                Silent(),
                periods=[period],
                natural_breaks=natural_breaks,
            )
        except SociodemografiError as error:
            self._clear()
            self._refuse(error)
            return False
        return True

    def _show_on_map(self, table: object, period: str) -> None:
        """Show the kept index where there is one, else ``table`` as a trial."""
        by_dynamics, area_set = bool(self.shown.currentData()), self._bench.area_set
        if not self._indexed.kept:
            self._map.show_trial(table, self.definition, area_set, period, by_dynamics)
            return
        try:
            self._map.show_kept(
                self.session.monitor().path, self.definition, area_set, period, by_dynamics
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)

    def _explain(self, area: str) -> None:
        """Why the area has its score, how certain it is, and which areas are like it."""
        if self._indexed is None:
            return
        self._map.select(self._bench.area_set, area)
        show_card(
            self.result, self._bench, self._indexed, self.period.currentData(), area, self.folder
        )

    # -- judging -------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Score every period, draw the certainty, keep the index, show it."""
        from ...core.gis.jobs.index import judge_and_keep

        if self.definition is None:
            return
        try:
            path = self.session.monitor().path
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        periods = sorted(self.period.itemData(row) for row in range(self.period.count()))
        bench = self._bench
        work = partial(
            judge_and_keep, path, bench, self.definition, self.period.currentData(), periods
        )
        self.session.run(
            tr("Judging the areas"),
            lambda progress, _: work(progress),
            partial(self._judged, bench),
        )

    def _judged(self, bench: object, indexed: object, warnings: list) -> None:
        """Show what was judged, unless the user is at something else meanwhile; it is kept all the
        same."""
        judged = indexed.judged.status.definition
        if judged is self.definition and bench is self._bench:
            self._indexed = indexed
            self._show()
        self.session.indices.append(judged.id)
        self.session.changed.emit()
        self.session.done.emit(judged_text(indexed), warnings)
