# SPDX-License-Identifier: MIT
"""24 monthly maps of a table cost at most 1.5 times the processor's time of one whole build, and 128 MiB. Rows:
INCIDENTMAP_ROWS, else so many that a build takes seconds."""

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
    # Each map has its own fixed cost (styles, project, base map), which few rows do not hide.
    check(split[0] <= 1.5 * whole[0] + (0 if ROWS >= 100_000 else 24 * 0.12), f"24 maps take {split[0]:.2f} s, one build {whole[0]:.2f} s")
    check(split[1] <= 128, f"24 maps take {split[1]:.0f} MiB")
finally:
    shutil.rmtree(folder)
end()
