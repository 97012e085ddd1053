"""Sends a comparison to GeoFA, reads back what is there now, and writes a receipt.

The client chooses the id of a new object and an update sent twice changes nothing the second time,
so a request whose answer was lost can be sent again: nothing is doubled.
"""

from __future__ import annotations

import time
from typing import Callable, List, Mapping, Optional, Protocol, Tuple

from ...catalogue.geofa.themes import Theme
from ...errors import CancelledError, InputError, ServiceError
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress, Unstoppable, checkpoint
from .. import shapes
from ..comparison.changes import END, INSERT, Comparison, ObjectChange
from ..comparison.matching import Row
from ..comparison.plain import plain
from ..reading.client import GeofaClient
from ..replies.answers import UnansweredError
from .receipt import (
    DONE,
    NOT_DONE,
    PARTLY,
    UNKNOWN,
    Receipt,
    receipt_of,
    receipt_rows,
)
from .wfs_transaction import Totals

SECONDS_BETWEEN_LOOKS = (0.0, 2.0, 5.0)
"""How long to wait before looking again for a change whose answer was lost: the server may still be
at it."""


class Way(Protocol):
    """A way of writing."""

    name: str

    def write(self, comparison: Comparison) -> Totals:
        """Send all, in one transaction."""


def send(
    comparison: Comparison,
    way: Way,
    client: GeofaClient,
    progress: Progress,
    sleep: Callable[[float], None] = time.sleep,
) -> Receipt:
    """Send what ``comparison`` would change, in one transaction, and read it back.

    Nothing is sent when an object has changed in GeoFA since the comparison. Once the sending has
    begun it cannot be cancelled: stopping to listen would not stop GeoFA.

    Args:
        way: ``WfsTransaction`` or ``SqlTransaction``; its session should not be one that can be
            cancelled.
        client: reads, with the same login, and should not be one that can be cancelled.
        sleep: waits, in seconds.
    Raises:
        InputError: nothing to send, or GeoFA has changed since the comparison.
        ServiceError: GeoFA could not be read before sending; nothing was sent.
        CancelledError: the user stopped before anything was sent.
    """
    changes = comparison.to_send
    if not changes:
        raise InputError(
            tr("There is nothing to send: GeoFA has it all."),
            tr("Change something, and compare again."),
        )
    progress.report(0.05, tr("Looking at what GeoFA has now"))
    _refuse_stale(comparison, _objects_there(comparison, client, Part(progress, 0.05, 0.2)))
    checkpoint(progress)
    progress.report(0.2, tr("Sending {count} objects to GeoFA", count=number(len(changes))))
    deaf = Unstoppable(progress)
    problem: Optional[ServiceError] = None
    totals = Totals()
    try:
        totals = way.write(comparison)
    except CancelledError:
        problem = UnansweredError(
            tr("You stopped while GeoFA was at it."),
            tr("Look at what is in GeoFA before you send again."),
        )
    except ServiceError as error:
        problem = error.with_traceback(None)
    deaf.report(0.7, tr("Reading back what GeoFA has now"))
    outcomes, now, unread = _read_back(comparison, client, deaf, problem, sleep)
    rows = receipt_rows(comparison, way.name, client, outcomes, now)
    return receipt_of(rows, problem, unread, totals)


def _objects_there(
    comparison: Comparison, client: GeofaClient, progress: Progress
) -> Mapping[str, Row]:
    table = client.objects(
        comparison.theme, [change.objekt_id for change in comparison.to_send], progress
    )
    rows = (dict(zip(table.columns, row)) for row in table.itertuples(index=False, name=None))
    return {str(row["objekt_id"]).lower(): row for row in rows}


def _refuse_stale(comparison: Comparison, now: Mapping[str, Row]) -> None:
    stale = [
        change.label
        for change in comparison.to_send
        if str((now.get(change.objekt_id) or {}).get("versions_id") or "") != change.versions_id
    ]
    if stale:
        raise InputError(
            tr(
                "{count} objects have changed in GeoFA since they were compared: {labels}.",
                count=len(stale),
                labels=", ".join(stale[:5]),
            ),
            tr("Nothing was sent. Compare again."),
        )


# -- reading back --------------------------------------------------------------------------------


def _read_back(
    comparison: Comparison,
    client: GeofaClient,
    progress: Progress,
    problem: Optional[ServiceError],
    sleep: Callable[[float], None],
) -> Tuple[List[str], Mapping[str, Row], Optional[ServiceError]]:
    """The outcome of every change; looked for again where an answer was lost and nothing is there
    yet."""
    is_lost = isinstance(problem, UnansweredError)
    waits = SECONDS_BETWEEN_LOOKS if is_lost else SECONDS_BETWEEN_LOOKS[:1]
    outcomes = [UNKNOWN] * len(comparison.to_send)
    now: Mapping[str, Row] = {}
    unread: Optional[ServiceError] = None
    for wait in waits:
        sleep(wait)
        try:
            now, unread = _objects_there(comparison, client, Part(progress, 0.7, 0.9)), None
        except ServiceError as error:
            unread = error.with_traceback(None)
            continue
        outcomes = [
            _outcome(comparison.theme, change, now.get(change.objekt_id))
            for change in comparison.to_send
        ]
        if any(outcome != NOT_DONE for outcome in outcomes):
            break
    if is_lost and all(outcome == NOT_DONE for outcome in outcomes):
        outcomes = [UNKNOWN] * len(outcomes)
    return outcomes, now, unread


def _outcome(theme: Theme, change: ObjectChange, there: Optional[Row]) -> str:
    """Is ``change`` in GeoFA?"""
    if change.kind == END:
        return DONE if there is None else NOT_DONE
    if there is None:
        return NOT_DONE if change.kind == INSERT else PARTLY
    if str(there["versions_id"]) == change.versions_id:
        return NOT_DONE
    kept = all(
        plain(there[name], theme.column(name).type) == plain(value, theme.column(name).type)
        for name, value in change.sent_values.items()
    )
    drawn = not change.after or shapes.same(there["wkb"], change.after)
    return DONE if kept and drawn else PARTLY
