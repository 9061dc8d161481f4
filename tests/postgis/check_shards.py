# SPDX-License-Identifier: MIT
"""Shards in a database: four writers at once, one killed and run again; their union equals the whole build by EXCEPT, both
ways, in every layer; a shard built again replaces itself only; of two first builds one succeeds and one is told."""

import os
import shutil
import subprocess
import sys
import threading

import server as postgres
from schemas import compare, tables_of
from checks import PROGRAM, SOURCE, check, end, run, scratch_folder

sys.path.insert(0, str(SOURCE / "tests" / "maps"))
from maps import made_months  # noqa: E402

folder = scratch_folder()
OPTIONS = ("--rings", "25", "--no-ask", "--quiet")


def start(server, table, schema, *words):
    return subprocess.Popen([PROGRAM, "build", table, "-o", server.connection(), "--schema", schema, *OPTIONS, *words],
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
                            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **server.environment()})


def finished(process):
    said = process.communicate()[1]
    return process.returncode, said


def union(server, schema):
    return run(PROGRAM, "postgis-union", schema, "-o", server.connection(), environment=server.environment())


try:
    with postgres.Server() as server:
        table = made_months(1200, folder / "made.csv")
        code, said = finished(start(server, table, "whole"))
        check(code == 0, f"the whole build: {said[-500:]}")

        # All four wait for who writes styles, with their rows written and not committed: there the third is killed.
        held = "SELECT pg_advisory_lock(hashtext('incidentmap'), hashtext('public.layer_styles')); SELECT pg_sleep(600)"
        holder = threading.Thread(target=server.asked, args=(held,))
        holder.start()
        check(server.comes("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted", "1"), "the lock is not held")
        writers = [start(server, table, "maps", "--shard", f"{k}/4") for k in range(1, 5)]
        check(server.comes("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", "4"), "the writers do not wait")
        writers[2].kill()
        killed, _ = finished(writers.pop(2))
        server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)' AND pid <> pg_backend_pid()")
        holder.join()
        ends = [finished(writer) for writer in writers]
        check(killed == -9 and [code for code, _ in ends] == [0, 0, 0], f"writers at once: {killed} {ends}")
        done = union(server, "maps")
        check(done.returncode == 1 and "there is no 3" in done.stderr, f"a missing shard: {done.returncode} {done.stderr}")
        code, said = finished(start(server, table, "maps", "--shard", "3/4"))
        check(code == 0, f"run again: {said[-500:]}")
        done = union(server, "maps")
        check(done.returncode == 0, f"postgis-union: {done.stderr[-800:]}")
        compare(server, "whole", "maps", "four shards")
        for layer in ("attacks", "incidents", "launch_to_target", "bases", "uncertainty"):
            if layer in tables_of(server, "maps"):
                check(server.sql(f"SELECT count(*) = count(DISTINCT fid) FROM maps.{layer}") == "t", f"{layer}: fid stands twice")
        check(int(server.sql("SELECT count(*) FROM public.layer_styles WHERE f_table_schema = 'maps'")) > 5, "the union has no styles")

        def others():
            return [server.sql(f"SELECT transaction FROM maps_shard_{k}_of_4.incidentmap_tables ORDER BY table_name") for k in (1, 3, 4)]

        before = others()
        code, said = finished(start(server, table, "maps", "--shard", "2/4"))
        check(code == 0, f"built again: {said[-500:]}")
        check(before == others(), "a shard that is built again writes to another")
        compare(server, "whole", "maps", "a shard built again")
        done = union(server, "maps")
        check(done.returncode == 0, f"postgis-union again: {done.stderr[-800:]}")
        compare(server, "whole", "maps", "united again")

        server.sql("CREATE SCHEMA mine; CREATE TABLE mine.attacks (a int)")
        code, said = finished(start(server, table, "mine", "--shard", "1/1"))
        done = union(server, "mine")
        check(done.returncode == 1 and "stands attacks" in done.stderr, f"somebody's table: {done.returncode} {done.stderr}")
        check(server.sql("SELECT count(*) FROM mine.attacks") == "0", "somebody's table is gone")
        check(union(server, "nobody").returncode == 1, "no shards at all")

        # Two first builds into one schema.
        for turn in range(4):
            both = [start(server, table, f"first{turn}") for _ in range(2)]
            ends = sorted(finished(process) for process in both)
            told = [said for code, said in ends if code]
            check(ends[0][0] == 0, f"two first builds: {ends}")
            check(all("another run is writing to" in said and "duplicate key" not in said for said in told), f"two first builds: {told}")
finally:
    shutil.rmtree(folder)
end()
