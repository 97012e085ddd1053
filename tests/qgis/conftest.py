"""A QGIS without a window, in a throw-away profile, with the plugin's provider."""

from __future__ import annotations

import gc
import os
import sys
import threading

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.commands.application import start_qgis  # noqa: E402
from tests.windows import refuse_removed  # noqa: E402

_kept = []


@pytest.fixture(scope="session", autouse=True)
def qgis_application(tmp_path_factory):
    """The application; kept to the end of the process, as QGIS wants it."""
    _kept.append(start_qgis("en", str(tmp_path_factory.mktemp("profile"))))
    return _kept[0][0]


@pytest.fixture(scope="session", autouse=True)
def tasks_are_traced():
    """``make coverage`` sees what tasks do too: they run in threads of QGIS', which Python's tracing does not know of."""
    from geofa_sociodemografi.core.gis.host.tasks import WorkTask

    tracer, run = threading.gettrace(), WorkTask.run

    def traced(task):
        sys.settrace(tracer)
        return run(task)

    if tracer is not None:
        WorkTask.run = traced
    yield
    WorkTask.run = run


@pytest.fixture(autouse=True)
def nothing_removed_while_open(request):
    """C++ too removes and replaces nothing that is open: Windows would not let it."""
    yield
    refuse_removed(request.node)


@pytest.fixture(autouse=True)
def empty_project():
    """Every test begins and ends with an empty project, and begins without the windows of the one before.

    Those are garbage in cycles. Left to the collector they may go while a task allocates, in the task's thread, and Qt
    aborts where a widget goes in another thread than its own.
    """
    from qgis.core import QgsProject
    from qgis.PyQt.QtWidgets import QApplication

    if QApplication.topLevelWidgets():
        gc.collect()
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()


@pytest.fixture
def algorithm():
    """Run an algorithm by its short id; what it says is in ``algorithm.said``."""
    import processing
    from qgis.core import QgsProcessingFeedback

    class Listening(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.texts = []

        def pushInfo(self, text):
            self.texts.append(text)

        def pushWarning(self, text):
            self.texts.append(text)

        def reportError(self, text, fatalError=False):
            self.texts.append(text)

    def run(identifier, **parameters):
        feedback = Listening()
        run.said = feedback.texts
        for output in run.outputs.get(identifier, ("OUTPUT",)):
            parameters.setdefault(output, "memory:")
        return processing.run(f"sociodemografi:{identifier}", parameters, feedback=feedback)

    run.outputs = {
        "countindicators": ("OUTPUT", "OBSERVATIONS"),
        "stylerisk": (),
        "runmonitor": (),
        "examplemunicipality": (),
        "geofauploadfile": (),
    }
    run.said = []
    return run


@pytest.fixture
def housing(example):
    """The example's housing areas as a layer."""
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{example.districts}|layername=boligomraader", "Boligområder", "ogr")
