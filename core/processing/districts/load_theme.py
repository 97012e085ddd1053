"""``sociodemografi:loadtheme``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ...catalogue.geofa.themes import GRADE_LIST, Theme, code_list, district_types
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm
from .parameters import (
    add_municipality,
    add_server,
    add_theme,
    read_client,
    read_municipality,
    read_theme,
)

if TYPE_CHECKING:
    import pandas as pd

INTEGER = QgsProcessingParameterNumber.Type.Integer


class LoadTheme(SociodemografiAlgorithm):
    """Reads the objects of a GeoFA theme, as they are or were, and what changed since a date."""

    ID = "loadtheme"
    DISTRICT_TYPE, GRADE, STATUS = "DISTRICT_TYPE", "GRADE", "STATUS"
    AS_OF, SINCE, VERSIONS, OUTPUT, CHANGES = "AS_OF", "SINCE", "VERSIONS", "OUTPUT", "CHANGES"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Load districts from GeoFA")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_theme(self)
        add_municipality(self)
        self.addParameter(
            QgsProcessingParameterString(
                self.DISTRICT_TYPE,
                tr("District type (code of the theme; empty for all)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.GRADE,
                tr("Grade (0-10, 12 before school; theme 5710 alone; empty for all)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.STATUS, tr("Status (3 in force; -1 for all)"), INTEGER, 3, False, -1, 4
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.AS_OF, tr("As on the date (YYYY-MM-DD; empty: now)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.SINCE, tr("Tell what changed since the date (YYYY-MM-DD)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.VERSIONS,
                tr("Every version of every object, shown in time by QGIS' temporal controller"),
                False,
            )
        )
        add_server(self)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Districts"), compat.ANY_VECTOR_SOURCE
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.CHANGES, tr("Changes"), compat.ANY_VECTOR_SOURCE, None, True, False
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Fetch, check, write."""
        from ...geofa.comparison.history import changes_between
        from ...geofa.words.wfs_words import DistrictFilter
        from ...gis.districts.area_sets import as_area_set, provenance_of
        from ...gis.districts.topology import warn_of_faults
        from ...gis.host.settings import load_settings
        from ...gis.maps.layers import metadata_of, theme_features, theme_fields

        progress = FeedbackProgress(feedback)
        about = read_theme(self, parameters, context)
        status = self.parameterAsInt(parameters, self.STATUS, context)
        wanted = DistrictFilter(
            read_municipality(self, parameters, context),
            None if status < 0 else status,
            _type_code(self.parameterAsString(parameters, self.DISTRICT_TYPE, context), about),
            _grade_code(self.parameterAsString(parameters, self.GRADE, context), about),
        )
        as_of = self.parameterAsString(parameters, self.AS_OF, context).strip()
        since = self.parameterAsString(parameters, self.SINCE, context).strip()
        if parameters.get(self.CHANGES) and not since:
            raise InputError(
                tr("Changes need a date to count from."), tr("Give the date in SINCE.")
            )
        client = read_client(self, parameters, context, feedback, load_settings())
        versions = self.parameterAsBool(parameters, self.VERSIONS, context)
        if versions and (as_of or since):
            raise InputError(
                tr("Every version and one date exclude each other."),
                tr("Leave AS_OF and SINCE empty."),
            )
        if versions:
            table = client.history(about, wanted, progress)
        elif as_of:
            table = client.as_of(about, wanted, as_of, progress)
        else:
            table = client.districts(about, wanted, progress)
        results = {}
        sink, identifier = self.sink(
            parameters,
            self.OUTPUT,
            context,
            theme_fields(about),
            compat.MULTI[about.geometry_type],
            QgsCoordinateReferenceSystem("EPSG:25832"),
        )
        self.write(sink, theme_features(table, about))
        del sink
        results[self.OUTPUT] = identifier
        title, provenance = in_language(about.title), provenance_of(about, client.server.address)
        if about.has_areas and len(table) and not versions:
            area_set = as_area_set(table, about, wanted, client.server.address, as_of)
            title, provenance = area_set.name, area_set.provenance
            warn_of_faults(area_set, progress)
        feedback.pushInfo(
            tr("{count} districts from {source}", count=len(table), source=provenance.source)
        )
        if since:
            before = client.as_of(about, wanted, since, progress)
            self._write_changes(
                parameters, context, feedback, changes_between(about, before, table), results
            )
        if context.willLoadLayerOnCompletion(identifier):
            self._dress = _DressTheme(
                metadata_of(provenance, title, in_language(about.definition)),
                title,
                about,
                versions,
            )
            context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(self._dress)
        return results

    def _write_changes(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        changes: "pd.DataFrame",
        results: dict,
    ) -> None:
        from ...geofa.comparison.history import CHANGED, ENDED, NEW
        from ..tables import write_table

        counts = changes["change"].value_counts().to_dict()
        feedback.pushInfo(
            tr(
                "{new} new, {changed} changed, {ended} ended.",
                new=int(counts.get(NEW, 0)),
                changed=int(counts.get(CHANGED, 0)),
                ended=int(counts.get(ENDED, 0)),
            )
        )
        if parameters.get(self.CHANGES):
            results[self.CHANGES] = write_table(self, parameters, self.CHANGES, context, changes)


class _DressTheme(QgsProcessingLayerPostProcessorInterface):
    """Gives the loaded layer its name, metadata, form and style; kept by the algorithm so that it
    lives long enough."""

    def __init__(self, metadata: QgsLayerMetadata, name: str, about: Theme, versions: bool):
        super().__init__()
        self._metadata, self._name, self._about, self._versions = metadata, name, about, versions

    def postProcessLayer(  # noqa: N802
        self, layer: QgsVectorLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Name, metadata, form and style."""
        from ...gis.districts.theme_layer import dress, show_versions_in_time

        layer.setName(self._name)
        layer.setMetadata(self._metadata)
        dress(layer, self._about)
        if self._versions:
            show_versions_in_time(layer)


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
    """The ``klassetrin`` code of a grade: 0 is code 11 (0. klasse), the rest are their own
    codes."""
    if not text.strip():
        return None
    grades = code_list(GRADE_LIST)
    code = {"0": 11}.get(text.strip(), int(text) if text.strip().isdigit() else None)
    if not about.has_grades or code is None or code not in grades or code > 12:
        raise InputError(
            tr(
                "The grade {grade} cannot be used with theme {theme}.", grade=text, theme=about.code
            ),
            tr("Theme 5710 takes 0-10, or 12 for before school; leave it empty for other themes."),
        )
    return code
