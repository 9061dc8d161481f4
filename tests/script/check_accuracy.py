# SPDX-License-Identifier: MIT
"""script/accuracy counts what is right, wrong and silent, and what the score claimed: a tiny dump, a table of five names.

Usage: check_accuracy.py BUILD_FOLDER
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

PLACES = [  # id, name, latitude, longitude, population
    ("91", "Zurabad", 33.00, 43.00, 50_000),
    ("92", "Kifriyat", 33.40, 43.40, 20_000),
    ("93", "Duhulab", 33.80, 43.80, 0),
    ("94", "Duhulab", 31.00, 47.00, 0),
]
TABLE = """name,lat,lon,accept_km,country
Zurabad,33.00,43.00,5,IQ
Zuraabad,33.00,43.00,5,IQ
Kifriyat,35.00,45.00,5,IQ
Duhulab,33.80,43.80,5,IQ
Nothing like it,33.00,43.00,5,IQ
"""


def check(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


def main():
    with tempfile.TemporaryDirectory(prefix="incidentmap accuracy ") as scratch:
        folder = Path(scratch)
        lines = "".join(f"{place_id}\t{name}\t{name}\t\t{lat}\t{lon}\tP\tPPL\tIQ\t\t01\t\t\t\t{people}\t\t\tAsia/Baghdad\t2020-01-01\n"
                        for place_id, name, lat, lon, people in PLACES)
        dump = subprocess.run(["gzip", "-c"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
        (folder / "ZZ_places_geonames_format.txt.gz").write_bytes(dump)
        table = folder / "tiny.csv"
        table.write_text(TABLE, encoding="utf-8")
        detail = folder / "detail.csv"
        words = [sys.executable, "-B", ROOT / "script" / "accuracy", table, "--build", sys.argv[1], "--scratch", folder / "made",
                 "--detail", detail]
        run = subprocess.run(words, env={**os.environ, "INCIDENTMAP_REAL_DATA": str(folder)}, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"script/accuracy ends with {run.returncode}:\n{run.stderr}")
        cells = [cell.strip() for cell in run.stdout.splitlines()[-1].strip("|").split("|")]
        # Two names are met where they are, one far from there, one is two places, one is nowhere.
        check("table, names, naive exact, right, wrong, silent", cells[:6],
              ["tiny", "5", "40.0 %", "40.0 %", "20.0 %", "40.0 %"])
        counted = sum(int(cell.rsplit(" ", 1)[1]) for cell in cells[6:] if cell != "–")
        check("answers in the bins of scores", counted, 3)
        check("rows of --detail", len(detail.read_text(encoding="utf-8").splitlines()), 6)
        nothing = subprocess.run(words[:4], env={k: v for k, v in os.environ.items() if k != "INCIDENTMAP_REAL_DATA"},
                                 capture_output=True, text=True)
        check("exit code without real data", nothing.returncode, 1)
        if "nothing was measured" not in nothing.stderr:
            sys.exit(f"without real data nothing says so: {nothing.stderr}")


if __name__ == "__main__":
    main()
