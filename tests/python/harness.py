# SPDX-License-Identifier: MIT
"""What the tests of the Python package share. Usage of each: check_X.py PROGRAM SCRATCH_FOLDER PACKAGE_FOLDER VERSION"""

import os
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
PACKAGE = Path(sys.argv[3]).resolve()
VERSION = sys.argv[4]
DATA = PACKAGE.parent / "data"

os.environ["INCIDENTMAP"] = str(PROGRAM)
os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
os.environ.pop("INCIDENTMAP_GAZETTEERS", None)
sys.path.insert(0, str(PACKAGE / "src"))
os.environ["PYTHONPATH"] = str(PACKAGE / "src")


def needed(module, package):
    """A module of another project, or a test that is skipped with the name of the Debian package."""
    try:
        return __import__(module)
    except ImportError:
        raise unittest.SkipTest(f"{module} is not installed (Debian package {package})") from None


class Case(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="incidentmap python ")
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)


def run():
    """Runs the tests of the script that calls it; skipped ones are told, and all skipped is 77."""
    result = unittest.main(argv=[sys.argv[0]], exit=False, verbosity=2).result
    reasons = sorted({reason for _, reason in result.skipped})
    for reason in reasons:
        print(f"skipped: {reason}")
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if result.testsRun and len(result.skipped) == result.testsRun else 0)
