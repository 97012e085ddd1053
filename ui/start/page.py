"""Start: nothing is open yet."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QSpinBox

from ...core.catalogue.law.municipalities import EXAMPLE_CODE
from ...core.gis.host.project_state import ProjectState
from ...core.i18n import tr
from ...core.numbers import number
from ..session import Session
from ..widgets.page import Page
from ..widgets.plain import plain_label

FILTER = "GeoPackage (*.gpkg)"


def documents() -> Path:
    """The user's folder for documents."""
    return Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        or Path.home()
    )


class StartPage(Page):
    """Try with the example, begin a new monitor file, or open one."""

    ID, PLACE, ICON = "start", 0, "/mIconFolderHome.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.note.setText(
            tr(
                "Follow districts and housing areas month by month, with the municipality's own "
                "data. Data stay on this machine."
            )
        )
        self.example = self.primary(tr("Make the example"))
        self.example.clicked.connect(self._make_example)
        box, form = self.group(tr("Example municipality (fictional)"))
        self.residents = QSpinBox()
        self.residents.setRange(1_000, 1_000_000)
        self.residents.setSingleStep(10_000)
        self.residents.setGroupSeparatorShown(True)
        self.residents.setValue(60_000)
        form.addRow(tr("Residents"), self.residents)
        self.folder = documents() / tr("Example municipality")
        place = plain_label(tr("Is made in {folder}", folder=str(self.folder)))
        place.setWordWrap(True)
        form.addRow(place)
        form.addRow(self.example)
        self.column.addWidget(box)
        box, form = self.group(tr("Your own monitor file"))
        self.new = QPushButton(tr("New monitor file…"))
        self.new.clicked.connect(self._choose_new)
        self.open = QPushButton(tr("Open monitor file…"))
        self.open.clicked.connect(self._choose_existing)
        form.addRow(self.new)
        form.addRow(self.open)
        self.column.addWidget(box)
        self.column.addStretch(1)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Start")

    def tip(self) -> str:
        """The page's name."""
        return self.title()

    def _make_example(self) -> None:
        from ...core.gis.jobs.start import make_example_monitor

        folder, residents = self.folder, self.residents.value()
        self.session.run(
            tr("Making the example municipality"),
            lambda progress, feedback: make_example_monitor(folder, residents, progress),
            self._open_example,
        )

    def _open_example(self, made: tuple, warnings: list) -> None:
        from ...core.example.files import OTHER_REGISTERS
        from ...core.store.monitor_file import MonitorFile

        files, monitor = made
        self.session.open_monitor(
            monitor,
            ProjectState(
                monitor=str(monitor),
                municipality=EXAMPLE_CODE,
                area_sets=MonitorFile(monitor, at_once=True).areas.sets()["area_set"].tolist(),
                registers={
                    kind: str(files.register(kind)) for kind in ("persons", *OTHER_REGISTERS)
                },
                addresses=str(files.addresses),
                references=str(files.references),
                history=str(files.history),
            ),
        )
        self.session.done.emit(
            tr(
                "The example municipality is ready: {count} residents, all invented. Go on with "
                "Data.",
                count=number(self.residents.value()),
            ),
            warnings,
        )

    def _choose_new(self) -> None:
        suggested = Path(QgsProject.instance().homePath() or documents()) / "sociodemografi.gpkg"
        path, _ = QFileDialog.getSaveFileName(self, tr("New monitor file"), str(suggested), FILTER)
        if path:
            self.begin(Path(path).with_suffix(".gpkg"))

    def _choose_existing(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Open monitor file"), str(documents()), FILTER
        )
        if path:
            self.resume(Path(path))

    def begin(self, path: Path) -> None:
        """Make ``path`` the monitor file of this project; it is written with the first
        districts."""
        self.session.open_monitor(path)

    def resume(self, path: Path) -> None:
        """Go on with the monitor file ``path``."""
        from ...core.errors import SociodemografiError
        from ...core.store.monitor_file import MonitorFile

        try:
            sets = MonitorFile(path, at_once=True).areas.sets()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.open_monitor(
            path,
            ProjectState(
                monitor=str(path),
                municipality=self.session.state.municipality,
                area_sets=sets["area_set"].tolist(),
            ),
        )
