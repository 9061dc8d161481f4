# SPDX-License-Identifier: MIT
"""One program that answers many questions: ``incidentmap resolve -``, kept running."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import tempfile
import threading
from typing import Any, Dict, IO, List, Optional, Sequence, Tuple

from ._program import IncidentmapError, error_of, program

Question = Dict[str, str]
Answer = Dict[str, Any]


class Pipe:
    """A running ``resolve -``. Calls of several threads take turns.

    Args:
        gazetteers: What ``-g`` takes; none: those that the program uses by itself.
        areas: Answers have ``possible_area`` too.
    """

    def __init__(self, gazetteers: Sequence[str] = (), areas: bool = False) -> None:
        self._arguments = ["resolve", "--log-format", "json", "-", "--input", "jsonl", "--format", "jsonl", "--batch"]
        for gazetteer in gazetteers:
            self._arguments += ["-g", gazetteer]
        if areas:
            self._arguments.append("--areas")
        self._lock = threading.Lock()
        self._child: Optional[subprocess.Popen[bytes]] = None
        self._said: Optional[IO[bytes]] = None
        self._pid = 0

    def ask(self, questions: Sequence[Question]) -> List[Answer]:
        """The answers, in the order of the questions.

        Raises:
            IncidentmapError: the program ended before it had answered; the next call starts it anew.
        """
        if not questions:
            return []
        with self._lock:
            child = self._running()
            try:
                return self._converse(child, questions)
            except BaseException:
                # Half a conversation: what would be read next belongs to no question.
                self._stop()
                raise

    def close(self) -> None:
        """Ends the program; a further call of :meth:`ask` starts it again."""
        with self._lock:
            self._stop()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._pid != os.getpid():
            # A fork shares the pipe with its parent, which must not hear of it.
            self._child, self._said = None, None
        if self._child is not None and self._child.poll() is not None:
            self._stop()
        if self._child is None:
            self._said = tempfile.TemporaryFile()
            try:
                self._child = subprocess.Popen(
                    [program(), *self._arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._said,
                    bufsize=1 << 16,
                )
            except OSError as error:
                raise IncidentmapError(f"cannot run incidentmap: {error}") from error
            self._pid = os.getpid()
        return self._child

    def _converse(self, child: subprocess.Popen[bytes], questions: Sequence[Question]) -> List[Answer]:
        writer = threading.Thread(target=_write, args=(child.stdin, questions), daemon=True)
        writer.start()
        assert child.stdout is not None
        answers: List[Answer] = []
        read = json.loads
        for _ in questions:
            line = child.stdout.readline()
            if not line.endswith(b"\n"):
                raise self._ended(child, len(answers), len(questions))
            answers.append(read(line))
        writer.join()
        return answers

    def _ended(self, child: subprocess.Popen[bytes], done: int, asked: int) -> IncidentmapError:
        code = child.wait()
        said = ""
        if self._said is not None:
            self._said.seek(0)
            said = self._said.read().decode("utf-8", "replace")
        return error_of(said, code, f"answering ({done} of {asked} localities were)")

    def _stop(self) -> None:
        child, self._child = self._child, None
        said, self._said = self._said, None
        if child is not None and self._pid == os.getpid():
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                try:
                    if stream is not None:
                        stream.close()
                except OSError:
                    pass  # what was still to be written has no reader any more
        if said is not None:
            said.close()


def _write(stream: IO[bytes], questions: Sequence[Question]) -> None:
    """Runs beside the reading: with both in one thread the two programs would wait for each other."""
    write = json.JSONEncoder(ensure_ascii=True, check_circular=False).encode
    try:
        for at in range(0, len(questions), 500):
            lines = [write(question) for question in questions[at : at + 500]]
            stream.write(("\n".join(lines) + "\n").encode("ascii"))
        stream.flush()
    except (OSError, ValueError):
        pass  # the program has ended: the reader finds out, and says why


_pipes: Dict[Tuple[Tuple[str, ...], bool, str], Pipe] = {}
_pipes_lock = threading.Lock()
_of_parent: List[Pipe] = []


def pipe(gazetteers: Sequence[str] = (), areas: bool = False) -> Pipe:
    """The running program for these gazetteers: started at the first question, ended with Python."""
    key = (tuple(gazetteers), areas, os.environ.get("INCIDENTMAP", ""))
    with _pipes_lock:
        if key not in _pipes:
            _pipes[key] = Pipe(gazetteers, areas)
        return _pipes[key]


def close() -> None:
    """Ends the programs that wait for questions. The next question starts one again."""
    with _pipes_lock:
        running = list(_pipes.values())
        _pipes.clear()
    for one in running:
        one.close()


def _renew_after_fork() -> None:
    # A lock that another thread held when the process was forked would never be released in the child.
    global _pipes_lock
    _pipes_lock = threading.Lock()
    _of_parent.extend(_pipes.values())  # kept, for they are the parent's to close
    _pipes.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_after_fork)
