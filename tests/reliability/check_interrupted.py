# SPDX-License-Identifier: MIT
"""Who interrupts a build (Ctrl-C, SIGTERM) finds no draft, no lock and no temporary folder; what a killed run left is
removed by the next run of anything."""

import os
import random
import shutil
import signal
import subprocess
import time

import rounds  # noqa: F401, for the folder of checks
from checks import PROGRAM, build, check, end, made_table, run, scratch_folder, stray, whole

ROUNDS = 12
OLD, NEW = 50, 4000

random.seed(11)
folder = scratch_folder()
try:
    temporary = folder / "tmp"
    temporary.mkdir()
    settings = {"TMPDIR": str(temporary)}
    table, old = folder / "t.csv", folder / "old" / "t.csv"
    shutil.copy(made_table(NEW), table)
    old.parent.mkdir()
    shutil.copy(made_table(OLD), old)
    start = time.monotonic()
    build(table, folder / "timed", "-f", "gpkg,geojson,csv", environment=settings)
    seconds = time.monotonic() - start
    out = folder / "out"
    build(old, out, "-f", "gpkg,geojson,csv")
    interrupted = 0
    for turn in range(ROUNDS):
        how = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[turn % 3]
        # From a pipe, so that there is a temporary folder too.
        with subprocess.Popen(["cat", table], stdout=subprocess.PIPE) as source:
            process = subprocess.Popen([PROGRAM, "build", f"/dev/fd/{source.stdout.fileno()}", "-o", out, "-f", "gpkg,geojson,csv"],
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       pass_fds=[source.stdout.fileno()], env={**os.environ, **settings})
            time.sleep(seconds * random.uniform(0.05, 1))
            process.send_signal(how)
            interrupted += process.wait(timeout=60) == -how
            source.kill()
        check(not stray(out), f"after {how.name} there is left: {stray(out)}")
        check(not list(temporary.iterdir()), f"after {how.name} the temporary folder has {os.listdir(temporary)}")
        check(whole(out / "t.gpkg") == OLD, f"after {how.name}: {whole(out / 't.gpkg')} reports")
    check(interrupted >= ROUNDS // 3, f"only {interrupted} of {ROUNDS} were interrupted: the check shows little")

    left = 0
    for turn in range(6):
        with subprocess.Popen(["cat", table], stdout=subprocess.PIPE) as source:
            process = subprocess.Popen([PROGRAM, "build", f"/dev/fd/{source.stdout.fileno()}", "-o", folder / "killed"],
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       pass_fds=[source.stdout.fileno()], env={**os.environ, **settings})
            time.sleep(seconds * random.uniform(0.3, 0.7))
            process.kill()
            process.wait()
            source.kill()
        left += len(list(temporary.iterdir()))
        run(PROGRAM, "resolve", "Taji", environment=settings)
        check(not list(temporary.iterdir()), f"after a kill and another run there is left: {os.listdir(temporary)}")
    check(left > 0, "no kill left anything: the check shows little")

    # A run that goes on keeps its own.
    with subprocess.Popen([PROGRAM, "build", "/dev/stdin", "-o", folder / "slow"], stdin=subprocess.PIPE,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **settings}) as slow:
        slow.stdin.write(table.read_bytes())
        slow.stdin.flush()
        run(PROGRAM, "resolve", "Taji", environment=settings)
        check(len(list(temporary.iterdir())) == 1, "the folder of a run that goes on was taken away")
        slow.stdin.close()
        said = slow.stderr.read()
        check(slow.wait() == 0, f"the run that went on fails: {said[-300:]}")

    ignoring = subprocess.Popen(["bash", "-c", f"trap '' INT; exec '{PROGRAM}' build '{table}' -o '{folder}/ignoring'"],
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds / 3)
    ignoring.send_signal(signal.SIGINT)
    check(ignoring.wait() == 0, "a signal that was to be ignored ends the run")
    print(f"{interrupted} of {ROUNDS} interrupted within {seconds:.2f} s")
finally:
    shutil.rmtree(folder)
end()
