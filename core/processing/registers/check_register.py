"""``sociodemografi:checkregister``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..tables import write_table
from .inputs import ADDRESSES, AREA_ID_FIELD, AREAS, read_area_set
from .one_register import add_reading_parameters, earlier_delivery, profiled_delivery, read_profile

if TYPE_CHECKING:
    from ...registers.values.questions import ColumnValues


class CheckRegister(SociodemografiAlgorithm):
    """Looks a register through before it is counted."""

    ID = "checkregister"
    REGISTER, PREVIOUS, DEVIATIONS = "REGISTER", "PREVIOUS", "STANDARD_DEVIATIONS"
    OUTPUT, FOUND, ERRORS, WARNINGS = "OUTPUT", "VALUES_OUTPUT", "ERRORS", "WARNINGS"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Check a register")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            TableOrFile(
                self.REGISTER, tr("Register (file, folder of monthly files, layer or table)")
            )
        )
        add_reading_parameters(self)
        self.addParameter(TableOrFile(ADDRESSES, tr("Address list (address_key, x, y)"), True))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                AREAS, tr("Areas"), [compat.POLYGON_SOURCE], None, True
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                AREA_ID_FIELD,
                tr("Field with the area id"),
                None,
                AREAS,
                QgsProcessingParameterField.DataType.Any,
                False,
                True,
            )
        )
        self.addParameter(
            TableOrFile(self.PREVIOUS, tr("The delivery before, to find jumps against"), True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.DEVIATIONS,
                tr("Standard deviations that make a jump"),
                QgsProcessingParameterNumber.Type.Double,
                3.0,
                False,
                0.5,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Findings"), compat.ANY_VECTOR_SOURCE)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.FOUND,
                tr("Values and what they mean"),
                compat.ANY_VECTOR_SOURCE,
                None,
                True,
                False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Warnings")))

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Check, and write the findings."""
        from ...catalogue.registers.kinds import COUNTED_KINDS, register_kind
        from ...gis.sources.register_source import sources_of
        from ...measures.self_check.check import ERROR, WARNING, as_table
        from ...pipeline.checking import check_inputs
        from ...pipeline.inputs import Choices, Inputs
        from ...registers.values.questions import values_table

        progress = FeedbackProgress(feedback)
        profile = read_profile(self, parameters, context)
        if profile.register not in COUNTED_KINDS:
            raise InputError(
                tr(
                    "The register {register} has no rows to check one by one.",
                    register=profile.register,
                ),
                tr("Choose one of {choices}.", choices=", ".join(COUNTED_KINDS)),
            )
        delivery = profiled_delivery(self, parameters, self.REGISTER, profile, context)
        before = earlier_delivery(self, parameters, self.PREVIOUS, profile, context)
        area_set = read_area_set(
            self,
            parameters,
            AREAS,
            self.parameterAsString(parameters, AREA_ID_FIELD, context),
            context,
            progress,
        )
        list_ = self.table_or_file(parameters, ADDRESSES, context)
        addresses = sources_of(list_, context.transformContext()) if list_ is not None else ()
        values: "Dict[str, List[ColumnValues]]" = {}
        found = check_inputs(
            Inputs([area_set] if area_set is not None else [], [delivery], addresses=addresses),
            Choices(period=delivery.period),
            progress,
            {profile.register: before} if before is not None else {},
            self.parameterAsDouble(parameters, self.DEVIATIONS, context),
            values=values,
        )
        checks = found[profile.register]
        for check in checks:
            feedback.pushInfo(f"{check.severity}: {check.text} {check.next_step}")
        told = {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, as_table(checks))}
        if parameters.get(self.FOUND) is not None:
            table = values_table(values[profile.register], register_kind(profile.register))
            told[self.FOUND] = write_table(self, parameters, self.FOUND, context, table)
        return {
            **told,
            self.ERRORS: sum(c.severity == ERROR for c in checks),
            self.WARNINGS: sum(c.severity == WARNING for c in checks),
        }
