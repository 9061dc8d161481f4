# SPDX-License-Identifier: MIT
"""First-order divisions: GeoNames' present ones, each with the outline that its towns fill in Natural Earth.

A division's outline is the union of Natural Earth's areas in which its towns are the most. An area that holds most
towns of several divisions is a former one, or one that was split: its parts get outlines drawn about their towns.
"""

import collections
import json
import math
import re

from osgeo import ogr

from outlines import Mosaic
from spellings import compared, shown
from towns import CONFLICT

# Whose areas Natural Earth keeps apart under a code of its own, as the documented policy on disputed areas has them.
COUNTRY_OF_A3 = {"KOS": "XK", "SOL": "SO", "CYN": "CY", "CNM": "CY", "ESB": "CY", "WSB": "CY", "KAB": "KZ",
                 "PSX": "PS", "KAS": "IN", "USG": "CU"}
COUNTRY_OF_AREA = {"Crimea": "UA", "Sevastopol": "UA", "Laâyoune - Boujdour - Sakia El Hamra": "EH",
                   "Oued el Dahab": "EH"}
# Not divisions of the country that GeoNames puts them in: the West Bank is Palestine's.
DROPPED = frozenset(("IL", name) for name in ("Judea and Samaria Area",))
# Metres by which thinning may move a coast, a border between countries, and one inside a country; of countries without
# conflict, the second figures.
COAST_M, BORDER_M, INNER_M = (1200, 3000), 300, (500, 1500)
MOST = 0.6  # a share that is most of the whole
WORDS = ("oblast|raion|rayon|krai|okrug|autonomous okrug|state|province|region|department|departement|governorate|"
         "prefecture|district|county|municipality|division|emirate|territory|republic|wilaya|voivodeship|canton")
WORD_AFTER = re.compile(rf"(?i)[\s-]+({WORDS})$")
WORD_BEFORE = re.compile(r"(?i)^(province|provincia|provincie|prov[ií]ncia|departamento|d[ée]partement|department|"
                         r"estado|state|region|r[ée]gion|wilaya|emirate|governorate|muhafazat|oblast|republic|distrito|"
                         r"municipality|gouvernorat|préfecture|canton|comarca|kotte) "
                         r"(of |de la |del |de |du |da |do |d['’])?"
                         r"(?=\w)")
# What is no name without its generic word: Northern Region, Central Province.
DIRECTIONS = frozenset("north south east west northern southern eastern western central centre center northeast "
                       "northwest southeast southwest northeastern northwestern southeastern southwestern "
                       "upper lower far north far south littoral capital coast plateau highlands federal islands "
                       "national capital special".split())


def without_word(name):
    """A division's name without its generic word; with it where the rest is a direction or nothing of its own."""
    for bare in (WORD_AFTER.sub("", name), WORD_BEFORE.sub("", name)):
        if bare != name and bare and not all(w in DIRECTIONS for w in compared(bare).split()):
            return bare
    return name


class Area:
    """One area of Natural Earth: its properties, country and shape, the towns in it by their division."""

    def __init__(self, properties, country, shape):
        self.properties, self.country, self.shape = properties, country, shape
        self.towns = collections.Counter()
        self.division = ""
        self.is_split = False

    def names(self):
        p = self.properties
        found = [p.get(k) for k in ("name_en", "name", "gn_name", "woe_name", "gns_name", "name_local")]
        found += (p.get("name_alt") or "").split("|")
        return [n.strip() for n in found if n and n.strip() and not re.search(r"[?¤;]|^-?\d+$|^NULL$", n)]

    def bare_names(self):
        return {compared(without_word(n)) for n in self.names()}


def country_of(properties):
    if properties.get("name") in COUNTRY_OF_AREA:
        return COUNTRY_OF_AREA[properties["name"]]
    code = properties.get("iso_a2") or ""
    if properties["adm0_a3"] in COUNTRY_OF_A3:
        return COUNTRY_OF_A3[properties["adm0_a3"]]
    return code if re.fullmatch("[A-Z]{2}", code) else ""


def read(paths):
    """Natural Earth's areas, thinned."""
    features = json.load(open(paths["outlines"], encoding="utf-8"))["features"]
    countries = [country_of(f["properties"]) for f in features]
    shapes = {}
    for number, feature in enumerate(features):
        geometry = feature["geometry"]
        shapes[number] = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    thin = Mosaic(shapes).thinned(lambda users: _limit_m({countries[number] for number in users}, len(users)),
                                  lambda number: COAST_M[countries[number] not in CONFLICT])
    return [Area(f["properties"], countries[n], thin[n]) for n, f in enumerate(features)]


def _limit_m(countries, count):
    """How far a border may move, by the countries of the areas beside it and their number."""
    if len(countries) > 1:
        return BORDER_M
    return (COAST_M if count == 1 else INNER_M)[not countries & CONFLICT]


def point(lon, lat):
    """A position as an OGR geometry."""
    result = ogr.Geometry(ogr.wkbPoint)
    result.AddPoint_2D(lon, lat)
    return result


class Finder:
    """Which area a point lies in."""

    def __init__(self, areas):
        self.cells = collections.defaultdict(list)
        for area in areas:
            prepared = area.shape.CreatePreparedGeometry()
            west, east, south, north = area.shape.GetEnvelope()
            for x in range(math.floor(west), math.floor(east) + 1):
                for y in range(math.floor(south), math.floor(north) + 1):
                    self.cells[x, y].append((area, prepared))

    def find(self, lon, lat):
        here = point(lon, lat)
        for area, prepared in self.cells.get((math.floor(lon), math.floor(lat)), ()):
            if prepared.Intersects(here):
                return area
        return None


class Division:
    """A first-order division of GeoNames, the areas of Natural Earth that make it, and its towns."""

    def __init__(self, code, name):
        self.code, self.country, self.full_name = code, code[:2], name
        self.name = shown(without_word(name), self.country)
        self.areas, self.towns, self.at_home, self.holder = [], [], [], None
        self.id = ""


def settle(areas, towns, codes, names):
    """{code: Division}: which areas are which division's, by their towns and, where these are none, by name."""
    finder = Finder(areas)
    divisions = {code: Division(code, name) for code, name in names.items() if (code[:2], name) not in DROPPED}
    found = collections.defaultdict(collections.Counter)
    for town in towns:
        division = divisions.get(town.division)
        if division is None:
            continue
        division.towns.append(town)
        area = finder.find(town.lon, town.lat)
        if area is not None and area.country == town.country:
            division.at_home.append(town)
            area.towns[division.code] += 1
            found[division.code][id(area)] += 1
    by_id = {id(area): area for area in areas}
    holds = collections.defaultdict(list)
    for code, counts in found.items():
        area, count = counts.most_common(1)[0]
        if count >= MOST * sum(counts.values()):
            holds[area].append(code)
            divisions[code].holder = by_id[area]
    without_towns = {(d.country, compared(d.name)): d.code for d in divisions.values() if not d.towns}
    for area in areas:
        held = holds.get(id(area), [])
        lone = {without_towns[area.country, n] for n in area.bare_names() if (area.country, n) in without_towns}
        if len(lone) == 1:
            area.division = lone.pop()
        elif len(held) > 1:
            area.is_split = True
            same = [c for c in held if compared(divisions[c].name) in area.bare_names()
                    and area.towns[c] >= MOST * sum(area.towns.values())]
            area.division = same[0] if same else ""
        elif area.towns:
            code, count = area.towns.most_common(1)[0]
            area.division = code if count >= MOST * sum(area.towns.values()) or held == [code] else ""
    _by_name(areas, divisions)
    for area in areas:
        if area.division:
            divisions[area.division].areas.append(area)
    for division in divisions.values():
        mine = sum(a.towns[division.code] for a in division.areas)
        if division.towns and mine < MOST * sum(found[division.code].values()):
            for area in division.areas:
                area.division = ""
            division.areas = []
    _give_ids(divisions, codes)
    _tell_apart(divisions)
    return divisions


def _tell_apart(divisions):
    """Of two of a country that would have one name (Moscow and its oblast), each gets its full name."""
    named = collections.defaultdict(list)
    for division in divisions.values():
        named[division.country, compared(division.name)].append(division)
    for group in named.values():
        if len(group) > 1:
            for division in group:
                division.name = shown(division.full_name, division.country)


def _by_name(areas, divisions):
    """Areas without towns: to the division of their code or name."""
    served = {area.division for area in areas}
    by_name = collections.defaultdict(list)
    for division in divisions.values():
        by_name[division.country, compared(division.name)].append(division.code)
    for area in areas:
        if area.division or area.towns:
            continue
        code = area.properties.get("gn_a1_code") or ""
        wanted = {c for n in area.bare_names() for c in by_name[area.country, n]}
        if code in divisions and (code in wanted or code not in served):
            area.division = code
        elif len(wanted) == 1 and not wanted & served:
            area.division = wanted.pop()


def _give_ids(divisions, codes):
    """GeoNames' id where its table or, of a single area, Natural Earth has it; else the code itself."""
    known = {}
    for line in open(codes, encoding="utf-8"):
        code, name, _, number = line.rstrip("\n").split("\t")
        known[code] = (compared(without_word(name)), number)
    taken = {number for code, (_, number) in known.items() if code in divisions}
    for division in divisions.values():
        properties = division.areas[0].properties if len(division.areas) == 1 else {}
        earth = properties.get("gn_id") or 0
        if division.code in known:
            number = known[division.code][1]
        elif properties.get("gn_level") == 1 and earth > 0 and str(earth) not in taken:
            number = str(earth)
            taken.add(number)
        else:
            number = ""
        division.id = "geonames:" + number if number else "geonames-admin1:" + division.code
