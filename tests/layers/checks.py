# SPDX-License-Identifier: MIT
"""What the checks share: the program, its folders, and how a check ends."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
WORK = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
SOURCE = Path(os.environ.get("INCIDENTMAP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SETS = ("data", "hostile")  # what make_layers.py makes, each a folder of WORK

faults = []


def check(holds, fault):
    """Notes a fault unless it holds; the check goes on."""
    if not holds:
        faults.append(fault)
        print(f"FAULT: {fault}", flush=True)
    return holds


def end():
    """Ends the check: 0 without a fault, 1 with one. Skips the libraries' own goodbyes, which may crash."""
    print(f"{len(faults)} faults", flush=True)
    sys.stderr.flush()
    os._exit(1 if faults else 0)


def skip(reason):
    print(f"skipped: {reason}", flush=True)
    os._exit(77)


def run(*words, cwd=None, environment=None, **more):
    """Runs a command with nothing to read; gives what it said as text."""
    settings = dict(os.environ, SOURCE_DATE_EPOCH="1700000000", **(environment or {}))
    return subprocess.run([str(word) for word in words], cwd=cwd, env=settings, stdin=subprocess.DEVNULL,
                          capture_output=True, encoding="utf-8", errors="replace", check=False, **more)


def build(table, output, *words, **more):
    return run(PROGRAM, "build", table, "-o", output, *words, **more)


def made_table(rows):
    """A made-up table of so many reports, made once."""
    table = WORK / f"made_{rows}.csv"
    if not table.exists():
        draft = table.with_suffix(f".{os.getpid()}")
        made = run(sys.executable, SOURCE / "script" / "bench_table.py", rows, draft)
        assert made.returncode == 0, made.stderr
        draft.rename(table)
    return table


def fresh_folder(name):
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def scratch_folder():
    """A folder outside of the build's, with a space in its path; the caller removes it."""
    return Path(tempfile.mkdtemp(prefix="incidentmap layers "))


def fingerprint(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def all_files(folder):
    """Every file below a folder, hidden ones too, with the fingerprint of its bytes."""
    return {str(p.relative_to(folder)): fingerprint(p) for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def open_read_only(path):
    return sqlite3.connect(f"file:{str(path).replace('?', '%3f').replace('#', '%23')}?mode=ro", uri=True)


def whole(path):
    """The number of reports in a GeoPackage if it is whole; else what is wrong with it."""
    try:
        with open_read_only(path) as file:
            said = file.execute("PRAGMA integrity_check").fetchone()[0]
            return file.execute("SELECT count(*) FROM reports").fetchone()[0] if said == "ok" else said
    except sqlite3.Error as error:
        return str(error)


def stray(folder):
    """Drafts, locks and journals in a folder: what must not stay."""
    return [p.name for p in Path(folder).iterdir()
            if p.name.startswith(".") or re.search(r"\.part|-(wal|shm|journal)$", p.name)]


def geopackages():
    return [WORK / name / "out" / f"{stem}.gpkg" for name, stem in (("data", "incidents"), ("hostile", "hostile"))]
