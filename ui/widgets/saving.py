"""Where a file is saved: suggested away from the registers, and its folder a click away after."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, Optional, Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..session import Session


def suggested(session: Session, name: str) -> Path:
    """``name`` in the folder that was saved to last, the project's, or the user's documents: the
    first that is there and holds no register."""
    places = (
        session.settings.saved_in,
        QgsProject.instance().homePath(),
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
    )
    registers = list(_register_folders(session))
    for folder in (Path(place) for place in places if place):
        if folder.is_dir() and not any(_within(folder, one) for one in registers):
            return folder / name
    return Path.home() / name


def ask_file(
    parent: QWidget, session: Session, title: str, name: str, kinds: str
) -> Optional[Path]:
    """Ask where to save, with ``name`` suggested; None where the user does not want it."""
    path, _ = QFileDialog.getSaveFileName(parent, title, str(suggested(session, name)), kinds)
    if not path:
        return None
    _remember(session, Path(path).parent)
    return Path(path)


def ask_folder(parent: QWidget, session: Session, title: str) -> Optional[Path]:
    """Ask for a folder to save in; None where the user does not want it."""
    folder = QFileDialog.getExistingDirectory(parent, title, str(suggested(session, "").parent))
    if not folder:
        return None
    _remember(session, Path(folder))
    return Path(folder)


def wrote(session: Session, path: Path, text: str, warnings: Sequence[str] = ()) -> None:
    """Tell ``text`` of the file or folder at ``path`` that the user had written."""
    session.written = path
    session.done.emit(text, list(warnings))
    session.written = None


def _remember(session: Session, folder: Path) -> None:
    session.settings.saved_in = str(folder)
    session.save()


def _register_folders(session: Session) -> Iterator[Path]:
    """The folders of the registers and the tables beside them."""
    state = session.state
    for value in (*state.registers.values(), state.addresses, state.references, state.figure_map):
        path = Path(value) if "/" in value or "\\" in value else None
        if path is not None and path.is_dir():
            yield path.resolve()
        elif path is not None and path.is_file():
            yield path.resolve().parent


def _within(folder: Path, outer: Path) -> bool:
    resolved = folder.resolve()
    return resolved == outer or outer in resolved.parents
