# SPDX-License-Identifier: MIT
"""Draws a build's QGIS project with QGIS's own library: the map as it opens, and its print layout.

Usage: pictures_qgis.py PROJECT.qgz FOLDER [ENDING]
Writes FOLDER/qgis_map.png and FOLDER/qgis_layout.png; with an ENDING, `_340` say, qgis_map_340.png and so on. Needs Debian's python3-qgis and qgis-providers."""

import os
import sys
import tempfile

home = tempfile.mkdtemp(prefix="incidentmap qgis ")
os.environ.update(HOME=home, QGIS_CUSTOM_CONFIG_PATH=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="offscreen")
from qgis.core import (  # noqa: E402
    QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsLayoutExporter, QgsMapRendererSequentialJob,
    QgsMapSettings, QgsProject)
from qgis.PyQt.QtCore import QSize  # noqa: E402

file, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
ending = sys.argv[3] if len(sys.argv) > 3 else ""
application = QgsApplication([], True)
application.initQgis()
project = QgsProject.instance()
if not project.read(file):
    sys.exit(f"cannot read {file}: {project.error()}")

settings = QgsMapSettings()
settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if layer.isSpatial()])
settings.setDestinationCrs(project.crs())
settings.setTransformContext(project.transformContext())
settings.setExtent(project.viewSettings().defaultViewExtent())
settings.setOutputSize(QSize(1100, 820))
settings.setOutputDpi(96)
settings.setBackgroundColor(project.backgroundColor())
# Sizes of symbols, and which names stand, go by the scale.
context = QgsExpressionContext()
context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
settings.setExpressionContext(context)
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
saved = job.renderedImage().save(os.path.join(folder, f"qgis_map{ending}.png"))

picture = QgsLayoutExporter.ImageExportSettings()
picture.dpi = 110
picture.generateWorldFile = False
layout = project.layoutManager().printLayouts()[0]
done = QgsLayoutExporter(layout).exportToImage(os.path.join(folder, f"qgis_layout{ending}.png"), picture)
sys.stdout.flush()
os._exit(0 if saved and done == QgsLayoutExporter.Success else 1)  # QGIS may crash on its way out
