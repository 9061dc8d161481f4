# SPDX-License-Identifier: MIT
"""The measuring half of script/bench --names: imports a million names and looks them up.

Usage: bench_names.py BUILD_FOLDER SCRATCH_FOLDER
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from bench_run import START_ROUNDS, measured, medians, say

MADE_UP_PLACES = 250_000
NAMES_OF_EACH = 4
ASKED = 20_000  # names, each another, from all over the gazetteer
SYLLABLES = [first + vowel for first in "b d f g h j k l m n q r s t w z sh kh gh".split() for vowel in "a i u".split()]


def made_up_dump(path):
    """A dump in GeoNames' 19 columns, always the same; places lie a step apart on a grid over Iraq."""
    if path.exists():
        return path
    say(f"Making up {MADE_UP_PLACES:,} places")
    with open(path.with_suffix(".part"), "w", encoding="utf-8") as file:
        for number in range(MADE_UP_PLACES):
            names = []
            for name in range(NAMES_OF_EACH):
                state, text = number * NAMES_OF_EACH + name + 1, ""
                for _ in range(4):
                    state = state * 48271 % 2147483647
                    text += SYLLABLES[state % len(SYLLABLES)]
                names.append(text.capitalize())
            row = [str(number + 1), names[0], names[0], ",".join(names[1:]), f"{30 + number // 500 * 0.01:.5f}",
                   f"{40 + number % 500 * 0.01:.5f}", "P", "PPL", "IQ", "", "07", "", "", "", "0", "", "30",
                   "Asia/Baghdad", "2020-01-01"]
            file.write("\t".join(row) + "\n")
    path.with_suffix(".part").rename(path)
    return path


def inputs(folder):
    """Dumps of some 200,000 places, and with them those that make a million names."""
    data = os.environ.get("INCIDENTMAP_REAL_DATA")
    if not data:
        dump = made_up_dump(folder / "made_up.txt")
        return "made up", [dump], []
    return "GeoNames", [Path(data) / "cities500.txt.gz"], sorted(Path(data).glob("*_places_geonames_format.txt.gz"))


def count_of(path, table):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def names_for_asking(gazetteer, path):
    with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as file:
        step = max(1, count_of(gazetteer, "names") // ASKED)
        texts = [text for (text,) in file.execute("SELECT text FROM names WHERE fid % ? = 0 AND sort <> 'code'", (step,))]
    path.write_text("".join(text.replace("\n", " ") + "\n" for text in texts), encoding="utf-8")
    return len(texts)


def main():
    build, folder = Path(sys.argv[1]), Path(sys.argv[2])
    program, rates_program = build / "incidentmap", build / "tests" / "incidentmap_rates"
    whence, dump, more = inputs(folder)
    print(f"| names {'of ' if whence == 'GeoNames' else ''}{whence}; {os.cpu_count()} processors, one thread | time or rate | peak memory |")
    print("|---|---:|---:|")
    gazetteer = folder / "names.gpkg"
    for files in [dump] if not more else [dump, dump + more]:
        words = [program, "gazetteer", "import"]
        for file in files:
            words += ["geonames", file]
        say("Importing " + ", ".join(file.name for file in files))
        seconds, memory = measured([*words, "-o", gazetteer])
        print(f"| `gazetteer import` of {count_of(gazetteer, 'places'):,} places with {count_of(gazetteer, 'names'):,} names "
              f"| {seconds:.1f} s | {memory:.0f} MiB |", flush=True)
    asked = folder / "names.txt"
    number = names_for_asking(gazetteer, asked)
    say("Rates and start")
    said = subprocess.run([rates_program, gazetteer, asked], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    rates = {name: float(rate) for name, rate in (line.split() for line in said.splitlines())}
    print(f"| exact names looked up, {number:,} of them in turn (best of 5) | {rates['names']:,.0f} a second | |")
    print(f"| the same with a letter left out (best of 5) | {rates['misspelt']:,.0f} a second | |")
    for name in ("Mosul", "Moslu"):
        start, memory = medians([measured([program, "resolve", "-g", gazetteer, name]) for _ in range(START_ROUNDS)])
        print(f"| `incidentmap resolve {name}`, from start to end (median of {START_ROUNDS}) | {start * 1000:.0f} ms | {memory:.0f} MiB |")


if __name__ == "__main__":
    main()
