"""Files are suggested away from the registers, and the folder of what was written is a click away."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from pathlib import Path

import pytest
from geofa_sociodemografi.core.gis.host.settings import Settings, save_settings
from geofa_sociodemografi.ui.widgets import messages, saving
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)


@pytest.fixture
def documents(monkeypatch, tmp_path):
    folder = tmp_path / "Dokumenter"
    folder.mkdir()
    monkeypatch.setattr(saving.QStandardPaths, "writableLocation", lambda _: str(folder))
    yield folder
    save_settings(Settings())


def test_nothing_is_suggested_where_registers_lie(dock, documents, tmp_path):
    registers = tmp_path / "registre" / "borgere"
    (registers / "gamle").mkdir(parents=True)
    addresses = tmp_path / "adresser.csv"
    addresses.write_text("x", encoding="utf-8")
    session = dock.session
    session.settings.saved_in = str(tmp_path / "registre")
    assert saving.suggested(session, "kort.png") == tmp_path / "registre" / "kort.png"
    session.state.registers = {"persons": str(registers)}
    for inside in (registers, registers / "gamle"):
        session.settings.saved_in = str(inside)
        assert saving.suggested(session, "kort.png") == documents / "kort.png"
    session.state.registers = {"persons": str(addresses)}  # a file: its folder, and what is in it
    session.settings.saved_in = str(tmp_path)
    assert saving.suggested(session, "kort.png").parent == Path.home()


def test_the_projects_folder_is_suggested_where_nothing_was_saved(dock, documents, tmp_path):
    (tmp_path / "projekt").mkdir()
    QgsProject.instance().setFileName(str(tmp_path / "projekt" / "p.qgz"))
    assert saving.suggested(dock.session, "kort.png") == tmp_path / "projekt" / "kort.png"


def test_the_folder_saved_in_last_is_remembered(dock, documents, tmp_path, monkeypatch):
    wanted = tmp_path / "rapporter"
    wanted.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted / "a.png"), ""))
    assert saving.ask_file(dock, dock.session, "Gem", "a.png", "PNG (*.png)") == wanted / "a.png"
    assert saving.suggested(dock.session, "b.png") == wanted / "b.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert saving.ask_file(dock, dock.session, "Gem", "a.png", "PNG (*.png)") is None


def test_the_folder_is_a_click_away(dock, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        messages.QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    written = tmp_path / "kort.png"
    written.write_bytes(b"")
    for path in (written, tmp_path):
        saving.wrote(dock.session, path, "Kortet er gemt")
        (button,) = dock.bar.currentItem().findChildren(QPushButton)
        assert button.text() == "Open the folder"
        button.click()
    assert opened == [tmp_path, tmp_path]
    dock.session.done.emit("Noget andet", [])
    assert dock.bar.currentItem().findChildren(QPushButton) == []
