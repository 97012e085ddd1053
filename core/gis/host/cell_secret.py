"""The secret of the cell-key method, kept in QGIS' store of passwords and nowhere else."""

from __future__ import annotations

import secrets

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...errors import InputError
from ...i18n import tr
from ...protection.methods.record_keys import SHORTEST_SECRET

NAME = "GeoFA Sociodemografi: cell key"
USER = "cell-key"


def cell_secret(authcfg: str = "") -> bytes:
    """The secret in the configuration ``authcfg``; else in the plugin's own, which is made where
    there is none.

    Raises:
        InputError: the configuration holds no secret, or QGIS' store of passwords is locked.
    """
    manager = QgsApplication.authManager()
    own = [key for key, one in manager.availableAuthMethodConfigs().items() if one.name() == NAME]
    identifier = authcfg or next(iter(own), "") or _made()
    config = QgsAuthMethodConfig()
    loaded = identifier in manager.configIds() and manager.loadAuthenticationConfig(
        identifier, config, True
    )
    found, config = loaded if isinstance(loaded, tuple) else (loaded, config)
    try:
        secret = bytes.fromhex(config.config("password")) if found else b""
    except ValueError:
        secret = b""
    if len(secret) < SHORTEST_SECRET:
        raise InputError(
            tr(
                "The authentication configuration {id} holds no secret of the cell keys.",
                id=identifier,
            ),
            tr(
                "Choose the one called {name}, or leave it empty to have one made; unlock QGIS' "
                "passwords when it asks.",
                name=NAME,
            ),
        )
    return secret


def _made() -> str:
    """The id of a new configuration with a new secret."""
    config = QgsAuthMethodConfig("Basic")
    config.setName(NAME)
    config.setConfig("username", USER)
    config.setConfig("password", secrets.token_hex(SHORTEST_SECRET))
    stored = QgsApplication.authManager().storeAuthenticationConfig(config)
    kept, config = stored if isinstance(stored, tuple) else (stored, config)
    if not kept or not config.id():
        raise InputError(
            tr("The secret of the cell keys could not be kept in QGIS' store of passwords."),
            tr("Set a master password in QGIS' options under Authentication, and try again."),
        )
    return config.id()
