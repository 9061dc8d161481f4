# SPDX-License-Identifier: MIT
"""How right the program is over the whole earth with what it ships: part of script/accuracy.

Tables, of the folder that INCIDENTMAP_REAL_DATA names: world/world_localities_dev.csv (places that reports name, bare and
with their country), world/gold_dev.csv (names as UCDP spells them, with province and country, and bare),
world/gold_adm1_dev.csv (first-order units), and towns of 26 countries out of cities500.txt.gz, each by its own name, bare.

Right: a point within accept_km; where an area is asked for, one that holds the truth. Far: drawn, and beyond the
radius that the table gives (25 km for UCDP's names); of a bare town name also whether it lies in another country.
"""

import csv
import gzip
import json
import os
import random
import subprocess
from collections import defaultdict
from dataclasses import dataclass

from accuracy_tables import distance_km

REGIONS = {
    "Europe": "UA RU",
    "Middle East": "YE LB PS IL TR",
    "Africa": "SD SS ET SO LY ML BF NE NG CD",
    "Asia": "AF PK IN BD MM",
    "Americas": "HT MX CO VE",
}
REGION_OF = {country: region for region, countries in REGIONS.items() for country in countries.split()}
TOWNS_OF_A_COUNTRY = 96
SEED = 14
SURE = 0.9


@dataclass
class Asked:
    """A locality, and where it lies."""

    words: str
    lat: float
    lon: float
    right_km: float
    far_km: float
    country: str = ""   # told
    lies_in: str = ""
    accept: str = "resolved"
    box: tuple = ()

    def verdict(self, answer):
        """right, near, far or silent."""
        if answer["status"] not in ("resolved", "coarse"):
            return "silent"
        if answer["status"] == "coarse" and "coarse" not in self.accept:
            return "silent"
        if self.box:
            west, south, east, north = self.box
            if west <= answer["lon"] <= east and south <= answer["lat"] <= north:
                return "right" if answer["status"] in self.accept else "near"
            return "far"
        away = distance_km(self.lat, self.lon, answer["lat"], answer["lon"])
        if answer["status"] == "coarse" and away <= answer["uncertainty_m"] / 1000:
            away = min(away, self.right_km)
        if away <= self.right_km and answer["status"] in self.accept:
            return "right"
        return "far" if away > self.far_km else "near"


def cities(data):
    """GeoNames' towns of 500 people and more, beside the tables or in a folder of them."""
    return next(path for path in (data / "cities500.txt.gz", data / "data" / "cities500.txt.gz") if path.exists())


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def world_folder(data):
    """The tables of the world, in the folder of real data or beside it."""
    return next((path for path in (data / "world", data.parent / "world") if path.exists()), None)


def localities(data, told):
    asked = []
    for row in rows_of(world_folder(data) / "world_localities_dev.csv"):
        box = tuple(float(x) for x in row["bbox"].split(",")) if row["bbox"] else ()
        radius = float(row["radius_km"] or 0)
        asked.append(Asked(row["query"], float(row["lat"]), float(row["lon"]), radius, radius,
                           row["country"] if told else "", row["country"], row["accept"], box))
    return asked


def ucdp_names(data, told):
    return [Asked(f"{row['name']}, {row['adm_1']}" if told and row["adm_1"] else row["name"], float(row["lat"]), float(row["lon"]),
                  5, 25, row["country"] if told else "", row["country"])
            for row in rows_of(world_folder(data) / "gold_dev.csv")]


def ucdp_units(data):
    return [Asked(row["name"], float(row["lat"]), float(row["lon"]), 150, 150, row["country"], row["country"], "coarse")
            for row in rows_of(world_folder(data) / "gold_adm1_dev.csv")]


def town_names(data):
    """Towns by their own names, the same each time."""
    towns = defaultdict(list)
    with gzip.open(cities(data), "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if cells[8] in REGION_OF:
                towns[cells[8]].append(cells)
    asked = []
    chance = random.Random(SEED)
    for country in sorted(towns):
        for cells in chance.sample(towns[country], min(TOWNS_OF_A_COUNTRY, len(towns[country]))):
            asked.append(Asked(cells[1], float(cells[4]), float(cells[5]), 25, 25, "", country))
    return asked


def made_up_names(count):
    """Names that no gazetteer has, or hardly any."""
    chance = random.Random(SEED)
    syllables = [a + b + c for a in "b d f g h k l m n r s t v z zh kh sh".split() for b in "aeiou" for c in ["", "n", "r", "l", "m"]]
    return ["".join(chance.choices(syllables, k=chance.choice((2, 3, 4)))).capitalize() + chance.choice(("ovka", "abad", "ville", "uru"))
            for _ in range(count)]


def resolve(program, gazetteers, words, country=""):
    command = [str(program), "resolve", "--format", "jsonl", "-"]
    for path in gazetteers:
        command += ["-g", str(path)]
    if country:
        command += ["--country", country]
    run = subprocess.run(command, input="".join(w.replace("\n", " ") + "\n" for w in words).encode(), stdout=subprocess.PIPE,
                         check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def ask(program, gazetteers, asked):
    answers = [None] * len(asked)
    for country in sorted({one.country for one in asked}):
        mine = [i for i, one in enumerate(asked) if one.country == country]
        for i, answer in zip(mine, resolve(program, gazetteers, [asked[i].words for i in mine], country), strict=True):
            answers[i] = answer
    return answers


class Tally:
    """What became of a table, or of the rows of one region."""

    def __init__(self):
        self.rows = self.right = self.far = self.abroad = self.sure = self.sure_right = 0

    def add(self, one, answer):
        verdict = one.verdict(answer)
        self.rows += 1
        self.right += verdict == "right"
        self.far += verdict == "far"
        drawn = verdict != "silent"
        self.abroad += bool(drawn and one.lies_in and answer["country"] and answer["country"] != one.lies_in)
        if drawn and answer["score"] is not None and answer["score"] >= SURE:
            self.sure += 1
            self.sure_right += verdict in ("right", "near")

    def line(self, title):
        def share(number, of=None):
            of = self.rows if of is None else of
            return f"{100 * number / of:.1f} %" if of else "–"
        sure = f"{share(self.sure_right, self.sure)} of {self.sure}" if self.sure else "–"
        return "| " + " | ".join([title, str(self.rows), share(self.right), share(self.far), share(self.abroad), sure]) + " |"


def measure_world(program, gazetteers, data, detail=None):
    """Prints the tables; \\p gazetteers empty means the ones that the program finds by itself."""
    if world_folder(data) is None:
        print("The tables of the world were skipped: " + str(data) + " has no folder world")
        return
    print("| table | names | right | far | in another country | right of score 0.9 and more |\n|---|---|---|---|---|---|")
    by_region = defaultdict(Tally)
    for title, asked in (("world localities, bare", localities(data, False)),
                         ("world localities, with country", localities(data, True)),
                         ("UCDP names, with province and country", ucdp_names(data, True)),
                         ("UCDP names, bare", ucdp_names(data, False)),
                         ("UCDP first-order units, with country", ucdp_units(data)),
                         ("towns of 26 countries, bare", town_names(data))):
        whole = Tally()
        for one, answer in zip(asked, ask(program, gazetteers, asked)):
            whole.add(one, answer)
            by_region[REGION_OF.get(one.lies_in, "elsewhere")].add(one, answer)
            if detail is not None:
                away = "" if answer["lat"] is None else f"{distance_km(one.lat, one.lon, answer['lat'], answer['lon']):.1f}"
                detail.writerow([title, one.verdict(answer), one.words, one.lies_in, one.lat, one.lon, answer["status"], answer["name"],
                                 answer["kind"], answer["country"], answer["score"], away, " ".join(answer["because"]),
                                 "; ".join(f"{o['name']} {o['country']} {o['score']}" for o in answer["alternatives"][:4])])
        print(whole.line(title), flush=True)
    for region in sorted(by_region):
        print(by_region[region].line("all of these, " + region))
    print(f"\nNames in no gazetteer: {misses_a_second(program, gazetteers):.0f} a second of the processor")


def misses_a_second(program, gazetteers, count=4000):
    """Unknown names, each once, one thread, in a second of the processor; the start of the program taken off."""
    names = made_up_names(count)

    def seconds(words):
        before = os.times()
        resolve(program, gazetteers, words)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    best = min(seconds(names) for _ in range(3))
    return count / max(0.001, best - min(seconds(names[:1]) for _ in range(3)))
