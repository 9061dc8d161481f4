# SPDX-License-Identifier: MIT
"""Examines the gazetteer's tables. Errors make the exit code 1; warnings are for a person to look at."""

import json
import math
import re
from collections import Counter

from gazetteer_tables import BULK, Tables, script_of

KINDS = set(
    "country|region|province|district|subdistrict|city|town|village|quarter|locality|zone|airport|airfield|air base|"
    "military base|training range|embassy|headquarters|compound|border crossing|oil field|gas field|power plant|dam|"
    "refinery|prison|bridge|river|lake|mountain|island|port|border|street|building".split("|"))
SORTS = {"preferred", "alternate", "former", "code"}
# A border is thinned by a few hundred metres, and crossings stand on it.
BORDER_SLACK_DEG = 0.05


def number(text, low, high):
    try:
        return low <= float(text) <= high
    except ValueError:
        return False


def place_errors(place, sources, provinces):
    name = place["place_id"]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|geonames:\d+|ourairports:[A-Z0-9-]+", name):
        yield f"{name}: not a place id"
    if place["kind"] not in KINDS:
        yield f"{name}: kind '{place['kind']}' is not in the list"
    if not number(place["latitude"], -90, 90) or not number(place["longitude"], -180, 180):
        yield f"{name}: position '{place['latitude']}, {place['longitude']}' is not a position"
    for column in ("extent_m", "accuracy_m"):
        if not number(place[column], 1, 2e7):
            yield f"{name}: {column} '{place[column]}' is not a length"
    if not re.fullmatch("([A-Z]{2})?", place["country"]):
        yield f"{name}: country '{place['country']}' is not two letters"
    if place["admin1"] and (place["country"], place["admin1"]) not in provinces:
        yield f"{name}: no province row named '{place['admin1']}' in {place['country']}"
    if place["population"] and not place["population"].isdigit():
        yield f"{name}: population '{place['population']}' is not a count"
    if place["source_id"] not in sources:
        yield f"{name}: source '{place['source_id']}' is not in sources.csv"
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", place["source_date"]):
        yield f"{name}: date '{place['source_date']}'"


def table_errors(tables, areas):
    sources = {s["source_id"] for s in tables.sources}
    places = {p["place_id"]: p for p in tables.places}
    provinces = {(p["country"], p["name"]) for p in tables.places if p["kind"] == "province"}
    for place_id, count in Counter(p["place_id"] for p in tables.places).items():
        if count > 1:
            yield f"{place_id}: {count} rows"
    for place in tables.places:
        yield from place_errors(place, sources, provinces)
    for key, count in Counter((n["place_id"], n["name"]) for n in tables.names).items():
        if count > 1:
            yield f"{key[0]}: the name '{key[1]}' stands {count} times"
    preferred = Counter((n["place_id"], n["language"]) for n in tables.names if n["sort"] == "preferred")
    for (place_id, language), count in preferred.items():
        if count > 1:
            yield f"{place_id}: {count} preferred names in '{language}'"
    own = {(n["place_id"], n["name"]) for n in tables.names if (n["language"], n["sort"]) == ("en", "preferred")}
    for place in tables.places:
        if (place["place_id"], place["name"]) not in own:
            yield f"{place['place_id']}: '{place['name']}' is not its preferred English name in names.csv"
    for row in tables.names:
        where = f"{row['place_id']}: name '{row['name']}'"
        if row["place_id"] not in places:
            yield f"{where}: no such place"
        if row["sort"] not in SORTS or row["source_id"] not in sources or not row["name"].strip():
            yield f"{where}: sort or source is not known, or the name is empty"
        if row["script"] != script_of(row["name"]) or not re.fullmatch("([a-z]{2,3})?", row["language"]):
            yield f"{where}: script or language"
        if not all(re.fullmatch(r"(\d{4})?", row[c]) for c in ("from_year", "to_year")):
            yield f"{where}: years"
    for row in tables.points:
        if row["place_id"] not in places or row["source_id"] not in sources:
            yield f"{row['place_id']}: point without a place or a known source"
        if not number(row["latitude"], -90, 90) or not number(row["longitude"], -180, 180):
            yield f"{row['place_id']}: point '{row['latitude']}, {row['longitude']}'"
    for source in BULK:
        if source not in sources:
            yield f"sources.csv: bulk source '{source}' is missing"
    for area in areas:
        place = places.get(area["properties"]["place_id"])
        if place is None:
            yield f"areas.geojson: {area['properties']['place_id']} has no row in places.csv"
        elif (place["name"], place["country"]) != (area["properties"]["name"], area["properties"]["country"]):
            yield f"areas.geojson: {place['place_id']}: name or country is not that of places.csv"
        for (lon1, lat1), (lon2, lat2) in edges(area):
            if abs(lon1 - lon2) > 180 and (lat1, lat2) not in ((-90, -90), (90, 90)):
                yield (f"areas.geojson: {area['properties']['place_id']}: its outline runs around the Earth from {lon1}, "
                       f"{lat1} to {lon2}, {lat2}; split it at 180 degrees")


def edges(area):
    """The edges of an area's rings, as pairs of (longitude, latitude)."""
    for polygon in area["geometry"]["coordinates"]:
        for ring in polygon:
            yield from zip(ring, ring[1:])


def contains(area, lat, lon, slack):
    from itertools import product

    for dx, dy in product((0, -slack, slack), repeat=2):
        odd = False
        for (x1, y1), (x2, y2) in edges(area):
            if (y1 > lat + dy) != (y2 > lat + dy) and lon + dx < (x2 - x1) * (lat + dy - y1) / (y2 - y1) + x1:
                odd = not odd
        if odd:
            return True
    return False


def apart_km(a, b):
    lat = math.radians((float(a["latitude"]) + float(b["latitude"])) / 2)
    dy = float(a["latitude"]) - float(b["latitude"])
    dx = (float(a["longitude"]) - float(b["longitude"])) * math.cos(lat)
    return math.hypot(dx, dy) * 111.2


def warnings(tables, areas):
    """Things that may be right but deserve a look: a point outside its country or province, a far other point."""
    countries = {a["properties"]["country"]: a for a in areas if a["properties"]["level"] == "country"}
    provinces = {(a["properties"]["country"], a["properties"]["admin1"]): a for a in areas
                 if a["properties"]["level"] == "admin1" and a["properties"]["admin1"]}
    places = {p["place_id"]: p for p in tables.places}
    for place in tables.places:
        lat, lon = float(place["latitude"]), float(place["longitude"])
        country = countries.get(place["country"])
        if country and place["kind"] not in ("country", "region") and not contains(country, lat, lon, BORDER_SLACK_DEG):
            yield f"{place['place_id']} ({place['name']}) lies outside {place['country']}"
            continue
        province = provinces.get((place["country"], place["admin1"]))
        if province and place["kind"] != "province" and not contains(province, lat, lon, BORDER_SLACK_DEG):
            yield f"{place['place_id']} ({place['name']}) lies outside {place['admin1']}"
    for point in tables.points:
        place = places.get(point["place_id"])
        if place and apart_km(place, point) > 20:
            yield f"{place['place_id']} ({place['name']}): another point {apart_km(place, point):.0f} km away"


def check(folder):
    """Prints what is wrong and returns the exit code: 1 if there are errors, else 0."""
    tables = Tables.read(folder)
    with open(folder / "areas.geojson", encoding="utf-8") as file:
        areas = json.load(file)["features"]
    errors = list(table_errors(tables, areas))
    looks = list(warnings(tables, areas)) if not errors else []
    for text in errors:
        print("error:", text)
    for text in looks:
        print("warning:", text)
    near = sum(p["country"] in ("IQ", "SY") for p in tables.places)
    print(f"{len(tables.places)} places ({near} of Iraq and Syria), {len(tables.names)} names, "
          f"{len(tables.points)} other points, {len(areas)} areas: {len(errors)} errors, {len(looks)} warnings")
    return 1 if errors else 0
