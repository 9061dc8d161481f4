# SPDX-License-Identifier: MIT
"""Rivers of Natural Earth at 1:50m as a table of lines: src/gazetteer/tables/rivers.csv.

Lines through lakes are kept, so that a river does not end at a reservoir. What a map of a country shows needs no more than
0.03 degrees; positions have two decimals.
"""

import csv

from osgeo import ogr

TOLERANCE_DEG = 0.03


def lines_of(path):
    """The rank of each river (0 the largest) and its positions, in the order of the source."""
    source = ogr.Open(str(path))
    if source is None:
        raise SystemExit(f"{path} cannot be opened")
    for river in source.GetLayer():
        shape = river.GetGeometryRef().SimplifyPreserveTopology(TOLERANCE_DEG)
        parts = [shape] if shape.GetGeometryCount() == 0 else [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())]
        for part in parts:
            positions = [(round(point[0], 2), round(point[1], 2)) for point in part.GetPoints()]
            positions = [at for i, at in enumerate(positions) if i == 0 or at != positions[i - 1]]
            if len(positions) > 1:
                yield int(river["scalerank"]), positions


def write(path, target):
    """\\throws SystemExit where the source cannot be read."""
    with open(target, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["rank", "line"])
        for rank, positions in sorted(lines_of(path)):
            rows.writerow([rank, " ".join(f"{lon:g} {lat:g}" for lon, lat in positions)])
