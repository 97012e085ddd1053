"""The index a user works on, without a widget: figures, definition as shown, scores.

The panel shows what stands here and hands over what the user does; tests do the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional, Sequence, Tuple

from ...core.catalogue.index.checks import check_definition
from ...core.catalogue.index.colours import has_matrix
from ...core.catalogue.index.definitions import IndexDefinition, IndexTheme
from ...core.catalogue.index.traits import weighting_of, weighting_traits
from ...core.i18n import in_language

if TYPE_CHECKING:
    import pandas as pd

    from ...core.index.steps.classes import Breaks
    from ...core.pipeline.index_figures import IndexFigures
    from ...core.pipeline.indexing import Indexed


class IndexWorkbench:
    """What is known of the index of the chosen area set.

    Attributes:
        figures: what it is made of; None until something was read.
        definition: the index as it is shown; None where there is none.
        left_out: the indicators of the wanted index that were not counted.
        indexed: its scores; None since the last change, until a period is scored.
        makes_sense: False while the user's last change is one that no figures could make right.
    """

    def __init__(self, natural_breaks: "Optional[Breaks]" = None):
        self.figures: Optional[IndexFigures] = None
        self.definition: Optional[IndexDefinition] = None
        self.left_out: Tuple[str, ...] = ()
        self.indexed: Optional[Indexed] = None
        self.makes_sense = True
        self._wanted: Optional[IndexDefinition] = None
        self._natural_breaks = natural_breaks

    # -- what it is made of --------------------------------------------------------------------

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self.figures, self._wanted = None, None
        self.definition, self.indexed, self.left_out = None, None, ()
        self.makes_sense = True

    def lay_out(self, figures: "IndexFigures") -> Optional[IndexDefinition]:
        """Work with ``figures``, of other areas perhaps. The index the user was working on, to be
        taken again; None where there was none."""
        self.figures, self.indexed = figures, None
        return self._wanted

    def put_packages(self, packages: Sequence[Mapping[str, Any]]) -> None:
        """The packages of other municipalities are ``packages`` now."""
        if self.figures is not None:
            self.figures = replace(self.figures, packages=packages)

    @property
    def wanted(self) -> Optional[IndexDefinition]:
        """The index as the user wants it, with what was not counted; None where there is none."""
        return self._wanted

    @property
    def whole_periods(self) -> Tuple[str, ...]:
        """The periods that have figures of all indicators of the index."""
        from ...core.index.cube import whole_periods

        if self.figures is None or self.definition is None:
            return ()
        return tuple(whole_periods(self.figures.cube, self.definition.indicators))

    # -- choosing and changing -----------------------------------------------------------------

    def take(self, definition: IndexDefinition) -> None:
        """Work on ``definition``; what was not counted is left out, and named in ``left_out``.

        Raises:
            SociodemografiError: nothing of it was counted; there is no index then.
        """
        from ...core.pipeline.indexing import countable

        if self.figures is None:
            return
        self._wanted, self.indexed, self.makes_sense = definition, None, True
        self.definition, self.left_out = None, ()
        self.definition, lacking = countable(definition, self.figures.cube)
        self.left_out = tuple(lacking)

    def weigh(self, themes: Sequence[IndexTheme]) -> bool:
        """``themes`` as the user leaves them: weights that were touched are the user's, and count
        as given. Has that changed the weighting?"""
        if self.definition is None:
            return False
        weighting = self.definition.weighting
        touched = [(m.indicator, m.weight) for theme in themes for m in theme.members]
        before = [(m.indicator, m.weight) for m in self.definition.members]
        if [indicator for indicator, _ in touched] == list(self.definition.indicators):
            of_themes = [theme.weight for theme in themes]
            others = of_themes != [theme.weight for theme in self.definition.themes]
            if touched != before:
                weighting = weighting_of(of_themes=True, of_members=True)
            elif others and not weighting_traits(weighting).of_themes:
                weighting = weighting_of(of_themes=True, of_members=False)
        if weighting == self.definition.weighting:
            return False
        self.definition = replace(self.definition, weighting=weighting)
        return True

    def change(
        self, themes: Sequence[IndexTheme], method: Callable[[IndexDefinition], IndexDefinition]
    ) -> None:
        """Change the index to ``themes``, worked out by ``method``; numbers that its normalisation
        needs are suggested, and a changed preset is no preset.

        Raises:
            SociodemografiError: the change makes no sense; the index stays as it was.
        """
        from ...core.index.composite import signs
        from ...core.index.steps.goals import lacking_goals, with_goals

        if self.definition is None or self.figures is None:
            return
        wanted = as_changed(method(replace(self.definition, themes=tuple(themes))))
        known, ranges = self.figures.known, self.figures.ranges
        self.indexed, self.makes_sense = None, False
        lacking = lacking_goals(self.definition, wanted, known)
        wanted = with_goals(wanted, lacking, ranges, known, signs(wanted, known))
        check_definition(wanted, in_language(wanted.name))
        self.makes_sense = True
        self.definition = self._wanted = wanted

    # -- scoring -------------------------------------------------------------------------------

    def score(self, period: str) -> "Optional[Indexed]":
        """The scores of ``period``, worked out unless they are there; None where there is no index.

        Raises:
            SociodemografiError: the figures refuse; there are no scores then.
        """
        from ...core.pipeline.indexing import run_index
        from ...core.progress import Silent

        if self.definition is None or self.figures is None:
            return None
        if self.indexed is None or period not in self.indexed.judged.status.periods:
            self.indexed = None
            self.indexed = run_index(
                self.figures.cube,
                self.definition,
                self.figures.known,
                Silent(),
                periods=[period],
                natural_breaks=self._natural_breaks,
            )
        return self.indexed

    def clear_scores(self) -> None:
        """There are no scores to show."""
        self.indexed = None

    def keep(self, figures: "IndexFigures", indexed: "Indexed") -> bool:
        """Take over what was judged in the background; False where the user is at something else
        meanwhile."""
        judged = indexed.judged.status.definition
        if judged is not self.definition or figures is not self.figures:
            return False
        self.indexed = indexed
        return True

    def table(self, period: str) -> "Optional[pd.DataFrame]":
        """The areas' rows of a scored ``period``; None where there are no scores."""
        if self.indexed is None:
            return None
        table = self.indexed.table
        return table[table["period"] == period].reset_index(drop=True)

    def has_matrix(self, period: str) -> bool:
        """Can status and dynamics of ``period`` be shown as one?"""
        if self.indexed is None or self.definition is None:
            return False
        dynamics = self.indexed.judged.dynamics
        return has_matrix(self.definition) and dynamics is not None and period in dynamics.periods


def as_changed(definition: IndexDefinition) -> IndexDefinition:
    """``definition`` under a name of its own where it was one of the plugin's: a changed preset is
    no preset."""
    if definition.origin == "own":
        return definition
    return replace(
        definition,
        id=f"{definition.id[:50]}_changed",
        origin="own",
        name={
            "da": f"{definition.name['da']} (ændret)",
            "en": f"{definition.name['en']} (changed)",
        },
    )
