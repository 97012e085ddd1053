"""Every input of every page has a name that a screen reader can say."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabWidget,
)

from tests.qgis.test_dock import dock, made, wait  # noqa: F401 (fixtures)
from tests.qgis.test_wheel import counted  # noqa: F401 (a fixture)

INPUTS = (
    QAbstractButton,
    QComboBox,
    QAbstractSpinBox,
    QAbstractSlider,
    QLineEdit,
    QPlainTextEdit,
    QAbstractItemView,
)
INSIDE = (QComboBox, QAbstractSpinBox, QAbstractItemView)
"""What has parts of Qt's own, which are read as it."""


def asked(root):
    """The inputs in ``root`` that a hand can reach."""
    for kind in INPUTS:
        for widget in root.findChildren(kind):
            own = type(widget).__module__.startswith("qgis") and isinstance(widget, QLineEdit)
            parent = widget.parent()
            part = any(isinstance(one, INSIDE) for one in (parent, parent and parent.parent()))
            cell = part and isinstance(widget, (QComboBox, QAbstractSpinBox))
            hidden = (
                not widget.isVisibleTo(root) or isinstance(widget, QScrollBar) or (own and part)
            )
            hidden = (
                hidden or widget.objectName() == "collapseButton"
            )  # QGIS' own, beside the title
            if (
                not hidden
                and (not part or cell)
                and type(parent).__name__
                not in (
                    "QTabBar",
                    "QgsFilterLineEdit",
                    "QgsAuthConfigSelect",
                    "QgsCollapsibleGroupBox",
                    "QComboBoxPrivateContainer",
                    "QgsMessageBar",
                )
            ):
                yield widget


def named(widget, buddies):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(text.strip("….&") or widget.accessibleName() or widget in buddies)


def nameless(root):
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    return [
        f"{type(one).__name__} {one.objectName()} {one.toolTip()} in {type(one.parent()).__name__}"
        for one in asked(root)
        if not named(one, buddies)
    ]


def test_every_input_of_every_page_has_a_name(counted):
    found = {}
    for page in counted.pages:
        counted.go_to(page.ID)
        wait(lambda: not counted.session.busy)
        for tabs in page.findChildren(QTabWidget):
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                wait(lambda: not counted.session.busy)
                QApplication.processEvents()
                found.setdefault(page.ID, set()).update(nameless(page))
        QApplication.processEvents()
        found.setdefault(page.ID, set()).update(nameless(page))
    left = [f"{page}: {text}" for page, texts in found.items() for text in sorted(texts)]
    assert not left, "\n".join(left)
    assert sum(1 for _ in asked(counted.page("calculation"))) > 10


def test_the_line_of_steps_and_what_is_around_the_pages_has_names(counted):
    assert [one for one in nameless(counted) if "ToolButton" in one or "ComboBox" in one] == []
