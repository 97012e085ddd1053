"""The jobs of registering in GeoFA, as plain functions for the background: check, compare, send,
write a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterable, List, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFeatureSource, QgsGeometry

from ...catalogue.geofa.themes import Theme
from ...catalogue.law.municipalities import municipalities
from ...errors import InputError, StoreError
from ...geofa.comparison.changes import Comparison
from ...geofa.comparison.compare import compare
from ...geofa.reading.client import GeofaClient
from ...geofa.rules.broken_rule import ERROR, BrokenRule, Lists
from ...geofa.rules.check import check_comparison
from ...geofa.sending.receipt import Receipt
from ...geofa.sending.send import Way, send
from ...geofa.sending.sql_transaction import SqlTransaction
from ...geofa.sending.upload_file import write
from ...geofa.sending.wfs_transaction import WfsTransaction
from ...geofa.words.wfs_words import DistrictFilter
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress
from ...store.monitor_file import MonitorFile
from ..districts.checks import check_result

GEOMETRY_RULES = ("size", "overlap", "hole", "outside")


@dataclass(frozen=True)
class Review:
    """What would be registered, the rules it breaks, what GeoFA has now, and its code lists."""

    comparison: Comparison
    problems: Tuple[BrokenRule, ...]
    current: pd.DataFrame
    lists: Lists

    @property
    def errors(self) -> List[BrokenRule]:
        """The problems that keep it from being sent."""
        return [problem for problem in self.problems if problem.severity == ERROR]


def review(
    theme: Theme,
    municipality: str,
    wanted: pd.DataFrame,
    client: GeofaClient,
    user: str,
    progress: Progress,
    border: Optional[QgsGeometry] = None,
) -> Review:
    """Compare ``wanted`` with GeoFA and check what would be sent; nothing is changed anywhere.

    Args:
        wanted: of ``registration.wanted_table``.
        user: who registers.
        border: the municipality's area (EPSG:25832), where known.
    Raises:
        InputError, ServiceError: as ``compare`` and ``GeofaClient.current``.
    """
    progress.report(0.0, tr("Fetching what GeoFA has"))
    if client.login is None:
        progress.warn(
            tr(
                "Without login only public objects of GeoFA are seen; others would be taken for "
                "new."
            )
        )
    current = client.current(
        theme, DistrictFilter(municipality, None, None), Part(progress, 0.0, 0.4)
    )
    who = user or (client.login.user if client.login is not None else "")
    lists = client.code_lists(theme, progress)
    comparison = compare(theme, municipality, wanted, current, who)
    return _checked(comparison, current, lists, Part(progress, 0.4, 1.0), border)


def _checked(
    comparison: Comparison,
    current: pd.DataFrame,
    lists: Lists,
    progress: Progress,
    border: Optional[QgsGeometry] = None,
) -> Review:
    problems = check_comparison(comparison, current, lists) + check_result(
        comparison, current, progress, border
    )
    return Review(comparison, tuple(problems), current, lists)


def with_ended(
    given: Review,
    ids: Iterable[str],
    by_status: bool,
    progress: Progress,
    border: Optional[QgsGeometry] = None,
) -> Review:
    """``given`` with missing objects picked to be ended; raises ``InputError`` for an id that is
    not missing."""
    ids = list(ids)
    if not ids:
        return given
    return _checked(
        given.comparison.ending(ids, by_status), given.current, given.lists, progress, border
    )


def way_of(name: str, client: GeofaClient) -> Way:
    """The way of writing called ``name`` (``wfs-t`` or ``sql``).

    Raises:
        InputError: there is no login.
    """
    if client.login is None:
        raise InputError(
            tr("Sending to GeoFA needs a login."),
            tr("Choose an authentication configuration with GeoFA's user name and password."),
        )
    if name == "sql" and client.sql is not None:  # there is one wherever there is a login
        return SqlTransaction(client.sql)
    return WfsTransaction(client.login.basic, client.server, client.seconds)


def refuse_errors(given: Review, go_on: bool) -> None:
    """Raise ``InputError`` where what would be sent breaks a rule.

    Args:
        go_on: the user has seen that districts overlap, leave holes, are small or reach outside,
            and wants it so.
    """
    errors = [problem for problem in given.errors if not (go_on and problem.rule in GEOMETRY_RULES)]
    if errors:
        first = errors[0]
        where = first.label or (tr("row {row}", row=first.row) if first.row > 0 else "")
        raise InputError(
            tr(
                "{count} errors keep the objects from being sent. The first: {where}: {text}",
                count=number(len(errors)),
                where=where or "–",
                text=first.text,
            ),
            first.next_step,
            "\n".join(f"{problem.label}: {problem.text}" for problem in errors[:50]),
        )


def confirmation(comparison: Comparison) -> str:
    """What a user repeats before production is changed: the municipality and the number of
    objects."""
    return f"{comparison.municipality} {len(comparison.to_send)}"


def refuse_unconfirmed(comparison: Comparison, client: GeofaClient, said: str) -> None:
    """Raise ``InputError`` where production would be changed without the user having named it."""
    if client.server.is_production and said.strip() != confirmation(comparison):
        raise InputError(
            tr(
                "{count} objects of {municipality} would be changed in production, {host}.",
                count=number(len(comparison.to_send)),
                municipality=municipalities()[comparison.municipality].name,
                host=client.server.host,
            ),
            tr(
                'Confirm with "{words}", or send to the test server.',
                words=confirmation(comparison),
            ),
        )


def send_and_keep(
    given: Review, way: Way, client: GeofaClient, monitor: Optional[Path], progress: Progress
) -> Receipt:
    """Send, read back, and keep the receipt in the monitor file; a receipt that cannot be kept is
    told, not lost."""
    if monitor is not None:
        MonitorFile(monitor).check_writable()
    receipt = send(given.comparison, way, client, Part(progress, 0.0, 0.95))
    if monitor is not None:
        try:
            MonitorFile(monitor).receipts.save(receipt.rows)
        except StoreError as error:
            progress.warn(tr("The receipt could not be kept: {problem}", problem=error.message))
            return replace(
                receipt, remark=" ".join(part for part in (receipt.remark, error.message) if part)
            )
    return receipt


def write_upload(given: Review, path: Path) -> List[Path]:
    """Write the file for GeoFA's editor; raises ``InputError``."""
    return write(given.comparison, path, given.current.to_dict("records"))


def border_of(source: Optional[QgsFeatureSource], transform: object) -> Optional[QgsGeometry]:
    """All areas of ``source`` as one (EPSG:25832); None where there is none."""
    if source is None:
        return None
    parts = []
    for feature in source.getFeatures(QgsFeatureRequest()):
        shape = QgsGeometry(feature.geometry())
        shape.transform(transform)
        parts.append(shape)
    return QgsGeometry.unaryUnion(parts) if parts else None


def change_rows(given: Comparison) -> "Sequence[tuple]":
    """One row per value or geometry that would be sent: kind, objekt_id, label, row, column,
    before, after."""
    rows = []
    for change in given.changes:
        row = (change.kind, change.objekt_id, change.label, change.row)
        if change.kind in ("end", "missing", "unchanged"):
            rows.append((change, row + ("", "", "")))
            continue
        rows += [
            (change, row + (name, _shown(change.attributes.get(name, (None,))[0]), _shown(after)))
            for name, after in change.sent_values.items()
            if after is not None or name in change.attributes
        ]
        if change.geometry_changes:
            rows.append((change, row + ("geometri", "", tr("another geometry"))))
    return rows


def _shown(value: object) -> str:
    return "" if value is None else str(value)
