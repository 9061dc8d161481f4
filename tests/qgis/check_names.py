# SPDX-License-Identifier: MIT
"""The map of QGIS names each country that has incidents, also where these are all over the world, in each language; and
below tiles no land is painted over them."""

from desk import by_table, opened

from checks import SOURCE, build, check, end, fresh_folder
from qgis.core import QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererSequentialJob, QgsMapSettings
from qgis.PyQt.QtCore import QSize


def labels_of(project):
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if layer.isSpatial() and layer.type() == 0])
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setOutputSize(QSize(1400, 1000))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return {label.labelText.replace("\n", " ") for label in job.takeLabelingResults().labelsWithinRect(settings.visibleExtent())}


folder = fresh_folder("names")
COUNTRIES = {"": ("SUDAN", "UKRAINE", "COLOMBIA", "YEMEN", "MALI", "HAITI", "MYANMAR", "ETHIOPIA"),
             "uk": ("СУДАН", "УКРАЇНА", "КОЛУМБІЯ", "ЄМЕН", "МАЛІ", "ГАЇТІ"),
             "ar": ("السودان", "أوكرانيا", "كولومبيا", "اليمن", "مالي", "هايتي")}
SEAS = {"Mediterranean Sea", "Atlantic Ocean", "Indian Ocean", "Arabian Sea", "Caribbean Sea"}  # of which no other names are known
for language, names in COUNTRIES.items():
    out = folder / (language or "en")
    done = build(SOURCE / "tests" / "layers" / "world.csv", out, "-f", "gpkg", "--no-ask", *(["--language", language] if language else []))
    check(done.returncode == 0, f"the build ends with {done.returncode}\n{done.stderr[-2000:]}")
    found = labels_of(opened(str(out / "world.qgz")))
    missing = [name for name in names if name not in found]
    check(not missing, f"{language or 'en'}: {missing} are not named; there are {sorted(found)}")
    check(len(SEAS & found) > 1, f"{language or 'en'}: of {SEAS} not two are named; there are {sorted(found)}")

done = build(SOURCE / "tests" / "layers" / "world.csv", folder / "tiles", "-f", "gpkg", "--no-ask", "--tiles",
             "https://127.0.0.1:1/{z}/{x}/{y}.png?key=a%20b&more=1", "--tiles-attribution", "© \"Makers\" & <b>others</b>")
check(done.returncode == 0, f"the build with tiles ends with {done.returncode}\n{done.stderr[-2000:]}")
project = opened(str(folder / "tiles" / "world.qgz"))
lowest = project.layerTreeRoot().layerOrder()[-1]
check(lowest.type() == 1 and lowest.isValid(), f"{lowest.name()} lies lowest, and is no raster that opens")
check(lowest.crs().authid() == "EPSG:3857", f"the tiles are in {lowest.crs().authid()}")
check(lowest.attribution() == "© \"Makers\" & <b>others</b>", f"the tiles are those of {lowest.attribution()}")
check("key%3Da" in lowest.source() and "more%3D1" in lowest.source(), f"the tiles' address is {lowest.source()}")
fills = [layer.properties()["style"] for symbol in (category.symbol() for category in by_table(project)["world_countries"].renderer().categories())
         for layer in symbol.symbolLayers() if layer.layerType() == "SimpleFill"]
check(fills and set(fills) == {"no"}, f"over tiles land is painted: {fills}")
credit = project.layoutManager().printLayouts()[0].itemById("credit").currentText()
check("Makers" in credit, f"the layout does not say whose the tiles are: {credit}")
QgsApplication.processEvents()
end()
