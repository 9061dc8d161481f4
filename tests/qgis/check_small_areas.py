# SPDX-License-Identifier: MIT
"""An area of a few kilometres is seen on a map of a country, as a dashed ring that the legend explains, and as itself from
near."""

from desk import by_table, opened

from checks import build, check, end, fresh_folder
from qgis.core import (QgsCoordinateTransform, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRectangle)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

folder = fresh_folder("small_areas")
table = folder / "sudan.csv"
table.write_text(
    "report_id,event_date,place,country\n"
    'r1,2024-05-01,"Sabrein market, Omdurman",SD\n'
    "r2,2024-05-02,Omdurman,SD\n"
    "r3,2024-06-01,Port Sudan,SD\n"
    "r4,2024-06-02,El Fasher,SD\n"
    "r5,2024-06-03,North Darfur,SD\n",
    encoding="utf-8",
)
done = build(table, folder / "out", "-f", "gpkg", "--no-ask")
check(done.returncode == 0, f"the build ends with {done.returncode}\n{done.stderr[-2000:]}")
project = opened(str(folder / "out" / "sudan.qgz"))
areas = by_table(project)["attack_areas"]
market = next(areas.getFeatures("location = 'Omdurman' OR place_words LIKE 'Sabrein%'"))
to_map = QgsCoordinateTransform(areas.crs(), project.crs(), QgsProject.instance())


def reds(width_m, layers):
    """How wide and high the red is that is drawn about the market's middle, in pixels of 96 a inch."""
    middle = to_map.transform(market.geometry().centroid().asPoint())
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(400, 400))
    half = width_m / 2
    settings.setExtent(QgsRectangle(middle.x() - half, middle.y() - half, middle.x() + half, middle.y() + half))
    settings.setBackgroundColor(QColor("white"))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    found = [(x, y) for x in range(130, 270) for y in range(130, 270)
             if (c := QColor(image.pixel(x, y))).red() > 180 and c.green() < 140 and c.blue() < 150]
    if not found:
        return 0, 0
    return max(x for x, _ in found) - min(x for x, _ in found), max(y for _, y in found) - min(y for _, y in found)


drawn = [layer for layer in project.layerTreeRoot().layerOrder() if layer.isSpatial()]
for name, layers in (("alone", [areas]), ("with all layers", drawn)):
    wide, high = reds(2_000_000, layers)
    check(18 <= wide <= 30 and 18 <= high <= 30, f"on a map of a country, {name}, the area is {wide} by {high} pixels")
wide, high = reds(60_000, [areas])
check(wide > 100 or wide == 0, f"from near it is {wide} by {high} pixels")
legend = project.layoutManager().printLayouts()[0].itemById("legend")
model = legend.model()
node = next(node for node in model.rootGroup().findLayers() if node.layer().source().endswith("=attack_areas"))
entries = [leaf.data(0) for leaf in model.layerLegendNodes(node)]
check(entries == ["Only the area is known", "Ring: an area too small to be seen at this scale"], f"the legend says {entries}")
end()
