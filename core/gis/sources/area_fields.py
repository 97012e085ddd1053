"""Which fields of a layer are its areas' key and name."""

from __future__ import annotations

from typing import Dict, List, Tuple

from qgis.core import (
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingFeatureSource,
)

from ...areas.keys import best_key, best_name, is_unique
from ..host import compat
from .field_names import ID_FIELDS, NAME_FIELDS, guess_field

MOST_LOOKED_AT = 5000
"""No municipality has so many areas."""


def features_of(source: QgsFeatureSource, request: QgsFeatureRequest) -> QgsFeatureIterator:
    """The features, invalid ones too: we say more about those than Processing does, which ends the
    process where it meets one."""
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(
            request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        )
    return source.getFeatures(request)


def guess_area_fields(source: QgsFeatureSource, as_before: bool = False) -> Tuple[str, str]:
    """The field of the areas' ids (unique, and no number of the row where there is another) and
    that of their names; empty where there is none. Where nothing is unique, the id is guessed from
    its name.

    Args:
        as_before: take the usual name for an id where its values are unique, though they count the
            rows: a series that was begun so goes on.
    """
    names = source.fields().names()
    columns: Dict[str, List[str]] = {name: [] for name in names}
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setLimit(MOST_LOOKED_AT)
    for feature in features_of(source, request):
        for name, value in zip(names, feature.attributes()):
            columns[name].append(compat.text_of(value).strip())
    usual = guess_field(names, ID_FIELDS) or ""
    key = usual if as_before and usual and is_unique(columns[usual]) else ""
    key = key or best_key(columns, ID_FIELDS) or usual
    return key, best_name(columns, NAME_FIELDS, key)
