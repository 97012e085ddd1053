"""What an addition gives besides figures, less what the file knows already: the same reference
values and earlier lists come with every month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

import pandas as pd

from .reader import OF_REFERENCE, Reader

if TYPE_CHECKING:
    from .runs import Run


def only_new(run: "Run", reader: Reader) -> "Run":
    """``run`` with the reference values and earlier lists alone that ``reader`` does not give."""
    known = reader.history()
    history = {key: one for key, one in run.history.items() if known.get(key) != one}
    references = new_references(reader.references(), run.references)
    return replace(run, references=references, history=history)


def new_references(
    known: Optional[pd.DataFrame], given: Optional[pd.DataFrame]
) -> Optional[pd.DataFrame]:
    """The rows of ``given`` that are not ``known``, or are others there; None where there are
    none."""
    if given is None or known is None:
        return given
    both = given.fillna({"code": ""}).merge(
        known, on=OF_REFERENCE, how="left", suffixes=("", "_known"), indicator=True
    )
    same = (both["_merge"] == "both").to_numpy()
    for name in ("value", "persons"):
        if name in given:
            own, other = both[name].to_numpy("float64"), both[f"{name}_known"].to_numpy("float64")
            same &= (own == other) | ((own != own) & (other != other))
    return given[~same] if (~same).any() else None
