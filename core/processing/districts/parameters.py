"""Parameters the GeoFA algorithms share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ...catalogue.geofa.themes import Theme, all_themes, theme
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm

if TYPE_CHECKING:
    import pandas as pd

    from ...geofa.reading.client import GeofaClient
    from ...gis.host.settings import Settings
    from ...gis.jobs.registration import Review

THEME, MUNICIPALITY, URL, AUTHCFG = "THEME", "MUNICIPALITY", "URL", "AUTHCFG"
INPUT, MAPPING, USER, BORDER = "INPUT", "MAPPING", "USER", "BORDER"


def add_theme(algorithm: SociodemografiAlgorithm, default: str = "5713") -> None:
    """The theme, by its code."""
    themes = ", ".join(f"{t.code} {in_language(t.title)}" for t in all_themes())
    algorithm.addParameter(
        QgsProcessingParameterString(THEME, tr("Theme ({themes})", themes=themes), default)
    )


def add_municipality(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality, by its code."""
    algorithm.addParameter(
        QgsProcessingParameterString(MUNICIPALITY, tr("Municipality code (four digits)"))
    )


def add_server(algorithm: SociodemografiAlgorithm, for_writing: bool = False) -> None:
    """The server, and the login."""
    text = (
        tr("GeoFA's address (empty: the test server, or the one chosen in the panel)")
        if for_writing
        else tr("GeoFA's address (empty for the server chosen in the panel)")
    )
    algorithm.addParameter(QgsProcessingParameterString(URL, text, None, False, True))
    algorithm.addParameter(
        QgsProcessingParameterAuthConfig(
            AUTHCFG, tr("Login (authentication configuration)"), None, True
        )
    )


def add_source(algorithm: SociodemografiAlgorithm, with_user: bool = True) -> None:
    """The layer or table to register, how its fields fill the theme's columns, and who
    registers."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            INPUT, tr("Districts, or a table with keys of districts"), [compat.ANY_VECTOR_SOURCE]
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            MAPPING,
            tr("Mapping (JSON: column → field or =text; the rest is guessed from names)"),
            None,
            True,
            True,
        )
    )
    if not with_user:
        return
    algorithm.addParameter(
        QgsProcessingParameterString(
            USER,
            tr(
                "Who registers (bruger_id; empty: the one chosen in the panel, or the login's name)"
            ),
            None,
            False,
            True,
        )
    )


def add_border(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality's area."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            BORDER,
            tr("The municipality's area (finds holes along its border and what lies outside)"),
            [compat.POLYGON_SOURCE],
            None,
            True,
        )
    )


def read_border(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> object:
    """The municipality's area as one geometry in EPSG:25832, None where none is given."""
    from ...gis.jobs.registration import border_of

    source = algorithm.parameterAsSource(parameters, BORDER, context)
    if source is None:
        return None
    return border_of(
        source,
        QgsCoordinateTransform(
            source.sourceCrs(),
            QgsCoordinateReferenceSystem("EPSG:25832"),
            context.transformContext(),
        ),
    )


def read_theme(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> Theme:
    """The theme; raises ``InputError`` for an unknown one, and for the proposed one unless the
    settings offer it."""
    from ...gis.host.settings import load_settings

    about = theme(algorithm.parameterAsString(parameters, THEME, context))
    if about.proposed and not load_settings().geofa_proposed_theme:
        raise InputError(
            tr("GeoFA does not have theme {theme}; it is a proposal.", theme=about.code),
            tr(
                "Set geofa_sociodemografi/geofa_proposed_theme in QGIS' advanced settings on a "
                "server that has it."
            ),
        )
    return about


def read_municipality(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> str:
    """The municipality's four digits; raises ``InputError``."""
    from ...catalogue.law.municipalities import municipality_code

    return municipality_code(algorithm.parameterAsString(parameters, MUNICIPALITY, context))


def read_client(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    settings: "Settings",
    default: str = "",
    max_age: float = 0.0,
) -> "GeofaClient":
    """A client of the server given, or of ``default``, or of the one that is read in the panel.

    ``max_age`` is how many hours a kept public answer may serve without asking.
    """
    from ...geofa.server import server_of
    from ...gis.host.geofa_login import client_of

    url = (
        algorithm.parameterAsString(parameters, URL, context).strip()
        or default
        or settings.geofa_url
    )
    return client_of(
        server_of(url),
        settings,
        feedback,
        algorithm.parameterAsString(parameters, AUTHCFG, context),
        max_age,
    )


def read_wanted(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    about: Theme,
) -> "pd.DataFrame":
    """The source as ``geofa.comparison.compare`` takes it; raises ``InputError``."""
    from ...gis.districts.registration import wanted_table

    source = algorithm.parameterAsSource(parameters, INPUT, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, INPUT))
    return wanted_table(
        source,
        about,
        algorithm.parameterAsString(parameters, MAPPING, context),
        context.transformContext(),
    )


def add_review(algorithm: SociodemografiAlgorithm, for_writing: bool = False) -> None:
    """What ``read_review`` reads."""
    add_source(algorithm)
    add_theme(algorithm)
    add_municipality(algorithm)
    add_border(algorithm)
    add_server(algorithm, for_writing)


def read_review(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    settings: "Settings",
    default: str = "",
) -> "tuple[Review, GeofaClient, Optional[QgsGeometry]]":
    """(what would be registered, the client, the border) of the shared parameters; raises
    ``InputError`` and ``ServiceError``."""
    from ...gis.jobs.registration import review

    about = read_theme(algorithm, parameters, context)
    municipality = read_municipality(algorithm, parameters, context)
    wanted = read_wanted(algorithm, parameters, context, about)
    border = read_border(algorithm, parameters, context)
    client = read_client(algorithm, parameters, context, feedback, settings, default)
    user = algorithm.parameterAsString(parameters, USER, context).strip() or settings.geofa_user
    given = review(about, municipality, wanted, client, user, FeedbackProgress(feedback), border)
    tell(given, feedback)
    return given, client, border


def tell(given: "Review", feedback: QgsProcessingFeedback) -> None:
    """Say what would be registered, in numbers."""
    counts = given.comparison.counts()
    feedback.pushInfo(
        tr(
            "{insert} new, {update} changed, {unchanged} unchanged, {missing} in GeoFA alone; "
            "{errors} errors, {warnings} warnings.",
            insert=counts["insert"],
            update=counts["update"],
            unchanged=counts["unchanged"],
            missing=counts["missing"],
            errors=len(given.errors),
            warnings=len(given.problems) - len(given.errors),
        )
    )
    for problem in given.problems[:20]:
        feedback.pushWarning(f"{problem.label}: {problem.text}" if problem.label else problem.text)
