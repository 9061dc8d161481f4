# SPDX-License-Identifier: MIT
"""--depfile for make, --dry-run, incidents as lines of JSON, one object a map in the log."""

import json
import os
import shutil
import subprocess
import time

import maps  # noqa: F401
from checks import PROGRAM, SOURCE, all_files, build, check, end, run, scratch_folder

folder = scratch_folder()
try:
    # A folder without a blank: make's own functions cannot have one.
    work = folder / "a b"
    work.mkdir()
    shutil.copy(SOURCE / "data" / "incidents.csv", work)
    shutil.copy(SOURCE / "data" / "sources.csv", work)
    (work / "Makefile").write_text(
        "maps/incidents.gpkg:\n"
        f"\t'{PROGRAM}' build incidents.csv -o maps -f gpkg --no-ask --quiet --depfile maps.d && echo ran\n"
        "-include maps.d\n", encoding="utf-8")

    def make():
        done = run("make", "-s", cwd=work)
        check(done.returncode == 0, f"make ends with {done.returncode}: {done.stderr[-500:]}")
        return "ran" in done.stdout

    if shutil.which("make"):
        check(make(), "make does not build")
        check(not make(), "make builds again what is there")
        stamp = time.time() + 5
        for name in ("incidents.csv", "sources.csv"):
            os.utime(work / name, (stamp, stamp))
            check(make(), f"make does not build where {name} is newer")
            check(not make(), f"make builds again and again after {name}")
            stamp += 5
        (work / "sources.csv").unlink()
        check(run("make", "-s", "-n", cwd=work).returncode == 0, "make stops where an input is gone")
    rules = (work / "maps.d").read_text(encoding="utf-8") if (work / "maps.d").exists() else ""
    check("curated.gpkg" in rules, f"the gazetteers are no inputs: {rules}")

    table = SOURCE / "data" / "incidents.csv"
    out = folder / "out"
    done = build(table, out, "--dry-run", "--no-ask", "--depfile", folder / "no.d")
    check(done.returncode == 0 and not out.exists() and "there is none yet" in done.stdout and not (folder / "no.d").exists(),
          f"a dry run: {done.returncode} {done.stdout[-300:]}")

    done = run(PROGRAM, "build", table, "-f", "ndjson", "-o", "-", "--no-ask")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    build(table, out, "-f", "gpkg", "--no-ask")
    check(done.returncode == 0 and len(lines) > 10 and len({line["incident_id"] for line in lines}) == len(lines),
          f"lines: {done.returncode} {done.stdout[:300]}")
    check(any("attacks" in line and line["attacks"][0]["geometry"]["type"] == "Point" for line in lines), "no attack has a point")
    check("incidents" in done.stderr, f"the headline is not told: {done.stderr[-300:]}")
    for words in (("-o", "-"), ("-o", "-", "-f", "gpkg"), ("-f", "ndjson", "-o", out), ("-f", "ndjson,gpkg", "-o", "-"),
                  ("-f", "ndjson", "-o", "-", "--split-by", "month")):
        done = run(PROGRAM, "build", table, *words, cwd=folder)
        check(done.returncode == 2 and not (folder / "-").exists() and not done.stdout, f"{words} ends with {done.returncode}")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "w", encoding="ascii") as full:
            full_done = subprocess.run([PROGRAM, "build", table, "-f", "ndjson", "-o", "-", "--no-ask"], stdout=full,
                                       stderr=subprocess.PIPE, check=False)
        check(full_done.returncode == 1, f"a full disk ends with {full_done.returncode}")

    done = build(table, folder / "split", "--split-by", "year", "-f", "gpkg", "--no-ask", "--log-format", "json", "--quiet")
    done2 = build(table, folder / "split", "--split-by", "year", "-f", "gpkg", "--no-ask", "--log-format", "json")
    maps = [json.loads(line) for line in done2.stderr.splitlines() if '"map":' in line]
    check(len(maps) == len(list((folder / "split").glob("*.gpkg"))) and all(m["state"] == "current" for m in maps),
          f"the log has {maps}")
    check(done.returncode == 0, f"the split ends with {done.returncode}")
    before = all_files(folder / "split")
    check(build(table, folder / "split", "--split-by", "year", "-f", "gpkg", "--no-ask", "--frozen").returncode == 0 and
          all_files(folder / "split").keys() == before.keys(), "a frozen split")
finally:
    shutil.rmtree(folder)
end()
