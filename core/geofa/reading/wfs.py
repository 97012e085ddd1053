"""Reads objects by WFS: page by page from ``/ows/`` (2.0), or at once from the edit service
(1.1)."""

from __future__ import annotations

import re
import sys
from typing import Callable, Dict, List, Optional, Set
from urllib.parse import urlsplit

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ...catalogue.limits import MEGABYTE, limits
from ...confidential import quoted
from ...errors import ServiceError
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ..replies import gml
from ..replies.answers import LONGEST_DETAILS, RefusedError, TooMuchError
from ..replies.values import refuse_too_many
from ..server import CRS, other_system
from ..words.wfs_words import (
    DistrictFilter,
    count_features,
    edit_get_feature,
    get_feature,
    number_matched,
)

PAGE = 1000
SYSTEM = re.compile(r"""<\w+:(?!Envelope|Box)\w+\s[^<>]*?srsName\s*=\s*["'][^"'<>]*?(\d+)["']""")
"""The number of the coordinate system an object says it has; its box may be told in another."""
Get = Callable[[str, Dict[str, str]], str]


def read_pages(
    get: Get,
    url: str,
    theme: Theme,
    typename: str,
    wanted: DistrictFilter,
    order: str,
    progress: Progress,
) -> pd.DataFrame:
    """The objects of ``typename`` that ``wanted`` describes, in the order of the unique column
    ``order``.

    The pages end when the server has no more: with a page of none, or when as many have come as it
    counts, where it counts more than its first page holds (some count the page alone, some give
    fewer than they are asked for).

    Args:
        get: asks an address with parameters and gives the body.
    Returns:
        DataFrame as ``gml.read``.
    Raises:
        ServiceError: an answer is damaged, the same page comes again, or the objects changed while
            they were read.
        CancelledError: the user stopped.
    """
    pages: List[pd.DataFrame] = []
    seen: Set[str] = set()
    matched: Optional[int] = None
    fetched, count, size = 0, PAGE, 0
    while True:
        checkpoint(progress)
        asked = get_feature(typename, theme, wanted, order, fetched, count)
        try:
            body = _collection(get(url, asked), url)
        except TooMuchError:
            if count == 1:
                raise
            count = max(1, count // 4)
            continue
        except RefusedError:  # some refuse to go on behind the last
            if pages and len(pages[-1]) < count and fetched == matched:
                break
            raise
        matched = matched if pages else number_matched(body)
        page = gml.read(body, theme)
        size += sys.getsizeof(body)
        del body  # while the next is on its way
        ids = set(page[order])
        if (
            len(page) and ids <= seen
        ):  # it knows no startIndex, so all it has came at once, or nobody knows what it has
            if matched is None and fetched < count:
                matched = number_matched(_collection(get(url, count_features(asked)), url))
            if matched is None or fetched >= count and fetched == matched:
                raise _without_end()
            break
        pages.append(page)
        fetched += len(page)
        seen |= ids
        _refuse_endless(len(seen), size)
        progress.report(
            min(1.0, fetched / matched) if matched else 0.5,
            tr("{count} districts fetched from GeoFA", count=number(fetched)),
        )
        if not len(page) or matched is not None and fetched >= matched > len(pages[0]):
            break
    table = pd.concat(pages, ignore_index=True)
    refuse_unstable(table, order, matched)
    return table


def read_at_once(get: Get, url: str, theme: Theme, wanted: DistrictFilter) -> pd.DataFrame:
    """The objects ``wanted`` describes as the logged-in user of the edit service sees them.

    GeoFA's edit service knows no ``startIndex``, so there are no pages.

    Returns:
        DataFrame as ``gml.read``.
    Raises:
        ServiceError: the answer is damaged.
    """
    return gml.read(_collection(get(url, edit_get_feature(theme, wanted)), url), theme)


def _without_end() -> ServiceError:
    return ServiceError(
        tr(
            "GeoFA gives the same districts again instead of the next ones, and does not say how "
            "many there are."
        ),
        tr(
            "Nothing was used. Choose one municipality or one type; if it goes on, tell whoever "
            "runs the service."
        ),
    )


def _refuse_endless(count: int, size: int) -> None:
    """Raise ``ServiceError`` where pages do not come to an end."""
    refuse_too_many(count)
    most = limits("answers")["megabytes_of_a_reading"]
    if size > most * MEGABYTE:
        raise ServiceError(
            tr("GeoFA's pages together are larger than {count} MB.", count=int(most)),
            tr("Choose one municipality."),
        )


def refuse_unstable(table: pd.DataFrame, order: str, matched: Optional[int]) -> None:
    """Raise ``ServiceError`` where objects came twice or fewer came than the server counted."""
    repeated = int(table[order].duplicated().sum())
    if repeated or (matched is not None and len(table) < matched):
        raise ServiceError(
            tr(
                "GeoFA's answer changed while it was read: {found} of {matched} districts came, "
                "{repeated} twice.",
                found=len(table) - repeated,
                matched="?" if matched is None else matched,
                repeated=repeated,
            ),
            tr("Try again."),
        )


def _collection(body: str, url: str) -> str:
    if "FeatureCollection" not in body[:4000]:
        raise ServiceError(
            tr("The address {url} answered with something that is not map data.", url=url),
            tr(
                "It may be a login page or a proxy. Check the server address and your network "
                "access."
            ),
            quoted(body, LONGEST_DETAILS),
        )
    if {found[1] for found in SYSTEM.finditer(body)} - {CRS.rpartition(":")[2]}:
        raise other_system(urlsplit(url).netloc)
    return body
