"""Områder: the districts to count, from GeoFA or from a layer of one's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, List, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayerProxyModel,
    QgsProject,
)
from qgis.gui import QgsDateEdit, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QPushButton

from ...core.catalogue.geofa.themes import (
    GRADE_LIST,
    code_list,
    district_themes,
    district_types,
    grade_order,
    theme,
)
from ...core.catalogue.law.municipalities import municipalities
from ...core.errors import InputError
from ...core.geofa.server import PRODUCTION, TEST
from ...core.geofa.words.wfs_words import IN_FORCE
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ..session import Session
from ..widgets.page import Page
from .area_sets_box import AreaSetsBox

if TYPE_CHECKING:
    from ...core.areas.area_set import AreaSet
    from ...core.gis.districts.topology import Fault
    from ...core.gis.jobs.areas import KeptAreas


class AreasPage(Page):
    """Area sets of the monitor file, and the ways to get more."""

    ID, PLACE, REQUIRED = "areas", 10, True
    NARROW_ICON = "/mIconPolygonLayer.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self._faults: "Sequence[Fault]" = []
        self.kept = AreaSetsBox(session)
        self.sets = self.kept.sets
        self.column.addWidget(self.kept)
        self.faults = QListWidget()
        self.faults.setAccessibleName(tr("Findings on the map"))
        self.faults.setMaximumHeight(90)
        self.faults.setWordWrap(True)
        self.faults.setToolTip(tr("Click to see the place on the map"))
        self.faults.itemClicked.connect(self._zoom)
        self.column.addWidget(self.faults)
        self._build_geofa()
        self._build_layer()
        self.register = QPushButton(tr("Register districts in GeoFA…"))
        self.register.clicked.connect(lambda: self.wanted.emit("registration"))
        self.column.addWidget(self.register)
        self.column.addStretch(1)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Areas")

    # -- GeoFA ---------------------------------------------------------------------------------

    def _build_geofa(self) -> None:
        box, form = self.group(tr("From GeoFA"))
        self.municipality = QComboBox()
        for entry in municipalities().values():
            self.municipality.addItem(f"{entry.code} {entry.name}", entry.code)
        self.municipality.setEditable(True)
        self.municipality.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.municipality.activated.connect(self._choose_municipality)
        self.municipality.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.municipality.completer().setCompletionMode(
            self.municipality.completer().CompletionMode.PopupCompletion
        )
        self.theme = QComboBox()
        for entry in district_themes():
            self.theme.addItem(f"{entry.code} {in_language(entry.title)}", entry.code)
        self.district_type, self.grade, self.status = QComboBox(), QComboBox(), QComboBox()
        for combo in (self.municipality, self.theme, self.district_type, self.grade, self.status):
            combo.setMinimumContentsLength(14)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for code, name in code_list("status").items():
            self.status.addItem(name, code)
        self.status.setCurrentIndex(self.status.findData(IN_FORCE))
        self.grade.addItem(tr("All grades"), None)
        grades = [(c, n) for c, n in code_list(GRADE_LIST).items() if grade_order(c) is not None]
        for code, name in sorted(grades, key=lambda entry: grade_order(entry[0])):
            self.grade.addItem(name, code)
        self.server = QComboBox()
        self.server.setEditable(True)
        self.server.addItems([PRODUCTION, TEST])
        self.server.setToolTip(
            tr("GeoFA's address: the production server, the test server, or one of your own.")
        )
        self.server.setMinimumContentsLength(14)
        self.server.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.is_earlier = QCheckBox(tr("As on"))
        self.as_of = QgsDateEdit()
        self.as_of.setDisplayFormat("yyyy-MM-dd")
        self.as_of.setAllowNull(False)
        self.as_of.setEnabled(False)
        self.is_earlier.toggled.connect(self.as_of.setEnabled)
        self.is_earlier.setToolTip(
            tr("The boundaries as they were registered on a date, beside today's.")
        )
        self.fetch = self.primary(tr("Fetch"))
        self.fetch.clicked.connect(self._fetch)
        for label, widget in (
            (tr("Municipality"), self.municipality),
            (tr("Theme"), self.theme),
            (tr("District type"), self.district_type),
            (tr("Grade"), self.grade),
            (tr("Status"), self.status),
            (tr("Server"), self.server),
        ):
            form.addRow(label, widget)
        form.addRow(self.is_earlier, self.as_of)
        form.addRow(self.fetch)
        self._grade_label = form.labelForField(self.grade)
        self.theme.currentIndexChanged.connect(self._offer_types)
        self.theme.setCurrentIndex(self.theme.findData("5713"))
        self._offer_types()
        self.column.addWidget(box)

    def _offer_types(self) -> None:
        about = theme(self.theme.currentData())
        self.district_type.clear()
        for code, name in district_types(about.code).items():
            self.district_type.addItem(f"{code} {name}", code)
        self.district_type.addItem(tr("All types"), None)
        self.district_type.setCurrentIndex(self.district_type.findData(about.default_type))
        for widget in (self.grade, self._grade_label):
            widget.setVisible(about.has_grades)
        for widget in (self.is_earlier, self.as_of):
            widget.setVisible(about.history_view is not None)
        if about.has_grades:
            self.grade.setCurrentIndex(self.grade.findData(11))

    def _fetch(self) -> None:
        from ...core.geofa.words.wfs_words import DistrictFilter
        from ...core.gis.jobs import areas as jobs

        about = theme(self.theme.currentData())
        try:
            code = self._typed_municipality()
        except InputError as error:
            self.session.failed.emit(error)
            return
        wanted = DistrictFilter(
            code,
            self.status.currentData(),
            self.district_type.currentData(),
            self.grade.currentData() if about.has_grades else None,
        )
        settings, monitor = self.session.settings, Path(self.session.state.monitor)
        earlier = about.history_view is not None and self.is_earlier.isChecked()
        as_of = self.as_of.date().toString("yyyy-MM-dd") if earlier else ""
        settings.geofa_url = self.server.currentText().strip() or PRODUCTION
        self.session.settings.municipality = self.session.state.municipality = code
        self.session.run(
            tr("Fetching districts from GeoFA"),
            lambda progress, feedback: jobs.fetch_districts(
                about.code, wanted, settings, monitor, progress, feedback, as_of
            ),
            self._show_loaded,
        )

    # -- a layer of one's own ------------------------------------------------------------------

    def _build_layer(self) -> None:
        box, form = self.group(tr("From a layer of your own"), collapsed=True)
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.id_field, self.name_field = QgsFieldComboBox(), QgsFieldComboBox()
        self.name_field.setAllowEmptyFieldName(True)
        for combo in (self.id_field, self.name_field):
            self.layer.layerChanged.connect(combo.setLayer)
            combo.setLayer(self.layer.currentLayer())
        self.layer.layerChanged.connect(self._guess_fields)
        self.covers = QCheckBox(tr("Covers without overlap"))
        self.covers.setToolTip(tr("Overlaps and holes are looked for and listed."))
        self.use = QPushButton(tr("Use the layer"))
        self.use.clicked.connect(self._use_layer)
        form.addRow(tr("Layer"), self.layer)
        form.addRow(tr("Area id"), self.id_field)
        form.addRow(tr("Name"), self.name_field)
        form.addRow(self.covers)
        form.addRow(self.use)
        self.column.addWidget(box)
        self._guess_fields()

    def _guess_fields(self, *_: object) -> None:
        """The key and the name of the layer's areas, found from their values; to be changed."""
        from ...core.gis.sources.area_fields import guess_area_fields

        layer = self.layer.currentLayer()
        if layer is not None and layer.isValid():
            key, name = guess_area_fields(layer)
            self.id_field.setField(key)
            self.name_field.setField(name)

    def _use_layer(self) -> None:
        from ...core.gis.jobs import areas as jobs
        from ...core.gis.sources.shown_layer import ShownLayer

        layer = self.layer.currentLayer()
        if layer is None:
            return
        work = partial(
            jobs.use_layer,
            ShownLayer(layer),
            self.id_field.currentField(),
            self.name_field.currentField(),
            self.covers.isChecked(),
            Path(self.session.state.monitor),
            QgsProject.instance().transformContext(),
        )
        municipality = self.session.state.municipality
        self.session.run(
            tr("Reading the layer"),
            lambda progress, feedback: work(progress, municipality),
            self._show_loaded,
        )

    # -- showing -------------------------------------------------------------------------------

    def _show_loaded(self, kept: "KeptAreas", warnings: List[str]) -> None:
        area_set = kept.area_set
        if area_set.id not in self.session.state.area_sets:
            self.session.state.area_sets.append(area_set.id)
        self._faults = kept.faults
        self.session.set_names[area_set.id] = area_set.name
        self._show_on_map(area_set)
        self.session.save()
        text = tr("{count} areas in {name}.", count=number(len(area_set.areas)), name=area_set.name)
        if kept.news:
            text += " " + kept.news
        if kept.faults:
            text += " " + tr("{count} overlaps or holes: see the list.", count=len(kept.faults))
        self.session.done.emit(text, warnings)

    def _show_on_map(self, area_set: "AreaSet") -> None:
        from ...core.gis.maps.layers import publish_outlines
        from ...core.gis.maps.project_layers import extent_of
        from ...core.store.monitor_file import MonitorFile

        project = QgsProject.instance()
        alone = not project.mapLayers()
        layer = publish_outlines(project, MonitorFile(self.session.state.monitor), area_set)
        if alone and self.session.canvas is not None:
            self.session.canvas.setExtent(extent_of(layer))
            self.session.canvas.refresh()

    def lacks(self) -> str:
        """Districts."""
        return "" if self.session.state.area_sets else tr("No districts chosen yet.")

    def restore(self) -> None:
        """Server and municipality used last; no faults."""
        self._faults = []
        self.server.setCurrentText(self.session.settings.geofa_url)
        self.server.lineEdit().setCursorPosition(0)
        known = self.session.state.municipality or self.session.settings.municipality
        if known:
            self.municipality.setCurrentIndex(max(0, self.municipality.findData(known)))

    def _choose_municipality(self) -> None:
        """The municipality is also that of areas of one's own: its region's income is what theirs
        is held against."""
        self.session.settings.municipality = self.session.state.municipality = (
            self.municipality.currentData()
        )
        self.session.save()

    def _typed_municipality(self) -> str:
        """The code of the municipality shown, also when its name was typed.

        Raises:
            InputError: the text fits no municipality, or several.
        """
        text = self.municipality.currentText().strip().lower()
        texts = [
            self.municipality.itemText(row).lower() for row in range(self.municipality.count())
        ]
        fits = [row for row, entry in enumerate(texts) if text and text in entry]
        rows = [
            row for row in fits if text == texts[row] or text in texts[row].split(" ", 1)
        ] or fits
        if len(rows) != 1:
            raise InputError(
                tr(
                    "{text} fits {count} municipalities.",
                    text=self.municipality.currentText(),
                    count=len(rows),
                ),
                tr("Choose one from the list."),
            )
        self.municipality.setCurrentIndex(rows[0])
        return self.municipality.currentData()

    def refresh(self) -> None:
        """The kept area sets with a check mark for those to count."""
        self.kept.refresh()
        self.note.setText(self.lacks() or tr("Checked area sets are counted."))
        self.faults.clear()
        self.faults.addItems([fault.text for fault in self._faults])
        self.faults.setVisible(bool(self._faults))

    def _zoom(self, item: QListWidgetItem) -> None:
        canvas = self.session.canvas
        if canvas is None:
            return
        fault = self._faults[self.faults.row(item)]
        box = fault.geometry.boundingBox()
        box.grow(max(20.0, box.width(), box.height()))
        to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:25832"),
            canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        canvas.setExtent(to_map.transformBoundingBox(box))
        canvas.refresh()
        canvas.flashGeometries([fault.geometry], QgsCoordinateReferenceSystem("EPSG:25832"))
