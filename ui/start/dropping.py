"""A place to drop a file on, and what kind of file it is."""

from __future__ import annotations

from pathlib import Path
from typing import List

from qgis.PyQt.QtCore import QMimeData, Qt
from qgis.PyQt.QtWidgets import QLabel

from ...core.catalogue.registers.kinds import ALL_KINDS, register_kind
from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..widgets.plain import plain_label

GEOPACKAGE, MONITOR = ".gpkg", "monitor"
KINDS = tuple(kind for kind in ALL_KINDS if kind != "references")
PLACE = "border: 1px dashed palette(mid); padding: 10px"


def drop_place() -> QLabel:
    """The label that says what may be dropped."""
    label = plain_label(tr("Drop a monitor file or a register here"))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setStyleSheet(PLACE)
    return label


def dropped_paths(data: QMimeData) -> List[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def kind_of(path: Path) -> str:
    """What the file, or the first of the folder, most likely is: a register's kind, or ``MONITOR``.
    Persons where its columns cannot be read, which the page Data tells when it is loaded."""
    from ...core.registers.columns.mapping import likely_kind
    from ...core.registers.sources import file_sources
    from ...core.store.opening.wholeness import looks_like_ours

    if path.suffix.lower() == GEOPACKAGE:
        return MONITOR if looks_like_ours(path) else KINDS[0]
    try:
        columns = file_sources(path)[0].columns
    except SociodemografiError:
        return KINDS[0]
    return likely_kind(columns, [register_kind(kind) for kind in KINDS])
