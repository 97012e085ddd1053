"""Start: nothing is open yet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, List

from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from qgis.PyQt.QtWidgets import QCheckBox, QFileDialog, QPushButton, QSpinBox

from ...core.catalogue.law.municipalities import EXAMPLE_CODE
from ...core.gis.host.project_state import ProjectState, counted_by
from ...core.i18n import tr
from ...core.numbers import number
from ...core.version import plugin_version
from ..chosen import choices_of, profile_of
from ..session import Session
from ..widgets.page import Page
from ..widgets.plain import plain_label
from ..widgets.saving import ask_file, suggested
from .dropping import MONITOR, drop_place, dropped_paths, kind_of
from .recent import RecentFiles

if TYPE_CHECKING:
    from ...core.example.files import ExampleFiles
    from ...core.gis.jobs.start import CountedExample

FILTER = "GeoPackage (*.gpkg)"
NAME, ENDING = "sociodemografi", ".gpkg"
RESIDENTS = 20_000
"""Of the example: the fewest of whom each housing area is large enough for the law to look at."""


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
        self.setAcceptDrops(True)
        self.note.setText(
            tr(
                "Follow districts and housing areas month by month, with the municipality's own "
                "data. Data stay on this machine."
            )
        )
        self._build_example()
        self._build_own()
        self.recent_box, form = self.group(tr("Worked in last"))
        self.recent = RecentFiles()
        self.recent.chosen.connect(lambda path: self.resume(Path(path)))
        self.recent.found.connect(lambda: self.recent_box.setVisible(bool(self.recent.buttons)))
        form.addRow(self.recent)
        self.recent_box.hide()
        self.column.addWidget(self.recent_box)
        self.column.addStretch(1)

    def _build_example(self) -> None:
        box, form = self.group(tr("Example municipality (fictional)"))
        self.example = self.primary(tr("Try the example"))
        self.example.clicked.connect(self._make_example)
        form.addRow(self.example)
        self.residents = QSpinBox()
        self.residents.setRange(1_000, 1_000_000)
        self.residents.setSingleStep(10_000)
        self.residents.setGroupSeparatorShown(True)
        self.residents.setValue(RESIDENTS)
        form.addRow(tr("Residents"), self.residents)
        self.counted = QCheckBox(tr("Count it, and show the map"))
        self.counted.setToolTip(tr("Without this the registers are made, and you count them."))
        self.counted.setChecked(True)
        form.addRow(self.counted)
        self.folder = documents() / tr("Example municipality")
        place = plain_label(tr("Is made in {folder}", folder=str(self.folder)))
        place.setWordWrap(True)
        form.addRow(place)
        self.column.addWidget(box)

    def _build_own(self) -> None:
        box, form = self.group(tr("Your own monitor file"))
        self.fetch = QPushButton(tr("Fetch districts from GeoFA…"))
        self.fetch.setToolTip(tr("Begins a new monitor file with the districts that you choose."))
        self.fetch.clicked.connect(self._fetch)
        self.new = QPushButton(tr("New monitor file…"))
        self.new.clicked.connect(self._choose_new)
        self.open = QPushButton(tr("Open monitor file…"))
        self.open.clicked.connect(self._choose_existing)
        for widget in (self.fetch, self.new, self.open, drop_place()):
            form.addRow(widget)
        self.column.addWidget(box)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Start")

    def tip(self) -> str:
        """The page's name."""
        return self.title()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The recent files are looked for when the page is seen."""
        super().showEvent(event)
        self.recent.show_files([one for one in self.session.settings.recent.split("\n") if one])

    def stop(self) -> None:
        """Look for no files any more."""
        self.recent.stop()

    # -- the example ---------------------------------------------------------------------------

    def _make_example(self) -> None:
        from ...core.gis.jobs.start import count_example, make_example_monitor

        folder, residents = self.folder, self.residents.value()
        if not self.counted.isChecked():
            self.session.run(
                tr("Making the example municipality"),
                lambda progress, feedback: make_example_monitor(folder, residents, progress),
                self._open_made,
            )
            return
        state, version = ProjectState(municipality=EXAMPLE_CODE), plugin_version()
        choices, profiles = choices_of(state), partial(profile_of, state)
        self.session.run(
            tr("Making the example municipality"),
            lambda progress, feedback: count_example(
                folder, residents, choices, profiles, version, progress
            ),
            self._open_counted,
        )

    def _open_made(self, made: tuple, warnings: List[str]) -> None:
        self._open_example(*made)
        self.session.done.emit(
            tr(
                "The example municipality is ready: {count} residents, all invented. Go on with "
                "Data.",
                count=number(self.residents.value()),
            ),
            warnings,
        )

    def _open_counted(self, made: "CountedExample", warnings: List[str]) -> None:
        self._open_example(made.files, made.monitor)
        self.session.looked_through.emit(made.looked_through)
        self.session.state.counted = counted_by(self.session.state)
        self.session.save()
        self.session.done.emit(
            tr(
                "The example municipality is counted: {count} residents, all invented, in "
                "{periods} periods.",
                count=number(self.residents.value()),
                periods=number(len(made.computed.results.judged_periods)),
            ),
            warnings,
        )

    def _open_example(self, files: "ExampleFiles", monitor: Path) -> None:
        from ...core.gis.jobs.start import registers_of
        from ...core.store.monitor_file import MonitorFile

        self.session.open_monitor(
            monitor,
            ProjectState(
                monitor=str(monitor),
                municipality=EXAMPLE_CODE,
                area_sets=MonitorFile(monitor, at_once=True).areas.sets()["area_set"].tolist(),
                registers={kind: str(path) for kind, path in registers_of(files).items()},
                addresses=str(files.addresses),
                references=str(files.references),
                history=str(files.history),
            ),
        )

    # -- a monitor file of one's own -----------------------------------------------------------

    def _new_place(self) -> Path:
        """Where a new monitor file is made when nobody says where: beside others of the name."""
        place = suggested(self.session, NAME + ENDING)
        others = (place.with_name(f"{NAME} {n}{ENDING}") for n in range(2, 1000))
        return next((one for one in (place, *others) if not one.exists()), place)

    def _fetch(self) -> None:
        """The page Areas, for a new monitor file where none is open."""
        if not self.session.state.monitor:
            self.begin(self._new_place())
        self.wanted.emit("areas")

    def _choose_new(self) -> None:
        path = ask_file(self, self.session, tr("New monitor file"), NAME + ENDING, FILTER)
        if path is not None:
            self.begin(path.with_suffix(ENDING))

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

    # -- files that are dropped ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the first file dropped."""
        paths = [path for path in dropped_paths(event.mimeData()) if path.exists()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def take(self, path: Path) -> None:
        """Open the monitor file, or choose the register, at ``path``: whichever it is."""
        self.session.run(
            tr("Looking at {file}", file=path.name),
            lambda progress, feedback: kind_of(path),
            lambda kind, warnings: self._take_as(path, kind),
        )

    def _take_as(self, path: Path, kind: str) -> None:
        if kind == MONITOR:
            self.resume(path)
            return
        if not self.session.state.monitor:
            self.begin(self._new_place())
        self.session.given.emit(kind, str(path))
        self.wanted.emit("data")
