"""What a package may hold: checked before it is kept, and read as figures."""

from __future__ import annotations

import re
from typing import Any, Iterator, List, Mapping, Sequence, Tuple

import pandas as pd

from ...catalogue import files
from ...catalogue.law.municipalities import municipality_code
from ...catalogue.limits import limits
from ...errors import InputError
from ...i18n import tr
from ...periods import is_period

SCHEMA = "package.schema.json"
CONTROL, LONGEST_SHOWN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]"), 30
CELLS = ("area_set", "area_id", "name", "period", "indicator", "numerator", "denominator", "value")
Content = Mapping[str, Any]
"""The content of a package, as ``package.schema.json`` says."""


def check_content(content: Content, file: str) -> None:
    """Refuse a content that is no package's, whatever its hash says: before it is kept, so that
    nothing kept ever stops a comparison.

    Raises:
        CatalogueError: a key is missing or of another type; names file and key.
        InputError: the municipality, the period or a figure makes no sense.
    """
    files.check(content, SCHEMA, file)
    municipality_code(content["municipality"]["code"])
    edition = content["edition"]
    if not is_period(edition["period"]):
        raise InputError(
            tr(
                "The package {file}: {period} is no period.",
                file=file,
                period=short(edition["period"]),
            ),
            tr("Ask the municipality that made it for the file again."),
        )
    for key, text, longest in _named(content):
        if not _is_line(text, longest):
            raise InputError(
                tr(
                    "The package {file}: {key} is no text of one line with at most {count} "
                    "characters.",
                    file=file,
                    key=key,
                    count=longest,
                ),
                tr("Ask the municipality that made it for the file again."),
            )
    seen = set()
    for row, cell in enumerate(edition["cells"], start=1):
        if not _is_figure(cell) or tuple(cell[:3]) in seen:
            raise InputError(
                tr("The package {file}, figure {row}: it is no figure.", file=file, row=row),
                tr("Ask the municipality that made it for the file again."),
            )
        seen.add(tuple(cell[:3]))


def _named(content: Content) -> Iterator[Tuple[str, str, int]]:
    """(key, text, longest) of every text that names something."""
    about = limits("files")
    of_id, of_name = int(about["id_characters"]), int(about["name_characters"])
    edition = content["edition"]
    for key in ("created", "plugin_version"):
        yield key, content[key], of_id
    yield "municipality.name", content["municipality"]["name"], of_name
    for key in ("release", "profile"):
        yield f"edition.{key}", edition[key], of_id
    for position, entry in enumerate(content["indicators"]):
        yield f"indicators.{position}.id", entry["id"], of_id
    for position, area_set in enumerate(edition["area_sets"]):
        key = f"edition.area_sets.{position}"
        yield f"{key}.id", area_set["id"], of_id
        yield f"{key}.name", area_set["name"], of_name
        for number, area in enumerate(area_set["areas"]):
            yield f"{key}.areas.{number}.id", area["id"], of_id
            yield f"{key}.areas.{number}.name", area["name"], of_name


def _is_line(text: str, longest: int) -> bool:
    return len(text) <= longest and not CONTROL.search(text)


def _is_figure(cell: Sequence[Any]) -> bool:
    """Three ids, and three numbers or nothing, none of them out of all proportion."""
    about = limits("files")
    longest, largest = int(about["id_characters"]), about["largest_figure"]
    ids, counts = cell[:3], cell[3:]
    return (
        len(cell) == 6
        and all(isinstance(text, str) and _is_line(text, longest) for text in ids)
        and all(count is None or _is_number(count, largest) for count in counts)
    )


def _is_number(count: Any, largest: float) -> bool:
    is_number = isinstance(count, (int, float)) and not isinstance(count, bool)
    return is_number and abs(count) <= largest


def short(text: str) -> str:
    """``text`` of somebody else's file, cut so that a message can show it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def figures_of_package(content: Content) -> pd.DataFrame:
    """The figures of a package, ``CELLS``: hidden ones are not there."""
    names = {
        (one["id"], area["id"]): area["name"]
        for one in content["edition"]["area_sets"]
        for area in one["areas"]
    }
    rows: List[tuple] = [
        (
            area_set,
            area,
            names.get((area_set, area), area),
            content["edition"]["period"],
            indicator,
            *counts,
        )
        for area_set, area, indicator, *counts in content["edition"]["cells"]
    ]
    table = pd.DataFrame(rows, columns=list(CELLS))
    for column in ("numerator", "denominator", "value"):
        table[column] = table[column].astype("float64")
    return table
