"""The plugin's own layers in a project: how they are known again, and where they stand in its tree.

Read when the panel is built, so nothing here brings pandas.
"""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import (
    QgsDataProvider,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsLayerTreeNode,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...plain_text import expression_text
from .style import renew_tip, tip_as_text

GROUP = "Sociodemografi"
ROLE, ROLE_RISK, ROLE_TIME, ROLE_AREAS = "sociodemografi/role", "risk", "time", "areas"
ROLE_LIVE, ROLE_INDEX, ROLE_FIGURES = "live_index", "index", "figures"
OF_EARLIER_INDEX = "index:"
"""What the role of an index' layer began with before 0.9: each index had its own."""
AREA_SET = "sociodemografi/area_set"


def project_group(project: QgsProject) -> QgsLayerTreeGroup:
    """The plugin's group in the layer tree, made at the top when it is not there."""
    root = project.layerTreeRoot()
    return root.findGroup(GROUP) or root.insertGroup(0, GROUP)


def existing(project: QgsProject, role: str, area_set: str) -> Optional[QgsVectorLayer]:
    """The project's layer of ``role`` for ``area_set``, if it has one."""
    for layer in project.mapLayers().values():
        if layer.customProperty(ROLE) == role and layer.customProperty(AREA_SET) == area_set:
            return layer
    return None


def layers_of_set(project: QgsProject, area_set: str) -> List[QgsVectorLayer]:
    """The plugin's layers of ``area_set``, whatever they show of it."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.customProperty(ROLE) and layer.customProperty(AREA_SET) == area_set
    ]


def add_to_group(
    project: QgsProject, layer: QgsVectorLayer, role: str, visible: bool = True
) -> QgsVectorLayer:
    """Put ``layer`` into the group, in the place of an earlier layer of the same role and area set.

    The earlier layer keeps its place, visibility and the user's style: it is pointed at the new
    data.
    """
    layer.setCustomProperty(ROLE, role)
    earlier = existing(project, role, layer.customProperty(AREA_SET))
    if earlier is not None:
        earlier.setDataSource(
            layer.source(), layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions()
        )
        earlier.setMetadata(layer.metadata())
        renew_tip(earlier, layer.mapTipTemplate())
        earlier.triggerRepaint()
        return earlier
    tip_as_text(layer)
    project.addMapLayer(layer, False)
    group = project_group(project)
    outlines = [i for i, node in enumerate(group.children()) if _role_of(node) == ROLE_AREAS]
    above_outlines = outlines[0] if outlines and role != ROLE_AREAS else len(group.children())
    node = group.insertLayer(above_outlines, layer)
    node.setItemVisibilityChecked(visible)
    node.setExpanded(visible)
    return layer


def _role_of(node: QgsLayerTreeNode) -> Optional[str]:
    layer = node.layer() if hasattr(node, "layer") else None
    return None if layer is None else layer.customProperty(ROLE)


def remove_layers(project: QgsProject, area_sets: Sequence[str]) -> None:
    """Take the risk maps of ``area_sets`` out of the project: nothing is judged there any more."""
    gone = [existing(project, role, one) for one in area_sets for role in (ROLE_RISK, ROLE_TIME)]
    project.removeMapLayers([layer.id() for layer in gone if layer is not None])


def background_of(project: QgsProject) -> Optional[QgsVectorLayer]:
    """The project's layer of outlines, if it has one."""
    return next(
        (la for la in project.mapLayers().values() if la.customProperty(ROLE) == ROLE_AREAS), None
    )


def live_layers(project: QgsProject, roles: Sequence[str] = (ROLE_LIVE, ROLE_FIGURES)) -> List[str]:
    """The ids of the layers whose figures are in memory alone."""
    return [
        layer.id() for layer in project.mapLayers().values() if layer.customProperty(ROLE) in roles
    ]


def to_top(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Put ``layer`` at the top of its group."""
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent()
    group.insertChildNode(0, node.clone())
    group.removeChildNode(node)


def show_alone(project: QgsProject, layer: Optional[QgsVectorLayer]) -> None:
    """Let ``layer`` be the only one of the plugin's maps that is seen; outlines, and whatever else
    the project has, stay as they are."""
    for node in project.layerTreeRoot().findLayers():
        other = node.layer()
        role = "" if other is None else str(other.customProperty(ROLE) or "")
        if other is layer:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif role and role != ROLE_AREAS and node.itemVisibilityChecked():
            node.setItemVisibilityChecked(False)


def extent_of(layer: QgsVectorLayer) -> QgsRectangle:
    """The box around the features the layer shows; a filtered view does not know its own extent."""
    box = QgsRectangle()
    for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
        box.combineExtentWith(feature.geometry().boundingBox())
    return box


def area_expression(area_id: str) -> str:
    """An expression that selects the area."""
    return f'"area_id" = {expression_text(area_id)}'
