# SPDX-License-Identifier: MIT
"""Outlines drawn about towns: where a split area's parts have none, each point goes to the part of its nearest town."""

import collections
import math

from outlines import multipolygon_of, polygon, polygons_of, valid

STEPS = 48  # cells along the longer side of the area that is shared out


def drawn(divisions, wanted):
    """{code: MultiPolygon} of the divisions wanted, each inside the area that holds most of its towns.

    An outline is widened by a cell, so that it rather holds too much: neighbours overlap, borders of the holder hold.
    """
    result = {}
    holders = collections.defaultdict(list)
    for division in wanted:
        holders[id(division.holder)].append(division)
    for group in holders.values():
        holder = group[0].holder
        everyone = [d for d in divisions.values() if d.holder is holder]
        towns = [(t.lon, t.lat, d.code) for d in everyone for t in d.towns]
        squares, step = _squares(holder.shape, towns)
        for division in group:
            shape = multipolygon_of(squares[division.code]).UnionCascaded() if squares[division.code] else None
            if shape is None:
                continue
            shape = shape.Buffer(step, 4).Intersection(holder.shape).SimplifyPreserveTopology(step / 4)
            shape = valid(polygons_of(shape))
            if not shape.IsEmpty():
                result[division.code] = shape
    return result


def _squares(shape, towns):
    """({code: rectangles of the cells nearest to a town of that code}, the cells' size in degrees)."""
    west, east, south, north = shape.GetEnvelope()
    step = max(east - west, north - south) / STEPS
    scale = math.cos(math.radians((south + north) / 2))
    rows = collections.defaultdict(list)
    for j in range(math.ceil((north - south) / step)):
        run_code, run_from = None, 0
        lat = south + (j + 0.5) * step
        for i in range(math.ceil((east - west) / step) + 1):
            lon = west + (i + 0.5) * step
            code = None
            if lon < east + step:
                code = min(towns, key=lambda t: ((t[0] - lon) * scale) ** 2 + (t[1] - lat) ** 2)[2]
            if i == math.ceil((east - west) / step):
                code = None
            if code != run_code:
                if run_code is not None:
                    rows[run_code].append(_box(west + run_from * step, south + j * step, west + i * step,
                                               south + (j + 1) * step))
                run_code, run_from = code, i
    return rows, step


def _box(west, south, east, north):
    return polygon([[(west, south), (east, south), (east, north), (west, north), (west, south)]])
