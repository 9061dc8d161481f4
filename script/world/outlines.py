# SPDX-License-Identifier: MIT
"""Outlines that share their borders: thinned so that neighbours still meet, joined without gaps.

Borders are cut into arcs where three outlines or more meet; each arc is thinned once, for all that share it.
"""

import math

from osgeo import gdal, ogr

ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # IsValid() warns of each polygon it refuses

RADIUS_M = 6371007.2  # of the sphere with the Earth's area
DECIMALS = 4


def polygons_of(geometry):
    """The polygons of an OGR geometry as one MultiPolygon; lines and points in it are dropped."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    parts = [geometry] if geometry.GetGeometryName() == "POLYGON" else geometry
    for part in parts:
        if part.GetGeometryName() == "POLYGON":
            result.AddGeometry(part)
        elif part.GetGeometryName() in ("MULTIPOLYGON", "GEOMETRYCOLLECTION"):
            for polygon in polygons_of(part):
                result.AddGeometry(polygon)
    return result


def valid(geometry):
    return geometry if geometry.IsValid() else polygons_of(geometry.MakeValid())


def polygon(rings):
    result = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for lon, lat in ring:
            line.AddPoint_2D(lon, lat)
        result.AddGeometry(line)
    return result


def multipolygon(polygons):
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        result.AddGeometry(polygon(rings))
    return result


def union(geometries):
    """One MultiPolygon of all, their common borders gone."""
    return valid(polygons_of(multipolygon_of(geometries).UnionCascaded()))


def multipolygon_of(geometries):
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for part in polygons_of(geometry):
            result.AddGeometry(part)
    return result


def middle(geometry):
    """((lon, lat), area in m²): the centroid in Lambert's equal-area cylinder, or a point inside where it lies out."""
    flat = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in polygons_of(geometry):
        rings = [[(math.radians(p[0]), math.sin(math.radians(p[1]))) for p in ring.GetPoints()] for ring in part]
        flat.AddGeometry(polygon(rings))
    point = flat.Centroid()
    if not flat.Contains(point):
        point = flat.PointOnSurface()
    lon, lat = math.degrees(point.GetX()), math.degrees(math.asin(max(-1, min(1, point.GetY()))))
    return (lon, lat), flat.GetArea() * RADIUS_M ** 2


def rings_of(geometry):
    """GeoJSON coordinates of a MultiPolygon with DECIMALS, outer rings counter-clockwise; valid where that can be."""
    for decimals in (DECIMALS, DECIMALS + 2):
        result = []
        for part in polygons_of(geometry):
            rings = [_rounded(ring.GetPoints(), decimals, number == 0) for number, ring in enumerate(part)]
            if len(rings[0]) >= 4:
                result.append([ring for ring in rings if len(ring) >= 4])
        if result and multipolygon(result).IsValid():
            return result
    mended = valid(multipolygon(result)) if result else geometry
    return [[[[p[0] + 0.0, p[1] + 0.0] for p in ring.GetPoints()] for ring in part] for part in polygons_of(mended)]


def _rounded(points, decimals, outer):
    ring = []
    for point in points:
        pair = [round(point[0], decimals) + 0.0, round(point[1], decimals) + 0.0]
        if not ring or ring[-1] != pair:
            ring.append(pair)
    if (signed_area(ring) > 0) != outer:
        ring.reverse()
    return ring


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


class Mosaic:
    """Polygons that tile the land, as arcs.

    \param shapes {key: GeoJSON coordinates of a MultiPolygon}
    """

    def __init__(self, shapes):
        self.arcs, self.users, self.index, self.rings = [], [], {}, {}
        cuts = _junctions(shapes)
        for key, polygons in shapes.items():
            self.rings[key] = [[self._arcs_of(ring[:-1], cuts, key) for ring in rings] for rings in polygons]

    def _arcs_of(self, ring, cuts, key):
        points = [tuple(p) for p in ring]
        starts = [i for i, p in enumerate(points) if p in cuts]
        if not starts:
            first = points.index(min(points))
            points = points[first:] + points[:first]
            if signed_area(points + points[:1]) < 0:
                points = points[:1] + points[:0:-1]
            return [(self._arc(points + points[:1], key), False)]
        result = []
        for start, end in zip(starts, starts[1:] + [starts[0] + len(points)]):
            arc = [points[i % len(points)] for i in range(start, end + 1)]
            backward = arc[::-1] < arc
            result.append((self._arc(arc[::-1] if backward else arc, key), backward))
        return result

    def _arc(self, points, key):
        name = tuple(points)
        number = self.index.setdefault(name, len(self.arcs))
        if number == len(self.arcs):
            self.arcs.append(points)
            self.users.append([])
        self.users[number].append(key)
        return number

    def thinned(self, limit_m, least_m):
        """{key: MultiPolygon}: no point of a border moves farther than limit_m(the keys of the areas beside it), and
        islands smaller than a square of least_m(key) are dropped; where an outline comes out invalid, its arcs are
        thinned less."""
        limits = [limit_m(users) for users in self.users]
        thin = [thinned(arc, limit) for arc, limit in zip(self.arcs, limits)]
        result, waiting = {}, list(self.rings)
        for finer in (4, 4, math.inf):
            result.update((key, self._shape(key, thin, least_m(key))) for key in waiting)
            bad = [key for key in waiting if not result[key].IsValid()]
            touched = {number for key in bad for rings in self.rings[key] for ring in rings for number, _ in ring}
            for number in touched:
                limits[number] /= finer
                thin[number] = thinned(self.arcs[number], limits[number])
            waiting = sorted({key for number in touched for key in self.users[number]}, key=str)
        return {key: valid(shape) for key, shape in result.items()}

    def _shape(self, key, thin, least_m):
        """The outline of arcs; islands smaller than a square of least_m are dropped, but never the largest part."""
        polygons = []
        for rings in self.rings[key]:
            built = []
            for ring in rings:
                points = []
                for number, backward in ring:
                    arc = thin[number][::-1] if backward else thin[number]
                    points += arc[1:] if points else arc
                built.append(points)
            if len(built[0]) >= 4:
                polygons.append([ring for ring in built if len(ring) >= 4])
        least = (least_m / 111_000) ** 2
        sizes = [abs(signed_area(p[0])) * math.cos(math.radians(p[0][0][1])) for p in polygons]
        kept = [p for p, size in zip(polygons, sizes) if size >= least or size == max(sizes)]
        return multipolygon(kept)


def _junctions(shapes):
    """Points where the neighbours along one ring are others than along another."""
    beside, cuts = {}, set()
    for polygons in shapes.values():
        for rings in polygons:
            for ring in rings:
                points = [tuple(p) for p in ring[:-1]]
                for before, point, after in zip(points[-1:] + points[:-1], points, points[1:] + points[:1]):
                    pair = (before, after) if before < after else (after, before)
                    if beside.setdefault(point, pair) != pair:
                        cuts.add(point)
    return cuts


def thinned(points, limit_m):
    """Ramer, Douglas and Peucker's choice of points; a closed line keeps three at least."""
    if limit_m <= 0 or len(points) < 3:
        return points
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]))
        if far == 0:
            return points
        kept = thinned(points[:far + 1], limit_m)[:-1] + thinned(points[far:], limit_m)
        if len(kept) < 4 and len(points) >= 4:
            side = max((i for i in range(1, len(points) - 1) if i != far),
                       key=lambda i: _square_from(points[i], points[0], points[far], 1))
            kept = [points[i] for i in sorted({0, far, side, len(points) - 1})]
        return kept
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    scale = math.cos(math.radians(points[0][1]))
    limit = (limit_m / 111_195) ** 2
    while spans:
        first, last = spans.pop()
        worst, at = limit, None
        for i in range(first + 1, last):
            square = _square_from(points[i], points[first], points[last], scale)
            if square > worst:
                worst, at = square, i
        if at is not None:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _square_from(point, start, end, scale):
    """The square of a point's distance from a line's piece, in degrees of latitude."""
    dx, dy = (end[0] - start[0]) * scale, end[1] - start[1]
    px, py = (point[0] - start[0]) * scale, point[1] - start[1]
    length = dx * dx + dy * dy
    along = min(1, max(0, (px * dx + py * dy) / length)) if length else 0
    return (px - along * dx) ** 2 + (py - along * dy) ** 2
