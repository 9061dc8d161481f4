# SPDX-License-Identifier: MIT
"""Whatever call to the system fails, a build does its work or says why not, and what was there is whole; so too where it
is killed just before a file takes its name."""

import errno
import os
import random
import shutil
import sys

from rounds import rounds
from checks import PROGRAM, all_files, check, end, made_table, run, scratch_folder, stray, whole

LIBRARY = sys.argv[3]
OLD, NEW = 40, 400
ERRORS = {"write": (errno.ENOSPC, errno.EIO), "read": (errno.EIO,), "fsync": (errno.EIO,),
          "rename": (errno.EACCES, errno.EIO, 0)}
folder = scratch_folder()
try:
    for part in ("tmp", "data"):
        (folder / part).mkdir()
    table, out = folder / "t.csv", folder / "out"

    def build(plan=None, log=None):
        settings = {"TMPDIR": str(folder / "tmp"), "INCIDENTMAP_FAIL_BELOW": str(folder)}
        if plan:
            settings |= {"LD_PRELOAD": LIBRARY, "INCIDENTMAP_FAIL": plan}
        if log:
            settings["INCIDENTMAP_FAIL_LOG"] = str(log)
        return run(PROGRAM, "build", table, "-o", out, "-f", "gpkg,geojson,csv", "--no-decisions",
                   environment=settings, timeout=120)

    shutil.copy(made_table(OLD), table)
    done = build()
    check(done.returncode == 0, f"the earlier build fails: {done.stderr[-500:]}")
    out.rename(folder / "earlier")
    shutil.copy(made_table(NEW), table)

    def earlier():
        """The files of an earlier build."""
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(folder / "earlier", out)
        return all_files(out)

    # How many calls of each kind there are.
    counts = {}
    for call in ERRORS:
        earlier()
        log = folder / "data" / f"{call}.log"
        done = build(f"{call}:0:1", log)
        check(done.returncode == 0 and whole(out / "t.gpkg") == NEW, f"the build fails: {done.stderr[-500:]}")
        counts[call] = len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0
        check(counts[call] > 0, f"no call of {call} was seen: the check shows nothing")
    after = all_files(out)

    def attempt(call, number, error):
        plan = f"{call}:{number}:{error}"
        before = earlier()
        done = build(plan)
        said = done.stderr[-300:]
        layers = whole(out / "t.gpkg")
        if done.returncode == 0:
            check(all_files(out) == after, f"{plan}: ends well, and the files are not those of a sound build")
        elif error == 0:
            check(done.returncode == -9, f"{plan}: is not killed: {done.returncode}")
            check(layers in (OLD, NEW), f"{plan}: the GeoPackage is damaged: {layers}")
        else:
            check(done.returncode == 1, f"{plan}: ends with {done.returncode}: {said!r}")
            check("incidentmap: " in done.stderr, f"{plan}: does not say why: {said!r}")
            check(layers in (OLD, NEW), f"{plan}: the GeoPackage is damaged: {layers}")
            check(not stray(out), f"{plan}: there is left: {stray(out)}")
            if call != "rename" and layers == OLD:
                now = all_files(out)
                check(now == before, f"{plan}: there changed: {sorted(k for k in now.keys() | before.keys() if now.get(k) != before.get(k))}")
        done = build()
        check(done.returncode == 0 and all_files(out) == after, f"after {plan} the build fails: {done.stderr[-300:]}")

    tried = 0
    for number in range(1, counts["rename"] + 1):
        attempt("rename", number, 0)
        tried += 1
    # The last of fsync: of the journal of renames, of the folder that holds it, and of the folder when all is renamed.
    for number in range(counts["fsync"] - 4, counts["fsync"] + 1):
        attempt("fsync", number, errno.EIO)
        tried += 1
    for turn in rounds(8):
        call = sorted(ERRORS)[turn % len(ERRORS)]
        attempt(call, random.randint(1, counts[call]), random.choice(ERRORS[call]))
        tried += 1
    print(f"{tried} failures, of {counts}")
finally:
    shutil.rmtree(folder)
end()
