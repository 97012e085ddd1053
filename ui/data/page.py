"""Data: the municipality's registers, their columns, and what the self-check says of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Dict, List

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
)

from ...core.catalogue.registers.kinds import COUNTED_KINDS, register_kind
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.findings_table import FindingsTable
from ..widgets.page import Page
from ..widgets.plain import plain_label, set_tip
from ..widgets.saving import ask_file
from ..widgets.source_edit import SourceEdit
from .column_answers import ColumnAnswers
from .figure_choices import FigureChoices
from .mapping_table import MappingTable
from .profiles import chosen, decline, decline_taken_away, keep_mapping, save_to, take_from
from .reading_edit import ReadingEdit
from .summary import grave_of, next_step, summary_of, waiting_text

if TYPE_CHECKING:
    from ...core.gis.jobs.data import Preview, RegistersLookedThrough
    from ...core.measures.self_check.check import Check
    from ...core.registers.values.offers import Offer

KINDS = (*COUNTED_KINDS, "figures")
PROFILE_FILTER = "JSON (*.json)"


class DataPage(Page):
    """Sources; per register its columns and how it is read; and the findings."""

    ID, PLACE, REQUIRED = "data", 20, True
    NARROW_ICON = "/mActionEditTable.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self._previews: "Dict[str, Preview]" = {}
        self._checks: "List[Check]" = []
        self._shown = ""
        self._build_sources()
        self._build_registers()
        self._build_findings()
        self.note.setText(self.lacks())
        session.looked_through.connect(self._take)
        session.given.connect(self._take_source)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Data")

    # -- building ------------------------------------------------------------------------------

    def _build_sources(self) -> None:
        box, form = self.group(tr("Sources"))
        self.registers = {
            kind: SourceEdit(in_language(register_kind(kind).text), with_folder=True)
            for kind in KINDS
        }
        self.persons = self.registers["persons"]
        self.addresses = SourceEdit(tr("Address list"))
        self.references = SourceEdit(tr("Reference values"))
        self.history = SourceEdit(tr("Earlier lists"))
        form.addRow(tr("Persons"), self.persons)
        form.addRow(tr("Address list"), self.addresses)
        form.addRow(tr("Reference values"), self.references)
        form.addRow(tr("Earlier lists"), self.history)
        self.period = QLineEdit()
        self.period.setPlaceholderText(tr("all, or a month as 2026-01"))
        self.period.setToolTip(
            tr("Count this month alone; needed where neither a column nor the file name says it.")
        )
        form.addRow(tr("Period"), self.period)
        self.column.addWidget(box)
        self.more, form = self.group(tr("More registers"), collapsed=True)
        for kind in KINDS[1:]:
            edit = self.registers[kind]
            set_tip(edit, in_language(register_kind(kind).about))
            form.addRow(in_language(register_kind(kind).text), edit)
        self.of_figures = FigureChoices(form)
        self.of_figures.units.changed.connect(partial(self._forget, "figures"))
        self.column.addWidget(self.more)
        self.load = self.primary(tr("Load"))
        self.load.clicked.connect(self._load)
        self.column.addWidget(self.load)
        for kind, edit in self.registers.items():
            edit.changed.connect(partial(self._forget, kind))

    def _build_registers(self) -> None:
        self.columns_box, form = self.group(tr("Columns"))
        self.register = QComboBox()
        self.register.currentIndexChanged.connect(self._show_register)
        form.addRow(tr("Register"), self.register)
        self.mapping = MappingTable()
        form.addRow(self.mapping)
        self.answers = ColumnAnswers()
        self.answers.values.answered.connect(self._take_answers)
        self.answers.offers.taken.connect(self._take_offer)
        self.answers.offers.declined.connect(self._decline_offer)
        form.addRow(self.answers)
        self.reading_box, inner = self.group(tr("How the file is read"), collapsed=True)
        self.found = plain_label()
        self.found.setWordWrap(True)
        inner.addRow(self.found)
        self.reading = ReadingEdit()
        inner.addRow(self.reading)
        form.addRow(self.reading_box)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("for example CPR extract"))
        form.addRow(tr("Delivery"), self.name)
        row = QHBoxLayout()
        self.save_profile = QPushButton(tr("Save profile…"))
        self.save_profile.clicked.connect(self._choose_save_profile)
        self.open_profile = QPushButton(tr("Use profile…"))
        self.open_profile.clicked.connect(self._choose_open_profile)
        row.addWidget(self.save_profile)
        row.addWidget(self.open_profile)
        form.addRow(row)
        self.column.addWidget(self.columns_box)

    def _build_findings(self) -> None:
        self.findings_box, form = self.group(tr("Self-check"))
        self.findings = FindingsTable()
        form.addRow(self.findings)
        self.go_on = QCheckBox(tr("Go on in spite of the errors"))
        self.go_on.setToolTip(
            tr(
                "Cells that cannot be read count as unknown, files delivered twice count twice, "
                "and the run says so."
            )
        )
        self.go_on.toggled.connect(self._keep_go_on)
        form.addRow(self.go_on)
        self.column.addWidget(self.findings_box)
        self.findings_box.hide()
        self.column.addStretch(1)

    # -- state ---------------------------------------------------------------------------------

    def lacks(self) -> str:
        """A register, or a table of figures."""
        return "" if self.session.state.registers else tr("No register chosen yet.")

    def next_step(self) -> str:
        """To choose a register, and to look it through."""
        return next_step(self.session, self._checks)

    def open_findings(self) -> int:
        """Errors and warnings."""
        return sum(check.severity != "info" for check in self._checks)

    def finished(self) -> bool:
        """The registers have been read, in this session or before they were counted."""
        return bool(self.session.servable or (self.session.judged and not self.lacks()))

    def restore(self) -> None:
        """The sources of the project just opened."""
        state = self.session.state
        values = {
            **{edit: state.registers.get(kind, "") for kind, edit in self.registers.items()},
            self.addresses: state.addresses,
            self.references: state.references,
            self.history: state.history,
        }
        for edit, value in values.items():
            edit.blockSignals(True)
            edit.set_value(value)
            edit.blockSignals(False)
        self.of_figures.show(state)
        chosen = self.of_figures.chosen() or any(state.registers.get(kind) for kind in KINDS[1:])
        self.more.setCollapsed(not chosen)
        self.period.setText(state.period)
        self.go_on.setChecked(state.go_on)
        self._previews, self._shown = {}, ""
        self._fill_registers()
        self.findings_box.hide()

    def refresh(self) -> None:
        """What is there, or missing."""
        if not self._previews:
            self.note.setText(
                waiting_text(self.session)
                or tr("Press Load to check the register and its columns.")
            )

    def _forget(self, kind: str) -> None:
        """Another source: its columns are not known yet. How it is read is kept, for next month's
        file."""
        self._keep_shown()
        self._previews.pop(kind, None)
        self._shown = ""
        self._fill_registers()
        self.session.forget_sources()
        self.findings_box.hide()

    def _take_source(self, kind: str, path: str) -> None:
        """Choose the file as the register of the ``kind``, or as the address list."""
        {**self.registers, "addresses": self.addresses}[kind].set_value(path)
        self.more.setCollapsed(self.more.isCollapsed() and kind not in KINDS[1:])
        self.keep_choices()
        self.session.save()

    def _keep_go_on(self, checked: bool) -> None:
        self.session.state.go_on = checked
        self.session.changed.emit()

    # -- loading -------------------------------------------------------------------------------

    def _keep_shown(self) -> None:
        """Take over what the user has changed about the register shown."""
        if not self._shown:
            return
        state = self.session.state
        state.readings[self._shown] = self.reading.value()
        state.names[self._shown] = self.name.text().strip()
        if not self.mapping.rowCount():
            return
        mine = self.mapping.mapping()
        if self._shown in self._previews:
            decline_taken_away(state, self._shown, self._previews[self._shown].mapping, mine)
        keep_mapping(state, self._shown, chosen(state, self._shown, self._previews, mine))

    def keep_choices(self) -> None:
        """Take over everything the page shows."""
        self._keep_shown()
        state = self.session.state
        state.registers = {
            kind: edit.value() for kind, edit in self.registers.items() if edit.value()
        }
        state.addresses, state.references = self.addresses.value(), self.references.value()
        state.history, state.period = self.history.value(), self.period.text().strip()
        self.of_figures.keep(state)

    def _load(self) -> None:
        from ...core.gis.jobs.data import load_registers

        self.keep_choices()
        state = self.session.state
        if not state.registers:
            self.note.setText(self.lacks())
            return
        self.session.changed.emit()  # a register is chosen now, whatever it is found to hold
        try:
            given = self.session.chosen_sources()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        work = partial(
            load_registers,
            given,
            self.session.monitor_path,
            list(state.area_sets),
            state.catalogue,
            QgsProject.instance().transformContext(),
        )
        self.session.run(
            tr("Looking the registers through"),
            lambda progress, feedback: work(progress),
            self._show,
        )

    def _take(self, found: "RegistersLookedThrough") -> None:
        """Show what the registers hold, and what was found in them."""
        self._previews, self._shown = found.previews, ""
        state = self.session.state
        for kind, preview in found.previews.items():
            roles = dict.fromkeys(register_kind(kind).names, "") if kind != "figures" else {}
            keep_mapping(state, kind, {**roles, **preview.mapping})
        self.session.servable, self.session.checks = found.servable, found.table
        self.session.coming = found.periods
        self.session.save()
        self._fill_registers()
        self._show_checks(found.checks)
        self.note.setText(tr("Check the columns; press Load again after a change."))

    def _show(self, found: "RegistersLookedThrough", warnings: List[str]) -> None:
        self._take(found)
        if self.answers.values.open_roles():
            QTimer.singleShot(0, self._show_questions)
        if found.error is not None:
            self.session.failed.emit(found.error)
            return
        self.session.done.emit(summary_of(found), [*grave_of(found), *warnings])

    def _show_questions(self) -> None:
        self.ensureWidgetVisible(self.answers.values)

    def _show_checks(self, checks: "List[Check]") -> None:
        from ...core.measures.self_check.check import stops

        self._checks = checks
        self.findings.show_checks(checks)
        self.findings_box.setVisible(bool(checks))
        self.go_on.setVisible(stops(checks))

    # -- answers -------------------------------------------------------------------------------

    def _take_answers(self) -> None:
        """Keep what values mean; a question that is answered is no finding any more."""
        from ...core.measures.self_check.check import as_table, without_answered

        kind, values = self._shown, self.answers.values
        self.session.state.values[kind] = values.rules
        self._show_checks(without_answered(self._checks, kind, values.open_roles()))
        self.session.checks = as_table(self._checks)
        self.session.save()

    def _take_offer(self, offer: "Offer") -> None:
        """Let the column play the role; Load then reads it."""
        self._keep_shown()
        state = self.session.state
        state.mappings.setdefault(self._shown, {})[offer.role] = offer.column
        state.values.setdefault(self._shown, {}).setdefault(offer.role, {}).update(offer.rules)
        self._shown = ""  # the table shows the role without a column, and is not to be kept
        self._load()

    def _decline_offer(self, offer: "Offer") -> None:
        decline(self.session.state, self._shown, offer.role, offer.column)
        preview = self._previews[self._shown]
        left = tuple(one for one in preview.offers if one is not offer)
        self._previews[self._shown] = replace(preview, offers=left)
        self.answers.offers.show_offers(left, register_kind(self._shown))
        self.session.save()

    def _fill_registers(self, shown: str = "") -> None:
        shown = shown or self.register.currentData() or ""
        self.register.blockSignals(True)
        self.register.clear()
        for kind, edit in self.registers.items():
            if edit.value() or kind == shown:
                self.register.addItem(in_language(register_kind(kind).text), kind)
        self.register.setCurrentIndex(max(0, self.register.findData(shown)))
        self.register.blockSignals(False)
        self.columns_box.setVisible(bool(self.register.count()))
        self._show_register()

    def _show_register(self) -> None:
        self._keep_shown()
        kind = self.register.currentData()
        self.mapping.setRowCount(0)
        if not kind:
            return
        self._shown = kind
        state, preview = self.session.state, self._previews.get(kind)
        if preview is not None:
            self.mapping.show_register(register_kind(kind), preview)
        self.mapping.setVisible(preview is not None)
        self.answers.show_register(register_kind(kind), preview, state.values.get(kind, {}))
        self.reading.set_value(state.readings.get(kind, {}))
        self.found.setText(preview.reading if preview is not None else "")
        self.name.setText(state.names.get(kind, ""))

    # -- profiles ------------------------------------------------------------------------------

    def _choose_save_profile(self) -> None:
        title, name = tr("Save profile"), f"{self._shown}.json"
        path = ask_file(self, self.session, title, name, PROFILE_FILTER)
        if path is not None:
            self.write_profile(path.with_suffix(".json"))

    def write_profile(self, path: Path) -> None:
        """Save how the register shown is read."""
        self._keep_shown()
        save_to(path, self.session, self._shown)

    def _choose_open_profile(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Use profile"), "", PROFILE_FILTER)
        if path:
            self.read_profile(Path(path))

    def read_profile(self, path: Path) -> None:
        """Read a register as the profile at ``path`` says; Load then uses it."""
        self._keep_shown()
        kind = take_from(path, self.session)
        if not kind:
            return
        self._shown = ""
        self._previews.pop(kind, None)
        self._fill_registers(kind)
        register = in_language(register_kind(kind).text)
        self.session.done.emit(
            tr("The profile is used for {register}. Press Load.", register=register), []
        )
