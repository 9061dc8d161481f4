# SPDX-License-Identifier: MIT
"""Usual English names, other and former ones, of towns and first-order divisions: gazetteer/world/usual.csv."""

import csv

from spellings import compared


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for column in ("names", "former"):
            row[column] = [n.strip() for n in row[column].split(";") if n.strip()]
    return rows


class Usual:
    """The rows by what they name, and which of them named nothing."""

    def __init__(self, rows):
        self.rows = {kind: {(r["country"], compared(r["name"])): r for r in rows if r["kind"] == kind}
                     for kind in ("town", "province")}
        self.used = {}

    def name_divisions(self, divisions):
        for division in divisions.values():
            row = self.rows["province"].get((division.country, compared(division.name)))
            if row:
                self.used[id(row)] = division.id
                division.name = row["usual"]

    def name_towns(self, towns):
        """Renames, of the towns that have a row's name, the one with most people."""
        best = {}
        for town in towns:
            for name in [town.name, *town.names]:
                row = self.rows["town"].get((town.country, compared(name)))
                if row and (id(row) not in best or _rank(town, row) > _rank(best[id(row)][0], row)):
                    best[id(row)] = (town, row)
        for town, row in best.values():
            if compared(town.name) != compared(row["usual"]):
                town.names.insert(0, town.name)
            town.name = row["usual"]
            self.used[id(row)] = "geonames:" + town.id

    def add_names(self, world):
        """The other and former names; a former name that the place has by another source becomes a former one."""
        for rows in self.rows.values():
            for row in rows.values():
                place_id = self.used.get(id(row))
                if place_id not in world.places:
                    continue
                for name in row["names"]:
                    world.name(place_id, name, source_id="usage")
                for name in row["former"]:
                    world.former(place_id, name)

    def unused(self):
        return [r for rows in self.rows.values() for r in rows.values() if id(r) not in self.used]


def _rank(town, row):
    return town.population, compared(town.name) in (compared(row["name"]), compared(row["usual"]))
