# SPDX-License-Identifier: MIT
"""Outlines of countries at 1:10m, for the curated gazetteer: the union of a country's first-order areas.

Iraq, Syria and their neighbours keep those of areas.geojson; what has no country row there (Somaliland, the Siachen
Glacier) stays an area of its own, beside the country that the policy on disputed areas gives it to.
"""

import collections
import csv
import json
import math

from outlines import polygons_of, rings_of, signed_area, union
from tables import write

LEAST_M2 = 25e6  # smaller islands are left out where a country has larger parts
MOST_ISLANDS = 60


def make(gazetteer, areas):
    """Writes gazetteer/world/countries.geojson.gz, and takes the countries that it holds out of areas.geojson."""
    with open(gazetteer / "places.csv", encoding="utf-8", newline="") as file:
        rows = {row["country"]: row for row in csv.DictReader(file) if row["kind"] == "country" and row["country"]}
    with open(gazetteer / "areas.geojson", encoding="utf-8") as file:
        curated = json.load(file)["features"]
    near = {f["properties"]["country"] for f in curated if f["properties"]["source_id"] == "natural-earth-10m"}
    shapes = collections.defaultdict(list)
    for area in areas:
        if area.country in rows and area.country not in near:
            shapes[area.country].append(area.shape)
    features = []
    for code in sorted(shapes):
        row = rows[code]
        properties = {"place_id": row["place_id"], "level": "country", "name": row["name"], "country": code,
                      "source_id": "natural-earth"}
        features.append({"type": "Feature", "properties": properties, "geometry": {
            "type": "MultiPolygon", "coordinates": _large(rings_of(union(shapes[code])))}})
    made = {f["properties"]["place_id"] for f in features}
    kept = [f for f in curated if f["properties"]["place_id"] not in made]
    write(gazetteer / "world" / "countries.geojson.gz", _collection(features))
    (gazetteer / "areas.geojson").write_text(_collection(kept), encoding="utf-8")


def _large(polygons):
    """The largest parts; of a country of small islands, all of them that are not too many."""
    def size(rings):
        return abs(signed_area(rings[0])) * math.cos(math.radians(rings[0][0][1])) * 111_195 ** 2

    ordered = sorted(polygons, key=size, reverse=True)
    return [rings for number, rings in enumerate(ordered)
            if number == 0 or number < MOST_ISLANDS and size(rings) > min(LEAST_M2, size(ordered[0]) / 50)]


def _collection(features):
    texts = (json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(texts) + "\n]}\n"
