# SPDX-License-Identifier: MIT
"""Hostile tables in every format: a build ends with its files or with a sentence, no row ends it, each file can be read,
and no word of the standard library reaches a person."""

import csv
import json
import re
import shutil
import xml.etree.ElementTree as tree
import zipfile

import rounds  # noqa: F401, for the folder of checks
import hostile
from checks import SOURCE, build, check, end, scratch_folder, stray, whole

PICTURES = "svg,png,pdf"
FORMATS = "gpkg,geojson,csv,fgb,kml,xlsx,html"
HEAD = "report_id,incident_id,event_date,place,launch_place,latitude,longitude,coordinates_uncertainty_m,notes\n"
# Each with the number of reports in it; none where it may be refused.
TABLES = {
    "launch at its target": (HEAD + "r1,,2020-07-27,Erbil,Erbil,,,,\nr2,,2020-07-27,\"36.19, 44.01\",\"36.19, 44.01\",,,,\n", 2),
    "invisible": (HEAD + "r1,,2020-07-27,الموصل\u200b\u200f,بغ\u200fداد,,,,\nr2,,,\u200b,\u200f\u200f,,,,\n", 2),
    "poles": (HEAD + "".join(f"r{i},,,,,{lat},{i * 45 - 180},{1000 * 10 ** (i % 4)},\n"
                             for i, lat in enumerate((90, -90, 89.9999, -89.5, 89, 90, -90, 90, 88.2))), 9),
    "round the earth": (HEAD + "r1,,,\"10, 180\",\"10, -180\",,,,\nr2,,,\"10, 179.9\",\"10, -179.9\",,,,\nr3,,,\"0, 0\",\"0, 180\",,,,\n", 3),
    "one letter": ("x", None),
    "a header alone": (HEAD, None),
    "nothing": ("", None),
    "a quote that is not closed": (HEAD + "r1,,2020-07-27,\"Erbil,,,,,\nr2,,2020-07-28,Mosul,,,,,\n", None),
    "a cell of a megabyte": (HEAD + f"r1,,2020-07-27,Erbil,,,,,{'x' * 1_000_000}\nr2,,2020-07-27,Mosul,,,,,\n", None),
    "a header of a megabyte": (HEAD.strip() + f",{'x' * 1_000_000}\nr1,,2020-07-27,Erbil,,,,,,\n", None),
    "three thousand columns": (HEAD.strip() + "".join(f",c{i}" for i in range(3000)) + "\nr1,,2020-07-27,Erbil" + "," * 3005 + "\n", None),
    "zero bytes": (HEAD + "r1,,2020-07-27,Er\0bil,,,,,\0\nr2,,2020-07-27,Mosul,,,,,\n", None),
    "formulas for columns": (HEAD.strip() + ",=1+1,@SUM(A1),\"=HYPERLINK(\"\"http://evil.example\"\")\"\nr1,,2020-07-27,Erbil,,,,,,a,b,c\n", 1),
    "no Unicode in a header": ("report_id,place,h\ufffeead,\uffff\nr1,Erbil,x\ufffey,z\n", 1),
    "a hundred places, a hundred launches": (HEAD + "r1,i1,2020-07-27,\"{}\",\"{}\",,,,\n".format(
        *(" | ".join(f"{33 + i / 100:.2f}, {lon}" for i in range(100)) for lon in (44, 47))), 1),
    "no Unicode": (HEAD + "r1,,2020-07-27,Erbil,,,,,\ufffe\uffff\U0010ffff\n", 1),
}
OURS = re.compile(r"basic_string|std::|terminate called|what\(\)|bad_alloc|vector::|Segmentation")

folder = scratch_folder()


def is_sound(path):
    """Whether a file can be read as what it is; else why not."""
    try:
        if path.suffix in (".geojson", ".json"):
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix in (".kml", ".svg", ".qml"):
            tree.parse(path)
        elif path.suffix in (".xlsx", ".qgz"):
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    if name.endswith((".xml", ".qgs", ".rels")):
                        tree.fromstring(packed.read(name))
        elif path.suffix == ".csv":
            with open(path, encoding="utf-8", newline="") as file:
                widths = {len(row) for row in csv.reader(file)}
            return len(widths) < 2 or f"rows of {widths} cells"
        elif path.suffix == ".png":
            return path.read_bytes().endswith(b"IEND\xaeB`\x82")
        elif path.suffix == ".pdf":
            return path.read_bytes().rstrip().endswith(b"%%EOF")
        elif path.suffix == ".html":
            return path.read_text(encoding="utf-8").rstrip().endswith("</html>")
    except (ValueError, tree.ParseError, zipfile.BadZipFile, csv.Error) as error:
        return str(error)
    return True


try:
    csv.field_size_limit(1 << 30)
    formats = f"{FORMATS},{PICTURES}"
    tables = {name: (folder / f"{name}.csv", rows) for name, (_, rows) in TABLES.items()}
    for name, (text, _) in TABLES.items():
        tables[name][0].write_text(text, encoding="utf-8")
    tables["every damage"] = (folder / "every damage.csv", None)
    hostile.write(folder / "every damage.csv")
    tables["as they come"] = (SOURCE / "data" / "incidents.csv", None)
    for name, (table, reports) in tables.items():
        out = folder / f"out of {name}"
        done = build(table, out, "-f", formats, "--no-ask", timeout=300)
        if "Cairo" in done.stderr:  # built without
            formats = FORMATS
            done = build(table, out, "-f", formats, "--no-ask", timeout=300)
        said = done.stderr[-500:]
        check(done.returncode in (0, 1), f"{name}: ends with {done.returncode}: {said}")
        check(not OURS.search(done.stderr), f"{name}: {said}")
        if done.returncode == 1:
            check(reports is None, f"{name}: nothing is written: {said}")
            check("incidentmap: " in done.stderr, f"{name}: does not say why: {said}")
            check(not out.exists() or not list(out.iterdir()), f"{name}: is refused, and there is {out.exists() and list(out.iterdir())}")
            continue
        files = sorted(out.iterdir())
        ends = {path.suffix[1:] for path in files}
        check(set(formats.split(",")) - {"fgb"} <= ends, f"{name}: there are {ends}")
        check(not stray(out), f"{name}: there is left {stray(out)}")
        found = whole(next(out.glob("*.gpkg")))
        check(found == reports if reports else isinstance(found, int), f"{name}: {found} reports, not {reports}")
        for path in files:
            sound = is_sound(path)
            check(sound is True, f"{name}: {path.name} is damaged: {sound}")
finally:
    shutil.rmtree(folder)
end()
