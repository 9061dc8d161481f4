# SPDX-License-Identifier: MIT
"""A build's project opens in QGIS: every layer, in order, related, dated, in its projection, also in another folder."""

import shutil
import sys
import tempfile
from pathlib import Path

from desk import by_table, embedded, messages, opened

import hostile
from checks import SOURCE, WORK, build, check, end, fresh_folder, open_read_only
from qgis.core import (QgsApplication, QgsCoordinateTransform, QgsDistanceArea, QgsFeatureRequest, QgsGeometry, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsPointXY, QgsUnitTypes)
from qgis.gui import QgsAttributeDialog, QgsGui, QgsRelationEditorWidget
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QTabWidget

NAME = sys.argv[3]
DRAWN = ("attacks", "other_incidents", "launch_sites", "bases", "launch_to_target", "range_rings", "attack_areas",
         "uncertainty", "world_cities", "world_seas", "world_admin1", "world_lakes", "world_rivers", "world_countries")


def made():
    folder = fresh_folder(NAME)
    table = SOURCE / "data" / "incidents.csv"
    if NAME == "hostile":
        table = folder / "hostile.csv"
        hostile.write(table)
    done = build(table, folder / "out", "-f", "gpkg", "--rings", "20", "--around", "bases", "--no-ask",
                 "--title", "]]> <b>x</b> [% 1 %]")
    check(done.returncode == 0, f"the build ends with {done.returncode}\n{done.stderr[-2000:]}")
    return folder / "out" / f"{table.stem}.gpkg"


def check_tree(project, file):
    layers = by_table(project)
    # Points that may stand on one another are two layers: what is seen from near, and discs from afar.
    afar = [layer for layer in project.mapLayers().values() if layer.name().endswith(", from afar")]
    check(NAME == "hostile" or any("=attacks" in layer.source() for layer in afar), "attacks are no clusters from afar")
    for layer in afar:
        check(layer.renderer().type() == "pointCluster", f"{layer.name()} is drawn as {layer.renderer().type()}")
        near = layers[layer.source().split("layername=")[1]]
        check(near.renderer().type() == "pointDisplacement", f"{near.name()} is drawn as {near.renderer().type()} from near")
        for scale, seen in ((500_000, near), (1_900_000, near), (2_100_000, layer), (30_000_000, layer)):
            check([one.isInScaleRange(scale) for one in (near, layer)] == [seen is near, seen is layer],
                  f"1 : {scale} shows not only {seen.name()}")
    with open_read_only(file) as database:
        tables = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")} - {"layer_styles"}
    check(set(layers) == tables, f"the project has {sorted(layers)}, the file {sorted(tables)}")
    order = [layer.source().split("layername=")[1] for layer in project.layerTreeRoot().layerOrder()
             if layer.isSpatial() and layer not in afar]
    check(order == [table for table in DRAWN if table in tables], f"layers are drawn in the order {order}")
    attacks = next(node for node in project.layerTreeRoot().findLayers() if node.layer().source().endswith("=attacks"))
    check(attacks.isExpanded(), "the list of layers hides what the symbols of attacks mean")
    groups = [group.name() for group in project.layerTreeRoot().children()]
    check(groups[0] == "Incidents" and "Tables" in groups, f"the groups are {groups}")
    for layer in layers.values():
        check(layer.isValid(), f"{layer.name()} is not valid")
        check(not layer.source().startswith("/") or str(file.parent) in layer.source(), f"{layer.source()} is elsewhere")


def check_relations(project, file):
    relations = project.relationManager().relations()
    layers = by_table(project)
    check("sources_reports" in relations or "sources" not in layers, "sources do not lead to their reports")
    check("attacks_reports" in relations, "attacks do not lead to their reports")
    for name, relation in relations.items():
        check(relation.isValid(), f"the relation {name} is not valid")
        check(relation.name() and relation.strength() == 0, f"the relation {name} has no words, or owns its rows")
    relation = relations["attacks_reports"]
    with open_read_only(file) as database:
        counts = dict(database.execute("SELECT incident_id, count(*) FROM reports GROUP BY 1"))
    for attack in layers["attacks"].getFeatures(QgsFeatureRequest().setLimit(50)):
        found = sum(1 for _ in relation.getRelatedFeatures(attack))
        check(found == counts[attack["incident_id"]], f"{attack['incident_id']} leads to {found} reports")


def check_form(project):
    """An incident's form shows its reports, as the relation finds them, and what to check about it."""
    QgsGui.editorWidgetRegistry().initEditors()
    layers = by_table(project)
    attacks = layers["attacks"]
    wanted = max(attacks.getFeatures(), key=lambda attack: attack["report_count"])
    dialog = QgsAttributeDialog(attacks, wanted, False)
    dialog.resize(900, 700)
    dialog.show()
    tabs = dialog.findChild(QTabWidget)
    titles = [tabs.tabText(i) for i in range(tabs.count())]
    check(titles[:3] == ["What", "Where", "How sure"] and "Reports" in titles, f"the form has the tabs {titles}")
    tabs.setCurrentIndex(titles.index("Reports"))
    QgsApplication.processEvents()
    editors = [editor for editor in tabs.currentWidget().findChildren(QgsRelationEditorWidget)]
    check(len(editors) == 1 and editors[0].relation().id() == "attacks_reports", "the form's tab Reports shows no relation")
    found = sum(1 for _ in editors[0].relation().getRelatedFeatures(editors[0].feature()))
    check(found == wanted["report_count"], f"the form shows {found} reports of {wanted['report_count']}")
    dialog.grab().save(str(WORK / f"form_{NAME}.png"))
    dialog.close()


def check_source_of_report(project):
    """A report's form names its source in words, and leads to it."""
    layers = by_table(project)
    reports = layers["reports"]
    column = reports.fields().indexOf("source_id")
    setup = reports.editorWidgetSetup(column)
    check(setup.type() == "RelationReference", f"a report's source is shown by {setup.type()}")
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    report = next(reports.getFeatures("source_id IS NOT NULL"))
    shown = formatter.representValue(reports, column, setup.config(), None, report["source_id"])
    check(shown and shown != report["source_id"], f"a report's source is shown as {shown}")


def check_time(project, file):
    # With a step that QGIS does not know its window shows the first moment only.
    unit = project.timeSettings().timeStepUnit()
    check(unit not in (QgsUnitTypes.TemporalUnknownUnit, QgsUnitTypes.TemporalIrregularStep), f"the time goes on by {unit}")
    # QGIS 3.40 takes a project that does not say so for one whose time slider is on, and shows its last moment only.
    check(project.readNumEntry("TemporalControllerWidget", "/NavigationMode", -1) == (0, True), "the time slider is not off")
    shown = project.timeSettings().temporalRange()
    with open_read_only(file) as database:
        first = database.execute("SELECT min(time_from) FROM attacks").fetchone()[0]
        last = database.execute("SELECT max(time_until) FROM attacks").fetchone()[0]
    check(shown.begin().toUTC().toString("yyyy-MM-ddTHH:mm") <= first[:16], f"the time begins at {shown.begin()}, after {first}")
    check(shown.end().toUTC().toString("yyyy-MM-ddTHH:mm") >= last[:16], f"the time ends at {shown.end()}, before {last}")


def check_projection(project):
    """It is read; a ring of 20 km is round, and a length on the map is one on the ground."""
    crs = project.crs()
    check(crs.isValid() and not crs.isGeographic(), f"the project's reference system is {crs.toWkt()}")
    if NAME == "hostile":  # all over the world
        return
    check("+proj=laea" in crs.toProj() and "Lambert" in crs.description(), f"the projection is {crs.toProj()}, {crs.description()}")
    view = project.viewSettings().defaultViewExtent()
    check(not view.isNull() and view.width() > 1e5, f"the project opens on {view}")
    layers = by_table(project)
    to_map = QgsCoordinateTransform(layers["attacks"].crs(), crs, project)
    check(view.contains(to_map.transformBoundingBox(layers["attacks"].extent())), "the project does not open on all attacks")
    for ring in layers["range_rings"].getFeatures():
        shape = QgsGeometry(ring.geometry())
        shape.transform(to_map)
        box = shape.boundingBox()
        check(abs(box.width() / box.height() - 1) < 0.01, f"a ring is {box.width()} by {box.height()}")
        check(abs(box.width() - 40_000) < 400, f"a ring of 20 km is {box.width()} m wide")
    middle = view.center()
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(crs, project.transformContext())
    ruler.setEllipsoid(project.ellipsoid())
    length = ruler.measureLine(QgsPointXY(middle), QgsPointXY(middle.x() + 100_000, middle.y()))
    check(abs(length - 100_000) < 300, f"100 km on the map are {length} m")


def check_drawn(project):
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if layer.isSpatial()])
    settings.setDestinationCrs(project.crs())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setOutputSize(QSize(700, 500))
    settings.setBackgroundColor(project.backgroundColor())
    settings.setTransformContext(project.transformContext())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    check(not job.errors(), f"drawing fails: {[error.message for error in job.errors()]}")
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(0, 700, 3) for y in range(0, 500, 3)}
    check(len(colours) > 20, f"the map has {len(colours)} colours")


file = made()
elsewhere = Path(tempfile.mkdtemp(prefix="moved here "))
try:
    for path in file.parent.glob("*.*"):
        shutil.copy(path, elsewhere)
    for uri in (embedded(file, file.stem), str(file.with_suffix(".qgz")), str(elsewhere / f"{file.stem}.qgz"),
                embedded(elsewhere / file.name, file.stem)):
        project = opened(uri)
        check(project.title() == "]]> <b>x</b> [% 1 %]", f"the title is {project.title()}")
        check(project.metadata().abstract() and project.metadata().identifier(), "the project says nothing of itself")
        here = elsewhere if str(elsewhere) in uri or "moved" in uri else file.parent
        check_tree(project, here / file.name)
    project = opened(embedded(file, file.stem))
    check_relations(project, file)
    check_form(project)
    check_source_of_report(project)
    check_time(project, file)
    check_projection(project)
    check_drawn(project)
finally:
    shutil.rmtree(elsewhere)
check(not messages, f"QGIS says: {messages[:10]}")
end()
