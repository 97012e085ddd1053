"""Figures of areas users draw: counted with the persons' keys, changed by them; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, cast

import numpy as np
import pandas as pd

from ..catalogue.protection.rules import cell_key_rules, profile
from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..packages import FOR_DISCLOSURE, require
from ..periods import years_of
from ..progress import Part, Progress
from ..protection.methods.record_keys import record_keys
from ..protection.system.places import POPULATION
from .counting.count_areas import count_areas
from .inputs import Choices, Inputs


@dataclass(frozen=True)
class Drawn:
    """The figures (``protection.methods.drawn.COLUMNS``), and the indicators left out."""

    figures: pd.DataFrame
    left_out: List[str]

    def wide(self) -> pd.DataFrame:
        """A row per area: ``area_id``, ``period``, ``year``, and of every indicator value,
        ``_antal`` and ``_af``."""
        table = self.figures.pivot(
            index=["area_id", "period"],
            columns="indicator",
            values=["value", "numerator", "denominator"],
        )
        columns = {
            f"{name}{part}": table[(kind, name)]
            for name in self.figures["indicator"].unique()
            for kind, part in (("value", ""), ("numerator", "_antal"), ("denominator", "_af"))
        }
        wide = pd.DataFrame(columns).reset_index()
        wide.insert(2, "year", years_of(wide["period"]))
        return wide


def drawn_areas(
    inputs: Inputs, choices: Choices, profile_id: str, secret: bytes, progress: Progress
) -> Drawn:
    """The figures of the first area set's areas for the edition ``profile_id``, in the newest
    period counted.

    Raises:
        InputError: scipy is not installed, the edition is the internal one, the persons have no
            identifiers, or the secret is too short.
    """
    require(*FOR_DISCLOSURE)
    from ..protection.methods.drawn import drawn_figures

    rules = profile(profile_id, choices.catalogue)
    if not rules.protects:
        raise InputError(
            tr("The internal edition changes nothing and must not leave the municipality."),
            tr("Count indicators instead, or choose another edition."),
        )
    if choices.indicators and POPULATION not in choices.indicators:
        choices = replace(choices, indicators=(POPULATION, *choices.indicators))

    def keys(identifiers: np.ndarray) -> np.ndarray:
        unique, place = np.unique(identifiers, return_inverse=True)
        return record_keys((str(one) for one in unique), secret)[place]

    counted = count_areas(inputs, choices, Part(progress, 0.0, 0.95), with_atoms=True, keys=keys)
    atoms = cast(AtomCounts, counted.atoms)  # they were asked for
    period = counted.period or atoms.periods[-1]
    if "numerator_key" not in atoms.values.get((period, POPULATION), {}):
        raise InputError(
            tr(
                "The persons have no identifier, so their counts cannot be changed the same way "
                "again."
            ),
            tr("Map a column to person_id; it is read as a hash and kept nowhere."),
        )
    figures, left_out = drawn_figures(
        atoms, inputs.area_sets[0].id, counted.indicators, period, rules, cell_key_rules()
    )
    return Drawn(figures, left_out)
