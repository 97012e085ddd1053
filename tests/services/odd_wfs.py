"""An odd WFS 2.0 on loopback: 2,500 districts, or three, given in one of the ways servers are known to give them."""

from __future__ import annotations

import uuid
from urllib.parse import parse_qs, urlsplit

WEST, SOUTH = 560_000, 6_230_000
MANY = 2500


def identifier(n):
    """The ``objekt_id`` of object ``n``."""
    return str(uuid.UUID(int=n + 1))


def member(n, geometry=True, system="25832"):
    """Object ``n``: a square kilometre of its own."""
    x, y = WEST + 1000 * (n % 50), SOUTH + 1000 * (n // 50)
    corners = f"{x} {y} {x + 1000} {y} {x + 1000} {y + 1000} {x} {y + 1000} {x} {y}"
    surface = (
        f"<fkg:geometri><gml:MultiSurface gml:id='g{n}' srsName='urn:ogc:def:crs:EPSG::{system}'><gml:surfaceMember>"
        f"<gml:Polygon gml:id='p{n}'><gml:exterior><gml:LinearRing><gml:posList>{corners}</gml:posList>"
        "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></fkg:geometri>"
    )
    return (
        f"<wfs:member><fkg:t_5713_prog_stat_dis gml:id='d.{n}'>{surface if geometry else ''}"
        f"<fkg:objekt_id>{identifier(n)}</fkg:objekt_id><fkg:versions_id>{identifier(n + 90_000)}</fkg:versions_id>"
        "<fkg:kommunekode>461</fkg:kommunekode><fkg:statuskode>3</fkg:statuskode>"
        f"<fkg:prog_distrikt_navn>Nørre Å {n}</fkg:prog_distrikt_navn><fkg:noegle>Ø{n}</fkg:noegle>"
        "</fkg:t_5713_prog_stat_dis></wfs:member>"
    )


def collection(members, matched, encoding="UTF-8", tail=""):
    """A page of ``members`` that says there are ``matched`` in all."""
    return (
        f"<?xml version='1.0' encoding='{encoding}'?>\n<wfs:FeatureCollection "
        "xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:gml='http://www.opengis.net/gml/3.2' "
        f'xmlns:fkg=\'http://x.dk/fkg\' numberMatched="{matched}" numberReturned="{len(members)}">'
        f"{''.join(members)}</wfs:FeatureCollection>{tail}"
    )


def _many(start, count):
    return [member(n) for n in range(start, min(MANY, start + count))]


def _cut(text):
    return text[:-200] + "</wfs:FeatureCollection>"


PAGES = {
    "capped, total unknown": lambda start, count: collection(
        _many(start, min(count, 500)), "unknown"
    ),
    "capped, total known": lambda start, count: collection(_many(start, min(count, 500)), MANY),
    "capped, counts the page": lambda start, count: (
        lambda members: collection(members, len(members))
    )(_many(start, min(count, 500))),
    "counts the page": lambda start, count: (lambda members: collection(members, len(members)))(
        _many(start, count)
    ),
    "whole pages, total unknown": lambda start, count: collection(_many(start, count), "unknown"),
    "knows no start": lambda start, count: collection(_many(0, count), "unknown"),
    "knows no start, counts the page": lambda start, count: collection(_many(0, count), count),
    "overlapping": lambda start, count: collection(_many(max(0, start - 100), count), MANY),
    "overlapping, total unknown": lambda start, count: collection(
        _many(max(0, start - 100), count), "unknown"
    ),
}
"""How pages of many objects come, by what is odd about them: (startIndex, count) → body."""

THREE = [member(0), member(1), member(2)]
WHOLE = {
    "plain": collection(THREE, 3).encode(),
    "ISO-8859-1": collection(THREE, 3, "ISO-8859-1").encode("latin-1"),
    "Windows-1252": collection(THREE, 3, "windows-1252").encode("cp1252"),
    "UTF-16": collection(THREE, 3, "UTF-16").encode("utf-16"),
    "with a mark": b"\xef\xbb\xbf" + collection(THREE, 3).encode(),
    "a comment behind": collection(
        THREE, 3, tail="\n<!-- served in 12 ms -->\n<!-- x -->\n"
    ).encode(),
    "without geometry": collection([member(0), member(1, geometry=False), member(2)], 3).encode(),
    "cut and closed": _cut(collection(THREE, 3)).encode(),
    "cut in a comment": collection(THREE, 3)[:-400].encode() + b"<!-- </wfs:FeatureCollection> -->",
    "one in another system": collection(
        [member(0), member(1, system="25833"), member(2)], 3
    ).encode(),
    "letters it does not have": collection(THREE, 3).encode("latin-1"),
}
"""Three objects in every answer, startIndex or not, by what is odd about them."""


def paged(way):
    """The reply (``two_hosts.host``) of a server that gives many objects in the ``way`` of ``PAGES``."""

    def reply(method, path, body):
        asked = {name.lower(): values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        if "ows" not in path:
            return 404, {}, b"no"
        return (
            200,
            {},
            PAGES[way](
                int(asked.get("startindex", 0)), int(asked.get("count", 1_000_000))
            ).encode(),
        )

    return reply


def whole(way, content_type="text/xml"):
    """The reply of a server that gives three objects in the ``way`` of ``WHOLE``."""
    return lambda method, path, body: (
        (200, {"Content-Type": content_type}, WHOLE[way]) if "ows" in path else (404, {}, b"no")
    )
