#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes a made-up table of reports, always the same for the same number of rows.

  script/bench_table.py ROWS OUT.csv

Every row is an incident of its own, with ids, at a city or town of
gazetteer/places.csv; every second one has a launch place, one of the eight
towns nearest to it. The reports come from two thousand sources.
"""

import csv
import sys
from pathlib import Path

WEAPONS = (("rockets", "Shelling/artillery/missile attack"), ("mortars", "Shelling/artillery/missile attack"),
           ("drone", "Air/drone strike"), ("roadside bomb", "Remote explosive/landmine/IED"))
COLUMNS = ("report_id,incident_id,source_id,event_date,event_type,sub_event_type,weapon,weapon_count,place,place_words,"
           "country,admin1,launch_place,launch_words,launch_country,launch_admin1,killed,injured,attributed_to,"
           "attributed_by,notes,publisher,title,published,url").split(",")


class Numbers:
    """The minimal standard generator (Park and Miller 1988): the same numbers with every Python."""

    def __init__(self):
        self.state = 20200930

    def below(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state % limit


def cities():
    path = Path(__file__).resolve().parent.parent / "gazetteer" / "places.csv"
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in ("city", "town")]
    towns = [(row["name"], {"IQ": "Iraq", "SY": "Syria"}.get(row["country"], row["country"]), row["admin1"],
              float(row["latitude"]), float(row["longitude"])) for row in rows]

    def near(town):
        return sorted(towns, key=lambda other: (other[3] - town[3]) ** 2 + 0.7 * (other[4] - town[4]) ** 2)[1:9]

    return [(town[:3], [other[:3] for other in near(town)]) for town in towns]


def row(number, towns, numbers):
    (town, country, province), neighbours = towns[numbers.below(len(towns))]
    launch = neighbours[numbers.below(len(neighbours))] if number % 2 == 0 else ("", "", "")
    weapon, sub_event = WEAPONS[numbers.below(len(WEAPONS))]
    day = f"20{10 + numbers.below(14)}-{1 + numbers.below(12):02}-{1 + numbers.below(28):02}"
    source = numbers.below(2000)
    said = f"near the town of {town}"
    from_words = f"from the area of {launch[0]}" if launch[0] else ""
    return [f"r{number}", f"i{number}", f"s{source}", day, "Explosions/Remote violence", sub_event, weapon,
            str(1 + numbers.below(30)), town, said, country, province, launch[0], from_words, launch[1], launch[2],
            str(numbers.below(5)), str(numbers.below(20)), "an armed group", "the police",
            f"Made-up report {number}: {weapon} {said}", f"Made-up News {source % 40}",
            f"Article {source}", f"20{24 + source % 2}", f"https://example.org/{source}"]


def main():
    count, out = int(sys.argv[1]), sys.argv[2]
    towns, numbers = cities(), Numbers()
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row(number, towns, numbers) for number in range(1, count + 1))


if __name__ == "__main__":
    main()
