# SPDX-License-Identifier: MIT
"""Each GeoJSON file keeps RFC 7946, and passes the checkers of others where node and they are installed."""

import json
import math
import os
import shutil
from pathlib import Path

from checks import SETS, SOURCE, WORK, check, end, faults, run, skip


def rings(geometry):
    if geometry["type"] == "Polygon":
        yield geometry["coordinates"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["coordinates"]


def positions(value):
    if value and isinstance(value[0], (int, float)):
        yield value
    else:
        for part in value:
            yield from positions(part)


def doubled_area(ring):
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(ring, ring[1:])) * -1


def check_geometry(where, geometry):
    for x, y in positions(geometry["coordinates"]):
        check(-180 <= x <= 180 and -90 <= y <= 90, f"{where}: {x}, {y} is not on the earth")
        check(math.isclose(x, round(x, 6), abs_tol=1e-12) and math.isclose(y, round(y, 6), abs_tol=1e-12),
              f"{where}: {x}, {y} has more than 6 decimals")
    for polygon in rings(geometry):
        for i, ring in enumerate(polygon):
            check(len(ring) >= 4 and ring[0] == ring[-1], f"{where}: ring {i} is not closed")
            area = doubled_area(ring)
            check(area > 0 if i == 0 else area < 0, f"{where}: ring {i} turns the wrong way")


def check_file(path):
    text = path.read_text(encoding="utf-8")  # raises where it is not UTF-8
    collection = json.loads(text, parse_constant=lambda word: check(False, f"{path.name}: {word}"))
    check(collection["type"] == "FeatureCollection", f"{path.name} is a {collection['type']}")
    check("crs" not in collection, f"{path.name} has a crs member")
    # A table without geometry is always there, so that a script may rely on it.
    check(collection["features"] or path.stem.endswith("_not_mapped"), f"{path.name} is empty and should have been left out")
    ids = [feature.get("id") for feature in collection["features"]]
    check(None not in ids and len(set(ids)) == len(ids), f"{path.name}: ids are missing or not unique")
    for feature in collection["features"]:
        where = f"{path.name}: {str(feature.get('id'))[:60]}"
        check(feature["type"] == "Feature" and "geometry" in feature and "properties" in feature, f"{where}: no feature")
        if feature["geometry"] is not None:
            check_geometry(where, feature["geometry"])


files = [path for name in SETS for path in sorted((WORK / name / "out").glob("*.geojson"))]
check(len(files) >= 4, f"only {len(files)} GeoJSON files")
for path in files:
    check_file(path)

modules = Path(os.environ.get("INCIDENTMAP_NPM", SOURCE / "build" / "npm"))
if shutil.which("node") and (modules / "node_modules" / "geojson-schema").is_dir():
    done = run("node", Path(__file__).with_suffix(".mjs"), modules, *files)
    check(done.returncode == 0, f"{done.stdout}{done.stderr}")
elif not faults:
    skip("RFC 7946 is kept as far as we check ourselves; node and the checkers of others are not installed")
end()
