"""``sociodemografi:statbank``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...catalogue.indicators.choices import comparator_ids
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm
from ..parameters import MUNICIPALITY, names_of
from ..tables import write_table

OWN_TABLE = "table"


class StatBank(SociodemografiAlgorithm):
    """Fetches reference values, or any table, from Statistics Denmark."""

    ID = "statbank"
    COMPARATOR, TABLE, SELECTION, TIME, URL, OUTPUT = (
        "COMPARATOR",
        "TABLE",
        "SELECTION",
        "TIME",
        "URL",
        "OUTPUT",
    )

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Fetch reference values from Statistics Denmark")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterEnum(
                self.COMPARATOR,
                tr("Comparator (or table, to choose one by hand)"),
                [*comparator_ids(), OWN_TABLE],
                False,
                comparator_ids()[0],
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                MUNICIPALITY,
                tr("Municipality code (four digits; empty for the country alone)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TIME, tr("Periods as StatBank writes them, or (1) for the newest"), "(1)"
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TABLE, tr("Table (for example FOLK1A)"), None, False, True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.SELECTION,
                tr(
                    "Selection (JSON: variable → list of codes, for example {example})",
                    example='{"OMRÅDE": ["000"], "KØN": ["TOT"]}',
                ),
                None,
                True,
                True,
            )
        )
        url = QgsProcessingParameterString(
            self.URL, tr("Address of StatBank (empty for Statistics Denmark)"), None, False, True
        )
        url.setFlags(url.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(url)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Figures"), compat.ANY_VECTOR_SOURCE)
        )

    def compute(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        """Ask, and write the answer."""
        from ...catalogue.indicators.comparators import comparator
        from ...catalogue.law.municipalities import municipality_code
        from ...gis.host.network import qgis_session
        from ...gis.host.settings import answer_cache
        from ...statbank.client import HOURS_KEPT, PRODUCTION, StatBankClient
        from ...statbank.comparators import fetch_comparator

        progress = FeedbackProgress(feedback)
        url = self.parameterAsString(parameters, self.URL, context).strip() or PRODUCTION
        client = StatBankClient(
            qgis_session(feedback), url, cache=answer_cache("statbank", HOURS_KEPT)
        )
        times = names_of(self.parameterAsString(parameters, self.TIME, context))
        name = self.parameterAsString(parameters, self.COMPARATOR, context)
        if name == OWN_TABLE:
            table = self.parameterAsString(parameters, self.TABLE, context).strip()
            if not table:
                raise InputError(tr("No table is named."), tr("Write its id, for example FOLK1A."))
            text = self.parameterAsString(parameters, self.SELECTION, context)
            selection = {"Tid": list(times), **_selection_of(text)}
            found = client.data(table, selection, progress)
        else:
            about = comparator(name)
            code = self.parameterAsString(parameters, MUNICIPALITY, context).strip()
            found = fetch_comparator(
                client, about, municipality_code(code) if code else "", progress, times
            )
            feedback.pushWarning(
                tr("How it differs from the indicator: {text}", text=in_language(about.differs))
            )
        feedback.pushInfo(tr("Source: Statistics Denmark, statistikbanken.dk (CC BY 4.0)."))
        return {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, found)}


def _selection_of(text: str) -> dict:
    from ...catalogue.json_text import JsonError, parse

    try:
        selection = parse(text) if text.strip() else {}
    except JsonError:
        selection = None
    if not isinstance(selection, dict) or not all(
        isinstance(codes, list) and all(isinstance(code, str) for code in codes)
        for codes in selection.values()
    ):
        raise InputError(
            tr("The selection is not a JSON object from variable to list of codes."),
            tr("Write it like {example}.", example='{"OMRÅDE": ["000"], "KØN": ["TOT"]}'),
        )
    return selection
