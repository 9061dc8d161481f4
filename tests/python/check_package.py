# SPDX-License-Identifier: MIT
"""The package as such: its version, its types, and the README's lines in a fresh virtual environment."""

import os
import re
import shutil
import subprocess
import sys
import venv

import harness
from harness import PACKAGE, PROGRAM, VERSION

import incidentmap as im


class Package(harness.Case):
    def test_one_version_everywhere(self):
        project = (PACKAGE / "pyproject.toml").read_text(encoding="utf-8")
        self.assertEqual(re.search(r'^version = "(.*)"$', project, re.M).group(1), VERSION)
        self.assertEqual(im.__version__, VERSION)

    def test_what_is_public_is_documented(self):
        for name in im.__all__:
            self.assertTrue(getattr(im, name).__doc__, name)

    def test_its_types_hold(self):
        harness.needed("mypy", "mypy")
        checked = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--no-warn-unused-ignores", "--ignore-missing-imports", "--cache-dir", self.scratch,
             "--python-version", "3.9", PACKAGE / "src" / "incidentmap"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_the_readmes_lines_in_a_fresh_environment(self):
        try:
            harness.needed("ensurepip", "python3-venv")
            harness.needed("setuptools", "python3-setuptools")
            harness.needed("wheel", "python3-wheel")
            harness.needed("pandas", "python3-pandas")
        except harness.unittest.SkipTest as missing:
            self.skipTest(str(missing))
        # What the system has serves in place of a download; our package alone is installed.
        home = self.scratch / "there"
        venv.create(home, system_site_packages=True, with_pip=True)
        tree = self.scratch / "python"
        shutil.copytree(PACKAGE, tree, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
        clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        installed = subprocess.run(
            [home / "bin" / "pip", "install", "--no-build-isolation", "--no-index", "--no-deps", tree],
            capture_output=True, text=True, check=False, env=clean,
        )  # fmt: skip
        self.assertEqual(installed.returncode, 0, installed.stdout + installed.stderr)
        # The program is in PATH, and nothing else says where it is.
        clean.pop("INCIDENTMAP")
        clean["PATH"] = f"{PROGRAM.parent}{os.pathsep}{clean['PATH']}"
        for page in ("README.md", "docs/python.md"):
            with self.subTest(page):
                text = (PACKAGE.parent / page).read_text(encoding="utf-8")
                lines = re.search(r"```python\n(.*?)```", text, re.S).group(1)
                script = self.scratch / "lines.py"
                script.write_text(lines, encoding="utf-8")
                ran = subprocess.run(
                    [home / "bin" / "python", script], cwd=PACKAGE.parent, capture_output=True, text=True, check=False, env=clean
                )  # fmt: skip
                self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
                self.assertIn("about 44 km (38 to 49)", ran.stdout)
                self.assertIn("resolved", ran.stdout)


if __name__ == "__main__":  # processes that are started anew read this file too
    harness.run()
