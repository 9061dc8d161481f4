# SPDX-License-Identifier: MIT
"""Maps of a split in a database: each has a schema of its own, which is the build with its filter; whatever the values are,
the schemas' names are distinct and incidents are neither lost nor doubled."""

import csv
import shutil
import sys

import server as postgres
from checks import PROGRAM, SOURCE, check, end, run, scratch_folder
from schemas import compare

sys.path.insert(0, str(SOURCE / "tests" / "maps"))
from maps import made_months  # noqa: E402

folder = scratch_folder()
ODD = ["a/b", "..", "A B", "a b", "a_b", "صاروخ", "x" * 300, "x" * 301, "", "drone'; DROP SCHEMA whole; --"]


def build(server, table, schema, *words):
    done = run(PROGRAM, "build", table, "-o", server.connection(), "--schema", schema, "--no-ask", "--quiet", *words,
               environment=server.environment())
    check(done.returncode == 0, f"{schema} {words}: {done.stderr[-800:]}")


def schemas(server, beginning):
    return server.sql("SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'incidents' "
                      f"WHERE starts_with(n.nspname, '{beginning}') ORDER BY 1").split("\n")


def incidents(server, schema):
    return int(server.sql(f'SELECT count(*) FROM "{schema}".incidents'))


try:
    with postgres.Server() as server:
        table = made_months(480, folder / "made.csv")
        build(server, table, "whole")
        build(server, table, "months", "--split-by", "month")
        made = schemas(server, "months")
        check(len(made) == 24, f"24 months are the schemas {made}")
        check(sum(incidents(server, schema) for schema in made) == incidents(server, "whole") == 480, "the months are not the whole")
        july = [schema for schema in made if "2020" in schema and "07" in schema]
        if check(len(july) == 1, f"July 2020 is {july}"):
            build(server, table, "july", "--since", "2020-07-01", "--until", "2020-07-31")
            compare(server, july[0], "july", "a month of a split")

        with open(table, encoding="utf-8", newline="") as source, open(folder / "odd.csv", "w", encoding="utf-8", newline="") as out:
            reader = csv.DictReader(source)
            writer = csv.DictWriter(out, reader.fieldnames)
            writer.writeheader()
            for number, row in enumerate(reader):
                writer.writerow({**row, "weapon": ODD[number % len(ODD)]})
        build(server, folder / "odd.csv", "odd", "--split-by", "weapon")
        made = schemas(server, "odd")
        check(len(made) == len(ODD), f"{len(ODD)} values are the schemas {made}")
        check([incidents(server, schema) for schema in made] == [48] * len(ODD), "an odd value's map does not hold its incidents")
        check(incidents(server, "whole") == 480, "somebody's schema is gone")
finally:
    shutil.rmtree(folder)
end()
