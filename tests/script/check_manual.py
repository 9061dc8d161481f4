#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Man pages and completions say what --help says, and each --help fits two screens of 50 lines.

Usage: check_manual.py PROGRAM [MANUAL_FOLDER]; the folder holds what the build made, which must be as the program makes
it now.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

program = Path(sys.argv[1]).resolve()
made = Path(sys.argv[2]) if len(sys.argv) > 2 else None
failures = []


def check(right, what):
    if not right:
        failures.append(what)


def said(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def commands_below(words):
    """The commands that a help lists, each with the words before it."""
    text = said(*words, "--help")
    yield words, text
    listed = re.search(r"^Subcommands:\n((?:  .*\n)+)", text, re.M)
    for line in listed.group(1).splitlines() if listed else []:
        name = re.match(r"  ([a-z-]+)", line)
        if name:
            yield from commands_below([*words, name.group(1)])


def options_of_help(text):
    """Each option of a help as the set of its names."""
    found = []
    for line in text.splitlines():
        match = re.match(r"  ((?:-[A-Za-z]|--[a-z][a-z0-9-]*)(?:, (?:-[A-Za-z]|--[a-z][a-z0-9-]*))*)(?: |$)", line)
        if match:
            found.append(frozenset(match.group(1).split(", ")))
    return found


def options_of_page(text):
    return [
        frozenset(re.findall(r"\\fB([^\\]+(?:\\-[^\\]+)*|(?:\\-)+[^\\]+(?:\\-[^\\]+)*)\\fR", line.split("\\fI")[0]))
        for line in text.splitlines()
        if line.startswith("\\fB\\-")
    ]


def bash_words(words):
    """What bash offers after these words, by running what it would run."""
    script = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _incidentmap; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script, "bash", scratch / "incidentmap.bash", "incidentmap", *words],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return set(done.stdout.split())


with tempfile.TemporaryDirectory() as folder:
    scratch = Path(folder)
    said("manual", "man", scratch / "man1")
    for shell in ("bash", "zsh", "fish"):
        (scratch / f"incidentmap.{shell}").write_text(said("manual", shell), encoding="utf-8")
    zsh = (scratch / "incidentmap.zsh").read_text(encoding="utf-8")
    fish = (scratch / "incidentmap.fish").read_text(encoding="utf-8").splitlines()
    pages = {path.name for path in (scratch / "man1").iterdir()}
    seen = set()
    for words, text in commands_below([]):
        name = "-".join(["incidentmap", *words])
        seen.add(f"{name}.1")
        options = options_of_help(text)
        check(len(options) >= (3 if words and words[-1] not in ("gazetteer", "decisions") else 1), f"{name}: hardly an option")
        check(text.count("\n") <= 100, f"{name} --help has {text.count(chr(10))} lines, more than two screens of 50")
        check("manual" not in text, f"{name} --help tells of the hidden command")
        page = (scratch / "man1" / f"{name}.1").read_text(encoding="utf-8")
        plain = [frozenset(one.replace("\\-", "-") for one in option) for option in options_of_page(page)]
        check(sorted(map(sorted, plain)) == sorted(map(sorted, options)), f"{name}: the page's options {plain} are not the help's {options}")
        names = set().union(*options)
        offered = bash_words([*words, "-"])
        check(offered == names, f"{name}: bash offers {sorted(offered ^ names)} otherwise than the help")
        function = re.search(rf"^{'_'.join(['_incidentmap', *words])}\(\) {{\n(.*?)^}}", zsh, re.M | re.S).group(1)
        offered = set(re.findall(r"^        '\*(--?[A-Za-z][a-z0-9-]*)\[", function, re.M))
        check(offered == names, f"{name}: zsh offers {sorted(offered ^ names)} otherwise than the help")
        if words:
            when = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in words)
        else:
            when = "__fish_use_subcommand"
        lines = [line for line in fish if re.search(rf"-n '{re.escape(when)}(; and not [^']*)?' -[ls]", line)]
        offered = {f"--{one}" for line in lines for one in re.findall(r" -l (\S+)", line.split(" -d ")[0])}
        offered |= {f"-{one}" for line in lines for one in re.findall(r" -s (\S+)", line.split(" -d ")[0])}
        check(offered == names, f"{name}: fish offers {sorted(offered ^ names)} otherwise than the help")
    check(pages == seen, f"pages without a command, or commands without a page: {sorted(pages ^ seen)}")
    check({"build", "resolve", "gazetteer"} <= bash_words([""]), "bash does not offer the commands")
    check(bash_words(["gazetteer", "im"]) == {"import"}, "bash does not complete gazetteer im")
    check(bash_words(["build", "a.csv", "--dates", ""]) == {"dmy", "mdy"}, "bash does not offer the values of --dates")
    check(bash_words(["build", "a.csv", "--sources", ""]) == set(), "bash offers options where a file is asked for")

    for tool, arguments in (("zsh", ["-n"]), ("fish", ["-n"]), ("bash", ["-n"])):
        if shutil.which(tool) is None:
            print(f"not tried: {tool} is not installed (Debian package {tool})")
            continue
        read = subprocess.run([tool, *arguments, scratch / f"incidentmap.{tool}"], capture_output=True, text=True, check=False)
        check(read.returncode == 0, f"{tool} cannot read its completion: {read.stderr}")
    if shutil.which("mandoc"):
        faults = subprocess.run(
            ["mandoc", "-T", "lint", "-W", "warning", *sorted((scratch / "man1").iterdir())], capture_output=True, text=True, check=False
        ).stdout.splitlines()
        # Without a date the same program gives the same page.
        faults = [fault for fault in faults if "missing date" not in fault]
        check(not faults, "mandoc: " + "\n".join(faults))
    else:
        print("not tried: mandoc is not installed (Debian package mandoc)")
    if made is not None:
        for page in sorted(pages):
            check((made / "man1" / page).read_bytes() == (scratch / "man1" / page).read_bytes(), f"{made}/man1/{page} is not what the program makes now")
        for shell, file in (("bash", "incidentmap"), ("zsh", "_incidentmap"), ("fish", "incidentmap.fish")):
            check((made / shell / file).read_text(encoding="utf-8") == said("manual", shell), f"{made}/{shell}/{file} is not what the program makes now")

for failure in failures:
    print(failure)
print(f"{len(seen)} commands, {len(failures)} differences")
sys.exit(1 if failures else 0)
