# SPDX-License-Identifier: MIT
"""Where the disk is full, at whatever byte, a build fails, says so, and leaves what was there and nothing else."""

import resource
import shutil
import subprocess

import rounds  # noqa: F401: finds the checks
from checks import PROGRAM, all_files, build, check, end, made_table, scratch_folder, whole

NEW = 3000
folder = scratch_folder()
try:
    table = folder / "t.csv"
    shutil.copy(made_table(NEW), table)
    done = build(table, folder / "whole", "-f", "gpkg,geojson")
    check(done.returncode == 0 and whole(folder / "whole" / "t.gpkg") == NEW, f"the build fails: {done.stderr[-1000:]}")
    sizes = sorted(file.stat().st_size for file in (folder / "whole").iterdir())
    largest = sizes[-1] if sizes else 0

    out = folder / "out"
    shutil.copy(made_table(50), table)
    build(table, out, "-f", "gpkg,geojson")
    shutil.copy(made_table(NEW), table)
    before = all_files(out)
    check(before, "there is no earlier build to keep")
    limits = [0, 1, 4096, 65536, largest // 8, largest // 4, largest // 2, largest * 3 // 4, largest - 4096, largest - 1]
    for limit in limits + [size - 1 for size in sizes]:
        done = build(table, out, "-f", "gpkg,geojson",
                     preexec_fn=lambda most=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        check(done.returncode == 1, f"with {limit} bytes to a file the build ends with {done.returncode}")
        check(done.stderr.startswith("incidentmap: ") or "\nincidentmap: " in done.stderr,
              f"with {limit} bytes to a file the build does not say why: {done.stderr[-300:]!r}")
        now = all_files(out)
        check(now == before, f"with {limit} bytes to a file there changed: "
                             f"{sorted(k for k in now.keys() | before.keys() if now.get(k) != before.get(k))}")

    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([PROGRAM, "resolve", "Erbil"], stdin=subprocess.DEVNULL, stdout=full,
                              stderr=subprocess.PIPE, encoding="utf-8", check=False)
    check(done.returncode == 1 and done.stderr, f"an answer that cannot be written ends with {done.returncode}")
finally:
    shutil.rmtree(folder)
end()
