# SPDX-License-Identifier: MIT
"""Work grows as its input does: four times the input takes about four times the processor's time and memory, never
sixteen times. What a build of next to nothing takes is left aside; no number of seconds is asked for."""

import json
import math
import os
import shutil

import rounds
from checks import PROGRAM, check, end, scratch_folder

MOST = 8.0  # 4 is in proportion, 16 is with its square
PLACES = "name,latitude,longitude,kind,country\n"
HEADER = "report_id,incident_id,event_date,place,launch_place,country,killed\n"


def report(number, incident="", place="Erbil", launch="", killed="1"):
    return f"r{number},{incident},2020-07-{1 + number % 28:02},{place},{launch},IQ,{killed}\n"


def spiked(spikes):
    """An outline with so many spikes, as a layer of areas."""
    ring = []
    for i in range(2 * spikes):
        angle, far = math.pi * i / spikes, 1.0 if i % 2 else 0.4
        ring.append([round(44 + far * math.cos(angle), 6), round(35 + far * math.sin(angle), 6)])
    ring.append(ring[0])
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"place_id": "spiked", "name": "Spiked", "country": "IQ", "level": "admin1",
                                           "admin1": "Spiked"},
         "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]}}]})


# Each makes files for n in a folder and gives the words of the command.
def reports_of_one_incident(folder, n):
    (folder / "t.csv").write_text(HEADER + "".join(report(i, "one") for i in range(n)))
    (folder / "g.csv").write_text(PLACES + "Erbil,36.19,44.01,city,IQ\n")
    return ["build", folder / "t.csv", "-g", folder / "g.csv", "-f", "gpkg"]


def reports_of_their_own(folder, n):
    (folder / "t.csv").write_text(HEADER + "".join(report(i, f"i{i}") for i in range(n)))
    (folder / "g.csv").write_text(PLACES + "Erbil,36.19,44.01,city,IQ\n")
    return ["build", folder / "t.csv", "-g", folder / "g.csv", "-f", "gpkg"]


def homonyms(folder, n):
    (folder / "t.csv").write_text(HEADER + "".join(report(i, f"i{i}", "Same") for i in range(5)))
    (folder / "g.csv").write_text(PLACES + "".join(
        f"Same,{29 + i % 97 / 14:.4f},{39 + i // 97 % 89 / 9:.4f},village,IQ\n" for i in range(n)))
    return ["build", folder / "t.csv", "-g", folder / "g.csv", "-f", "gpkg"]


def near_a_pole(folder, n):
    (folder / "t.csv").write_text("place,latitude,longitude,coordinates_uncertainty_m\n" + "".join(
        f"P{i},{88.0 + i % 9 / 10},{i * 7 % 360 - 180},25000\n" for i in range(n)))
    (folder / "g.csv").write_text(PLACES + "Erbil,36.19,44.01,city,IQ\n")
    return ["build", folder / "t.csv", "-g", folder / "g.csv", "-f", "gpkg"]


def as_kml(folder, n):
    return reports_of_their_own(folder, n)[:-1] + ["kml"]


def near_a_spiked_outline(folder, n):
    (folder / "t.csv").write_text(HEADER + report(1, "a", "near Spiked") + report(2, "b", "border of Spiked"))
    (folder / "areas.geojson").write_text(spiked(n))
    (folder / "g.csv").write_text("place_id,name,kind,country,latitude,longitude\nspiked,Spiked,province,IQ,35,44\n")
    import_places(folder)
    return ["build", folder / "t.csv", "-g", folder / "g.gpkg", "-f", "gpkg"]


def import_places(folder):
    work([PROGRAM, "gazetteer", "import", "csv", folder / "g.csv", folder / "areas.geojson", "-o", folder / "g.gpkg"])


def work(words):
    """Runs a command; gives the seconds that it worked and the most memory that it held, in MiB."""
    process = os.fork()
    if process == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
        os.execv(words[0], [str(word) for word in words])
    _, status, used = os.wait4(process, 0)
    # 3: done, and something is not on the map.
    check(os.waitstatus_to_exitcode(status) in (0, 3), f"{words[1:3]} ends with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


# What grows, and n: large enough that the work is more than the program's start.
GROWING = ((reports_of_their_own, 3000), (reports_of_one_incident, 1000), (as_kml, 1500))
# What grows faster today, or fails: measured in a long run, and not asked for yet.
FASTER = ((homonyms, 1500), (near_a_pole, 100), (near_a_spiked_outline, 50))


def measured(folder, make, n):
    """The least of two runs."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    words = [PROGRAM, *make(folder, n), "-o", folder / "out", "--no-decisions", "--quiet"]
    return tuple(map(min, zip(work(words), work(words))))


folder = scratch_folder()
try:
    for make, n in GROWING + (FASTER if rounds.MINUTES else ()):
        nothing, once, four_times = (measured(folder / "case", make, size) for size in (2, n, 4 * n))
        seconds, memory = ((more - none) / max(less - none, floor)
                           for none, less, more, floor in zip(nothing, once, four_times, (0.05, 8.0)))
        print(f"{make.__name__}: 4 x {n} takes {seconds:.1f} times the work ({once[0]:.2f} s, {four_times[0]:.2f} s) and "
              f"{memory:.1f} times the memory ({once[1]:.0f} MiB, {four_times[1]:.0f} MiB)", flush=True)
        if (make, n) in FASTER:
            continue
        check(seconds < MOST, f"{make.__name__}: four times the input takes {seconds:.1f} times the work")
        check(memory < MOST, f"{make.__name__}: four times the input takes {memory:.1f} times the memory")
finally:
    shutil.rmtree(folder)
end()
