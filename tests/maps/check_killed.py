# SPDX-License-Identifier: MIT
"""A split that is killed at any moment leaves each map whole, old or new; the next run ends it."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reliability"))
from rounds import rounds  # noqa: E402

from maps import made_months  # noqa: E402
from checks import PROGRAM, build, check, end, scratch_folder, stray, whole  # noqa: E402

OLD, NEW = 240, 960
folder = scratch_folder()
try:
    table = folder / "t.csv"
    words = ("--split-by", "month", "-f", "gpkg,geojson", "--no-ask")
    made_months(NEW, table)
    start = time.monotonic()
    build(table, folder / "timed", *words)
    seconds = time.monotonic() - start
    killed = mixed = 0
    for turn in rounds(4):
        out = folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        made_months(OLD, table)
        build(table, out, *words)
        made_months(NEW, table)
        process = subprocess.Popen([PROGRAM, "build", table, "-o", out, *words], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=dict(os.environ, SOURCE_DATE_EPOCH="1700000000"))
        time.sleep(seconds * random.uniform(0.3, 0.95))
        process.kill()
        killed += process.wait() == -9
        states = [whole(path) for path in sorted(out.glob("t_*.gpkg"))]
        check(len(states) == 24 and set(states) <= {OLD // 24, NEW // 24}, f"killed in turn {turn}: {states}")
        mixed += len(set(states)) == 2
        done = build(table, out, *words)
        check(done.returncode == 0 and all(whole(path) == NEW // 24 for path in out.glob("t_*.gpkg")),
              f"after turn {turn} the run fails: {done.stderr[-500:]}")
        check(not stray(out), f"after turn {turn} there is left: {stray(out)}")
    # One that was killed when its map was there already, and its lock still stood.
    (out / ".t_2020-03.lock").touch()
    (out / ".t_2020-03.renames").touch()
    done = build(table, out, *words)
    check(done.returncode == 0 and not stray(out), f"of a run that did not end there is left: {stray(out)}: {done.stderr[-500:]}")
    check(killed >= 1, f"none was killed before it was done: the check shows nothing")
finally:
    shutil.rmtree(folder)
end()
