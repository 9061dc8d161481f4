# SPDX-License-Identifier: MIT
"""A build that is killed at any moment leaves the earlier files or the new ones, each whole; the next build tidies up."""

import random
import shutil
import subprocess
import time

from rounds import rounds
from checks import PROGRAM, build, check, end, made_table, scratch_folder, stray, whole

ROUNDS = 12
OLD, NEW = 50, 4000

folder = scratch_folder()
try:
    table = folder / "t.csv"

    def take(rows):
        shutil.copy(made_table(rows), table)

    take(NEW)
    start = time.monotonic()
    done = build(table, folder / "timed", "-f", "gpkg,geojson")
    seconds = time.monotonic() - start
    check(done.returncode == 0 and whole(folder / "timed" / "t.gpkg") == NEW, f"the build fails: {done.stderr[-1000:]}")

    killed = 0
    turns = 0
    for turn in rounds(ROUNDS):
        turns += 1
        out = folder / f"out {turn % 2}"
        shutil.rmtree(out, ignore_errors=True)
        allowed = {None, NEW}
        if turn % 2:  # over an earlier build; else into an empty folder
            take(OLD)
            build(table, out, "-f", "gpkg,geojson")
            allowed = {OLD, NEW}
        take(NEW)
        process = subprocess.Popen([PROGRAM, "build", table, "-o", out, "-f", "gpkg,geojson"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Most moments anywhere, the rest about the end, where the files take their names.
        time.sleep(seconds * (random.uniform(0, 1) if turn % 4 < 2 else random.uniform(0.85, 1.05)))
        process.kill()
        killed += process.wait() == -9
        layers = out / "t.gpkg"
        state = whole(layers) if layers.exists() else None
        check(state in allowed, f"killed in turn {turn}: {state}, not one of {allowed}")
        for file in out.glob("*.geojson") if out.exists() else []:
            check(file.read_bytes().rstrip().endswith(b"]}"), f"killed in turn {turn}: {file.name} is cut off")
        done = build(table, out, "-f", "gpkg,geojson")
        check(done.returncode == 0 and whole(layers) == NEW, f"after turn {turn} the build fails: {done.stderr[-500:]}")
        check(not stray(out), f"after turn {turn} there is left: {stray(out)}")
    check(killed >= turns // 4, f"only {killed} of {turns} were killed before they were done: the check shows little")
    print(f"{killed} of {turns} killed within {seconds:.2f} s")
finally:
    shutil.rmtree(folder)
end()
