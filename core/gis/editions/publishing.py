"""Publishes an edition: written aside, opened again and checked, put in its place under a mark,
entered in the ledger, and released by taking the mark away.

A folder with the mark counts as not released. So a crash between two steps leaves nothing released
that the ledger does not know, and nothing in the ledger whose files are not in their place; the
next start ends it (``unfinished``).
"""

from __future__ import annotations

import datetime
import json
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List

from ... import files, strays
from ...errors import InputError, StoreError
from ...i18n import in_language, tr
from ...pipeline.protecting import Prepared
from ...protection.certificate import certificate
from ...store.monitor_file import MonitorFile
from ...version import plugin_version
from .audit import audit_files
from .classes import Subject
from .map import write_map_and_report
from .tables import Content, write_tables
from .unfinished import begun, ended, mark, remove_unreleased, tidy, unmark


@dataclass(frozen=True)
class Staged:
    """An edition whose tables are written aside, waiting for its map.

    Attributes:
        folder: where the files lie until they are released. target: where they will lie.
    """

    prepared: Prepared
    content: Content
    entry: Dict[str, object]
    folder: Path
    target: Path


@dataclass(frozen=True)
class Published:
    """What was released: the folder, the release, and how many numbers were looked at again."""

    folder: Path
    release: str
    looked_at: int


def stage(prepared: Prepared, folder: "str | Path", purpose: str) -> Staged:
    """Write the tables of a safe edition aside, below ``folder``.

    Raises:
        NotSafeError: the edition is not safe. StoreError: the folder cannot be written.
    """
    parent = Path(folder)
    if not parent.is_dir():
        raise InputError(
            tr("The folder {folder} does not exist.", folder=str(parent)),
            tr("Choose a folder that exists."),
        )
    tidy(parent)
    edition, now = prepared.edition, datetime.datetime.now().astimezone()
    release = f"U{now:%Y%m%d}-{secrets.token_hex(3)}"
    salt = secrets.token_hex(16)
    proof = certificate(
        edition,
        release,
        now.isoformat(timespec="seconds"),
        salt,
        prepared.counts,
        prepared.names,
        plugin_version(),
    )
    entry: Dict[str, object] = {
        "release": release,
        "created": proof["created"],
        "profile": edition.profile.id,
        "audience": edition.profile.audience,
        "method": edition.profile.method,
        "period": edition.period,
        "purpose": purpose,
        "certificate": json.dumps(proof, ensure_ascii=False),
        "salt": salt,
    }
    target = parent / f"udgave_{edition.period}_{edition.profile.id}_{release}"
    aside = parent / strays.aside(strays.EDITION)
    content = Content(edition, prepared.area_sets, proof)
    try:
        aside.mkdir()
    except OSError as error:
        raise StoreError(
            tr("The edition cannot be written to {folder}.", folder=str(parent)),
            files.cure(error, aside),
            str(error),
        ) from None
    begun(parent)
    try:
        write_tables(content, aside)
    except BaseException:
        remove_unreleased(aside)
        ended(parent)
        raise
    return Staged(prepared, content, {**entry, "place": target.name}, aside, target)


def default_area_set(prepared: Prepared) -> str:
    """The first set that covers without overlap; the first there is where none does."""
    return next(
        (i for i, s in prepared.area_sets.items() if s.kind == "partition"),
        next(iter(prepared.area_sets)),
    )


def subject_of(prepared: Prepared, indicator: str = "", area_set: str = "") -> Subject:
    """What the map shows: the indicator and area set asked for, or the first there are.

    Raises:
        InputError: the edition does not hold it.
    """
    edition = prepared.edition
    about = {one.id: one for one in edition.indicators}
    if (indicator and indicator not in about) or (area_set and area_set not in prepared.area_sets):
        raise InputError(
            tr(
                "The edition {profile} does not hold {name}.",
                profile=in_language(edition.profile.name),
                name=indicator if indicator and indicator not in about else area_set,
            ),
            tr("Choose among {choices}.", choices=", ".join([*about, *prepared.area_sets])),
        )
    chosen = about[indicator] if indicator else edition.indicators[0]
    return Subject(area_set or default_area_set(prepared), chosen)


def release(staged: Staged, subject: Subject, monitor: "str | Path") -> Published:
    """``draw`` and ``enter`` in one, for callers on the main thread without a window to keep alive.

    Raises:
        LeakError: a file holds what the edition does not. StoreError: it cannot be written or
            entered.
    """
    scale = draw(staged, subject)
    with ThreadPoolExecutor(
        max_workers=1
    ) as background:  # where files are waited for as long as it takes
        return background.submit(enter, staged, subject, scale, monitor).result()


def draw(staged: Staged, subject: Subject) -> List[str]:
    """Draw the map and report beside the tables; on the main thread, to which layouts belong.

    Returns:
        The numbers of the scale bar, for ``enter``.
    Raises:
        StoreError: a file cannot be written; nothing is left then.
    """
    try:
        return write_map_and_report(staged.content, subject, staged.folder)
    except OSError as error:
        discard(staged)
        raise _not_placed(staged, error) from None
    except BaseException:
        discard(staged)
        raise


def enter(staged: Staged, subject: Subject, scale: List[str], monitor: "str | Path") -> Published:
    """Open everything again, put it in its place, and enter the release in the ledger.

    Whatever fails, nothing is released and nothing stands in the ledger. In the background where
    there is a window: a virus scanner may hold the new files for seconds.

    Raises:
        LeakError: a file holds what the edition does not. StoreError: it cannot be put in its place
            or entered.
    """
    ledger, identifier = MonitorFile(monitor).ledger, str(staged.entry["release"])
    entered = released = False
    try:
        looked_at = audit_files(staged.content, subject, staged.folder, scale)
        mark(staged.folder, Path(monitor))
        files.put_in_place(staged.folder, staged.target)
        edition = staged.content.edition
        ledger.enter(staged.entry, edition.table, edition.fingerprints, edition.releases)
        entered = True
        unmark(staged.target)
        released = True
        ended(staged.target.parent)
        return Published(staged.target, identifier, sum(looked_at.values()))
    except OSError as error:
        refused = _not_placed(staged, error)
    finally:
        if not released:
            if entered:
                ledger.remove(
                    identifier
                )  # where this fails the files stay, and the next start releases them
            remove_unreleased(staged.target)
            discard(staged)
    raise refused


def _not_placed(staged: Staged, error: OSError) -> StoreError:
    return StoreError(
        tr("The edition cannot be put in its place, {folder}.", folder=str(staged.target)),
        tr("Nothing was released.")
        + " "
        + files.cure(error, Path(os.fspath(error.filename or staged.folder))),
        str(error),
    )


def discard(staged: Staged) -> None:
    """Remove files that wait aside and will not be released."""
    remove_unreleased(staged.folder)
    ended(staged.target.parent)
