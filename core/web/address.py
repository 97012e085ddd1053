"""Addresses on the network: which are one origin, and to which a login may travel."""

from __future__ import annotations

import ipaddress
from typing import Tuple
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


def origin(address: str) -> Tuple[str, str, int]:
    """Scheme, host and port of ``address``; empty where it is no address."""
    try:
        parts = urlsplit(address)
        return (
            parts.scheme,
            (parts.hostname or "").rstrip("."),
            parts.port or PORTS.get(parts.scheme, 0),
        )
    except ValueError:
        return "", "", 0


def is_this_machine(host: str) -> bool:
    """Is ``host`` the machine itself, whose traffic no network sees?"""
    plain = host.strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(plain).is_loopback
    except ValueError:
        return plain == "localhost"


def is_safe_for_login(address: str) -> bool:
    """May a login travel to ``address``: encrypted, or to this machine?"""
    scheme, host, _ = origin(address)
    return scheme == "https" or scheme == "http" and is_this_machine(host)
