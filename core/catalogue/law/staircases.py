"""The staircase: which agreed action follows from which category or class, and how long before an
area moves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping, Tuple

from ...errors import CatalogueError
from ...i18n import tr
from .. import files
from ..json_file import read_object
from .risk_levels import NO_DATA, risk_levels

FILE, SCHEMA = "staircase.json", "staircase.schema.json"
CATEGORY, INDEX_CLASS = "category", "index_class"


@dataclass(frozen=True)
class Step:
    """A step: its name and agreed action; ``least`` is the order (of risk level or class) it begins
    at."""

    id: str
    name: Mapping[str, str]
    action: Mapping[str, str]
    least: int


@dataclass(frozen=True)
class Staircase:
    """Steps from the lowest.

    Attributes:
        basis: ``category`` (the law's, by risk level) or ``index_class``.
        up_after, down_after: how many periods running an area must be above, or below, its step
            before it moves.
    """

    name: Mapping[str, str]
    note: Mapping[str, str]
    basis: str
    up_after: int
    down_after: int
    steps: Tuple[Step, ...]

    def step_of(self, order: int) -> int:
        """The position of the step that ``order`` belongs to."""
        return max(
            position
            for position, step in enumerate(self.steps)
            if step.least <= order or position == 0
        )


def category_order() -> Mapping[str, int]:
    """Risk level → its place from the mildest, 0 for none."""
    return {
        level.id: place
        for place, level in enumerate(level for level in risk_levels() if level.id != NO_DATA)
    }


def _least(node: Mapping[str, Any], basis: str, file: str) -> int:
    begins = node["from"]
    if basis == CATEGORY:
        order = category_order()
        if begins not in order:
            raise CatalogueError(
                tr(
                    "The staircase {file}: from in {step}: {found} is no category.",
                    file=file,
                    step=str(node.get("id")),
                    found=str(begins),
                ),
                tr("Use one of {choices}.", choices=", ".join(order)),
            )
        return order[begins]
    if not isinstance(begins, int) or isinstance(begins, bool) or begins < 1:
        raise CatalogueError(
            tr(
                "The staircase {file}: from in {step}: {found} is no class.",
                file=file,
                step=str(node.get("id")),
                found=str(begins),
            ),
            tr("Write the number of a class, from 1."),
        )
    return begins


def parse_staircase(content: Mapping[str, Any], file: str) -> Staircase:
    """The staircase of a JSON object; ``CatalogueError`` names file, key and step."""
    files.check(content, SCHEMA, file)
    basis = content["basis"]
    if basis not in (CATEGORY, INDEX_CLASS):
        raise CatalogueError(
            tr("The staircase {file}: basis: {found} is not known.", file=file, found=str(basis)),
            tr("Use one of {choices}.", choices=f"{CATEGORY}, {INDEX_CLASS}"),
        )
    steps = tuple(
        Step(node["id"], node["name"], node["action"], _least(node, basis, file))
        for node in content["steps"]
    )
    if not steps or [step.least for step in steps] != sorted({step.least for step in steps}):
        raise CatalogueError(
            tr("The staircase {file}: steps: they do not ascend.", file=file),
            tr("Write each step once, the lowest first."),
        )
    return Staircase(
        name=content["name"],
        note=content.get("note", {"da": "", "en": ""}),
        basis=basis,
        up_after=_wait(content, "up_after", file),
        down_after=_wait(content, "down_after", file),
        steps=steps,
    )


def _wait(content: Mapping[str, Any], key: str, file: str) -> int:
    """How many periods an area must be elsewhere before it moves."""
    found = content[key]
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise CatalogueError(
            tr("The staircase {file}: {key} is no whole number from 1.", file=file, key=key),
            tr("Write how many periods an area must stay."),
        )
    return found


def staircase(folder: "str | Path" = "") -> Staircase:
    """The municipality's staircase, ``staircase.json`` in its catalogue ``folder``; else the
    example."""
    path = Path(folder) / FILE if folder else None
    if path is None or not path.exists():
        return parse_staircase(files.read(FILE), FILE)
    return read_staircase(path)


def read_staircase(path: "str | Path") -> Staircase:
    """The staircase in the JSON file ``path``; raises ``CatalogueError``."""
    return parse_staircase(read_object(path), Path(path).name)
