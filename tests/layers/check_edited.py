# SPDX-License-Identifier: MIT
"""What people did to a GeoPackage in a map program is not lost by the next build; moved points become decisions."""

import csv
import shutil
import sqlite3

from checks import PROGRAM, SOURCE, build, check, end, fresh_folder, run, skip

try:
    from osgeo import gdal, ogr
except ImportError:
    skip("GDAL's Python is not installed (Debian package python3-gdal)")
gdal.UseExceptions()

folder = fresh_folder("edited")
shutil.copy(SOURCE / "data" / "incidents.csv", folder)
shutil.copy(SOURCE / "data" / "sources.csv", folder)
table, out = folder / "incidents.csv", folder / "map.gpkg"


def built(*words):
    return build(table, out, "--decisions", folder / "moved.decisions.csv", *words)


def fresh():
    out.unlink(missing_ok=True)
    done = built("--no-ask")
    check(done.returncode == 0, done.stderr[-1000:])


def refused(what, words):
    """A build says what somebody changed, leaves it, and writes over it where it is told to."""
    before = out.read_bytes()
    done = built("--no-ask")
    check(done.returncode == 1 and words in done.stderr and "--replace" in done.stderr, f"{what}: {done.returncode} {done.stderr[-500:]}")
    check(out.read_bytes() == before, f"{what}: the file was changed")
    done = built("--no-ask", "--replace")
    check(done.returncode == 0, f"{what}: --replace: {done.stderr[-500:]}")


def changed(*statements):
    with sqlite3.connect(out) as file:
        for statement in statements:
            file.execute(*statement)
    file.close()


fresh()
written = out.read_bytes()
check(written[24:28] == b"\0\0\0\3", "a new file was not written to three times, as others_work() takes it")
check(built("--no-ask").returncode == 0 and out.read_bytes() == written, "a build over one that nobody changed differs")

source = gdal.OpenEx(str(out), gdal.OF_VECTOR | gdal.OF_UPDATE)  # as QGIS does it
layer = source.GetLayerByName("attacks")
feature = layer.GetFeature(1)
feature["notes"] = "somebody's note"
layer.SetFeature(feature)
del feature, layer, source
refused("an edited row", "rows of attacks")

# With R-tree triggers that need functions of GDAL, other programs edit tables.
changed(("DELETE FROM reports WHERE fid = 2",))
refused("a removed row", "rows of reports")
changed(("UPDATE layer_styles SET styleQML = replace(styleQML, '3.6', '9') WHERE f_table_name = 'attacks'",))
refused("a changed style of ours", "the style incidentmap of attacks")

fresh()
changed(("INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, useAsDefault) "
         "VALUES ('', '', 'attacks', 'geom', 'Mine', '<qgis>mine</qgis>', 1)",),
        ("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = 'attacks' AND styleName <> 'Mine'",))
done = built("--no-ask")
check(done.returncode == 0 and "Mine of attacks" in done.stdout, f"a style of somebody's is not told: {done.stdout[-800:]} {done.stderr[-500:]}")
with sqlite3.connect(out) as file:
    styles = dict(file.execute("SELECT styleName, useAsDefault FROM layer_styles WHERE f_table_name = 'attacks'").fetchall())
file.close()
check(styles == {"incidentmap": 0, "Cluster": 0, "Mine": 1}, f"the styles of attacks are {styles}")

fresh()
source = gdal.OpenEx(str(out), gdal.OF_VECTOR | gdal.OF_UPDATE)
layer = source.GetLayerByName("attacks")
layer.SetAttributeFilter("location = 'Kirkuk'")
feature = layer.GetNextFeature()
incident = feature["incident_id"]
feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (44.35 35.47)"))
layer.SetFeature(feature)
del feature, layer, source
decisions = folder / "moved.decisions.csv"
words = ("decisions", "from-map", out, "--decisions", decisions, "--by", "A. Reader", "--why", "imagery", "--within", "500")
done = run(PROGRAM, *words)
check(done.returncode == 0 and "1 moved point" in done.stdout, f"from-map: {done.stdout} {done.stderr}")
with open(decisions, encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
check(rows and all(row["decision"] == "35.47, 44.35, 500 m" and row["decided_by"] == "A. Reader" and row["decided_why"] == "imagery"
                   and row["column"] == "place" and row["words"] for row in rows), f"from-map: {rows}")
before = decisions.read_bytes()
done = run(PROGRAM, *words)
check(decisions.read_bytes() == before and "stood there already" in done.stdout, f"from-map twice: {done.stdout}")
done = built("--no-ask")
check(done.returncode == 1 and "rows of attacks" in done.stderr, "a moved point is written over")
done = built("--no-ask", "--replace")
check(done.returncode == 0, done.stderr[-500:])
with sqlite3.connect(out) as file:
    moved = file.execute("SELECT latitude, longitude, method, decided_by FROM attacks WHERE incident_id = ?", (incident,)).fetchone()
file.close()
check(moved == (35.47, 44.35, "decision", "A. Reader"), f"the moved point is drawn at {moved}")
end()
