"""GeoFA's stand-in for the session, its login, and QGIS."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from tests.qgis.conftest import algorithm, empty_project, qgis_application  # noqa: F401 (fixtures)
from tests.services.odense import ODENSES, THEME, stored_login


@pytest.fixture(scope="session")
def geofa():
    """A running service with the example municipality's districts."""
    if shutil.which("spawn-fcgi") is None:
        pytest.fail("the service's programs are not installed: make apt-test")
    from tests.services.geofa import server
    from tests.services.geofa.example import register_example

    service = server.new(Path(tempfile.mkdtemp(prefix="geofa-test-")) / "service")
    service.folder.parent.chmod(0o755)
    try:
        service.start()
        register_example(service)
        yield service
    finally:
        service.stop()
        shutil.rmtree(service.folder.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def master(qgis_application):  # noqa: F811
    """QGIS' store of passwords, open."""
    assert QgsApplication.authManager().setMasterPassword("hovedkode", True)


@pytest.fixture
def login(master):
    """An authentication configuration of kom461."""
    identifier = stored_login("odense", "workshop")
    yield identifier
    QgsApplication.authManager().removeAuthenticationConfig(identifier)


@pytest.fixture
def empty(geofa):
    """No district of Odense."""
    geofa.forget(THEME, ODENSES)
    yield geofa
    geofa.forget(THEME, ODENSES)
