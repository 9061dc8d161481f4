# SPDX-License-Identifier: MIT
"""Examines the tables of the gazetteer of the world, with the standard library alone."""

import collections
import csv
import gzip
import json
import math
from pathlib import Path

from spellings import compared, is_machine_made


HOME = ("IQ", "SY")  # their divisions are in the curated gazetteer


def read(folder):
    """(places by id, names, outlines by id) of the tables in a folder."""
    folder = Path(folder)
    with gzip.open(folder / "places.csv.gz", "rt", encoding="utf-8", newline="") as file:
        places = {row["place_id"]: row for row in csv.DictReader(file)}
    with gzip.open(folder / "names.csv.gz", "rt", encoding="utf-8", newline="") as file:
        names = list(csv.DictReader(file))
    with gzip.open(folder / "areas.geojson.gz", "rt", encoding="utf-8") as file:
        areas = {f["properties"]["place_id"]: f["geometry"]["coordinates"] for f in json.load(file)["features"]}
    return places, names, areas


def holds(polygons, lon, lat):
    """Whether a point lies in a MultiPolygon's coordinates (even-odd rule, straight edges)."""
    inside = False
    for rings in polygons:
        west, east, south, north = _box(rings[0])
        if not (west <= lon <= east and south <= lat <= north):
            continue
        for ring in rings:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
    return inside


def _box(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), max(xs), min(ys), max(ys)


class Outlines:
    """The outlines of first-order divisions, to find those in which a point lies."""

    def __init__(self, places, areas):
        self.parts = collections.defaultdict(list)
        for place_id, polygons in areas.items():
            if places[place_id]["kind"] != "province":
                continue
            for rings in polygons:
                west, east, south, north = _box(rings[0])
                for x in range(math.floor(west), math.floor(east) + 1):
                    for y in range(math.floor(south), math.floor(north) + 1):
                        self.parts[x, y].append((place_id, rings))

    def at(self, lon, lat):
        return {i for i, rings in self.parts.get((math.floor(lon), math.floor(lat)), ()) if holds([rings], lon, lat)}


def errors(folder):
    """What is wrong with the tables, a sentence each."""
    places, names, areas = read(folder)
    with open(Path(folder) / "sources.csv", encoding="utf-8", newline="") as file:
        sources = {row["source_id"] for row in csv.DictReader(file)}
    named = collections.Counter(n["place_id"] for n in names if n["sort"] == "preferred")
    for name in names:
        if name["place_id"] not in places:
            yield f"names.csv.gz: {name['name']} is of no place"
        if is_machine_made(name["name"]):
            yield f"names.csv.gz: '{name['name']}' of {name['place_id']} was made by a machine"
    for place_id, place in places.items():
        if named[place_id] != 1:
            yield f"{place_id} has {named[place_id]} preferred names"
        if place["source_id"] not in sources:
            yield f"{place_id}: source '{place['source_id']}' is not in sources.csv"
    for place_id in areas:
        if place_id not in places:
            yield f"areas.geojson.gz: {place_id} is no place"
    yield from division_errors(places, areas)


def _may_be_in(place, outlines, places, lon, lat):
    """Whether a position lies in an outline of the place's country, or no farther from one than the point is known."""
    reach = float(place["accuracy_m"]) / 111_195
    around = [(0, 0)] + [(x, y) for x in (-reach, 0, reach) for y in (-reach, 0, reach)]
    return any(places[i]["country"] == place["country"] for x, y in around
               for i in outlines.at(lon + x / math.cos(math.radians(lat)), lat + y))


def division_errors(places, areas):
    outlines = Outlines(places, areas)
    admin1 = collections.defaultdict(set)
    for place in places.values():
        if place["kind"] == "province":
            admin1[place["country"]].add(place["name"])
    for place_id, place in places.items():
        lon, lat = float(place["longitude"]), float(place["latitude"])
        if place["kind"] == "province":
            found = outlines.at(lon, lat)
            if found and not _may_be_in(place, outlines, places, lon, lat):
                yield f"{place_id} ({place['name']}, {place['country']}): its point lies in another country"
            if place_id in areas and place_id not in found:
                yield f"{place_id} ({place['name']}): its point lies outside its outline"
        elif place["admin1"] and place["country"] not in HOME and place["admin1"] not in admin1[place["country"]]:
            yield f"{place_id}: no division of {place['country']} is named '{place['admin1']}'"
    for country, division in collections.Counter(
            (p["country"], compared(p["name"])) for p in places.values() if p["kind"] == "province").items():
        if division > 1:
            yield f"{country[0]}: {division} divisions are named '{country[1]}'"
