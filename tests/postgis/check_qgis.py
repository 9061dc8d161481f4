# SPDX-License-Identifier: MIT
"""QGIS opens each layer of the database with its default style, without being asked and without a message."""

import os
import sys
from pathlib import Path

import server as postgres
from checks import SOURCE, check, end, fresh_folder

sys.path.insert(0, str(SOURCE / "tests" / "qgis"))
from desk import messages, opened  # noqa: E402
from qgis.core import (QgsApplication, QgsDataSourceUri, QgsMapRendererParallelJob, QgsMapSettings, QgsProviderRegistry,  # noqa: E402
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QSize  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
import hostile  # noqa: E402

RENDERERS = {"attacks": ("pointDisplacement", "pointCluster"), "attack_areas": ("RuleRenderer",),
             "world_countries": ("categorizedSymbol",)}


def drawn(project, path):
    """The map as the project opens it."""
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(900, 700))
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(project.viewSettings().fullExtent())
    settings.setLayers([node.layer() for node in project.layerTreeRoot().findLayers()
                        if node.isVisible() and node.layer().isSpatial()])
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    check(not job.errors(), f"not drawn: {[error.message for error in job.errors()]}")
    job.renderedImage().save(str(path))
    return job.renderedImage()


if "postgres" not in QgsProviderRegistry.instance().providerList():
    print("skipped: QGIS's PostgreSQL provider is not installed (Debian package qgis-providers)", flush=True)
    sys.exit(77)
folder = fresh_folder("postgis qgis")
hostile.write(folder / "hostile.csv")
with postgres.Server() as server:
    for table, schema in ((SOURCE / "data" / "incidents.csv", "incidents"), (folder / "hostile.csv", "hostile")):
        server.built(table, "--rings", "100", "--around", "bases")
        rows = dict(line.split("|") for line in server.sql(
            f"SELECT table_name, row_count FROM {schema}.incidentmap_tables WHERE content IS NOT NULL").splitlines())
        check(len(rows) > 9, f"{schema}: {rows}")
        spatial = server.sql(f"SELECT f_table_name FROM geometry_columns WHERE f_table_schema = '{schema}'").splitlines()
        for name, count in rows.items():
            uri = QgsDataSourceUri()
            uri.setConnection(str(server.folder), "5432", "maps", "owner", "")
            uri.setDataSource(schema, name, "geom" if name in spatial else "", "", "fid")
            layer = QgsVectorLayer(uri.uri(False), name, "postgres")
            if not check(layer.isValid(), f"{schema}.{name} does not open: {layer.error().message()}"):
                continue
            words, is_loaded = layer.loadDefaultStyle()
            check(is_loaded, f"{schema}.{name}: no default style: {words}")
            found = len(list(layer.getFeatures()))
            check(found == int(count), f"{schema}.{name}: QGIS reads {found} of {count} rows")
            check(layer.crs().authid() == ("EPSG:4326" if name in spatial else ""), f"{schema}.{name}: in {layer.crs().authid()}")
            if name in RENDERERS:
                check(layer.renderer().type() in RENDERERS[name], f"{schema}.{name} is drawn as {layer.renderer().type()}")
            if name == "attacks":
                check(layer.labelsEnabled(), f"{schema}.attacks has no labels")
                check(layer.temporalProperties().isActive(), f"{schema}.attacks has no time")
                check(layer.attributeDisplayName(layer.fields().indexOf("event_date")) == "Date", f"{schema}.attacks has no titles")
                check(layer.fields().field("date_start").typeName() == "date", f"{schema}.attacks: days are no days")
                check(layer.fields().field("location").comment().startswith("Place: "), f"{schema}.attacks: no comment in QGIS")
        # The project that is stored beside them.
        os.environ.update(PGUSER="owner", PGHOST=str(server.folder))
        where = f"postgresql://?dbname=maps&schema={schema}"
        storage = QgsApplication.projectStorageRegistry().projectStorageFromType("postgresql")
        check(storage.listProjects(where) == [schema], f"QGIS lists the projects {storage.listProjects(where)}")
        is_read, metadata = storage.readProjectStorageMetadata(f"{where}&project={schema}")
        check(is_read and metadata.name == schema and metadata.lastModified.isValid(), f"{schema}: the project has no day")
        project = opened(f"postgresql://?dbname=maps&schema={schema}&project={schema}")
        tables = {layer.dataProvider().uri().table(): layer for layer in project.mapLayers().values()}
        check(set(tables) == set(rows), f"{schema}: the project has {set(tables) ^ set(rows)} more or less than the schema")
        check(all(layer.isValid() and layer.providerType() == "postgres" for layer in tables.values()),
              f"{schema}: layers of the project do not open")
        # Attacks are two layers of one table: what is seen from near, and discs from afar. A country in which something of the
        # map lies is known as such.
        afar = [layer for layer in project.mapLayers().values() if layer.name().endswith(", from afar")]
        near = {layer.dataProvider().uri().table(): layer for layer in project.mapLayers().values() if layer not in afar}
        for layer in afar:
            beside = near[layer.dataProvider().uri().table()]
            check(layer.isValid() and layer.renderer().type() == "pointCluster" and layer.featureCount() == beside.featureCount(),
                  f"{schema}: {layer.name()} is not the same from afar")
            check([one.isInScaleRange(5_000_000) for one in (layer, beside)] == [True, False], f"{schema}: {layer.name()} is not for afar")
        check(schema != "incidents" or any(layer.dataProvider().uri().table() == "attacks" for layer in afar),
              f"{schema}: attacks have no layer from afar")
        meant = server.sql(f"SELECT string_agg(name, ',' ORDER BY name) FROM {schema}.world_countries WHERE is_meant = 1")
        check(schema != "incidents" or {"Iraq", "Syria"} <= set(meant.split(",")), f"{schema}: the countries meant are {meant}")
        relations = project.relationManager().relations().values()
        check(len(relations) > 5 and all(relation.isValid() for relation in relations), f"{schema}: relations do not hold")
        check([layout.name() for layout in project.layoutManager().layouts()] == ["A4 map"], f"{schema}: no print layout")
        check(project.timeSettings().temporalRange().isInstant() is False, f"{schema}: the time slider has no range")
        picture = drawn(project, folder / f"{schema}.png")
        colours = {picture.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 700, 3)}
        check(len(colours) > 30, f"{schema}: the map has {len(colours)} colours only")
    # QGIS 3.22 says so of any database's tables without a geometry: it asks for their reference system, 0.
    worth = [m for m in messages if "Plugin" not in m and "row number 0 is out of range" not in m]
    check(not worth, f"QGIS says: {worth[:5]}")
end()
