"""The Processing provider."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..collecting import stated_in
from .base import RESOURCES, SociodemografiAlgorithm


class SociodemografiProvider(QgsProcessingProvider):
    """Provider ``sociodemografi``."""

    def id(self) -> str:
        """Fixed for ever."""
        return "sociodemografi"

    def name(self) -> str:
        """What the toolbox shows."""
        return "GeoFA Sociodemografi"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(RESOURCES / "icons" / "sociodemografi.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Add the algorithms of the folders; none of them imports pandas before it runs."""
        for algorithm in stated_in(__package__, SociodemografiAlgorithm):
            self.addAlgorithm(algorithm())
