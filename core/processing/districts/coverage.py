"""``sociodemografi:geofacoverage``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...catalogue.geofa.themes import district_themes, theme
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...gis.law.figures import given_or_guessed
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from ..parameters import names_of
from ..tables import write_table
from .parameters import add_server, read_client

if TYPE_CHECKING:
    import pandas as pd

CODE_FIELDS = ("kommunekode", "komkode", "kode", "municipality")
FIELDS = (
    ("municipality", "text"),
    ("name", "text"),
    ("themes", "text"),
    ("theme_count", "integer"),
    ("objects", "integer"),
    ("newest", "text"),
)


class GeofaCoverage(SociodemografiAlgorithm):
    """Which municipalities have registered which themes, how many objects, and how recently."""

    ID = "geofacoverage"
    THEMES, MUNICIPALITIES, CODE_FIELD = "THEMES", "MUNICIPALITIES", "CODE_FIELD"
    OUTPUT, TABLE = "OUTPUT", "TABLE"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Uptake of GeoFA's themes")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterString(
                self.THEMES,
                tr("Themes (codes with comma; empty: the district themes)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.MUNICIPALITIES,
                tr("Municipalities' areas (empty: a point in each that has registered)"),
                [compat.POLYGON_SOURCE],
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.CODE_FIELD,
                tr("Field with the municipality code"),
                None,
                self.MUNICIPALITIES,
                QgsProcessingParameterField.DataType.Any,
                False,
                True,
            )
        )
        add_server(self)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Map"), compat.ANY_VECTOR_SOURCE)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.TABLE, tr("Table by theme"), compat.ANY_VECTOR_SOURCE, None, True, True
            )
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Ask, count, write."""
        from ...geofa.reading.coverage import GOAL_PERCENT, by_municipality, uptake
        from ...gis.host.settings import load_settings

        codes = names_of(self.parameterAsString(parameters, self.THEMES, context))
        themes = [theme(code) for code in codes] or list(district_themes())
        source = self.parameterAsSource(parameters, self.MUNICIPALITIES, context)
        field = None
        if source is not None:
            given = self.parameterAsString(parameters, self.CODE_FIELD, context)
            field = given_or_guessed(
                given, CODE_FIELDS, source.fields().names(), self.CODE_FIELD, source.sourceName()
            )
        settings = load_settings()
        client = read_client(
            self, parameters, context, feedback, settings, max_age=settings.geofa_cache_hours
        )
        found = client.coverage(themes, FeedbackProgress(feedback))
        for code, share in uptake(found, themes).items():
            what = tr("any of the themes") if code == "any" else code
            feedback.pushInfo(
                tr(
                    "{what}: {count} of {all} municipalities ({percent} %).",
                    what=what,
                    count=number(share.municipalities),
                    all=number(share.of),
                    percent=number(share.percent, 1),
                )
            )
        feedback.pushInfo(tr("The project's goal is {goal} %.", goal=number(GOAL_PERCENT)))
        table = by_municipality(found)
        results = {self.OUTPUT: self._write_map(parameters, context, table, source, field)}
        if parameters.get(self.TABLE):
            results[self.TABLE] = write_table(
                self, parameters, self.TABLE, context, found.drop(columns=["x", "y"])
            )
        return results

    def _write_map(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        table: "pd.DataFrame",
        source: Optional[QgsFeatureSource],
        field: Optional[str],
    ) -> str:
        fields = QgsFields()
        for name, kind in FIELDS:
            fields.append(compat.field(name, kind))
        shapes = _shapes(source, field)
        if source is not None:
            kind, crs = QgsWkbTypes.multiType(source.wkbType()), source.sourceCrs()
        else:
            kind, crs = QgsWkbTypes.Type.Point, QgsCoordinateReferenceSystem("EPSG:25832")
        sink, identifier = self.sink(parameters, self.OUTPUT, context, fields, kind, crs)
        features = []
        for row in table.to_dict("records"):
            shape = shapes.get(row["municipality"])
            if source is None and row["x"] == row["x"]:
                shape = QgsGeometry.fromPointXY(QgsPointXY(row["x"], row["y"]))
            if shape is None and not row["theme_count"]:
                continue
            feature = QgsFeature(fields)
            feature.setAttributes([row[name] for name, _ in FIELDS])
            if shape is not None:
                feature.setGeometry(shape)
            features.append(feature)
        self.write(sink, features)
        return identifier


def _shapes(source: Optional[QgsFeatureSource], field: Optional[str]) -> Dict[str, QgsGeometry]:
    """Municipality code (four digits) → area; parts of one municipality together."""
    found: Dict[str, list] = {}
    if source is not None and field:
        for feature in source.getFeatures(QgsFeatureRequest()):
            found.setdefault(compat.text_of(feature[field]).zfill(4), []).append(
                QgsGeometry(feature.geometry())
            )
    shapes = {}
    for code, parts in found.items():
        shapes[code] = QgsGeometry.unaryUnion(parts)
        shapes[code].convertToMultiType()
    return shapes
