# SPDX-License-Identifier: MIT
"""Two builds of the same input give the same bytes, whatever the folder, the working folder, the hour and the number of
threads."""

import csv
import shutil
import time

import hostile
from checks import SOURCE, WORK, all_files, build, check, end, fresh_folder, made_table, scratch_folder

folder = fresh_folder("same bytes")


def made_doubtful(path):
    """Reports that share incidents and launch places, of misspelt, unknown and ambiguous names, and sources of their own."""
    with open(made_table(2_000), encoding="utf-8", newline="") as source, open(path, "w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(out, reader.fieldnames)
        writer.writeheader()
        for number, row in enumerate(reader):
            place = row["place"]
            row["incident_id"] = f"i{number * 7 % 900}"
            if number % 5 == 0:
                row["place"] = place[:2] + place[3:] + place[2:3]
            if number % 11 == 0:
                row["place"], row["admin1"] = f"5 km north of {place}", ""
            if number % 13 == 0:
                row["place"], row["country"], row["admin1"] = f"{place} | Hamra | Qx{number}vv", "", ""
            writer.writerow(row)
    return path


def build_with_threads(table):
    """One thread places as several do, also where decisions wait for a person."""
    made = {}
    for threads in (1, 2, 5):
        out = folder / f"threads {threads}"
        done = build(table, out, "-f", "gpkg,geojson,csv", "--threads", threads, "--no-decisions")
        check(done.returncode == 0, f"--threads {threads}: {done.stderr[-1000:]}")
        made[threads] = (all_files(out), done.stdout.replace(str(out), ""))
    check(len(made[1][0]) > 5, f"one thread made only {sorted(made[1][0])}")
    for threads in (2, 5):
        differing = [name for name in made[1][0] if made[threads][0].get(name) != made[1][0][name]]
        check(not differing, f"--threads {threads}: {differing} are not those of one thread")
        said, others = (text.rpartition("\nbuild ")[0] for text in (made[1][1], made[threads][1]))
        check(said == others, f"--threads {threads} says otherwise than one thread")


build_with_threads(made_doubtful(folder / "doubtful.csv"))
hostile.write(folder / "hostile.csv")
elsewhere = scratch_folder()
try:
    for table in (SOURCE / "data" / "incidents.csv", folder / "hostile.csv"):
        words = ("-f", "gpkg,geojson,kml", "--rings", "50", "--around", "bases")
        first, second = folder / f"first {table.stem}", elsewhere / f"second {table.stem}"
        done = build(table, first, *words)
        check(done.returncode == 0, f"{table.name}: {done.stderr[-1000:]}")
        time.sleep(1.1)
        shutil.copytree(table.parent, elsewhere / f"in {table.stem}", ignore=shutil.ignore_patterns("first*"))
        done = build(elsewhere / f"in {table.stem}" / table.name, second, *words, cwd="/", environment={"TZ": "Asia/Tokyo"})
        check(done.returncode == 0, f"{table.name}: {done.stderr[-1000:]}")
        one, other = all_files(first), all_files(second)
        check(one.keys() == other.keys() and one, f"{table.name}: {sorted(one)} and {sorted(other)}")
        for name in one:
            check(one[name] == other.get(name), f"{name}: two builds differ")
        before = all_files(first)
        build(table, first, *words)
        check(all_files(first) == before, f"{table.name}: a build over an earlier one differs")
finally:
    shutil.rmtree(elsewhere)
end()
