# SPDX-License-Identifier: MIT
"""QGIS opens every layer and table of every file: valid, in EPSG:4326, with the right number of features, no message."""

import os
import tempfile

from checks import SETS, WORK, check, end, geopackages, open_read_only, skip

home = tempfile.mkdtemp(prefix="incidentmap qgis ")
os.environ.update(HOME=home, QGIS_CUSTOM_CONFIG_PATH=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="offscreen")
try:
    from qgis.core import Qgis, QgsApplication, QgsProviderRegistry, QgsVectorLayer
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


def check_geopackage(path):
    with open_read_only(path) as file:
        tables = [(table, file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0], kind == "features")
                  for table, kind in file.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()]
    offered = {layer.name() for layer in QgsProviderRegistry.instance().querySublayers(str(path))}
    check(offered == {table for table, _, _ in tables}, f"{path.name}: QGIS offers {sorted(offered)}")
    for table, count, spatial in tables:
        check_layer(path.name, table, f"{path}|layername={table}", count, spatial)
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
