"""Ways to find a GeoFA theme in QGIS: what happens when it is dragged, double-clicked, or typed in
the locator."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Callable, List, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsDataItem,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsMimeDataUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsCustomDropHandler, QgsDataItemGuiProvider
from qgis.PyQt.QtWidgets import QAction, QMenu

from ...core.catalogue.geofa.themes import Theme, district_types, offered_themes, theme
from ...core.errors import ServiceError
from ...core.gis.districts.about_theme import about_html
from ...core.gis.districts.browser import KEY, POINT_ICON, POLYGON_ICON, ThemeItem
from ...core.gis.host.settings import load_settings
from ...core.i18n import in_language, tr
from ..widgets.messages import show_error, show_page

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsDataItemGuiContext, QgsMapCanvas

Open = Callable[[str], object]
BEST, GOOD = 1.0, 0.5


def open_theme(iface: "QgisInterface", code: str) -> Optional[QgsVectorLayer]:
    """Show theme ``code`` on the map, live from GeoFA: of the municipality used last, or of the
    whole country."""
    from ...core.geofa.server import server_of
    from ...core.gis.districts.theme_layer import live_layer

    settings, about = load_settings(), theme(code)
    layer = live_layer(about, server_of(settings.geofa_url), settings.municipality)
    if not layer.isValid():
        show_error(
            iface.messageBar(),
            ServiceError(
                tr(
                    "Theme {theme} cannot be read from GeoFA ({host}).",
                    theme=code,
                    host=server_of(settings.geofa_url).host,
                ),
                tr("Check the network and the server chosen in the panel."),
            ),
        )
        return None
    QgsProject.instance().addMapLayer(layer)
    return layer


def show_about(code: str) -> None:
    """What the theme is, in a window of its own."""
    show_page(f"GeoFA {code}", about_html(theme(code)))


class ThemeDrop(QgsCustomDropHandler):
    """A theme dragged from the Browser to the map."""

    def __init__(self, opened: Open):
        super().__init__()
        self._open = opened

    def customUriProviderKey(self) -> str:  # noqa: N802
        """The themes' own key."""
        return KEY

    def handleCustomUriDrop(self, uri: QgsMimeDataUtils.Uri) -> None:  # noqa: N802
        """Show it."""
        self._open(uri.uri)

    def canHandleCustomUriCanvasDrop(  # noqa: N802
        self, uri: QgsMimeDataUtils.Uri, canvas: "QgsMapCanvas"
    ) -> bool:
        """It may be dropped on the map itself."""
        return uri.providerKey == KEY

    def handleCustomUriCanvasDrop(  # noqa: N802
        self, uri: QgsMimeDataUtils.Uri, canvas: "QgsMapCanvas"
    ) -> bool:
        """Show it."""
        self._open(uri.uri)
        return True


class ThemeActions(QgsDataItemGuiProvider):
    """Menu and double click of the themes in the Browser."""

    def __init__(self, opened: Open):
        super().__init__()
        self._open = opened

    def name(self) -> str:
        """The provider's name."""
        return KEY

    def populateContextMenu(  # noqa: N802
        self,
        item: QgsDataItem,
        menu: QMenu,
        selected: List[QgsDataItem],
        context: "QgsDataItemGuiContext",
    ) -> None:
        """Show on the map; what the theme is."""
        if isinstance(item, ThemeItem):
            for text, run in (
                (tr("Show on the map"), self._open),
                (tr("About the theme…"), show_about),
            ):
                action = QAction(text, menu)
                action.triggered.connect(partial(_call, run, item.code))
                menu.addAction(action)

    def handleDoubleClick(self, item: QgsDataItem, context: "QgsDataItemGuiContext") -> bool:  # noqa: N802
        """Show on the map."""
        if isinstance(item, ThemeItem):
            self._open(item.code)
            return True
        return False


def _call(run: Open, code: str, *_: object) -> None:
    run(code)


class ThemeLocator(QgsLocatorFilter):
    """``geofa skole``: the themes and district types whose words fit."""

    def __init__(self, opened: Open):
        super().__init__()
        self._open = opened

    def clone(self) -> "ThemeLocator":
        """A copy for the search's thread."""
        return ThemeLocator(self._open)

    def name(self) -> str:
        """The filter's name."""
        return KEY

    def displayName(self) -> str:  # noqa: N802
        """What the settings show."""
        return tr("GeoFA themes")

    def prefix(self) -> str:
        """Typed before the words."""
        return "geofa"

    def flags(self) -> "QgsLocatorFilter.Flags":
        """Quick enough for the main thread."""
        return QgsLocatorFilter.Flag.FlagFast

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Give the themes that fit; without the prefix only from three letters on."""
        if not context.usingPrefix and len(text.strip()) < 3:
            return
        for about, described, score in fitting(text):
            result = QgsLocatorResult(self, f"{about.code} {in_language(about.title)}", about.code)
            result.description, result.score = described, score
            result.icon = QgsApplication.getThemeIcon(
                POLYGON_ICON if about.has_areas else POINT_ICON
            )
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        """Show the theme."""
        code = result.userData() if callable(result.userData) else result.userData
        self._open(str(code))


def fitting(text: str) -> List[Tuple[Theme, str, float]]:
    """(theme, why, score) of the themes whose code, title, definition or types hold every word of
    ``text``."""
    words = text.lower().split()
    found = []
    for about in offered_themes(load_settings().geofa_proposed_theme):
        types = district_types(about.code)
        title = f"{about.code} {' '.join(about.title.values())}".lower()
        if all(word in title for word in words):
            found.append((about, in_language(about.definition), BEST))
            continue
        whole = " ".join([title, *about.definition.values(), *types.values()]).lower()
        if all(word in whole for word in words):
            named = [name for name in types.values() if any(word in name.lower() for word in words)]
            found.append((about, ", ".join(named) or in_language(about.definition), GOOD))
    return found
