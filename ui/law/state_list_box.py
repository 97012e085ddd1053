"""The state's list beside the municipality's own reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional, Sequence

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout

from ...core.catalogue.law.measured import figure_labels, figures_of_law
from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import as_month, year_of
from ..session import Session
from ..widgets.area_list import AreaList
from ..widgets.plain import plain_label, set_tip
from ..widgets.source_edit import SourceEdit

if TYPE_CHECKING:
    import pandas as pd

MOST_NAMES = 12


class StateListBox(QgsCollapsibleGroupBox):
    """The list is pointed at; every criterion that the two do not read alike is told, and why.

    Signals:
        compared: ``placed`` (the list's rows on the areas, None without a list) has changed.
    """

    compared = pyqtSignal()

    def __init__(self, session: Session):
        super().__init__(tr("The state's list"))
        self.session = session
        self._area_set, self._period = "", ""
        self._names: Dict[str, str] = {}
        self.placed: "Optional[pd.DataFrame]" = None
        self.source = SourceEdit(tr("The state's list"))
        set_tip(
            self.source,
            tr(
                "The published list typed in as a table, with one row per area and year: area_id "
                "(or the area's name), year, {columns}.",
                columns=", ".join(figures_of_law()[one].fields[-1] for one in figure_labels()),
            ),
        )
        self.summary, self.areas = plain_label(), AreaList()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        for widget in (self.source, self.summary, self.areas):
            column.addWidget(widget)
        self.source.changed.connect(self._chosen)

    def forget(self) -> None:
        """Another project or file is open: its own list, and nothing of the old one."""
        self._area_set, self.placed = "", None
        self.source.blockSignals(True)
        self.source.set_value(self.session.state.state_list)
        self.source.blockSignals(False)
        self.summary.clear()
        self.areas.clear()

    def show_areas(self, area_set: str, period: str, names: Dict[str, str]) -> None:
        """Compare the list with the areas of ``area_set`` (id → name) in ``period``."""
        self._area_set, self._period, self._names = area_set, period, names
        self._show()

    def _chosen(self) -> None:
        """Keep the choice; it is written with the project, which may be closing just now."""
        if self.source.value() != self.session.state.state_list:
            self.session.state.state_list = self.source.value()
            QgsProject.instance().setDirty(True)
        self._show()

    def _show(self) -> None:
        self.placed = None
        self._read()
        self.compared.emit()

    def _read(self) -> None:
        self.summary.clear()
        self.areas.clear()
        chosen = self.session.state.state_list
        if not self._area_set:
            return
        if not chosen:
            self.summary.setText(
                tr(
                    "Choose the list as a table to see where it and your own reading differ, and "
                    "why."
                )
            )
            return
        try:
            self._compare(QgsProject.instance().mapLayer(chosen) or chosen)
        except SociodemografiError as error:
            self.summary.setText(str(error))

    def _compare(self, source: object) -> None:
        import pandas as pd

        from ...core.assessment.state_list import (
            OPEN,
            SAME,
            compare_with_list,
            dates_of_lists,
            of_year,
            on_areas,
        )
        from ...core.gis.law.state_list import read_state_list
        from ...core.gis.sources.table_layer import table_layer

        areas = pd.DataFrame({"area_id": list(self._names), "name": list(self._names.values())})
        whole = read_state_list(table_layer(source))
        state = of_year(whole, self._period)
        if not len(state):
            self.summary.setText(
                tr("The list has no year up to {year}.", year=year_of(self._period))
            )
            return
        placed = on_areas(state, areas)
        self.placed = placed.rows
        dates = dates_of_lists(placed.rows["year"]) | {as_month(self._period)}
        judged = [p for p in self.session.judged.get(self._area_set, ()) if as_month(p) in dates]
        own = [self.session.assessments(self._area_set, one) for one in judged]
        read = [one for one in own if one is not None]
        if not read:
            return
        told = compare_with_list(pd.concat(read, ignore_index=True), placed.rows, self._period)
        told = told[told["state"].notna()]
        is_open, same = told["cause"].isin(OPEN), told["cause"] == SAME
        lines = [
            tr(
                "The list of {year} has {count} of the areas here.",
                year=int(state["year"].iloc[0]),
                count=number(len(placed.rows)),
            )
        ]
        if len(told):
            lines.append(
                tr(
                    "{same} criteria are read alike, {differing} differently.",
                    same=number(int(same.sum())),
                    differing=number(int((~same & ~is_open).sum())),
                )
            )
        if is_open.any():
            lines.append(tr("Of {count} it cannot be told.", count=number(int(is_open.sum()))))
        if placed.unknown:
            lines.append(tr("Not among the areas here: {names}.", names=_first(placed.unknown)))
        if placed.ambiguous:
            lines.append(
                tr(
                    "Names of several areas, so write the id: {names}.",
                    names=_first(placed.ambiguous),
                )
            )
        self.summary.setText(" ".join(lines))
        to_tell = told[~same].sort_values(
            "cause", key=lambda cause: cause.isin(OPEN), kind="stable"
        )
        self.areas.show_areas(_sentences(to_tell), dict(zip(areas["area_id"], areas["name"])))


def _first(names: Sequence[str]) -> str:
    """The first ``MOST_NAMES`` of ``names``, and how many more there are."""
    rest = (
        [tr("and {count} more", count=number(len(names) - MOST_NAMES))]
        if len(names) > MOST_NAMES
        else []
    )
    return ", ".join([*names[:MOST_NAMES], *rest])


def _sentences(differing: "pd.DataFrame") -> Dict[str, List[str]]:
    """Area → a sentence per criterion that is read differently."""
    from ...core.assessment.state_list import printed_decimals
    from ...core.catalogue.law.rule_sets import rule_set_for_year

    names, found = figure_labels(), {}
    alike = differing.groupby(
        ["area_id", "figure", "own_met", "state_met", "text"], sort=False, dropna=False
    )
    for (area, figure, own_met, state_met, why), rows in alike:
        decimals, own = printed_decimals(figure), rows["own"].iloc[0]
        criteria = rule_set_for_year(int(rows["year"].iloc[0])).criteria
        law = "; ".join(criteria[criterion].paragraph for criterion in rows["criterion"])
        found.setdefault(area, []).append(
            tr(
                "{figure} ({law}): {own} here ({met}), {state} % on the list ({state_met}). {why}",
                figure=names.get(figure, figure),
                law=law,
                own="–" if own != own else f"{number(own, decimals + 1)} %",
                met=_met(own_met),
                state=number(rows["state"].iloc[0], decimals),
                state_met=_met(state_met),
                why=why,
            )
        )
    return found


def _met(found: float) -> str:
    return tr("not known") if found != found else tr("met") if found else tr("not met")
