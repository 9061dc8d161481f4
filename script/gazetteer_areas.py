# SPDX-License-Identifier: MIT
"""Areas from Natural Earth: countries and provinces about Iraq and Syria at 1:10m, all other countries at 1:50m.

The 1:10m edition is that of Debian's qgis package: Natural Earth 4.1, thinned by QGIS, provinces and countries of
one geometry. What Natural Earth holds as an area of its own stays one; nothing without a code is given one.
"""

import math
from pathlib import Path

from osgeo import gdal, ogr

ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # IsValid() warns of each polygon it refuses

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
NEAR = ("IQ", "SY", "TR", "IR", "KW", "SA", "JO", "IL", "PS", "LB")
ATLAS_NUMBERS = ("368", "760", "792", "364", "414", "682", "400", "376", "275", "422")
RADIUS_M = 6371007.2  # of the sphere with the Earth's area

# Natural Earth's name of a province: GeoNames' id of it, as in admin1Codes.txt.
PROVINCES = {
    "Al-Anbar": 99592, "Al-Basrah": 89341, "Al-Muthannia": 99032, "Al-Qādisiyyah": 99022, "An-Najaf": 98862,
    "Arbil": 95445, "As-Sulaymaniyah": 98465, "At-Ta'mim": 98410, "Babil": 98227,
    "Dhi-Qar": 97019, "Dihok": 97270, "Diyala": 96965, "Karbala'": 94823, "Maysan": 93540, "Ninawa": 92877,
    "Sala ad-Din": 91695, "Wasit": 89693, "Aleppo": 170062, "Ar Raqqah": 172957, "As Suwayda'": 172410,
    "Damascus": 167541, "Dar`a": 170903, "Dayr Az Zawr": 170792, "Hamah": 170015, "Hasaka (Al Haksa)": 173813,
    "Homs (Hims)": 169575, "Idlib": 169387, "Lattakia": 173578, "Quneitra": 173336, "Rif Dimashq": 170652,
    "Tartus": 163342}
UNDOF = "The United Nations zone on the Golan, an area of its own in Natural Earth."
GOLAN = "Held by Israel, claimed by Syria: cut from Natural Earth's Israel along its line of the Syrian claim."
# Natural Earth's Baghdad is an eighth of the governorate; an area so wrong is worse than none.
WITHOUT_AREA = ("Baghdad",)
HALABJA = "Holds Halabja, a governorate of its own since 2014."


class Shape:
    """One area: a valid OGR MultiPolygon with its name, code, likely point and equal-area radius."""

    def __init__(self, geometry, name, code, source_id, decimals, notes="", number="", place_id=""):
        self.name, self.code, self.number, self.notes = name, code, number, notes
        self.source_id, self.place_id = source_id, place_id
        self.polygons = rounded(geometry, decimals)
        self.point, self.radius_m = middle(geometry)

    def feature(self, place_id, level, name, country, admin1):
        properties = {"place_id": place_id, "level": level, "name": name, "country": country, "admin1": admin1,
                      "source_id": self.source_id}
        return {"type": "Feature", "id": place_id, "properties": properties,
                "geometry": {"type": "MultiPolygon", "coordinates": self.polygons}}


def multi(geometry):
    """The polygons of a geometry as one MultiPolygon."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    parts = [geometry] if geometry.GetGeometryType() in (ogr.wkbPolygon, ogr.wkbPolygon25D) else geometry
    for part in parts:
        if part.GetGeometryName() == "POLYGON":
            result.AddGeometry(part)
        elif part.GetGeometryName() == "MULTIPOLYGON":
            for polygon in part:
                result.AddGeometry(polygon)
    return result


def from_rings(polygons):
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            line = ogr.Geometry(ogr.wkbLinearRing)
            for lon, lat in ring:
                line.AddPoint_2D(lon, lat)
            polygon.AddGeometry(line)
        result.AddGeometry(polygon)
    return result


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def small(ring):
    return max(p[0] for p in ring) - min(p[0] for p in ring) < 0.3


def rounded(geometry, decimals):
    """The rings of a MultiPolygon with few decimals, outer rings counter-clockwise; as many more decimals as it
    takes to stay valid. Small rings get four, on both sides of a border alike."""
    for extra in range(5):
        polygons = []
        for polygon in multi(geometry):
            rings = []
            for number in range(polygon.GetGeometryCount()):
                points = polygon.GetGeometryRef(number).GetPoints()
                digits = max(decimals + extra, 4) if small(points) else decimals + extra
                ring = []
                for point in points:
                    pair = [round(point[0], digits) + 0.0, round(point[1], digits) + 0.0]
                    if not ring or ring[-1] != pair:
                        ring.append(pair)
                if len(ring) < 4:
                    continue
                if (signed_area(ring) > 0) != (number == 0):
                    ring.reverse()
                rings.append(ring)
            if rings:
                polygons.append(rings)
        if from_rings(polygons).IsValid():
            return polygons
    raise SystemExit("an area cannot be written as a valid polygon")


def middle(geometry):
    """((latitude, longitude), radius in metres): the centroid in Lambert's equal-area cylinder, or a point inside
    where that lies outside; and the radius of the circle of the same area."""
    flat = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in multi(geometry):
        copy = ogr.Geometry(ogr.wkbPolygon)
        for ring in polygon:
            line = ogr.Geometry(ogr.wkbLinearRing)
            for point in ring.GetPoints():
                line.AddPoint_2D(math.radians(point[0]), math.sin(math.radians(point[1])))
            copy.AddGeometry(line)
        flat.AddGeometry(copy)
    point = flat.Centroid()
    if not flat.Contains(point):
        point = flat.PointOnSurface()
    lat, lon = math.degrees(math.asin(point.GetY())), math.degrees(point.GetX())
    return (round(lat, 4), round(lon, 4)), RADIUS_M * math.sqrt(flat.GetArea() / math.pi)


def valid(geometry):
    return geometry if geometry.IsValid() else multi(geometry.MakeValid())


def split_golan(israel, lines):
    """Israel and the Golan Heights, apart along Natural Earth's line of the Syrian claim, or (Israel, None)."""
    cutter = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        cutter.AddGeometry(line)
    # The line was drawn on the full geometry, the country is thinned: a strip of 30 m about the line, with its
    # ends carried 3 km further, cuts where the two do not quite meet.
    pieces = israel.Difference(cutter.Buffer(0.0003))
    golan, rest = ogr.Geometry(ogr.wkbMultiPolygon), ogr.Geometry(ogr.wkbMultiPolygon)
    for piece in multi(pieces):
        inside = piece.PointOnSurface()
        (golan if inside.GetX() > 35.62 and 32.68 < inside.GetY() < 33.35 else rest).AddGeometry(piece)
    if golan.IsEmpty():
        return israel, None
    return valid(multi(israel.Difference(golan.Buffer(0.0003)))), valid(multi(golan.Buffer(0.00015)))


def near():
    """(countries, provinces) at 1:10m: the two countries with their neighbours, and their provinces."""
    if not WORLD_MAP.exists():
        raise SystemExit(f"missing: {WORLD_MAP}; install Debian's qgis-providers-common (package qgis)")
    source = ogr.Open(str(WORLD_MAP))
    claims = []
    for feature in source.GetLayer("disputed_borders"):
        if feature["name"] == "Syrian claim":
            for line in multi_lines(feature.GetGeometryRef()):
                claims.append(lengthened(line, 0.03))
    countries = []
    for code in NEAR:
        layer = source.GetLayer("countries")
        layer.SetAttributeFilter(f"iso_a2 = '{code}'")
        feature = layer.GetNextFeature()
        geometry = valid(multi(feature.GetGeometryRef().Clone()))
        if code == "IL":
            geometry, golan = split_golan(geometry, claims)
            if golan is not None:
                countries.append(Shape(golan, "Golan Heights", "", "natural-earth-10m", 4, GOLAN))
        countries.append(Shape(geometry, feature["NAME"], code, "natural-earth-10m", 4))
    provinces = []
    layer = source.GetLayer("states_provinces")
    layer.SetAttributeFilter("iso_a2 in ('IQ', 'SY')")
    for feature in layer:
        name, geometry = feature["name"], valid(multi(feature.GetGeometryRef().Clone()))
        if name in WITHOUT_AREA:
            continue
        if name == "UNDOF":
            place_id, notes = "undof-zone", UNDOF
        elif name in PROVINCES:
            place_id, notes = f"geonames:{PROVINCES[name]}", HALABJA if name == "As-Sulaymaniyah" else ""
        else:
            raise SystemExit(f"{WORLD_MAP}: province '{name}' is not in gazetteer_areas.PROVINCES")
        provinces.append(Shape(geometry, name, feature["iso_a2"], "natural-earth-10m", 4, notes, "", place_id))
    provinces.sort(key=lambda s: (s.code, s.name))
    return countries, provinces


def multi_lines(geometry):
    return [geometry] if geometry.GetGeometryName() == "LINESTRING" else list(geometry)


def lengthened(line, degrees):
    """A line with both ends carried on, straight, by so many degrees."""
    points = line.GetPoints()

    def beyond(end, before):
        length = math.hypot(end[0] - before[0], end[1] - before[1]) or 1
        return tuple(e + (e - b) / length * degrees for e, b in zip(end[:2], before[:2]))

    result = ogr.Geometry(ogr.wkbLineString)
    for x, y, *_ in [beyond(points[0], points[1]), *points, beyond(points[-1], points[-2])]:
        result.AddPoint_2D(x, y)
    return result


def unrolled(ring):
    """A ring whose longitudes run on beyond 180 or -180 where the ring does; one around a pole is closed along it."""
    points = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((points[-1][0] - lon) / 360)
        points.append((lon + 360 * turns, lat))
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = math.copysign(90, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def split_at_180(polygon):
    """A polygon of rings that may run on across 180 degrees, as a MultiPolygon between -180 and 180."""
    rings = [unrolled(ring) for ring in polygon]
    if all(abs(lon) <= 180 for ring in rings for lon, _ in ring):
        return multi(valid(from_rings([rings])))
    pieces = ogr.Geometry(ogr.wkbMultiPolygon)
    for shift in (-360, 0, 360):
        moved = valid(from_rings([[[(lon + shift, lat) for lon, lat in ring] for ring in rings]]))
        world = from_rings([[[(-180, -90), (180, -90), (180, 90), (-180, 90), (-180, -90)]]])
        for piece in multi(moved.Intersection(world)):
            pieces.AddGeometry(piece)
    return pieces


def far(topology):
    """The countries of the TopoJSON topology of world-atlas, without those that near() has."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
        arcs.append(points)

    def ring(indices):
        points = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    shapes = []
    for entry in topology["objects"]["countries"]["geometries"]:
        if entry.get("id") in ATLAS_NUMBERS or entry["type"] not in ("Polygon", "MultiPolygon"):
            continue
        polygons = entry["arcs"] if entry["type"] == "MultiPolygon" else [entry["arcs"]]
        pieces = ogr.Geometry(ogr.wkbMultiPolygon)
        for polygon in polygons:
            for piece in split_at_180([ring(r) for r in polygon]):
                pieces.AddGeometry(piece)
        geometry = valid(pieces)
        shapes.append(Shape(geometry, entry["properties"]["name"], "", "natural-earth-50m", 2, "", entry.get("id", "")))
    # The largest first of those that share a number: the others are its islands.
    return sorted(shapes, key=lambda s: (s.number or "999", -s.radius_m, s.name))


def inside(polygons, lat, lon):
    """True if the point lies in the MultiPolygon's coordinates (even-odd rule, straight edges)."""
    result = False
    for polygon in polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    result = not result
    return result


def locator(areas):
    """A function (country, lat, lon) -> name of the province there, or empty."""
    provinces = [a for a in areas if a["properties"]["level"] == "admin1" and a["properties"]["admin1"]]

    def find(country, lat, lon):
        for area in provinces:
            if area["properties"]["country"] == country and inside(area["geometry"]["coordinates"], lat, lon):
                return area["properties"]["admin1"]
        return ""

    return find
