"""How a register is read, kept from one delivery to the next: in the project, and as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Mapping

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session
from ..widgets.saving import wrote

if TYPE_CHECKING:
    from ...core.gis.host.project_state import ProjectState


def decline(state: "ProjectState", kind: str, role: str, column: str) -> None:
    """Remember that ``column`` is not to be offered to ``role`` again."""
    known = state.declined.setdefault(kind, {}).setdefault(role, [])
    if column not in known:
        known.append(column)


def decline_taken_away(
    state: "ProjectState", kind: str, before: Mapping[str, str], now: Mapping[str, str]
) -> None:
    """A column that a role is taken from by hand (role → column ``before`` and ``now``) is not
    offered to it again."""
    for role, column in before.items():
        if column and not now.get(role, column):
            decline(state, kind, role, column)


def save_to(path: Path, session: Session, kind: str) -> None:
    """Save how the register of the ``kind`` is read."""
    from ...core.registers.delivery import save_profile

    try:
        save_profile(session.profile(kind), path)
    except SociodemografiError as error:
        session.failed.emit(error)
        return
    wrote(session, path, tr("The profile is saved as {file}. It holds no data.", file=str(path)))


def take_from(path: Path, session: Session) -> str:
    """Read a register as the profile at ``path`` says; its kind, empty where it cannot be read."""
    from ...core.registers.delivery import load_profile

    try:
        profile = load_profile(path)
    except SociodemografiError as error:
        session.failed.emit(error)
        return ""
    state, kind = session.state, profile.register
    state.mappings[kind], state.names[kind] = dict(profile.mapping), profile.name
    state.readings[kind] = profile.reading.as_dict()
    state.values[kind] = {role: dict(rules) for role, rules in profile.values.items()}
    state.declined[kind] = {role: list(columns) for role, columns in profile.declined.items()}
    return kind


def keep_mapping(state: "ProjectState", kind: str, mapping: Mapping[str, str]) -> None:
    """Let ``mapping`` (role → column) be how the register is read; columns of single
    values stay."""
    values = {r: column for r, column in state.mappings.get(kind, {}).items() if ":" in r}
    state.mappings[kind] = {**values, **mapping}
