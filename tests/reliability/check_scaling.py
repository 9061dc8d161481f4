# SPDX-License-Identifier: MIT
"""Work grows as its input does: four times the input takes about four times the processor's time and memory, never
sixteen times. What a build of next to nothing takes is left aside; no number of seconds is asked for."""

import shutil

import growing
import rounds  # noqa: F401, for the folder of checks
from checks import check, end, scratch_folder

MOST = 8.0  # 4 is in proportion, 16 is with its square

# What grows, and n: large enough that the work is more than the program's start.
GROWING = ((growing.reports_of_their_own, 3000), (growing.reports_of_one_incident, 1000), (growing.as_kml, 1500),
           (growing.as_questions, 2000), (growing.homonyms, 2500), (growing.between_homonyms, 2500), (growing.near_a_pole, 100),
           (growing.places_times_launches, 60), (growing.near_a_spiked_outline, 250), (growing.border_of_a_spiked_outline, 250),
           (growing.spiked_boundaries, 2000))


def measured(folder, make, n):
    """The least of two runs."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    words = growing.build_words(make, folder, n)
    return tuple(map(min, zip(growing.work(words), growing.work(words))))


folder = scratch_folder()
try:
    for make, n in GROWING:
        nothing, once, four_times = (measured(folder / "case", make, size) for size in (2, n, 4 * n))
        seconds, memory = ((more - none) / max(less - none, floor)
                           for none, less, more, floor in zip(nothing, once, four_times, (0.05, 8.0)))
        print(f"{make.__name__}: 4 x {n} takes {seconds:.1f} times the work ({once[0]:.2f} s, {four_times[0]:.2f} s) and "
              f"{memory:.1f} times the memory ({once[1]:.0f} MiB, {four_times[1]:.0f} MiB)", flush=True)
        check(seconds < MOST, f"{make.__name__}: four times the input takes {seconds:.1f} times the work")
        check(memory < MOST, f"{make.__name__}: four times the input takes {memory:.1f} times the memory")
finally:
    shutil.rmtree(folder)
end()
