# SPDX-License-Identifier: MIT
"""What is known of each country: the table of docs/countries.md, made of the gazetteers' tables."""

import collections
import csv
import math
from pathlib import Path

import check

BEGIN, END = "<!-- made by script/gazetteer_world --countries -->", "<!-- end -->"
SETTLEMENTS = ("city", "town", "village", "quarter")
AIRFIELDS = ("airport", "airfield", "air base")
AREAS = ("country", "province", "region", "district", "sea", "zone")
NEAR_KM = 5


def write(root, events):
    """Writes the table into docs/countries.md.

    \\param events a CSV of UCDP's names with country (ISO 3166-1 alpha-2), lat, lon; None: the share stays as it is
    """
    root = Path(root)
    places, _, areas = check.read(root / "gazetteer" / "world")
    with open(root / "gazetteer" / "places.csv", encoding="utf-8", newline="") as file:
        curated = [row for row in csv.DictReader(file)]
    names = {row["country"]: row["name"] for row in curated if row["kind"] == "country" and row["country"]}
    everything = [*places.values(), *(r for r in curated if r["kind"] != "country")]
    rows = counted(everything, areas)
    shares = near_shares(everything, events) if events else {}
    lines = ["| country | towns, villages | of them under 5,000 people or unknown | "
             "first-order divisions (with outline) | districts | airfields | other sites | UCDP's names near a place |",
             "|---|---:|---:|---:|---:|---:|---:|---:|"]
    for code in sorted(rows, key=lambda c: names.get(c, c)):
        row = rows[code]
        if code and row["towns"]:
            lines.append(f"| {names.get(code, code)} | {row['towns']:,} | {row['small']:,} | "
                         f"{row['divisions']} ({row['outlined']}) | {row['districts'] or ''} | "
                         f"{row['airfields'] or ''} | {row['sites'] or ''} | {shares.get(code, '')} |")
    path = root / "docs" / "countries.md"
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    path.write_text(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + rest.split(END)[1], encoding="utf-8")


def counted(places, areas):
    rows = collections.defaultdict(collections.Counter)
    for place in places:
        row, kind = rows[place["country"]], place["kind"]
        if kind in SETTLEMENTS:
            row["towns"] += 1
            row["small"] += int(place["population"] or 0) < 5000
        elif kind == "province":
            row["divisions"] += 1
            row["outlined"] += place["place_id"] in areas or place["source_id"].startswith("natural-earth")
        elif kind == "district":
            row["districts"] += 1
        elif kind in AIRFIELDS:
            row["airfields"] += 1
        elif kind not in AREAS:
            row["sites"] += 1
    return rows


def near_shares(places, events):
    """{country: "57 % of 88"}: how many of the names lie near any place that is no area."""
    cells = collections.defaultdict(list)
    for place in places:
        if place["kind"] not in AREAS:
            lat, lon = float(place["latitude"]), float(place["longitude"])
            cells[math.floor(lat * 10), math.floor(lon * 10)].append((lat, lon))
    found, total = collections.Counter(), collections.Counter()
    with open(events, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            total[row["country"]] += 1
            found[row["country"]] += any(
                math.hypot((a - lat) * 111.2, (b - lon) * 111.3 * math.cos(math.radians(lat))) <= NEAR_KM
                for i in (-1, 0, 1) for j in (-1, 0, 1)
                for a, b in cells.get((math.floor(lat * 10) + i, math.floor(lon * 10) + j), ()))
    return {code: f"{100 * found[code] / count:.0f} % of {count}" for code, count in total.items() if count >= 10}
