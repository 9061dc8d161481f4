# SPDX-License-Identifier: MIT
"""Makes what the other checks look at: layers of data/, and of the table with every kind of damage."""

import json

import hostile
from checks import SOURCE, build, check, end, fresh_folder

for name, table in (("data", SOURCE / "data" / "incidents.csv"), ("hostile", None)):
    folder = fresh_folder(name)
    if table is None:
        table = folder / "hostile.csv"
        (folder / "expected.json").write_text(json.dumps(hostile.write(table)), encoding="utf-8")
    done = build(table, folder / "out", "-f", "gpkg,geojson", "--rings", "100,300", "--around", "bases")
    (folder / "stdout").write_text(done.stdout, encoding="utf-8")
    (folder / "stderr").write_text(done.stderr, encoding="utf-8")
    check(done.returncode == 0, f"{name}: the build ends with {done.returncode}\n{done.stderr[-3000:]}")
    check("\x1b" not in done.stdout + done.stderr, f"{name}: an escape sequence of the input reaches the terminal")
end()
