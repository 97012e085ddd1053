"""Reads objects by WFS: page by page from ``/ows/`` (2.0), or at once from the edit service (1.1)."""

from __future__ import annotations

import sys
from typing import Callable, Dict, List, Optional, Set

import pandas as pd

from ..catalogue.limits import MEGABYTE, limits
from ..catalogue.themes import Theme
from ..confidential import quoted
from ..errors import ServiceError
from ..i18n import number, tr
from ..progress import Progress, checkpoint
from . import gml
from .answers import LONGEST_DETAILS, TooMuchError
from .values import damaged, refuse_too_many
from .wfs_words import DistrictFilter, edit_get_feature, get_feature, number_matched

PAGE = 1000
Get = Callable[[str, Dict[str, str]], str]


def read_pages(get: Get, url: str, theme: Theme, typename: str, wanted: DistrictFilter, order: str,
               progress: Progress) -> pd.DataFrame:
    """The objects of ``typename`` that ``wanted`` describes, in the order of the unique column ``order``.

    Args:
        get: asks an address with parameters and gives the body.
    Returns:
        DataFrame as ``gml.read``.
    Raises:
        ServiceError: an answer is damaged, or the objects changed while they were read.
        CancelledError: the user stopped.
    """
    pages: List[pd.DataFrame] = []
    fetched, matched, count, size, seen = 0, None, PAGE, 0, set()
    while True:
        checkpoint(progress)
        try:
            body = _collection(get(url, get_feature(typename, theme, wanted, order, fetched, count)), url)
        except TooMuchError:
            if count == 1:
                raise
            count = max(1, count // 4)
            continue
        matched = number_matched(body) if matched is None else matched
        page = gml.read(body, theme)
        size += sys.getsizeof(body)
        _refuse_endless(page, order, seen, size)
        pages.append(page)
        fetched += len(page)
        progress.report(fetched / matched if matched else 0.5,
                        tr("{count} districts fetched from GeoFA", count=number(fetched)))
        if len(page) < count or (matched is not None and fetched >= matched):
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


def _refuse_endless(page: pd.DataFrame, order: str, seen: "Set[str]", size: int) -> None:
    """Raise ``ServiceError`` where a page comes again, or pages do not come to an end; adds the page to ``seen``."""
    ids = set(page[order])
    if len(page) and ids <= seen:
        raise damaged(order)
    seen |= ids
    refuse_too_many(len(seen))
    most = limits("answers")["megabytes_of_a_reading"]
    if size > most * MEGABYTE:
        raise ServiceError(
            tr("GeoFA's pages together are larger than {count} MB.", count=int(most)), tr("Choose one municipality."))


def refuse_unstable(table: pd.DataFrame, order: str, matched: Optional[int]) -> None:
    """Raise ``ServiceError`` where objects came twice or fewer came than the server counted."""
    repeated = int(table[order].duplicated().sum())
    if repeated or (matched is not None and len(table) < matched):
        raise ServiceError(
            tr("GeoFA's answer changed while it was read: {found} of {matched} districts came, {repeated} twice.",
               found=len(table) - repeated, matched=matched, repeated=repeated),
            tr("Try again."),
        )


def _collection(body: str, url: str) -> str:
    if "FeatureCollection" not in body[:4000]:
        raise ServiceError(
            tr("The address {url} answered with something that is not map data.", url=url),
            tr("It may be a login page or a proxy. Check the server address and your network access."),
            quoted(body, LONGEST_DETAILS),
        )
    return body
