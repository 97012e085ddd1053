"""Amounts of some places shared out among others: what can be added up is added up, what cannot is
refused or missing.

A percentage can be shared out only with its denominator: the mean of two percentages is not the
percentage of the whole. A median cannot at all.
"""

from __future__ import annotations

from typing import Dict, Sequence

import numpy as np
import pandas as pd

from ...areas.overlap import SLIVER
from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import in_language, tr

AMOUNTS = ("numerator", "denominator")
MEDIAN = "median"


def needed(shares: pd.DataFrame) -> pd.Series:
    """Which rows of ``shares`` (``own``, ``target``, ``share``, ``weight``) the figure of their
    target cannot do without: more than a sliver of what it is shared out from, or of itself."""
    whole = shares.groupby("target")["weight"].transform("sum")
    return (shares["share"] > SLIVER) | (shares["weight"] > SLIVER * whole)


def shared_out(
    figures: pd.DataFrame,
    shares: pd.DataFrame,
    keys: Sequence[str],
    amounts: Sequence[str] = AMOUNTS,
    marks: Sequence[str] = (),
    texts: Sequence[str] = (),
) -> pd.DataFrame:
    """The ``amounts`` of ``figures`` added up by target.

    Args:
        figures: ``own``, the ``keys``, ``amounts`` (numbers, NaN unknown), ``marks`` (booleans) and
            ``texts``; a place has each of the keys once.
        shares: ``own``, ``target``, ``share`` (0-1) and ``needed`` (boolean).
        keys: what figures are added up within: period, indicator and the like.
    Returns:
        A row for each target and key that any share is of: ``target``, the ``keys``, the
        ``amounts`` (NaN where a needed part is not known), the ``marks`` (true where any needed
        part's is), the ``texts`` (each once, with + between), and ``lacking``, whether a needed
        part is not there.
    """
    table = _Table(figures, shares["own"], keys)
    parts = [
        table.of_target(of_target, amounts, marks, texts)
        for _, of_target in shares.groupby("target", sort=False)
    ]
    columns = ["target", *keys, *amounts, *marks, *texts, "lacking"]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True)[columns]


class _Table:
    """Figures as tables of keys × places."""

    def __init__(self, figures: pd.DataFrame, owns: pd.Series, keys: Sequence[str]):
        self._owns = pd.Index(owns.unique())
        place = self._owns.get_indexer(figures["own"])  # type: ignore[no-untyped-call]
        self._figures = figures[place >= 0]
        self._place = place[place >= 0]
        self._key = np.zeros(len(self._figures), dtype="int64")
        for name in keys:
            codes, values = pd.factorize(self._figures[name])
            self._key = pd.factorize(self._key * (len(values) + 1) + codes + 1)[0]
        first = np.unique(self._key, return_index=True)[1]
        self._keys = self._figures[list(keys)].iloc[first].reset_index(drop=True)
        self._there = self._spread(np.ones(len(self._figures), dtype=bool), False)
        self._columns: Dict[str, np.ndarray] = {}
        self._texts: Dict[str, np.ndarray] = {}

    def _spread(self, column: np.ndarray, nothing: object) -> np.ndarray:
        table = np.full((len(self._keys), len(self._owns)), nothing, dtype=column.dtype)
        table[self._key, self._place] = column
        return table

    def _of(self, name: str, dtype: str, nothing: object) -> np.ndarray:
        if name not in self._columns:
            self._columns[name] = self._spread(self._figures[name].to_numpy(dtype), nothing)
        return self._columns[name]

    def of_target(
        self,
        shares: pd.DataFrame,
        amounts: Sequence[str],
        marks: Sequence[str],
        texts: Sequence[str],
    ) -> pd.DataFrame:
        """The rows of the one target that all ``shares`` are of."""
        at = self._owns.get_indexer(shares["own"])  # type: ignore[no-untyped-call]
        share, is_needed = shares["share"].to_numpy(), shares["needed"].to_numpy(dtype=bool)
        there = self._there[:, at]
        rows = np.flatnonzero(there.any(axis=1))
        there = there[rows]
        found: Dict[str, object] = {"target": np.repeat(shares["target"].to_numpy()[:1], len(rows))}
        for name in amounts:
            amount = self._of(name, "float64", np.nan)[np.ix_(rows, at)]
            unknown = np.isnan(amount)
            total = np.where(unknown, 0.0, amount) @ share
            lost = (unknown & there)[:, is_needed].any(axis=1) | unknown.all(axis=1)
            found[name] = np.where(lost, np.nan, total)
        for name in marks:
            marked = self._of(name, "bool", False)[np.ix_(rows, at[is_needed])]
            found[name] = marked.any(axis=1)
        for name in texts:
            found[name] = self._joined(name, rows, at)
        found["lacking"] = (~there[:, is_needed]).any(axis=1)
        keys = self._keys.iloc[rows].reset_index(drop=True)
        return keys.assign(**found)

    def _joined(self, name: str, rows: np.ndarray, at: np.ndarray) -> np.ndarray:
        """The texts of the column ``name`` of all that a row is made of, each once."""
        if name not in self._texts:
            codes, texts = pd.factorize(self._figures[name], sort=True)
            self._texts[name] = np.append(np.array(texts, dtype=object), "")
            self._columns[name] = self._spread(codes, -1)
        codes, texts = self._columns[name][np.ix_(rows, at)], self._texts[name]
        highest = codes.max(axis=1)
        found = texts[highest]
        lowest = np.where(codes < 0, highest[:, None], codes).min(axis=1)
        for row in np.flatnonzero(lowest < highest):
            found[row] = "+".join(texts[code] for code in np.unique(codes[row]) if code >= 0)
        return found


def values_of(
    numerator: pd.Series, denominator: pd.Series, indicator: pd.Series, known: Sequence[Indicator]
) -> np.ndarray:
    """The values of figures by their indicator: ``scale`` × numerator / denominator, of a plain
    count the count; NaN where the denominator is 0."""
    scale = indicator.map({i.id: i.scale for i in known}).to_numpy("float64")
    with np.errstate(invalid="ignore", divide="ignore"):
        divided = scale * numerator.to_numpy("float64") / denominator.to_numpy("float64")
    divided[~np.isfinite(divided)] = np.nan
    return np.where(np.isnan(scale), numerator.to_numpy("float64"), divided)


def refuse_what_cannot(figures: pd.DataFrame, known: Sequence[Indicator]) -> None:
    """Refuse ``figures`` (``figure_reader.COLUMNS``) that cannot be shared out or added up.

    Raises:
        InputError: a median, or a figure that is divided by something without its parts; names the
            first by file and row.
    """
    given = ~figures["hidden"] & (figures["value"].notna() | figures["numerator"].notna())
    name_of = {i.id: in_language(i.name) for i in known}
    median = figures["indicator"].isin([i.id for i in known if i.numerator_kind == MEDIAN])
    found = figures[given & median]
    if len(found):
        row = found.iloc[0]
        raise InputError(
            tr(
                "{where}{indicator} is a median, and medians of several areas cannot be added up "
                "or shared out.",
                where=_where(row, "value"),
                indicator=name_of[row["indicator"]],
            ),
            tr("Give the figures of the areas themselves."),
        )
    divided = figures["indicator"].isin([i.id for i in known if i.scale is not None])
    lacking = figures["denominator"].isna() | figures["numerator"].isna()
    found = figures[given & divided & lacking]
    if len(found):
        row = found.iloc[0]
        raise InputError(
            tr(
                "{where}{indicator} is given for other areas or units and without denominators, "
                "so it cannot be carried over or added up.",
                where=_where(row, "denominator"),
                indicator=name_of[row["indicator"]],
            ),
            tr("Give the denominators too, or figures for the areas themselves."),
        )


def _where(row: pd.Series, field: str) -> str:
    """File, row and field of a figure that was read from a file, with what parts them from the
    sentence."""
    if "file" not in row:
        return ""
    return tr("{file}, row {row}, field {field}: ", file=row["file"], row=row["row"], field=field)
