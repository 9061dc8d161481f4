# SPDX-License-Identifier: MIT
"""The measuring half of script/bench --places: a table with many places, beside what others would script.

Usage: bench_places.py ROWS BUILD_FOLDER SCRATCH_FOLDER

As many names as reports, two fifths as many places; 8 in 100 reports spell theirs otherwise, 2 in 100 name one that
no gazetteer has; 6 in 10 have a launch place, one of 200 places far away. DuckDB joins them on a normal form, measures
on a sphere and has ogr2ogr write four layers: no spelling, no reasons, no checks.
"""

import csv
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from bench_run import ROUNDS, say
from bench_table import Numbers

HERE = Path(__file__).resolve().parent
COUNTRIES = (("IQ", 29.5, 39.5, 37.0, 48.0), ("SY", 32.5, 36.0, 37.0, 42.0), ("YE", 13.0, 43.0, 18.0, 52.0),
             ("LY", 25.0, 11.0, 32.5, 25.0), ("SD", 10.0, 23.0, 21.0, 37.0), ("AF", 30.0, 61.5, 38.0, 71.0))
CONSONANTS = "b d f gh h j k kh l m n q r s sh t th w z".split()
VOWELS = "a i u aa ee ou".split()
BEFORE = ("", "", "", "", "Al ", "Al ", "Tall ", "Bayt ", "Khirbat ", "Kafr ")
BEHIND = ("", "", "", "", "", " al Gharbi", " ash Sharqi", " al Kabir", " al Jadid")
OTHERWISE = (("gh", "g"), ("kh", "h"), ("ee", "i"), ("ou", "u"), ("aa", "a"), ("q", "k"), ("Al ", "El "))
WEAPONS = ("rockets", "mortars", "drone", "artillery", "air strike", "roadside bomb")
NOTES = ("", "A house was hit", "It landed in open ground", "Claimed on the same day", "Figures are not confirmed")


def made_name(numbers):
    text = "".join(CONSONANTS[numbers.below(19)] + VOWELS[numbers.below(6)] for _ in range(2 + numbers.below(2)))
    text += CONSONANTS[numbers.below(19)]
    return BEFORE[numbers.below(len(BEFORE))] + text.capitalize() + BEHIND[numbers.below(len(BEHIND))]


def other_spelling(name):
    for ours, theirs in OTHERWISE:
        if ours in name:
            return name.replace(ours, theirs, 1)
    return name + "ah"


def slip(name, numbers):
    at = 1 + numbers.below(max(1, len(name) - 3))
    return name[:at] + name[at + 1] + name[at] + name[at + 2:] if numbers.below(2) else name[:at] + name[at + 1:]


def as_typed(name, numbers):
    """The same name to any normal form."""
    return (name, name.upper(), name.lower(), name.replace(" ", "-"), name + " ")[numbers.below(5)]


def written(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def make_tables(rows, folder):
    """places.csv, names.csv, bases.csv and reports.csv, always the same for the same number of rows."""
    numbers = Numbers()
    places, names = [], []
    while len(names) < rows:
        country, south, west, north, east = COUNTRIES[numbers.below(len(COUNTRIES))]
        name = made_name(numbers)
        at = (round(south + (north - south) * numbers.below(100_000) / 1e5, 5),
              round(west + (east - west) * numbers.below(100_000) / 1e5, 5))
        place = f"p{len(places)}"
        places.append((place, name, "town", *at, country, 100 + numbers.below(90_000)))
        names.append((place, name))
        if numbers.below(2):
            names.append((place, other_spelling(name)))
    written(folder / "places.csv", "place_id,name,kind,latitude,longitude,country,population".split(","), places)
    written(folder / "names.csv", ("place_id", "name"), names)
    bases = [places[numbers.below(len(places))] for _ in range(200)]
    written(folder / "bases.csv", ("base_id", "name", "lat", "lon", "country"),
            [(number, base[1], base[3], base[4], base[5]) for number, base in enumerate(bases)])

    def report(number):
        place = places[numbers.below(min(len(places), max(1, rows * 2 // 5)))]
        said, kind = place[1], numbers.below(100)
        if kind < 90:
            said = as_typed(said, numbers)
        elif kind < 98:
            said = slip(said, numbers) if numbers.below(2) else other_spelling(other_spelling(said))
        else:
            said = made_name(numbers) + "x" + made_name(numbers) + "vv"
        base = bases[numbers.below(200)] if numbers.below(10) < 6 else ("", "", "", "", "", "")
        day = f"20{15 + numbers.below(10)}-{1 + numbers.below(12):02}-{1 + numbers.below(28):02}"
        return (number, day, said, place[5], as_typed(base[1], numbers) if base[1] else "", base[5],
                WEAPONS[numbers.below(len(WEAPONS))], numbers.below(8), numbers.below(30),
                f"Group {numbers.below(5)}", f"Newspaper {numbers.below(40)}", NOTES[numbers.below(len(NOTES))])

    written(folder / "reports.csv", "id,date,place,country,launch_place,launch_country,weapon,killed,wounded,actor,source,notes".split(","),
            (report(number) for number in range(1, rows + 1)))


def measured(words):
    """Runs a command; gives its seconds, the processors' seconds and its peak memory in MiB, children's too."""
    os.sync()
    start = os.times().elapsed
    process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, words))} ends with {status}:\n{said.decode(errors='replace')[-2000:]}")
    return os.times().elapsed - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main():
    rows, build, folder = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) / f"places_{sys.argv[1]}"
    program, others = build / "incidentmap", HERE.parent / "tests" / "bench" / "duckdb_ogr2ogr.mjs"
    modules = Path(os.environ.get("INCIDENTMAP_DUCKDB", Path(sys.argv[3]) / "npm"))
    has_others = (modules / "node_modules" / "@duckdb" / "node-api").is_dir() and shutil.which("node") and shutil.which("ogr2ogr")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "reports.csv").exists():
        say(f"Making a table of {rows:,} reports")
        make_tables(rows, folder)
    gazetteer = folder / "gazetteer.gpkg"
    measured([program, "gazetteer", "import", "csv", folder / "places.csv", folder / "names.csv", "-o", gazetteer])
    processors = os.cpu_count()
    ways = {"ours": [program, "build", folder / "reports.csv", "-g", gazetteer, "-o", folder / "ours", "-f", "gpkg,geojson", "--no-decisions"]}
    if processors > 1:
        ways["one"] = [*ways["ours"], "--threads", "1"]
    if has_others:
        ways["theirs"] = ["node", others, modules, folder, folder / "theirs", str(processors)]
    else:
        say("npm install --prefix build/bench/npm @duckdb/node-api brings what others would use; it is not measured")
    runs = {name: [] for name in ways}
    for turn in range(ROUNDS):
        say(f"Round {turn + 1} of {ROUNDS}")
        for name, words in ways.items():
            shutil.rmtree(folder / ("theirs" if name == "theirs" else "ours"), ignore_errors=True)
            runs[name].append(measured(words))
    sizes = {"ours": size_of(folder / "ours"), "one": size_of(folder / "ours"), "theirs": size_of(folder / "theirs")}
    gdal = subprocess.run(["ogr2ogr", "--version"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.split(",")[0]
    titles = {"ours": "`incidentmap build` to GeoPackage and GeoJSON", "one": "the same with `--threads 1`",
              "theirs": f"DuckDB with ogr2ogr ({gdal}): no misspellings, reasons or checks"}
    print(f"| {rows:,} reports, {rows:,} names, {rows * 2 // 5:,} places; median of {ROUNDS}, {processors} processors "
          "| time | processors' time | peak memory | written |")
    print("|---|---:|---:|---:|---:|")
    for name in ways:
        time, used, memory = (statistics.median(run[i] for run in runs[name]) for i in range(3))
        print(f"| {titles[name]} | {time:.1f} s | {used:.1f} s | {memory:.0f} MiB | {sizes[name]:.0f} MB |")
    if has_others:
        ratio = statistics.median(theirs[0] / ours[0] for theirs, ours in zip(runs["theirs"], runs["ours"]))
        print(f"| **beside DuckDB with ogr2ogr** | **{ratio:.2f} times as fast** | | | |")


if __name__ == "__main__":
    main()
