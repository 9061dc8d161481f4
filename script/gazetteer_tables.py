# SPDX-License-Identifier: MIT
"""The gazetteer's tables: read, told apart into hand rows and bulk rows, written."""

import csv
import json
import os
from pathlib import Path

COLUMNS = {
    "places": "place_id,name,kind,latitude,longitude,extent_m,accuracy_m,country,admin1,admin2,population,"
    "source_id,source_ref,source_date,notes".split(","),
    "names": "place_id,name,language,script,sort,from_year,to_year,source_id".split(","),
    "points": "place_id,latitude,longitude,source_id,source_ref,notes".split(","),
    "sources": "source_id,name,licence,licence_url,attribution,url,date,notes".split(","),
}

# Rows of these sources are made by script/gazetteer, and only by it.
BULK = (
    "geonames-cities15000",
    "geonames-countries",
    "natural-earth-10m",
    "natural-earth-50m",
    "ourairports-csv",
    "ourairports-npm",
)


def script_of(text):
    """The ISO 15924 code of a name's script: Arab, Cyrl or Latn; of a mixed name, the first that is not Latin."""
    for letter in text:
        if "\u0600" <= letter <= "\u06ff" or "\u0750" <= letter <= "\u077f" or "\ufb50" <= letter <= "\ufefc":
            return "Arab"
        if "\u0400" <= letter <= "\u04ff":
            return "Cyrl"
    return "Latn"


class Tables:
    """places, names, points and sources as lists of dicts, in the order of the files."""

    def __init__(self, folder, rows):
        self.folder = folder
        self.places, self.names, self.points, self.sources = (rows[t] for t in COLUMNS)

    @staticmethod
    def read(folder):
        rows = {}
        for table, columns in COLUMNS.items():
            path = Path(folder) / f"{table}.csv"
            with open(path, encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file, strict=True)
                if reader.fieldnames != columns:
                    raise SystemExit(f"{path}: the columns are {reader.fieldnames}, not {columns}")
                rows[table] = list(reader)
        return Tables(Path(folder), rows)

    def write(self, areas):
        """Writes places, names and areas; each file is replaced whole."""
        for table in ("places", "names"):
            with open(self.folder / f".{table}.part", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS[table], lineterminator="\n")
                writer.writeheader()
                writer.writerows(getattr(self, table))
            os.replace(self.folder / f".{table}.part", self.folder / f"{table}.csv")
        with open(self.folder / ".areas.part", "w", encoding="utf-8") as file:
            file.write('{"type":"FeatureCollection","features":[\n')
            texts = (json.dumps(a, ensure_ascii=False, separators=(",", ":")) for a in areas)
            file.write(",\n".join(texts))
            file.write("\n]}\n")
        os.replace(self.folder / ".areas.part", self.folder / "areas.geojson")
