# SPDX-License-Identifier: MIT
"""The files of a build are one set: a rename that fails in the middle changes none of them, a kill in the middle is made
good by the next build, every format says which build it is of, and explain, diff and project say what does not belong
together."""

import errno
import re
import shutil
import struct
import sys
import zlib

import rounds  # noqa: F401, for the folder of checks
from checks import PROGRAM, all_files, build, check, end, made_table, run, scratch_folder, stray, whole

FORMATS = "gpkg,geojson,csv,kml,svg,png,html,xlsx"
OLD, NEW = 40, 60

LIBRARY = sys.argv[3]  # failing_calls

folder = scratch_folder()


def ids_of(out):
    """The build that each file says it is of."""
    ids = {}
    for path in sorted(out.iterdir()):
        data = path.read_bytes()
        if path.suffix == ".csv":
            rows = data.decode().split("\r\n")
            if check(rows[0].endswith(",build_id"), f"{path.name} has no column build_id") and rows[1]:
                ids[path.name] = rows[1].rsplit(",", 1)[1]
        elif path.suffix in (".geojson", ".kml", ".qml", ".svg", ".png", ".html", ".md"):
            found = re.search(rb"(?:incidentmap build |\"build_id\":\"|\"build_id\"><value>|[Bb]uild `)([0-9a-f]{8,16})", data)
            if check(found, f"{path.name} does not say which build it is of"):
                ids[path.name] = found.group(1).decode()
    return ids


def chunks(png):
    at = 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        body, crc = png[at + 8:at + 8 + size], png[at + 8 + size:at + 12 + size]
        yield kind, body, zlib.crc32(kind + body) == int.from_bytes(crc, "big")
        at += 12 + size


try:
    table, out = folder / "t.csv", folder / "out"
    settings = {}

    def take(rows):
        shutil.copy(made_table(rows), table)
        return build(table, out, "-f", FORMATS, "--no-ask", environment=settings)

    done = take(OLD)
    if done.returncode != 0 and "Cairo" in done.stderr:
        FORMATS = "gpkg,geojson,csv,kml,html,xlsx"
        done = take(OLD)
    check(done.returncode == 0, f"the build fails: {done.stderr[-500:]}")
    ids = ids_of(out)
    check(len(set(ids.values())) == 1 and len(ids) > 8, f"a build has the ids {ids}")
    for png in out.glob("*.png"):
        parts = list(chunks(png.read_bytes()))
        check(all(sound for _, _, sound in parts) and parts[-1][0] == b"IEND", f"{png.name} is no sound PNG")
    for name in ("kml", "svg"):
        for path in out.glob(f"*.{name}"):
            done = run("xmllint", "--noout", path) if shutil.which("xmllint") else None
            check(done is None or done.returncode == 0, f"{path.name} is not well-formed: {done and done.stderr[-300:]}")

    def failing(number, error):
        """At a rename, with an error of the system; 0 kills."""
        return {"LD_PRELOAD": LIBRARY, "INCIDENTMAP_FAIL_BELOW": str(out), "INCIDENTMAP_FAIL": f"rename:{number}:{error}"}

    before = all_files(out)
    log = folder / "renames"
    settings = failing(0, errno.EIO) | {"INCIDENTMAP_FAIL_LOG": str(log)}
    take(NEW)
    renames = len(log.read_text(encoding="utf-8").splitlines())
    settings = {}
    take(OLD)
    check(all_files(out) == before, "the same reports make other files the second time")
    check(renames > len(before) / 2, f"{renames} renames were seen")
    for number in (1, 2, 3, 5, renames):
        settings = failing(number, errno.EIO)
        done = take(NEW)
        check(done.returncode == 1 and "Input/output error" in done.stderr, f"rename {number} fails: {done.returncode} {done.stderr[-300:]}")
        check(all_files(out) == before, f"rename {number} fails: {sorted(k for k in {**before, **all_files(out)} if before.get(k) != all_files(out).get(k))} differ")
    for number in (1, 2, 4, 7, renames):
        settings = {}
        shutil.rmtree(out)
        take(OLD)
        settings = failing(number, 0)
        done = take(NEW)
        check(done.returncode == -9, f"killed before rename {number}: {done.returncode}")
        settings = {}
        if 2 < number:
            done = run(PROGRAM, "explain", "nobody", out / "t.gpkg")
            check("is of the build" in done.stderr, f"killed before rename {number}: explain says nothing: {done.stderr[-300:]}")
        # A build that fails for another reason makes good what was begun.
        empty = folder / "empty" / "t.csv"
        empty.parent.mkdir(exist_ok=True)
        empty.write_text("place\n")
        build(empty, out, "-f", FORMATS, "--no-ask")
        check(len(set(ids_of(out).values())) == 1, f"killed before rename {number}: {ids_of(out)}")
        check(whole(out / "t.gpkg") == (OLD if number == 1 else NEW), f"killed before rename {number}: {whole(out / 't.gpkg')}")
        check(not stray(out), f"killed before rename {number}: there is left {stray(out)}")

    # A file of another build beside the others.
    settings = {}
    shutil.rmtree(out)
    take(OLD)
    other = out / "t_attacks.csv"
    kept = other.read_bytes()
    check(take(NEW).returncode == 0, "the build fails")
    done = run(PROGRAM, "explain", "nobody", out / "t.gpkg")
    check("is of the build" not in done.stderr, f"explain finds fault with one set: {done.stderr}")
    other.write_bytes(kept)
    for words in (("explain", "nobody", out / "t.gpkg"), ("diff", out, out), ("project", out)):
        done = run(PROGRAM, *words)
        check("t_attacks.csv is of the build" in done.stderr, f"{words[0]} says nothing of a stranger: {done.stderr[-400:]}")
finally:
    shutil.rmtree(folder)
end()
