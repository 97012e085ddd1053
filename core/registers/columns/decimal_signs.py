"""The decimal sign of each column of a source, found from all its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Mapping

from ...catalogue import files
from ...catalogue.indicators.definitions import all_indicators
from ...catalogue.registers.kinds import Column, RegisterKind
from ...i18n import tr
from ...progress import Progress, Unstoppable, checkpoint
from ..column_names import plain_name, safe_names
from ..indicator_names import indicators_by_name
from ..sources import RegisterSource
from ..written.numbers import Evidence, Span, span_of_unit

REFERENCES = "references"


class _Unheard(Unstoppable):
    """Progress of a source that is looked through once more: says neither how far it is nor what
    was warned of before, and can be stopped."""

    def __init__(self, whole: Progress) -> None:
        super().__init__(whole)
        self._asked = whole

    def report(self, fraction: float, text: str = "") -> None:
        """Whoever reads the source tells."""

    def warn(self, text: str) -> None:
        """Whoever reads the source warns."""

    def is_cancelled(self) -> bool:
        """Ask the whole."""
        return self._asked.is_cancelled()


class Signs:
    """The decimal signs of one source; a column is looked through when its sign is first needed."""

    def __init__(
        self,
        source: RegisterSource,
        roles: Mapping[str, str],
        kind: RegisterKind,
        progress: Progress,
    ):
        self._source, self._roles, self._kind, self._progress = source, roles, kind, progress
        self._known: Dict[str, str] = {}

    def of(self, role: str) -> str:
        """The decimal sign of the column in ``role``; empty where its cells do not say.

        Raises:
            InputError: the source cannot be read. CancelledError: the user stopped.
        """
        said = str(getattr(self._source, "said_decimal", ""))
        if said:
            return said
        if role not in self._known:
            self._known[role] = self._found(role)
        return self._known[role]

    def _found(self, role: str) -> str:
        column = self._kind.column(role)
        by = column.by if column.by in self._roles else ""
        wanted = {name: self._roles[name] for name in (role, by) if name}
        # identifiers are read as they stand, numbers and empty cells too
        as_text = tuple(Column(name=name, type="identifier", text={}) for name in wanted)
        kind = replace(self._kind, columns=as_text)
        evidence = Evidence()
        names = indicators_by_name({one.id: one for one in all_indicators()}) if by else {}
        for _, piece in self._source.pieces(wanted, kind, _Unheard(self._progress)):
            checkpoint(self._progress)
            if not by:
                evidence.add(piece[role].unique())
                continue
            named = {one: names.get(plain_name(one), one) for one in piece[by].astype(str).unique()}
            for group, of_group in piece[role].groupby(piece[by].astype(str).map(named)):
                evidence.add(of_group.unique(), str(group))
        spans = _spans_by_indicator(self._kind.kind) if by else {"": span_of(column)}
        return decided(
            evidence,
            spans,
            self._source,
            safe_names([self._roles[role]], self._source.columns),
            self._progress,
        )


def decided(
    evidence: Evidence,
    spans: Mapping[str, Span],
    source: RegisterSource,
    field: str,
    progress: Progress,
) -> str:
    """The decimal sign that ``evidence`` shows; where it does not, the one of a workbook's texts,
    which is told."""
    found, otherwise = evidence.sign(spans), str(getattr(source, "unsaid_decimal", ""))
    if evidence.contradicts(spans):
        progress.warn(
            tr(
                "{file}, {field}: other cells say that the decimal sign is {sign}, but read so the "
                "numbers are unusual. "
                "Check the column.",
                file=source.name,
                field=field,
                sign=found,
            )
        )
    if found or not otherwise:
        return found
    progress.warn(
        tr(
            "{file}, {field}: texts such as 1.234 are read as 1234, for a workbook keeps other "
            "numbers as numbers.",
            file=source.name,
            field=field,
        )
    )
    return otherwise


def span_of(column: Column) -> Span:
    """What the numbers of a register's ``column`` can be."""
    usual = (column.usual[0], column.usual[1]) if column.usual else None
    return Span(column.minimum, column.maximum, usual, column.type == "integer")


def _spans_by_indicator(kind: str) -> Dict[str, Span]:
    """What each indicator's numbers can be; in a table of reference values those of a whole region,
    nation or municipality."""
    if kind != REFERENCES:
        return {indicator.id: span_of_unit(indicator.unit) for indicator in all_indicators()}
    spans = files.read("registers/references.json")["spans"]
    found = {}
    for one in all_indicators():
        least, most = spans["of_indicator"].get(one.id) or spans["of_unit"][one.unit]
        found[one.id] = Span(least, most)
    return found
