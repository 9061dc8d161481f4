# SPDX-License-Identifier: MIT
"""Divisions as places of the gazetteer: with an outline, drawn about their towns, or as a circle."""

import collections
import math
import re

import cells
from divisions import point, without_word
from outlines import middle, rings_of, union
from spellings import compared, shown


def add(world, areas, divisions, local_names, taken):
    """Adds the divisions and what else Natural Earth has: the parts of a division, and former ones.

    \\param local_names [(language, name)] of an ISO 3166-2 code, as CLDR has them
    \\param taken the ids and countries that the curated gazetteer has
    """
    approximate = cells.drawn(divisions, [d for d in divisions.values() if not d.areas and d.holder is not None])
    for division in divisions.values():
        if division.country in taken or not (division.areas or division.towns):
            continue
        if division.areas:
            _add_outlined(world, division)
        else:
            _add_by_towns(world, division, approximate.get(division.code))
        world.name(division.id, division.full_name)
        for area in division.areas:
            if len(division.areas) == 1 or compared(division.name) in area.bare_names():
                _add_names(world, division.id, area, local_names)
    for area in areas:
        if area.country not in taken:
            _add_part(world, area, divisions, local_names)


def _place(world, place_id, name, kind, geometry, country, admin1, source, **more):
    """Adds a place with an outline, its point the middle."""
    (lon, lat), area_m2 = middle(geometry)
    if world.place(place_id, name, kind, (lon, lat), source, country=country, admin1=admin1,
                   extent_m=round(math.sqrt(area_m2 / math.pi)), accuracy_m=1000, **more):
        world.area(place_id, kind, rings_of(geometry))


def _add_outlined(world, division):
    shape = division.areas[0].shape if len(division.areas) == 1 else union([a.shape for a in division.areas])
    holds = [a for a in division.areas if a.is_split]
    notes = "The outline is the one from before parts of it became divisions of their own." if holds else ""
    _place(world, division.id, division.name, "province", shape, division.country, division.name, "natural-earth",
           source_ref=division.code, notes=notes)


def _add_by_towns(world, division, shape):
    """A division without a published outline: the point of its seat, and an outline or circle about its towns."""
    inside = [t for t in division.towns if shape and shape.Contains(point(t.lon, t.lat))]
    shape = shape if inside else None
    seat = max(inside or division.at_home or division.towns, key=lambda t: (t.code in ("PPLC", "PPLA"), t.population))
    far = max(_km(seat, town) for town in division.towns)
    notes = "No published outline: it is drawn about its towns." if shape else "No outline: a circle about its towns."
    world.place(division.id, division.name, "province", (seat.lon, seat.lat), "geonames-divisions",
                country=division.country, admin1=division.name, extent_m=round(min(far, 400) * 1000) + 15000,
                accuracy_m=5000, source_ref=division.code, notes=notes)
    if shape:
        world.area(division.id, "province", rings_of(shape))


def _add_part(world, area, divisions, local_names):
    """An area that is no division by itself: a part of one, or one of the past that was split."""
    division = divisions.get(area.division)
    name = area.names()[0] if area.names() else ""
    # A code with a plus is a whole country, or one that few recognise.
    whole = division is not None and len(division.areas) == 1
    if not name or not area.country or "+" in area.properties["adm1_code"] or whole:
        return
    bare = shown(without_word(name), area.country)
    number = area.properties.get("gn_id") or 0
    place_id = f"geonames:{number}" if number > 0 else "ne:" + area.properties["adm1_code"]
    if division is not None:
        if compared(bare) == compared(division.name):
            return
        _place(world, place_id, bare, "district", area.shape, area.country, division.name, "natural-earth",
               source_ref=area.properties["adm1_code"])
    elif area.is_split or area.towns:
        _place(world, place_id, bare, "region", area.shape, area.country, "", "natural-earth",
               source_ref=area.properties["adm1_code"], notes="A former division, as Natural Earth has it.")
    else:
        return
    if place_id in world.places:
        _add_names(world, place_id, area, local_names)


LANGUAGES = "ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh".split()


def _add_names(world, place_id, area, local_names):
    for name in area.names():
        world.name(place_id, name)
        word = area.properties.get("type_en") or ""
        if re.fullmatch("[A-Z][a-z]+", word) and without_word(name) == name:
            world.name(place_id, f"{name} {word}", "en")
    for language in LANGUAGES:
        name = area.properties.get("name_" + language) or ""
        if local_names.keeps(language, name, area.country):
            world.name(place_id, name, language)
    code = (area.properties.get("iso_3166_2") or "").replace("-", "").rstrip("~").lower()
    for language, name in local_names.of(code, area.country):
        world.name(place_id, name, language, source_id="cldr")


def _km(one, other):
    return math.hypot((one.lat - other.lat) * 111.2,
                      (one.lon - other.lon) * 111.3 * math.cos(math.radians(one.lat)))


def add_districts(world, towns, divisions, names, countries, area_m2):
    """Second-order divisions that have no outline yet, as circles about their towns: the point is that of the seat or
    largest town.

    \\param area_m2 {country: its area}, for the least size of a circle
    """
    members, counts = collections.defaultdict(list), collections.Counter(c[:2] for c in names)
    outlined = {(p["country"], compared(p["name"])): i for i, p in world.places.items() if p["kind"] == "district"}
    for town in towns:
        if town.country in countries and town.district in names:
            members[town.district].append(town)
    for code, group in members.items():
        country, full = code[:2], names[code]
        bare = shown(without_word(full), country)
        if (country, compared(bare)) in outlined:
            world.name(outlined[country, compared(bare)], full)
            continue
        division = divisions.get(code.rpartition(".")[0])
        seat = max(group, key=lambda t: (t.code in ("PPLC", "PPLA", "PPLA2"), t.population))
        far = min(max(_km(seat, town) for town in group), 150) * 1000
        usual = math.sqrt(area_m2.get(country, 0) / counts[country] / math.pi)
        place_id = "geonames-admin2:" + code
        world.place(place_id, bare, "district", (seat.lon, seat.lat), "geonames-divisions", country=country,
                    admin1=division.name if division else "", admin2=bare, extent_m=round(max(far + 8000, usual)),
                    accuracy_m=5000, source_ref=code, notes="No outline: a circle about its towns.")
        world.name(place_id, full)
