"""The main job on the example municipality, without a window: the same jobs as the dock's buttons.

Leaves in the folder: the example municipality, ``monitor.gpkg``, ``demo.qgz`` that opens styled,
``risk.png``; prints the areas by risk level.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests import package  # noqa: F401 (makes the plugin importable)
from tests.commands.application import start_qgis


def main(folder: Path, language: str, residents: int = 60_000) -> None:
    """Run every step and print what was done."""
    application, plugin = start_qgis(language)
    from geofa_sociodemografi.core.errors import SociodemografiError
    from geofa_sociodemografi.core.example.files import OTHER_REGISTERS
    from geofa_sociodemografi.core.gis.host.feedback import FeedbackProgress
    from geofa_sociodemografi.core.gis.host.project_state import ProjectState, save_state
    from geofa_sociodemografi.core.gis.jobs.calculation import compute
    from geofa_sociodemografi.core.gis.jobs.data import load_registers
    from geofa_sociodemografi.core.gis.jobs.inputs import ChosenSources
    from geofa_sociodemografi.core.gis.jobs.start import make_example_monitor
    from geofa_sociodemografi.core.gis.law.earlier_lists import read_history_source
    from geofa_sociodemografi.core.gis.maps.layers import publish_risk_maps
    from geofa_sociodemografi.core.gis.maps.map_image import save_map_image
    from geofa_sociodemografi.core.gis.maps.project_layers import background_of
    from geofa_sociodemografi.core.i18n import tr
    from geofa_sociodemografi.core.periods import period_text
    from geofa_sociodemografi.core.pipeline.inputs import Choices
    from geofa_sociodemografi.core.registers.delivery import DeliveryProfile
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from geofa_sociodemografi.core.version import plugin_version
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingFeedback, QgsProject

    folder.mkdir(parents=True, exist_ok=True)
    progress = FeedbackProgress(QgsProcessingFeedback())
    started = time.monotonic()
    monitor = folder / "example" / "monitor.gpkg"
    monitor.unlink(missing_ok=True)
    try:
        files, _ = make_example_monitor(folder / "example", residents, progress)
        target = folder / "monitor.gpkg"
        target.unlink(missing_ok=True)
        monitor.replace(target)
        made = time.monotonic()
        sets = MonitorFile(target).areas.sets()["area_set"].tolist()
        registers = {
            kind: str(files.register(kind).resolve()) for kind in ("persons", *OTHER_REGISTERS)
        }
        given = ChosenSources(
            {kind: (path, DeliveryProfile("", kind)) for kind, path in registers.items()},
            str(files.addresses),
            str(files.references),
        )
        context = QgsCoordinateTransformContext()
        loaded = load_registers(given, target, sets, "", context, progress)
        checked = time.monotonic()
        computed = compute(
            target,
            sets,
            given,
            read_history_source(str(files.history)),
            Choices(municipality="0999"),
            loaded.table,
            plugin_version(),
            context,
            progress,
        )
        counted = time.monotonic()
        project = QgsProject.instance()
        periods = sorted(computed.assessments[sets[0]]["period"].unique())
        area_sets = [MonitorFile(target).areas.load(identifier) for identifier in sets]
        layers = publish_risk_maps(project, MonitorFile(target), area_sets, periods)
        save_state(
            project,
            ProjectState(
                monitor=str(target.resolve()),
                municipality="0999",
                area_sets=sets,
                registers=registers,
                addresses=str(files.addresses.resolve()),
                references=str(files.references.resolve()),
                history=str(files.history.resolve()),
                shown_period=periods[-1],
            ),
        )
        project.setTitle(tr("Example municipality (fictional)"))
        show_extent(project, layers[0])
        if not project.write(str(folder / "demo.qgz")):
            sys.exit(f"The project cannot be written: {project.error()}")
        save_map_image(
            project,
            [layers[0], background_of(project)],
            folder / "risk.png",
            tr("Risk level, {name}", name=area_sets[0].name),
            period_text(periods[-1]),
            tr("Indicative calculation: the ministry's list is the decision.")
            + " "
            + tr("Example municipality (fictional)"),
        )
    except SociodemografiError as error:
        print(f"{error}\n{error.details}")
        sys.exit(1)
    print_levels(computed, area_sets, periods[-1])
    print(f"\n{folder}/: monitor.gpkg, demo.qgz, risk.png, example/")
    print(
        f"example {made - started:.1f} s, self-check of {len(registers)} registers {checked - made:.1f} s "
        f"({len(loaded.checks)} findings), {len(loaded.servable)} indicators counted and judged in "
        f"{counted - checked:.1f} s ({computed.rows:,} residents' rows, {len(sets)} area sets, {len(periods)} periods)"
    )
    sys.stdout.flush()
    del layers
    project.clear()
    del project, plugin, application
    os._exit(0)  # QGIS' own clean-up can crash after everything is written


def show_extent(project: object, layer: object) -> None:
    """Let the project open on the areas."""
    from geofa_sociodemografi.core.gis.maps.project_layers import extent_of
    from qgis.core import QgsReferencedRectangle

    box = extent_of(layer)
    box.scale(1.2)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(box, layer.crs()))


def print_levels(computed: object, area_sets: list, period: str) -> None:
    """The areas of the newest period by risk level, the gravest first."""
    from geofa_sociodemografi.core.catalogue.law.risk_levels import risk_levels
    from geofa_sociodemografi.core.i18n import in_language, tr
    from geofa_sociodemografi.core.numbers import number

    names = {level.id: in_language(level.name) for level in risk_levels()}
    for area_set in area_sets:
        table = computed.assessments[area_set.id]
        table = table[table["period"] == period].merge(
            area_set.areas[["area_id", "name"]], on="area_id"
        )
        print(f"\n{area_set.name}, {period}")
        for level in reversed(list(names)):
            rows = table[table["risk_level"] == level]
            listed = len(rows) <= 10
            print(
                f"  {names[level]:32} {len(rows):3}  "
                + (
                    ", ".join(
                        f"{r.name} ({number(r.population)})"
                        for r in rows[["name", "population"]].itertuples(index=False)
                    )
                    if listed
                    else ""
                )
            )
    print("\n" + tr("Indicative calculation: the ministry's list is the decision."))


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        sys.argv[2] if len(sys.argv) > 2 else "da",
        int(sys.argv[3]) if len(sys.argv) > 3 else 60_000,
    )
