# SPDX-License-Identifier: MIT
"""Installations that reports name, as gazetteer/world/installations.csv has them: one cited point each."""

import csv
import math

from spellings import compared

FAR_KM = 60  # a row whose place is farther than this from the town that it names is wrong


def read(path):
    """\\throws SystemExit where a row has too many or too few cells."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, restval=None))
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise SystemExit(f"{path}:{number}: {row['name']} has not as many cells as the header")
    return rows


def add(world, rows, taken):
    """Adds the installations that neither the curated gazetteer nor OurAirports' table has; the id is `site:` and the
    name. A name that OurAirports has in that country stands for its airfield: the row's names are added to it."""
    airfields = {}
    for place in world.places.values():
        if place["place_id"].startswith("ourairports:"):
            airfields[place["country"], compared(place["name"])] = place["place_id"]
    towns = {}
    for place in world.places.values():
        if place["kind"] in ("city", "town", "village", "quarter"):
            towns.setdefault(compared(place["name"]), []).append(place)
    for row in rows:
        lat, lon = float(row["latitude"]), float(row["longitude"])
        same = _airfield_near(world, row, lat, lon)
        if same:
            for name in [row["name"], *row["names"].split(";")]:
                world.name(same, name, source_id="usage")
            continue
        _check(row, lat, lon, towns)
        place_id = "site:" + compared(row["name"]).replace(" ", "-")
        if place_id in taken:
            continue
        world.place(place_id, row["name"], row["kind"], (lon, lat), "hand-sites", country=row["country"],
                    extent_m=row["extent_m"], accuracy_m=row["accuracy_m"], notes="Looked up in: " + row["reference"])
        for name in row["names"].split(";"):
            world.name(place_id, name, source_id="usage")


def _airfield_near(world, row, lat, lon):
    """The airfield of OurAirports that a row of the kind air base or airport is: the one within 5 km."""
    if row["kind"] not in ("air base", "airport"):
        return None
    near = [(km(lat, lon, p), i) for i, p in world.places.items()
            if i.startswith("ourairports:") and abs(float(p["latitude"]) - lat) < 0.1]
    return min(near)[1] if near and min(near)[0] <= 5 else None


def _check(row, lat, lon, towns):
    near = towns.get(compared(row["near"]), ())
    if row["near"] and near and min(km(lat, lon, town) for town in near) > FAR_KM:
        raise SystemExit(f"installations.csv: {row['name']} does not lie near {row['near']}")


def km(lat, lon, place):
    return math.hypot((float(place["latitude"]) - lat) * 111.2,
                      (float(place["longitude"]) - lon) * 111.3 * math.cos(math.radians(lat)))
