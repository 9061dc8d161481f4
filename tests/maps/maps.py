# SPDX-License-Identifier: MIT
"""What the checks of many maps share."""

import csv
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
from checks import check, made_table  # noqa: E402

MONTHS = [f"{2020 + m // 12}-{1 + m % 12:02}" for m in range(24)]


def made_months(rows, path):
    """The made-up table, with its days brought into 24 months."""
    with open(made_table(rows), encoding="utf-8", newline="") as source, open(path, "w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(out, reader.fieldnames)
        writer.writeheader()
        for number, row in enumerate(reader):
            row["event_date"] = f"{MONTHS[number * 7 % 24]}-{row['event_date'][8:]}"
            writer.writerow(row)
    return path


def tables_of(database, schema="main"):
    """Layers and tables; not styles, nor the ground below (world_…), which is cut to what a map shows."""
    return {name for (name,) in database.execute(
        f"SELECT table_name FROM {schema}.gpkg_contents WHERE table_name NOT LIKE 'world%' AND table_name <> 'layer_styles'")}


def columns_of(database, table, schema="main"):
    return [row[1] for row in database.execute(f'PRAGMA {schema}.table_info("{table}")') if row[1] != "fid"]


def same_rows(one, other, what, leave_out=lambda table: ""):
    """Each layer and table of two GeoPackages holds the same rows: EXCEPT, both ways. \\param leave_out a condition"""
    with sqlite3.connect(":memory:") as database:
        database.execute("ATTACH ? AS a", (str(one),))
        database.execute("ATTACH ? AS b", (str(other),))
        tables = tables_of(database, "a")
        check(tables == tables_of(database, "b"), f"{what}: tables differ: {tables ^ tables_of(database, 'b')}")
        for table in sorted(tables):
            columns = columns_of(database, table, "a")
            if not check(columns == columns_of(database, table, "b"), f"{what}: columns of {table} differ"):
                continue
            names = ", ".join(f'"{column}"' for column in columns)
            where = leave_out(table)
            for left, right in (("a", "b"), ("b", "a")):
                rows = database.execute(f'SELECT {names} FROM {left}."{table}" {where} EXCEPT '
                                        f'SELECT {names} FROM {right}."{table}" {where}').fetchall()
                check(not rows, f"{what}: {table}: {len(rows)} rows of {left} are not in {right}: {str(rows[:2])[:1500]}")
            counts = [database.execute(f'SELECT count(*) FROM {schema}."{table}" {where}').fetchone() for schema in "ab"]
            check(counts[0] == counts[1], f"{what}: {table} has {counts} rows")


def count(path, table):
    with sqlite3.connect(path) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
