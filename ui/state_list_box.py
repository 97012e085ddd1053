"""The state's list beside the municipality's own reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout

from ..core.errors import SociodemografiError
from ..core.gis.style import figure_names
from ..core.i18n import number, tr
from .area_list import AreaList
from .session import Session
from .source_edit import SourceEdit

if TYPE_CHECKING:
    import pandas as pd


ACT, PREVENTION = "§ 61 a", "§ 61 b"


class StateListBox(QgsCollapsibleGroupBox):
    """The list is pointed at; every criterion that the two read differently is told, and why."""

    def __init__(self, session: Session):
        super().__init__(tr("The state's list"))
        self.session = session
        self._table: "Optional[pd.DataFrame]" = None
        self._period = ""
        self.source = SourceEdit(tr("The state's list"))
        self.source.setToolTip(tr("The published list typed in as a table, with one row per area and year: area_id (or "
                                  "the area's name), year, no_work_pct, convicted_pct, basic_edu_pct, income_pct, "
                                  "nonwestern_pct."))
        self.summary, self.areas = QLabel(), AreaList()
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        for widget in (self.source, self.summary, self.areas):
            column.addWidget(widget)
        self.source.changed.connect(self._chosen)

    def forget(self) -> None:
        """Another project or file is open: its own list, and nothing of the old one."""
        self._table = None
        self.source.blockSignals(True)
        self.source.set_value(self.session.state.state_list)
        self.source.blockSignals(False)
        self.summary.clear()
        self.areas.clear()

    def show_table(self, table: "pd.DataFrame", period: str) -> None:
        """Compare the list with ``table`` (``MonitorFile.newest_assessments``) in ``period``."""
        self._table, self._period = table, period
        self._show()

    def _chosen(self) -> None:
        self.session.state.state_list = self.source.value()
        self.session.write_state()
        self._show()

    def _show(self) -> None:
        self.summary.clear()
        self.areas.clear()
        chosen = self.session.state.state_list
        if self._table is None:
            return
        if not chosen:
            self.summary.setText(tr("Choose the list as a table to see where it and your own reading differ, and why."))
            return
        try:
            self._compare(QgsProject.instance().mapLayer(chosen) or chosen)
        except SociodemografiError as error:
            self.summary.setText(str(error))

    def _compare(self, thing: object) -> None:
        from ..core.assessment.state_list import SAME, compare_with_list, of_year, on_areas
        from ..core.gis.state_list_source import read_state_list
        from ..core.gis.table_layer import table_layer

        areas = self._table[["area_id", "name"]].drop_duplicates("area_id")
        state, lost = on_areas(of_year(read_state_list(table_layer(thing)), self._period), areas)
        told = compare_with_list(self._table, state, self._period)
        told = told[told["state"].notna()]
        differing = told[told["cause"] != SAME]
        year = "" if state.empty else str(int(state["year"].iloc[0]))
        lines = [tr("The list of {year} has {count} of the areas here.", year=year, count=number(len(state)))] \
            if len(state) else [tr("The list has none of the areas here.")]
        if len(told):
            lines.append(tr("{same} of {all} criteria are read alike.", same=number(len(told) - len(differing)),
                            all=number(len(told))))
        if lost:
            lines.append(tr("Not among the areas here: {names}.", names=", ".join(lost)))
        self.summary.setText(" ".join(lines))
        self.areas.show_areas(_sentences(differing), dict(zip(areas["area_id"], areas["name"])))


def _sentences(differing: "pd.DataFrame") -> Dict[str, List[str]]:
    """Area → a sentence per criterion that is read differently."""
    from ..core.assessment.state_list import printed_decimals

    names, found = figure_names(), {}
    alike = differing.groupby(["area_id", "figure", "own_met", "state_met", "text"], sort=False, dropna=False)
    for (area, figure, own_met, state_met, why), rows in alike:
        decimals, own = printed_decimals(figure), rows["own"].iloc[0]
        laws = [PREVENTION if criterion != figure else ACT for criterion in rows["criterion"]]
        found.setdefault(area, []).append(tr(
            "{figure} ({law}): {own} here ({met}), {state} % on the list ({state_met}). {why}",
            figure=names.get(figure, figure), law=", ".join(laws),
            own="–" if own != own else f"{number(own, decimals + 1)} %", met=_met(own_met),
            state=number(rows["state"].iloc[0], decimals), state_met=_met(state_met), why=why))
    return found


def _met(found: float) -> str:
    return tr("not known") if found != found else tr("met") if found else tr("not met")
