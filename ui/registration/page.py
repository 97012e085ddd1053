"""GeoFA: register districts and keys — check, see the difference, send, and get a receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
)
from qgis.PyQt.QtWidgets import (
    QFileDialog,
)

from ...core.errors import InputError, SociodemografiError
from ...core.geofa.server import server_of
from ...core.i18n import tr
from ...core.numbers import number
from ..session import Session
from ..widgets.page import Page
from ..widgets.saving import ask_file, wrote
from .access import GeofaAccess
from .confirmation import confirmed
from .review_box import ReviewBox
from .source import RegistrationSource

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsFeedback, QgsGeometry

    from ...core.catalogue.geofa.themes import Theme
    from ...core.geofa.reading.client import GeofaClient
    from ...core.geofa.rules.broken_rule import Lists
    from ...core.geofa.sending.receipt import Receipt
    from ...core.gis.districts.mending import Mended
    from ...core.gis.host.feedback import FeedbackProgress
    from ...core.gis.jobs.registration import Review

    ClientMaker = Callable[[Optional[QgsFeedback]], GeofaClient]


class GeofaPage(Page):
    """What to register, GeoFA's user, the review, and sending."""

    ID, PLACE, ICON = "registration", 70, "/mActionSharingExport.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self._wanted: "Optional[pd.DataFrame]" = None
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
        self.review = ReviewBox(self.session.canvas)
        self.review.mend.clicked.connect(self._mend)
        self.review.send.clicked.connect(self._ask_and_send)
        self.review.file.clicked.connect(self._choose_file)
        self.column.addWidget(self.review)

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
        self.review.forget()

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
        about: "Theme",
        municipality: str,
        path: Path,
        text: str,
        warnings: Sequence[str] = (),
        lists: "Optional[Lists]" = None,
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

    def _border(self) -> "Optional[QgsGeometry]":
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

    def _client(self) -> "ClientMaker":
        """Makes the client in the background, of what the form shows now.

        Raises:
            InputError: the address or the login cannot be used; QGIS asks for its master password
                here, not there.
        """
        from ...core.gis.host.geofa_login import client_of, unlock

        server, settings = server_of(self.access.server.currentText()), self.session.settings
        authcfg = self.access.login.configId()
        unlock(authcfg)
        return lambda feedback: client_of(server, settings, feedback, authcfg)

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

        about, municipality = self.source.chosen_theme(), self.source.municipality.currentData()
        wanted = self._wanted
        client, border, user = self._client(), self._border(), self.access.user.text().strip()
        self.session.run(
            tr("Comparing with GeoFA"),
            lambda progress, feedback: geofa_jobs.review(
                about, municipality, wanted, client(feedback), user, progress, border
            ),
            lambda given, warnings: self._show_review(given, [*mended, *warnings]),
        )

    def _show_review(self, given: "Review", warnings: List[str]) -> None:
        self.review.show_review(given)
        self.session.done.emit(self.review.summary.text(), warnings)

    def _mend(self) -> None:
        from ...core.gis.districts.mending import mend

        about, wanted = self.review.given.comparison.theme, self._wanted
        problems = [problem for problem in self.review.given.problems if problem.row >= 0]

        def compare_again(mended: "Mended", _: List[str]) -> None:
            self._wanted = mended.wanted
            self._run_review(mended.texts)

        self.session.run(
            tr("Mending"),
            lambda progress, feedback: mend(about, wanted, problems, progress),
            compare_again,
        )

    # -- sending -------------------------------------------------------------------------------

    def _with_ended(self, then: "Callable[[Review], None]") -> None:
        """Check the review with the ticked objects ended, and go on with it where no error is
        left."""
        from ...core.gis.jobs import registration as geofa_jobs

        given, ids = self.review.given, self.review.tree.picked_ids()
        by_status = self.review.ending.currentData()
        border, go_on = self._border(), self.review.go_on.isChecked()

        def check(progress: "FeedbackProgress", _: "QgsFeedback") -> "Review":
            ended = geofa_jobs.with_ended(given, ids, by_status, progress, border)
            geofa_jobs.refuse_errors(ended, go_on)
            return ended

        def refused(error: SociodemografiError) -> None:
            # ending an object may leave a hole that the first review did not know
            self.review.go_on.show()
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
            lambda ended: (
                self.send_now(ended) if confirmed(self, ended.comparison, server) else None
            )
        )

    def send_now(self, given: "Review") -> None:
        """Send ``given`` and show the receipt."""
        from ...core.gis.jobs import registration as geofa_jobs

        way, monitor = self.access.way.currentData(), self.session.monitor_path
        try:
            client_in = self._client()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return

        def work(progress: "FeedbackProgress", _: "QgsFeedback") -> "Receipt":
            # what is on its way cannot be called back, so this client hears no Cancel
            client = client_in(None)
            return geofa_jobs.send_and_keep(
                given, geofa_jobs.way_of(way, client), client, monitor, progress
            )

        self.session.run(tr("Sending to GeoFA"), work, self._show_receipt)

    def _show_receipt(self, receipt: "Receipt", warnings: List[str]) -> None:
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
        path = ask_file(
            self,
            self.session,
            tr("File for GeoFA's upload"),
            f"geofa_{about.code}_upload.gpkg",
            "GeoPackage (*.gpkg);;Shapefile (*.shp)",
        )
        if path is not None:
            self.write_file(path)

    def write_file(self, path: Path) -> None:
        """Write the file for the upload in GeoFA's editor, and the text that goes with it."""
        self._with_ended(lambda ended: self._write(ended, path))

    def _write(self, given: "Review", path: Path) -> None:
        from ...core.gis.jobs.registration import write_upload

        try:
            written = write_upload(given, path)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        wrote(
            self.session,
            path,
            tr(
                "Written: {files}. Read the text before you upload.",
                files=", ".join(part.name for part in written),
            ),
        )

    def stop(self) -> None:
        """Take what is drawn over the map away."""
        self.review.marker.clear()
