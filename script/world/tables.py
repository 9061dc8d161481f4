# SPDX-License-Identifier: MIT
"""What the gazetteer of the world holds, and how it is written: compressed tables, the same bytes each time."""

import csv
import gzip
import io
import json
import os
from pathlib import Path

from spellings import compared, is_usable, script_of

PLACES = ("place_id,name,kind,latitude,longitude,extent_m,accuracy_m,country,admin1,admin2,population,source_id,"
          "source_ref,notes".split(","))
NAMES = "place_id,name,language,script,sort,source_id".split(",")


class World:
    """Places by their id, names in the order in which they come, outlines by the id of their place."""

    def __init__(self):
        self.places, self.names, self.areas, self._known = {}, [], {}, {}

    def place(self, place_id, name, kind, point, source_id, **more):
        """Adds a place; point is (lon, lat). Its name is its first and preferred one. False where the id is known."""
        if place_id in self.places:
            return False
        row = dict.fromkeys(PLACES, "")
        row.update(place_id=place_id, name=name, kind=kind, latitude=_degrees(point[1]), longitude=_degrees(point[0]),
                   source_id=source_id, **more)
        self.places[place_id] = row
        language = "en" if script_of(name) == "Latn" else ""
        self._add((place_id, compared(name)), (place_id, name, language, script_of(name), "preferred", ""))
        return True

    def name(self, place_id, text, language="", sort="alternate", source_id=""):
        """Adds a spelling unless the place has it already in the form in which names are compared."""
        text = " ".join(text.split())
        key = (place_id, compared(text))
        if not is_usable(text) or not key[1] or key in self._known:
            return
        self._add(key, (place_id, text, language, script_of(text), sort, source_id))

    def _add(self, key, values):
        self._known[key] = dict(zip(NAMES, values))
        self.names.append(self._known[key])

    def former(self, place_id, text):
        """A name of the past; one that another source gives as a present one is made a former one."""
        known = self._known.get((place_id, compared(text)))
        if known is None:
            self.name(place_id, text, sort="former", source_id="usage")
        elif known["sort"] == "alternate":
            known["sort"] = "former"

    def drop_names(self, wanted, kind):
        """Drops other names of a kind's places that are better another's: Kashmir of Azad Kashmir."""
        self.names = [n for n in self.names if n["sort"] == "preferred" or compared(n["name"]) not in wanted
                      or self.places[n["place_id"]]["kind"] != kind]

    def area(self, place_id, level, rings):
        """The outline of a place as GeoJSON coordinates of a MultiPolygon."""
        self.areas[place_id] = (level, rings)

    def write(self, folder):
        """Writes places.csv.gz, names.csv.gz and areas.geojson.gz, each replaced whole."""
        folder = Path(folder)
        order = {place_id: number for number, place_id in enumerate(sorted(
            self.places, key=lambda i: (self.places[i]["country"], self.places[i]["kind"], i)))}
        places = [self.places[place_id] for place_id in order]
        names = sorted(self.names, key=lambda n: order[n["place_id"]])
        write(folder / "places.csv.gz", _csv(PLACES, places))
        write(folder / "names.csv.gz", _csv(NAMES, names))
        features = [self._feature(i) for i in order if i in self.areas]
        write(folder / "areas.geojson.gz",
               '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n")

    def _feature(self, place_id):
        level, rings = self.areas[place_id]
        place = self.places[place_id]
        properties = {"place_id": place_id, "level": level, "name": place["name"], "country": place["country"],
                      "source_id": place["source_id"]}
        return json.dumps({"type": "Feature", "properties": properties,
                           "geometry": {"type": "MultiPolygon", "coordinates": rings}},
                          ensure_ascii=False, separators=(",", ":"))


def _degrees(value):
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _csv(columns, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(path, text):
    """Writes a text packed, the same bytes each time; the file is replaced whole."""
    part = path.with_name("." + path.name)
    with open(part, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())
    os.replace(part, path)
