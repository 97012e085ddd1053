"""The 98 municipalities with region and the CVR number GeoFA knows them by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional

from ...errors import InputError
from ...i18n import tr
from .. import files

EXAMPLE_CODE = "0999"
EXAMPLE_CVR = 99999999
"""The number GeoFA's list of authorities has for nobody."""


@dataclass(frozen=True)
class Municipality:
    """A municipality: four-digit code, name, region code (``1081``-``1085``) and CVR number."""

    code: str
    name: str
    region: str
    cvr: Optional[int]


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Four-digit code → municipality, the fictional example municipality (0999) last."""
    file = "municipalities.json"
    known = {
        entry["code"]: Municipality(entry["code"], entry["name"], entry["region"], entry["cvr"])
        for entry in files.read(file)["municipalities"]
    }
    known[EXAMPLE_CODE] = Municipality(EXAMPLE_CODE, "Eksempelkommune (fiktiv)", "", EXAMPLE_CVR)
    return known


def municipality_code(text: str) -> str:
    """The four-digit code of ``text``: ``461``, ``0461`` and ``461.0`` are all Odense.

    Raises:
        InputError: not a number of at most four digits, or no municipality has it.
    """
    digits = str(text).strip().split(".")[0]
    if not digits.isdigit() or len(digits) > 4:
        raise InputError(
            tr("{text} is not a municipality code.", text=repr(str(text))),
            tr("Write the four digits, for example 0461 for Odense."),
        )
    code = digits.zfill(4)
    if code not in municipalities():
        raise InputError(
            tr("No municipality has the code {code}.", code=code),
            tr("Write the four digits, for example 0461 for Odense."),
        )
    return code
