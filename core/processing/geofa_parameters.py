"""Parameters the GeoFA algorithms share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ..catalogue.municipalities import municipality_code
from ..catalogue.themes import Theme, all_themes, theme
from ..gis import compat
from ..i18n import in_language, tr
from .base import SociodemografiAlgorithm

if TYPE_CHECKING:
    import pandas as pd

    from ..geofa.client import GeofaClient
    from ..gis.settings import Settings

THEME, MUNICIPALITY, URL, AUTHCFG = "THEME", "MUNICIPALITY", "URL", "AUTHCFG"
INPUT, MAPPING, USER = "INPUT", "MAPPING", "USER"


def add_theme(algorithm: SociodemografiAlgorithm, default: str = "5713") -> None:
    """The theme, by its code."""
    themes = ", ".join(f"{t.code} {in_language(t.title)}" for t in all_themes())
    algorithm.addParameter(QgsProcessingParameterString(THEME, tr("Theme ({themes})", themes=themes), default))


def add_municipality(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality, by its code."""
    algorithm.addParameter(QgsProcessingParameterString(MUNICIPALITY, tr("Municipality code (four digits)")))


def add_server(algorithm: SociodemografiAlgorithm, for_writing: bool = False) -> None:
    """The server, and the login."""
    text = (tr("GeoFA's address (empty: the test server, or the one chosen in the panel)") if for_writing
            else tr("GeoFA's address (empty for the server chosen in the panel)"))
    algorithm.addParameter(QgsProcessingParameterString(URL, text, None, False, True))
    algorithm.addParameter(QgsProcessingParameterAuthConfig(
        AUTHCFG, tr("Login (authentication configuration)"), None, not for_writing))


def add_source(algorithm: SociodemografiAlgorithm) -> None:
    """The layer or table to register, how its fields fill the theme's columns, and who registers."""
    algorithm.addParameter(QgsProcessingParameterFeatureSource(
        INPUT, tr("Districts, or a table with keys of districts"), [compat.ANY_VECTOR_SOURCE]))
    algorithm.addParameter(QgsProcessingParameterString(
        MAPPING, tr("Mapping (JSON: column → field or =text; the rest is guessed from names)"), None, True, True))
    algorithm.addParameter(QgsProcessingParameterString(
        USER, tr("Who registers (bruger_id; empty: the one chosen in the panel, or the login's name)"), None, False,
        True))


def read_theme(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext) -> Theme:
    """The theme; raises ``InputError`` for an unknown one."""
    return theme(algorithm.parameterAsString(parameters, THEME, context))


def read_municipality(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext) -> str:
    """The municipality's four digits; raises ``InputError``."""
    return municipality_code(algorithm.parameterAsString(parameters, MUNICIPALITY, context))


def read_client(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext,
                feedback: object, settings: "Settings", default: str = "") -> "GeofaClient":
    """A client of the server given, or of ``default``, or of the one that is read in the panel."""
    from ..geofa.server import server_of
    from ..gis.geofa_login import client_of

    url = algorithm.parameterAsString(parameters, URL, context).strip() or default or settings.geofa_url
    return client_of(server_of(url), settings, feedback, algorithm.parameterAsString(parameters, AUTHCFG, context))


def read_wanted(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext,
                about: Theme) -> "pd.DataFrame":
    """The source as ``geofa.comparison.compare`` takes it; raises ``InputError``."""
    from ..gis.registration import wanted_table

    source = algorithm.parameterAsSource(parameters, INPUT, context)
    if source is None:
        from qgis.core import QgsProcessingException

        raise QgsProcessingException(algorithm.invalidSourceError(parameters, INPUT))
    return wanted_table(source, about, algorithm.parameterAsString(parameters, MAPPING, context),
                        context.transformContext())
