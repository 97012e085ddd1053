"""One area's card: class and certainty, notes, twin areas, and the waterfall of its score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, List, Mapping

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.catalogue.index.methods import method_name
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.periods import period_text
from ...core.plain_text import as_html
from .contribution_bars import ContributionBars
from .result import IndexResult
from .workbench import IndexWorkbench

if TYPE_CHECKING:
    import pandas as pd

    from ...core.pipeline.index_figures import IndexFigures
    from ...core.pipeline.indexing import Indexed

TWINS = 3


def show_card(
    result: IndexResult,
    figures: IndexFigures,
    indexed: Indexed,
    period: str,
    area: str,
    folder: str,
) -> None:
    """Show the card of ``area`` in ``result``.

    Args:
        folder: the municipality's own catalogue.
    """
    from ...core.index.explanation import explain

    explained = explain(indexed.judged.status, period, area)
    contributions = [
        (in_language(figures.known[i].name) if i in figures.known else i, value)
        for i, value in explained.contributions.items()
    ]
    table = indexed.table
    here = table[(table["period"] == period) & (table["area_id"] == area)]
    row = here.astype(object).where(here.notna(), None).to_dict("records")[0]
    definition = indexed.judged.status.definition
    parts = (
        _place(row, indexed),
        _baselines(row, indexed),
        row["note"],
        _twins(figures, definition, period, area, folder),
        _figures(figures, definition, period, area),
    )
    sentences = [text for text in parts if text]
    show = partial(
        ContributionBars.show_contributions,
        middle=explained.middle,
        contributions=contributions,
        together=explained.together,
        score=explained.score,
    )
    result.explain(
        figures.names.get(area, area),
        sentences,
        show if explained.score == explained.score else None,
    )


def about_texts(definition: IndexDefinition, bench: IndexWorkbench) -> List[str]:
    """What an index is, and which of its indicators are left out, not being counted."""
    texts = [in_language(definition.description)] if definition.description.get("da") else []
    if bench.left_out and bench.figures is not None:
        known = bench.figures.known
        names = ", ".join(
            in_language(known[one].name) if one in known else one for one in bench.left_out
        )
        texts.append(tr("Not counted, and so left out: {indicators}.", indicators=names))
    return texts


def lacking_html(period: str, newest: str) -> str:
    """That ``period`` has not all the figures of the index, with a link to the ``newest`` that
    has."""
    text = tr(
        "{period} has not figures of all the indicators; the newest that has is {newest}.",
        period=period_text(period),
        newest=period_text(newest),
    )
    show = as_html(tr("Show {period}", period=period_text(newest)))
    return f"{as_html(text)} <a href='{newest}'>{show}</a>"


def sentences_on(indexed: Indexed, table: pd.DataFrame) -> List[str]:
    """What a user must know about the index ``table`` of one period: warnings, baselines that
    disagree, the hatch."""
    from ...core.gis.maps.index_style import hatch_text
    from ...core.index.certainty.stability import CERTAIN

    sentences = list(indexed.warnings)
    other = (
        (table["other_class"] != table["index_class"])
        & table["other_class"].notna()
        & table["index_class"].notna()
    )
    if other.any():
        sentences.append(
            tr(
                "{count} areas are in another class when measured against the other baseline (see "
                "what is "
                "said of each).",
                count=number(int(other.sum())),
            )
        )
    if table["kept"].notna().any():
        sentences.append(hatch_text(CERTAIN))
    return sentences


def _place(row: Mapping[str, Any], indexed: Indexed) -> str:
    """``Meget lav i 94 % af 1.000 kørsler; nr. 2-5 af 40. Udvikling: stabil``."""
    from ...core.index.certainty.stability import stability_text

    if not row["class_label"]:
        return ""
    text = row["class_label"]
    if row["kept"] is not None:
        text = stability_text(text, row["kept"], indexed.stable.runs)
        status = indexed.judged.status
        count = int((status.index_class[status.periods.index(row["period"])] > 0).sum())
        text += "; " + tr(
            "rank {low}-{high} of {count}",
            low=number(row["rank_low"]),
            high=number(row["rank_high"]),
            count=number(count),
        )
    if row["dynamics_label"]:
        text += ". " + tr("Dynamics: {label}", label=row["dynamics_label"].lower())
    return text


def _baselines(row: Mapping[str, Any], indexed: Indexed) -> str:
    """The classes by both baselines, side by side; empty where there is no other."""
    judged = indexed.judged
    if judged.other is None or not row["class_label"] or row["other_class"] is None:
        return ""
    texts = []
    for scores, label in (
        (judged.status, row["class_label"]),
        (judged.other, judged.other.definition.classes.label(int(row["other_class"]))),
    ):
        name = method_name("baseline", scores.definition.baseline)
        if scores.definition.baseline_period:
            name += f" ({period_text(scores.definition.baseline_period)})"
        texts.append(f"{name}: {label.lower()}")
    return "; ".join(texts)


def _figures(figures: IndexFigures, definition: IndexDefinition, period: str, area: str) -> str:
    """``Ledige 5,2 (3,9-6,9), n = 812``: every figure with its interval and what it rests on."""
    from ...core.pipeline.indexing import figures_of_area

    texts = []
    for row in figures_of_area(
        figures.cube, definition.indicators, period, area, figures.known
    ).to_dict("records"):
        if row["value"] != row["value"]:
            continue
        name = (
            in_language(figures.known[row["indicator"]].name)
            if row["indicator"] in figures.known
            else row["indicator"]
        )
        text = f"{name} {number(row['value'], 1)}"
        if row["low"] == row["low"]:
            text += (
                f" ({number(row['low'], 1)}-{number(row['high'], 1)}), n = {number(row['count'])}"
            )
        texts.append(text)
    return tr("Figures (95 % interval): {figures}", figures="; ".join(texts)) if texts else ""


def _twins(
    figures: IndexFigures, definition: IndexDefinition, period: str, area: str, folder: str
) -> str:
    from ...core.pipeline.twin_areas import twin_areas

    try:
        found, _ = twin_areas(
            figures.cube,
            figures.names,
            figures.packages,
            definition.indicators,
            period,
            TWINS,
            folder,
            [area],
        )
    except SociodemografiError as error:
        return str(error)
    names = [
        f"{row.neighbour_name} ({row.neighbour_from})" if row.neighbour_from else row.neighbour_name
        for row in found.itertuples()
    ]
    return tr("Most alike: {areas}", areas="; ".join(names)) if names else ""


def unevenness_text(figures: IndexFigures, indicator: str, period: str) -> str:
    """How unevenly those an indicator counts live over the areas, in words; empty where it is no
    share of persons."""
    from ...core.pipeline.indexing import unevenness

    found = unevenness(figures.cube, indicator, period, figures.known)
    if found is None or found.dissimilarity != found.dissimilarity:
        return ""
    return tr(
        "{indicator}: {percent} % would have to move for all areas to have the same share "
        "(dissimilarity; "
        "{corrected} % without what chance alone gives). {count} areas of {size} persons on "
        "average.",
        indicator=in_language(figures.known[indicator].name),
        percent=number(100 * found.dissimilarity),
        corrected=number(100 * found.corrected),
        count=number(found.areas),
        size=number(found.mean_size),
    )


def judged_text(indexed: Indexed) -> str:
    """How many areas have scores (in the month shown, or in any where it has none), in how many
    months, and how many areas are certain of their class."""
    from ...core.index.certainty.stability import CERTAIN

    status = indexed.judged.status
    scored = status.index_class > 0
    here = scored[status.periods.index(indexed.period)]
    text = tr(
        "{index}: {count} areas scored in {periods} months.",
        index=in_language(status.definition.name),
        count=number(int((here if here.any() else scored.any(axis=0)).sum())),
        periods=number(int(scored.any(axis=1).sum())),
    )
    if indexed.stable is None:
        return text
    return (
        text
        + " "
        + tr(
            "{certain} keep their class in at least {percent} % of {runs} runs.",
            certain=number(int((indexed.stable.kept >= CERTAIN).sum())),
            percent=number(100 * CERTAIN),
            runs=number(indexed.stable.runs),
        )
    )
