"""The receipt of a sending: what was sent, and in words what has become of it."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from typing import Mapping, Optional, Sequence

import pandas as pd

from ...errors import ServiceError
from ...i18n import tr
from ...numbers import number
from ..comparison.changes import Comparison
from ..comparison.matching import Row
from ..reading.client import GeofaClient
from ..replies.answers import RefusedError, UnansweredError
from .wfs_transaction import Totals

DONE, NOT_DONE, PARTLY, UNKNOWN = "done", "not done", "other", "unknown"
"""What has become of a change: it is in GeoFA as sent, nothing of it is, something else is, or
nobody knows."""
LABELS_SHOWN = 5
RECEIPT_COLUMNS = (
    *("sending", "time", "server", "way", "theme", "municipality", "user"),
    *("change", "objekt_id", "label", "columns", "versions_before", "versions_id", "outcome"),
)


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


def receipt_rows(
    comparison: Comparison,
    way: str,
    client: GeofaClient,
    outcomes: Sequence[str],
    now: Mapping[str, Row],
) -> pd.DataFrame:
    """``RECEIPT_COLUMNS``, one row per object sent.

    Args:
        way: the name of the way of writing.
        outcomes: of each change that was to be sent.
        now: ``objekt_id`` → object, as GeoFA has them now.
    """
    sending = (
        uuid.uuid4().hex,
        datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        client.server.address,
        way,
        comparison.theme.code,
        comparison.municipality,
        client.login.user if client.login is not None else "",
    )
    rows = []
    for change, outcome in zip(comparison.to_send, outcomes):
        columns = [*change.attributes, *(["geometri"] if change.geometry_changes else [])]
        there = now.get(change.objekt_id) or {}
        rows.append(
            (
                *sending,
                change.kind,
                change.objekt_id,
                change.label,
                ", ".join(columns),
                change.versions_id,
                str(there.get("versions_id") or ""),
                outcome,
            )
        )
    return pd.DataFrame(rows, columns=list(RECEIPT_COLUMNS))


def receipt_of(
    rows: pd.DataFrame,
    problem: Optional[ServiceError],
    unread: Optional[ServiceError],
    totals: Totals,
) -> Receipt:
    """The receipt with ``rows`` (``receipt_rows``), and its sentence.

    Args:
        problem: why the sending failed, as far as its answer tells.
        unread: why GeoFA could not be read back.
        totals: what the server says it did.
    """
    done = rows["outcome"] == DONE
    if unread is not None:
        return Receipt(rows, _cannot_be_read_back(len(rows), problem, unread))
    if done.all():
        remark = tr("GeoFA's answer was lost, but all is there.") if problem is not None else ""
        return Receipt(rows, None, remark)
    outcomes = "\n".join(
        f"{row.label} ({row.objekt_id}): {row.outcome}" for row in rows.itertuples()
    )
    if isinstance(problem, UnansweredError) and (rows["outcome"] == UNKNOWN).all():
        return Receipt(rows, _may_be_under_way(problem, outcomes))
    if (rows["outcome"] == NOT_DONE).all():
        return Receipt(rows, _nothing_changed(problem))
    return Receipt(rows, _half_done(rows, problem, totals, outcomes))


def _cannot_be_read_back(
    sent: int, problem: Optional[ServiceError], unread: ServiceError
) -> ServiceError:
    return ServiceError(
        tr(
            "{count} objects were sent, but GeoFA cannot be read back: {problem}",
            count=number(sent),
            problem=unread.message,
        ),
        tr(
            "It is not known what is in GeoFA. Compare again when it answers; what is there "
            "already is not sent twice."
        ),
        problem.details if problem else unread.details,
    )


def _may_be_under_way(problem: ServiceError, outcomes: str) -> ServiceError:
    return ServiceError(
        tr(
            "{problem} Nothing of it is in GeoFA now, but it may still be under way.",
            problem=problem.message,
        ),
        tr(
            "Compare again in a few minutes, before you send again; what is there by then is not "
            "sent twice."
        ),
        outcomes,
    )


def _nothing_changed(problem: Optional[ServiceError]) -> ServiceError:
    reason = problem or ServiceError(
        tr("GeoFA answered, but changed nothing."),
        tr("The objects may belong to another municipality than the login's, or lie outside it."),
    )
    kind = RefusedError if isinstance(reason, RefusedError) else ServiceError
    return kind(
        tr("{problem} Nothing was changed in GeoFA.", problem=reason.message),
        tr("{next} It is safe to send again.", next=reason.next_step),
        reason.details,
    )


def _half_done(
    rows: pd.DataFrame, problem: Optional[ServiceError], totals: Totals, outcomes: str
) -> ServiceError:
    left = rows.loc[rows["outcome"] != DONE, "label"].tolist()
    more = " …" if len(left) > LABELS_SHOWN else ""
    half = tr(
        "{done} of {sent} objects are in GeoFA as sent. Not: {labels}.",
        done=number(len(rows) - len(left)),
        sent=number(len(rows)),
        labels=", ".join(left[:LABELS_SHOWN]) + more,
    )
    counted = ""
    if totals.updated is not None:
        counted = tr(
            "GeoFA counts {inserted} new, {updated} changed, {ended} ended.",
            inserted=totals.inserted,
            updated=totals.updated,
            ended=totals.ended,
        )
    details = [counted, problem.details if problem else "", outcomes]
    return ServiceError(
        f"{half} {problem.message}" if problem is not None else half,
        tr(
            "The receipt tells object by object. Compare again; what is there already is not sent "
            "twice."
        ),
        "\n".join(filter(None, details)),
    )
