"""How a file is to be read where the plugin's own guess is not right."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Dict, Mapping

from ..errors import InputError
from ..i18n import tr

ENCODINGS = ("utf-8-sig", "cp1252")
SEPARATORS = (";", ",", "\t", "|")
DECIMALS = (",", ".")
CHOICES = {"encoding": ENCODINGS, "separator": SEPARATORS, "decimal": DECIMALS}


@dataclass(frozen=True)
class Reading:
    """Choices of the user; empty (or 0) is found by the plugin.

    Attributes:
        encoding, separator, decimal: of a text file; one of ``ENCODINGS``, ``SEPARATORS``,
            ``DECIMALS``.
        header_row: the row with the column names, counted from 1; rows above are titles.
        sheet: of a workbook.
    """

    encoding: str = ""
    separator: str = ""
    decimal: str = ""
    header_row: int = 0
    sheet: str = ""

    def as_dict(self) -> Dict[str, object]:
        """The choices made, for a profile."""
        return {name: value for name, value in asdict(self).items() if value}


AS_GUESSED = Reading()


def reading_of(entry: Mapping[str, Any]) -> Reading:
    """The reading of a profile's entry.

    Raises:
        InputError: a choice is unknown; names it.
    """
    for name, value in entry.items():
        if not _is_known(name, value):
            raise InputError(
                tr(
                    "The choice {name} = {value} for reading a file is not known.",
                    name=str(name),
                    value=repr(value),
                ),
                tr(
                    "Use encoding ({encodings}), separator (; , tab |), decimal (, or .), "
                    "header_row (a number), "
                    "sheet (a name).",
                    encodings=", ".join(ENCODINGS),
                ),
            )
    return Reading(**entry)


def _is_known(name: str, value: object) -> bool:
    """Is there a choice ``name`` that can have the ``value``?"""
    if name in CHOICES:
        return value in CHOICES[name] or value == ""
    if name == "header_row":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return name == "sheet" and isinstance(value, str)
