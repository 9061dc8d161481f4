# SPDX-License-Identifier: MIT
"""QGIS opens every layer and table of every file: valid, in EPSG:4326, with the right number of features, its style, no message."""

import os
import re
import tempfile

from checks import SETS, WORK, check, end, geopackages, open_read_only, skip

home = tempfile.mkdtemp(prefix="incidentmap qgis ")
os.environ.update(HOME=home, QGIS_CUSTOM_CONFIG_PATH=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="offscreen")
try:
    from qgis.core import (Qgis, QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils,
                           QgsProviderRegistry, QgsRenderContext, QgsVectorLayer)
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


def check_style(file, name, source, spatial):
    """The stored style is found, draws every feature, and its expressions hold for every feature."""
    layer = QgsVectorLayer(source, name, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
    message, loaded = layer.loadDefaultStyle()
    check(loaded, f"{file}: {name} has no style: {message}")
    check(all(layer.attributeAlias(i) for i, field in enumerate(layer.fields()) if field.name() != "fid"),
          f"{file}: {name} has a column without a title")
    if not spatial:
        return
    dated = layer.fields().indexOf("time_from") >= 0
    check(layer.temporalProperties().isActive() == dated, f"{file}: {name}: time is not as its columns are")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expressions = {"label": layer.labeling().settings().fieldName} if layer.labelsEnabled() else {}
    tips = re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.DOTALL)
    expressions.update({f"tip {i + 1}": tip for i, tip in enumerate(tips)})
    renderer = layer.renderer()
    inner = renderer.embeddedRenderer() if renderer.type() == "pointDisplacement" else renderer
    render = QgsRenderContext()
    inner.startRender(render, layer.fields())
    for feature in layer.getFeatures():
        context.setFeature(feature)
        render.expressionContext().setFeature(feature)
        check(inner.symbolForFeature(feature, render) is not None, f"{file}: {name}: a feature has no symbol")
        for what, text in expressions.items():
            expression = QgsExpression(text)
            value = expression.evaluate(context)
            check(not expression.hasParserError() and not expression.hasEvalError(),
                  f"{file}: {name}: {what}: {expression.parserErrorString()}{expression.evalErrorString()}")
            check(what == "label" or "<" not in str(value), f"{file}: {name}: {what} holds markup of the data")
    inner.stopRender(render)


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
    return {table: count for table, count, _ in tables}


for path, name in zip(geopackages(), SETS):
    counts = check_geopackage(path)
    for file in sorted((WORK / name / "out").glob("*.geojson")):
        layer = file.stem[len(path.stem) + 1:]
        if layer in counts:
            spatial = '"geometry":{' in file.read_text(encoding="utf-8").replace(" ", "")
            check_layer(file.name, layer, str(file), counts[layer], spatial)
        else:
            check(False, f"{file.name} has no counterpart in {path.name}")
check(not messages, f"QGIS says: {messages[:10]}")
print(f"QGIS {Qgis.QGIS_VERSION}")
end()
