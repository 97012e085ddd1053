"""Diskretion: rules in force, what is hidden and why, the certificate, and the ledger of
releases."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
)

from ...core.catalogue.protection.rules import Profile, profiles
from ...core.errors import InputError, SociodemografiError
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.packages import FOR_DISCLOSURE, NEEDED, missing, missing_text
from ...core.periods import period_text
from ..session import Session
from ..widgets.narrow import narrow_combo
from ..widgets.page import Page
from ..widgets.plain import html_label, plain_label
from ..widgets.saving import ask_folder, wrote
from .hidden_tree import show_hidden, tree
from .ledger import list_releases, show_certificate
from .wording import rules_as_html, summary

if TYPE_CHECKING:
    from ...core.areas.area_set import AreaSet
    from ...core.gis.editions.publishing import Published, Staged
    from ...core.pipeline.protecting import Prepared
    from ...core.store.monitor_file import MonitorFile


class DisclosurePage(Page):
    """An edition is checked, then published."""

    ID, PLACE, COUNTED = "disclosure", 60, True
    NARROW_ICON = "/locked.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.prepared: "Optional[Prepared]" = None
        self._releases = 0
        box, form = self.group(tr("Edition"))
        self.profile, self.period = narrow_combo(), narrow_combo()
        form.addRow(tr("For"), self.profile)
        form.addRow(tr("Period"), self.period)
        self.column.addWidget(box)
        self.rules_box, rules_form = self.group(tr("Rules in force"))
        self.rules = html_label()
        rules_form.addRow(self.rules)
        self.column.addWidget(self.rules_box)
        self.check = self.primary(tr("Check"))
        self.check.clicked.connect(self._check)
        self.column.addWidget(self.check)
        self._build_result()
        self._build_publication()
        self.ledger_box, ledger_form = self.group(tr("Release ledger"))
        self.ledger = tree([tr("Release"), tr("Edition"), tr("Period")], tr("Release ledger"))
        self.ledger.setRootIsDecorated(False)
        self.ledger.itemActivated.connect(self._show_certificate)
        ledger_form.addRow(self.ledger)
        self.column.addWidget(self.ledger_box)
        self.column.addStretch(1)
        for combo in (self.profile, self.period):
            combo.currentIndexChanged.connect(self._chosen)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Disclosure")

    def _build_result(self) -> None:
        self.result_box, form = self.group(tr("What is hidden, and why"))
        self.summary = plain_label()
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(self.summary)
        self.hidden = tree(
            [tr("Reason, indicator, area"), tr("Hidden")], tr("What is hidden, and why")
        )
        form.addRow(self.hidden)
        self.small = plain_label()
        self.small.setWordWrap(True)
        form.addRow(self.small)
        self.merge = QPushButton(tr("Merge the small areas"))
        self.merge.setToolTip(
            tr("Makes an area set with the small areas merged with their neighbours.")
        )
        self.merge.clicked.connect(self._merge)
        form.addRow(self.merge)
        self.column.addWidget(self.result_box)

    def _build_publication(self) -> None:
        self.publish_box, form = self.group(tr("Publish"))
        self.area_set, self.indicator = narrow_combo(), narrow_combo()
        form.addRow(tr("Areas on the map"), self.area_set)
        form.addRow(tr("Indicator on the map"), self.indicator)
        self.purpose = QLineEdit()
        self.purpose.setPlaceholderText(tr("For example: agenda of the housing committee"))
        form.addRow(tr("Purpose"), self.purpose)
        self.promise = plain_label()
        self.promise.setWordWrap(True)
        self.promise.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(self.promise)
        self.publish = QPushButton(tr("Publish in a folder…"))
        self.publish.clicked.connect(self._choose_folder)
        form.addRow(self.publish)
        self.column.addWidget(self.publish_box)

    # -- showing -------------------------------------------------------------------------------

    def lacks(self) -> str:
        """A run, and the packages."""
        if missing(*FOR_DISCLOSURE):
            return missing_text(missing(*FOR_DISCLOSURE))
        return "" if self.session.judged else tr("Nothing computed yet.")

    def finished(self) -> bool:
        """Has something been released?"""
        return not self.lacks() and bool(self._releases)

    def restore(self) -> None:
        """Forget the edition checked; list the editions anew."""
        self.prepared, self._releases = None, 0
        self.profile.blockSignals(True)
        self.profile.clear()
        try:
            for one in profiles(self.session.state.catalogue):
                self.profile.addItem(in_language(one.name), one.id)
        except SociodemografiError as error:
            self.session.failed.emit(error)
        self.profile.setCurrentIndex(max(0, self.profile.findData(self.session.state.edition)))
        self.profile.blockSignals(False)

    def refresh(self) -> None:
        """The periods of the newest run, and the ledger."""
        lacking = self.lacks()
        self.note.setText(
            lacking
            or tr(
                "What leaves the municipality must not tell about a person. Check an edition, "
                "then publish it: map, table, report and certificate in one folder."
            )
        )
        self.check.setEnabled(not lacking)
        if not lacking:
            self._list_periods()
        self._show()

    def _list_periods(self) -> None:
        from ...core.pipeline.protecting import periods_of

        try:
            store = self.session.monitor()
            periods = periods_of(store)
            self._list_releases(store)
        except SociodemografiError as error:
            self.note.setText(str(error))
            self.check.setEnabled(False)
            return
        shown = self.period.currentData()
        if [self.period.itemData(n) for n in range(self.period.count())] == periods:
            return
        self.prepared = None
        self.period.blockSignals(True)
        self.period.clear()
        for period in periods:
            self.period.addItem(period_text(period), period)
        self.period.setCurrentIndex(max(0, self.period.findData(shown)))
        self.period.blockSignals(False)

    def _list_releases(self, store: "MonitorFile") -> None:
        self._releases = list_releases(self.ledger, store)
        self.ledger_box.setTitle(tr("Release ledger ({count})", count=number(self._releases)))

    def chosen(self) -> Optional[Profile]:
        """The profile chosen."""
        wanted = self.profile.currentData()
        return next((p for p in profiles(self.session.state.catalogue) if p.id == wanted), None)

    def _chosen(self) -> None:
        self.prepared = None
        self.session.state.edition = self.profile.currentData() or self.session.state.edition
        self._show()

    def _show(self) -> None:
        from_check = self.prepared is not None
        if self.isVisible():
            self._show_rules()
        self.result_box.setVisible(from_check)
        self.publish_box.setVisible(from_check and self.prepared.edition.safe)
        if from_check:
            self._show_result()

    def _show_rules(self) -> None:
        """The rules of the chosen profile; worded when they are seen: that brings numpy."""
        try:
            profile = self.chosen()
        except SociodemografiError as error:  # the municipality's own file is broken
            self.session.failed.emit(error)
            profile = None
        can_word = profile is not None and not missing(*NEEDED)
        self.rules.setText(rules_as_html(profile) if can_word else "")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Word the rules."""
        super().showEvent(event)
        self._show_rules()

    def _show_result(self) -> None:
        edition = self.prepared.edition
        self.summary.setText(summary(self.prepared.edition))
        names = {
            (i, a): n
            for i, s in self.prepared.area_sets.items()
            for a, n in zip(s.areas["area_id"], s.areas["name"])
        }
        show_hidden(self.hidden, edition, names)
        small = self.prepared.too_small
        self.small.setText(
            ""
            if not small
            else tr(
                "{count} areas are too small to show register attributes: {names}.",
                count=number(len(small)),
                names=", ".join(
                    (names.get((s.area_set, s.area_id)) or s.area_id) for s in small[:6]
                )
                + (" …" if len(small) > 6 else ""),
            )
        )
        self.small.setVisible(bool(small))
        self.merge.setVisible(
            any(self.prepared.area_sets[s.area_set].kind == "partition" for s in small)
        )
        self._list_subjects()

    def _list_subjects(self) -> None:
        from ...core.gis.editions.publishing import default_area_set

        self.area_set.clear()
        for identifier, name in self.prepared.names.items():
            self.area_set.addItem(name, identifier)
        self.area_set.setCurrentIndex(
            max(0, self.area_set.findData(default_area_set(self.prepared)))
        )
        wanted = self.indicator.currentData()
        self.indicator.clear()
        for one in self.prepared.edition.indicators:
            self.indicator.addItem(in_language(one.name), one.id)
        self.indicator.setCurrentIndex(max(0, self.indicator.findData(wanted)))
        if self.prepared.edition.profile.protects:
            from ...core.protection.certificate import promise

            self.promise.setText(promise(self.prepared.edition))

    # -- working -------------------------------------------------------------------------------

    def _check(self) -> None:
        from ...core.pipeline.protecting import prepare_edition

        work = partial(
            prepare_edition,
            self.session.monitor_path,
            self.profile.currentData(),
            self.period.currentData(),
            self.session.state.catalogue,
        )
        self.session.run(
            tr("Protecting and auditing"), lambda progress, feedback: work(progress), self._checked
        )

    def _checked(self, prepared: "Prepared", warnings: List[str]) -> None:
        self.prepared = prepared
        self.rules_box.setCollapsed(True)
        self._show()
        self.session.done.emit(summary(self.prepared.edition), warnings)

    def _merge(self) -> None:
        from ...core.gis.jobs.disclosure import merge_small

        work = partial(merge_small, self.session.monitor_path, self.prepared)
        self.session.run(
            tr("Merging small areas"), lambda progress, feedback: work(progress), self._merged
        )

    def _merged(self, area_sets: "List[AreaSet]", warnings: List[str]) -> None:
        if not area_sets:
            self.session.failed.emit(
                InputError(
                    tr("No small area has a neighbour to be merged with."),
                    tr("Leave them out, or draw other areas."),
                )
            )
            return
        for area_set in area_sets:
            if area_set.id not in self.session.state.area_sets:
                self.session.state.area_sets.append(area_set.id)
        self.session.load_results()
        self.session.save()
        self.session.done.emit(
            tr(
                "{names} made. Compute again to count it.",
                names=", ".join(s.name for s in area_sets),
            ),
            warnings,
        )

    def _choose_folder(self) -> None:
        folder = ask_folder(self, self.session, tr("Publish in a folder"))
        if folder is not None:
            self.publish_in(str(folder))

    def publish_in(self, folder: str) -> None:
        """Publish the edition checked in ``folder``; it is protected and audited once more on the
        way."""
        from ...core.gis.jobs.disclosure import stage_edition

        if not self.purpose.text().strip():
            self.session.failed.emit(
                InputError(
                    tr("The purpose of the release is missing."),
                    tr("Write what the edition is for; it is kept in the ledger."),
                )
            )
            return
        work = partial(
            stage_edition,
            self.session.monitor_path,
            self.profile.currentData(),
            self.period.currentData(),
            self.session.state.catalogue,
            Path(folder),
            self.purpose.text().strip(),
        )
        self.session.run(tr("Publishing"), lambda progress, feedback: work(progress), self._staged)

    def _staged(self, staged: "Staged", warnings: List[str]) -> None:
        """Draw here, on the main thread; look again, enter and put in place in the background."""
        from ...core.gis.editions.publishing import discard, draw, enter, subject_of

        try:
            subject = subject_of(
                staged.prepared, self.indicator.currentData(), self.area_set.currentData()
            )
            scale = draw(staged, subject)
        except SociodemografiError as error:
            discard(staged)
            self.session.failed.emit(error)
            return

        def refused(error: SociodemografiError) -> None:
            discard(staged)  # cancelled before it began, it lies there yet
            self.session.failed.emit(error)

        work = partial(enter, staged, subject, scale, self.session.monitor_path)
        self.session.run(
            tr("Publishing"),
            lambda progress, feedback: work(),
            lambda published, more: self._published(published, [*warnings, *more]),
            refused,
        )

    def _published(self, published: "Published", warnings: List[str]) -> None:
        self.session.changed.emit()
        wrote(
            self.session,
            published.folder,
            tr(
                "Release {release} lies in {folder}. {count} numbers and texts in the files were "
                "looked at again.",
                release=published.release,
                folder=published.folder.name,
                count=number(published.looked_at),
            ),
            warnings,
        )

    def _show_certificate(self, item: QTreeWidgetItem, _column: int) -> None:
        show_certificate(item)
