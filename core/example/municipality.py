"""Makes the example municipality and writes it to a folder.

What is written: ``districts.gpkg`` (layers with GeoFA's columns), ``addresses.csv``, a folder of
monthly files of ``persons``, of January files of ``households``, ``dwellings`` and ``children``,
``moves.csv``, ``events.csv``, ``figures.csv``, ``reference.csv``, ``history.csv`` and
``LÆS MIG.txt``. Everything is invented; a seed gives the same municipality every time.
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path
from typing import List

from .. import strays
from ..errors import InputError, StoreError
from ..files import HELD, cure, forget, held_in, put_all_in_place, reason, refuse_held
from ..i18n import tr
from ..progress import Progress
from .files import OTHER_REGISTERS, READ_ME, ExampleFiles
from .writing import write_example

RESIDENTS, MONTHS, SEED = 60_000, 25, 1


def make_example(
    folder: "str | Path",
    progress: Progress,
    residents: int = RESIDENTS,
    months: int = MONTHS,
    seed: int = SEED,
) -> ExampleFiles:
    """Make the municipality in ``folder`` (made if missing; files of an earlier example are
    replaced).

    Args:
        residents: 1,000-1,000,000 in the first month.
        months: 1-120, the last is January 2026.
        seed: the same seed gives the same municipality.
    Raises:
        InputError: a number out of bounds.
        StoreError: the folder cannot be written, or holds somebody else's files of the same names.
        CancelledError: the user stopped; nothing is left behind.
    """
    if not 1_000 <= residents <= 1_000_000 or not 1 <= months <= 120 or seed < 0:
        raise InputError(
            tr(
                "The example municipality can have 1,000 to 1,000,000 residents, 1 to 120 months, "
                "and a seed from 0."
            ),
            tr("Change the numbers."),
        )
    files = ExampleFiles(Path(folder).resolve())
    _refuse_foreign(files)
    part = f"{files.folder.name}.part-"
    strays.clear(files.folder.parent, part)
    work = files.folder.with_name(f"{part}{uuid.uuid4().hex[:6]}")
    try:
        _refuse_held(files)
        work.mkdir(parents=True)
        write_example(ExampleFiles(work), residents, months, seed, progress)
        _put_in_place(work, files.folder)
    except (OSError, RuntimeError) as error:
        raise _not_made(files.folder, error) from None
    finally:
        forget(work)
    progress.report(1.0)
    return files


def _ours(files: ExampleFiles) -> List[Path]:
    """The files and folders of an earlier example."""
    known = (
        files.districts,
        files.addresses,
        files.persons,
        files.references,
        files.history,
        *(files.register(kind) for kind in OTHER_REGISTERS),
    )
    return [path for path in known if path.exists()]


def _refuse_held(files: ExampleFiles) -> None:
    """Raise ``OSError`` where a file that would be replaced is held, before the work begins."""
    for path in _ours(files):
        for one in (path, *path.rglob("*")):
            refuse_held(one)


def _refuse_foreign(files: ExampleFiles) -> None:
    """Raise ``StoreError`` where files of the same names are not of an earlier example."""
    taken = [path.name for path in _ours(files)]
    if taken and not (files.folder / READ_ME).exists():
        raise StoreError(
            tr(
                "The folder {folder} holds files of the same names that are no example: {names}.",
                folder=str(files.folder),
                names=", ".join(taken),
            ),
            tr("Choose an empty folder."),
        )


def _put_in_place(work: Path, folder: Path) -> None:
    """All the files, or none: an example half new and half old would count people who are not
    there."""
    folder.mkdir(parents=True, exist_ok=True)
    put_all_in_place([(made, folder / made.name) for made in sorted(work.iterdir())])


def _not_made(folder: Path, error: Exception) -> StoreError:
    """Why the example was not made; where a file of an earlier one is held, which, and that nothing
    has changed."""
    problem = error if isinstance(error, OSError) else OSError(str(error))
    at_fault = Path(os.fspath(problem.filename or folder / READ_ME))
    if folder.is_dir() and reason(problem, at_fault) == HELD:
        return StoreError(
            tr(
                "The example in {folder} is in use, and was left as it is: {file} is held.",
                folder=str(folder),
                file=held_in(at_fault).name,
            ),
            tr(
                "Remove its layers from the project, wait a minute until QGIS lets go, and close "
                "other programs that "
                "show it. Or choose another folder."
            ),
            str(error),
        )
    return StoreError(
        tr("The folder {folder} cannot be written to.", folder=str(folder)),
        cure(problem, at_fault),
        str(error),
    )
