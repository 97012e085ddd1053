"""``sd_value``, ``sd_category``, ``sd_margin`` and ``sd_change``: figures of the open monitor file
in labels, styles, layouts and filters.

They are worked out in whatever thread QGIS draws in: they know the file's path and nothing of the
project or its layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple

from qgis.core import QgsExpression, QgsExpressionFunction
from qgis.PyQt.QtCore import QVariant

from ...i18n import tr

if TYPE_CHECKING:
    from ...store.lookup import Lookup

GROUP = "Sociodemografi"
YEAR = 12
Part = Tuple[str, bool]
"""A parameter's name, and whether it may be left out."""
_kept: "List[QgsExpressionFunction]" = []
"""Expressions that were made before the plugin was unloaded still point at these."""


class _Function(QgsExpressionFunction):
    """A function whose values are texts and numbers; what cannot be answered is NULL."""

    def __init__(
        self, name: str, parts: List[Part], help_text: str, answer: Callable[..., Any]
    ) -> None:
        parameters = [QgsExpressionFunction.Parameter(part, free) for part, free in parts]
        super().__init__(name, parameters, GROUP, help_text)
        self._answer = answer

    def func(self, values: List[Any], context: Any, parent: QgsExpression, node: Any) -> Any:
        """The answer, worked out in QGIS' thread."""
        given = [_plain(value) for value in values]
        if not given or given[0] is None:
            return None
        return self._answer(*given)


def _plain(value: Any) -> Any:
    """None for every NULL there is."""
    null = value is None or (isinstance(value, QVariant) and value.isNull())
    return None if null else value


def _text(value: Any) -> str:
    return "" if value is None else str(value)


class Functions:
    """The functions while the plugin is loaded.

    Attributes:
        lookup: what they answer from; None until a monitor file was open: QGIS' start waits for
            nothing.
    """

    def __init__(self) -> None:
        self.lookup: "Optional[Lookup]" = None
        self._functions = self._made()
        for function in self._functions:
            QgsExpression.registerFunction(function)
        _kept.extend(self._functions)

    def open(self, monitor: str) -> None:
        """Answer from the file ``monitor`` from now on; from none where it is empty."""
        if self.lookup is None:
            if not monitor:
                return
            from ...store.lookup import Lookup

            self.lookup = Lookup()
        self.lookup.open(monitor)

    def remove(self) -> None:
        """QGIS has them no more."""
        for function in self._functions:
            QgsExpression.unregisterFunction(function.name())
        self.open("")

    def _made(self) -> "List[QgsExpressionFunction]":
        where: List[Part] = [("period", True), ("area_set", True)]
        area: Part = ("area_id", False)
        return [
            _Function("sd_value", [area, ("indicator", False), *where], _help_value(), self._value),
            _Function("sd_category", [area, *where], _help_category(), self._category),
            _Function(
                "sd_margin", [area, ("criterion", False), *where], _help_margin(), self._margin
            ),
            _Function(
                "sd_change",
                [area, ("indicator", False), ("months", True), *where],
                _help_change(),
                self._change,
            ),
        ]

    def _value(
        self, area: Any, indicator: Any, period: Any = None, area_set: Any = None
    ) -> Optional[float]:
        if self.lookup is None:
            return None
        return self.lookup.value(*map(_text, (area, indicator, period, area_set)))

    def _category(self, area: Any, period: Any = None, area_set: Any = None) -> Optional[str]:
        if self.lookup is None:
            return None
        return self.lookup.category(*map(_text, (area, period, area_set)))

    def _margin(
        self, area: Any, criterion: Any, period: Any = None, area_set: Any = None
    ) -> Optional[float]:
        if self.lookup is None:
            return None
        return self.lookup.margin(*map(_text, (area, criterion, period, area_set)))

    def _change(
        self,
        area: Any,
        indicator: Any,
        months: Any = None,
        period: Any = None,
        area_set: Any = None,
    ) -> Optional[float]:
        if self.lookup is None:
            return None
        back = YEAR if months is None else int(months)
        return self.lookup.change(
            _text(area), _text(indicator), back, _text(period), _text(area_set)
        )


def _page(does: str, example: str) -> str:
    """What the function does, what all of them take, and an example."""
    taken = tr(
        "period: a month as 2026-01 or a year as 2025; left out, the newest. area_set: where the "
        "same id is in several area sets; left out, the first that has it. NULL where the open "
        "monitor file has no answer. Internal figures: what leaves the municipality is published "
        "on the page Disclosure."
    )
    return f"<p>{does}</p><p>{taken}</p><p><code>{example}</code></p>"


def _help_value() -> str:
    return _page(
        tr("The figure of an indicator in an area, in the indicator's unit."),
        "sd_value(\"area_id\", 'no_work')",
    )


def _help_category() -> str:
    return _page(
        tr(
            "What an area is by the law's criteria; empty where it is nothing of the law's, NULL "
            "where it is undecided."
        ),
        "coalesce(sd_category(\"area_id\"), '?')",
    )


def _help_margin() -> str:
    return _page(
        tr("How far an area is from the threshold of a criterion; below zero beyond it."),
        "sd_margin(\"area_id\", 'no_work', '2026-01')",
    )


def _help_change() -> str:
    return _page(
        tr(
            "How much an indicator has moved in an area in so many months (left out: 12), in its "
            "unit; NULL where the definition or the boundary is another than it was."
        ),
        "sd_change(\"area_id\", 'no_work', 12)",
    )
