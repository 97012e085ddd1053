"""One notch of the wheel over any input of any page scrolls the page; what was clicked is turned."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
)

from tests.qgis.test_dock import compute, dock, load, made, wait  # noqa: F401 (fixtures)


def notch(widget):
    """A wheel's notch over ``widget``; what nobody takes goes on to the parent, as Qt does with the hand's own."""
    while widget is not None:
        at = QPoint(widget.width() // 2, widget.height() // 2)
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        if event.isAccepted() or widget.isWindow():
            return
        widget = widget.parentWidget()


def state(widget):
    if isinstance(widget, (QComboBox, QTabBar)):
        return widget.currentIndex()
    return widget.text() if isinstance(widget, QAbstractSpinBox) else widget.value()


def inputs(root):
    """Everything in ``root`` that a wheel could turn, found by another way than the guard's."""
    found = []
    for kind in (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar):
        found += [one for one in root.findChildren(kind) if not isinstance(one, QScrollBar)]
    return [one for one in found if one.window() is root.window()]


def turned(widgets):
    """Those that a notch over them, or over the line they are written in, has changed."""
    changed = []
    for widget in widgets:
        for place in (widget, *widget.findChildren(QLineEdit)):
            before = state(widget)
            notch(place)
            if state(widget) != before:
                changed.append((widget.objectName() or type(widget).__name__, before))
    return changed


@pytest.fixture
def counted(made):  # noqa: F811
    load(made)
    made.go_to("calculation")
    compute(made)
    return made


def test_no_page_is_changed_by_the_wheel(counted):
    seen = 0
    for page in counted.pages:
        counted.go_to(page.ID)
        wait(lambda: not counted.session.busy)
        for tabs in page.findChildren(QTabWidget):
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                wait(lambda: not counted.session.busy)
        QApplication.processEvents()
        found = inputs(page)
        seen += len(found)
        assert turned(found) == [], page.ID
    assert seen > 80  # the weights are many


def test_the_page_is_scrolled_instead(counted):
    page = counted.page("calculation")
    counted.resize(410, 400)
    counted.go_to(page.ID)
    QApplication.processEvents()
    page.verticalScrollBar().setValue(0)
    assert page.verticalScrollBar().maximum() > 0
    notch(page.rules.rule_set)
    assert page.verticalScrollBar().value() > 0


def test_focus_alone_is_no_reason_to_be_turned(counted):
    page = counted.page("calculation")
    counted.go_to(page.ID)
    QApplication.setActiveWindow(counted)
    for reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
        page.rules.closeness.setFocus(reason)
        QApplication.processEvents()
        assert page.rules.closeness.hasFocus() and turned([page.rules.closeness]) == []


def test_what_was_clicked_is_turned_until_it_is_left(counted):
    page = counted.page("calculation")
    counted.go_to(page.ID)
    QApplication.setActiveWindow(counted)
    for clicked in (page.rules.closeness, page.rules.closeness.findChild(QLineEdit)):
        page.rules.closeness.setValue(5)
        QTest.mouseClick(clicked, Qt.MouseButton.LeftButton)
        notch(page.rules.closeness)
        assert page.rules.closeness.value() == 4
        page.rules.use_origin.setFocus(Qt.FocusReason.TabFocusReason)
        notch(page.rules.closeness)
        assert page.rules.closeness.value() == 4


def test_what_is_made_later_is_guarded_too(counted):
    page = counted.page("map")
    counted.go_to(page.ID)
    QApplication.processEvents()
    box, form = page.group("Later")
    number, day, list_ = QSpinBox(), QDateEdit(), QComboBox()
    list_.addItems(["a", "b", "c"])
    for widget in (number, day, list_):
        form.addRow(widget)
    page.column.addWidget(box)
    QApplication.processEvents()
    assert turned([number, day, list_]) == []
    last = QSpinBox(value=5)
    form.addRow(last)
    QApplication.processEvents()
    assert turned([last]) == []


def test_the_window_of_an_indicator_is_guarded(counted):
    page = counted.page("calculation")
    page.indicators.tree.setCurrentItem(next(page.indicators.items()))
    page.copy.click()
    QApplication.processEvents()
    found = inputs(page.editor)
    assert len(found) == 4 and turned(found) == []
    page.editor.close()


def test_a_window_of_its_own_can_be_guarded_alone():
    from geofa_sociodemografi.ui.widgets.wheel import guard

    free, guarded = QDialog(), QDialog()
    for window in (free, guarded):
        QVBoxLayout(window).addWidget(QSpinBox(window, value=5))
    guard(guarded)
    for window in (free, guarded):
        window.show()
    QApplication.processEvents()
    assert turned(guarded.findChildren(QSpinBox)) == []
    assert turned(free.findChildren(QSpinBox)) != []  # the notch is one that turns
    free.close(), guarded.close()
