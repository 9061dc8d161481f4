# SPDX-License-Identifier: MIT
"""A public edition tells nothing that it withholds: every byte of every output, unpacked, is looked through."""

import base64
import csv
import io
import re
import shutil
import sqlite3
import subprocess
import unicodedata
import zipfile
import zlib

import public_table
from checks import PROGRAM, SOURCE, build, check, end, fresh_folder, run, stray

LEVELS = ("rows", "10km", "admin2", "admin1", "country")
FORMATS = "gpkg,geojson,csv,fgb,kml,xlsx,html,svg,png,pdf"
# Words that are parts of withheld phrases and of the program's own texts.
COMMON = {"north", "border", "between", "near", "green zone", "red sea", "camp", "iraq", "syria",
          "northern iraq"}


class Letters(dict):
    """For `translate`: marks go, what is neither letter nor digit is a space."""

    def __missing__(self, code):
        letter = chr(code)
        is_mark = unicodedata.combining(letter) or letter in "'’ʼ`"
        self[code] = None if is_mark else code if letter.isalnum() else ord(" ")
        return self[code]


LETTERS = Letters()
# Two numbers with decimals, one behind the other: what may be a position. Of each the degrees and two decimals.
PAIR = re.compile(r"(?=\b(\d+)\.(\d\d?)\d*[^0-9]{1,20}(\d+)\.(\d\d?)\d*\b)")


def plain(text):
    """Without case, marks and punctuation, one space between words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return " " + " ".join(text.casefold().translate(LETTERS).split()) + " "


def hundredth(degrees):
    """To 0.01 degrees, cut and not rounded, without its sign: 33, 30 of 33.3."""
    whole, _, decimals = f"{abs(degrees):.9f}".partition(".")
    return whole, decimals[:2]


def pairs(text):
    """Each pair of numbers in a text, as `hundredth` has them."""
    return {((a, b.ljust(2, "0")), (c, d.ljust(2, "0"))) for a, b, c, d in PAIR.findall(text)}


def dump(data):
    """Every cell of an SQLite file as text; zips inside it unpacked."""
    file = sqlite3.connect(":memory:")
    file.deserialize(data)
    file.text_factory = lambda raw: raw.decode("utf-8", "replace")
    texts = []
    for (table,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table.startswith("rtree_"):
            continue
        for row in file.execute(f'SELECT * FROM "{table}"'):
            for cell in row:
                if isinstance(cell, str) and table == "qgis_projects" and re.fullmatch("[0-9a-f]+", cell):
                    cell = bytes.fromhex(cell)
                if isinstance(cell, bytes):
                    texts.append(unpacked("inside.zip", cell) if cell[:2] == b"PK" else cell.decode("utf-8", "replace"))
                elif cell is not None:
                    texts.append(str(cell))
    return "\n".join(texts)


def unpacked(name, data):
    raw = data.decode("utf-8", "replace")
    if data[:15] == b"SQLite format 3":
        return raw + dump(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(n + "\n" + unpacked(n, archive.read(n)) for n in archive.namelist())
    if name.endswith(".html"):
        raw = re.sub(r"<script>.*?</script>|<style>.*?</style>", " ", raw, flags=re.S)
        for block in re.findall(r'<script type="application/json" data-packed="zlib"[^>]*>(.*?)</script>', raw, re.S):
            raw += "\n" + zlib.decompress(base64.b64decode(block)).decode("utf-8")
    if name.endswith(".pdf"):
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S):
            try:
                raw += zlib.decompress(stream).decode("latin-1")
            except zlib.error:
                pass
        if shutil.which("pdftotext"):
            raw += subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode("utf-8")
    return raw


def spellings(place_id):
    names = set()
    for gazetteer in sorted((PROGRAM.parent / "gazetteer").glob("*.gpkg")):
        with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as file:
            names |= {text for (text,) in file.execute("SELECT text FROM names JOIN places ON places.fid = names.place WHERE place_id = ?", (place_id,))}
    return names


def known(geopackage):
    """Of each incident what the edition for the desk tells: names, positions, units."""
    found = {}
    with sqlite3.connect(geopackage) as file:
        file.row_factory = sqlite3.Row
        for layer in ("attacks", "launch_sites", "attack_areas"):
            for row in file.execute(f"SELECT * FROM {layer}"):
                one = found.setdefault(row["incident_id"], {"names": set(), "positions": set(), "units": {}})
                keys = row.keys()
                is_point = "latitude" in keys
                if is_point:
                    one["positions"].add((row["latitude"], row["longitude"]))
                    one["names"] |= {row["location"]} | spellings(row["place_id"])
                for unit in ("admin2", "admin1", "country"):
                    one["units"].setdefault(unit, set()).add(row[unit] or "")
    return found


def coarser(own, asked):
    order = {"": 0, "exact": 0, "10km": 1, "admin2": 2, "50km": 3, "admin1": 4, "country": 5, "no": 6}
    return max((own, "" if asked == "rows" else asked), key=lambda level: order[level])


def check_edition(folder, table, level, found):
    done = build(table, folder, "--public", level, "-f", FORMATS)
    if not check(done.returncode == 0, f"{level}: the build ends with {done.returncode}\n{done.stderr[-3000:]}"):
        return
    check(not stray(folder), f"{level}: {stray(folder)} stays")
    withheld, positions, published = set(), set(), set(map(plain, COMMON))
    for row in public_table.rows():
        as_told = coarser(row["publish"], level)
        one = found.get(row["incident_id"], {"names": set(), "positions": set(), "units": {}})
        names = {row["place"], row["launch_place"]} | one["names"] | one["units"].get("admin2", set())
        units = set(one["units"].get("country", set())) | {row["country"]}
        if as_told not in ("country", "no"):
            units |= one["units"].get("admin1", set()) | {row["admin1"]}
        if as_told in ("", "exact"):
            published |= {plain(n) for n in names | units | one["units"].get("admin1", set())}
            continue
        if as_told == "admin2":
            units |= one["units"].get("admin2", set())
        if as_told == "country":
            names |= one["units"].get("admin1", set())
        withheld |= {plain(part) for name in names for part in [name, *name.split(",")]}
        if row["latitude"]:
            positions.add((float(row["latitude"]), float(row["longitude"])))
        positions |= one["positions"]
        published |= {plain(unit) for unit in units}
        if row["place"]:
            withheld.add(plain(f"quarter behind {row['place']}"))
    withheld = {name for name in withheld - published if len(name.strip()) > 4}
    check(len(withheld) > 30, f"{level}: only {len(withheld)} names are withheld")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    check(len(files) > 20, f"{level}: only {len(files)} files")
    for path in files:
        text = unpacked(path.name, path.read_bytes())
        words = plain(text) + plain(path.name)
        for name in sorted(withheld):
            if name in words:
                at = words.index(name)
                check(False, f"{level}: {path.name} holds '{name.strip()}': …{words[max(0, at - 60):at + 60]}…")
        if path.suffix in (".svg", ".png", ".pdf", ".qml"):
            continue
        told = pairs(text)
        for lat, lon in sorted(positions):
            pair = hundredth(lat), hundredth(lon)
            check(not told & {pair, pair[::-1]}, f"{level}: {path.name} holds the position {lat}, {lon}")
    with sqlite3.connect(folder / "forty_public.gpkg") as file:
        told = [row for row in file.execute("SELECT incident_id, data_generalizations, information_withheld FROM attack_areas")]
        check(any(general and left for _, general, left in told), f"{level}: no area says how much coarser it stands")
        check(not any("report" in left and "Reader" in left for _, _, left in told if left), f"{level}: a name of the desk")
        check(file.execute("SELECT count(*) FROM answers").fetchone()[0] == 0, f"{level}: answers are published")


folder = fresh_folder("public")
table = folder / "forty.csv"
public_table.write(table)
desk = folder / "desk"
done = build(table, desk, "-f", "gpkg")
check(done.returncode == 0, f"the desk's build ends with {done.returncode}\n{done.stderr[-2000:]}")
found = known(desk / "forty.gpkg")
# What is looked for is found where it is not withheld.
told = unpacked("forty.gpkg", (desk / "forty.gpkg").read_bytes())
check(all(plain(name) in plain(told) for name in ("Erbil", "Red Sea")), "names are not found in the desk's edition")
check(pairs(told) & {(hundredth(lat), hundredth(lon)) for one in found.values() for lat, lon in one["positions"]},
      "no position is found in the desk's edition")
# Who decided is not told.
with open(folder / "forty.decisions.csv", encoding="utf-8-sig") as file:
    asked = list(csv.reader(file))
check(any("not for publishing" in cell.lower() for cell in asked[0]), "the decisions do not say that they are not for publishing")
for level in LEVELS:
    check_edition(folder / level, table, level, found)

# What the program itself must refuse.
refused = run(PROGRAM, "build", table, "-o", folder / "refused", "--public", "admin1", "--title", "Rockets at Camp Taji")
check(refused.returncode == 1 and "taji" in refused.stderr, f"a title that tells is published: {refused.stderr[-500:]}")
check(not (folder / "refused").exists() or not list((folder / "refused").glob("*.*")), "files stand though they were refused")
end()
