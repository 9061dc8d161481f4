# SPDX-License-Identifier: MIT
"""KML and workbooks hold what the GeoPackage holds, as GDAL reads them, and nothing of the data is markup or a formula."""

import html.parser
import re
import xml.etree.ElementTree as tree
import zipfile

import hostile
from checks import SOURCE, build, check, end, fresh_folder, open_read_only, skip

try:
    from osgeo import gdal, ogr
except ImportError:
    skip("GDAL's Python is not installed (Debian package python3-gdal)")
gdal.UseExceptions()
ogr.UseExceptions()
gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
KML = "{http://www.opengis.net/kml/2.2}"
SPATIAL = ("attacks", "attack_areas", "other_incidents", "bases", "launch_sites", "launch_to_target", "uncertainty", "range_rings")


class Balloon(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, tuple(attributes)))

    def handle_data(self, data):
        self.text += data


def check_kml(path, counts, titles):
    root = tree.parse(path).getroot()
    folders = root.findall(f"{KML}Document/{KML}Folder")
    found = {folder.find(f"{KML}name").text: folder for folder in folders}
    expected = {titles[table]: count for table, count in counts.items() if table in SPATIAL}
    check({title: len(folder.findall(f"{KML}Placemark")) for title, folder in found.items()} == expected,
          f"{path.name}: the folders are {list(found)}")
    styles = {style.get("id") for style in root.iter(f"{KML}Style")}
    balloons = {style.get("id"): style.findtext(f"{KML}BalloonStyle/{KML}text") for style in root.iter(f"{KML}Style")}
    check(set(balloons.values()) == {"$[description]", None}, f"{path.name}: the balloons show {set(balloons.values())}")
    columns = {schema.get("id"): {field.get("name"): field.findtext(f"{KML}displayName") for field in schema}
               for schema in root.iter(f"{KML}Schema")}
    check(all(title for fields in columns.values() for title in fields.values()), f"{path.name}: a column without a title")
    described = 0
    for mark in root.iter(f"{KML}Placemark"):
        name = mark.find(f"{KML}name").text
        style = mark.find(f"{KML}styleUrl").text[1:]
        check(style in styles, f"{path.name}: {name} has a style that is not there")
        table = mark.find(f"{KML}ExtendedData/{KML}SchemaData")
        data = {value.get("name"): value.text for value in table}
        check(set(data) <= set(columns[table.get("schemaUrl")[1:]]), f"{path.name}: {name} has columns that are not there")
        description = mark.findtext(f"{KML}description")
        if description is None:
            # Google Earth makes the table, and would take markup for markup.
            texts = [name, *data.values(), *columns[table.get("schemaUrl")[1:]].values()]
            alive = [text for text in texts if re.search("[<>&$]", text)]
            check(not alive and balloons[style] is None, f"{path.name}: {name}: markup of the data: {alive[:3]}")
            told = " ".join(data.values())
        else:
            described += 1
            balloon = Balloon(description)
            wrong = [tag for tag in balloon.tags if tag[1] or tag[0] not in ("b", "br", "i")]
            check(not wrong, f"{path.name}: {name}: markup of the data: {wrong[:3]}")
            check(balloons[style] is not None, f"{path.name}: {name}: its balloon shows more than its description")
            told = balloon.text
        if data.get("attributed_to"):
            check(", according to " in told, f"{path.name}: {name}: an attribution stands alone")
        if "launch_to_target" in table.get("schemaUrl"):
            check("not a flight path" in told, f"{path.name}: {name}: a line looks like a flight path")
    marks = len(list(root.iter(f"{KML}Placemark")))
    check(described > 0 if path.stem == "hostile" else described < marks / 2, f"{path.name}: {described} of {marks} are described")
    # As Google Earth reads it, so does LIBKML.
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["LIBKML"])
    for title, count in expected.items():
        layer = source.GetLayerByName(title)
        if check(layer is not None, f"{path.name}: LIBKML has no layer {title}"):
            check(layer.GetFeatureCount() == count, f"{path.name}: LIBKML reads {layer.GetFeatureCount()} of {count} in {title}")
            begins = sum(1 for feature in layer if feature.GetFieldIndex("begin") >= 0 and feature["begin"])
            dated = sum(1 for mark in found[title].findall(f"{KML}Placemark") if mark.find(f"{KML}TimeSpan") is not None)
            check(begins == dated, f"{path.name}: LIBKML reads {begins} times of {dated} in {title}")


def check_workbook(path, counts):
    with zipfile.ZipFile(path) as book:
        sheets = [name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
        for name in sheets:
            sheet = book.read(name)
            tree.fromstring(sheet)
            check(b"<f>" not in sheet and b"<f " not in sheet, f"{path.name}: {name} holds a formula")
        if "xl/sharedStrings.xml" in book.namelist():
            texts = [item.findtext(".//{*}t") or "" for item in tree.fromstring(book.read("xl/sharedStrings.xml"))]
            check(max(map(len, texts)) <= 32767, f"{path.name}: a cell is longer than a spreadsheet's")
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    expected = {table: count for table, count in counts.items() if table not in ("answers", "decisions", "world_cities", "world_seas", "world_admin1", "world_rivers", "world_lakes", "world_countries")}
    found = {source.GetLayer(i).GetName(): source.GetLayer(i).GetFeatureCount() for i in range(source.GetLayerCount())}
    check(found == expected, f"{path.name}: the sheets are {found}, not {expected}")
    for table in expected:
        titles = [field.GetName() for field in source.GetLayerByName(table).schema]
        if expected[table] == 0:
            continue  # OGR writes no titles above no rows
        check(all(titles) and ("Incident" in titles or table in ("bases", "uncertainty", "range_rings", "sources", "build")),
              f"{path.name}: {table} has the titles {titles[:4]}")
    for table in ("attacks", "incidents"):
        layer = source.GetLayerByName(table)
        if layer is not None:
            kind = layer.GetLayerDefn().GetFieldDefn(layer.GetLayerDefn().GetFieldIndex("First day")).GetTypeName()
            check(kind == "Date", f"{path.name}: days of {table} are {kind}")


folder = fresh_folder("formats")
hostile.write(folder / "hostile.csv")
for table in (SOURCE / "data" / "incidents.csv", folder / "hostile.csv"):
    done = build(table, folder / table.stem, "-f", "gpkg,kml,xlsx", "--rings", "100", "--around", "bases", "--no-ask")
    check(done.returncode == 0, f"{table.name}: {done.stderr[-1000:]}")
    with open_read_only(folder / table.stem / f"{table.stem}.gpkg") as file:
        tables = file.execute("SELECT table_name, identifier FROM gpkg_contents WHERE table_name <> 'layer_styles'").fetchall()
        counts = {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name, _ in tables}
    check_kml(folder / table.stem / f"{table.stem}.kml", counts, dict(tables))
    check_workbook(folder / table.stem / f"{table.stem}.xlsx", counts)
    marks = (folder / table.stem / f"{table.stem}.kml").read_text(encoding="utf-8")
    check(table.stem == "hostile" or "reported launch place (according to " in marks, "a launch place stands alone")
end()
