# SPDX-License-Identifier: MIT
"""The order in which the gazetteer of the world is made."""

import collections
import csv
import json
import sys
import time

import airfields
import country_outlines
import division_places
import divisions
import installations
import news_towns
import regions
import rivers
import towns
from local_names import LocalNames
from usual import Usual
from usual import read as read_usual
from outlines import middle
from spellings import compared
from tables import World

HOME = ("IQ", "SY")  # the countries of the curated gazetteer


def make(paths, gazetteer):
    """Makes the tables of gazetteer/world from the packages and what is written by hand."""
    began = time.monotonic()

    def say(text):
        print(f"{time.monotonic() - began:4.0f} s  {text}", file=sys.stderr, flush=True)

    curated = _curated(gazetteer)
    world = World()
    all_towns = towns.read(paths)
    say(f"{len(all_towns)} towns")
    areas = divisions.read(paths)
    say(f"{len(areas)} areas")
    names = {row["code"]: row["name"] for row in json.load(open(paths["divisions"], encoding="utf-8"))}
    settled = divisions.settle(areas, all_towns, paths["codes"], names)
    say(f"{len(settled)} first-order divisions, {sum(bool(d.areas) for d in settled.values())} of them with an outline")
    usual = Usual(read_usual(gazetteer / "world" / "usual.csv"))
    usual.name_divisions(settled)
    usual.name_towns(all_towns)
    home = towns.home_scripts(all_towns)
    division_places.add(world, areas, settled, LocalNames(paths["names"], home), HOME)
    say(f"{len(world.places)} divisions, parts and former ones")
    district_names = {row["code"]: row["name"] for row in json.load(open(paths["districts"], encoding="utf-8"))}
    area_m2 = collections.Counter()
    for area in areas:
        area_m2[area.country] += middle(area.shape)[1]
    division_places.add_districts(world, all_towns, settled, district_names, towns.WITH_DISTRICTS, area_m2)
    division_names = {code: _curated_name(curated, d) if d.country in HOME else d.name for code, d in settled.items()}
    bare = {code: divisions.without_word(name) for code, name in district_names.items()}
    towns.add(world, all_towns, division_names, bare, home, lambda town: _has(curated, town))
    airfields.add(world, airfields.read(paths["airports"]), curated["ids"])
    usual.add_names(world)
    finder = divisions.Finder(areas)

    def division_at(country, lon, lat):
        area = finder.find(lon, lat)
        found = settled.get(area.division) if area is not None and area.country == country else None
        return found.name if found else ""

    news_towns.add(world, news_towns.read(gazetteer / "world" / "towns.csv"), division_at)
    installations.add(world, installations.read(gazetteer / "world" / "installations.csv"), curated["ids"])
    regions.add(world, regions.read(gazetteer / "world" / "regions.csv"), regions.Earth(paths["ocean"], areas), areas)
    for row in usual.unused():
        say(f"usual.csv: {row['country']} has no {row['kind']} {row['name']}")
    say(f"{len(world.places)} places, {len(world.names)} names, {len(world.areas)} outlines")
    world.write(gazetteer / "world")
    country_outlines.make(gazetteer, areas)
    rivers.write(paths["rivers"], gazetteer.parent / "src" / "gazetteer" / "tables" / "rivers.csv")
    say("written")
    return world, settled, areas


def _curated(gazetteer):
    """The ids of the curated gazetteer, and its names by where they are."""
    result = {"ids": set(), "near": collections.defaultdict(list), "divisions": {}}
    where, divisions_of = {}, {}
    with open(gazetteer / "places.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            result["ids"].add(row["place_id"])
            where[row["place_id"]] = (float(row["latitude"]), float(row["longitude"]))
            if row["kind"] == "province":
                divisions_of[row["place_id"]] = (row["country"], row["name"])
    with open(gazetteer / "names.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["place_id"] in where:
                result["near"][compared(row["name"])].append(where[row["place_id"]])
            if row["place_id"] in divisions_of:
                country, name = divisions_of[row["place_id"]]
                result["divisions"][country, compared(divisions.without_word(row["name"]))] = name
    return result


def _curated_name(curated, division):
    """The name that the curated gazetteer has for a division of GeoNames; empty where it has none."""
    return curated["divisions"].get((division.country, compared(division.name)), "")


def _has(curated, town):
    """Whether the curated gazetteer has a town of its own countries: by its id, or by a name within 5 km or so. Of other
    countries it has few names."""
    if town.country not in HOME:
        return False
    if "geonames:" + town.id in curated["ids"]:
        return True
    return any(abs(lat - town.lat) < 0.045 and abs(lon - town.lon) < 0.055
               for name in [town.name, *town.names] for lat, lon in curated["near"].get(compared(name), ()))
