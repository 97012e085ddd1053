"""``sociodemografi:loadtheme``."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..catalogue.municipalities import municipality_code
from ..catalogue.themes import GRADE_LIST, Theme, all_themes, code_list, district_types, theme
from ..errors import InputError
from ..gis import compat
from ..gis.feedback import FeedbackProgress
from ..i18n import in_language, tr
from .base import SociodemografiAlgorithm

INTEGER = QgsProcessingParameterNumber.Type.Integer


class LoadTheme(SociodemografiAlgorithm):
    """Reads the districts of a GeoFA theme."""

    ID = "loadtheme"
    THEME, MUNICIPALITY, DISTRICT_TYPE = "THEME", "MUNICIPALITY", "DISTRICT_TYPE"
    GRADE, STATUS, URL, OUTPUT = "GRADE", "STATUS", "URL", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Load districts from GeoFA")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        themes = ", ".join(f"{t.code} {in_language(t.title)}" for t in all_themes())
        self.addParameter(QgsProcessingParameterString(self.THEME, tr("Theme ({themes})", themes=themes), "5713"))
        self.addParameter(QgsProcessingParameterString(self.MUNICIPALITY, tr("Municipality code (four digits)")))
        self.addParameter(QgsProcessingParameterString(
            self.DISTRICT_TYPE, tr("District type (code of the theme; empty for all)"), None, False, True))
        self.addParameter(QgsProcessingParameterString(
            self.GRADE, tr("Grade (0-10, 12 before school; theme 5710 alone; empty for all)"), None, False, True))
        self.addParameter(QgsProcessingParameterNumber(
            self.STATUS, tr("Status (3 in force; -1 for all)"), INTEGER, 3, False, -1, 4))
        self.addParameter(QgsProcessingParameterString(
            self.URL, tr("WFS address (empty for the server chosen in the panel)"), None, False, True))
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Districts"), compat.POLYGON_SOURCE))

    def compute(self, parameters: dict, context: QgsProcessingContext, feedback: object) -> dict:
        """Fetch, check, write."""
        from ..geofa.client import GeofaClient
        from ..geofa.requests_text import DistrictFilter
        from ..gis.geofa_areas import as_area_set
        from ..gis.layers import metadata_of, theme_features, theme_fields
        from ..gis.network import qgis_session
        from ..gis.settings import load_settings
        from ..gis.topology import warn_of_faults

        progress = FeedbackProgress(feedback)
        about = theme(self.parameterAsString(parameters, self.THEME, context))
        status = self.parameterAsInt(parameters, self.STATUS, context)
        wanted = DistrictFilter(
            municipality_code(self.parameterAsString(parameters, self.MUNICIPALITY, context)),
            None if status < 0 else status,
            _type_code(self.parameterAsString(parameters, self.DISTRICT_TYPE, context), about),
            _grade_code(self.parameterAsString(parameters, self.GRADE, context), about),
        )
        settings = load_settings()
        url = self.parameterAsString(parameters, self.URL, context).strip() or settings.geofa_url
        client = GeofaClient(qgis_session(feedback), url, settings.geofa_seconds)
        table = client.districts(about, wanted, progress)
        area_set = as_area_set(table, about, wanted, url)
        sink, identifier = self.sink(parameters, self.OUTPUT, context, theme_fields(about), compat.MULTI_POLYGON,
                                     QgsCoordinateReferenceSystem("EPSG:25832"))
        self.write(sink, theme_features(table, about))
        del sink
        warn_of_faults(area_set, progress)
        feedback.pushInfo(tr("{count} districts from {source}", count=len(table), source=area_set.provenance.source))
        if context.willLoadLayerOnCompletion(identifier):
            self._stamp = _Stamp(metadata_of(area_set.provenance, area_set.name, in_language(about.definition)),
                                 area_set.name)
            context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(self._stamp)
        return {self.OUTPUT: identifier}


class _Stamp(QgsProcessingLayerPostProcessorInterface):
    """Gives the loaded layer its name and metadata; kept by the algorithm so that it lives long enough."""

    def __init__(self, metadata: object, name: str):
        super().__init__()
        self._metadata, self._name = metadata, name

    def postProcessLayer(self, layer: object, context: QgsProcessingContext, feedback: object) -> None:  # noqa: N802
        """Name and metadata."""
        layer.setName(self._name)
        layer.setMetadata(self._metadata)


def _type_code(text: str, about: Theme) -> Optional[int]:
    if not text.strip():
        return None
    types = district_types(about.code)
    if not text.strip().isdigit() or int(text) not in types:
        raise InputError(
            tr("The theme {theme} has no district type {code}.", theme=about.code, code=text),
            tr("Choose one of {choices}.", choices=", ".join(f"{c} {n}" for c, n in types.items())),
        )
    return int(text)


def _grade_code(text: str, about: Theme) -> Optional[int]:
    """The ``klassetrin`` code of a grade: 0 is code 11 (0. klasse), the rest are their own codes."""
    if not text.strip():
        return None
    grades = code_list(GRADE_LIST)
    code = {"0": 11}.get(text.strip(), int(text) if text.strip().isdigit() else None)
    if not about.has_grades or code not in grades or code > 12:
        raise InputError(
            tr("The grade {grade} cannot be used with theme {theme}.", grade=text, theme=about.code),
            tr("Theme 5710 takes 0-10, or 12 for before school; leave it empty for other themes."),
        )
    return code
