# SPDX-License-Identifier: MIT
"""Builds at the same time: those of one file wait for nobody and do not mix, one of them is refused or both are done one
after the other; those of several files in one folder do not touch each other."""

import random
import shutil
import subprocess
import time

from rounds import rounds
from checks import PROGRAM, all_files, build, check, end, made_table, scratch_folder, stray, whole

SIZES = (300, 900)
folder = scratch_folder()
try:
    tables = {}
    sound = {}
    for rows in SIZES:
        (folder / str(rows)).mkdir()
        tables[rows] = shutil.copy(made_table(rows), folder / str(rows) / "t.csv")
        done = build(tables[rows], folder / "sound" / str(rows), "-f", "gpkg,geojson", "--no-decisions")
        check(done.returncode == 0, f"the build fails: {done.stderr[-500:]}")
        sound[rows] = all_files(folder / "sound" / str(rows))

    def start(table, out):
        return subprocess.Popen([PROGRAM, "build", table, "-o", out, "-f", "gpkg,geojson", "--no-decisions"],
                                env={"SOURCE_DATE_EPOCH": "1700000000", "PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8")

    refused = 0
    for turn in rounds(4):
        out = folder / "one"
        shutil.rmtree(out, ignore_errors=True)
        running = []
        for rows in random.sample(SIZES * 2, 3):
            running.append((rows, start(tables[rows], out)))
            time.sleep(random.uniform(0, 0.1))
        done = []
        for rows, process in running:
            said = process.communicate()[1]
            if process.returncode == 0:
                done.append(rows)
            else:
                refused += 1
                check(process.returncode == 1 and "another run is writing" in said, f"turn {turn}: ends with {process.returncode}: {said[-300:]}")
        check(done, f"turn {turn}: no build was done")
        check(all_files(out) in [sound[rows] for rows in done], f"turn {turn}: the files are those of no single build")
        check(not stray(out), f"turn {turn}: there is left: {stray(out)}")
    check(refused > 0, "no build met another: the check shows nothing")

    # Several tables into one folder.
    both = folder / "both"
    renamed = [shutil.copy(tables[rows], folder / f"of {rows}.csv") for rows in SIZES]
    for process in [start(table, both) for table in renamed]:
        said = process.communicate()[1]
        check(process.returncode == 0, f"two tables into one folder: {said[-300:]}")
    for rows in SIZES:
        check(whole(both / f"of {rows}.gpkg") == rows, f"two tables into one folder: that of {rows} reports is not whole")
    print(f"{refused} refused")
finally:
    shutil.rmtree(folder)
end()
