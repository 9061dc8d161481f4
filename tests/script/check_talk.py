# SPDX-License-Identifier: MIT
"""What the program says beside its answer: on a terminal, in a pipe, and to machines.

Usage: check_talk.py BINARY_DIR SOURCE_DIR
"""
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

ESCAPE = b"\x1b["


def on_terminal(command, stream, **settings):
    """What one stream (1 or 2) of a command is given where that stream is a terminal."""
    ours, theirs = pty.openpty()
    streams = {1: {"stdout": theirs, "stderr": subprocess.DEVNULL}, 2: {"stderr": theirs, "stdout": subprocess.DEVNULL}}
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | settings
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, **streams[stream])
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    process.wait()
    os.close(ours)
    return said


def in_pipe(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)


def main(binary, source):
    program = str(pathlib.Path(binary) / "incidentmap")
    data = str(pathlib.Path(source) / "data" / "incidents.csv")
    resolve = [program, "resolve", "Erbil"]
    assert ESCAPE in on_terminal(resolve, 1), "a terminal has colours"
    assert ESCAPE not in on_terminal(resolve, 1, NO_COLOR="1"), "NO_COLOR takes them away"
    assert ESCAPE in on_terminal(resolve, 1, NO_COLOR=""), "an empty NO_COLOR does not"
    assert ESCAPE not in on_terminal(resolve, 1, TERM="dumb"), "a dumb terminal has none"
    assert ESCAPE not in in_pipe(resolve).stdout, "nor has a pipe"

    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / "many.csv"
        with table.open("w", encoding="utf-8") as rows:
            rows.write("event_date,place,country\n")
            for i in range(120_000):
                rows.write(f"2020-01-{i % 28 + 1:02},{('Erbil', 'Camp Taji', 'Kirkuk')[i % 3]},IQ\n")
        build = [program, "build", str(table), "--no-decisions", "-f", "gpkg", "-o", folder + "/out"]
        said = on_terminal(build, 2)
        assert b" % " in said and b" of 120,000" in said and b"left" in said, "a bar, a total and the time left"
        assert said.rstrip().endswith(b"\x1b[K") or b"\r\x1b[K" in said, "and the line is taken away"
        assert b" % " not in in_pipe(build).stderr, "no progress in a pipe"
        assert on_terminal(build + ["--quiet"], 2) == b"", "nor with --quiet"
        assert b" % " not in on_terminal(build + ["--log-format", "json"], 2), "nor for machines"

    quiet = in_pipe([program, "check", data, "--quiet"])
    assert quiet.stderr == b"" and b"stated-distance-differs" in quiet.stdout
    verbose = in_pipe([program, "check", data, "--verbose"]).stderr.decode()
    for part in ("reading " + data, "gazetteer curated ", "opening gazetteers: ", "placing incidents: "):
        assert part in verbose, part
    first = in_pipe([program, "check", data, "--no-decisions", "--log-format", "json"]).stderr
    assert first == in_pipe([program, "check", data, "--no-decisions", "--log-format=json"]).stderr, "the same each time"
    lines = [json.loads(line) for line in first.decode().splitlines()]
    keys = ["level", "code", "file", "row", "column", "value", "message"]
    assert all(list(line) == keys for line in lines)
    told = next(line for line in lines if line["code"] == "stated-distance-differs")
    assert told["level"] == "warning" and told["file"] == "incidents.csv" and told["row"] == 6
    assert told["column"] == "place_said_to_be" and told["value"] == "85 km north of Baghdad"
    for wrong, code in ((["resolv"], 2), (["build", "no-such-file.csv"], 1), (["resolve", "--bad"], 2)):
        failed = in_pipe([program, *wrong, "--log-format", "json"])
        assert failed.returncode == code, wrong
        assert json.loads(failed.stderr)["level"] == "error", wrong
    for command in ("build", "resolve", "range", "check", "explain", "project", "diff", "gazetteer import", "gazetteer list",
                    "gazetteer info", "gazetteer check"):
        help_text = in_pipe([program, *command.split(), "--help"]).stdout
        assert all(option in help_text for option in (b"--quiet", b"--verbose", b"--log-format")), command
    print("what is said is said where it should be")


main(*sys.argv[1:])
