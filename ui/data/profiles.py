"""How a register is read, kept from one delivery to the next: in the project, and as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Dict, Mapping

from ...core.catalogue.registers.kinds import COUNTED_KINDS
from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ..session import Session
from ..widgets.saving import wrote

if TYPE_CHECKING:
    from ...core.gis.host.project_state import ProjectState
    from ...core.gis.jobs.data import Preview


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


def chosen(
    state: "ProjectState", kind: str, previews: "Mapping[str, Preview]", shown: Mapping[str, str]
) -> Dict[str, str]:
    """What the table shows of the columns of ``kind`` (role → column) as it is to be kept: of
    finished figures a role that had no column, and has none now, is not left out by the user."""
    if kind in COUNTED_KINDS or kind not in previews:
        return dict(shown)
    known = {*previews[kind].mapping, *state.mappings.get(kind, {})}
    return {role: column for role, column in shown.items() if column or role in known}
