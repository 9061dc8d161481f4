# SPDX-License-Identifier: MIT
"""QGIS opens every layer and table of every file: valid, in EPSG:4326, with the right number of features, its style, no message."""

import html.parser
import os
import re
import tempfile

from checks import SETS, WORK, check, end, geopackages, open_read_only, skip

home = tempfile.mkdtemp(prefix="incidentmap qgis ")
os.environ.update(HOME=home, QGIS_CUSTOM_CONFIG_PATH=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="offscreen")
try:
    from qgis.core import (Qgis, QgsAction, QgsApplication, QgsEditFormConfig, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils,
                           QgsProviderRegistry, QgsRenderContext, QgsVectorLayer)
    from qgis.PyQt.QtXml import QDomDocument
except ImportError:
    skip("QGIS's Python is not installed (Debian packages python3-qgis, qgis-providers)")

messages = []
application = QgsApplication([], False)
application.initQgis()
QgsApplication.messageLog().messageReceived.connect(
    lambda text, tag, level: messages.append(f"{tag}: {text}") if int(level) in (1, 2) else None)


def check_layer(file, name, uri, count, spatial):
    layer = QgsVectorLayer(uri, name, "ogr")
    if not check(layer.isValid(), f"{file}: {name} is not valid in QGIS"):
        return
    check(layer.featureCount() == count, f"{file}: {name} has {layer.featureCount()} features in QGIS, not {count}")
    seen = 0
    for feature in layer.getFeatures():
        seen += 1
        if spatial:
            geometry = feature.geometry()
            if geometry.isNull() and name == "launch_to_target":  # launch place and target are one point: no line
                continue
            check(not geometry.isNull() and not geometry.isEmpty(), f"{file}: {name}: feature {feature.id()} has no geometry")
            check(geometry.isGeosValid(), f"{file}: {name}: feature {feature.id()} is not valid: {geometry.lastError()}")
    check(seen == count, f"{file}: QGIS reads {seen} features of {name}, not {count}")
    check(layer.isSpatial() == spatial, f"{file}: {name} is a layer in QGIS: {layer.isSpatial()}")
    if spatial:
        check(layer.crs().authid() == "EPSG:4326", f"{file}: {name} has the CRS {layer.crs().authid()}")


class Markup(html.parser.HTMLParser):
    """What a tip may hold: our own few tags, and links to the web."""

    def __init__(self, text):
        super().__init__()
        self.wrong = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        is_link = tag == "a" and len(attributes) == 1 and attributes[0][0] == "href" and WEB.fullmatch(attributes[0][1])
        if not is_link and (tag not in ("b", "br", "i") or attributes):
            self.wrong.append((tag, attributes))


WEB = re.compile(r"https?://[^\s\"<>\\^`{|}]+", re.IGNORECASE)


def opened(name, source):
    layer = QgsVectorLayer(source, name, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
    return layer, layer.loadDefaultStyle()


def expressions_of(layer):
    """All that a style has QGIS evaluate, by what it is for."""
    found = {"display": layer.displayExpression()}
    if layer.labelsEnabled():
        found["label"] = layer.labeling().settings().fieldName
    for i, tip in enumerate(re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.DOTALL)):
        found[f"tip {i + 1}"] = tip
    for i, action in enumerate(layer.actions().actions()):
        check(action.type() == QgsAction.OpenUrl, f"{layer.name()}: the action {action.name()} could run a program")
        template = re.fullmatch(r"\[%(.*)%\]", action.command(), re.DOTALL)
        check(template, f"{layer.name()}: the action {action.name()} is not one expression")
        found[f"action {i + 1}"] = template[1]
    return found


def check_form(file, layer):
    """Every column has a title, all but technical ones stand on one tab, closed lists are shown by their words."""
    form = layer.editFormConfig()
    check(form.layout() == QgsEditFormConfig.TabLayout, f"{file}: {layer.name()} has a form without tabs")
    on_tabs = [field.name() for tab in form.tabs() for field in tab.children()]
    check(len(on_tabs) == len(set(on_tabs)), f"{file}: {layer.name()}: a column stands on two tabs")
    hidden = {column.name for column in layer.attributeTableConfig().columns() if column.hidden and column.name}
    for i, field in enumerate(layer.fields()):
        if field.name() == "fid":
            continue
        check(layer.attributeAlias(i), f"{file}: {layer.name()}: {field.name()} has no title")
        check(field.name() in on_tabs or field.name() == "record", f"{file}: {layer.name()}: {field.name()} is on no tab")
    for name in ("time_from", "time_until", "feature_id"):
        check(layer.fields().indexOf(name) < 0 or name in hidden, f"{file}: {layer.name()}: {name} is not hidden")
        check(layer.fields().indexOf(name) < 0 or form.readOnly(layer.fields().indexOf(name)), f"{file}: {name} can be edited")
    for name in ("status", "where_prec", "method", "severity"):
        if layer.fields().indexOf(name) >= 0:
            widget = layer.editorWidgetSetup(layer.fields().indexOf(name))
            check(widget.type() == "ValueMap" and len(widget.config()["map"]) > 2, f"{file}: {layer.name()}: {name} is no closed list")
    if layer.fields().indexOf("date_start") >= 0:
        check(layer.editorWidgetSetup(layer.fields().indexOf("date_start")).type() == "DateTime", f"{file}: a day is no day")


def check_value(file, name, what, expression, value):
    check(not expression.hasParserError() and not expression.hasEvalError(),
          f"{file}: {name}: {what}: {expression.parserErrorString()}{expression.evalErrorString()}")
    text = "" if value is None else str(value)
    if what.startswith("tip"):
        wrong = Markup(text).wrong
        check(not wrong, f"{file}: {name}: {what} holds markup of the data: {wrong[:3]}")
    if what.startswith("action"):
        check(text == "" or WEB.fullmatch(text), f"{file}: {name}: {what} would open {text!r}")
    return text


def check_style(file, name, source, spatial):
    """The stored style is found, draws every feature, and its expressions hold for every feature."""
    layer, (message, loaded) = opened(name, source)
    check(loaded, f"{file}: {name} has no style: {message}")
    if not name.startswith("world_"):  # the base map, which nobody fills in
        check_form(file, layer)
    expressions = {what: QgsExpression(text) for what, text in expressions_of(layer).items()}
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    render = QgsRenderContext()
    inner = None
    if spatial:
        dated = layer.fields().indexOf("time_from") >= 0
        check(layer.temporalProperties().isActive() == dated, f"{file}: {name}: time is not as its columns are")
        renderer = layer.renderer()
        inner = renderer.embeddedRenderer() if renderer.type() in ("pointDisplacement", "pointCluster") else renderer
        if inner.type() == "nullSymbol":  # names alone, as of seas
            check(layer.labelsEnabled(), f"{file}: {name} draws nothing at all")
            inner = None
        else:
            inner.startRender(render, layer.fields())
    said = {what: 0 for what in expressions}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        render.expressionContext().setFeature(feature)
        if inner:
            check(inner.symbolsForFeature(feature, render), f"{file}: {name}: a feature has no symbol")
        for what, expression in expressions.items():
            said[what] += check_value(file, name, what, expression, expression.evaluate(context)) != ""
        check_words(file, name, feature, {what: expression.evaluate(context) for what, expression in expressions.items()})
    check(said["display"] or layer.featureCount() == 0, f"{file}: {name}: rows have no name")
    if inner:
        inner.stopRender(render)


def check_words(file, name, feature, said):
    """What must stand beside a number, a launch place, and the name of whoever is accused."""
    names = feature.fields().names()
    if name == "attacks" and feature["location_no"] == 1 and feature["weapon"]:
        if not feature["weapon_count_text"]:
            check(said["label"].endswith(", number not reported"), f"{file}: {said['label']!r} does not say that no number is known")
        else:
            check(f"{feature['weapon_count_text']} " in said["label"], f"{file}: {said['label']!r} has no number")
    if name == "launch_sites":
        check("Reported launch place (according to " in said["label"], f"{file}: {said['label']!r} does not say according to whom")
    tip = "".join(str(text) for what, text in said.items() if what.startswith("tip"))
    if "attributed_to" in names and feature["attributed_to"] and "Attributed to" in tip:
        check(tip.count("Attributed to ") <= tip.count(", according to "), f"{file}: {name}: an attribution stands alone: {tip!r}")


def check_sidecar(file, name, spatial):
    """The style beside a GeoJSON file is taken without being asked for, and says what the stored one says."""
    check(file.with_suffix(".qml").is_file(), f"{file.name} has no style beside it")
    layer, (message, loaded) = opened(name, str(file))
    check(loaded, f"{file.name}: its style is not loaded: {message}")
    check(layer.attributeAlias(layer.fields().indexOf("incident_id")) == "Incident" or layer.fields().indexOf("incident_id") < 0,
          f"{file.name} has no titles")
    if spatial:
        labels = layer.labelsEnabled() and layer.labeling().settings().fieldName
        check(name == "uncertainty" or labels, f"{file.name} has no labels")
        for feature in layer.getFeatures():
            context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
            context.setFeature(feature)
            expression = QgsExpression(labels or "1")
            expression.evaluate(context)
            check(not expression.hasParserError() and not expression.hasEvalError(), f"{file.name}: a label fails")


def check_relations(path):
    """From an incident to its reports and from a source too, by foreign keys that hold for every row."""
    with open_read_only(path) as file:
        tables = {row[0] for row in file.execute("SELECT table_name FROM gpkg_contents")}
        check(not file.execute("PRAGMA foreign_key_check").fetchall(), f"{path.name}: rows refer to what is not there")
        for table in tables - {"layer_styles"}:
            for key in file.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
                check(key[2] in tables, f"{path.name}: {table} refers to {key[2]}, which is left out")
        for table in ("reports", "disagreements", "findings", "attacks", "attack_areas", "not_mapped", "launch_sites"):
            keys = {(key[2], key[3]) for key in file.execute(f'PRAGMA foreign_key_list("{table}")')}
            check(table not in tables or ("incidents", "incident_id") in keys, f"{path.name}: {table} has no key to incidents")
        keys = {(key[2], key[3]) for key in file.execute("PRAGMA foreign_key_list(reports)")}
        check(("sources" in tables) == (("sources", "source_id") in keys), f"{path.name}: reports and sources: {keys}")


def check_further_styles(path):
    """Points that may stand on one another have a second style to switch to; one of a table's styles is its default."""
    with open_read_only(path) as file:
        stored = file.execute("SELECT f_table_name, group_concat(styleName), sum(useAsDefault) FROM layer_styles GROUP BY 1").fetchall()
        qml = file.execute("SELECT f_table_name, styleName, styleQML FROM layer_styles WHERE useAsDefault = 0").fetchall()
    for table, names, defaults in stored:
        check(defaults == 1, f"{path.name}: {table} has {defaults} default styles")
        stacks = table in ("attacks", "other_incidents", "launch_sites")
        check(("Cluster" in names.split(",")) == stacks, f"{path.name}: {table} has the styles {names}")
    for table, name, text in qml:
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
        document = QDomDocument()
        check(document.setContent(text)[0], f"{path.name}: the style {name} of {table} is no XML")
        done, message = layer.importNamedStyle(document)
        check(done, f"{path.name}: the style {name} of {table} cannot be used: {message}")
        check(layer.renderer().type() == ("pointCluster" if name == "Cluster" else "pointDisplacement"),
              f"{path.name}: the style {name} of {table} draws as {layer.renderer().type()}")


def check_geopackage(path):
    with open_read_only(path) as file:
        tables = [(table, file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0], kind == "features")
                  for table, kind in file.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
                  if table != "layer_styles"]  # where QGIS looks for styles, and is no layer
    offered = {layer.name() for layer in QgsProviderRegistry.instance().querySublayers(str(path))}
    check(offered == {table for table, _, _ in tables}, f"{path.name}: QGIS offers {sorted(offered)}")
    for table, count, spatial in tables:
        check_layer(path.name, table, f"{path}|layername={table}", count, spatial)
        check_style(path.name, table, f"{path}|layername={table}", spatial)
    check_further_styles(path)
    check_relations(path)
    return {table: count for table, count, _ in tables}


for path, name in zip(geopackages(), SETS):
    counts = check_geopackage(path)
    for file in sorted((WORK / name / "out").glob("*.geojson")):
        layer = file.stem[len(path.stem) + 1:]
        if layer in counts:
            spatial = '"geometry":{' in file.read_text(encoding="utf-8").replace(" ", "")
            check_layer(file.name, layer, str(file), counts[layer], spatial)
            check_sidecar(file, layer, spatial)
        else:
            check(False, f"{file.name} has no counterpart in {path.name}")
check(not messages, f"QGIS says: {messages[:10]}")
print(f"QGIS {Qgis.QGIS_VERSION}")
end()
