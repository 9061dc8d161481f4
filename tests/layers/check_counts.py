# SPDX-License-Identifier: MIT
"""Nothing is lost and nothing counted twice: each report is in `reports`, each place of each incident in one layer."""

import csv
import json
import re
from collections import Counter

from checks import SETS, SOURCE, WORK, check, end, geopackages, open_read_only

PLACED = ("attacks", "attack_areas", "other_incidents", "not_mapped")


def tables_of(file):
    return {row[0] for row in file.execute("SELECT table_name FROM gpkg_contents")}


def check_places(name, file, tables):
    """Places 1 to location_count of every incident, each in one of the four; gives the incidents by layer."""
    places, said, layers = Counter(), {}, {}
    for table in sorted(tables.intersection(PLACED)):
        where = "WHERE location_no IS NOT NULL" if table == "not_mapped" else ""
        for incident, number, count in file.execute(f"SELECT incident_id, location_no, location_count FROM {table} {where}"):
            places[incident, number] += 1
            said.setdefault(incident, set()).add(count)
            layers.setdefault(incident, set()).add(table)
    incidents = {row[0] for row in file.execute("SELECT DISTINCT incident_id FROM reports")}
    check(layers.keys() == incidents, f"{name}: incidents without a layer: {sorted(incidents - layers.keys())[:5]}; "
                                      f"without a report: {sorted(layers.keys() - incidents)[:5]}")
    for (incident, number), times in places.items():
        check(times == 1, f"{name}: place {number} of {incident} is in {times} layers")
    for incident, counts in said.items():
        numbers = sorted(number for i, number in places if i == incident)
        check(len(counts) == 1, f"{name}: {incident} has {counts} places")
        check(numbers == list(range(1, max(counts) + 1)), f"{name}: {incident} has the places {numbers}")
        check(not {"attacks", "other_incidents"} <= layers[incident], f"{name}: {incident} is an attack, and is none")
    return layers


def check_summary(name, layers):
    """The sentence `14 incidents: 9 as points, 3 as areas, 2 not on the map` is right and adds up."""
    text = (WORK / name / "stdout").read_text(encoding="utf-8") + (WORK / name / "stderr").read_text(encoding="utf-8")
    found = re.search(r"([\d,]+) incidents?: ([^\n]+?)( \(([\d,]+) reports?\))?\n", text)
    if not check(found, f"{name}: the summary does not say how the incidents add up:\n{text[:2000]}"):
        return
    total = int(found[1].replace(",", ""))
    parts = [int(part.split()[0].replace(",", "")) for part in found[2].split(", ")]
    check(total == len(layers), f"{name}: the summary counts {total} incidents; there are {len(layers)}")
    check(sum(parts) == total, f"{name}: the summary does not add up: {found[0]}")


for path, name in zip(geopackages(), SETS):
    with open_read_only(path) as file:
        tables = tables_of(file)
        layers = check_places(name, file, tables)
        check_summary(name, layers)
        reports = file.execute("SELECT count(*) FROM reports").fetchone()[0]
        if name == "data":
            with open(SOURCE / "data" / "incidents.csv", encoding="utf-8", newline="") as table:
                rows = list(csv.DictReader(table))
            check(reports == len(rows), f"data: {reports} reports of {len(rows)}")
            check(layers.keys() == {row["incident_id"] for row in rows}, "data: the incidents are not those of the table")
            continue
        expected = json.loads((WORK / name / "expected.json").read_text(encoding="utf-8"))
        check(reports == expected["reports"], f"hostile: {reports} reports of {expected['reports']}")
        notes = {row[0] for row in file.execute("SELECT notes FROM reports")}
        for text in expected["kept"]:
            check(text in notes, f"hostile: this did not stay whole: {text[:60]!r}")
end()
