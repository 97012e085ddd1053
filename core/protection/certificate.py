"""The certificate beside an edition: by which rules it was protected, how that was proved, and what
is promised.

It never holds a hidden value, nor the parameters a reader could use to work one out.
"""

from __future__ import annotations

import hashlib
import platform
from typing import Dict, List, Mapping, Optional, Sequence

import numpy as np

from ..catalogue.protection.entries import ROUNDING
from ..catalogue.protection.rules import Profile
from ..catalogue.registers.kinds import register_kind
from ..errors import InputError
from ..i18n import in_language, tr
from ..measures.atom_counts import AtomCounts
from ..numbers import number
from .edition import Edition

FORMAT = 1


class NotSafeError(InputError):
    """The audit does not clear the edition: nothing may be released."""


def input_fingerprint(counts: AtomCounts, period: str, salt: str) -> str:
    """The input of ``period`` in 64 hexadecimal digits; the ``salt`` stays in the ledger, so nobody
    can try values."""
    digest = hashlib.sha256(salt.encode("ascii"))
    for name, (atoms, areas) in sorted(counts.members.items()):
        digest.update(name.encode("utf-8") + atoms.tobytes() + areas.tobytes())
    for (when, indicator), columns in sorted(counts.values.items()):
        if when == period:
            for name, amounts in sorted(columns.items()):
                digest.update(f"{indicator}/{name}".encode() + amounts.tobytes())
    return digest.hexdigest()


def certificate(
    edition: Edition,
    release: str,
    created: str,
    salt: str,
    counts: AtomCounts,
    areas: Mapping[str, str],
    plugin_version: str,
) -> Dict[str, object]:
    """The certificate as plain data, ready for JSON.

    Args:
        areas: area set id → name.
    Raises:
        NotSafeError: the edition is not safe.
    """
    refuse_unsafe(edition)
    profile, outcome = edition.profile, edition.outcome
    narrowest = None if np.isinf(outcome.narrowest) else int(outcome.narrowest)
    return {
        "format": FORMAT,
        "certificate": release,
        "created": created,
        "edition": profile.id,
        "method": profile.method,
        "period": edition.period,
        "area_sets": [
            {"id": identifier, "name": name, "boundaries": edition.fingerprints.get(identifier, "")}
            for identifier, name in areas.items()
        ],
        "indicators": [indicator.id for indicator in edition.indicators],
        "left_out": list(edition.left_out),
        "rules": _rules(profile),
        "households_counted": edition.households_known,
        "figures": {
            "all": len(edition.table),
            "hidden": edition.hidden,
            "carried_over": edition.carried,
        },
        "system": {
            "systems": edition.systems,
            "numbers": outcome.columns,
            "guarded": outcome.primary,
            "audited_rows": outcome.audit.rows,
            "audited_numbers": outcome.audit.numbers,
        },
        "rounding": _rounding(edition),
        "relations": [
            {
                "register": one.register,
                "columns": list(one.reads),
                "indicators": list(one.indicators),
                "classes": one.classes,
                "complete": one.whole,
            }
            for one in edition.relations
        ],
        "relations_left_out": relations_left_out(edition),
        "carried_within": edition.carried_within,
        "programmes": {
            "linear": outcome.audit.programmes,
            "integer": outcome.audit.whole_programmes,
        },
        "smallest_interval": narrowest,
        "groups_smaller_than_the_interval": outcome.open_groups,
        "narrow_by_known_totals_alone": outcome.narrow_anyway,
        "releases_taken_into_account": list(edition.releases),
        "input": input_fingerprint(counts, edition.period, salt),
        "versions": _versions(plugin_version),
        "result": "passed",
        "promise": promise(edition),
    }


def _versions(plugin: str) -> Dict[str, str]:
    """What the edition was made with; scipy is loaded here alone, for whoever only reads
    certificates needs none."""
    import scipy

    return {
        "plugin": plugin,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
    }


def refuse_unsafe(edition: Edition) -> None:
    """Raise ``NotSafeError`` unless the edition may leave the municipality."""
    if not edition.profile.protects:
        raise NotSafeError(
            tr(
                "The edition {profile} hides nothing and must not leave the municipality.",
                profile=in_language(edition.profile.name),
            ),
            tr("Choose another edition."),
        )
    if edition.outcome.safe:
        return
    places = [guarded.guarded for guarded in edition.outcome.audit.exposed]
    raise NotSafeError(
        tr(
            "The audit does not clear the edition: {count} hidden numbers could be worked out.",
            count=number(len(places) + len(edition.outcome.unsafe)),
        ),
        tr("Leave out an indicator or an area set, or merge small areas. Nothing was released."),
    )


def _rounding(edition: Edition) -> Optional[Dict[str, object]]:
    """How rounding has changed the shown counts; None where it was not used."""
    found = edition.rounded
    if found is None:
        return None
    return {
        "base": edition.profile.base,
        "numbers": found.numbers,
        "largest_change": found.largest,
        "mean_change": round(found.mean, 2),
    }


def _rules(profile: Profile) -> Dict[str, object]:
    """The limits that may be told; those of sums and means may not, for they would help to unpick
    them."""
    return {
        "persons": profile.persons,
        "persons_special": profile.special_persons,
        "households": profile.households,
        "area_residents": profile.gate_persons,
        "area_households": profile.gate_households,
        "possible_values": profile.values,
        "turnover": profile.turnover,
    }


def relations_in_words(edition: Edition) -> List[str]:
    """What a reader was taken to know of how the numbers hang together, a sentence for each
    family."""
    found, names = [], {i.id: in_language(i.name) for i in edition.indicators}
    for one in edition.relations:
        if one.reads:
            kind = register_kind(one.register)
            found.append(
                tr(
                    "{register}: {indicators} hang together by {names}; everything that follows "
                    "from their "
                    "filters is known ({classes} kinds of rows).",
                    register=in_language(kind.text),
                    indicators=", ".join(names.get(name, name) for name in one.indicators),
                    names=", ".join(
                        in_language(kind.countable[name].text) if name in kind.countable else name
                        for name in one.reads
                    ),
                    classes=number(one.classes),
                )
            )
    return found


def relations_left_out(edition: Edition) -> List[str]:
    """What a reader was not taken to know of how the numbers hang together, in sentences."""
    found = [
        tr("What registers tell of each other, such as households and their members."),
        tr(
            "What columns tell of each other beyond the filters, such as a part that is never "
            "larger than its whole."
        ),
        tr(
            "Moves and the change of residents between two months: births and deaths are not "
            "counted."
        ),
        tr("Medians and finished figures together with counts."),
        tr(
            "How many are in several indicators at once, or in none of several, which no indicator "
            "counts itself."
        ),
        tr(
            "What several areas together leave of others, where {persons} or more persons live "
            "there.",
            persons=edition.profile.persons,
        ),
    ]
    names = {i.id: in_language(i.name) for i in edition.indicators}
    parted = [
        names.get(name, name)
        for one in edition.relations
        if not one.whole
        for name in one.indicators
    ]
    if parted:
        found.append(
            tr(
                "Some relations among {indicators}: their filters tell too many kinds of rows "
                "apart.",
                indicators=", ".join(parted),
            )
        )
    return found


def promise(edition: Edition) -> str:
    """What is promised, in a paragraph in the user's language."""
    profile = edition.profile
    if edition.rounded is not None:
        return tr(
            "Counts from 1 to {largest} are shown as 0 or at least {base}, also in any group that "
            "the areas give away "
            "together, and all counts are added up from the same rounded parts; so no shown count "
            "tells of fewer "
            "than {base} persons, and a 0 may be a count up to {largest} ({special} for health, "
            "origin and "
            "convictions). A shown count differs from the true one by at most {most}, {mean} on "
            "the average. "
            "Indicators whose parts cannot be rounded safely are left out. {hidden} of {all} "
            "figures are hidden: "
            "of small areas, of few households, and so that those do not follow. The table stands "
            "alone: it is not "
            "covered beside tables of other months, other areas, or made by another method. Core "
            "demographics "
            "(residents by age and sex, households, dwellings) are shown as they are.",
            base=profile.base,
            largest=profile.base - 1,
            special=max(profile.base, profile.special_persons) - 1,
            most=number(edition.rounded.largest),
            mean=number(edition.rounded.mean, 2),
            hidden=number(edition.hidden),
            all=number(len(edition.table)),
        )
    return tr(
        "From all figures in this and earlier releases in the release ledger, and the known totals "
        "given, no count "
        "below {persons} (below {special} for health, origin and convictions), nor what it lacks "
        "of the whole, nor "
        "the difference between two areas, can be worked out or narrowed to fewer than {values} "
        "possible values; in "
        "groups of fewer persons all values are possible, and where the known totals alone leave "
        "fewer, no more is "
        "told than by them. {hidden} of {all} figures are hidden. It is assumed that a "
        "reader knows the rules, the limits, the boundaries and the number of residents by age and "
        "sex, of households "
        "and of dwellings, which are shown as they are. "
        "What follows from the indicators' definitions is known to the reader: unions, "
        "complements, codes that exclude "
        "each other, populations inside others, shared denominators, and that the counts of a "
        "value carried over are "
        "at most {near} from the new ones. Not covered: registers outside the municipality's "
        "releases, inference and "
        "models, the relations that the certificate names as left out, and releases that are not "
        "in the ledger.",
        near=number(max(edition.carried_within, max(profile.turnover - 1, 0))),
        persons=profile.persons,
        special=profile.special_persons,
        values=profile.values,
        hidden=number(edition.hidden),
        all=number(len(edition.table)),
    )


def rules_in_words(profile: Profile) -> Sequence[str]:
    """The rules of a profile, a sentence each."""
    if not profile.protects:
        return [in_language(profile.purpose)]
    core = tr(
        "Residents by age and sex, households and dwellings are core demographics: they are shown "
        "as they are."
    )
    if profile.method == ROUNDING:
        return [
            in_language(profile.purpose),
            tr(
                "Counts below {base} ({special} for health, origin and convictions) become 0 or "
                "that; all other counts "
                "are added up from the same parts.",
                base=profile.base,
                special=max(profile.base, profile.special_persons),
            ),
            core,
            tr(
                "Sums, means, medians and shares that nearly everybody has cannot be rounded "
                "safely and are left out."
            ),
            tr(
                "Areas below {persons} residents or {households} households show no register "
                "attributes.",
                persons=profile.gate_persons,
                households=profile.gate_households,
            ),
            tr(
                "A rounded table stands alone: one month, the same area sets, never beside one "
                "with hidden figures."
            ),
        ]
    return [
        in_language(profile.purpose),
        tr(
            "Counts below {persons} persons are hidden (below {special} for health, origin and "
            "convictions), also of "
            "those who have it not; nobody and everybody too, unless that is harmless.",
            persons=profile.persons,
            special=profile.special_persons,
        ),
        core,
        tr(
            "Counts of persons from fewer than {households} households are hidden.",
            households=profile.households,
        ),
        tr(
            "Areas below {persons} residents or {households} households show no register "
            "attributes.",
            persons=profile.gate_persons,
            households=profile.gate_households,
        ),
        tr(
            "What is hidden cannot be narrowed to fewer than {values} values, from anything "
            "released.",
            values=profile.values,
        ),
        tr(
            "A new value is shown when at least {persons} persons have changed since the last one; "
            "else the one before "
            "stays, and a reader who knows that can narrow nothing hidden by it.",
            persons=profile.turnover,
        ),
    ]


def proof_in_words(edition: Edition) -> str:
    """How a safe edition was proved, in a sentence or two."""
    if edition.rounded is not None:
        return tr(
            "{numbers} numbers rounded to {base}; a shown count has changed by at most {largest}.",
            numbers=number(edition.rounded.numbers),
            base=edition.profile.base,
            largest=number(edition.rounded.largest),
        )
    audit = edition.outcome.audit
    return tr(
        "{guarded} numbers attacked with {count} programmes, by a reader who knows what follows "
        "from the "
        "definitions: none can be worked out or narrowed too far.",
        guarded=number(edition.outcome.primary),
        count=number(audit.programmes + audit.whole_programmes),
    )
