# SPDX-License-Identifier: MIT
"""A schema is replaced whole or not at all, and what people made in it stays."""

import os
import subprocess

import server as postgres
from checks import PROGRAM, check, end, fresh_folder, run

HEAD = "report_id,incident_id,event_date,event_type,place,country,launch_place,launch_said_by\n"
ATTACK = "Explosions/Remote violence"


class Session:
    """A person at psql who has not finished."""

    def __init__(self, server, sql):
        self.process = subprocess.Popen(
            [server.programs / "psql", "-X", "-q", "-h", server.folder, "-U", "owner", "-d", "maps"], encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.process.stdin.write(f"{sql}\n\\echo ready\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.strip() == "ready":
                break

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate("")


def refused(server, table, *words, says, schema, why, **more):
    """A build that ends with 1 says so, and changes nothing."""
    before = server.fingerprint(schema)
    done = server.build(table, *words, **more)
    check(done.returncode == 1, f"{why}: the build ends with {done.returncode}\n{done.stdout[-500:]}{done.stderr[-500:]}")
    for text in says:
        check(text in done.stderr, f"{why}: not told '{text}', but:\n{done.stderr[-800:]}")
    check("Traceback" not in done.stderr and done.stderr.count("incidentmap: ") == 1, f"{why}: {done.stderr}")
    check(server.fingerprint(schema) == before, f"{why}: the schema is not as it was")


def write(folder, name, rows):
    table = folder / name
    table.parent.mkdir(exist_ok=True)
    table.write_text(HEAD + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return table


folder = fresh_folder("postgis replaced")
three = write(folder, "three/town.csv", [("r1", "i1", "2020-01-01", ATTACK, "Erbil", "Iraq", "Mosul", "Police"),
                                   ("r2", "i2", "2020-01-02", ATTACK, "Kirkuk", "Iraq", "", ""),
                                   ("r3", "i3", "2020-01-03", ATTACK, "Baghdad", "Iraq", "", "")])
with postgres.Server() as server:
    server.built(three)
    server.built(three)
    check(server.sql("SELECT count(*) FROM town.attacks") == "3", "there are not three attacks")
    check(server.sql("SELECT count(*) FROM town.launch_sites") == "1", "there is no launch site")

    # What people make on and beside the tables stays.
    server.sql("CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA town TO reader; GRANT SELECT ON town.attacks TO reader;"
               "CREATE VIEW town.per_day AS SELECT event_date, count(*) AS attacks FROM town.attacks GROUP BY 1;"
               "CREATE VIEW town.sites AS SELECT location FROM town.launch_sites;"
               "CREATE INDEX by_day ON town.attacks (date_start);"
               "CREATE TABLE town.notes (incident text, note text); INSERT INTO town.notes VALUES ('i1', 'ask again')")
    one = write(folder, "one/town.csv", [("r9", "i9", "2021-05-05", ATTACK, "Mosul", "Iraq", "", "")])
    done = server.built(one)
    check("emptied, as this build has nothing for it: launch_sites" in done.stdout, f"what was emptied is not told:\n{done.stdout}")
    server.sql("GRANT SELECT ON town.per_day TO reader")
    server.built(one)
    check(server.sql("SELECT event_date, attacks FROM town.per_day", role="reader") == "2021-05-05|1",
          "the view and its rights are gone, or show the earlier build")
    check(server.sql("SELECT count(*) FROM town.attacks", role="reader") == "1", "the right to read is gone")
    check(server.sql("SELECT count(*) FROM town.sites") == "0", "a row of the earlier build stays")
    check(server.sql("SELECT note FROM town.notes") == "ask again", "somebody's own table is gone")
    check(server.sql("SELECT count(*) FROM pg_indexes WHERE indexname = 'by_day'") == "1", "somebody's index is gone")

    # What somebody edited is not written over unless asked for.
    server.sql("UPDATE town.attacks SET notes = 'moved by hand', geom = st_translate(geom, 0.1, 0)")
    refused(server, one, says=["somebody changed rows of attacks in the database maps, schema town", "--replace"],
            schema="town", why="an edited row")
    server.built(one, "--replace")
    check(server.sql("SELECT notes IS NULL FROM town.attacks") == "t", "--replace does not replace")
    server.sql("ALTER TABLE town.reports ADD COLUMN checked boolean")
    refused(server, one, says=["columns of reports"], schema="town", why="a column more")
    server.sql("CREATE VIEW town.checked AS SELECT checked FROM town.reports")
    refused(server, one, "--replace", says=["cannot drop table", "view", "checked depends on"], schema="town",
            why="a view on a table that must be made anew")
    server.sql("DROP VIEW town.checked")
    server.built(one, "--replace")
    check("checked" not in server.sql("SELECT string_agg(attname, ' ') FROM pg_attribute WHERE attrelid = 'town.reports'::regclass"),
          "--replace leaves a column that the build has not")
    server.sql("DROP TABLE town.uncertainty")
    refused(server, one, says=["uncertainty, which was taken out"], schema="town", why="a table that was taken out")
    server.built(one, "--replace")

    # Somebody's own table of a name of ours is never touched.
    server.sql("CREATE SCHEMA theirs; CREATE TABLE theirs.sources (mine text); INSERT INTO theirs.sources VALUES ('kept')")
    refused(server, one, "--schema", "theirs", "--replace", says=["stands sources, which no build of incidentmap made"],
            schema="theirs", why="a table that no build made")

    # Styles.
    server.sql("INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, "
               "styleqml, useasdefault) VALUES ('maps', 'town', 'attacks', 'geom', 'Night', '<qgis/>', true), "
               "('maps', 'public', 'roads', 'geom', 'Roads', '<qgis/>', true)")
    done = server.built(one)
    check("the style Night of attacks" in done.stdout and "Roads" not in done.stdout,
          f"the style that stays, and no other, is not told:\n{done.stdout}")
    check(server.sql("SELECT stylename FROM public.layer_styles WHERE f_table_schema = 'town' AND f_table_name = 'attacks' "
                     "AND useasdefault") == "Night", "somebody's default style is not the default any more")
    check(server.sql("SELECT count(*) FROM public.layer_styles WHERE stylename = 'Roads'") == "1", "another layer's style is gone")
    server.sql("UPDATE public.layer_styles SET styleqml = '<qgis changed=\"1\"/>' WHERE f_table_schema = 'town' AND "
               "f_table_name = 'incidents'")
    refused(server, one, says=["the style", "of incidents"], schema="town", why="an edited style")
    server.built(one, "--replace")
    check(server.sql("SELECT count(*) FROM public.layer_styles WHERE styleqml::text LIKE '%changed=%'") == "0",
          "--replace leaves the edited style")

    # Projects of QGIS.
    server.sql("INSERT INTO town.qgis_projects VALUES ('May', '{}', 'mine')")
    done = server.built(one)
    check("kept, as somebody made or changed it: the project May" in done.stdout, f"the project that stays is not told:\n{done.stdout}")
    check(server.sql("SELECT convert_from(content, 'UTF8') FROM town.qgis_projects WHERE name = 'May'") == "mine",
          "somebody's project is gone")
    server.sql("UPDATE town.qgis_projects SET content = content || '\\x00' WHERE name = 'town'")
    refused(server, one, says=["the project town"], schema="town", why="a project that was saved anew")
    server.built(one, "--replace")
    server.built(one)

    # What goes wrong in the middle changes nothing: the last table of all refuses its rows, or the line is cut.
    server.sql("ALTER TABLE town.build ADD CONSTRAINT full_disk CHECK (name <> 'build_id') NOT VALID")
    refused(server, three, says=["cannot write"], schema="town", why="rows that are refused")
    server.sql("ALTER TABLE town.build DROP CONSTRAINT full_disk;"
               "CREATE FUNCTION town.cut() RETURNS trigger LANGUAGE plpgsql AS "
               "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';"
               "CREATE TRIGGER cut BEFORE INSERT ON town.build FOR EACH ROW EXECUTE FUNCTION town.cut()")
    refused(server, three, says=["cannot write"], schema="town", why="a connection that is cut")
    server.sql("DROP TRIGGER cut ON town.build; DROP FUNCTION town.cut()")
    server.sql("CREATE FUNCTION public.stop_fresh() RETURNS event_trigger LANGUAGE plpgsql AS "
               "'BEGIN RAISE EXCEPTION ''no space left'' USING ERRCODE = ''disk_full''; END';"
               "CREATE EVENT TRIGGER stop_fresh ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION public.stop_fresh()")
    done = server.build(three, "--schema", "fresh")
    check(done.returncode == 1 and "no space left" in done.stderr, f"a full disk is not told: {done.stderr}")
    check(server.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'fresh'") == "0", "half a schema is left")
    server.sql("DROP EVENT TRIGGER stop_fresh; DROP FUNCTION public.stop_fresh()")

    # A program that is killed.
    server.sql("CREATE FUNCTION town.wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NULL; END';"
               "CREATE TRIGGER wait BEFORE INSERT ON town.build FOR EACH STATEMENT EXECUTE FUNCTION town.wait()")
    before = server.fingerprint("town")
    killed = subprocess.Popen([PROGRAM, "build", three, "-o", server.connection(), "--no-ask"],
                              env=dict(os.environ, TMPDIR=str(folder)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    check(server.comes("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", "1"), "it never comes to writing")
    killed.kill()
    killed.wait()
    check(server.comes("SELECT count(*) FROM pg_stat_activity WHERE datname = 'maps' AND pid <> pg_backend_pid()", "0"),
          "the connection of a killed program stays")
    check(server.fingerprint("town") == before, "a build that is killed changes the schema")
    server.sql("DROP TRIGGER wait ON town.build; DROP FUNCTION town.wait()")

    # Others at work.
    with Session(server, "SELECT pg_advisory_lock(hashtext('incidentmap'), hashtext('town'));"):
        refused(server, one, says=["another run is writing to the database maps, schema town"], schema="town", why="two runs at once")
    with Session(server, "SELECT pg_advisory_lock(hashtext('incidentmap'), hashtext('fresh'));"):
        done = server.build(one, "--schema", "fresh")
        check(done.returncode == 1 and "another run" in done.stderr, f"two runs at once into a new schema: {done.stderr}")
        check(server.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'fresh'") == "0", "an empty schema is left")
    with Session(server, "BEGIN; UPDATE town.notes SET note = 'x'; LOCK TABLE town.attacks IN ROW EXCLUSIVE MODE;"):
        refused(server, one, says=["somebody holds one of the tables"], schema="town", why="an edit that is not saved",
                PGOPTIONS="-c lock_timeout=300ms")
    with Session(server, "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM town.notes;"):
        server.built(one)
    done = server.built(three)
    check(server.sql("SELECT count(*) FROM town.sites") == "1", f"the table that was emptied is not filled again\n{done.stdout}")

    # A database that was dumped and restored is as it was built: nobody edited it.
    server.sql("CREATE DATABASE copied", database="postgres")
    dumped = run(server.programs / "pg_dump", "-h", server.folder, "-U", "owner", "-d", "maps", "-f", folder / "maps.sql")
    restored = run(server.programs / "psql", "-X", "-q", "-h", server.folder, "-U", "owner", "-d", "copied", "-f",
                   folder / "maps.sql")
    check(dumped.returncode == 0 and restored.returncode == 0, f"not restored: {dumped.stderr}{restored.stderr}")
    done = server.build(one, to=server.connection("copied"))
    check(done.returncode == 0, f"a restored database is taken for an edited one: {done.stderr}")
    check(server.sql("SELECT event_date FROM town.attacks", database="copied") == "2021-05-05", "it is not replaced")
end()
