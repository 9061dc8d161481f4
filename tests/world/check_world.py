# SPDX-License-Identifier: MIT
"""What the gazetteer of the world holds: capitals, first-order divisions by country, seas, regions and divisions that
hold what they should and nothing beside; and the tables agree with each other.

  check_world.py SOURCE_FOLDER BINARY_FOLDER
"""

import csv
import math
import sys
from pathlib import Path

source, binary = Path(sys.argv[1]), Path(sys.argv[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(source / "script" / "world"))

import check
from spellings import compared

MOST_BYTES = 100_000_000  # of the gazetteers that are installed
CAPITAL_KM = 40  # between Natural Earth's point of a capital and ours: of the largest, the middle is a matter of taste


def table(name):
    with open(Path(__file__).parent / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def distance_km(lat_a, lon_a, lat_b, lon_b):
    return math.hypot((lat_a - lat_b) * 111.2, (lon_a - lon_b) * 111.3 * math.cos(math.radians(lat_a)))


def by_name(places, names):
    """{(country, name as it is compared): [place]}"""
    result = {}
    for name in names:
        place = places[name["place_id"]]
        result.setdefault((place["country"], compared(name["name"])), []).append(place)
    return result


def curated():
    """The places and names of the other gazetteer, which the world's leaves out."""
    with open(source / "gazetteer" / "places.csv", encoding="utf-8", newline="") as file:
        places = {row["place_id"]: row for row in csv.DictReader(file)}
    with open(source / "gazetteer" / "names.csv", encoding="utf-8", newline="") as file:
        return places, [row for row in csv.DictReader(file) if row["place_id"] in places]


def capital_faults(known):
    for row in table("capitals"):
        places = known.get((row["country"], compared(row["name"])), [])
        near = [p for p in places if p["kind"] in ("city", "town", "village") and distance_km(
            float(row["latitude"]), float(row["longitude"]), float(p["latitude"]), float(p["longitude"])) < CAPITAL_KM]
        if not near:
            yield f"no town {row['name']} of {row['country']} near {row['latitude']}, {row['longitude']}"


def count_faults(places):
    for row in table("divisions"):
        count = sum(p["kind"] == "province" and p["country"] == row["country"] for p in places.values())
        if count != int(row["count"]):
            yield f"{row['country']} has {count} first-order divisions, not {row['count']}"


def area_faults(known, areas):
    for row in table("areas"):
        places = [p for p in known.get((row["country"], compared(row["name"])), [])
                  if p["kind"] == row["kind"] and p["place_id"] in areas]
        if not places:
            yield f"no {row['kind']} {row['name']} with an outline"
            continue
        for column, wanted in (("inside", True), ("outside", False)):
            for point in row[column].split(";"):
                lon, lat = map(float, point.split())
                if any(check.holds(areas[p["place_id"]], lon, lat) for p in places) != wanted:
                    yield f"{row['name']}: {point.strip()} is not {column}"


def split_faults(known):
    for row in csv.DictReader((source / "src/gazetteer/tables/split_divisions.csv").open(encoding="utf-8")):
        for name in (row["division"], row["part of"]):
            if not any(p["kind"] == "province" and p["name"] == name for p in known.get((row["country"], compared(name)), [])):
                yield f"split_divisions.csv: {row['country']} has no province {name}"


def size_faults():
    gazetteers = list((binary / "gazetteer").glob("*.gpkg"))
    total = sum(g.stat().st_size for g in gazetteers)
    if len(gazetteers) < 2 or total > MOST_BYTES:
        yield f"{len(gazetteers)} gazetteers of {total / 1e6:.0f} MB are installed"


def main():
    places, names, areas = check.read(source / "gazetteer" / "world")
    home_places, home_names = curated()
    known = by_name(places, names)
    everywhere = by_name({**home_places, **places}, home_names + names)
    faults = [*check.errors(source / "gazetteer" / "world"), *capital_faults(everywhere), *count_faults(places),
              *area_faults(known, areas), *split_faults(known), *size_faults()]
    for fault in faults:
        print(fault)
    print(f"{len(places)} places, {len(names)} names, {len(areas)} outlines; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
