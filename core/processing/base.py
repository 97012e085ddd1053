"""What all algorithms share: names, help, errors in words, and parameters for tables and files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Dict, List, Optional, Set, Tuple, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..errors import SociodemografiError
from ..files import cure, refuse_held
from ..gis.host import compat
from ..gis.host.connections import is_database_table
from ..gis.host.handles import let_inputs_go
from ..gis.host.tasks import unexpected
from ..i18n import language, tr
from ..packages import NEEDED, missing, missing_text
from ..plain_text import open_document_text, spreadsheet_text

if TYPE_CHECKING:
    from qgis.core import QgsWkbTypes

    from ..gis.sources.shown_layer import FileCells, ShownLayer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class TableOrFile(QgsProcessingParameterVectorLayer):
    """A layer or table of any kind, the path of a file or of a folder of monthly files, or a
    database table.

    A table of a saved PostgreSQL connection is written ``postgres:connection/schema/table``.
    """

    def __init__(self, name: str, description: str, optional: bool = False):
        super().__init__(name, description, [compat.ANY_VECTOR_SOURCE], None, optional)

    def clone(self) -> "TableOrFile":
        """A copy, for the model designer."""
        return TableOrFile(
            self.name(), self.description(), bool(self.flags() & self.Flag.FlagOptional)
        )

    def checkValueIsAcceptable(  # noqa: N802
        self, value: object, context: Optional[QgsProcessingContext] = None
    ) -> bool:
        """A path that exists is accepted as it is; all else as a layer."""
        if isinstance(value, str) and value and (Path(value).exists() or is_database_table(value)):
            return True
        if isinstance(value, (str, type(None))) and not value:
            return bool(self.flags() & self.Flag.FlagOptional)
        if isinstance(
            value, QgsProcessingFeatureSourceDefinition
        ):  # some features of a layer: those selected
            value = value.source.staticValue()
        return isinstance(value, QgsVectorLayer) or super().checkValueIsAcceptable(value, context)


class _PlainTips(QgsProcessingLayerPostProcessorInterface):
    """Lets the map tips of a result show names as they are written."""

    def postProcessLayer(  # noqa: N802
        self, layer: object, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """The tip."""
        from ..gis.maps.style import tip_as_text

        if isinstance(layer, QgsVectorLayer):
            tip_as_text(layer)


def _chosen(given: object, layer: QgsVectorLayer) -> Optional[Set[int]]:
    """The ids of the features that are asked for; None where all are."""
    if not isinstance(given, QgsProcessingFeatureSourceDefinition):
        return None
    request = QgsFeatureRequest()
    if given.selectedFeaturesOnly:
        request.setFilterFids(layer.selectedFeatureIds())
    if given.featureLimit >= 0:
        request.setLimit(given.featureLimit)
    condition = getattr(given, "filterExpression", "")  # QGIS 3.32 and later
    if condition:
        request.combineFilterExpression(condition)
    some = given.selectedFeaturesOnly or given.featureLimit >= 0 or condition
    return {feature.id() for feature in layer.getFeatures(request)} if some else None


MARKS = {".csv": spreadsheet_text, ".ods": open_document_text}
PLAIN_TIPS = _PlainTips()
"""QGIS keeps no hold of a post-processor: it must live as long as the plugin."""


class SociodemografiAlgorithm(QgsProcessingAlgorithm):
    """Base of the provider's algorithms, which collects those that state an ``ID`` in a folder.

    A subclass gives its ``ID``, its parameters and ``compute``, and the ``PACKAGES`` it cannot do
    without. Its group in the toolbox is its folder, whose ``group`` gives the group's name.
    """

    ID = ""
    PACKAGES: Tuple[str, ...] = NEEDED

    def __init__(self) -> None:
        super().__init__()
        self._marks: Dict[int, Optional[Callable[[str], str]]] = {}
        self._shown: Dict[str, ShownLayer] = {}
        self._sheets: Dict[str, Optional[FileCells]] = {}
        self._crs: Dict[str, QgsCoordinateReferenceSystem] = {}
        self._feedback = QgsProcessingFeedback()

    def name(self) -> str:
        """The id, fixed for ever."""
        return self.ID

    def createInstance(self) -> "SociodemografiAlgorithm":  # noqa: N802
        """A fresh algorithm."""
        return type(self)()

    def group(self) -> str:
        """The group's name in the toolbox: what the folder calls itself."""
        return sys.modules[self._folder()].group()

    def groupId(self) -> str:  # noqa: N802
        """The folder."""
        return self._folder().rpartition(".")[2]

    def _folder(self) -> str:
        return type(self).__module__.rpartition(".")[0]

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(RESOURCES / "icons" / "sociodemografi.svg"))

    def shortHelpString(self) -> str:  # noqa: N802
        """The help file of the algorithm in the user's language, English otherwise."""
        for code in (language(), "en"):
            file = RESOURCES / "help" / code / f"{self.ID}.html"
            if file.exists():
                return file.read_text(encoding="utf-8")
        return ""

    def canExecute(self) -> "tuple[bool, str]":  # noqa: N802
        """False with the reason where a package is missing."""
        lacking = missing(*self.PACKAGES)
        return (not lacking, missing_text(lacking) if lacking else "")

    def prepareAlgorithm(  # noqa: N802
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take down what the layers given as tables show, on the thread they live in."""
        if missing(*self.PACKAGES):  # said when the work begins
            return True
        from ..gis.sources.geometries import crs_of
        from ..gis.sources.shown_layer import ShownLayer, cells_of_sheet

        for definition in self.parameterDefinitions():
            name, kind = definition.name(), definition.type()
            if kind == QgsProcessingParameterVectorLayer.typeName() and not self._is_path(
                parameters.get(name)
            ):
                layer = self._layer_of(parameters, name, context)
                if layer is not None and layer.isValid():
                    self._shown[name] = ShownLayer(layer, _chosen(parameters[name], layer))
            elif kind == QgsProcessingParameterFeatureSource.typeName():
                layer = self._layer_of(parameters, name, context)
                if layer is not None and layer.isValid():
                    self._sheets[name], self._crs[name] = cells_of_sheet(layer), crs_of(layer)
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Run ``compute``; errors become sentences."""
        lacking = missing(*self.PACKAGES)
        if lacking:
            raise QgsProcessingException(missing_text(lacking))
        self._feedback = feedback
        try:
            return self.compute(parameters, context, feedback)
        except SociodemografiError as error:
            text, details = str(error), error.details
        except QgsProcessingException:
            raise
        except Exception as error:  # noqa: BLE001 (its message may hold a cell of a register)
            text, details = str(unexpected(error)), unexpected(error).details
        finally:
            let_inputs_go(context)
        # Raised out here so that it does not hold the frames of the first error: these hold
        # iterators over layers, and QGIS crashes when an iterator outlives its layer.
        if details:
            feedback.pushInfo(details)
        raise QgsProcessingException(text)

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Parameters → core → outputs."""
        raise NotImplementedError

    def table_or_file(
        self, parameters: dict, name: str, context: QgsProcessingContext
    ) -> "Optional[Union[str, ShownLayer, QgsVectorLayer]]":
        """The path given as ``name``, or what the layer shows (its fields are ``fields()``); None
        where nothing is."""
        given = parameters.get(name)
        if isinstance(given, str) and self._is_path(given):
            return given
        layer = self._shown.get(name) or self.parameterAsVectorLayer(parameters, name, context)
        if layer is None and given:
            raise QgsProcessingException(
                tr("{name}: {thing} is neither a file nor a layer.", name=name, thing=str(given))
            )
        return layer

    def _layer_of(
        self, parameters: dict, name: str, context: QgsProcessingContext
    ) -> Optional[QgsVectorLayer]:
        """The layer given as ``name``, or the one a definition takes features of; None where
        nothing is."""
        given = parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            parameters = {**parameters, name: given.source}
        return self.parameterAsVectorLayer(parameters, name, context) if given else None

    @staticmethod
    def _is_path(given: object) -> bool:
        """Is it a file or folder, or a table of a database?"""
        return (
            isinstance(given, str)
            and bool(given)
            and (Path(given).exists() or is_database_table(given))
        )

    def crs_of_source(self, name: str) -> Optional[QgsCoordinateReferenceSystem]:
        """The reference system of the layer given as the source ``name``; None where there is
        none."""
        return self._crs.get(name)

    def source_in_sheet(
        self, parameters: dict, name: str, context: QgsProcessingContext
    ) -> Optional[QgsFeatureSource]:
        """The source given as ``name``, percentages of a workbook as percentages (what else is to
        be known is told); None where nothing is given.

        Raises:
            InputError: the workbook cannot be read.
        """
        source, cells = self.parameterAsSource(parameters, name, context), self._sheets.get(name)
        if source is None or cells is None:
            return source
        from ..gis.sources.sheet_layer import in_percent

        shown, remarks = in_percent(source, cells)
        for remark in remarks:
            self._feedback.pushWarning(remark)
        return shown

    def sink(
        self,
        parameters: dict,
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        geometry: "QgsWkbTypes.Type",
        crs: QgsCoordinateReferenceSystem,
    ) -> "tuple[QgsFeatureSink, str]":
        """The sink of output ``name``; raises where the file it would replace is held."""
        self._refuse_held(parameters.get(name))
        sink, identifier = self.parameterAsSink(parameters, name, context, fields, geometry, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, name))
        if context.willLoadLayerOnCompletion(identifier):
            context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(PLAIN_TIPS)
        self._marks[id(sink)] = MARKS.get(Path(identifier).suffix.lower())
        return sink, identifier

    @staticmethod
    def _refuse_held(output: object) -> None:
        """Raise where ``output`` is a file that is there and open elsewhere, before QGIS begins to
        remove it."""
        if isinstance(output, QgsProcessingOutputLayerDefinition):
            output = output.sink.staticValue()
        if not isinstance(output, str):
            return
        try:
            refuse_held(Path(output))
        except OSError as error:
            text = tr("The file {file} cannot be written.", file=output) + " " + cure(error, output)
        else:
            return
        raise QgsProcessingException(text)

    def write(self, sink: QgsFeatureSink, features: List[QgsFeature]) -> None:
        """Put ``features`` into ``sink``; raises where the file refuses them.

        In a file for spreadsheets a text stays a text, whatever it begins with.
        """
        mark = self._marks.get(id(sink))
        if mark is not None:
            for feature in features:
                cells = feature.attributes()
                feature.setAttributes([mark(c) if isinstance(c, str) else c for c in cells])
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("The result cannot be written: {problem}", problem=sink.lastError())
                + " "
                + tr("Choose another place.")
            )
