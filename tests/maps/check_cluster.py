# SPDX-License-Identifier: MIT
"""Each script of docs/cluster.md and docs/batch.md runs as it stands there, where its engine is installed; the shards that
it makes are the whole build."""

import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from maps import count, made_months
from checks import PROGRAM, SOURCE, build, check, end, run, scratch_folder

folder = scratch_folder()
skipped = []


def blocks(name):
    text = (SOURCE / "docs" / name).read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)(?: ([\w-]+))?\n(.*?)^```", text, re.M | re.S)


SCRIPTS = {title: code for _, title, code in blocks("cluster.md") if title}
# Without SHELL, parallel starts nothing on another host, and ends with 0.
OUR_PATH = {"PROGRAM": str(PROGRAM), "PATH": f"{PROGRAM.parent}:/usr/sbin:{os.environ['PATH']}", "SHELL": "/bin/sh"}


def shell(code, what, **environment):
    start = time.monotonic()
    done = run("sh", "-e", "-c", code, cwd=folder, environment={**OUR_PATH, **environment})
    check(done.returncode == 0, f"{what} ends with {done.returncode}: {(done.stderr + done.stdout)[-1500:]}")
    return time.monotonic() - start


def whole_in(shards, what):
    found = sorted(shards.glob("*.gpkg"))
    total = sum(count(path, "incidents") for path in found)
    check(len(found) == 4 and total == WHOLE, f"{what}: {len(found)} shards hold {total} of {WHOLE} incidents")


def python_with(*modules):
    for python in (sys.executable, shutil.which("python3"), "/usr/bin/python3"):
        if python and run(python, "-c", "import " + ", ".join(modules)).returncode == 0:
            return python
    return None


def try_parallel():
    if not shutil.which("parallel"):
        skipped.append("GNU parallel (Debian package parallel)")
        return
    print(f"parallel: {shell(SCRIPTS['parallel'], 'parallel'):.2f} s", flush=True)
    whole_in(folder / "shards", "parallel")
    # Two hosts are two network namespaces: ssh is stood in for by what enters them.
    names = ["incidentmap-a", "incidentmap-b"]
    try:
        made = [run("ip", "netns", "add", name).returncode == 0 for name in names]
    except FileNotFoundError:
        made = [False]
    if not all(made):
        skipped.append("hosts (network namespaces need root and iproute2)")
    else:
        enter = Path(tempfile.mkdtemp(prefix="incidentmap-enter-")) / "enter"  # no blank: it is a word of --sshlogin
        enter.write_text('#!/bin/sh\nwhile [ "${1#-}" != "$1" ]; do shift; done\nhost=$1; shift\n[ "$1" = -- ] && shift\n'
                         'exec ip netns exec "$host" sh -c "$*"\n', encoding="ascii")
        enter.chmod(0o755)
        hosts = ",".join(f"2/{enter} {name}" for name in names)
        print(f"hosts: {shell(SCRIPTS['parallel-hosts'], 'hosts', HOSTS=hosts):.2f} s", flush=True)
        whole_in(folder / "hosts", "hosts")
        shutil.rmtree(enter.parent)
    for name in names:
        try:
            run("ip", "netns", "delete", name)
        except FileNotFoundError:
            pass


def try_slurm():
    if not all(shutil.which(tool, path=OUR_PATH["PATH"]) for tool in ("slurmctld", "slurmd", "sbatch", "munged")) or os.geteuid() != 0:
        skipped.append("Slurm (Debian package slurm-wlm, as root)")
        return
    import slurm
    with slurm.Cluster(folder) as cluster:
        if cluster.problem:
            skipped.append(f"Slurm ({cluster.problem})")
            return
        (folder / "slurm").mkdir()
        (folder / "shard.sbatch").write_text(SCRIPTS["slurm"], encoding="utf-8")
        start = time.monotonic()
        done = run("sbatch", "--wait", "shard.sbatch", cwd=folder, environment={**OUR_PATH, **cluster.environment})
        check(done.returncode == 0, f"sbatch ends with {done.returncode}: {done.stderr} "
              f"{[p.read_text() for p in (folder / 'slurm').glob('*.log')]}")
        print(f"slurm: {time.monotonic() - start:.2f} s", flush=True)
        whole_in(folder / "slurm", "Slurm")


def try_dask():
    python = python_with("dask.dataframe", "pandas")
    if not python:
        skipped.append("Dask (Debian packages python3-dask, python3-pandas)")
        return
    done = run(python, "-c", SCRIPTS["dask"], cwd=folder, environment=OUR_PATH)
    check(done.returncode == 0, f"dask ends with {done.returncode}: {done.stderr[-1500:]}")
    rows = (folder / "dask.csv").read_text(encoding="utf-8").splitlines() if done.returncode == 0 else []
    check(len(rows) > 100 and sum(row.endswith(",,") for row in rows) < len(rows) / 2, f"dask gives {rows[:3]}")


def duckdb_runner(query):
    """The words of a command that runs a query with the DuckDB that is here: a program, for Python or for Node."""
    if program := shutil.which("duckdb"):
        return [program, "-c", query]
    if python := python_with("duckdb"):
        return [python, "-c", "import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall())", query]
    modules = Path(os.environ.get("INCIDENTMAP_DUCKDB", SOURCE / "build" / "bench" / "npm")) / "node_modules" / "@duckdb" / "node-api"
    if modules.is_dir() and (node := shutil.which("node")):
        return [node, "-e", "const { DuckDBInstance } = require(process.argv[1]); (async () => {"
                "const base = await (await DuckDBInstance.create(':memory:')).connect();"
                "console.log((await base.runAndReadAll(process.argv[2])).getRows().join('\\n')); process.exit(0); })()", str(modules), query]
    return None


def try_duckdb():
    words = duckdb_runner(SCRIPTS["duckdb"])
    if not words:
        skipped.append("DuckDB (a program, a Python package, or npm's @duckdb/node-api in the folder INCIDENTMAP_DUCKDB)")
        return
    print(f"shards as CSV: {shell(SCRIPTS['duckdb-shards'], 'shards as CSV'):.2f} s", flush=True)
    done = run(*words, cwd=folder, environment=OUR_PATH)
    counted = sum(int(number) for number in re.findall(r"\b(\d+)\b\)?,?\s*(?:│|\)|$)", done.stdout, re.M))
    check(done.returncode == 0 and counted == WHOLE,
          f"duckdb ends with {done.returncode}, counts {counted} of {WHOLE}: {done.stdout[-500:]} {done.stderr[-500:]}")


def try_postgis():
    sys.path.insert(0, str(SOURCE / "tests" / "postgis"))
    import server as postgres
    with postgres.Server() as server:
        print(f"postgis: {shell(SCRIPTS['postgis'], 'PostGIS', DATABASE=server.connection(), **server.environment()):.2f} s",
              flush=True)
        check(server.sql("SELECT count(*) FROM maps.incidents") == str(WHOLE), "the union in PostGIS does not hold all")


def try_batch():
    for language, _, code in blocks("batch.md"):
        if language == "sh":
            shell(re.sub(r"\bincidentmap (build|check)", rf"'{PROGRAM}' \1", code) + "\n", f"docs/batch.md: {code}")
        elif language == "python":
            done = run(sys.executable, "-c", code, cwd=folder, environment=OUR_PATH)
            check(done.returncode == 0 and "points" in done.stdout, f"the notebook: {done.stderr[-800:]}")


try:
    made_months(600, folder / "incidents.csv")
    start = time.monotonic()
    done = build(folder / "incidents.csv", folder / "whole.gpkg", "-f", "gpkg", "--no-ask")
    print(f"one process: {time.monotonic() - start:.2f} s", flush=True)
    WHOLE = count(folder / "whole.gpkg", "incidents")
    for attempt in (try_parallel, try_slurm, try_dask, try_duckdb, try_batch):
        attempt()
    if shutil.which("setpriv") and list(Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        try_postgis()
    else:
        skipped.append("PostGIS (Debian packages postgresql, postgis)")
    for reason in skipped:
        print(f"left out: {reason} is not installed", flush=True)
finally:
    shutil.rmtree(folder, ignore_errors=True)
end()
