# SPDX-License-Identifier: MIT
"""No cell of a table that the program writes is one that a spreadsheet runs, whatever the input holds: headers too."""

import csv
import shutil

from checks import PROGRAM, build, check, end, run, scratch_folder

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
HOSTILE = ('=HYPERLINK("http://evil.example","x")', "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1+1", "'=1")
NUMBERS = ("-5.3", "-12")

folder = scratch_folder()


def runs(cell):
    return cell.startswith(STARTS) and not (cell[0] == "-" and cell[1:].replace(".", "").isdigit())


def cells_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row]


try:
    table = folder / "t.csv"
    with open(table, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        # What a person's own columns are called goes along as they were, and so would a formula.
        rows.writerow(["incident_id", "event_date", "place", "place_words", "weapon", "notes", "own column", "publisher",
                       *HOSTILE])
        for number, text in enumerate(HOSTILE + NUMBERS):
            rows.writerow([f"{text}{number}", "2020-07-27", ("Erbil", text)[number % 2], text, text, text, text, text,
                           *[f"cell {i}" for i in range(len(HOSTILE))]])
    done = build(table, folder / "out", "-f", "csv")
    check(done.returncode in (0, 3), f"the build fails: {done.stderr[-500:]}")
    written = list((folder / "out").glob("*.csv"))
    check(len(written) > 3, f"the build wrote {written}")
    done = run(PROGRAM, "resolve", "--from", table, "--column", "place", "-o", folder / "resolved.csv")
    check(done.returncode == 0, f"resolve --from fails: {done.stderr[-500:]}")
    done = run(PROGRAM, "resolve", "--from", table, "--column", "place")
    (folder / "printed.csv").write_text(done.stdout, encoding="utf-8")
    done = run(PROGRAM, "check", table, "--format", "csv")
    (folder / "checked.csv").write_text(done.stdout, encoding="utf-8")
    seen = set()
    for path in written + [folder / "resolved.csv", folder / "printed.csv", folder / "checked.csv", folder / "t.decisions.csv"]:
        if not path.exists():
            continue
        cells = cells_of(path)
        seen.update(cells)
        alive = [cell for cell in cells if runs(cell)]
        check(not alive, f"{path.name}: a spreadsheet would run {alive[:3]}")
    check("'" + HOSTILE[0] in seen and "''=1" in seen, "the texts themselves are gone: the check shows little")
    check(NUMBERS[0] in seen, "a negative number is no number any more")
finally:
    shutil.rmtree(folder)
end()
