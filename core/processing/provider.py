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
        from .districts.check_districts import CheckDistricts
        from .districts.compare_geofa import CompareGeofa
        from .districts.coverage import GeofaCoverage
        from .districts.load_theme import LoadTheme
        from .districts.send_geofa import SendGeofa
        from .districts.upload_file import GeofaUploadFile
        from .editions.audit_release import AuditRelease
        from .editions.drawn_areas import DrawnAreas
        from .editions.export_package import ExportPackage
        from .editions.import_package import ImportPackage
        from .editions.protect import Protect
        from .editions.publish_edition import PublishEdition
        from .index.composite_index import CompositeIndex
        from .index.neighbours import FindNeighbours
        from .index.stability import IndexStability
        from .law.assess_criteria import AssessCriteria
        from .law.what_if import WhatIf
        from .maps.style_risk import StyleRisk
        from .registers.check_register import CheckRegister
        from .registers.count_indicators import CountIndicators
        from .registers.example_municipality import ExampleMunicipality
        from .registers.import_register import ImportRegister
        from .registers.run_monitor import RunMonitor
        from .registers.stat_bank import StatBank

        for algorithm in (
            LoadTheme,
            ImportRegister,
            CheckRegister,
            CountIndicators,
            AssessCriteria,
            StyleRisk,
            RunMonitor,
            StatBank,
            ExampleMunicipality,
            CheckDistricts,
            CompareGeofa,
            SendGeofa,
            GeofaUploadFile,
            GeofaCoverage,
            Protect,
            AuditRelease,
            PublishEdition,
            DrawnAreas,
            CompositeIndex,
            IndexStability,
            FindNeighbours,
            WhatIf,
            ExportPackage,
            ImportPackage,
        ):
            self.addAlgorithm(algorithm())
