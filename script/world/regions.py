# SPDX-License-Identifier: MIT
"""Seas and regions that reports name, as gazetteer/world/regions.csv has them.

A row's rule says what its shape is: `ocean` the sea within a line drawn by hand, `water` the same where Natural
Earth's ocean does not reach, `land` the land within a line, `shape` what the line holds, `union` first-order
divisions by their names (UA: Donetsk, Luhansk; MA: * for a whole country). Several lines stand apart by `|`. A row of
the kind `province` gives an outline to a division that has none.
"""

import csv
import math

from osgeo import ogr

from outlines import middle, multipolygon, multipolygon_of, polygon, polygons_of, rings_of, union, valid
from spellings import compared

THIN = 0.015  # degrees by which the cut of a coast may be thinned


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Earth:
    """The ocean and the land, to cut areas from."""

    def __init__(self, ocean, areas):
        self.areas = areas
        self.ocean = []
        source = ogr.Open(str(ocean))
        for feature in source.GetLayer(0):
            for part in polygons_of(feature.GetGeometryRef()):
                self.ocean.append(valid(part.Clone()))

    def sea(self, line):
        return self._cut(self.ocean, line)

    def land(self, line):
        return self._cut([area.shape for area in self.areas], line)

    def water(self, line):
        return polygons_of(line.Difference(self.land(line)))

    @staticmethod
    def _cut(parts, line):
        west, east, south, north = line.GetEnvelope()
        box = polygon([[(west, south), (east, south), (east, north), (west, north), (west, south)]])
        pieces = []
        for part in parts:
            w, e, s, n = part.GetEnvelope()
            if w < east and e > west and s < north and n > south:
                piece = part.Intersection(box)
                if not piece.IsValid():
                    piece = piece.MakeValid()
                pieces.append(polygons_of(piece.Intersection(line)))
        return multipolygon_of(pieces).UnionCascaded() if pieces else ogr.Geometry(ogr.wkbMultiPolygon)


def _lines(text):
    """The area within hand-drawn lines, each of `lon lat, lon lat, ...`."""
    parts = []
    for line in text.split("|"):
        corners = [tuple(map(float, corner.split())) for corner in line.split(",")]
        parts.append(valid(polygon([corners + corners[:1]])))
    return multipolygon_of(parts)


class Members:
    """The outlines of divisions, parts and former ones by their country and names."""

    def __init__(self, world, areas):
        self.world, self.areas, self.found, self.missing = world, areas, {}, []
        ranks = {"province": 0, "region": 1, "district": 2}
        for name in world.names:
            place = world.places[name["place_id"]]
            if place["place_id"] in world.areas and place["kind"] in ranks:
                key = (place["country"], compared(name["name"]))
                # The division whose own name it is, before one that has it among its other names.
                rank = (ranks[place["kind"]], compared(place["name"]) != key[1])
                if key not in self.found or rank < self.found[key][0]:
                    self.found[key] = (rank, world.areas[place["place_id"]][1])

    def of(self, rule):
        """The outlines that a rule `union` names; names that none has go to missing."""
        result = []
        for part in rule.split(";"):
            country, _, names = part.partition(":")
            for name in (n.strip() for n in names.split(",")):
                key = (country.strip(), compared(name))
                if name == "*":
                    result += [a.shape for a in self.areas if a.country == key[0]]
                elif key in self.found:
                    result.append(multipolygon(self.found[key][1]))
                else:
                    self.missing.append(f"{name} of {key[0]}")
        return result


    def place_of(self, row):
        """The id of the first-order division that a row names."""
        for place_id, place in self.world.places.items():
            if (place["kind"], place["country"], place["name"]) == ("province", row["country"], row["name"]):
                return place_id
        raise SystemExit(f"regions.csv: no division '{row['name']}' of {row['country']}")


def shape_of(row, earth, members):
    if row["rule"] == "union":
        # A hair's breadth more and less again: seams between outlines that do not quite meet are closed.
        wide = union([m.Buffer(0.003, 2) for m in members.of(row["shape"])])
        return polygons_of(wide.Buffer(-0.003, 2)).SimplifyPreserveTopology(THIN / 2)
    line = _lines(row["shape"])
    if row["rule"] == "shape":
        return line
    cut = {"ocean": earth.sea, "land": earth.land, "water": earth.water}[row["rule"]](line)
    return polygons_of(valid(polygons_of(cut)).SimplifyPreserveTopology(THIN))


def add(world, rows, earth, areas):
    """Adds the seas and regions; the id is `area:` and the name."""
    members = Members(world, areas)
    shapes = [(row, shape_of(row, earth, members)) for row in rows]
    if members.missing:
        raise SystemExit("regions.csv: there is no outline of " + ", ".join(members.missing))
    for row, shape in shapes:
        shape = valid(polygons_of(shape))
        if shape.IsEmpty():
            raise SystemExit(f"regions.csv: nothing is left of {row['name']}")
        (lon, lat), area_m2 = middle(shape)
        if row["kind"] == "province":  # a division for which no outline is published
            world.area(members.place_of(row), "province", rings_of(shape))
            continue
        place_id = "area:" + compared(row["name"]).replace(" ", "-")
        source = "natural-earth-ocean" if row["rule"] == "ocean" else "hand-areas"
        if not world.place(place_id, row["name"], row["kind"], (lon, lat), source, country=row["country"],
                           extent_m=round(math.sqrt(area_m2 / math.pi)), accuracy_m=5000,
                           notes="Drawn by hand with few corners." if row["rule"] == "shape" else ""):
            raise SystemExit(f"regions.csv: {row['name']} is there twice")
        world.area(place_id, row["kind"], rings_of(shape))
        for name in row["names"].split(";"):
            world.name(place_id, name, source_id="usage")
    world.drop_names({compared(row["name"]) for row in rows if row["kind"] == "region"}, "province")
