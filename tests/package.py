"""Makes the checkout importable as ``geofa_sociodemografi``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

NAME = "geofa_sociodemografi"
ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

if NAME not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        NAME, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)
