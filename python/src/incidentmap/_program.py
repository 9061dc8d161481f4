# SPDX-License-Identifier: MIT
"""The program behind the package: where it is, how it is run, and how what it says becomes an exception."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Optional, Sequence


class IncidentmapError(RuntimeError):
    """The program could not do what was asked. The text is the program's own sentence."""

    def __init__(self, sentence: str, exit_code: Optional[int] = None) -> None:
        super().__init__(sentence)
        #: What the program ended with: 1 it failed, 2 wrong usage, below 0 a signal; None where it never ran.
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type, tuple[str, Optional[int]]]:
        return type(self), (str(self), self.exit_code)


class UsageError(IncidentmapError, ValueError):
    """What was asked makes no sense: an unknown country, a format that there is not."""


def program() -> str:
    """The path of the program.

    The environment variable ``INCIDENTMAP`` names it. Without that it is looked for beside the package (in
    the folder ``bin`` of an installation, or in the build of a source tree), then in ``PATH``.

    Raises:
        IncidentmapError: it is in none of these places.
    """
    named = os.environ.get("INCIDENTMAP", "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise IncidentmapError(f"INCIDENTMAP names {named}, which is no program that can be run")
        return found
    package = Path(__file__).resolve().parent
    for folder in package.parents:
        for path in (folder / "bin" / "incidentmap", folder / "build" / "release" / "incidentmap"):
            if path.is_file() and os.access(path, os.X_OK):
                return str(path)
    found = shutil.which("incidentmap")
    if found is None:
        raise IncidentmapError(
            "the program incidentmap was not found beside this package or in PATH; "
            "set INCIDENTMAP to its path"
        )
    return found


def error_of(said: str, exit_code: int, doing: str) -> IncidentmapError:
    """What the program said on standard error when it ended, as an exception."""
    sentence = ""
    for line in said.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            told = {"level": "error", "message": line}  # such as the loader, which knows nothing of JSON
        if isinstance(told, dict) and told.get("level") == "error" and str(told.get("message", "")).strip():
            sentence = str(told["message"])
    if not sentence:
        if exit_code < 0:
            try:
                ended = f"by {signal.Signals(-exit_code).name}"
            except ValueError:
                ended = f"by signal {-exit_code}"
        else:
            ended = f"with exit code {exit_code}"
        sentence = f"incidentmap was ended {ended} while {doing}, without a word"
    return (UsageError if exit_code == 2 else IncidentmapError)(sentence, exit_code)


def for_machines(arguments: Sequence[str]) -> list[str]:
    """The command, so that what it says on standard error is JSON."""
    return [arguments[0], "--log-format", "json", *arguments[1:]]


def run(arguments: Sequence[str], also: Sequence[int] = ()) -> subprocess.CompletedProcess[str]:
    """Runs one command to its end.

    Args:
        arguments: What stands after the program's name.
        also: Exit codes besides 0 that are no error.

    Raises:
        IncidentmapError: it ended with another code.
    """
    try:
        done = subprocess.run(
            [program(), *for_machines(arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise IncidentmapError(f"cannot run incidentmap: {error}") from error
    if done.returncode != 0 and done.returncode not in also:
        raise error_of(done.stderr, done.returncode, f"running {arguments[0]}")
    return done
