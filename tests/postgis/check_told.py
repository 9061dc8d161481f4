# SPDX-License-Identifier: MIT
"""What is wrong is told in one sentence that says who can mend it; a password is told to nobody."""

import html
import io
import zipfile

import server as postgres
from checks import SOURCE, check, end, fresh_folder, run

DATA = SOURCE / "data" / "incidents.csv"
SECRET = "s3cret'wo rd\\"
QUOTED = "'s3cret\\'wo rd\\\\'"


def has_secret(text):
    return any(secret in text for secret in ("s3cret", "wo rd", "wo%20rd"))


def told(done, code, *says):
    check(done.returncode == code, f"{says[0]}: the build ends with {done.returncode}, not {code}\n{done.stderr[-600:]}")
    for text in says:
        check(text in done.stderr, f"not told '{text}', but:\n{done.stderr[-800:]}")
    last = done.stderr.strip().splitlines()[-1] if code == 1 else ""
    check(code != 1 or last.startswith("incidentmap: "), f"more than one sentence:\n{done.stderr[-800:]}")
    check(not has_secret(done.stderr + done.stdout), f"the password is told:\n{done.stderr[-800:]}")


folder = fresh_folder("postgis told")
with postgres.Server() as server:
    def build(to, *words, **more):
        return server.build(DATA, *words, to=to, **more)

    password = f"password={QUOTED}"
    told(build(f"PG:dbname=maps host=/nonexistent user=owner {password}"), 1, "cannot connect to the PostGIS database", "/nonexistent")
    told(build(server.connection("elsewhere", more=password)), 1, 'database "elsewhere" does not exist', "createdb")
    told(build(f"PG:dbname=maps nonsense {password}"), 2, "this is no connection string")
    told(build(f"PG:dbname=maps nonsense=1 {password}"), 1, "cannot connect")
    told(build(f"PG:{SECRET}"), 2, "this is no connection string")
    told(build(f"PG:dbname=maps password='s3cret wo rd"), 2, "this is no connection string")
    told(build(f"postgresql://owner:s3cret%27wo%20rd@%2Fnonexistent/maps"), 1, "cannot connect")
    told(build(server.connection(), GDAL_SKIP="PostgreSQL"), 1, "built without its PostgreSQL driver")
    told(build(server.connection(), PGOPTIONS="-c default_transaction_read_only=on"), 1, "takes no changes")

    # Wrong usage.
    told(build(server.connection(), "-f", "gpkg"), 2, "-f: a database holds all")
    told(build(server.connection(), "--schema", "a b"), 2, "--schema 'a b'")
    told(build(server.connection(), "--schema", "pg_mine"), 2, "--schema 'pg_mine'")
    told(build(server.connection(), "--frozen"), 2, "--frozen-from FILE.gpkg")
    told(build(folder / "out", "--schema", "town"), 2, "--schema is for a database")

    # Rights.
    server.sql("CREATE DATABASE bare", database="postgres")
    told(build(server.connection("bare")), 1, "has no PostGIS", "CREATE EXTENSION postgis;")
    server.sql("CREATE ROLE maker LOGIN; CREATE SCHEMA closed; CREATE SCHEMA made AUTHORIZATION maker; "
               "REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC")
    told(build(server.connection(role="maker")), 1, "may make no schema",
         'CREATE SCHEMA "incidents" AUTHORIZATION "maker";')
    told(build(server.connection(role="maker"), "--schema", "closed"), 1, 'GRANT USAGE, CREATE ON SCHEMA "closed" TO "maker";')
    done = build(server.connection(role="maker"), "--schema", "made")
    check(done.returncode == 0, f"a role builds into its own schema: {done.stderr[-500:]}")
    check('the styles were not stored: have an administrator of the database run GRANT USAGE, CREATE ON SCHEMA public TO "maker";'
          in done.stdout, f"it is not told that there are no styles:\n{done.stdout[-900:]}")
    server.built(DATA, "--schema", "common")
    done = build(server.connection(role="maker"), "--schema", "made")
    check('GRANT SELECT, INSERT, DELETE ON public.layer_styles TO "maker";' in done.stdout, f"the grant is not told:\n{done.stdout[-900:]}")
    server.sql('GRANT SELECT, INSERT, DELETE ON public.layer_styles TO "maker"; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "maker"')
    done = build(server.connection(role="maker"), "--schema", "made")
    check("styles were not stored" not in done.stdout, f"what was told does not help:\n{done.stdout[-900:]}")
    check(server.sql("SELECT count(*) > 5 FROM public.layer_styles WHERE f_table_schema = 'made'") == "t", "no style was stored")
    server.sql('ALTER TABLE made.qgis_projects OWNER TO owner; REVOKE ALL ON made.qgis_projects FROM "maker"')
    done = build(server.connection(role="maker"), "--schema", "made")
    check('GRANT SELECT, INSERT, DELETE ON "made"."qgis_projects" TO "maker";' in done.stdout, f"the grant is not told:\n{done.stdout[-900:]}")
    server.sql('GRANT SELECT, INSERT, DELETE ON made.qgis_projects TO "maker"')
    done = build(server.connection(role="maker"), "--schema", "made")
    check("was not stored" not in done.stdout, f"what was told does not help:\n{done.stdout[-900:]}")
    server.sql('GRANT ALL ON SCHEMA common TO "maker"; GRANT ALL ON ALL TABLES IN SCHEMA common TO "maker"')
    told(build(server.connection(role="maker"), "--schema", "common"), 1, "belongs to another role")

    # A password that is right works however libpq takes it, and stays nowhere.
    quoted_for_sql = SECRET.replace("'", "''")
    server.sql(f"CREATE ROLE guarded LOGIN PASSWORD '{quoted_for_sql}'; CREATE SCHEMA guarded AUTHORIZATION guarded; "
               "GRANT USAGE, CREATE ON SCHEMA public TO guarded; GRANT ALL ON public.layer_styles, "
               "public.layer_styles_id_seq TO guarded")
    guarded = server.connection(role="guarded")
    told(build(guarded), 1, "cannot connect to the PostGIS database", "password")
    told(build(f"{guarded} password='s3cret wrong wo rd'"), 1, "password authentication failed")
    passes = folder / "passes"
    escaped = SECRET.replace("\\", "\\\\").replace(":", "\\:")
    passes.write_text(f"*:*:*:guarded:{escaped}\n", encoding="utf-8")
    passes.chmod(0o600)
    ways = {"in the connection string": {"to": f"{guarded} {password}"},
            "in PGPASSWORD": {"to": guarded, "PGPASSWORD": SECRET}, "in a password file": {"to": guarded, "PGPASSFILE": str(passes)}}
    for way, more in ways.items():
        done = server.build(DATA, "--schema", "guarded", "--verbose", **more)
        check(done.returncode == 0, f"a password {way} does not work: {done.stderr[-500:]}")
        check(not has_secret(done.stdout + done.stderr), f"the password {way} is told")
        dump = run(server.programs / "pg_dump", "-h", server.folder, "-U", "owner", "-d", "maps").stdout
        check("attacks" in dump and not has_secret(dump), f"the password {way} stands in the database")
        stored = bytes.fromhex(server.sql("SELECT encode(content, 'hex') FROM guarded.qgis_projects"))
        project = zipfile.ZipFile(io.BytesIO(stored)).read("guarded.qgs").decode("utf-8")
        project = html.unescape(project)
        check("dbname='maps'" in project and not has_secret(project), f"the password {way} stands in the project")
        check("user=" not in project and "guarded'" not in project, "the project names the role of who built it")
end()
