# SPDX-License-Identifier: MIT
"""What can be read only once is read once: pipes of any length, named pipes and /dev/stdin are built as the file is."""

import os
import shutil
import subprocess

import rounds  # noqa: F401, for the folder of checks
from checks import PROGRAM, build, check, end, fingerprint, made_table, open_read_only, run, scratch_folder, whole

ROWS = 4000  # more than a pipe holds at once

folder = scratch_folder()


def build_of(name):
    with open_read_only(name) as file:
        return dict(file.execute("SELECT section || ': ' || name, value FROM build"))


try:
    table = folder / "t.csv"
    shutil.copy(made_table(ROWS), table)
    words = f"'{PROGRAM}' build -f gpkg,csv -o"

    done = run("bash", "-c", f"{words} '{folder}/pipe' <(cat '{table}')", timeout=120)
    made = list((folder / "pipe").glob("*.gpkg")) if done.returncode == 0 else []
    check(len(made) == 1 and whole(made[0]) == ROWS, f"a pipe: {done.returncode}, {done.stderr[-500:]}")
    if made:
        inputs = [value for name, value in build_of(made[0]).items() if name.startswith("input: ")]
        check(inputs == [fingerprint(table)], f"a pipe has the fingerprint {inputs}")

    done = run("bash", "-c", f"cat '{table}' | {words} '{folder}/stdin' /dev/stdin", timeout=120)
    made = folder / "stdin" / "stdin.gpkg"
    check(done.returncode == 0 and whole(made) == ROWS, f"/dev/stdin: {done.returncode}, {done.stderr[-500:]}")
    if made.exists():
        check(build_of(made).get("input: stdin") == fingerprint(table), "/dev/stdin has another fingerprint")

    named = folder / "named.csv"
    os.mkfifo(named)
    with subprocess.Popen(["cp", table, named]) as writer:
        try:
            done = build(named, folder / "named", timeout=60)
            check(done.returncode == 0 and whole(folder / "named" / "named.gpkg") == ROWS, f"a named pipe: {done.stderr[-500:]}")
        except subprocess.TimeoutExpired:
            check(False, "a named pipe is waited for for ever")
        writer.kill()
    check(not (folder / "named.decisions.csv").exists(), "decisions are put beside a pipe")

    done = run("bash", "-c", f"{words} '{folder}/two' '{table}' --sources <(printf 'source_id,publisher\\na,B\\n')", timeout=60)
    check(done.returncode == 0, f"sources from a pipe: {done.stderr[-500:]}")

    try:
        done = run("bash", "-c", f"ulimit -v 1500000; {words} '{folder}/zero' /dev/zero", timeout=60)
        check(done.returncode == 1 and "device" in done.stderr, f"/dev/zero: {done.returncode}, {done.stderr[-500:]}")
    except subprocess.TimeoutExpired:
        check(False, "/dev/zero never ends")
    done = build("/dev/null", folder / "null", timeout=60)
    check(done.returncode == 1 and "/dev/null" in done.stderr and "header" in done.stderr, f"/dev/null: {done.returncode}, {done.stderr[-500:]}")
finally:
    shutil.rmtree(folder)
end()
