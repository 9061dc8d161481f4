# SPDX-License-Identifier: MIT
"""The program that is kept running: dead children, forks, threads, and how fast it answers."""

import csv
import gzip
import json
import multiprocessing
import os
import random
import resource
import signal
import stat
import statistics
import subprocess
import threading
import time

import harness
from harness import PACKAGE, PROGRAM

import incidentmap as im
from incidentmap import _pipe


def names(count):
    """That many names of the world's gazetteer, each once."""
    with gzip.open(PACKAGE.parent / "gazetteer/world/names.csv.gz", "rt", encoding="utf-8") as table:
        found = sorted({row["name"] for row in csv.DictReader(table)})
    return random.Random(7).sample(found, count)


def processor_time(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def country_of(words):
    return im.resolve(words).country


class Pipe(harness.Case):
    def test_one_program_answers_call_after_call(self):
        im.resolve("Erbil")
        child = _pipe.pipe()._child
        im.resolve(["Mosul", "Aden"])
        self.assertIs(_pipe.pipe()._child, child)

    def test_a_child_that_dies_is_told_and_the_next_call_starts_another(self):
        words = names(40_000)
        im.resolve("Erbil")
        killed = threading.Timer(0.2, _pipe.pipe()._child.send_signal, [signal.SIGKILL])
        killed.start()
        self.addCleanup(killed.cancel)
        with self.assertRaisesRegex(im.IncidentmapError, "SIGKILL while answering .[0-9]+ of 40000") as died:
            im.resolve(words)
        self.assertEqual(died.exception.exit_code, -signal.SIGKILL)
        self.assertEqual(im.resolve("Erbil").country, "IQ")
        _pipe.pipe()._child.kill()  # between two calls nobody was waiting for it
        _pipe.pipe()._child.wait()
        self.assertEqual(im.resolve("Mosul").country, "IQ")

    def test_a_child_that_ends_by_itself_has_its_own_sentence(self):
        ends = self.scratch / "ends"
        ends.write_text(
            "#!/bin/sh\nread line\necho '{\"level\":\"error\",\"message\":\"no space left on device\"}' >&2\nexit 1\n"
        )
        ends.chmod(ends.stat().st_mode | stat.S_IXUSR)
        before = os.environ["INCIDENTMAP"]
        self.addCleanup(os.environ.__setitem__, "INCIDENTMAP", before)
        os.environ["INCIDENTMAP"] = str(ends)
        with self.assertRaisesRegex(im.IncidentmapError, "^no space left on device$"):
            im.resolve(["a"] * 3)
        os.environ["INCIDENTMAP"] = str(self.scratch / "nowhere")
        with self.assertRaisesRegex(im.IncidentmapError, "nowhere, which is no program that can be run"):
            im.resolve("a")

    def test_threads_and_forks_get_their_own_answers(self):
        places = {"Aden": "YE", "Bamako": "ML", "Lashio": "MM", "Cali": "CO", "El Fasher": "SD"}
        im.resolve("Erbil")
        found = {}
        threads = [
            threading.Thread(target=lambda word=word: found.update({word: [country_of(word) for _ in range(20)]}))
            for word in places
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, {word: [code] * 20 for word, code in places.items()})
        with multiprocessing.get_context("fork").Pool(3) as pool:
            self.assertEqual(pool.map(country_of, places), list(places.values()))
        self.assertEqual(country_of("Aden"), "YE")

    def test_a_batch_costs_at_most_three_times_the_program(self):
        words = names(50_000)
        questions = "".join(json.dumps({"place": word}) + "\n" for word in words).encode()
        before, at = processor_time(resource.RUSAGE_CHILDREN), time.perf_counter()
        answers = subprocess.run(
            [PROGRAM, "resolve", "-", "--input", "jsonl", "--format", "jsonl", "--batch"],
            input=questions, capture_output=True, check=True,
        ).stdout  # fmt: skip
        alone, alone_wall = processor_time(resource.RUSAGE_CHILDREN) - before, time.perf_counter() - at
        self.assertEqual(answers.count(b"\n"), len(words))
        im.close()
        before = processor_time(resource.RUSAGE_CHILDREN) + processor_time(resource.RUSAGE_SELF)
        at = time.perf_counter()
        self.assertEqual(len(im.resolve(words)), len(words))
        wall = time.perf_counter() - at
        im.close()
        ours = processor_time(resource.RUSAGE_CHILDREN) + processor_time(resource.RUSAGE_SELF) - before
        print(f"\n50,000 names: the program {alone:.2f} s of processor time ({alone_wall:.2f} s in all), "
              f"im.resolve {ours:.2f} s ({wall:.2f} s): {ours / alone:.2f} times")  # fmt: skip
        self.assertLess(ours, 3 * alone)

    def test_a_line_is_answered_within_a_millisecond(self):
        words = names(1800)  # each is looked up for the first time
        medians = []
        for arguments in ([], ["--batch"]):
            with subprocess.Popen(
                [PROGRAM, "resolve", "-", "--format", "jsonl", *arguments],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            ) as child:  # fmt: skip
                child.stdin.write(b"Erbil\n")
                child.stdin.flush()
                child.stdout.readline()  # it has started
                best = float("inf")
                for _ in range(3):  # a busy machine spoils an attempt, not all
                    taken = []
                    for word in (words.pop() for _ in range(300)):
                        at = time.perf_counter()
                        child.stdin.write(word.encode() + b"\n")
                        child.stdin.flush()
                        child.stdout.readline()
                        taken.append(time.perf_counter() - at)
                    best = min(best, statistics.median(taken))
                medians.append(best)
                child.stdin.close()
        print(f"\na line is answered within {medians[0] * 1000:.3f} ms, with --batch {medians[1] * 1000:.3f} ms (median)")
        self.assertLess(medians[0], 0.001)
        self.assertLess(medians[1], 0.001)


if __name__ == "__main__":  # processes that are started anew read this file too
    harness.run()
