"""What was compared: the difference object by object, the rules it breaks, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import tr
from ...core.numbers import number
from ..widgets.findings_table import ICONS
from ..widgets.plain import plain_label, set_tip
from .outline_marker import OutlineMarker
from .review_tree import ReviewTree

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from ...core.geofa.comparison.changes import ObjectChange
    from ...core.geofa.rules.broken_rule import BrokenRule
    from ...core.gis.jobs.registration import Review

PROBLEM = Qt.ItemDataRole.UserRole
MOST_PROBLEMS = 500


class ReviewBox(QWidget):
    """Shows a review and its places on the map; the page connects ``mend``, ``send`` and ``file``.

    Each part is seen where it has something to say, and none before anything was compared.
    """

    def __init__(self, canvas: "Optional[QgsMapCanvas]"):
        super().__init__()
        self.given: "Optional[Review]" = None
        self.marker = OutlineMarker(canvas)
        self.summary = plain_label()
        self.summary.setWordWrap(True)
        self._build_problems()
        self.tree = ReviewTree()
        self.tree.chosen.connect(self._show_change)
        self.tree.picked.connect(self._count_what_is_sent)
        self.ending = QComboBox()
        self.ending.addItem(tr("Ticked objects get the status Ikke gældende"), True)
        self.ending.addItem(tr("Ticked objects are deleted (seen in the history alone)"), False)
        self.ending.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.ending.setMinimumContentsLength(14)
        self.send = QPushButton(tr("Send…"))
        self.file = QPushButton(tr("Write a file for the upload…"))
        self._parts = (
            self.summary,
            self.problems,
            self.mend,
            self.go_on,
            self.tree,
            self.ending,
            self.send,
            self.file,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            column.addWidget(part)
        self.forget()

    def _build_problems(self) -> None:
        self.problems = QListWidget()
        self.problems.setAccessibleName(tr("Findings on the map"))
        self.problems.setMaximumHeight(130)
        self.problems.setWordWrap(True)
        self.problems.setToolTip(tr("Click to see the place on the map"))
        self.problems.itemClicked.connect(self._show_place)
        self.mend = QPushButton(tr("Mend what can be mended"))
        self.mend.setToolTip(
            tr(
                "Makes invalid geometry valid and closes slivers, in what is sent; the layer stays "
                "as it is."
            )
        )
        self.go_on = QCheckBox(tr("Send in spite of errors on the map"))
        self.go_on.setToolTip(
            tr(
                "Overlaps, holes, small districts and districts outside the municipality; errors "
                "in values are never sent."
            )
        )

    def forget(self) -> None:
        """What was compared does not hold any more."""
        self.given = None
        self.marker.clear()
        self.go_on.setChecked(False)
        for part in self._parts:
            part.hide()
        self.hide()  # the page's column keeps a gap for an empty box that is shown

    def show_review(self, given: "Review") -> None:
        """Show ``given``, in ``summary`` in numbers."""
        self.given = given
        counts = given.comparison.counts()
        self.tree.show_comparison(given.comparison)
        self.problems.clear()
        for problem in given.problems[:MOST_PROBLEMS]:
            self.problems.addItem(_item(problem))
        text = tr(
            "{insert} new, {update} changed, {unchanged} unchanged, {missing} in GeoFA alone.",
            insert=number(counts["insert"]),
            update=number(counts["update"]),
            unchanged=number(counts["unchanged"]),
            missing=number(counts["missing"]),
        )
        if given.problems:
            text += " " + tr(
                "{errors} errors and {warnings} warnings.",
                errors=number(len(given.errors)),
                warnings=number(len(given.problems) - len(given.errors)),
            )
        self.summary.setText(text)
        for part in (self, self.summary, self.tree):
            part.show()
        self.problems.setVisible(bool(given.problems))
        self.mend.setVisible(any(problem.can_mend for problem in given.problems))
        self.go_on.setVisible(any(problem.place for problem in given.errors))
        self.ending.setVisible(bool(counts["missing"]))
        self.file.setVisible(bool(counts["insert"] or counts["update"]))
        self._count_what_is_sent()

    def _count_what_is_sent(self) -> None:
        if self.given is None:
            return
        count = len(self.given.comparison.to_send) + len(self.tree.picked_ids())
        self.send.setVisible(count > 0)
        self.send.setText(tr("Send {count} objects…", count=number(count)))

    def _show_change(self, change: "Optional[ObjectChange]") -> None:
        if change is None:
            self.marker.clear()
        else:
            self.marker.show(change.before, change.after)

    def _show_place(self, item: QListWidgetItem) -> None:
        problem: BrokenRule = item.data(PROBLEM)
        if problem.place:
            self.marker.show(b"", problem.place)


def _item(problem: "BrokenRule") -> QListWidgetItem:
    is_named = not problem.label or problem.text.startswith(problem.label)
    item = QListWidgetItem(
        QgsApplication.getThemeIcon(ICONS[problem.severity]),
        problem.text if is_named else f"{problem.label}: {problem.text}",
    )
    set_tip(item, problem.next_step)
    item.setData(PROBLEM, problem)
    return item
