# SPDX-License-Identifier: MIT
"""What the checks here share: tests/layers/checks.py, and how long a check that tries moments at random goes on."""

import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))

MINUTES = float(os.environ.get("INCIDENTMAP_LONG", 0))


def rounds(usual):
    """Counts: as many as usual, in the same order in every run; or, in a long run, other ones until its time is over."""
    seed = int(os.environ.get("INCIDENTMAP_SEED", time.time() if MINUTES else 7))
    if MINUTES:
        print(f"INCIDENTMAP_SEED={seed}", flush=True)
    random.seed(seed)
    until = time.monotonic() + 60 * MINUTES
    turn = 0
    while turn < usual or time.monotonic() < until:
        yield turn
        turn += 1
