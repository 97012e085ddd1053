"""The client of GeoFA: chooses the cheapest way to an answer, and another when that one fails.

Without login: WFS 2.0 for the objects as they are, SQL API v2 where the server must look further
(history, versions, coverage, code lists). With login: SQL API v4, or the edit service, which also
show objects of limited visibility. Public answers are kept on disk and serve, with their age, when
GeoFA cannot be reached.
"""

from __future__ import annotations

import json
from typing import Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
import requests

from ...answer_cache import AnswerCache
from ...catalogue.geofa import themes
from ...catalogue.geofa.themes import Theme
from ...errors import InputError, ServiceError, let_go, lets_go
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ...web_address import is_safe_for_login
from .. import shapes
from ..login import Login, Token
from ..replies import geojson
from ..replies.answers import UnansweredError, ask
from ..replies.values import damaged, each, text, whole
from ..server import Server, other_system
from ..words import statements
from ..words.wfs_words import DistrictFilter
from .sql import Select, SqlV4, read_all, rows_select, v2_parameters
from .wfs import Get, read_at_once, read_pages

READ_SECONDS = 60
IDS_AT_ONCE = 100
LONGEST_CODE = 100


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
        self._session, self.server, self.seconds, self.login = session, server, seconds, login
        self._cache, self._max_age = cache, max_age
        self._told_age = False
        self._read: List[Tuple[str, str]] = []
        self.sql = (
            SqlV4(session, server, Token(session, server, login, seconds), seconds)
            if login
            else None
        )

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
        table = _of_grade(self.current(theme, wanted, progress), theme, wanted.grade)
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
        if self.login is not None:
            self._tell_plain_login(progress)
            return self._in_denmark(
                self._first_of(
                    progress,
                    (
                        lambda: read_all(
                            rows_select(self.sql, theme),
                            theme,
                            tests,
                            theme.view,
                            "objekt_id",
                            progress,
                        ),
                        lambda: read_at_once(
                            self._get_with_login, self.server.wfs_t, theme, wanted
                        ),
                    ),
                )
            )
        return self._in_denmark(
            self._first_of(
                progress,
                (
                    lambda: read_pages(
                        self._getter(progress, theme),
                        self.server.wfs,
                        theme,
                        theme.wfs_typename,
                        wanted,
                        "objekt_id",
                        progress,
                    ),
                    lambda: read_all(
                        self._v2_select(theme, progress),
                        theme,
                        tests,
                        theme.view,
                        "objekt_id",
                        progress,
                    ),
                ),
            )
        )

    def _tell_plain_login(self, progress: Progress) -> None:
        if not is_safe_for_login(self.server.base):
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
        if self.login is None or not wanted:
            return self._pick(theme, wanted, progress)
        try:
            return self._pick(theme, wanted, progress, by_login=True)
        except ServiceError as error:
            progress.warn(_instead(error))
            everything = read_at_once(
                self._get_with_login, self.server.wfs_t, theme, DistrictFilter(status=None)
            )
            return everything[everything["objekt_id"].isin(wanted)].reset_index(drop=True)

    def _pick(
        self, theme: Theme, wanted: Sequence[str], progress: Progress, by_login: bool = False
    ) -> pd.DataFrame:
        select = rows_select(self.sql, theme) if by_login else self._v2_select(theme, progress)
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
        view = _history_view(theme)
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
                lambda: _valid_at(self._all_versions(theme, wanted, progress), time),
            ),
        )
        return shapes.with_geometry(
            _of_grade(self._in_denmark(table), theme, wanted.grade), progress
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
        view = _history_view(theme)
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
        typename = theme.wfs_typename.replace(theme.view, _history_view(theme))
        return read_pages(
            self._getter(progress, theme),
            self.server.wfs,
            theme,
            typename,
            wanted,
            "versions_id",
            progress,
        )

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
            rows += each(
                self._rows(statements.select_coverage(theme), progress),
                lambda row, code=theme.code: {
                    "theme": code,
                    "municipality": str(whole(row["kommunekode"], "kommunekode")).zfill(4),
                    "objects": whole(row["objects"], "objects"),
                    "newest": str(row["newest"] or "")[:19],
                    "first": str(row["first"] or "")[:19],
                    "x": _number(row["x"]),
                    "y": _number(row["y"]),
                },
            )
        columns = ["theme", "municipality", "objects", "newest", "first", "x", "y"]
        return pd.DataFrame(rows, columns=columns)

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
        return dict(each(rows, lambda row: (_code(row["code"]), text(row["text"], "text") or "")))

    # -- asking --------------------------------------------------------------------------------

    @lets_go
    def _first_of(
        self, progress: Progress, ways: Sequence[Callable[[], pd.DataFrame]]
    ) -> pd.DataFrame:
        """The answer of the first way that works; a way that failed is told. Where none works, the
        first's failure."""
        failed: List[ServiceError] = []
        for way in ways:
            self._read = []
            try:
                table = way()
            except ServiceError as error:
                let_go(error)  # the next way needs the memory
                self._read = []
                failed.append(error.with_traceback(None))
                continue
            self._keep_read()
            for error in failed:
                progress.warn(_instead(error))
            return table
        raise failed[0]

    def _select(self, theme: Theme, progress: Progress) -> Select:
        return (
            rows_select(self.sql, theme)
            if self.sql is not None
            else self._v2_select(theme, progress)
        )

    def _v2_select(self, theme: Theme, progress: Progress) -> Select:
        get = self._getter(progress, theme)

        def select(statement: str) -> pd.DataFrame:
            kept = len(self._read)
            try:
                return geojson.read_features(
                    get(self.server.sql_v2, v2_parameters(statement, "geojson")), theme
                )
            except ServiceError:
                del self._read[
                    kept:
                ]  # less is asked for, of an answer that is too large, and then less again
                raise

        return select

    @lets_go
    def _rows(self, statement: str, progress: Progress) -> List[dict]:
        if self.sql is not None:
            return self.sql.select(statement)
        self._read = []
        try:
            rows = geojson.read_data(
                self._getter(progress)(self.server.sql_v2, v2_parameters(statement, "json"))
            )
            self._keep_read()
        finally:
            self._read = []
        return rows

    def _keep_read(self) -> None:
        """Keep the answers just read on disk, now that they are known to be whole."""
        for key, body in self._read:
            if self._cache is not None:
                self._cache.put(key, body.encode("utf-8"))
        self._read = []

    def _get_with_login(self, url: str, parameters: Dict[str, str]) -> str:
        return ask(
            self.login.basic,
            "GET",
            url,
            self.seconds,
            plain_login=self.server.plain_login,
            params=parameters,
        )

    def _getter(self, progress: Progress, theme: Optional[Theme] = None) -> Get:
        """Asks for a public answer: a young one from the disk, a fresh one, or an old one when
        GeoFA is away.

        What may tell of persons (``Theme.personal``) is never kept.
        """
        may_keep = self._cache is not None and not (theme is not None and theme.personal)

        def get(url: str, parameters: Dict[str, str]) -> str:
            key = json.dumps([url, parameters], sort_keys=True)
            kept = self._cache.kept(key) if may_keep else None
            if kept is not None and kept.hours < self._max_age:
                return kept.body.decode("utf-8")
            try:
                body = ask(self._session, "GET", url, self.seconds, params=parameters)
            except UnansweredError as error:
                if kept is None:
                    raise
                if not self._told_age:
                    progress.warn(
                        tr(
                            "{problem} An answer kept {hours} hours ago is shown.",
                            problem=error.message,
                            hours=number(kept.hours, 1),
                        )
                    )
                    self._told_age = True
                return kept.body.decode("utf-8")
            if may_keep:
                self._read.append((key, body))
            return body

        return get

    def _in_denmark(self, table: pd.DataFrame) -> pd.DataFrame:
        if not shapes.is_in_denmark(table["wkb"]):
            raise other_system(self.server.host)
        return table


def _code(value: object) -> "int | str":
    """A code as GeoFA's lists have them: a whole number or a word."""
    found = value if isinstance(value, str) else whole(value, "code")
    if found is None or len(str(found)) > LONGEST_CODE:
        raise damaged("code")
    return found


def _number(value: object) -> float:
    return float("nan") if value is None else float(value)


def _instead(error: ServiceError) -> str:
    return tr("{problem} Another way to GeoFA was used.", problem=error.message)


def _history_view(theme: Theme) -> str:
    if theme.history_view is None:
        raise InputError(
            tr("GeoFA publishes no history of theme {theme}.", theme=theme.code),
            tr("Themes 5710, 5711, 5712 and 5713 have one."),
        )
    return theme.history_view


def _valid_at(versions: pd.DataFrame, time: str) -> pd.DataFrame:
    """The rows with ``systid_fra <= time < systid_til``."""
    moment = pd.Timestamp(statements.moment(time)).tz_localize("Europe/Copenhagen")
    try:
        begun = versions["systid_fra"].map(lambda since: pd.Timestamp(since) <= moment)
        ended = versions["systid_til"].map(
            lambda until: until is not None and pd.Timestamp(until) <= moment
        )
    except (ValueError, TypeError):
        begun = None
    if begun is None:
        raise damaged("systid_fra")
    return versions[begun.astype(bool) & ~ended.astype(bool)].reset_index(drop=True)


def _of_grade(table: pd.DataFrame, theme: Theme, grade: Optional[int]) -> pd.DataFrame:
    """Districts whose span of grades holds ``grade``; all when no grade is asked for."""
    if grade is None or not theme.has_grades or not len(table):
        return table
    wanted = themes.grade_order(grade)
    first = table[theme.fields["grade_from"]].map(themes.grade_order, na_action="ignore")
    last = table[theme.fields["grade_to"]].map(themes.grade_order, na_action="ignore")
    return table[(first <= wanted) & (wanted <= last)].reset_index(drop=True)
