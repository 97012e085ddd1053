"""Indicator packages: what one municipality shares with another, as one JSON file that tells when
it was touched."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..catalogue import files
from ..catalogue.json_file import read_bounded, write_object
from ..catalogue.json_text import JsonError, parse
from ..catalogue.law.municipalities import municipality_code
from ..catalogue.limits import limits
from ..errors import InputError, SociodemografiError
from ..files import cure
from ..i18n import tr
from ..periods import is_period
from .geopackage import has
from .monitor_file import MonitorFile
from .schema import column_names
from .typed_tables import read_table

KIND, FORMAT, SCHEMA = "sociodemografi-indicator-package", 1, "package.schema.json"
CONTROL, LONGEST_SHOWN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]"), 30
CELLS = ("area_set", "area_id", "name", "period", "indicator", "numerator", "denominator", "value")


def content_hash(content: object) -> str:
    """SHA-256 of ``content`` as JSON with sorted keys and no spaces: the same however the file is
    laid out."""
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_package(path: "str | Path", content: Dict[str, object]) -> str:
    """Write ``content`` and its hash to ``path``, whole or not at all; returns the hash.

    Raises:
        StoreError: the file cannot be written.
    """
    digest = content_hash(content)
    write_object(path, {"kind": KIND, "format": FORMAT, "sha256": digest, "content": content}, 1)
    return digest


def read_package(path: "str | Path") -> Dict[str, object]:
    """The content of the package ``path``, with its hash as ``sha256``.

    Raises:
        InputError: the file cannot be read, is no package, is of a newer format, or was changed
            after it was made.
        CatalogueError: a key of it is missing or of another type.
    """
    path = Path(path)
    try:
        whole = parse(read_bounded(path, limits("files")["package_megabytes"]))
    except OSError as error:
        raise InputError(
            tr("The package {file} cannot be opened.", file=str(path)),
            cure(error, path, reading=True),
            error.strerror or "",
        ) from None
    except JsonError as error:
        raise InputError(
            tr("The package {file} is damaged in line {line}.", file=str(path), line=error.lineno),
            tr("{reason} Fetch the file again.", reason=error.reason),
        ) from None
    if not isinstance(whole, dict) or whole.get("kind") != KIND:
        raise InputError(
            tr("The file {file} is no indicator package.", file=str(path)),
            tr("Choose a file that was exported from this plugin."),
        )
    if whole.get("format") != FORMAT:
        raise InputError(
            tr(
                "The package {file} is written in the format {found}; this version reads {known}.",
                file=str(path),
                found=_short(str(whole.get("format"))),
                known=FORMAT,
            ),
            tr("Update the plugin."),
        )
    content = whole.get("content")
    if _hash_or_nothing(content) != whole.get("sha256"):
        raise InputError(
            tr(
                "The package {file} was changed after it was made: its hash does not fit.",
                file=str(path),
            ),
            tr("Ask the municipality that made it for the file again."),
        )
    check_content(content, path.name)
    return {**content, "sha256": whole["sha256"]}


def _hash_or_nothing(content: object) -> str:
    """The hash, empty where the content cannot even be written."""
    try:
        return content_hash(content)
    except (ValueError, RecursionError):
        return ""


def check_content(content: object, file: str) -> None:
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
                period=_short(edition["period"]),
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


def _named(content: Mapping[str, object]) -> Iterator[Tuple[str, str, int]]:
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


def _is_figure(cell: Sequence[object]) -> bool:
    """Three ids, and three numbers or nothing, none of them out of all proportion."""
    about = limits("files")
    ids, counts = cell[:3], cell[3:]
    return (
        len(cell) == 6
        and all(
            isinstance(text, str) and _is_line(text, int(about["id_characters"])) for text in ids
        )
        and all(
            one is None
            or isinstance(one, (int, float))
            and not isinstance(one, bool)
            and abs(one) <= about["largest_figure"]
            for one in counts
        )
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def figures_of_package(content: Dict[str, object]) -> pd.DataFrame:
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


class SharedPackages:
    """The packages of other municipalities in a monitor file; one municipality's newest of each
    period is kept."""

    def __init__(self, monitor: MonitorFile):
        self._monitor = monitor

    def keep(self, content: Dict[str, object], imported: str) -> None:
        """Keep a package; the same municipality's of the same period is replaced.

        Raises:
            InputError: a newer one is kept already. StoreError.
        """
        code, period = content["municipality"]["code"], content["edition"]["period"]
        row = {
            "package": f"{code}@{period}",
            "municipality": code,
            "created": content["created"],
            "imported": imported,
            "content": json.dumps(content, ensure_ascii=False),
        }
        with self._monitor.changing() as connection:
            newer = [
                one
                for one in _contents(connection)
                if one["municipality"]["code"] == code
                and one["edition"]["period"] == period
                and one["created"] > content["created"]
            ]
            if newer:
                raise InputError(
                    tr(
                        "A newer package of {municipality}, {period} is kept already.",
                        municipality=content["municipality"]["name"],
                        period=period,
                    ),
                    tr("Nothing was changed."),
                )
            connection.execute("DELETE FROM shared_packages WHERE package = ?", (row["package"],))
            pd.DataFrame([row])[list(column_names("shared_packages"))].to_sql(
                "shared_packages", connection, if_exists="append", index=False
            )

    def all(self) -> List[Dict[str, object]]:
        """The kept packages, by municipality and period. One that an older version kept unread, and
        that cannot be used, is left out; importing its file again tells why."""
        with self._monitor.reading() as connection:
            return _contents(connection) if has(connection, "shared_packages") else []


def _contents(connection: sqlite3.Connection) -> List[Dict[str, object]]:
    found = read_table(
        connection, "shared_packages", "SELECT content FROM shared_packages ORDER BY package"
    )
    return [content for content in map(_usable, found["content"]) if content is not None]


def _usable(text: str) -> Optional[Dict[str, object]]:
    try:
        content = parse(text)
        check_content({key: value for key, value in content.items() if key != "sha256"}, "")
    except (SociodemografiError, ValueError, TypeError, AttributeError):
        return None
    return content
