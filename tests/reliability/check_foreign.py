# SPDX-License-Identifier: MIT
"""Layers, tables and views that people saved into a build's GeoPackage are there after the next build; another program's
file is not replaced."""

import itertools
import shutil
import sqlite3

import rounds  # noqa: F401, for the folder of checks
from checks import SOURCE, build, check, end, fresh_folder, run, skip

try:
    from osgeo import gdal, ogr, osr
    from osgeo_utils.samples import validate_gpkg
except ImportError:
    skip("GDAL's Python is not installed (Debian package python3-gdal)")
gdal.UseExceptions()

folder = fresh_folder("foreign")
for name in ("incidents.csv", "sources.csv"):
    shutil.copy(SOURCE / "data" / name, folder)
table, out = folder / "incidents.csv", folder / "map.gpkg"


REPORTS = table.read_text(encoding="utf-8")
turns = itertools.count()


def built(*words):
    """Each time with another note in the first report: a build that is current stays."""
    first, rest = REPORTS.split("\n", 2)[1], REPORTS
    table.write_text(rest.replace(first, first.removesuffix('"') + f' Turn {next(turns)}."'), encoding="utf-8")
    return build(table, out, "--no-ask", *words)


def in_utm(path, name, count):
    """A layer as QGIS saves one, in a reference system that builds have not."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    system = osr.SpatialReference()
    system.ImportFromEPSG(32638)
    layer = source.CreateLayer(name, system, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("well name", ogr.OFTString))
    for number in range(count):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["well name"] = f"Well {number} عين"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({440000 + number} 3690000)"))
        layer.CreateFeature(feature)
    layer.SetMetadataItem("surveyed", "2020")
    del layer, source


def rows_of(path, sql):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute(sql).fetchall()


check(built().returncode == 0, "the build fails")
in_utm(out, "wells", 300)
with sqlite3.connect(out) as file:
    file.executescript("""
        CREATE TABLE "my notes" (id INTEGER PRIMARY KEY, note TEXT, twice TEXT GENERATED ALWAYS AS (note || note));
        INSERT INTO "my notes" (note) VALUES ('a'), ('b');
        CREATE INDEX "by note" ON "my notes" (note);
        CREATE INDEX by_status ON attacks (status);
        CREATE VIEW killed AS SELECT incident_id, killed_best FROM attacks WHERE killed_best > 0;
        CREATE TRIGGER told AFTER INSERT ON "my notes" BEGIN UPDATE "my notes" SET note = new.note WHERE id = new.id; END;
    """)
file.close()
for turn in ("the next build", "the build after that"):
    done = built()
    check(done.returncode == 0, f"{turn}: {done.returncode} {done.stderr[-500:]}")
    names = {name for (name,) in rows_of(out, "SELECT name FROM sqlite_schema")}
    lost = {"wells", "rtree_wells_geom", "my notes", "by note", "by_status", "killed", "told"} - names
    if not check(not lost, f"{turn}: there is lost: {lost}"):
        break
    check("wells" in done.stdout and "my notes" in done.stdout and "killed" in done.stdout, f"{turn}: not told: {done.stdout[-600:]}")
    check(rows_of(out, 'SELECT id, note, twice FROM "my notes"') == [(1, "a", "aa"), (2, "b", "bb")], f"{turn}: my notes differ")
    check(rows_of(out, "SELECT count(*) FROM rtree_wells_geom") == [(300,)], f"{turn}: the R-tree of wells is not whole")
    check(rows_of(out, "SELECT count(*) > 0 FROM killed") == [(1,)], f"{turn}: the view killed is empty")
    check(rows_of(out, "PRAGMA integrity_check") == [("ok",)], f"{turn}: integrity")
    source = gdal.OpenEx(str(out), gdal.OF_VECTOR)
    layer = source.GetLayerByName("wells")
    check(layer is not None and layer.GetFeatureCount() == 300, f"{turn}: GDAL finds no wells")
    if layer is not None:
        check(layer.GetSpatialRef().GetAuthorityCode(None) == "32638", f"{turn}: wells lost their reference system")
        check(layer.GetMetadataItem("surveyed") == "2020", f"{turn}: wells lost their metadata")
        check(layer.GetFeature(300)["well name"] == "Well 299 عين", f"{turn}: wells differ")
        layer.SetSpatialFilterRect(440000, 3689999, 440009, 3690001)
        check(layer.GetFeatureCount() == 10, f"{turn}: wells are not found by their place")
    del layer, source
    try:
        validate_gpkg.check(str(out), extra_checks=True, warning_as_error=False)
    except validate_gpkg.GPKGCheckException as error:
        check(False, f"{turn}: GDAL's validator: {error}")

# A layer can be edited afterwards, as one that QGIS opens.
source = gdal.OpenEx(str(out), gdal.OF_VECTOR | gdal.OF_UPDATE)
layer = source.GetLayerByName("wells")
layer.DeleteFeature(1)
del layer, source
check(rows_of(out, "SELECT count(*) FROM wells") == [(299,)], "wells cannot be edited")

# What cannot be kept is refused, with what to do, and stays.
with sqlite3.connect(out) as file:
    file.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
file.close()
before = out.read_bytes()
done = built()
check(done.returncode == 1 and "words" in done.stderr and "another output" in done.stderr, f"a virtual table: {done.returncode} {done.stderr[-500:]}")
check(out.read_bytes() == before, "a virtual table: the file was changed")

# A table of somebody's under a name that builds have.
out.unlink()
check(built("--country", "IQ").returncode in (0, 3), "the build fails")
names = {name for (name,) in rows_of(out, "SELECT name FROM sqlite_schema")}
if "range_rings" not in names:
    in_utm(out, "range_rings", 3)
    done = built("--country", "IQ")
    check(done.returncode == 1 and "range_rings" in done.stderr, f"a layer of our name: {done.returncode} {done.stderr[-500:]}")
    check(rows_of(out, "SELECT count(*) FROM range_rings") == [(3,)], "a layer of our name is gone")

# Another program's file.
other = folder / "survey.gpkg"
made = gdal.GetDriverByName("GPKG").Create(str(other), 0, 0, 0, gdal.GDT_Unknown)
del made
in_utm(other, "wells", 5)
before = other.read_bytes()
done = build(table, other, "--no-ask")
check(done.returncode == 1 and "wells" in done.stderr and "--replace" in done.stderr, f"another program's file: {done.returncode} {done.stderr[-400:]}")
check(other.read_bytes() == before, "another program's file was replaced")
done = build(table, other, "--no-ask", "--replace")
check(done.returncode == 0, f"another program's file with --replace: {done.stderr[-400:]}")
end()
