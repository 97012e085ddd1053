"""What the page says of an edition and of the rules, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.catalogue.protection.rules import Profile
from ...core.i18n import tr
from ...core.numbers import number
from ...core.plain_text import as_html

if TYPE_CHECKING:
    from ...core.protection.edition import Edition


def summary(edition: "Edition") -> str:
    """What was checked, hidden and proved, in a few sentences."""
    from ...core.protection.certificate import proof_in_words

    outcome = edition.outcome
    if not edition.profile.protects:
        return tr(
            "{all} figures, none hidden. This edition must not leave the municipality.",
            all=number(len(edition.table)),
        )
    lines = [
        tr(
            "{hidden} of {all} figures are hidden.",
            hidden=number(edition.hidden),
            all=number(len(edition.table)),
        )
    ]
    if edition.carried:
        lines.append(
            tr("{count} keep the value of the release before.", count=number(edition.carried))
        )
    if edition.safe:
        lines.append(proof_in_words(edition))
    else:
        lines.append(
            tr(
                "Not safe: {count} numbers can be worked out. The edition cannot be published.",
                count=number(len(outcome.unsafe) + len(outcome.audit.exposed)),
            )
        )
    if edition.rounded is not None and edition.rounded.unfit:
        lines.append(
            tr(
                "{count} indicators cannot be rounded safely and are left out.",
                count=number(len(edition.rounded.unfit)),
            )
        )
    elif not edition.households_known:
        lines.append(tr("Households are not known: only persons are counted."))
    return " ".join(lines)


def rules_as_html(profile: Profile) -> str:
    """The rules of ``profile``, a bullet each."""
    from ...core.protection.certificate import rules_in_words

    bullets = "".join(f"<li>{as_html(line)}</li>" for line in rules_in_words(profile))
    return f"<ul style='margin-left:-24px'>{bullets}</ul>"
