"""Reads districts from GeoFA's WFS, page by page."""

from __future__ import annotations

from typing import List, Optional

import pandas as pd
import requests

from ..catalogue import themes
from ..catalogue.themes import Theme
from ..errors import ServiceError
from ..i18n import number, tr
from ..progress import Progress, checkpoint
from . import gml
from .requests_text import (
    PRODUCTION,
    DistrictFilter,
    exception_text,
    get_feature,
    is_web_page,
    number_matched,
)

PAGE = 1000
CONNECT_SECONDS, READ_SECONDS = 10, 60


class GeofaClient:
    """Asks one GeoFA server.

    Args:
        session: a ``requests.Session``; inside QGIS one whose transport is QGIS' own network.
        url: the WFS address, ``PRODUCTION`` unless a test server is chosen.
        read_seconds: how long to wait for an answer.
    """

    def __init__(self, session: requests.Session, url: str = PRODUCTION, read_seconds: float = READ_SECONDS):
        self._session = session
        self.url = url
        self._read_seconds = read_seconds

    def districts(self, theme: Theme, wanted: DistrictFilter, progress: Progress) -> pd.DataFrame:
        """The districts of ``theme`` that ``wanted`` describes.

        Returns:
            One row per district: the theme's published columns (codes as whole numbers, times as
            ISO texts, missing as None) and ``wkb`` (multipolygon, EPSG:25832).
        Raises:
            ServiceError: no connection, too slow, not an answer of a WFS, an unknown theme, or
                nothing found; says what to do.
            CancelledError: the user stopped.
        """
        pages: List[pd.DataFrame] = []
        fetched, matched = 0, None
        while True:
            checkpoint(progress)
            body = self._get(get_feature(theme, wanted, fetched, PAGE), theme)
            matched = number_matched(body) if matched is None else matched
            page = gml.read(body, theme)
            pages.append(page)
            fetched += len(page)
            progress.report(
                fetched / matched if matched else 0.5,
                tr("{count} districts fetched from GeoFA", count=number(fetched)),
            )
            if len(page) < PAGE or (matched is not None and fetched >= matched):
                break
        table = pd.concat(pages, ignore_index=True)
        self._refuse_unstable(table, matched)
        table = _of_grade(table, theme, wanted.grade)
        if not len(table):
            raise ServiceError(
                tr("GeoFA has no districts in theme {theme} with this choice.", theme=theme.code),
                tr("Check municipality, district type, grade and status. Registration in GeoFA is voluntary, so "
                   "the theme may not be registered here; a layer of your own can be used instead."),
            )
        return table

    def _refuse_unstable(self, table: pd.DataFrame, matched: Optional[int]) -> None:
        repeated = int(table["objekt_id"].duplicated().sum())
        if repeated or (matched is not None and len(table) < matched):
            raise ServiceError(
                tr("GeoFA's answer changed while it was read: {found} of {matched} districts came, {repeated} twice.",
                   found=len(table) - repeated, matched=matched, repeated=repeated),
                tr("Try again."),
            )

    def _get(self, parameters: "dict[str, str]", theme: Theme) -> str:
        host = requests.utils.urlparse(self.url).netloc
        try:
            answer = self._session.get(
                self.url, params=parameters, timeout=(CONNECT_SECONDS, self._read_seconds)
            )
        except requests.Timeout as error:
            raise ServiceError(
                tr("GeoFA ({host}) did not answer in time.", host=host),
                tr("Try again later, or go on with districts already in the monitor file."),
                type(error).__name__,
            ) from None
        except requests.RequestException as error:
            raise ServiceError(
                tr("GeoFA ({host}) cannot be reached.", host=host),
                tr("Check the network and the server address. Districts already in the monitor file can be used "
                   "without the network."),
                str(error),
            ) from None
        body = answer.content.decode("utf-8", errors="replace")
        problem = exception_text(body)
        if problem is not None:
            raise ServiceError(
                tr("GeoFA refused the request for theme {theme}: {problem}", theme=theme.code, problem=problem),
                tr("The theme or one of its columns may have another name on this server. Check the server address."),
            )
        if answer.status_code != 200:
            raise ServiceError(
                tr("GeoFA ({host}) answered with error {status}.", host=host, status=answer.status_code),
                tr("Try again later, or go on with districts already in the monitor file."),
                body[:500],
            )
        if is_web_page(body) or "FeatureCollection" not in body[:4000]:
            raise ServiceError(
                tr("The address {url} answered with something that is not map data.", url=self.url),
                tr("It may be a login page or a proxy. Check the server address and your network access."),
                body[:500],
            )
        return body


def _of_grade(table: pd.DataFrame, theme: Theme, grade: Optional[int]) -> pd.DataFrame:
    """Districts whose span of grades holds ``grade``; all when no grade is asked for."""
    if grade is None or not theme.has_grades or not len(table):
        return table
    wanted = themes.grade_order(grade)
    first = table[theme.fields["grade_from"]].map(themes.grade_order, na_action="ignore")
    last = table[theme.fields["grade_to"]].map(themes.grade_order, na_action="ignore")
    return table[(first <= wanted) & (wanted <= last)].reset_index(drop=True)
