# SPDX-License-Identifier: MIT
"""Two builds of the same input give the same bytes, whatever the folder, the working folder and the hour."""

import shutil
import time

import hostile
from checks import SOURCE, WORK, all_files, build, check, end, fresh_folder, scratch_folder

folder = fresh_folder("same bytes")
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
