# SPDX-License-Identifier: MIT
"""SQLite finds each GeoPackage whole, each R-tree sound and true to its features, and nothing left beside it."""

import sqlite3
import struct

from checks import check, end, geopackages, open_read_only, skip, stray


def envelope(blob):
    """The envelope of a GeoPackage geometry as minx, maxx, miny, maxy: from its header, or from its point."""
    flags = blob[3]
    order = "<" if flags & 1 else ">"
    if (flags >> 1) & 7:
        return struct.unpack_from(order + "4d", blob, 8)
    x, y = struct.unpack_from(("<" if blob[8] else ">") + "2d", blob, 13)
    return x, x, y, y


def check_tree(file, name, table, geometry):
    tree = f"rtree_{table}_{geometry}"
    said = [row[0] for row in file.execute("SELECT rtreecheck(?)", (tree,))]
    check(said == ["ok"], f"{name}: {tree}: {said}")
    boxes = {row[0]: row[1:] for row in file.execute(f'SELECT id, minx, maxx, miny, maxy FROM "{tree}"')}
    features = dict(file.execute(f'SELECT fid, "{geometry}" FROM "{table}" WHERE "{geometry}" IS NOT NULL'))
    check(boxes.keys() == features.keys(), f"{name}: {tree} does not hold the features of {table}")
    for fid, blob in features.items():
        least_x, most_x, least_y, most_y = envelope(blob)
        box = boxes.get(fid, (0, 0, 0, 0))
        holds = box[0] <= least_x and most_x <= box[1] and box[2] <= least_y and most_y <= box[3]
        tight = max(least_x - box[0], box[1] - most_x, least_y - box[2], box[3] - most_y) < 1e-4
        check(holds and tight, f"{name}: {tree}: {box} is not the box of feature {fid}")


for path in geopackages():
    with open_read_only(path) as file:
        def value(pragma):
            return [row[0] for row in file.execute(f"PRAGMA {pragma}")]

        name = path.name
        check(value("integrity_check") == ["ok"], f"{name}: integrity_check: {value('integrity_check')}")
        check(value("foreign_key_check") == [], f"{name}: foreign_key_check: {value('foreign_key_check')}")
        check(value("application_id") == [0x47504B47], f"{name}: application_id is {value('application_id')}")
        check(value("user_version") == [10300], f"{name}: user_version is {value('user_version')}")
        layers = list(file.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"))
        check(layers, f"{name}: no layer")
        indexed = {row[0] for row in file.execute(
            "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")}
        for table, geometry, srs in layers:
            check(srs == 4326, f"{name}: {table} has the CRS {srs}")
            if check(table in indexed, f"{name}: {table} has no R-tree"):
                try:
                    check_tree(file, name, table, geometry)
                except sqlite3.OperationalError as error:
                    if "rtreecheck" in str(error):
                        skip("this SQLite has no rtreecheck()")
                    raise
        for (table,) in list(file.execute("SELECT table_name FROM gpkg_contents WHERE data_type <> 'attributes'")):
            count = file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            check(count > 0, f"{name}: {table} is empty and should have been left out")
    check(not stray(path.parent), f"{name}: left beside it: {stray(path.parent)}")
end()
