# SPDX-License-Identifier: MIT
"""The print layout has its items, its texts as they were given, and comes out as PDF and PNG."""

import re
import shutil

from desk import embedded, messages, opened

from checks import SOURCE, build, check, end, fresh_folder, run
from qgis.core import (QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPicture,
                       QgsLayoutItemScaleBar, QgsLegendRenderer, QgsLegendSettings)
from qgis.PyQt.QtGui import QImage

NASTY = "]]> <b>\"it's\"</b> [% 1 + 1 %] $CURRENT_DATE &amp;"

folder = fresh_folder("layout")
done = build(SOURCE / "data" / "incidents.csv", folder / "out", "-f", "gpkg", "--no-ask", "--title", NASTY, "--subtitle",
             f"2 {NASTY}", "--note", f"3 {NASTY}", "--credit", f"4 {NASTY}")
check(done.returncode == 0, f"the build ends with {done.returncode}\n{done.stderr[-2000:]}")
project = opened(embedded(folder / "out" / "incidents.gpkg", "incidents"))
layouts = project.layoutManager().printLayouts()
check([layout.name() for layout in layouts] == ["A4 map"], f"the layouts are {[layout.name() for layout in layouts]}")
layout = layouts[0]


def item(name, kind):
    found = layout.itemById(name)
    check(isinstance(found, kind), f"the layout has no {name}")
    return found


def text(name):
    return item(name, QgsLayoutItemLabel).currentText()


page = layout.pageCollection().page(0).pageSize()
check((round(page.width()), round(page.height())) == (297, 210), f"the page is {page.width()} by {page.height()} mm")
check(text("title") == NASTY, f"the title is {text('title')}")
check(text("subtitle") == f"2 {NASTY}", f"the subtitle is {text('subtitle')}")
check(text("note").startswith(f"3 {NASTY}"), f"the note is {text('note')}")
check(text("credit").startswith(f"4 {NASTY}"), f"the credit is {text('credit')}")
for sentence in ("An empty area is not evidence that nothing happened.", "Boundaries and names shown imply no endorsement.",
                 "Straight line between reported places, not a flight path"):
    check(sentence in text("note"), f"the note lacks: {sentence}")
check(re.search(r"Of \d+ incidents, \d+ ha(s|ve) no point", text("not a point")), f"no reason: {text('not a point')}")
check("CC BY" in text("credit") and "Sources: " in text("credit"), f"the credit is {text('credit')}")
check(re.search(r"Data of \d{4}-\d\d-\d\d\. Build [0-9a-f]{16}\.", text("made")), f"made: {text('made')}")
check("likely point" in text("uncertainty"), f"uncertainty: {text('uncertainty')}")

page_map = item("map", QgsLayoutItemMap)
bar = item("scale bar", QgsLayoutItemScaleBar)
check(bar.linkedMap() == page_map and bar.unitLabel() == "km", "the scale bar is not the map's, or not in kilometres")
check(item("north arrow", QgsLayoutItemPicture).linkedMap() == page_map, "the north arrow is not the map's")
check(not item("north arrow", QgsLayoutItemPicture).isMissingImage(), "the north arrow has no picture")
legend = item("legend", QgsLayoutItemLegend)
check(legend.linkedMap() == page_map, "the legend is not the map's")

# What the legend says is what a reader of its model sees, entry by entry.
model = legend.model()
entries = []
for node in model.rootGroup().findLayers():
    check(node.layer() is not None and node.layer().isValid(), f"the legend has a dead layer {node.name()}")
    entries += [model.data(model.index(row, 0, model.node2index(node)), 0) for row in range(model.rowCount(model.node2index(node)))]
    entries += [leaf.data(0) for leaf in model.layerLegendNodes(node)]
words = " ".join(str(entry) for entry in entries).replace("|", " ").replace("\n", " ")
check("Straight line between reported places, not a flight path" in words, f"the legend says {words}")
check("Shelling/artillery/missile attack" in words, f"the legend says {words}")
check("Armed clash" not in words, "the legend shows what the map has not")
size = QgsLegendRenderer(model, legend.legendSettings() if hasattr(legend, "legendSettings") else QgsLegendSettings()).minimumSize()
check(size.height() < 106 and size.width() < 80, f"the legend needs {size.width()} by {size.height()} mm")

exporter = QgsLayoutExporter(layout)
picture, document = folder / "map.png", folder / "map.pdf"
settings = QgsLayoutExporter.ImageExportSettings()
settings.dpi = 100
check(exporter.exportToImage(str(picture), settings) == QgsLayoutExporter.Success, "the layout does not come out as PNG")
check(exporter.exportToPdf(str(document), QgsLayoutExporter.PdfExportSettings()) == QgsLayoutExporter.Success,
      "the layout does not come out as PDF")
image = QImage(str(picture))
colours = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
check(len(colours) > 30, f"the printed map has {len(colours)} colours")
if shutil.which("pdftotext"):
    said = " ".join(run("pdftotext", "-layout", document, "-").stdout.split())
    check(not said or "reported" in said, f"the PDF says {said[:500]}")
check(not messages, f"QGIS says: {messages[:10]}")
end()
