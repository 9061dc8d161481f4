# SPDX-License-Identifier: MIT
"""Inputs that grow: each makes files for n in a folder and gives the words of a command; and how much a command works."""

import json
import math
import os
import random

import rounds  # noqa: F401, for the folder of checks
from checks import PROGRAM, check

PLACES = "name,latitude,longitude,kind,country\n"
ERBIL = PLACES + "Erbil,36.19,44.01,city,IQ\n"
HEADER = "report_id,incident_id,event_date,place,launch_place,country,killed\n"


def report(number, incident="", place="Erbil", launch="", killed="1"):
    return f"r{number},{incident},2020-07-{1 + number % 28:02},{place},{launch},IQ,{killed}\n"


def table_and_places(folder, rows, places=ERBIL, formats="gpkg"):
    (folder / "t.csv").write_text(rows)
    (folder / "g.csv").write_text(places)
    return ["build", folder / "t.csv", "-g", folder / "g.csv", "-f", formats]


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


def reports_of_one_incident(folder, n):
    return table_and_places(folder, HEADER + "".join(report(i, "one") for i in range(n)))


def reports_of_few_incidents(folder, n):
    """A thousand reports each."""
    return table_and_places(folder, HEADER + "".join(report(i, f"i{i // 1000}") for i in range(n)))


def reports_of_their_own(folder, n):
    return table_and_places(folder, HEADER + "".join(report(i, f"i{i}") for i in range(n)))


def as_kml(folder, n):
    return reports_of_their_own(folder, n)[:-1] + ["kml"]


def as_questions(folder, n):
    """Rows that may be one incident with their neighbours."""
    rows = "".join(f"r{i},i{i},2020-07-{1 + i % 28:02},Erbil {i // 4},,IQ,{i % 5}\n" for i in range(n))
    places = PLACES + "".join(f"Erbil {i},{30 + i % 700 / 100:.2f},{40 + i // 700 / 100:.2f},city,IQ\n" for i in range(n // 4 + 1))
    return table_and_places(folder, HEADER + rows, places)


def homonym_places(n):
    return PLACES + "".join(
        f"Same,{29 + i % 97 / 14:.4f},{39 + i // 97 % 89 / 9 + i // 8633 / 50:.4f},village,IQ\n" for i in range(n))


def homonyms(folder, n):
    return table_and_places(folder, HEADER + "".join(report(i, f"i{i}", "Same") for i in range(5)), homonym_places(n))


def between_homonyms(folder, n):
    words = ("between Same and Same", '"Same, Same"', "5 km north of Same")
    return table_and_places(folder, HEADER + "".join(report(i, f"i{i}", place) for i, place in enumerate(words)),
                            homonym_places(n))


def places_times_launches(folder, n):
    """n places and n launches in one row."""
    numbers = random.Random(7)
    places, launches = (" | ".join(f"{33 + numbers.random():.4f}, {43 + numbers.random():.4f}" for _ in range(n)) for _ in "ab")
    return table_and_places(folder, "incident_id,date,place,launch_place\n" + f'i,2020-01-01,"{places}","{launches}"\n')


def near_a_pole(folder, n):
    return table_and_places(folder, "place,latitude,longitude,coordinates_uncertainty_m\n" + "".join(
        f"P{i},{88.0 + i % 9 / 10},{i * 7 % 360 - 180},25000\n" for i in range(n)))


def of_a_spiked_outline(folder, n, words):
    (folder / "t.csv").write_text(HEADER + report(1, "a", words))
    (folder / "areas.geojson").write_text(spiked(n))
    (folder / "g.csv").write_text("place_id,name,kind,country,latitude,longitude\nspiked,Spiked,province,IQ,35,44\n")
    work([PROGRAM, "gazetteer", "import", "csv", folder / "g.csv", folder / "areas.geojson", "-o", folder / "g.gpkg"])
    return ["build", folder / "t.csv", "-g", folder / "g.gpkg", "-f", "gpkg"]


def near_a_spiked_outline(folder, n):
    return of_a_spiked_outline(folder, n, "near Spiked")


def border_of_a_spiked_outline(folder, n):
    return of_a_spiked_outline(folder, n, "border of Spiked")


def spiked_boundaries(folder, n):
    (folder / "areas.geojson").write_text(spiked(n))
    return reports_of_their_own(folder, 1) + ["--boundaries", folder / "areas.geojson"]


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


def build_words(make, folder, n):
    return [PROGRAM, *make(folder, n), "-o", folder / "out", "--no-decisions", "--quiet"]
