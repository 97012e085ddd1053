"""The Processing provider."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .base import RESOURCES


class SociodemografiProvider(QgsProcessingProvider):
    """Provider ``sociodemografi``."""

    def id(self) -> str:
        """Fixed for ever."""
        return "sociodemografi"

    def name(self) -> str:
        """What the toolbox shows."""
        return "GeoFA Sociodemografi"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(RESOURCES / "icons" / "sociodemografi.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Add the algorithms; none of them imports pandas before it runs."""
        from .assess_criteria import AssessCriteria
        from .audit_release import AuditRelease
        from .check_districts import CheckDistricts
        from .check_register import CheckRegister
        from .compare_geofa import CompareGeofa
        from .composite_index import CompositeIndex
        from .count_indicators import CountIndicators
        from .drawn_areas import DrawnAreas
        from .example_municipality import ExampleMunicipality
        from .export_package import ExportPackage
        from .find_neighbours import FindNeighbours
        from .geofa_coverage import GeofaCoverage
        from .geofa_upload_file import GeofaUploadFile
        from .import_package import ImportPackage
        from .import_register import ImportRegister
        from .index_stability import IndexStability
        from .load_theme import LoadTheme
        from .protect import Protect
        from .publish_edition import PublishEdition
        from .run_monitor import RunMonitor
        from .send_geofa import SendGeofa
        from .stat_bank import StatBank
        from .style_risk import StyleRisk
        from .what_if import WhatIf

        for algorithm in (LoadTheme, ImportRegister, CheckRegister, CountIndicators, AssessCriteria, StyleRisk,
                          RunMonitor, StatBank, ExampleMunicipality, CheckDistricts, CompareGeofa, SendGeofa,
                          GeofaUploadFile, GeofaCoverage, Protect, AuditRelease, PublishEdition,
                          DrawnAreas, CompositeIndex, IndexStability, FindNeighbours, WhatIf, ExportPackage,
                          ImportPackage):
            self.addAlgorithm(algorithm())
