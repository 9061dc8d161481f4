# SPDX-License-Identifier: MIT
"""docs/python.ipynb is what script/notebook writes, was run, and runs now."""

import json
import subprocess
import sys

import harness
from harness import PACKAGE


class Notebook(harness.Case):
    def test_it_runs_and_what_is_committed_was_run(self):
        for module, package in (
            ("nbconvert", "python3-nbconvert"), ("ipykernel", "python3-ipykernel"), ("geopandas", "python3-geopandas")
        ):  # fmt: skip
            harness.needed(module, package)
        out = self.scratch / "now.ipynb"
        ran = subprocess.run(
            [sys.executable, PACKAGE.parent / "script" / "notebook", out], capture_output=True, text=True, check=False
        )
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        now = json.loads(out.read_text(encoding="utf-8"))["cells"]
        kept = json.loads((PACKAGE.parent / "docs" / "python.ipynb").read_text(encoding="utf-8"))["cells"]
        self.assertEqual([cell["source"] for cell in kept], [cell["source"] for cell in now], "run script/notebook")
        for cell in kept + now:
            if cell["cell_type"] == "code" and not "".join(cell["source"]).startswith(("import", "from")):
                self.assertTrue(cell["outputs"], cell["source"])
                self.assertFalse([one for one in cell["outputs"] if one["output_type"] == "error"])
        page = [one for cell in now for one in cell.get("outputs", []) if "text/html" in one.get("data", {})]
        self.assertTrue(any("<iframe" in "".join(one["data"]["text/html"]) for one in page))


if __name__ == "__main__":  # processes that are started anew read this file too
    harness.run()
