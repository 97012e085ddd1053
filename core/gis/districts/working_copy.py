"""A theme to edit: a GeoPackage with what GeoFA has, so that nothing is sent before it is compared
and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureSink,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...catalogue.geofa.themes import Theme
from ...errors import InputError, StoreError
from ...files import cure, written_whole
from ...geofa.reading.client import GeofaClient
from ...geofa.server import CRS
from ...geofa.words.wfs_words import DistrictFilter
from ...i18n import in_language, tr
from ...progress import Part, Progress
from ..host import compat
from ..maps.layers import theme_features, theme_fields
from .theme_layer import dress


def file_name(theme: Theme, municipality: str) -> str:
    """What the file is called: ``geofa_5713_0461.gpkg``."""
    return f"geofa_{theme.code}_{municipality}.gpkg"


def fetch(
    theme: Theme, municipality: str, client: GeofaClient, path: Path, progress: Progress
) -> Tuple[int, dict]:
    """Write the municipality's objects of ``theme``, of every status, to the new file ``path``; may
    be none.

    Returns:
        The number of objects, and GeoFA's code lists for ``layer_of``.
    Raises:
        InputError: the file exists: it may hold edits that are not sent.
        StoreError: it cannot be written; nothing is left then.
        ServiceError: GeoFA cannot be read.
    """
    if path.exists():
        raise InputError(
            tr(
                "The working copy {file} exists and may hold changes that are not sent.",
                file=str(path),
            ),
            tr("Send or delete it first, or choose another place."),
        )
    table = client.current(
        theme, DistrictFilter(municipality, None, None), Part(progress, 0.0, 0.8)
    )
    lists = client.code_lists(theme, progress)
    try:
        with written_whole(path) as work:
            work.touch()  # a folder that cannot be written tells so itself
            problem = _write(theme, table, work)
            if problem:
                raise OSError(problem)
    except OSError as error:
        raise StoreError(
            tr("The working copy {file} cannot be written.", file=str(path)),
            cure(error, path),
            str(error),
        ) from None
    progress.report(1.0)
    return len(table), lists


def _write(theme: Theme, table: pd.DataFrame, path: Path) -> str:
    """Write the file; what went wrong, or an empty text."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", theme.view
    options.layerOptions = ["GEOMETRY_NAME=geometri"]
    writer = QgsVectorFileWriter.create(
        str(path),
        theme_fields(theme),
        compat.MULTI[theme.geometry_type],
        QgsCoordinateReferenceSystem(CRS),
        QgsCoordinateTransformContext(),
        options,
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        return writer.errorMessage()
    written = writer.addFeatures(theme_features(table, theme), QgsFeatureSink.Flag.FastInsert)
    said = "" if written else writer.errorMessage() or "?"
    del writer  # closes the file
    return said


def layer_of(
    theme: Theme, municipality: str, user: str, path: Path, lists: Optional[dict] = None
) -> QgsVectorLayer:
    """The working copy as a layer with the theme's form, rules and style; ``lists`` are GeoFA's own
    code lists.

    Raises:
        StoreError: the file is no working copy of the theme.
    """
    name = tr("{theme} {name}, working copy", theme=theme.code, name=in_language(theme.title))
    layer = QgsVectorLayer(f"{path}|layername={theme.view}", name, "ogr")
    if not layer.isValid():
        raise StoreError(
            tr("{file} is no working copy of theme {theme}.", file=str(path), theme=theme.code),
            tr("Choose another file."),
        )
    dress(layer, theme, municipality, user, lists)
    return layer
