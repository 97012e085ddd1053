"""A login leaves no trace: no password or token on disk, in a log, a setting, a project or an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.host.settings import PREFIX
from qgis.core import QgsApplication, QgsProcessingException, QgsProject, QgsSettings

from tests.qgis.test_dock import wait
from tests.services.geofa import ddl
from tests.services.geofa.districts import table
from tests.services.odense import THEME, given, layer_of, stored_login
from tests.services.wire import wire

CANARY = "kanariefugl-æøå-7731"


def test_no_password_or_token_is_left_anywhere(empty, master, algorithm, tmp_path, capfd):
    """Work with a canary for password, well and badly, and look for it and its tokens in all that is left."""
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    empty.sql("DROP ROLE IF EXISTS kom430; DELETE FROM api.account WHERE name = 'kom430'")
    empty.sql(ddl.account("kom430", CANARY))
    login = stored_login("faaborg", CANARY, "kom430")
    logged, texts = [], []
    QgsApplication.messageLog().messageReceived.connect(
        lambda *words: logged.append(" ".join(map(str, words)))
    )
    dock = SociodemografiDock()
    dock.session.failed.connect(
        lambda error: texts.append(f"{error} {error.details} {error.__dict__}")
    )
    try:
        layer = layer_of(table([1, 2], noegle=None))
        with wire(empty.url) as line:
            shared = given(
                empty,
                login,
                layer,
                MUNICIPALITY="430",
                URL=line.url + "/gc2",
                MONITOR=str(tmp_path / "m.gpkg"),
            )
            for way in ("wfs-t", "sql"):
                for fault in ("", "after", (500, b"boom"), (401, b""), (200, b"<html>")):
                    line.fault, line.times = fault, 1
                    try:
                        algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False)
                    except QgsProcessingException as error:
                        texts.append(repr(error))
                    texts.extend(algorithm.said)
            dock.page("registration").access.server.setCurrentText(line.url)
            dock.page("registration").access.login.setConfigId(login)
            dock.page("registration").source.layer.setLayer(layer)
            line.fault, line.times = (401, b""), None
            dock.page("registration").compare.click()
            wait(lambda: not dock.session.busy, 60)
        project = tmp_path / "projekt.qgs"
        dock.session.save()
        assert QgsProject.instance().write(str(project))
        tokens = [
            t
            for t in empty.sql("SELECT token FROM api.token WHERE name = 'kom430'").split("\n")
            if t
        ]
        settings = QgsSettings()
        values = " ".join(f"{key}={settings.value(key)}" for key in settings.allKeys())
        sources = " ".join(each.source() for each in QgsProject.instance().mapLayers().values())
        places = {
            "settings": values,
            "log": " ".join(logged),
            "said": " ".join(texts),
            "sources": sources,
            "printed": "".join(capfd.readouterr()),
        }
        for folder in (tmp_path, Path(QgsApplication.qgisSettingsDirPath())):
            for file in folder.rglob("*"):
                if file.is_file() and not file.name.startswith("qgis-auth"):
                    places[str(file)] = file.read_bytes().decode("latin-1")
        for secret in [CANARY, CANARY.encode("utf-8").decode("latin-1"), *tokens]:
            assert [place for place, text in places.items() if secret in text] == []
        assert tokens and login in values, "only the configuration's id is kept"
    finally:
        dock.disconnect_project()
        QgsApplication.authManager().removeAuthenticationConfig(login)
        QgsSettings().remove(PREFIX, QgsSettings.Section.Plugins)
        empty.forget(THEME, "kommunekode = 430")


def test_an_address_with_a_password_in_it_is_refused(algorithm):
    from geofa_sociodemografi.core.geofa.server import server_of

    with pytest.raises(InputError, match="user name or password") as error:
        server_of("https://kom461:hemmelig@geofa.geodanmark.dk")
    assert "hemmelig" not in str(error.value)
