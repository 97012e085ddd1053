"""GeoFA's user from a QGIS authentication configuration; only the configuration's id is ever
kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsFeedback

from ...errors import InputError
from ...geofa.login import Login
from ...geofa.reading.client import GeofaClient
from ...geofa.server import Server
from ...i18n import tr
from ...web.address import origin
from .network import qgis_session
from .settings import Settings, answer_cache


def login_of(authcfg: str, feedback: Optional[QgsFeedback] = None) -> Optional[Login]:
    """The user of the configuration ``authcfg``; None where none is chosen.

    Raises:
        InputError: the configuration is not there, is no name and password, or QGIS' store of
            passwords is locked.
    """
    if not authcfg:
        return None
    return Login(
        _read(authcfg).config("username"),
        qgis_session(feedback, authcfg),
        lambda: _read(authcfg).config("password"),
    )


def unlock(authcfg: str) -> None:
    """Look at the configuration once on the main thread, where QGIS can ask for its master
    password.

    Raises:
        InputError: as ``login_of``.
    """
    if authcfg:
        _read(authcfg)


def _read(authcfg: str) -> QgsAuthMethodConfig:
    manager = QgsApplication.authManager()
    config = QgsAuthMethodConfig()
    loaded = authcfg in manager.configIds() and manager.loadAuthenticationConfig(
        authcfg, config, True
    )
    found = loaded[0] if isinstance(loaded, tuple) else loaded
    config = loaded[1] if isinstance(loaded, tuple) else config
    if not found or config.method() != "Basic" or not config.config("username"):
        raise InputError(
            tr("The authentication configuration {id} cannot be used for GeoFA.", id=authcfg),
            tr(
                "Make one with the method Basic authentication, GeoFA's user name and password in "
                "QGIS' options under Authentication; unlock QGIS' passwords when it asks."
            ),
        )
    return config


def client_of(
    server: Server,
    settings: Settings,
    feedback: Optional[QgsFeedback] = None,
    authcfg: str = "",
    max_age: float = 0.0,
) -> GeofaClient:
    """A client on QGIS' network; public answers are kept on disk, those of a login never."""
    login = login_of(authcfg, feedback)
    server = replace(
        server, plain_login=origin(server.address) == origin(settings.geofa_plain_login)
    )
    if login is not None and not server.is_safe:
        raise InputError(
            tr(
                "The address {address} is not encrypted, and a password would be sent to it.",
                address=server.address,
            ),
            tr("Use the address with https, or allow it for this one server on the page GeoFA."),
        )
    cache = answer_cache("geofa", settings.geofa_cache_hours) if login is None else None
    return GeofaClient(
        qgis_session(feedback), server, settings.geofa_seconds, login, cache, max_age
    )
