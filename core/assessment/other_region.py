"""While a region becomes part of another: the areas whose category hangs on which of the two they
are held against."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

import pandas as pd

from ..catalogue.law.measured import against_region
from ..catalogue.law.regions import region_name
from ..catalogue.law.rules import RuleSet
from ..i18n import tr
from .categories import History
from .criteria import Options, assess


def by_other_regions(
    judged: pd.DataFrame, rules: RuleSet, options: Options, history: Optional[History]
) -> Tuple[pd.DataFrame, List[str]]:
    """``judged`` (``criteria.assess``, with ``<figure>_other_region`` in percent and its
    ``_code``) with a sentence in ``note`` of each row that would have another category by the other
    region, and for each period and region a sentence that names its areas."""
    flips: Dict[Tuple[str, str], List[str]] = {}
    notes = judged["note"].to_list()
    for figure in against_region():
        if figure.other_region_column not in judged:
            continue
        rows = judged[figure.other_region_column].notna().to_numpy()
        if not rows.any():
            continue
        here = judged[rows]
        other = assess(
            here.assign(**{figure.id: here[figure.other_region_column]}), rules, options, history
        )
        changed = other["category"].fillna("") != here["category"].fillna("")
        for place, row in zip(rows.nonzero()[0][changed], other[changed].to_dict("records")):
            region = region_name(row[figure.other_region_code_column])
            category = row["label"] or (tr("no category") if row["decided"] else tr("undecided"))
            notes[place] += " " + tr(
                "Held against {region} instead: {category}.", region=region, category=category
            )
            flips.setdefault((str(row["period"]), region), []).append(str(row["area_id"]))
    told = [
        tr(
            "{period}: held against {region} instead, these areas would have another category: "
            "{areas}.",
            period=period,
            region=region,
            areas=", ".join(areas),
        )
        for (period, region), areas in flips.items()
    ]
    return judged.assign(note=notes), told
