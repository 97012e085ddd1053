"""Facets: what the numbers of an indicator can be broken down by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional, Sequence, Tuple

from ...errors import InputError
from ...i18n import tr
from .. import files
from .choices import FACETS_FILE

CROSSED_BY = "*"


@dataclass(frozen=True, eq=False)
class Facet:
    """A facet: its column, and the bands of a number (code, from, to) or none where the codes are
    the groups; how sensitive it is and who may have numbers by it (``disclosure_class`` and
    ``sharing`` as of an indicator)."""

    id: str
    name: Mapping[str, str]
    column: str
    bands: Tuple[Tuple[str, float, Optional[float]], ...]
    disclosure_class: str
    sharing: str


@cache
def all_facets() -> Mapping[str, Facet]:
    """Id → facet."""
    return {
        entry["id"]: Facet(
            entry["id"],
            entry["name"],
            entry["column"],
            tuple((b["code"], b["from"], b["to"]) for b in entry.get("bands", ())),
            entry["disclosure_class"],
            entry["sharing"],
        )
        for entry in files.read(FACETS_FILE)["facets"]
    }


def unknown_group() -> str:
    """The code of the group of those whose value is missing."""
    return str(files.read(FACETS_FILE)["unknown"])


def breakdowns(texts: Sequence[str]) -> Tuple[Tuple[Facet, ...], ...]:
    """The breakdowns asked for: ``sex``, or several crossed as ``sex*age_band``.

    Raises:
        InputError: a facet is unknown; names it and the choices.
    """
    found = []
    for text in texts:
        names = [name.strip() for name in text.split(CROSSED_BY)]
        for name in names:
            if name not in all_facets():
                raise InputError(
                    tr("There is no facet {name}.", name=name),
                    tr(
                        "Choose among {choices}; cross several with *.",
                        choices=", ".join(all_facets()),
                    ),
                )
        found.append(tuple(all_facets()[name] for name in names))
    return tuple(found)
