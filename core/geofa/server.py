"""GeoFA's servers and their access points.

Source: GeoDanmarkGeoFA/Dokumentation (api.md); the addresses stand in
``resources/catalogue/geofa.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping
from urllib.parse import urlsplit

from ..catalogue import files
from ..errors import InputError, ServiceError
from ..i18n import tr

SERVICE: Dict[str, Any] = files.read("geofa.json")
_PATHS: Mapping[str, str] = SERVICE["paths"]
PRODUCTION: str = SERVICE["servers"]["production"]
TEST: str = SERVICE["servers"]["test"]
LICENCE: str = SERVICE["licence"]
LIMITS: Mapping[str, float] = SERVICE["limits"]
CRS = "EPSG:25832"


@dataclass(frozen=True)
class Server:
    """A GeoFA by its address without path (``https://geofa.geodanmark.dk``).

    ``plain_login``: the user lets the login travel to it without encryption.
    """

    address: str
    plain_login: bool = False

    @property
    def host(self) -> str:
        """The name to show a user."""
        return urlsplit(self.address).netloc

    @property
    def is_production(self) -> bool:
        """Is this the GeoFA everybody reads?"""
        from ..web.address import origin

        return origin(self.address)[1] == origin(PRODUCTION)[1]

    @property
    def is_safe(self) -> bool:
        """May a password travel to it? Encrypted, to this machine, or as the user wants it."""
        from ..web.address import is_safe_for_login

        return self.plain_login or is_safe_for_login(self.address)

    @property
    def wfs(self) -> str:
        """WFS 2.0, reading without login."""
        return self.address + _PATHS["wfs"]

    @property
    def wfs_t(self) -> str:
        """WFS-T 1.1 with Basic login."""
        return self.address + _PATHS["wfs_t"]

    @property
    def sql_v2(self) -> str:
        """SQL API v2, reading of public rows without login."""
        return self.address + _PATHS["sql_v2"]

    @property
    def sql_v4(self) -> str:
        """SQL API v4 with a token."""
        return self.address + _PATHS["sql_v4"]

    @property
    def oauth(self) -> str:
        """Where a token is fetched."""
        return self.address + _PATHS["oauth"]


def server_of(address: str) -> Server:
    """The server of ``address``: its own, or that of any of its access points.

    Raises:
        InputError: no http address, or one with a user name or password in it.
    """
    from ..web.address import PORTS, origin

    text = address.strip().rstrip("/")
    if origin(text)[0] not in PORTS or not urlsplit(text).netloc:
        raise InputError(
            tr("{address} is no address of a GeoFA server.", address=repr(address)),
            tr("Write it as {example}.", example=PRODUCTION),
        )
    if "@" in urlsplit(text).netloc:
        raise InputError(
            tr("The server address holds a user name or password."),
            tr("Leave them out and choose a QGIS authentication configuration instead."),
        )
    for path in _PATHS.values():
        if text.endswith(path.rstrip("/")):
            return Server(text[: -len(path.rstrip("/"))])
    return Server(text)


def other_system(host: str) -> ServiceError:
    """The error of an answer in another coordinate system than the one that was asked for."""
    return ServiceError(
        tr("GeoFA ({host}) answered in another coordinate system than EPSG:25832.", host=host),
        tr("Nothing was used. Check the server address, and tell GeoFA's support."),
    )
