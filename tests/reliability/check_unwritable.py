# SPDX-License-Identifier: MIT
"""A folder or file that may not be written or read ends with 1, a sentence, and everything as it was."""

import os
import shutil
import socket

import rounds  # noqa: F401: finds the checks
from checks import PROGRAM, SOURCE, all_files, build, check, end, run, scratch_folder, skip

NOBODY = 65534
folder = scratch_folder()
try:
    os.chmod(folder, 0o755)
    as_other = []
    program = PROGRAM
    if os.getuid() == 0:  # root may write everything: be somebody else, who can run a copy
        if not shutil.which("setpriv"):
            skip("setpriv is not installed (Debian package util-linux), and root may write everywhere")
        as_other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        (folder / "bin").mkdir()
        program = shutil.copy(PROGRAM, folder / "bin")
        if (PROGRAM.parent / "gazetteer").is_dir():
            shutil.copytree(PROGRAM.parent / "gazetteer", folder / "bin" / "gazetteer")
    table = shutil.copy(SOURCE / "data" / "incidents.csv", folder)
    shutil.copy(SOURCE / "data" / "sources.csv", folder)

    def fails(what, table, out, *words):
        done = run(*as_other, program, "build", table, "-o", out, *words)
        check(done.returncode == 1, f"{what}: ends with {done.returncode}: {done.stderr[-300:]}")
        check("incidentmap: " in done.stderr and len(done.stderr) < 2000, f"{what}: says {done.stderr[-300:]!r}")

    open_folder = folder / "open"
    open_folder.mkdir()
    os.chmod(open_folder, 0o777)
    done = run(*as_other, program, "build", table, "-o", open_folder / "out", "-f", "gpkg,geojson")
    check(done.returncode == 0, f"the same build fails where it may write: {done.stderr[-500:]}")

    closed = folder / "closed"
    build(table, closed, "-f", "gpkg,geojson")
    before = all_files(closed)
    check(before, "there is no earlier build to keep")
    os.chmod(closed, 0o555)
    fails("a folder that may not be written", table, closed, "-f", "gpkg,geojson")
    fails("a folder that may not be made", table, closed / "new")
    fails("a file in a folder that may not be written", table, closed / "one.gpkg")
    check(all_files(closed) == before, "a folder that may not be written has changed")
    os.chmod(closed, 0o755)

    secret = shutil.copy(table, folder / "secret.csv")
    os.chmod(secret, 0o000)
    fails("an input that may not be read", secret, open_folder / "never")
    fails("an input that is not there", folder / "nothing.csv", open_folder / "never")
    fails("an input that is a folder", folder, open_folder / "never")
    empty = folder / "empty.csv"
    empty.write_bytes(b"")
    fails("an empty input", empty, open_folder / "never")
    (open_folder / "file").write_text("a file, not a folder")
    fails("a folder that is a file", table, open_folder / "file" / "out")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(os.path.relpath(folder / "plug.csv"))
        fails("an input that is a socket", folder / "plug.csv", open_folder / "never")
    check(not (open_folder / "never").exists() or not all_files(open_folder / "never"), "a failed build left files")
finally:
    shutil.rmtree(folder)
end()
