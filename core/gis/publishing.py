"""Publishes an edition: written aside, opened again and checked, entered in the ledger, then put in its place."""

from __future__ import annotations

import datetime
import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Optional

from .. import strays
from ..errors import InputError, StoreError
from ..i18n import in_language, tr
from ..pipeline.protecting import Prepared
from ..protection.certificate import certificate
from ..store.ledger import Ledger
from ..store.monitor_file import MonitorFile
from ..version import plugin_version
from .edition_audit import audit_files
from .edition_map import Subject, write_map_and_report
from .edition_tables import Content, write_tables


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
        raise InputError(tr("The folder {folder} does not exist.", folder=str(parent)),
                         tr("Choose a folder that exists."))
    edition, now = prepared.edition, datetime.datetime.now().astimezone()
    release = f"U{now:%Y%m%d}-{secrets.token_hex(3)}"
    salt = secrets.token_hex(16)
    proof = certificate(edition, release, now.isoformat(timespec="seconds"), salt, prepared.counts, prepared.names,
                        plugin_version())
    entry: Dict[str, object] = {
        "release": release, "created": proof["created"], "profile": edition.profile.id,
        "audience": edition.profile.audience, "method": edition.profile.method, "period": edition.period,
        "purpose": purpose, "certificate": json.dumps(proof, ensure_ascii=False), "salt": salt,
    }
    target = parent / f"udgave_{edition.period}_{edition.profile.id}_{release}"
    strays.clear(parent, (strays.EDITION,))
    aside = parent / strays.aside(strays.EDITION)
    content = Content(edition, prepared.area_sets, proof)
    try:
        aside.mkdir()
    except OSError as error:
        raise StoreError(tr("The edition cannot be written to {folder}.", folder=str(parent)),
                         tr("Choose a folder that may be written to, with enough room."), str(error)) from None
    try:
        write_tables(content, aside)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return Staged(prepared, content, {**entry, "place": target.name}, aside, target)


def default_area_set(prepared: Prepared) -> str:
    """The first set that covers without overlap; the first there is where none does."""
    return next((i for i, s in prepared.area_sets.items() if s.kind == "partition"), next(iter(prepared.area_sets)))


def subject_of(prepared: Prepared, indicator: str = "", area_set: str = "") -> Subject:
    """What the map shows: the indicator and area set asked for, or the first there are.

    Raises:
        InputError: the edition does not hold it.
    """
    edition = prepared.edition
    about = {one.id: one for one in edition.indicators}
    if (indicator and indicator not in about) or (area_set and area_set not in prepared.area_sets):
        raise InputError(
            tr("The edition {profile} does not hold {name}.", profile=in_language(edition.profile.name),
               name=indicator if indicator and indicator not in about else area_set),
            tr("Choose among {choices}.", choices=", ".join([*about, *prepared.area_sets])))
    chosen = about[indicator] if indicator else edition.indicators[0]
    return Subject(area_set or default_area_set(prepared), chosen)


def release(staged: Staged, subject: Subject, monitor: "str | Path") -> Published:
    """Draw the map and report, open everything again, enter the release in the ledger, and put it in its place.

    Runs on the main thread. Whatever fails, nothing lies in the target and nothing stands in the ledger.

    Raises:
        LeakError: a file holds what the edition does not. StoreError: it cannot be written or entered.
    """
    ledger, entered = Ledger(MonitorFile(monitor)), False
    try:
        scale = write_map_and_report(staged.content, subject, staged.folder)
        looked_at = audit_files(staged.content, subject, staged.folder, scale)
        edition = staged.content.edition
        ledger.enter(staged.entry, edition.table, edition.fingerprints, edition.releases)
        entered = True
        os.replace(staged.folder, staged.target)
        entered = False
        return Published(staged.target, str(staged.entry["release"]), sum(looked_at.values()))
    except OSError as error:
        problem: Optional[str] = str(error)
    finally:
        if entered:
            ledger.remove(str(staged.entry["release"]))
        discard(staged)
    raise StoreError(tr("The edition cannot be put in its place, {folder}.", folder=str(staged.target)),
                     tr("Choose a folder that may be written to. Nothing was released."), problem or "")


def discard(staged: Staged) -> None:
    """Forget files that were not released."""
    shutil.rmtree(staged.folder, ignore_errors=True)
