"""GeoFA: register districts and keys — check, see the difference, send, and get a receipt."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional, Sequence

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
)

from ...core.catalogue.law.municipalities import municipalities
from ...core.errors import InputError, SociodemografiError
from ...core.geofa.server import server_of
from ...core.i18n import tr
from ...core.numbers import number
from ..session import Session
from ..widgets.findings_table import ICONS
from ..widgets.page import Page
from ..widgets.plain import ask, plain_label, set_tip
from .access import GeofaAccess
from .outline_marker import OutlineMarker
from .review_tree import ReviewTree
from .source import RegistrationSource

PROBLEM = Qt.ItemDataRole.UserRole
MOST_PROBLEMS = 500


class GeofaPage(Page):
    """What to register, GeoFA's user, the review, and sending."""

    ID, PLACE, ICON = "registration", 70, "/mActionSharingExport.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self._marker = OutlineMarker(session.canvas)
        self._review: Optional[object] = None
        self._wanted: Optional[object] = None
        self.note.setText(
            tr(
                "Register districts and keys in GeoFA. Nothing is sent before you have seen what "
                "changes."
            )
        )
        self.source = RegistrationSource(session.settings.geofa_proposed_theme)
        self.access = GeofaAccess()
        self.column.addWidget(self.source)
        self.column.addWidget(self.access)
        self._build_review()
        self.column.addStretch(1)
        self.source.changed.connect(self._forget)
        self.source.copy.clicked.connect(self._choose_copy)
        self.access.changed.connect(self._forget)
        self.restore()

    @staticmethod
    def title() -> str:
        """The page's name."""
        return "GeoFA"

    def tip(self) -> str:
        """What is done here."""
        return tr("Register in GeoFA")

    # -- building ------------------------------------------------------------------------------

    def _build_review(self) -> None:
        self.compare = self.primary(tr("Compare"))
        self.compare.clicked.connect(self._compare)
        self.column.addWidget(self.compare)
        self.summary = plain_label()
        self.summary.setWordWrap(True)
        self.problems = QListWidget()
        self.problems.setMaximumHeight(130)
        self.problems.setWordWrap(True)
        self.problems.setToolTip(tr("Click to see the place on the map"))
        self.problems.itemClicked.connect(self._show_problem)
        self.mend = QPushButton(tr("Mend what can be mended"))
        self.mend.setToolTip(
            tr(
                "Makes invalid geometry valid and closes slivers, in what is sent; the layer stays "
                "as "
                "it is."
            )
        )
        self.mend.clicked.connect(self._mend)
        self.go_on = QCheckBox(tr("Send in spite of errors on the map"))
        self.go_on.setToolTip(
            tr(
                "Overlaps, holes, small districts and districts outside the municipality; errors "
                "in "
                "values are never sent."
            )
        )
        self.tree = ReviewTree()
        self.tree.chosen.connect(self._show_change)
        self.tree.picked.connect(self._refresh_send)
        self.ending = QComboBox()
        self.ending.addItem(tr("Ticked objects get the status Ikke gældende"), True)
        self.ending.addItem(tr("Ticked objects are deleted (seen in the history alone)"), False)
        self.ending.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.ending.setMinimumContentsLength(14)
        self.send = QPushButton(tr("Send…"))
        self.send.clicked.connect(self._ask_and_send)
        self.file = QPushButton(tr("Write a file for the upload…"))
        self.file.clicked.connect(self._choose_file)
        self._result = (
            self.summary,
            self.problems,
            self.mend,
            self.go_on,
            self.tree,
            self.ending,
            self.send,
            self.file,
        )
        for widget in self._result:
            self.column.addWidget(widget)
            widget.hide()

    # -- state ---------------------------------------------------------------------------------

    def restore(self) -> None:
        """Server, login and user as they were; nothing is compared."""
        self.access.show_settings(self.session.settings)
        self.source.choose_municipality(
            self.session.state.municipality or self.session.settings.municipality
        )
        self._forget()

    def _forget(self, *_: object) -> None:
        """Another choice: what was compared does not hold any more."""
        self._review = None
        self._marker.clear()
        self.go_on.setChecked(False)
        for widget in self._result:
            widget.hide()

    def _keep_choices(self) -> None:
        self.access.keep(self.session.settings)
        self.session.save()

    # -- editing -------------------------------------------------------------------------------

    def _choose_copy(self) -> None:
        from ...core.gis.districts.working_copy import file_name

        about = self.source.chosen_theme()
        home = (
            Path(self.session.state.monitor).parent if self.session.state.monitor else Path.home()
        )
        suggested = home / file_name(about, self.source.municipality.currentData())
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Working copy"),
            str(suggested),
            "GeoPackage (*.gpkg)",
            "",
            QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.edit(Path(path).with_suffix(".gpkg"))

    def edit(self, path: Path) -> None:
        """Fetch the theme to the working copy ``path`` and show it; a copy that is there already is
        shown as it is."""
        from ...core.gis.districts import working_copy

        about, municipality = self.source.chosen_theme(), self.source.municipality.currentData()
        self._keep_choices()
        if path.exists():
            self._show_copy(
                about,
                municipality,
                path,
                tr("The working copy was there already; nothing was fetched."),
            )
            return
        try:
            client = self._client()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.run(
            tr("Fetching what GeoFA has"),
            lambda progress, feedback: working_copy.fetch(
                about, municipality, client(feedback), path, progress
            ),
            lambda copied, warnings: self._show_copy(
                about,
                municipality,
                path,
                tr("{count} objects to edit.", count=number(copied[0])),
                warnings,
                copied[1],
            ),
        )

    def _show_copy(
        self,
        about: object,
        municipality: str,
        path: Path,
        text: str,
        warnings: tuple = (),
        lists: Optional[dict] = None,
    ) -> None:
        from ...core.gis.districts.working_copy import layer_of

        try:
            layer = layer_of(about, municipality, self.access.user.text().strip(), path, lists)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        QgsProject.instance().addMapLayer(layer)
        self.source.layer.setLayer(layer)
        self.session.done.emit(text, list(warnings))

    # -- comparing -----------------------------------------------------------------------------

    def _border(self) -> object:
        from ...core.gis.jobs.registration import border_of

        layer = self.source.border.currentLayer()
        if layer is None:
            return None
        return border_of(
            layer,
            QgsCoordinateTransform(
                layer.crs(),
                QgsCoordinateReferenceSystem("EPSG:25832"),
                QgsProject.instance().transformContext(),
            ),
        )

    def _client(self) -> Callable[[object], object]:
        """Makes the client in the background, of what the form shows now.

        Raises:
            InputError: the address or the login cannot be used; QGIS asks for its master password
                here, not there.
        """
        from ...core.gis.host.geofa_login import client_of, unlock

        server, settings = server_of(self.access.server.currentText()), self.session.settings
        authcfg = self.access.login.configId()
        unlock(authcfg)
        return lambda feedback=None: client_of(server, settings, feedback, authcfg)

    def _compare(self) -> None:
        from ...core.gis.districts.registration import wanted_table

        layer, about = self.source.layer.currentLayer(), self.source.chosen_theme()
        try:
            if layer is None:
                raise InputError(
                    tr("No layer or table is chosen."), tr("Choose one, or edit GeoFA's districts.")
                )
            self._wanted = wanted_table(
                layer,
                about,
                self.source.mapping.mapping(),
                QgsProject.instance().transformContext(),
            )
            self._keep_choices()
            self._run_review()
        except SociodemografiError as error:
            self.session.failed.emit(error)

    def _run_review(self, mended: Sequence[str] = ()) -> None:
        from ...core.gis.jobs import registration as geofa_jobs

        about, municipality, wanted = (
            self.source.chosen_theme(),
            self.source.municipality.currentData(),
            self._wanted,
        )
        client, border, user = self._client(), self._border(), self.access.user.text().strip()
        self.session.run(
            tr("Comparing with GeoFA"),
            lambda progress, feedback: geofa_jobs.review(
                about, municipality, wanted, client(feedback), user, progress, border
            ),
            lambda given, warnings: self._show_review(given, [*mended, *warnings]),
        )

    def _show_review(self, given: object, warnings: List[str]) -> None:
        self._review = given
        counts = given.comparison.counts()
        self.tree.show_comparison(given.comparison)
        self.problems.clear()
        for problem in given.problems[:MOST_PROBLEMS]:
            named = not problem.label or problem.text.startswith(problem.label)
            item = QListWidgetItem(
                QgsApplication.getThemeIcon(ICONS[problem.severity]),
                problem.text if named else f"{problem.label}: {problem.text}",
            )
            set_tip(item, problem.next_step)
            item.setData(PROBLEM, problem)
            self.problems.addItem(item)
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
        for widget in (self.summary, self.tree):
            widget.show()
        self.problems.setVisible(bool(given.problems))
        self.mend.setVisible(any(problem.can_mend for problem in given.problems))
        self.go_on.setVisible(any(problem.place for problem in given.errors))
        self.ending.setVisible(bool(counts["missing"]))
        self.file.setVisible(bool(counts["insert"] or counts["update"]))
        self._refresh_send()
        self.session.done.emit(text, warnings)

    def _refresh_send(self) -> None:
        if self._review is None:
            return
        count = len(self._review.comparison.to_send) + len(self.tree.picked_ids())
        self.send.setVisible(count > 0)
        self.send.setText(tr("Send {count} objects…", count=number(count)))

    def _mend(self) -> None:
        from ...core.gis.districts.mending import mend

        about, wanted = self._review.comparison.theme, self._wanted
        problems = [problem for problem in self._review.problems if problem.row >= 0]

        def compare_again(mended: object, _: list) -> None:
            self._wanted = mended.wanted
            self._run_review(mended.texts)

        self.session.run(
            tr("Mending"),
            lambda progress, feedback: mend(about, wanted, problems, progress),
            compare_again,
        )

    # -- the map -------------------------------------------------------------------------------

    def _show_change(self, change: Optional[object]) -> None:
        if change is None:
            self._marker.clear()
        else:
            self._marker.show(change.before, change.after)

    def _show_problem(self, item: QListWidgetItem) -> None:
        problem = item.data(PROBLEM)
        if problem.place:
            self._marker.show(b"", problem.place)

    # -- sending -------------------------------------------------------------------------------

    def _with_ended(self, then: Callable[[object], None]) -> None:
        """Check the review with the ticked objects ended, and go on with it where no error is
        left."""
        from ...core.gis.jobs import registration as geofa_jobs

        given, ids, by_status = self._review, self.tree.picked_ids(), self.ending.currentData()
        border, go_on = self._border(), self.go_on.isChecked()

        def check(progress: object, _: object) -> object:
            ended = geofa_jobs.with_ended(given, ids, by_status, progress, border)
            geofa_jobs.refuse_errors(ended, go_on)
            return ended

        def refused(error: SociodemografiError) -> None:
            # ending an object may leave a hole that the first review did not know
            self.go_on.show()
            self.session.failed.emit(error)

        self.session.run(tr("Checking what is sent"), check, lambda ended, _: then(ended), refused)

    def _ask_and_send(self) -> None:
        try:
            if not self.access.login.configId():
                raise InputError(
                    tr("Sending to GeoFA needs a login."),
                    tr("Choose or make an authentication configuration above."),
                )
            server = server_of(self.access.server.currentText())
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self._with_ended(
            lambda ended: self.send_now(ended) if self.confirmed(ended.comparison, server) else None
        )

    def confirmed(self, comparison: object, server: object) -> bool:
        """Ask: what is sent where. Production is named and asked for once more."""
        counts, place = comparison.counts(), municipalities()[comparison.municipality].name
        parts = [
            text
            for text, kind in (
                (tr("{count} new", count=number(counts["insert"])), "insert"),
                (tr("{count} changed", count=number(counts["update"])), "update"),
                (tr("{count} deleted", count=number(counts["end"])), "end"),
            )
            if counts[kind]
        ]
        text = tr(
            "{place}, theme {theme}: {parts} are sent to {host}.",
            place=place,
            theme=comparison.theme.code,
            parts=", ".join(parts),
            host=server.host,
        )
        buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
        asked = ask(self, tr("Send to GeoFA"), text, buttons, QMessageBox.StandardButton.Cancel)
        if asked != QMessageBox.StandardButton.Ok:
            return False
        if not server.is_production:
            return True
        text = tr(
            "This is PRODUCTION, which everybody reads. Change {count} objects of {place}?",
            count=number(len(comparison.to_send)),
            place=place,
        )
        asked = ask(
            self, tr("Production"), text, buttons, QMessageBox.StandardButton.Cancel, grave=True
        )
        return asked == QMessageBox.StandardButton.Ok

    def send_now(self, given: object) -> None:
        """Send ``given`` (``geofa_jobs.Review``) and show the receipt."""
        from ...core.gis.jobs import registration as geofa_jobs

        way, monitor = self.access.way.currentData(), self.session.monitor_path
        try:
            client_in = self._client()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return

        def work(progress: object, feedback: object) -> object:
            client = (
                client_in()
            )  # what is on its way cannot be called back, so this one hears no Cancel
            return geofa_jobs.send_and_keep(
                given, geofa_jobs.way_of(way, client), client, monitor, progress
            )

        self.session.run(tr("Sending to GeoFA"), work, self._show_receipt)

    def _show_receipt(self, receipt: object, warnings: List[str]) -> None:
        self._forget()
        if receipt.problem is not None:
            self.session.failed.emit(receipt.problem)
            return
        text = tr("{count} objects are in GeoFA as sent.", count=number(receipt.count("done")))
        if self.session.monitor_path is not None:
            text += " " + tr("The receipt is in the monitor file.")
        self.session.done.emit(text, [*warnings, *([receipt.remark] if receipt.remark else [])])

    def _choose_file(self) -> None:
        about = self.source.chosen_theme()
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("File for GeoFA's upload"),
            str(Path.home() / f"geofa_{about.code}_upload.gpkg"),
            "GeoPackage (*.gpkg);;Shapefile (*.shp)",
        )
        if path:
            self.write_file(Path(path))

    def write_file(self, path: Path) -> None:
        """Write the file for the upload in GeoFA's editor, and the text that goes with it."""
        self._with_ended(lambda ended: self._write(ended, path))

    def _write(self, given: object, path: Path) -> None:
        from ...core.gis.jobs.registration import write_upload

        try:
            written = write_upload(given, path)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.done.emit(
            tr(
                "Written: {files}. Read the text before you upload.",
                files=", ".join(part.name for part in written),
            ),
            [],
        )

    def stop(self) -> None:
        """Take what is drawn over the map away."""
        self._marker.clear()
