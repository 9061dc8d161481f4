# SPDX-License-Identifier: MIT
"""The union of four shards is the whole build, in every layer and table, by SQL; so is that of one, and of seven."""

import shutil
import sqlite3

from maps import columns_of, made_months, same_rows, tables_of
from checks import SOURCE, build, check, end, scratch_folder

SUMS = {"bases": "place_id", "uncertainty": "feature_id", "range_rings": "feature_id", "sources": "source_id"}
folder = scratch_folder()


def union(shards, into):
    """The union of shards in one file, as docs/cluster.md describes it."""
    shutil.copy(shards[0], into)
    with sqlite3.connect(into) as database:
        for number, shard in enumerate(shards):
            database.execute(f"ATTACH ? AS s{number}", (str(shard),))
        places = [f"s{number}" for number in range(len(shards))]
        all_tables = {place: tables_of(database, place) for place in places}
        for table in sorted(set().union(*all_tables.values())):
            having = [place for place in places if table in all_tables[place]]
            columns = columns_of(database, table, having[0])
            rows = " UNION ALL ".join(f'SELECT * FROM {place}."{table}"' for place in having)
            trigger = [name for (name,) in database.execute(
                "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,))]
            for name in trigger:
                database.execute(f'DROP TRIGGER main."{name}"')
            database.execute(f'DROP TABLE IF EXISTS main."{table}"')
            database.execute("INSERT OR REPLACE INTO main.gpkg_contents SELECT * FROM "
                             f"{having[0]}.gpkg_contents WHERE table_name = ?", (table,))
            if table in SUMS:
                shown = []
                for column in columns:
                    if column in ("incident_count", "report_count"):
                        shown.append(f"sum({column}) AS {column}")
                    elif column == "incident_ids":
                        shown.append("group_concat(incident_ids, ' | ') AS incident_ids")
                    elif table == "uncertainty" and column in ("date_start", "time_from", "date_end", "time_until"):
                        of = "min" if column in ("date_start", "time_from") else "max"
                        shown.append(f"CASE WHEN count({column}) = count(*) THEN {of}({column}) END AS {column}")
                    elif table == "bases" and column == "date_start":
                        shown.append("min(date_start) AS date_start")
                    elif table == "bases" and column == "date_end":
                        shown.append("max(date_end) AS date_end")
                    else:
                        shown.append(f'min("{column}") AS "{column}"')
                query = f"SELECT min(fid) AS fid, {', '.join(shown)} FROM ({rows}) GROUP BY {SUMS[table]}"
                if table == "range_rings":
                    # A site is told with the surest of its places; what stands of it is of that row.
                    first = "ORDER BY uncertainty_m, latitude, longitude, location, coalesce(place_id, '')"
                    told = ", ".join(f'"{column}"' if column != "incident_count" else
                                     "sum(incident_count) OVER (PARTITION BY feature_id) AS incident_count" for column in columns)
                    query = (f"SELECT 0 AS fid, {', '.join(columns)} FROM (SELECT {told}, row_number() OVER "
                             f"(PARTITION BY feature_id {first}) AS place FROM ({rows})) WHERE place = 1")
            elif table == "build":
                query = ("SELECT min(fid) AS fid, section, name, CASE WHEN section = 'count' AND name <> 'reports' THEN "
                         f"CAST(sum(value) AS TEXT) ELSE min(value) END AS value FROM ({rows}) WHERE name <> 'shard' GROUP BY section, name")
            elif table in ("findings", "answers", "decisions"):
                names = ", ".join(f'"{column}"' for column in columns)
                query = f"SELECT DISTINCT 0 AS fid, {names} FROM ({rows})"
            else:
                query = rows
            database.execute(f'CREATE TABLE main."{table}" AS {query}')
            if "incident_ids" in columns:
                for fid, ids in database.execute(f'SELECT rowid, incident_ids FROM main."{table}"').fetchall():
                    every = sorted({i for i in ids.split(" | ") if i != "…"}, key=str.encode)
                    database.execute(f'UPDATE main."{table}" SET incident_ids = ? WHERE rowid = ?',
                                     (" | ".join(every[:1000]) + (" | …" if len(every) > 1000 or "…" in ids else ""), fid))
        database.commit()


def compare(table, name, count, *words, whole_words=()):
    whole = folder / name / "whole.gpkg"
    done = build(table, whole, "-f", "gpkg", "--no-ask", *words, *whole_words)
    check(done.returncode in (0, 3), f"{name}: {done.stderr[-500:]}")
    shards = []
    for number in range(1, count + 1):
        shards.append(folder / name / f"shard{number}.gpkg")
        done = build(table, shards[-1], "-f", "gpkg", "--no-ask", "--shard", f"{number}/{count}", *words)
        check(done.returncode in (0, 3), f"{name}, shard {number}: {done.stderr[-500:]}")
    united = folder / name / "united.gpkg"
    union(shards, united)
    same_rows(whole, united, name)


try:
    made = made_months(1200, folder / "made.csv")
    compare(made, "made", 4, "--rings", "25,50")
    data = folder / "data"
    shutil.copytree(SOURCE / "data", data)
    for count in (1, 3, 7):
        compare(data / "incidents.csv", f"data{count}", count, "--rings", "10")
    # One area under two names, words that others decide, one incident under two ids.
    odd = folder / "odd.csv"
    odd.write_text("report_id,incident_id,event_date,event_type,place,country,admin1,latitude,longitude,coordinates_uncertainty_m,source_id,publisher\n" +
                   "".join(f"r{i},i{i},2020-07-{1 + i:02},Explosions/Remote violence,{place},Iraq,{province},{at},s{i % 3},P{i % 2}\n"
                           for i, (place, province, at) in enumerate([
                               ("Alpha", "", "33.5,44.25,1000"), ("Beta", "", "33.5,44.25,1000"), ("Taji", "", ",,"), ("Camp Taji", "Baghdad", ",,"),
                               ("Camp Taji", "", ",,"), ("the camp", "", ",,"), ("the camp", "", ",,"), ("Mosul", "Nineveh", ",,"),
                               ("Mosul", "", ",,"), ("Qwertz", "", ",,"), ("the camp", "", ",,"), ("Erbil", "", ",,")])), encoding="utf-8")
    (folder / "odd.decisions.csv").write_text("words,column,decision,decided_by,decided_on,decided_why\n"
                                              "the camp,place,Camp Taji,A,2021-01-01,It says so\n"
                                              "nobody says this,place,Mosul,A,2021-01-01,\n", encoding="utf-8")
    compare(odd, "odd", 4, "--rings", "10", "--around", "bases")
    # One launch site under its name, beside it, at a position within what is known of it, and a kilometre away.
    sites = folder / "sites.csv"
    sites.write_text("report_id,event_date,place,launch_place,launch_latitude,launch_longitude,country\n" +
                     "".join(f"r{i},2020-07-{1 + i:02},Erbil,{launch},{at},Iraq\n" for i, (launch, at) in enumerate([
                         ("near Camp Taji", ","), ("Camp Taji", ","), ("Taji camp", ","), ("Camp Taji", "33.5239,44.2567"),
                         ("Camp Taji", "33.54,44.27"), ("near Camp Taji", ","), ("Camp Taji | near Camp Taji", ","), ("Mosul", ",")])),
                     encoding="utf-8")
    for count in (2, 5):
        compare(sites, f"sites{count}", count, "--rings", "10", "--around", "launch_sites")
    with sqlite3.connect(folder / "sites2" / "whole.gpkg") as database:
        rings = database.execute("SELECT location, incident_count FROM range_rings ORDER BY location, incident_count").fetchall()
    check(rings == [("Camp Taji", 1), ("Camp Taji", 6), ("Mosul", 1)], f"the rings stand about {rings}")
finally:
    shutil.rmtree(folder)
end()
