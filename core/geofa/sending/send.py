"""Sends a comparison to GeoFA, reads back what is there now, and writes a receipt.

The client chooses the id of a new object and an update sent twice changes nothing the second time,
so a request whose answer was lost can be sent again: nothing is doubled.
"""

from __future__ import annotations

import datetime
import time
import uuid
from dataclasses import dataclass
from typing import Callable, List, Mapping, Optional, Protocol, Sequence, Tuple

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ...errors import CancelledError, InputError, ServiceError
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress, Unstoppable, checkpoint
from .. import shapes
from ..comparison.changes import END, INSERT, Comparison, ObjectChange
from ..comparison.plain import plain
from ..reading.client import GeofaClient
from ..replies.answers import RefusedError, UnansweredError
from .wfs_transaction import Totals

DONE, NOT_DONE, PARTLY, UNKNOWN = "done", "not done", "other", "unknown"
SECONDS_BETWEEN_LOOKS = (0.0, 2.0, 5.0)
"""How long to wait before looking again for a change whose answer was lost: the server may still be
at it."""
RECEIPT_COLUMNS = (
    "sending",
    "time",
    "server",
    "way",
    "theme",
    "municipality",
    "user",
    "change",
    "objekt_id",
    "label",
    "columns",
    "versions_before",
    "versions_id",
    "outcome",
)


class Way(Protocol):
    """A way of writing."""

    name: str

    def write(self, comparison: Comparison) -> Totals:
        """Send all, in one transaction."""


@dataclass(frozen=True)
class Receipt:
    """What was sent, and what is in GeoFA now.

    Attributes:
        rows: DataFrame with ``RECEIPT_COLUMNS``, one row per object sent.
        problem: the failure, where not all was done; None otherwise.
        remark: a sentence where all was done though the answer was lost.
    """

    rows: pd.DataFrame
    problem: Optional[ServiceError] = None
    remark: str = ""

    def count(self, outcome: str) -> int:
        """How many objects have the ``outcome``."""
        return int((self.rows["outcome"] == outcome).sum())


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
    _refuse_stale(comparison, _looked_up(comparison, client, Part(progress, 0.05, 0.2)))
    checkpoint(progress)
    progress.report(0.2, tr("Sending {count} objects to GeoFA", count=number(len(changes))))
    deaf = Unstoppable(progress)
    problem: Optional[ServiceError] = None
    try:
        totals = way.write(comparison)
    except CancelledError:
        totals, problem = (
            Totals(),
            UnansweredError(
                tr("You stopped while GeoFA was at it."),
                tr("Look at what is in GeoFA before you send again."),
            ),
        )
    except ServiceError as error:
        totals, problem = Totals(), error.with_traceback(None)
    deaf.report(0.7, tr("Reading back what GeoFA has now"))
    outcomes, now, unread = _looked_at(comparison, client, deaf, problem, sleep)
    rows = _rows(comparison, way, client, outcomes, now)
    return _judged(rows, problem, unread, totals)


def _looked_up(
    comparison: Comparison, client: GeofaClient, progress: Progress
) -> "Mapping[str, dict]":
    table = client.objects(
        comparison.theme, [change.objekt_id for change in comparison.to_send], progress
    )
    return {str(row["objekt_id"]).lower(): row for row in table.to_dict("records")}


def _refuse_stale(comparison: Comparison, now: "Mapping[str, dict]") -> None:
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


def _looked_at(
    comparison: Comparison,
    client: GeofaClient,
    progress: Progress,
    problem: Optional[ServiceError],
    sleep: Callable[[float], None],
) -> "Tuple[List[str], Mapping[str, dict], Optional[ServiceError]]":
    """The outcome of every change; looked for again where an answer was lost and nothing is there
    yet."""
    waits = (
        SECONDS_BETWEEN_LOOKS if isinstance(problem, UnansweredError) else SECONDS_BETWEEN_LOOKS[:1]
    )
    outcomes = [UNKNOWN] * len(comparison.to_send)
    now: Mapping[str, dict] = {}
    unread: Optional[ServiceError] = None
    for wait in waits:
        sleep(wait)
        try:
            now, unread = _looked_up(comparison, client, Part(progress, 0.7, 0.9)), None
        except ServiceError as error:
            unread = error.with_traceback(None)
            continue
        outcomes = [
            _outcome(comparison.theme, change, now.get(change.objekt_id))
            for change in comparison.to_send
        ]
        if any(outcome != NOT_DONE for outcome in outcomes):
            break
    if isinstance(problem, UnansweredError) and all(outcome == NOT_DONE for outcome in outcomes):
        outcomes = [UNKNOWN] * len(outcomes)
    return outcomes, now, unread


def _outcome(theme: Theme, change: ObjectChange, there: "Optional[dict]") -> str:
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
    return (
        DONE if kept and (not change.after or shapes.same(there["wkb"], change.after)) else PARTLY
    )


def _rows(
    comparison: Comparison,
    way: Way,
    client: GeofaClient,
    outcomes: Sequence[str],
    now: "Mapping[str, dict]",
) -> pd.DataFrame:
    sending = uuid.uuid4().hex
    when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    user = client.login.user if client.login is not None else ""
    rows = [
        (
            sending,
            when,
            client.server.address,
            way.name,
            comparison.theme.code,
            comparison.municipality,
            user,
            change.kind,
            change.objekt_id,
            change.label,
            ", ".join([*change.attributes, *(["geometri"] if change.geometry_changes else [])]),
            change.versions_id,
            str((now.get(change.objekt_id) or {}).get("versions_id") or ""),
            outcome,
        )
        for change, outcome in zip(comparison.to_send, outcomes)
    ]
    return pd.DataFrame(rows, columns=list(RECEIPT_COLUMNS))


def _judged(
    rows: pd.DataFrame,
    problem: Optional[ServiceError],
    unread: Optional[ServiceError],
    totals: Totals,
) -> Receipt:
    done, sent = int((rows["outcome"] == DONE).sum()), len(rows)
    if unread is not None:
        return Receipt(
            rows,
            ServiceError(
                tr(
                    "{count} objects were sent, but GeoFA cannot be read back: {problem}",
                    count=number(sent),
                    problem=unread.message,
                ),
                tr(
                    "It is not known what is in GeoFA. Compare again when it answers; what is "
                    "there already is not sent "
                    "twice."
                ),
                problem.details if problem else unread.details,
            ),
        )
    if done == sent:
        remark = tr("GeoFA's answer was lost, but all is there.") if problem is not None else ""
        return Receipt(rows, None, remark)
    details = "\n".join(
        f"{row.label} ({row.objekt_id}): {row.outcome}" for row in rows.itertuples()
    )
    if isinstance(problem, UnansweredError) and (rows["outcome"] == UNKNOWN).all():
        return Receipt(
            rows,
            ServiceError(
                tr(
                    "{problem} Nothing of it is in GeoFA now, but it may still be under way.",
                    problem=problem.message,
                ),
                tr(
                    "Compare again in a few minutes, before you send again; what is there by then "
                    "is not sent twice."
                ),
                details,
            ),
        )
    if done == 0 and (rows["outcome"] == NOT_DONE).all():
        reason = problem or ServiceError(
            tr("GeoFA answered, but changed nothing."),
            tr(
                "The objects may belong to another municipality than the login's, or lie outside "
                "it."
            ),
        )
        kind = RefusedError if isinstance(reason, RefusedError) else ServiceError
        return Receipt(
            rows,
            kind(
                tr("{problem} Nothing was changed in GeoFA.", problem=reason.message),
                tr("{next} It is safe to send again.", next=reason.next_step),
                reason.details,
            ),
        )
    left = rows.loc[rows["outcome"] != DONE, "label"].tolist()
    said = (
        ""
        if totals.updated is None
        else tr(
            "GeoFA counts {inserted} new, {updated} changed, {ended} ended.",
            inserted=totals.inserted,
            updated=totals.updated,
            ended=totals.ended,
        )
    )
    half = tr(
        "{done} of {sent} objects are in GeoFA as sent. Not: {labels}.",
        done=number(done),
        sent=number(sent),
        labels=", ".join(left[:5]) + (" …" if len(left) > 5 else ""),
    )
    return Receipt(
        rows,
        ServiceError(
            f"{half} {problem.message}" if problem is not None else half,
            tr(
                "The receipt tells object by object. Compare again; what is there already is not "
                "sent twice."
            ),
            "\n".join(part for part in (said, problem.details if problem else "", details) if part),
        ),
    )
