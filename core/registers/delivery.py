"""A delivery: files or tables of one kind that came together, how they are read, and the record of
it."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Collection, Dict, List, Mapping, Optional, Sequence, Tuple, Union

import pandas as pd

from ..catalogue.json_file import read_bounded
from ..catalogue.json_text import JsonError, parse
from ..catalogue.limits import limits
from ..catalogue.registers.kinds import ALL_KINDS, register_kind
from ..errors import InputError, StoreError
from ..files import cure, written_whole
from ..i18n import tr
from .columns.translation import Rules
from .reading import AS_GUESSED, Reading, reading_of
from .sources import RegisterSource
from .values.offers import Declined
from .values.rules import check_rules, is_rules

FORMAT = 1
BLOCK_BYTES = 1 << 22
RECORD_COLUMNS = (
    "name",
    "register",
    "period",
    "received",
    "rows",
    "checksum",
    "profile",
    "definitions",
    "reference_day",
)


@dataclass(frozen=True)
class DeliveryProfile:
    """How one kind of delivery is read, month after month; it holds no data and can be shared.

    Attributes:
        name: what the municipality calls the delivery.
        register: the kind of register.
        mapping: role → column; an empty column is that the file had none. reading: what the
            plugin's guess about the file is replaced by.
        values: role → value → code, of values that the catalogue does not know.
        declined: role → columns that the user has said are not its.
    """

    name: str
    register: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    reading: Reading = AS_GUESSED
    values: Rules = field(default_factory=dict)
    declined: Declined = field(default_factory=dict)

    def text(self) -> str:
        """The profile as JSON."""
        return json.dumps(
            {
                "format": FORMAT,
                "name": self.name,
                "register": self.register,
                "mapping": dict(self.mapping),
                "reading": self.reading.as_dict(),
                **({"values": self.values} if self.values else {}),
                **({"declined": self.declined} if self.declined else {}),
            },
            ensure_ascii=False,
            indent=2,
        )


def profile_of(text: Union[str, bytes], name: str) -> DeliveryProfile:
    """The profile of a JSON text; ``name`` is what the file is called in errors.

    Raises:
        InputError: no JSON, an unknown register, role or choice; names it.
    """
    try:
        entry: Any = parse(text)
    except JsonError as error:
        raise InputError(
            tr("The profile {file} is not valid JSON (line {line}).", file=name, line=error.lineno),
            tr("{reason} Choose a profile that this plugin has saved.", reason=error.reason),
        ) from None
    if not _has_shape(entry):
        raise InputError(
            tr("The file {file} is no delivery profile of this version.", file=name),
            tr(
                "It needs format {format}, register (one of {choices}) and mapping (role to "
                "column).",
                format=FORMAT,
                choices=", ".join(ALL_KINDS),
            ),
        )
    roles = register_kind(entry["register"]).names
    unknown = [role for role in entry["mapping"] if role.partition(":")[0] not in roles]
    if unknown:
        raise InputError(
            tr("The profile {file} names the unknown role {role}.", file=name, role=unknown[0]),
            tr("Use {choices}.", choices=", ".join(roles)),
        )
    check_rules(entry.get("values", {}), register_kind(entry["register"]))
    return DeliveryProfile(
        str(entry.get("name", "")),
        entry["register"],
        entry["mapping"],
        reading_of(entry.get("reading", {})),
        entry.get("values", {}),
        entry.get("declined", {}),
    )


def _has_shape(entry: Any) -> bool:
    """Does the JSON value look like a profile of this version?"""
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("mapping"), dict)
        and isinstance(entry.get("reading", {}), dict)
        and str(entry.get("register")) in ALL_KINDS
        and entry.get("format") == FORMAT
        and all(isinstance(column, str) for column in entry["mapping"].values())
        and is_rules(entry.get("values", {}))
        and _is_declined(entry.get("declined", {}))
    )


def _is_declined(entry: Any) -> bool:
    """Is the JSON value of the form role → columns?"""
    return isinstance(entry, dict) and all(
        isinstance(columns, list) and all(isinstance(column, str) for column in columns)
        for columns in entry.values()
    )


def load_profile(path: "str | Path") -> DeliveryProfile:
    """The profile at ``path``; raises ``InputError`` where it cannot be read."""
    path = Path(path)
    try:
        text = read_bounded(path, limits("files")["catalogue_megabytes"])
    except JsonError as error:
        raise InputError(
            tr("The profile {file} cannot be read. {reason}", file=path.name, reason=error.reason),
            tr("Choose a profile that this plugin has saved."),
        ) from None
    except OSError as error:
        raise InputError(
            tr("The profile {file} cannot be opened.", file=str(path)),
            cure(error, path, reading=True),
            error.strerror or "",
        ) from None
    return profile_of(text, path.name)


def save_profile(profile: DeliveryProfile, path: "str | Path") -> None:
    """Write ``profile`` to ``path``, whole or not at all; raises ``StoreError`` where it cannot be
    written."""
    try:
        with written_whole(Path(path)) as work:
            work.write_text(profile.text() + "\n", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            tr("The file {file} cannot be written.", file=str(path)),
            cure(error, path),
            error.strerror or "",
        ) from None


@dataclass(frozen=True)
class Delivery:
    """What the municipality hands in of one kind.

    Attributes:
        sources: files or tables; empty when there are none.
        profile: how they are read.
        period: of files that do not say theirs.
    """

    register: str
    sources: Sequence[RegisterSource]
    profile: Optional[DeliveryProfile] = None
    period: str = ""

    @property
    def mapping(self) -> Mapping[str, str]:
        """Role → column."""
        return self.profile.mapping if self.profile is not None else {}

    @property
    def values(self) -> Rules:
        """Role → value → code."""
        return self.profile.values if self.profile is not None else {}

    @property
    def declined(self) -> Declined:
        """Role → columns that are not its."""
        return self.profile.declined if self.profile is not None else {}

    @property
    def name(self) -> str:
        """What it is called: the profile's name, else its files'."""
        if self.profile is not None and self.profile.name:
            return self.profile.name
        names = [source.name for source in self.sources]
        return f"{names[0]} … {names[-1]} ({len(names)})" if len(names) > 1 else "".join(names)


def checksum(sources: Sequence[RegisterSource]) -> str:
    """SHA-256 of the sources' files or tables in order; empty where a source has neither at
    hand."""
    total = hashlib.sha256()
    for source in sources:
        path, table = getattr(source, "path", None), getattr(source, "table", None)
        if path is not None:
            with open(path, "rb") as stream:
                while block := stream.read(BLOCK_BYTES):
                    total.update(block)
        elif table is not None:
            total.update("\0".join(map(str, table.columns)).encode("utf-8"))
            total.update(
                pd.util.hash_pandas_object(table.astype(str), index=False).to_numpy().tobytes()
            )
        else:
            return ""
    return total.hexdigest()


def record(
    delivery: Delivery,
    rows: Mapping[str, int],
    definitions: Sequence[Tuple[str, str]],
    received: Optional[datetime.datetime] = None,
    days: Optional[Mapping[str, Collection[str]]] = None,
) -> List[Dict[str, object]]:
    """One row (``RECORD_COLUMNS``) for each period of ``delivery``: what came when, and how it was
    understood.

    Args:
        rows: period → rows. definitions: (indicator id, its definition as text) counted on it.
        days: period → the days (ISO dates) the rows are counted at; none for what happens.
    """
    received = received or datetime.datetime.now().astimezone()
    used = {
        name: hashlib.sha256(text.encode("utf-8")).hexdigest()[:12] for name, text in definitions
    }
    of_all = {
        "name": delivery.name,
        "register": delivery.register,
        "received": received.isoformat(timespec="seconds"),
        "checksum": checksum(delivery.sources),
        "profile": (delivery.profile or DeliveryProfile(delivery.name, delivery.register)).text(),
        "definitions": json.dumps(used, sort_keys=True),
    }
    days = days or {}
    return [
        {
            **of_all,
            "period": period,
            "rows": count,
            "reference_day": ", ".join(sorted(days.get(period, ()))),
        }
        for period, count in sorted(rows.items())
    ]
