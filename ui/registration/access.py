"""Which GeoFA is written to, by whom, and how."""

from __future__ import annotations

from qgis.gui import QgsAuthConfigSelect, QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit

from ...core.geofa.server import PRODUCTION, TEST
from ...core.gis.host.settings import Settings
from ...core.i18n import tr
from ...core.web.address import is_safe_for_login
from ..widgets.plain import plain_label

WAYS = (("wfs-t", "WFS-T"), ("sql", "SQL API"))


class GeofaAccess(QgsCollapsibleGroupBox):
    """Server, login (an authentication configuration, never a password), who registers, and the way
    of writing.

    Signals:
        changed: another server or login is chosen.
    """

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__("GeoFA")
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.server = QComboBox()
        self.server.setEditable(True)
        self.server.addItems([TEST, PRODUCTION])
        self.server.setMinimumContentsLength(14)
        self.server.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.server.setToolTip(tr("The test server unless you choose production."))
        self.login = QgsAuthConfigSelect()
        self.plain = QCheckBox(tr("Send the login without encryption"))
        self.plain.setToolTip(
            tr(
                "Whoever listens on the network can read it then. Only for this one server, and "
                "only inside your own network."
            )
        )
        self.user = QLineEdit()
        self.user.setPlaceholderText(tr("the login's name"))
        self.user.setToolTip(tr("Is registered with every change as bruger_id."))
        self.way = QComboBox()
        for name, text in WAYS:
            self.way.addItem(text, name)
        form.addRow(tr("Server"), self.server)
        form.addRow(plain_label(tr("Login")))
        form.addRow(self.login)
        form.addRow(self.plain)
        form.addRow(tr("Who registers"), self.user)
        form.addRow(tr("Way"), self.way)
        self.server.currentTextChanged.connect(self._offer_plain)
        self.server.currentTextChanged.connect(self._emit_changed)
        self.plain.toggled.connect(self._emit_changed)
        self.login.selectedConfigIdChanged.connect(self._emit_changed)

    def _offer_plain(self, address: str) -> None:
        """Another address, another question; it is asked only where a login would travel readable
        to all."""
        self.plain.setChecked(False)
        self.plain.setVisible(
            address.strip().lower().startswith("http:") and not is_safe_for_login(address.strip())
        )

    def _emit_changed(self, *_: object) -> None:
        self.changed.emit()

    def show_settings(self, settings: Settings) -> None:
        """Show what was chosen last."""
        self.server.setCurrentText(settings.geofa_write_url)
        self.server.lineEdit().setCursorPosition(0)
        self._offer_plain(settings.geofa_write_url)
        self.plain.setChecked(
            bool(settings.geofa_plain_login)
            and settings.geofa_plain_login == settings.geofa_write_url
        )
        self.login.setConfigId(settings.geofa_authcfg)
        self.user.setText(settings.geofa_user)

    def keep(self, settings: Settings) -> None:
        """Put the choices into ``settings``."""
        settings.geofa_write_url = self.server.currentText().strip() or TEST
        settings.geofa_plain_login = settings.geofa_write_url if self.plain.isChecked() else ""
        settings.geofa_authcfg, settings.geofa_user = (
            self.login.configId(),
            self.user.text().strip(),
        )
