# SPDX-License-Identifier: MIT
"""QGIS without its window, and what the checks of projects ask of it."""

import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
from checks import check, skip  # noqa: E402

home = tempfile.mkdtemp(prefix="incidentmap qgis ")
os.environ.update(HOME=home, QGIS_CUSTOM_CONFIG_PATH=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="offscreen")
try:
    from qgis.core import QgsApplication, QgsProject, QgsProjectBadLayerHandler
except ImportError:
    skip("QGIS's Python is not installed (Debian packages python3-qgis, qgis-providers)")

messages = []
application = QgsApplication([], True)
application.initQgis()
QgsApplication.messageLog().messageReceived.connect(
    lambda text, tag, level: messages.append(f"{tag}: {text}") if int(level) in (1, 2) else None)


class BadLayers(QgsProjectBadLayerHandler):
    """Notes what cannot be opened, where QGIS would ask."""

    def __init__(self):
        super().__init__()
        self.names = []

    def handleBadLayers(self, nodes):
        self.names += [node.namedItem("layername").toElement().text() for node in nodes]


def embedded(path, name):
    return f"geopackage:{quote(str(path))}?projectName={quote(name)}"


def opened(uri):
    """The project, read as the desktop reads it."""
    project = QgsProject.instance()
    project.clear()
    bad = BadLayers()
    project.setBadLayerHandler(bad)
    check(project.read(uri), f"{uri} is not read: {project.error()}")
    check(not bad.names, f"{uri}: these layers do not open: {bad.names}")
    return project


def by_table(project):
    """The layers by the names of their tables; of two layers of one table, what is seen from near."""
    return {layer.source().split("layername=")[1]: layer for layer in project.mapLayers().values()
            if "layername=" in layer.source() and not layer.name().endswith(", from afar")}
