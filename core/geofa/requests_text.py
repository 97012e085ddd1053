"""The words of a WFS 2.0 request to GeoFA, and the words of its answers.

Source: OGC 09-025r2 (WFS 2.0), OGC 09-026r2 (FES 2.0); GeoFA's paths and type names.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ..catalogue import files
from ..catalogue.themes import Theme

SERVICE = files.read("geofa.json")
PRODUCTION, TEST, LICENCE = (files.need(SERVICE, key, "geofa.json") for key in ("production", "test", "licence"))
CRS = "EPSG:25832"


@dataclass(frozen=True)
class DistrictFilter:
    """Which districts are wanted.

    Attributes:
        municipality: four digits (``0461``), or empty for the whole country.
        status: GeoFA ``statuskode``, 3 Gældende; None for all.
        district_type: the theme's type code, or None for all types.
        grade: ``klassetrin`` code a school district must span, or None.
    """

    municipality: str = ""
    status: Optional[int] = 3
    district_type: Optional[int] = None
    grade: Optional[int] = None


def equal_tests(theme: Theme, wanted: DistrictFilter) -> List[Tuple[str, int]]:
    """The (column, code) pairs the server is asked to test. Grades span codes and are tested here."""
    tests = []
    if wanted.municipality:
        tests.append(("kommunekode", int(wanted.municipality)))
    if wanted.status is not None:
        tests.append(("statuskode", wanted.status))
    if wanted.district_type is not None:
        tests.append((theme.fields["type"], wanted.district_type))
    return tests


def filter_text(tests: List[Tuple[str, int]]) -> str:
    """A FES 2.0 filter that all ``tests`` hold; empty without tests."""
    if not tests:
        return ""
    parts = [
        "<fes:PropertyIsEqualTo>"
        f"<fes:ValueReference>{html.escape(column)}</fes:ValueReference><fes:Literal>{code:d}</fes:Literal>"
        "</fes:PropertyIsEqualTo>"
        for column, code in tests
    ]
    body = parts[0] if len(parts) == 1 else f"<fes:And>{''.join(parts)}</fes:And>"
    return f'<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">{body}</fes:Filter>'


def get_feature(theme: Theme, wanted: DistrictFilter, start: int, count: int) -> Dict[str, str]:
    """The parameters of one page of districts, in a stable order."""
    parameters = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": theme.wfs_typename,
        "srsName": CRS,
        "count": str(count),
        "startIndex": str(start),
        "sortBy": "objekt_id",
    }
    text = filter_text(equal_tests(theme, wanted))
    if text:
        parameters["filter"] = text
    return parameters


def exception_text(body: str) -> Optional[str]:
    """The text of an OGC exception report, or None when ``body`` is none."""
    if "ExceptionReport" not in body and "ServiceException" not in body:
        return None
    found = re.search(r"<(?:\w+:)?(?:ExceptionText|ServiceException)[^>]*>(.*?)</", body, re.DOTALL)
    return html.unescape(found.group(1)).strip() if found else body[:300]


def is_web_page(body: str) -> bool:
    """Is ``body`` HTML, such as a login or error page?"""
    start = body.lstrip()[:200].lower()
    return start.startswith("<!doctype html") or "<html" in start


def number_matched(body: str) -> Optional[int]:
    """How many features the server says it has in all (``numberMatched``), or None when unknown."""
    found = re.search(r'numberMatched="(\d+)"', body[:4000])
    return int(found.group(1)) if found else None
