"""The client of GeoFA: chooses the cheapest way to an answer, and another when that one fails.

Without login: WFS 2.0 for the objects as they are, SQL API v2 where the server must look further
(history, versions, coverage, code lists). With login: SQL API v4, or the edit service, which also
show objects of limited visibility. Public answers are kept on disk and serve, with their age, when
GeoFA cannot be reached.
"""

from __future__ import annotations

from typing import Callable, Dict, Iterable, List, Mapping, Optional, Sequence

import pandas as pd
import requests

from ...catalogue.geofa import themes
from ...catalogue.geofa.themes import Theme
from ...errors import InputError, ServiceError, let_go, lets_go
from ...i18n import tr
from ...progress import Progress, checkpoint
from ...web.address import is_safe_for_login
from ...web.answer_cache import AnswerCache
from .. import shapes
from ..login import Login, Token
from ..replies import geojson
from ..replies.answers import ask
from ..replies.rows import COVERAGE_COLUMNS, code, coverage_row
from ..replies.values import each, text
from ..server import Server, other_system
from ..words import statements
from ..words.wfs_words import DistrictFilter
from .public_answers import PublicAnswers
from .selection import history_view, of_grade, valid_at
from .sql import Select, SqlV4, read_all, rows_select, v2_parameters
from .wfs import read_at_once, read_pages

READ_SECONDS = 60
IDS_AT_ONCE = 100
Way = Callable[[], pd.DataFrame]
"""One way to an answer."""


class GeofaClient:
    """Asks one GeoFA server.

    Args:
        session: a ``requests.Session`` without login; inside QGIS one whose transport is QGIS' own
            network.
        server: the server.
        seconds: how long to wait for an answer.
        login: the user, where objects of limited visibility are to be seen or anything is to be
            written.
        cache: keeps public answers.
        max_age: hours a kept answer may serve without asking; 0 asks always.
    """

    def __init__(
        self,
        session: requests.Session,
        server: Server,
        seconds: float = READ_SECONDS,
        login: Optional[Login] = None,
        cache: Optional[AnswerCache] = None,
        max_age: float = 0.0,
    ):
        self.server, self.seconds, self.login = server, seconds, login
        self.public = PublicAnswers(session, seconds, cache, max_age)
        self.sql: Optional[SqlV4] = None
        if login is not None:
            self.sql = SqlV4(session, server, Token(session, server, login, seconds), seconds)

    # -- the objects as they are ---------------------------------------------------------------

    def districts(self, theme: Theme, wanted: DistrictFilter, progress: Progress) -> pd.DataFrame:
        """The objects of ``theme`` that ``wanted`` describes, as they are now; those without a
        geometry are told and left out.

        Returns:
            One row per object: the theme's published columns (codes as whole numbers, times as ISO
            texts, missing as None) and ``wkb`` (the theme's geometry type, EPSG:25832).
        Raises:
            ServiceError: no connection, too slow, not an answer of GeoFA, an unknown theme, another
                coordinate system, or nothing found; says what to do.
            CancelledError: the user stopped.
        """
        table = of_grade(self.current(theme, wanted, progress), theme, wanted.grade)
        if not len(table):
            raise ServiceError(
                tr("GeoFA has no districts in theme {theme} with this choice.", theme=theme.code),
                tr(
                    "Check municipality, district type, grade and status. Registration in GeoFA is "
                    "voluntary, so "
                    "the theme may not be registered here; a layer of your own can be used instead."
                ),
            )
        return shapes.with_geometry(table, progress)

    def current(self, theme: Theme, wanted: DistrictFilter, progress: Progress) -> pd.DataFrame:
        """As ``districts``, but an empty table where there is nothing, those without a geometry (an
        empty ``wkb``) too, and without regard to grades."""
        tests = statements.conditions(theme, wanted)

        def by_sql(select: Select) -> pd.DataFrame:
            return read_all(select, theme, tests, theme.view, "objekt_id", progress)

        ways: Sequence[Way]
        if self.sql is not None:
            self._tell_plain_login(progress)
            select = rows_select(self.sql, theme)
            ways = (lambda: by_sql(select), lambda: self._from_edit_service(theme, wanted))
        else:
            ways = (
                lambda: self._pages(theme, theme.wfs_typename, wanted, "objekt_id", progress),
                lambda: by_sql(self._v2_select(theme, progress)),
            )
        return self._in_denmark(self._first_of(progress, ways))

    def _tell_plain_login(self, progress: Progress) -> None:
        if not is_safe_for_login(self.server.address):
            progress.warn(
                tr(
                    "The login is sent to {host} without encryption, as you have allowed.",
                    host=self.server.host,
                )
            )

    def objects(self, theme: Theme, ids: Iterable[str], progress: Progress) -> pd.DataFrame:
        """The current objects with the ``objekt_id`` in ``ids``; those there are none of are left
        out."""
        wanted = sorted(set(ids))
        if self.sql is None or not wanted:
            return self._pick(theme, wanted, self._v2_select(theme, progress), progress)
        try:
            return self._pick(theme, wanted, rows_select(self.sql, theme), progress)
        except ServiceError as error:
            progress.warn(_instead(error))
            everything = self._from_edit_service(theme, DistrictFilter(status=None))
            return everything[everything["objekt_id"].isin(wanted)].reset_index(drop=True)

    def _pick(
        self, theme: Theme, wanted: Sequence[str], select: Select, progress: Progress
    ) -> pd.DataFrame:
        parts = [geojson.read_rows((), theme)]
        for start in range(0, len(wanted), IDS_AT_ONCE):
            tests = statements.conditions(
                theme, DistrictFilter(status=None), ids=wanted[start : start + IDS_AT_ONCE]
            )
            parts.append(read_all(select, theme, tests, theme.view, "objekt_id", progress))
        return self._in_denmark(pd.concat(parts, ignore_index=True))

    def versions(self, theme: Theme, wanted: DistrictFilter, progress: Progress) -> pd.DataFrame:
        """``objekt_id``, ``versions_id`` and ``systid_fra`` of the objects now: little to fetch,
        enough to see what changed."""
        statement = statements.select_versions(theme, statements.conditions(theme, wanted))
        return pd.DataFrame(
            self._rows(statement, progress), columns=["objekt_id", "versions_id", "systid_fra"]
        )

    # -- history -------------------------------------------------------------------------------

    def as_of(
        self, theme: Theme, wanted: DistrictFilter, time: str, progress: Progress
    ) -> pd.DataFrame:
        """The objects as they were registered at ``time``; columns as ``districts``, possibly no
        rows.

        Args:
            time: ISO date (its end) or date and time, Danish time.
        Raises:
            InputError: the theme keeps no published history, or ``time`` is none.
        """
        view = history_view(theme)
        try:
            tests = statements.conditions(theme, wanted, as_of=time)
        except ValueError:
            tests = None
        if tests is None:
            raise InputError(
                tr("{time} is no date.", time=repr(time)), tr("Write it as 2026-01-31.")
            )
        table = self._first_of(
            progress,
            (
                lambda: read_all(
                    self._select(theme, progress), theme, tests, view, "versions_id", progress
                ),
                lambda: valid_at(self._all_versions(theme, wanted, progress), time),
            ),
        )
        return shapes.with_geometry(
            of_grade(self._in_denmark(table), theme, wanted.grade), progress
        )

    def history(
        self,
        theme: Theme,
        wanted: DistrictFilter,
        progress: Progress,
        ids: Optional[Iterable[str]] = None,
    ) -> pd.DataFrame:
        """Every version of the objects (of those in ``ids`` where given), the oldest of each object
        first."""
        view = history_view(theme)
        tests = statements.conditions(theme, wanted, ids=ids)
        found = self._first_of(
            progress,
            (
                lambda: read_all(
                    self._select(theme, progress), theme, tests, view, "versions_id", progress
                ),
                lambda: self._all_versions(theme, wanted, progress),
            ),
        )
        if ids is not None:
            found = found[found["objekt_id"].isin(list(ids))]
        return self._in_denmark(found.sort_values(["objekt_id", "systid_fra"], ignore_index=True))

    def _all_versions(
        self, theme: Theme, wanted: DistrictFilter, progress: Progress
    ) -> pd.DataFrame:
        typename = theme.wfs_typename.replace(theme.view, history_view(theme))
        return self._pages(theme, typename, wanted, "versions_id", progress)

    # -- coverage and code lists ---------------------------------------------------------------

    def coverage(self, wanted: Sequence[Theme], progress: Progress) -> pd.DataFrame:
        """Who has registered what.

        Returns:
            One row per theme and municipality with any object: ``theme``, ``municipality`` (four
            digits), ``objects``, ``newest`` and ``first`` (ISO times), ``x`` and ``y`` (middle of
            the extent, EPSG:25832).
        """
        rows = []
        for position, theme in enumerate(wanted):
            checkpoint(progress)
            progress.report(
                position / len(wanted), tr("Asking for theme {theme}", theme=theme.code)
            )
            found = each(self._rows(statements.select_coverage(theme), progress), coverage_row)
            rows += [{"theme": theme.code, **row} for row in found]
        return pd.DataFrame(rows, columns=list(COVERAGE_COLUMNS))

    def code_lists(self, theme: Theme, progress: Progress) -> "Dict[str, Mapping[int | str, str]]":
        """The active codes of every list of ``theme`` as GeoFA has them now, by the list's name.

        The plugin's own lists, all of them, where GeoFA does not answer; that is told.
        """
        names = sorted({column.code_list for column in theme.columns if column.code_list})
        try:
            return {name: self._codes(name, progress) for name in names}
        except ServiceError as error:
            progress.warn(tr("The code lists are the plugin's own: {reason}", reason=error.message))
            return {name: themes.code_list(name) for name in names}

    def _codes(self, name: str, progress: Progress) -> "Mapping[int | str, str]":
        rows = self._rows(statements.select_codes(themes.code_table(name)), progress)
        return dict(each(rows, lambda row: (code(row["code"]), text(row["text"], "text") or "")))

    # -- asking --------------------------------------------------------------------------------

    @lets_go
    def _first_of(self, progress: Progress, ways: Sequence[Way]) -> pd.DataFrame:
        """The answer of the first way that works; a way that failed is told. Where none works, the
        first's failure."""
        failed: List[ServiceError] = []
        for way in ways:
            self.public.forget()
            try:
                table = way()
            except ServiceError as error:
                let_go(error)  # the next way needs the memory
                self.public.forget()
                failed.append(error.with_traceback(None))
                continue
            self.public.keep()
            for failure in failed:
                progress.warn(_instead(failure))
            return table
        raise failed[0]

    def _select(self, theme: Theme, progress: Progress) -> Select:
        if self.sql is not None:
            return rows_select(self.sql, theme)
        return self._v2_select(theme, progress)

    def _v2_select(self, theme: Theme, progress: Progress) -> Select:
        get = self.public.getter(progress, theme.personal)

        def select(statement: str) -> pd.DataFrame:
            before = self.public.waiting
            try:
                body = get(self.server.sql_v2, v2_parameters(statement, "geojson"))
                return geojson.read_features(body, theme)
            except ServiceError:
                # of an answer that is too large less is asked for, and then less again
                self.public.forget(before)
                raise

        return select

    @lets_go
    def _rows(self, statement: str, progress: Progress) -> List[dict]:
        if self.sql is not None:
            return self.sql.select(statement)
        self.public.forget()
        try:
            get = self.public.getter(progress)
            rows = geojson.read_data(get(self.server.sql_v2, v2_parameters(statement, "json")))
            self.public.keep()
        finally:
            self.public.forget()
        return rows

    def _pages(
        self,
        theme: Theme,
        typename: str,
        wanted: DistrictFilter,
        order: str,
        progress: Progress,
    ) -> pd.DataFrame:
        get = self.public.getter(progress, theme.personal)
        return read_pages(get, self.server.wfs, theme, typename, wanted, order, progress)

    def _from_edit_service(self, theme: Theme, wanted: DistrictFilter) -> pd.DataFrame:
        return read_at_once(self._get_with_login, self.server.wfs_t, theme, wanted)

    def _get_with_login(self, url: str, parameters: Dict[str, str]) -> str:
        if self.login is None:
            raise ValueError("there is no login")
        return ask(
            self.login.basic,
            "GET",
            url,
            self.seconds,
            plain_login=self.server.plain_login,
            params=parameters,
        )

    def _in_denmark(self, table: pd.DataFrame) -> pd.DataFrame:
        if not shapes.is_in_denmark(table["wkb"]):
            raise other_system(self.server.host)
        return table


def _instead(error: ServiceError) -> str:
    return tr("{problem} Another way to GeoFA was used.", problem=error.message)
