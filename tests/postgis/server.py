# SPDX-License-Identifier: MIT
"""A PostgreSQL server of the test's own, on a socket in a temporary folder, gone with the test."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
from checks import PROGRAM, check, run, skip  # noqa: E402


def newest_programs():
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[4]))
    if not folders:
        skip("PostgreSQL is not installed (Debian package postgresql)")
    version = folders[-1].parts[4]
    if not Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
        skip(f"PostGIS is not installed (Debian package postgresql-{version}-postgis-3)")
    return folders[-1].parent


class Server:
    """To be used with `with`. Databases are made by the role `owner`, who may do all; `maps` has PostGIS."""

    def __enter__(self):
        self.programs = newest_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="incidentmap-pg-"))
        self.user = []
        if os.geteuid() == 0:  # the server refuses to run as root
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self.user = [f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
        if not shutil.which("setpriv"):
            skip("setpriv is not installed (Debian package util-linux)")
        made = run("setpriv", *self.user, self.programs / "initdb", "-D", self.folder / "data", "-U", "owner", "-A",
                   "trust", "-E", "UTF8", "--locale=C", "-N", cwd=self.folder)
        assert made.returncode == 0, made.stderr
        with open(self.folder / "data" / "pg_hba.conf", "w", encoding="ascii") as access:
            access.write("local all guarded scram-sha-256\nlocal all all trust\n")
        self.start()
        self.sql("CREATE DATABASE maps", database="postgres")
        self.sql("CREATE EXTENSION postgis")
        return self

    def start(self):
        # It ends with the test, however that ends.
        self.process = subprocess.Popen(
            ["setpriv", *self.user, "--pdeathsig", "INT", self.programs / "postgres", "-D", self.folder / "data",
             "-k", self.folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "lc_messages=C"],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            encoding="utf-8", errors="replace")
        for line in self.process.stderr:
            if "is ready to accept connections" in line:
                break
        else:
            raise RuntimeError("the server did not start")
        threading.Thread(target=lambda: [None for _ in self.process.stderr], daemon=True).start()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def connection(self, database="maps", role="owner", more=""):
        return f"PG:dbname={database} host={self.folder} user={role} {more}".strip()

    def environment(self):
        return {"PGPASSFILE": "/nonexistent", "PGSERVICEFILE": "/nonexistent"}

    def asked(self, sql, database="maps", role="owner"):
        return run(self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", role,
                   "-d", database, "-c", sql, environment=self.environment())

    def sql(self, sql, **more):
        """What psql gives, as text."""
        done = self.asked(sql, **more)
        assert done.returncode == 0, f"{sql}\n{done.stderr}"
        return done.stdout.strip("\n")

    def comes(self, sql, answer):
        """True once psql gives that answer; false where it does not within a minute."""
        end = time.monotonic() + 60
        while self.sql(sql) != answer:
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def build(self, table, *words, to=None, **more):
        return run(PROGRAM, "build", table, "-o", to or self.connection(), "--no-ask", *words,
                   environment={**self.environment(), **more})

    def built(self, table, *words, **more):
        done = self.build(table, *words, **more)
        check(done.returncode == 0, f"the build ends with {done.returncode}: {done.stderr[-2000:]}")
        return done

    def fingerprint(self, schema):
        """All that stands in a schema, and the styles of its layers, as it would be restored."""
        done = run(self.programs / "pg_dump", "-h", self.folder, "-U", "owner", "-d", "maps", "-n", schema,
                   environment=self.environment())
        assert done.returncode == 0, done.stderr
        dump = "\n".join(line for line in done.stdout.splitlines() if "restrict" not in line)
        return dump + self.sql("SELECT * FROM public.layer_styles ORDER BY id")
