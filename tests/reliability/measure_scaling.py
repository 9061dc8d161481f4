# SPDX-License-Identifier: MIT
"""How long the inputs take that once took longest, and how much memory; a table for people. script/fuzz --scaling."""

import shutil
import sqlite3

import growing
import rounds  # noqa: F401, for the folder of checks
from checks import PROGRAM, end, run, scratch_folder

SIZES = ((growing.places_times_launches, 1450, "1,450 places × 1,450 launches in a row"),
         (growing.near_a_pole, 420, "420 rows near the pole, 25 km"),
         (growing.near_a_spiked_outline, 2000, "near an outline with 2,000 spikes"),
         (growing.border_of_a_spiked_outline, 2000, "border of an outline with 2,000 spikes"),
         (growing.border_of_a_spiked_outline, 5000, "border of an outline with 10,000 vertices"),
         (growing.spiked_boundaries, 20000, "--boundaries with 20,000 spikes"),
         (growing.homonyms, 40000, "a name with 40,000 homonyms"),
         (growing.between_homonyms, 40000, "the same, between and beside them"),
         (growing.reports_of_few_incidents, 4000, "1,000 reports an incident, 4,000 rows"),
         (growing.as_questions, 100000, "NAME.same.csv of 100,000 rows"),
         (growing.as_kml, 80000, "80,000 rows as KML"))


def beyond_the_pole(path):
    """A vertex at a latitude of two billion."""
    with sqlite3.connect(path) as file:
        for name, in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE attacks SET geom = x'47500001E6100000010100000000000000000046400000000065CDDD41'")
    file.close()


folder = scratch_folder()
try:
    print("| what | time | memory | written |\n|---|---|---|---|")
    for make, n, what in SIZES:
        case = folder / "case"
        shutil.rmtree(case, ignore_errors=True)
        case.mkdir()
        words = growing.build_words(make, case, n)
        if make is growing.as_questions:
            words.remove("--no-decisions")
        seconds, memory = growing.work(words)
        written = sum(path.stat().st_size for path in (case / "out").iterdir()) / 1e6
        print(f"| {what} | {seconds:.1f} s | {memory:.0f} MiB | {written:.1f} MB |", flush=True)
    case = folder / "beyond"
    case.mkdir()
    growing.work(growing.build_words(growing.reports_of_their_own, case, 3))
    shutil.copytree(case / "out", case / "damaged")
    beyond_the_pole(case / "damaged" / "t.gpkg")
    for words in (["explain", "i1", case / "damaged" / "t.gpkg"], ["diff", case / "out" / "t.gpkg", case / "damaged" / "t.gpkg"]):
        done = run(PROGRAM, *words, timeout=60)
        print(f"| a vertex at latitude 2e9, in {words[0]} | {done.returncode}: {done.stderr.strip()[:120]} | | |")
finally:
    shutil.rmtree(folder)
end()
