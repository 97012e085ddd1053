"""The words of reading by WFS: which objects are wanted, as a filter and as parameters.

Source: OGC 09-025r2 (WFS 2.0), OGC 09-026r2 (FES 2.0); GeoFA's paths and type names.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ...catalogue.geofa.themes import Theme
from ..server import CRS, SERVICE

IN_FORCE: int = SERVICE["in_force_status"]


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
    status: Optional[int] = IN_FORCE
    district_type: Optional[int] = None
    grade: Optional[int] = None


def equal_tests(theme: Theme, wanted: DistrictFilter) -> List[Tuple[str, int]]:
    """The (column, code) pairs the server is asked to test. Grades span codes and are tested
    here."""
    tests = []
    if wanted.municipality:
        tests.append(("kommunekode", int(wanted.municipality)))
    if wanted.status is not None:
        tests.append(("statuskode", wanted.status))
    if wanted.district_type is not None:
        tests.append((theme.column_of("type"), wanted.district_type))
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


def get_feature(
    typename: str, theme: Theme, wanted: DistrictFilter, order: str, start: int, count: int
) -> Dict[str, str]:
    """The parameters of one page of objects of ``typename``, in the order of the column
    ``order``."""
    parameters = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": typename,
        "srsName": CRS,
        "count": str(count),
        "startIndex": str(start),
        "sortBy": order,
    }
    text = filter_text(equal_tests(theme, wanted))
    if text:
        parameters["filter"] = text
    return parameters


def count_features(parameters: Dict[str, str]) -> Dict[str, str]:
    """The parameters of asking how many objects there are in all where ``parameters`` ask for a
    page of them."""
    return {
        **{
            name: text
            for name, text in parameters.items()
            if name not in ("count", "startIndex", "sortBy")
        },
        "resultType": "hits",
    }


def edit_get_feature(theme: Theme, wanted: DistrictFilter) -> Dict[str, str]:
    """The parameters of reading from the edit service (WFS 1.1, OGC 04-094; filters of OGC
    04-095)."""
    parameters = {
        "service": "WFS",
        "version": "1.1.0",
        "request": "GetFeature",
        "typeName": edit_typename(theme),
        "srsName": CRS,
    }
    tests = equal_tests(theme, wanted)
    if tests:
        parts = [
            f"<ogc:PropertyIsEqualTo><ogc:PropertyName>{html.escape(column)}</ogc:PropertyName>"
            f"<ogc:Literal>{code:d}</ogc:Literal></ogc:PropertyIsEqualTo>"
            for column, code in tests
        ]
        inner = parts[0] if len(parts) == 1 else f"<ogc:And>{''.join(parts)}</ogc:And>"
        parameters["filter"] = (
            f'<ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">{inner}</ogc:Filter>'
        )
    return parameters


def edit_typename(theme: Theme) -> str:
    """The type's name at the edit service, which does not repeat the schema:
    ``fkg:t_5713_prog_stat_dis``."""
    return f"fkg:{theme.view}"


def number_matched(body: str) -> Optional[int]:
    """How many features the server says it has in all (``numberMatched``), or None when unknown."""
    found = re.search(r'numberMatched="(\d{1,12})"', body[:4000])
    return int(found.group(1)) if found else None
