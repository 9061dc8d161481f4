# SPDX-License-Identifier: MIT
"""The tables that script/accuracy measures: read from a file, or made by hiding names from the gazetteers."""

import csv
import gzip
import math
import unicodedata
from dataclasses import dataclass


@dataclass
class Row:
    """A name, and where its place is."""

    name: str
    lat: float
    lon: float
    accept_km: float = 5
    admin1: str = ""
    country: str = ""
    kind: str = ""

    @property
    def locality(self):
        return f"{self.name}, {self.admin1}" if self.admin1 else self.name


def distance_km(lat_a, lon_a, lat_b, lon_b):
    """Along a great circle of the mean earth (haversine): to 0.5 % of the geodesic, enough to judge by."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    h = math.sin((p - q) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon_a - lon_b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1, h)))


def plain(text):
    """A name as a plain look-up compares it: without capitals, marks and punctuation."""
    letters = [c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)]
    return " ".join("".join(c if c.isalnum() else " " for c in letters if c not in "'’‘`ʻʼ").split())


KIND_WORDS = {"village", "town", "city", "area", "district", "camp", "base", "airport"}


def without_kind_word(text):
    """`Afrin town` is `afrin`."""
    words = plain(text).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in KIND_WORDS else words)


def read_table(path, with_province, country):
    rows = []
    with open(path, newline="", encoding="utf-8-sig") as file:
        for record in csv.DictReader(file):
            def cell(*names):
                return next((record[name].strip() for name in names if record.get(name)), "")
            rows.append(Row(name=cell("name", "variant", "place"), lat=float(cell("lat", "latitude")),
                            lon=float(cell("lon", "longitude")), accept_km=float(cell("accept_km") or 5),
                            admin1=cell("admin1", "province") if with_province else "",
                            country=cell("country") or country, kind=cell("kind")))
    return rows


def script_of(text):
    letters = [c for c in text if c.isalpha()]
    if letters and all("LATIN" in unicodedata.name(c, "") for c in letters):
        return "Latin"
    return "Arabic" if letters and all("ARABIC" in unicodedata.name(c, "") for c in letters) else ""


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def admin_names(codes):
    names = {}
    if codes.exists():
        for line in codes.read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            names[parts[0]] = parts[2]
    return names


EVERY = 11  # of the places that have a name to hide, one in so many loses one
CODES = "/usr/share/libtimezonemap/ui/admin1Codes.txt"


def held_out_tables(data, scratch):
    """Hides one Latin or Arabic alternate name of every eleventh place of the dumps that has several names and is the
    only one in its dump to bear it. Gives the tables of hidden names, with province and without, and the dumps that lack
    them."""
    from pathlib import Path
    scratch.mkdir(parents=True, exist_ok=True)
    provinces = admin_names(Path(CODES))
    tables, dumps, number = {}, [], 0
    for dump in sorted(data.glob("*_places_geonames_format.txt.gz")):
        places = list(lines_of(dump))
        bearers = {}
        for place in places:
            for text in {plain(t) for t in [place[1], place[2], *place[3].split(",")]}:
                bearers[text] = bearers.get(text, 0) + 1
        for place in places:
            alternates = place[3].split(",") if place[3] else []
            own = {plain(place[1]), plain(place[2])}
            number += 1
            for script in ("Latin", "Arabic"):
                hidden = [t for t in alternates if script_of(t) == script and plain(t) not in own and bearers[plain(t)] == 1]
                if not hidden or number % EVERY != (0 if script == "Latin" else 1):
                    continue
                text = hidden[number % len(hidden)]
                alternates = [t for t in alternates if plain(t) != plain(text)]
                province = provinces.get(f"{place[8]}.{place[10]}", "")
                for told in (province, ""):
                    title = f"hidden {script} names, {'with province' if told else 'bare'}"
                    tables.setdefault(title, []).append(
                        Row(text, float(place[4]), float(place[5]), 5, told, "" if not told else place[8]))
                    if not province:
                        break
            place[3] = ",".join(alternates)
        without = scratch / dump.name.removesuffix(".gz")
        without.write_text("".join("\t".join(place) + "\n" for place in places), encoding="utf-8")
        dumps.append(without)
    return tables, dumps
