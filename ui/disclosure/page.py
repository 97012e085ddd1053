"""Diskretion: rules in force, what is hidden and why, the certificate, and the ledger of
releases."""

from __future__ import annotations

import html
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from ...core.catalogue.protection.rules import Profile, profiles
from ...core.errors import InputError, SociodemografiError
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.packages import FOR_DISCLOSURE, missing, missing_text
from ...core.periods import period_text
from ...core.plain_text import as_html
from ..session import Session
from ..widgets.messages import show_page
from ..widgets.narrow import narrow_combo
from ..widgets.page import Page
from ..widgets.plain import html_label, plain_label, set_tip

if TYPE_CHECKING:
    from ...core.store.monitor_file import MonitorFile

KEY = Qt.ItemDataRole.UserRole
LEAST_LINES = 6


def _tree(headers: List[str]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(headers)
    tree.setMinimumHeight(tree.fontMetrics().height() * (LEAST_LINES + 2))
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(headers)):
        tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def reason_text(reason: str) -> str:
    """Why a figure is hidden, in the user's language; the kind of reason, never a value."""
    return {
        "few": tr("Few persons have it, or have it not"),
        "few_households": tr("Few households"),
        "gate": tr("The area has too few residents or households"),
        "derived": tr("Could be worked out from others"),
        "dominated": tr("One person weighs too much"),
        "earlier": tr("Hidden in an earlier release, few have changed"),
        "carried": tr("Few have changed: the value shown before stays"),
        "secondary": tr("Hidden so that others stay hidden"),
        "unknown": tr("How many stand behind it is not known"),
        "missing": tr("Nobody has a known value"),
    }[reason]


class DisclosurePage(Page):
    """An edition is checked, then published."""

    ID, PLACE = "disclosure", 60

    def __init__(self, session: Session):
        super().__init__(session)
        self.prepared: Optional[object] = None
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
        self.ledger = _tree([tr("Release"), tr("Edition"), tr("Period")])
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
        self.hidden = _tree([tr("Reason, indicator, area"), tr("Hidden")])
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
        return "" if self.session.results else tr("Nothing computed yet.")

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
        entries = store.ledger.entries()
        self._releases = len(entries)
        names = {one.id: in_language(one.name) for one in profiles()}
        self.ledger.clear()
        for row in reversed(entries.to_dict("records")):
            item = QTreeWidgetItem(
                [
                    row["release"],
                    names.get(row["profile"], row["profile"]),
                    period_text(row["period"]),
                ]
            )
            set_tip(
                item,
                f"{row['created'][:16].replace('T', ' ')}\n{row['purpose']}\n{row['place']}",
                0,
            )
            item.setData(0, KEY, row["certificate"])
            self.ledger.addTopLevelItem(item)
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
        """The rules of the chosen profile; worded when they are seen: protection brings scipy."""
        profile = self.chosen()
        can_word = profile is not None and not missing(*FOR_DISCLOSURE)
        self.rules.setText(_bullets(_rules(profile)) if can_word else "")

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Word the rules."""
        super().showEvent(event)
        self._show_rules()

    def _show_result(self) -> None:
        edition = self.prepared.edition
        self.summary.setText(self._summary())
        self.hidden.clear()
        names = {
            (i, a): n
            for i, s in self.prepared.area_sets.items()
            for a, n in zip(s.areas["area_id"], s.areas["name"])
        }
        about = {one.id: in_language(one.name) for one in edition.indicators}
        for reason, count in Counter(edition.reasons.values()).most_common():
            top = QTreeWidgetItem([reason_text(reason), number(count)])
            cells = [cell for cell, why in edition.reasons.items() if why == reason]
            for indicator, of_indicator in Counter(cell[2] for cell in cells).most_common():
                node = QTreeWidgetItem([about.get(indicator, indicator), number(of_indicator)])
                for area_set, area, name in cells:
                    if name == indicator:
                        node.addChild(
                            QTreeWidgetItem(
                                [
                                    names.get((area_set, area))
                                    or area
                                    or tr("The whole municipality"),
                                    "",
                                ]
                            )
                        )
                top.addChild(node)
            self.hidden.addTopLevelItem(top)
        self.hidden.setVisible(bool(edition.reasons))
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

    def _summary(self) -> str:
        from ...core.protection.certificate import proof_in_words

        edition, outcome = self.prepared.edition, self.prepared.edition.outcome
        if not edition.profile.protects:
            return tr(
                "{all} figures, none hidden. This edition must not leave the municipality.",
                all=number(len(edition.table)),
            )
        lines = [
            tr(
                "{hidden} of {all} figures are hidden.",
                hidden=number(edition.hidden),
                all=number(len(edition.table)),
            )
        ]
        if edition.carried:
            lines.append(
                tr("{count} keep the value of the release before.", count=number(edition.carried))
            )
        if edition.safe:
            lines.append(proof_in_words(edition))
        else:
            lines.append(
                tr(
                    "Not safe: {count} numbers can be worked out. The edition cannot be published.",
                    count=number(len(outcome.unsafe) + len(outcome.audit.exposed)),
                )
            )
        if edition.rounded is not None and edition.rounded.unfit:
            lines.append(
                tr(
                    "{count} indicators cannot be rounded safely and are left out.",
                    count=number(len(edition.rounded.unfit)),
                )
            )
        elif not edition.households_known:
            lines.append(tr("Households are not known: only persons are counted."))
        return " ".join(lines)

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

    def _checked(self, prepared: object, warnings: list) -> None:
        self.prepared = prepared
        self.rules_box.setCollapsed(True)
        self._show()
        self.session.done.emit(self._summary(), warnings)

    def _merge(self) -> None:
        from ...core.gis.jobs.disclosure import merge_small

        work = partial(merge_small, self.session.monitor_path, self.prepared)
        self.session.run(
            tr("Merging small areas"), lambda progress, feedback: work(progress), self._merged
        )

    def _merged(self, area_sets: object, warnings: list) -> None:
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
        folder = QFileDialog.getExistingDirectory(self, tr("Publish in a folder"))
        if folder:
            self.publish_in(folder)

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

    def _staged(self, staged: object, warnings: list) -> None:
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

    def _published(self, published: object, warnings: list) -> None:
        self.session.changed.emit()
        self.session.done.emit(
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
        show_page(item.text(0), f"<pre>{html.escape(item.data(0, KEY))}</pre>")


def _bullets(lines: List[str]) -> str:
    return (
        "<ul style='margin-left:-24px'>"
        + "".join(f"<li>{as_html(line)}</li>" for line in lines)
        + "</ul>"
    )


def _rules(profile: Profile) -> List[str]:
    from ...core.protection.certificate import rules_in_words

    return list(rules_in_words(profile))
