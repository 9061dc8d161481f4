# SPDX-License-Identifier: MIT
"""The gazetteers that script/accuracy measures with, and the plain look-up that it compares with."""

import sqlite3
import subprocess
from pathlib import Path

from accuracy_tables import CODES, plain, without_kind_word


class Gazetteers:
    """Made anew by the program; the curated one stands first, as it does by default."""

    def __init__(self, program, data, scratch, dumps=None):
        scratch.mkdir(parents=True, exist_ok=True)
        dumps = dumps or sorted(data.glob("*_places_geonames_format.txt.gz"))
        codes = [CODES] if Path(CODES).exists() else []
        self._files = [program.parent / "gazetteer" / "curated.gpkg"]
        for dump in dumps:
            self._files.append(scratch / f"{dump.name[:2]}.gpkg")
            self._run(program, "geonames", [dump, *codes], self._files[-1])
        airports = data / "ourairports.csv.gz"
        if airports.exists():
            self._files.append(scratch / "airports.gpkg")
            self._run(program, "ourairports", [airports], self._files[-1])
        self._naive = None

    @staticmethod
    def _run(program, form, inputs, output):
        words = [str(program), "gazetteer", "import", form, *map(str, inputs), "-o", str(output)]
        run = subprocess.run(words, capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"{' '.join(words)} ends with {run.returncode}:\n{run.stderr}")

    def files(self):
        return self._files

    def place(self, row):
        """The most populous place of exactly this name, or without the kind word behind it: (lat, lon) or None."""
        if self._naive is None:
            self._naive = {}
            for path in self._files:
                with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
                    for text, population, country, geometry in file.execute(
                            "SELECT n.text, p.population, p.country, p.geom FROM names n JOIN places p ON p.fid = n.place"):
                        self._naive.setdefault(plain(text), []).append((population, country, geometry))
        same = self._naive.get(plain(row.name)) or self._naive.get(without_kind_word(row.name), [])
        known = [one for one in same if not row.country or one[1] == row.country]
        if not known:
            return None
        return position(max(known, key=lambda one: one[0])[2])


def position(blob):
    """Latitude and longitude of a GeoPackage point without an envelope."""
    import struct
    lon, lat = struct.unpack_from("<dd", blob, 8 + 5)
    return lat, lon
