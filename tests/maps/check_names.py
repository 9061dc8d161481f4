# SPDX-License-Identifier: MIT
"""Files of a split have safe, distinct names for any value; every format works; what states none is not stated."""

import shutil
import sqlite3

from maps import count
from checks import build, check, end, scratch_folder, stray

VALUES = ["a/b", "a b", "a_b", "..", "", "الأنبار", "x" * 300, "Same", "same", "not stated", "not_stated", "-rf", "two\nlines",
          "‮evil", "con.", " "]
folder = scratch_folder()


def rows(path, table, column):
    with sqlite3.connect(path) as database:
        return [row[0] for row in database.execute(f"SELECT {column} FROM {table} ORDER BY 1")]


try:
    table = folder / "t.csv"
    cells = ['"' + value.replace('"', '""') + '"' for value in VALUES]
    table.write_text("incident_id,event_date,place,country,unit\n" +
                     "".join(f"i{i},2020-07-{1 + i:02},Erbil,IQ,{cell}\n" for i, cell in enumerate(cells)), encoding="utf-8")
    out = folder / "out"
    done = build(table, out, "--split-by", "unit", "-f", "gpkg", "--no-ask")
    check(done.returncode == 0, f"the split ends with {done.returncode}: {done.stderr[-800:]}")
    names = sorted(p.name for p in out.glob("*.gpkg"))
    stated = [value for value in VALUES if value.strip()]
    check(len(names) == len(stated) + 1, f"{len(stated)} values and none make {len(names)} maps: {names}")
    check(len({name.casefold() for name in names}) == len(names), f"names differ in case only: {names}")
    check(all(len(name.encode()) < 120 and "/" not in name and not name.startswith((".", "-")) for name in names),
          f"unsafe: {names}")
    check(list(folder.iterdir()) == [table, out] or set(folder.iterdir()) == {table, out}, "something was written elsewhere")
    check("t_الأنبار.gpkg" in names and "t_two_lines.gpkg" in names, f"letters are lost: {names}")
    check(rows(out / "t_not_stated.gpkg", "incidents", "incident_id") == ["i15", "i4"], "what states none")
    check(sorted(i for name in names for i in rows(out / name, "incidents", "incident_id")) ==
          sorted(f"i{i}" for i in range(len(VALUES))), "incidents are lost")

    places = folder / "places.csv"
    places.write_text("incident_id,event_date,event_type,place,country,admin1\n"
                      "one,2020-07-01,Explosions/Remote violence,Camp Taji,IQ,\n"
                      "two,2020-07-02,Explosions/Remote violence,Taji | Mosul,IQ,\n"
                      "three,2020-07-03,Explosions/Remote violence,Qwertzuiop,IQ,Nineveh\n"
                      "four,,Explosions/Remote violence,Kharkiv,UA,\n"
                      "five,2020-07-04,Explosions/Remote violence,,,\n", encoding="utf-8")
    by_province = folder / "by_province"
    done = build(places, by_province, "--split-by", "admin1", "-f", "gpkg,geojson,csv,kml,xlsx,html", "--same-frame", "--no-ask")
    check(done.returncode in (0, 3), f"by province: {done.stderr[-800:]}")
    names = {p.stem for p in by_province.glob("*.gpkg")}
    check({"places_Baghdad", "places_Nineveh", "places_not_stated"} <= names, f"by province: {names}")
    check(rows(by_province / "places_Nineveh.gpkg", "incidents", "incident_id") == ["three", "two"], "what lies in Nineveh")
    check("may-belong-elsewhere" in rows(by_province / "places_Nineveh.gpkg", "findings", "code"), "what stands twice is not marked")
    index = (by_province / "index.html").read_text(encoding="utf-8")
    check(all(f"{name}.html" in index for name in names), "the index does not lead to all maps")
    check(not stray(by_province), f"there is left {stray(by_province)}")
    for key in ("year", "week", "country", "admin2", "base", "event_type", "killed", "status", "launch_site", "location"):
        done = build(places, folder / key, "--split-by", key, "-f", "gpkg", "--no-ask")
        check(done.returncode in (0, 3) and list((folder / key).glob("*.gpkg")), f"by {key}: {done.stderr[-500:]}")
    check(count(folder / "base" / "places_Camp_Taji.gpkg", "incidents") == 1, "by base")

    for words, wanted in ((("--admin1", "Ninawa"), ["three", "two"]), (("--admin1", "Nineveh province,Baghdad"), ["one", "three", "two"]),
                          (("--where", "country=Ukraine"), ["four"]), (("--where", "admin1!=Nineveh", "--where", "country=IQ"), ["one", "two"]),
                          (("--where", "month="), ["five", "four"][1:]), (("--where", "event_date>=2020-07-02"), ["five", "three", "two"]),
                          (("--within", "30:Mosul"), ["three", "two"]), (("--where", "base=Camp Taji"), ["one"])):
        target = folder / "chosen.gpkg"
        done = build(places, target, *words, "--no-ask", "-f", "gpkg")
        check(done.returncode in (0, 3) and rows(target, "incidents", "incident_id") == wanted,
              f"{words} gives {rows(target, 'incidents', 'incident_id')}, not {wanted}: {done.stderr[-300:]}")
    for words in (("--where", "nothing=1"), ("--where", "killed>many"), ("--where", "killed"), ("--within", "Mosul"),
                  ("--split-by", "nothing"), ("--same-frame",), ("--shard", "5/4")):
        done = build(places, folder / "wrong", *words)
        check(done.returncode == 2 and not (folder / "wrong").exists(), f"{words} ends with {done.returncode}: {done.stderr}")
finally:
    shutil.rmtree(folder)
end()
