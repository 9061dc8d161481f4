# SPDX-License-Identifier: MIT
"""The measuring half of script/bench: runs whole processes one after the other and prints a table.

Usage: bench_run.py ROWS BUILD_FOLDER SCRATCH_FOLDER
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 3  # the median counts
START_ROUNDS = 20


def say(text):
    print(text, file=sys.stderr, flush=True)


def measured(words):
    """Runs a command; gives its seconds and its peak memory in MiB."""
    os.sync()  # what an earlier run wrote is not this one's to wait for
    start = time.monotonic()
    with open(os.devnull, "r+b") as nothing, subprocess.Popen(words, stdin=nothing, stdout=nothing,
                                                              stderr=subprocess.PIPE) as process:
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ends with {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    return seconds, used.ru_maxrss / 1024


def table_of(rows, folder):
    path = folder / f"reports_{rows}.csv"
    maker = Path(__file__).resolve().parent / "bench_table.py"
    if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
        say(f"Making a table of {rows:,} reports")
        draft = path.with_suffix(".part")
        subprocess.run([sys.executable, "-B", Path(__file__).with_name("bench_table.py"), str(rows), draft], check=True)
        draft.rename(path)
    return path


def feature_count(path):
    with sqlite3.connect(path) as file:
        return file.execute("SELECT count(*) FROM attacks").fetchone()[0]


class Bench:
    def __init__(self, rows, build, folder):
        self.program, self.rates_program, self.folder = build / "incidentmap", build / "tests" / "incidentmap_rates", folder
        self.table, self.out = table_of(rows, folder), folder / "out"
        self.layers = self.out / f"{self.table.stem}.gpkg"
        self.again = {"GPKG": (folder / "again.gpkg", []), "GeoJSON": (folder / "again.geojson", ["-lco", "RFC7946=YES"])}

    def build(self):
        shutil.rmtree(self.out, ignore_errors=True)
        return measured([self.program, "build", self.table, "-o", self.out, "-f", "gpkg,geojson"])

    def write_again(self, driver):
        path, options = self.again[driver]
        path.unlink(missing_ok=True)
        return measured(["ogr2ogr", "-f", driver, *options, path, self.layers, "attacks"])

    def start(self):
        return measured([self.program, "resolve", "Erbil"])

    def rates(self):
        said = subprocess.run([self.rates_program, self.program.parent / "gazetteer" / "curated.gpkg"], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout
        return {name: float(number) for name, number in (line.split() for line in said.splitlines())}

    def tidy(self):
        shutil.rmtree(self.out, ignore_errors=True)
        for path, _ in self.again.values():
            path.unlink(missing_ok=True)


def medians(runs):
    return statistics.median(run[0] for run in runs), max(run[1] for run in runs)


def main():
    rows, build, folder = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    bench = Bench(rows, build, folder)
    whole, gpkg, geojson = [], [], []
    for turn in range(ROUNDS):  # side by side, so that a busy moment meets all of them
        say(f"Round {turn + 1} of {ROUNDS}")
        whole.append(bench.build())
        gpkg.append(bench.write_again("GPKG"))
        geojson.append(bench.write_again("GeoJSON"))
    attacks = feature_count(bench.layers)
    say("Rates and start")
    rates = bench.rates()
    start, _ = medians([bench.start() for _ in range(START_ROUNDS)])
    gdal = subprocess.run(["ogr2ogr", "--version"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.split(",")[0]
    bench.tidy()

    (ours, memory), (again_gpkg, gpkg_memory), (again_json, json_memory) = medians(whole), medians(gpkg), medians(geojson)
    both = again_gpkg + again_json
    print(f"| {rows:,} reports, half with a launch place; median of {ROUNDS}, {os.cpu_count()} processors | time | peak memory |")
    print("|---|---:|---:|")
    print(f"| `incidentmap build`: all layers and tables to GeoPackage and GeoJSON | {ours:.1f} s | {memory:.0f} MiB |")
    print(f"| ogr2ogr ({gdal}): `attacks` alone ({attacks:,} points) again to GeoPackage | {again_gpkg:.1f} s | {gpkg_memory:.0f} MiB |")
    print(f"| ogr2ogr: the same to GeoJSON | {again_json:.1f} s | {json_memory:.0f} MiB |")
    print(f"| **the whole build beside ogr2ogr's two writes** | **{both / ours:.1f} times as fast** | |")
    print(f"| names looked up, one thread | {rates['names']:,.0f} a second | |")
    print(f"| geodesics, one thread | {rates['geodesics']:,.0f} a second | |")
    print(f"| `incidentmap resolve Erbil`, from start to end (median of {START_ROUNDS}) | {start * 1000:.0f} ms | |")


if __name__ == "__main__":
    main()
