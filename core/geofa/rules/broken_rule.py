"""A rule that is broken: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, NamedTuple, Tuple, Union

ERROR, WARNING = "error", "warning"
Lists = Mapping[str, Mapping[Union[int, str], str]]
"""Code lists by name: code → text."""


@dataclass(frozen=True)
class BrokenRule:
    """A rule that is broken.

    Attributes:
        rule: ``mandatory``, ``code``, ``length``, ``range``, ``number``, ``grades``,
            ``municipality``, ``small_figure`` and those of geometry (``gis.district_checks``).
        severity: ``error`` (is not sent) or ``warning``.
        row: the row of the source (from 1); 0 for the set as a whole.
        label: number and name of the object.
        column: the column, empty for geometry.
        text, next_step: what is wrong, and what to do.
        place: where (WKB, EPSG:25832), empty where there is no place.
        can_mend: may the plugin mend it on request?
        rows: the rows between which it lies: two that overlap, those around a hole.
    """

    rule: str
    severity: str
    row: int
    label: str
    column: str
    text: str
    next_step: str
    place: bytes = b""
    can_mend: bool = False
    rows: Tuple[int, ...] = ()


class Breach(NamedTuple):
    """A broken rule of a value, before it is known whose value it is: ``BrokenRule``'s words."""

    rule: str
    column: str
    text: str
    next_step: str
