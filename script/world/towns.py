# SPDX-License-Identifier: MIT
"""Towns: GeoNames' rows of 500 people and more with their ids and names, brought to its present names and divisions."""

import collections
import json
import math
import re

from spellings import compared, script_of, shown

# Countries with armed conflict or its reports in the last thirty years: their towns from 500 people on. Elsewhere
# from 5,000, and seats of first-order divisions.
CONFLICT = frozenset(
    "UA RU BY MD YE SD SS ET ER SO DJ KE UG RW BI TZ AF PK LB PS IL LY EG TN DZ ML BF NE NG CM TD CF CD CG AO MZ MM BD "
    "IN LK TH PH ID HT MX CO VE EC GT HN SV PE TR AM AZ GE IR SA JO KW QA AE OM BH IQ SY KP TW XK RS BA MK TJ KG UZ TM "
    "NP KH SN MR GN GW CI SL LR EH BJ TG GH PG NI MG ZW".split())
# Those whose second-order divisions are told as circles.
WITH_DISTRICTS = frozenset(
    "UA RU BY MD YE SD SS ET ER SO KE UG AF PK LB PS IL LY EG ML BF NE NG CM TD CF CD MZ MM BD IN LK PH HT CO VE TR "
    "AM AZ GE IR SA JO NP TJ KG RW BI".split())
# Whose lists from 500 people on are as long as those of all other countries together: from so many.
LONG_LISTS = {"MX": 1000, "ID": 1000}
LEAST_ELSEWHERE = 5000
SEATS = ("PPLC", "PPLA")
TOWNS = ("PPLA2", "PPLA3")
NO_LONGER = ("PPLH",)
# Of towns with fewer people, names in letters of others are left out: nobody reports a village of Ukraine in Kannada.
EVERY_SCRIPT_FROM = 300_000
WORLD_SCRIPTS = ("Latn", "Arab", "Cyrl")
WORLD_SCRIPTS_ELSEWHERE_FROM, OTHER_NAMES_ELSEWHERE_FROM = 100_000, 15_000
LATIN_NAMES_ELSEWHERE = 3  # GeoNames' list has the official ones before those of other languages


class Town:
    """One town: GeoNames' id or none, names, position and division codes."""

    __slots__ = ("id", "name", "names", "lon", "lat", "code", "country", "division", "district", "population", "new")

    def __init__(self, **values):
        for slot in self.__slots__:
            setattr(self, slot, values.get(slot))


def read(paths):
    """All towns of both packages, each once: [Town]. The name, division and district are the newer package's."""
    towns = list(_with_ids(paths["towns"]))
    near = collections.defaultdict(list)
    for town in towns:
        near[town.country, round(town.lat * 10), round(town.lon * 10)].append(town)
    matched = set()
    for row in json.load(open(paths["cities"], encoding="utf-8")):
        lat, lon, name = float(row["lat"]), float(row["lng"]), re.split(r"[,،(;]", row["name"])[0].strip()
        town = _same(near, row["country"], lat, lon, name, matched)
        if town is None:
            town = Town(id="", name=name, names=[], lon=lon, lat=lat, code="PPL", country=row["country"], population=0,
                        new=True)
            towns.append(town)
        elif town.name != name:
            town.names.insert(0, town.name)
            town.name = name
        matched.add(id(town))
        town.division = row["country"] + "." + row["admin1"] if row["admin1"] else ""
        town.district = row["admin2"] and town.division + "." + row["admin2"]
    return towns


def _with_ids(path):
    for line in open(path, encoding="utf-8"):
        cell = line.rstrip("\n").split("\t")
        country, division, district = cell[8], cell[10], cell[11]
        yield Town(id=cell[0], name=cell[1], names=[n for n in [cell[2], *_split(cell[3])] if n],
                   lat=float(cell[4]), lon=float(cell[5]), code=cell[7], country=country,
                   division=country + "." + division if division else "",
                   district=f"{country}.{division}.{district}" if division and district else "",
                   population=int(cell[14] or 0), new=False)


def _split(names):
    """The names of a list; of one in two scripts (Khartún - الخرطوم), both."""
    for name in names.split(","):
        parts = [part.strip() for part in name.split(" - ")]
        yield from parts if len({script_of(part) for part in parts}) > 1 else [name]


def _same(near, country, lat, lon, name, matched):
    """The town with an id that a newer row is: of that name within 6 km, or the one within 400 m."""
    wanted, best = compared(name), None
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            for town in near.get((country, round(lat * 10) + i, round(lon * 10) + j), ()):
                if id(town) in matched:
                    continue
                km = math.hypot((town.lat - lat) * 111.2, (town.lon - lon) * 111.3 * math.cos(math.radians(lat)))
                named = km <= 6 and wanted in {compared(n) for n in [town.name, *town.names]}
                if (named or km <= 0.4) and (best is None or (not named, km) < best[:2]):
                    best = (not named, km, town)
    return best and best[2]


def is_wanted(town):
    if town.code in NO_LONGER:
        return False
    if town.country in CONFLICT:
        return town.population >= LONG_LISTS.get(town.country, 0) or town.code in SEATS or (
            town.new and town.country not in LONG_LISTS)
    return not town.new and town.code != "PPLX" and (town.population >= LEAST_ELSEWHERE or town.code in SEATS)


def kind_of(town):
    if town.code == "PPLX":
        return "quarter"
    if town.code in SEATS or town.population >= 100_000:
        return "city"
    return "town" if town.code in TOWNS or town.new or town.population >= 5000 else "village"


def add(world, towns, division_names, district_names, home, taken):
    """Adds the towns that are wanted; home as home_scripts() has it, taken(town) is True for those that the curated
    gazetteer has."""
    for town in towns:
        if not is_wanted(town) or taken(town):
            continue
        place_id = "geonames:" + town.id if town.id else _id_of(town)
        admin2 = district_names.get(town.district, "") if town.country in CONFLICT else ""
        world.place(place_id, shown(town.name, town.country), kind_of(town), (town.lon, town.lat),
                    "geonames-1000" if town.new else "geonames-500", country=town.country,
                    admin1=division_names.get(town.division, ""), admin2=admin2, population=town.population or "",
                    accuracy_m=1000)
        scripts, latin = _scripts_of(town, home), 0
        for text in [town.name, *town.names]:
            script = script_of(text)
            if scripts and script not in scripts:
                continue
            latin += script == "Latn"
            if script != "Latn" or known_well(town) or latin <= LATIN_NAMES_ELSEWHERE:
                world.name(place_id, text)


def known_well(town):
    """Whether all the Latin names of a town are kept."""
    return town.country in CONFLICT or town.population >= WORLD_SCRIPTS_ELSEWHERE_FROM


def _scripts_of(town, home):
    """The scripts in which other names of a town are kept; none: all."""
    if town.population >= EVERY_SCRIPT_FROM:
        return ()
    if town.country in CONFLICT or town.population >= WORLD_SCRIPTS_ELSEWHERE_FROM:
        return (*WORLD_SCRIPTS, *home[town.country])
    if town.population >= OTHER_NAMES_ELSEWHERE_FROM:
        return ("Latn", *home[town.country])
    return tuple(home[town.country]) or ("none",)


def _id_of(town):
    """The word of a town without GeoNames' id: its country and its name, and where it lies to a kilometre or so."""
    name = compared(town.name).replace(" ", "-")
    return f"town:{town.country.lower()}-{name}-{town.lat:.2f}-{town.lon:.2f}"


def home_scripts(towns):
    """The scripts other than Latin in which more than a third of a country's towns have a name."""
    counts, total = collections.defaultdict(collections.Counter), collections.Counter()
    for town in towns:
        if town.id:
            total[town.country] += 1
            counts[town.country].update({script_of(n) for n in town.names})
    return collections.defaultdict(set, {
        country: {s for s, n in found.items() if s and n > total[country] / 3} for country, found in counts.items()})
