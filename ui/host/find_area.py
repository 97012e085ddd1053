"""``omr søparken`` in QGIS' locator: an area of the open monitor file, and its card."""

from __future__ import annotations

from typing import Callable, List, Sequence, Tuple

from qgis.core import (
    QgsApplication,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
)

from ...core.gis.districts.browser import POLYGON_ICON
from ...core.i18n import tr

Area = Tuple[str, str, str]
"""Area set, area, name."""
BETWEEN = "\n"
"""A text alone stays whole in a result, which QGIS copies."""
BEGINS, HOLDS, MOST, LEAST_LETTERS = 1.0, 0.7, 30, 3


class AreaLocator(QgsLocatorFilter):
    """The areas of the open monitor file by name or id.

    Args:
        areas: gives them. show: is asked to show (area set, area).
    """

    def __init__(
        self, areas: Callable[[], Sequence[Area]], show: Callable[[str, str], object]
    ) -> None:
        super().__init__()
        self._areas, self._show = areas, show

    def clone(self) -> "AreaLocator":
        """A copy for the search's thread."""
        return AreaLocator(self._areas, self._show)

    def name(self) -> str:
        """The filter's name."""
        return "sociodemografi_areas"

    def displayName(self) -> str:  # noqa: N802
        """What the settings show."""
        return tr("Areas (Sociodemografi)")

    def prefix(self) -> str:
        """Typed before the words."""
        return "omr"

    def flags(self) -> "QgsLocatorFilter.Flags":
        """Quick enough for the main thread."""
        return QgsLocatorFilter.Flag.FlagFast

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Give the areas that fit; without the prefix only from three letters on."""
        if not context.usingPrefix and len(text.strip()) < LEAST_LETTERS:
            return
        for (area_set, area, name), score in fitting(self._areas(), text):
            result = QgsLocatorResult(self, name or area, f"{area_set}{BETWEEN}{area}")
            result.description, result.score = area if name else "", score
            result.icon = QgsApplication.getThemeIcon(POLYGON_ICON)
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        """Show the area's card."""
        data = result.userData() if callable(result.userData) else result.userData
        area_set, _, area = str(data).partition(BETWEEN)
        self._show(area_set, area)


def fitting(areas: Sequence[Area], text: str) -> "List[Tuple[Area, float]]":
    """The areas whose name or id holds every word of ``text``, those that begin with it first."""
    wanted = text.strip().lower()
    found = [
        (area, BEGINS if area[2].lower().startswith(wanted) else HOLDS)
        for area in areas
        if all(word in f"{area[2]} {area[1]}".lower() for word in wanted.split())
    ]
    return sorted(found, key=lambda one: (-one[1], one[0][2]))[:MOST]
