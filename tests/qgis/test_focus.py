"""Tab walks each page from top to bottom and leaves it again."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication

from tests.qgis.test_dock import dock, made, wait  # noqa: F401 (fixtures)
from tests.qgis.test_wheel import counted  # noqa: F401 (a fixture)

LINE = 12
"""Widgets of one row differ by so many pixels at most."""


def tabbed(page):
    """What Tab stops at in ``page``, in its order."""
    stops, widget = [], page
    while True:
        widget = widget.nextInFocusChain()
        if widget is page:
            return stops
        inside = page.isAncestorOf(widget) and widget.isVisibleTo(page) and widget.isEnabledTo(page)
        if (
            inside
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ):
            stops.append(widget)


def height(page, widget):
    """How far down the page; what is scrolled in a table is where the table is."""
    shown, at = widget, widget
    while at is not page.widget():
        at = at.parentWidget()
        shown = at if isinstance(at, QAbstractItemView) else shown
    return shown.mapTo(page.widget(), QPoint(0, 0)).y()


def test_tab_goes_down_the_page(counted):
    wrong = []
    for page in counted.pages:
        counted.go_to(page.ID)
        wait(lambda: not counted.session.busy)
        QApplication.processEvents()
        stops = [one for one in tabbed(page) if page.widget().isAncestorOf(one)]
        assert len(stops) > 2, page.ID
        for above, below in zip(stops, stops[1:]):
            if height(page, below) < height(page, above) - LINE:
                wrong.append(f"{page.ID}: {told(above)} → {told(below)}")
    assert not wrong, "\n".join(wrong)


def told(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    parent = type(widget.parent()).__name__
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()} in {parent}"
