"""Makes the plugin importable and offers a small example municipality."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest  # noqa: E402

from tests import package  # noqa: E402
from tests.windows import pytest_runtest_protocol  # noqa: E402, F401 (the hook lays Windows' rules)

SMALL = 6_000


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with oracles and real geography; tests that need it are skipped in a clone alone."""
    if not (package.SHARED / "data").exists():
        pytest.skip("no shared data beside the checkout")
    return package.SHARED / "data"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Files of an example municipality of 6,000 residents, in a folder with æøå and a space."""
    from geofa_sociodemografi.core.example.municipality import make_example
    from geofa_sociodemografi.core.progress import Silent

    return make_example(tmp_path_factory.mktemp("data") / "Ærø kommune å", Silent(), SMALL, 25, 7)
