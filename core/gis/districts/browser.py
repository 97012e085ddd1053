"""GeoFA in QGIS' Browser: a node per theme with what it is; a theme is dragged to the map or
double-clicked."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsApplication,
    QgsDataCollectionItem,
    QgsDataItem,
    QgsDataItemProvider,
    QgsDataProvider,
    QgsMimeDataUtils,
)
from qgis.PyQt.QtGui import QIcon

from ...catalogue.geofa.themes import Theme, offered_themes, theme
from ...i18n import in_language, tr
from ..host import compat
from ..host.settings import load_settings
from .about_theme import about_html

ROOT, KEY = "geofa_sociodemografi:", "geofa_sociodemografi"
"""The path of the node, and the name of the drop handler that takes a dragged theme."""
POLYGON_ICON, POINT_ICON = "/mIconPolygonLayer.svg", "/mIconPointLayer.svg"


class ThemeItem(QgsDataItem):
    """A theme."""

    def __init__(self, parent: QgsDataItem, about: Theme):
        super().__init__(
            QgsDataItem.Type.Custom,
            parent,
            f"{about.code} {in_language(about.title)}",
            f"{ROOT}/{about.code}",
            KEY,
        )
        self.code = about.code
        self.setIcon(QgsApplication.getThemeIcon(POLYGON_ICON if about.has_areas else POINT_ICON))
        self.setToolTip(about_html(about))
        self.setState(QgsDataItem.State.Populated)

    def hasDragEnabled(self) -> bool:  # noqa: N802
        """It can be dragged to the map."""
        return True

    def mimeUri(self) -> QgsMimeDataUtils.Uri:  # noqa: N802
        """What a drop on the map gets (QGIS before 3.24)."""
        return uri_of(self.code)

    def mimeUris(self) -> List[QgsMimeDataUtils.Uri]:  # noqa: N802
        """What a drop on the map gets."""
        return [uri_of(self.code)]


def uri_of(code: str) -> QgsMimeDataUtils.Uri:
    """A dragged theme; ``ui.geofa_drop`` knows the provider key."""
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey = "custom", KEY
    uri.name, uri.uri = f"GeoFA {code} {in_language(theme(code).title)}", code
    return uri


class GeofaItem(QgsDataCollectionItem):
    """The node ``GeoFA``."""

    def __init__(self, parent: Optional[QgsDataItem], icon: QIcon):
        super().__init__(parent, "GeoFA", ROOT, KEY)
        self.setIcon(icon)
        compat.open_on_main_thread(self)
        self.setToolTip(tr("The municipalities' shared geodata: districts and institutions"))

    def createChildren(self) -> List[QgsDataItem]:  # noqa: N802
        """An item per theme."""
        return [
            ThemeItem(self, about) for about in offered_themes(load_settings().geofa_proposed_theme)
        ]


class GeofaBrowser(QgsDataItemProvider):
    """Offers the node."""

    def __init__(self, icon: QIcon):
        super().__init__()
        self._icon = icon
        self._kept: List[QgsDataItem] = []

    def name(self) -> str:
        """The provider's name."""
        return KEY

    def dataProviderKey(self) -> str:  # noqa: N802
        """None of QGIS' data providers: the node makes its own layers."""
        return KEY

    def capabilities(self) -> object:
        """The themes come from the network."""
        return QgsDataProvider.DataCapability.Net

    def createDataItem(self, path: str, parentItem: Optional[QgsDataItem]) -> Optional[QgsDataItem]:  # noqa: N802, N803
        """The node for the root of the Browser."""
        if path:
            return None
        item = GeofaItem(parentItem, self._icon)
        self._kept.append(item)
        return item
