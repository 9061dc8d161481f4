# SPDX-License-Identifier: MIT
"""Each monthly map is the build with --since and --until, row for row; a second run writes nothing; one row more rewrites
one map."""

import calendar
import os
import shutil

from maps import MONTHS, made_months, same_rows, count
from checks import PROGRAM, all_files, build, check, end, run, scratch_folder, stray

ROWS = 2400
folder = scratch_folder()


def times(out):
    return {p.name: p.stat().st_mtime_ns for p in out.iterdir()}


try:
    table = made_months(ROWS, folder / "june.csv")
    with open(table, "a", encoding="utf-8") as more:  # one in two months, one of no day, one about a day, one nowhere
        more.write("wide,wide,,2020-07-24/2020-08-02,Explosions/Remote violence,,rockets,,Erbil,,Iraq\n"
                   "nowhere,nowhere,,2020-09-15,Explosions/Remote violence,,rockets,,Qwertzuiop,,Iraq\n"
                   "about,about,,2020-09-30~,Explosions/Remote violence,,rockets,,Taji,,Iraq\n")
    out = folder / "maps"
    words = ("--split-by", "month", "-f", "gpkg,geojson", "--no-ask", "--rings", "20")
    done = build(table, out, *words)
    check(done.returncode == 0, f"the split ends with {done.returncode}: {done.stderr[-1000:]}")
    maps = sorted(p.name for p in out.glob("*.gpkg"))
    check(maps == [f"june_{month}.gpkg" for month in MONTHS], f"the maps are {maps}")
    check("1 incident stands on more than one map" in done.stdout, f"what stands twice is not told: {done.stdout[-800:]}")
    check("24 maps: 24 written, 0 current" in done.stdout, f"the summary says {done.stdout[-800:]}")
    check(sum(count(out / name, "incidents") for name in maps) == ROWS + 4, "incidents are lost, or stand too often")
    for month in ("2020-01", "2020-07", "2020-08", "2020-09", "2021-12"):
        last = calendar.monthrange(int(month[:4]), int(month[5:]))[1]
        alone = folder / "alone"
        done = build(table, alone / "june.gpkg", "--since", f"{month}-01", "--until", f"{month}-{last}", "-f", "gpkg",
                     "--no-ask", "--rings", "20")
        check(done.returncode == 0, f"the build of {month} fails: {done.stderr[-500:]}")
        same_rows(out / f"june_{month}.gpkg", alone / "june.gpkg", month)

    before, at = all_files(out), times(out)
    done = build(table, out, *words)
    check("24 maps: 0 written, 24 current" in done.stdout, f"the second run says {done.stdout[-800:]}")
    check(all_files(out) == before and times(out) == at, "the second run writes something")
    check(not stray(out), f"there is left {stray(out)}")

    with open(table, "a", encoding="utf-8") as more:
        more.write("new,new,,2021-03-05,Explosions/Remote violence,,rockets,,Mosul,,Iraq,,,,,,,,,,,New source\n")
    done = build(table, out, *words, "--dry-run")
    check("24 maps: 1 would be written, 23 current" in done.stdout and "incidents differ" in done.stdout,
          f"the dry run says {done.stdout[-800:]}")
    check(all_files(out) == before, "the dry run writes something")
    done = build(table, out, *words)
    changed = {name for name, mark in all_files(out).items() if before.get(name) != mark}
    check(changed and all(name.startswith("june_2021-03") for name in changed), f"one row more rewrites {changed}")
    check(count(out / "june_2021-03.gpkg", "incidents") == ROWS // 24 + 1, "the new row is not there")

    for more, why in ((("--title", "Other"), "texts"), (("--crs", "EPSG:32638"), "projection")):
        done = build(table, out, *words, *more, "--dry-run")
        check("24 maps: 24 would be written" in done.stdout, f"with other {why} the dry run says {done.stdout[-500:]}")
    (out / "june_2020-05_attacks.geojson").unlink()
    done = build(table, out, *words)
    check("24 maps: 1 written" in done.stdout and "june_2020-05_attacks.geojson is missing" in done.stdout,
          f"a missing file: {done.stdout[-500:]}")

    # One map is current too.
    one = folder / "one"
    build(table, one, "--no-ask")
    before, at = all_files(one), times(one)
    os.utime(table)
    done = build(table, one, "--no-ask")
    check("Current, and left as it is" in done.stdout and all_files(one) == before and times(one) == at,
          f"one map is written again: {done.stdout[-500:]}")
    check(not stray(one), f"there is left {stray(one)}")

    # A map that cannot be written is told last, and the others are written.
    failing = folder / "failing"
    (failing / "june_2020-03.gpkg").mkdir(parents=True)
    done = build(table, failing, "--split-by", "month", "-f", "gpkg", "--no-ask")
    check(done.returncode == 1, f"a failed map ends with {done.returncode}")
    check("23 written, 0 current and left as they are, 1 failed" in done.stdout, f"it says {done.stdout[-500:]}")
    check(len(list(failing.glob("*.gpkg"))) == 24 and "june_2020-03 was not written" in done.stdout.splitlines()[-3] +
          done.stdout.splitlines()[-2] + done.stdout.splitlines()[-1], f"it says {done.stdout[-500:]}")

    # By the same words on check.
    done = run(PROGRAM, "check", table, "--where", "month=2020-09", "--where", "killed<3", "--format", "json", "--no-decisions")
    check(done.returncode == 0 and '"reports":' in done.stdout, f"check --where: {done.stderr[-500:]}")
finally:
    shutil.rmtree(folder)
end()
