# SPDX-License-Identifier: MIT
"""Towns and quarters that reports name and GeoNames' editions of towns have not, and first-order divisions in which
it has no town: gazetteer/world/towns.csv."""

import csv
import difflib

from installations import km
from spellings import compared

NEAR_KM, ALIKE = 5, 0.6  # a town of GeoNames so near, with a name so alike, is the same one


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add(world, rows, divisions):
    """Adds the towns, each in the division of the nearest town of its country; the id is `town:`, the country and the
    name. Where GeoNames has the town under another spelling, that one gets the names.

    \\param divisions a function (country, lon, lat) -> name of the first-order division, or empty
    """
    by_country = {}
    for place in world.places.values():
        if place["kind"] in ("city", "town", "village", "quarter"):
            by_country.setdefault(place["country"], []).append(place)
    for row in rows:
        lat, lon = float(row["latitude"]), float(row["longitude"])
        names = [row["name"], *(n.strip() for n in row["names"].split(";") if n.strip())]
        place_id = _known(by_country.get(row["country"], ()), names, lat, lon)
        if place_id is None:
            place_id = f"town:{row['country'].lower()}-{compared(row['name']).replace(' ', '-')}"
            world.place(place_id, row["name"], row["kind"], (lon, lat), "hand-sites", country=row["country"],
                        admin1=row["name"] if row["kind"] == "province" else divisions(row["country"], lon, lat),
                        accuracy_m=row["accuracy_m"], extent_m=row["extent_m"] or "",
                        notes="Looked up in: NGA GEOnet Names Server")
        for name in names:
            world.name(place_id, name, source_id="usage")


def _known(towns, names, lat, lon):
    for town in towns:
        if abs(float(town["latitude"]) - lat) < 0.1 and km(lat, lon, town) <= NEAR_KM:
            likeness = max(difflib.SequenceMatcher(None, compared(town["name"]), compared(n)).ratio() for n in names)
            if likeness >= ALIKE:
                return town["place_id"]
    return None
