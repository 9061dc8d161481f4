# SPDX-License-Identifier: MIT
"""Every figure of the note on methods of the build of data/ is found again in the layers, by SQL.

Usage: check_methods.py BINARY_DIR SOURCE_DIR
"""
import hashlib
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

PLACES = "(SELECT {0} AS value FROM attacks UNION ALL SELECT {0} FROM attack_areas UNION ALL SELECT {0} FROM other_incidents)"


def places_by(column):
    return f"SELECT value, count(*) FROM {PLACES.format(column)} GROUP BY 1"


# What counts what: by the title of a section, the columns of its table that name what is counted, and the query.
COUNTED = {
    "How well incidents are located": (
        1,
        "SELECT 'resolved', count(DISTINCT incident_id) FROM reports WHERE incident_id IN "
        "(SELECT incident_id FROM attacks UNION SELECT incident_id FROM other_incidents) UNION ALL "
        "SELECT 'coarse', count(DISTINCT incident_id) FROM attack_areas WHERE incident_id NOT IN "
        "(SELECT incident_id FROM attacks UNION SELECT incident_id FROM other_incidents) UNION ALL "
        "SELECT 'ambiguous', 0 UNION ALL SELECT 'unresolved', 0",
    ),
    "By which method places were found": (1, places_by("method")),
    "How precise places are, as ACLED has it (`geo_precision`)": (1, places_by("geo_precision")),
    "How precise places are, as UCDP has it (`where_prec`)": (1, places_by("where_prec")),
    "Decisions of people": (1, "SELECT decided_by, count(*) FROM decisions GROUP BY 1"),
    "Where reports disagree": (1, "SELECT field, count(*) FROM disagreements GROUP BY 1"),
    "What the checks found": (2, "SELECT severity, code, count(*) FROM findings GROUP BY 1, 2"),
}
# Numbers that are no counts: years and names of schemes and ellipsoids in our own words.
NO_COUNTS = {"2004", "2013", "84", "85"}


def plain(cell):
    return re.sub(r"\\(.)", r"\1", cell.strip().strip("`"))


def sections_of(note):
    for part in re.split(r"^## ", note, flags=re.M)[1:]:
        title, _, body = part.partition("\n")
        rows = [[plain(c) for c in re.split(r"(?<!\\)\|", line)[1:-1]] for line in body.splitlines() if line.startswith("|")]
        text = "\n".join(line for line in body.splitlines() if not line.startswith("|"))
        yield title, rows[2:], text


def main(binary, source):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        data = pathlib.Path(source) / "data"
        subprocess.run(
            [pathlib.Path(binary) / "incidentmap", "build", data / "incidents.csv", "--no-decisions", "-o", out],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        layers = sqlite3.connect(out / "incidents.gpkg")
        tables = {name for (name,) in layers.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        note = (out / "incidents_methods.md").read_text(encoding="utf-8")
        build = {(s, n): v for s, n, v in layers.execute("SELECT section, name, value FROM build")}
        one = lambda sql: layers.execute(sql).fetchone()[0]
        sums = {
            "What was read": [one("SELECT count(*) FROM reports")],
            "How well incidents are located": [
                one("SELECT count(DISTINCT incident_id) FROM reports"),
                one("SELECT count(DISTINCT incident_id) FROM (SELECT incident_id FROM attacks UNION "
                    "SELECT incident_id FROM other_incidents)"),
                one("SELECT count(DISTINCT incident_id) FROM attack_areas WHERE incident_id NOT IN "
                    "(SELECT incident_id FROM attacks UNION SELECT incident_id FROM other_incidents)"),
                one("SELECT count(DISTINCT incident_id) FROM not_mapped") if "not_mapped" in tables else 0],
            "How areas and distances are made": [
                one("SELECT count(*) FROM launch_to_target"),
                one("SELECT count(distance_km) FROM launch_to_target")],
        }
        checked = 0
        for title, rows, text in sections_of(note):
            figures = [n for n in re.findall(r"(?<![\w.])\d+(?![\w.])", re.sub(r"`[^`]*`|\*[^*]*\*", "", text))
                       if n not in NO_COUNTS] if title not in ("Cite as", "Attribution") else []
            expected = sums.get(title, [])
            # Of none that are not on the map nothing is said.
            expected = expected[:3] if title == "How well incidents are located" and expected[3] == 0 else expected
            assert [int(n) for n in figures] == expected, (title, figures, expected)
            checked += len(figures)
            if title in COUNTED:
                width, sql = COUNTED[title]
                table = re.search(r"FROM (\w+) GROUP", sql)
                found = layers.execute(sql).fetchall() if not table or table.group(1) in tables else []
                expected = sorted(tuple(str(v) for v in row) for row in found)
                assert sorted(tuple(row[: width + 1]) for row in rows) == expected, (title, rows, expected)
                checked += len(rows)
            elif rows:
                for name, value in (row[:2] for row in rows):
                    assert any(n == name and v == value for (_, n), v in build.items()), (title, name, value)
                    checked += 1
        for name in ("incidents.csv", "sources.csv"):
            digest = hashlib.sha256((data / name).read_bytes()).hexdigest()
            assert f"| {name} | {digest} |" in note, name
        assert build[("build", "build_id")] in note and checked > 40, checked
        print(f"{checked} figures and rows of the note are in the layers")


main(*sys.argv[1:])
