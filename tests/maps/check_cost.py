# SPDX-License-Identifier: MIT
"""24 monthly maps of one run cost less than the same maps in 24 runs, and a run in which all are current less still.
Prints the processor's time and the memory beside one whole build. Rows: INCIDENTMAP_ROWS, else 20,000."""

import os
import shutil
import subprocess

from maps import made_months
from checks import PROGRAM, check, end, scratch_folder

ROWS = int(os.environ.get("INCIDENTMAP_ROWS", 20_000))
folder = scratch_folder()


def measured(*words):
    """The processor's seconds, and MiB at the most."""
    process = subprocess.Popen([PROGRAM, "build", *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, env=dict(os.environ, SOURCE_DATE_EPOCH="1700000000"))
    _, status, used = os.wait4(process.pid, 0)
    check(status == 0, f"{words} ends with {status}: {process.stderr.read()[-500:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


try:
    table = made_months(ROWS, folder / "t.csv")
    whole = min(measured(table, "-o", folder / f"whole{i}", "-f", "gpkg", "--no-ask") for i in range(2))
    split = min(measured(table, "-o", folder / f"maps{i}", "-f", "gpkg", "--split-by", "month", "--no-ask") for i in range(2))
    again = measured(table, "-o", folder / "maps0", "-f", "gpkg", "--split-by", "month", "--no-ask")
    print(f"{ROWS} reports: one build {whole[0]:.2f} s and {whole[1]:.0f} MiB; 24 maps {split[0]:.2f} s and {split[1]:.0f} MiB, "
          f"{split[0] / whole[0]:.2f} times; again {again[0]:.2f} s")
    month = measured(table, "-o", folder / "month", "-f", "gpkg", "--where", "month=2020-07", "--no-ask")
    check(split[0] <= 0.75 * 24 * month[0], f"24 maps in one run take {split[0]:.2f} s, one month by itself {month[0]:.2f} s")
    # Twice what is left of a map's own cost (docs/performance.md): cutting the ground for each map was 20 times one build.
    check(split[0] <= whole[0] + 24 * 0.3 * month[0], f"24 maps take {split[0]:.2f} s, one build {whole[0]:.2f} s, a month {month[0]:.2f} s")
    check(split[1] <= whole[1] + 40, f"24 maps take {split[1]:.0f} MiB, one build {whole[1]:.0f} MiB")
    check(again[0] <= 0.75 * split[0], f"24 maps that are current take {again[0]:.2f} s, made anew {split[0]:.2f} s")
finally:
    shutil.rmtree(folder)
end()
