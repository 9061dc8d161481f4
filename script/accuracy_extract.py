# SPDX-License-Identifier: MIT
"""How often `extract` drafts what a careful reader would list: found, false, and what is right of what is found.

TEXTS is a folder of NAME.txt, whose first lines may be `# publication_date: 2021-03-04`; GOLD a folder of NAME.json, each
with `incidents`: date, date_precision, event_type, count, target_location (one or a list; lat, lon, uncertainty_km),
launch, launch_location, killed, injured. A table of sources with a column text_file gives the days of the others.

Found: one draft for one incident, of a like kind, and on its day or at its place. Right: both. A draft that is neither
for an incident of the list is false. Beside it stands the baseline: the first draft of each text alone.

A place is right near the point of the list. Of a village that no gazetteer has, a reader would write its name and the
district or province that the text states, and `build` draws that area: "place, or an area about it" counts those too,
where the draft keeps the words of the place (`target_location.canonical`), its possible area holds the point and is no
larger than a province. "names the place" counts whose words hold the name that the list gives; "drawn where it is not" counts
those that would stand on a map elsewhere: a village without a known area is listed, and not drawn.
"""

import csv
import json
import subprocess
import sys
import tempfile
import unicodedata
from datetime import date, timedelta
from pathlib import Path

from accuracy_tables import distance_km

SHELLS = ("rocket", "missile", "mortar", "shell", "artillery")
AIR = ("drone", "air", "uav", "helicopter", "jet", "bomber")
GROUND = ("ied", "bomb", "mine", "grenade", "explos", "blast", "car bomb")
ARMED = ("clash", "gun", "shoot", "ambush", "raid", "storm", "fight", "battle", "boarding", "abduct", "kill", "attack")


def families(words):
    """What sorts of incident the words may mean; empty where they say nothing."""
    words = (words or "").lower()
    found = set()
    for family, names in (("shells", SHELLS), ("air", AIR), ("ground", GROUND), ("armed", ARMED)):
        if any(name in words for name in names):
            found.add(family)
    return found - {"armed"} or found


def span(text):
    """First and last day of an EDTF text; None where there is none."""
    text = (text or "").strip().rstrip("~?")
    if not text:
        return None
    if "/" in text:
        first, last = span(text.split("/")[0]), span(text.split("/")[1])
        return (first[0], last[1]) if first and last else None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return (date(*parts), date(*parts))
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return (date(parts[0], parts[1], 1), after - timedelta(days=1))
    return (date(parts[0], 1, 1), date(parts[0], 12, 31))


def is_date_right(gold, draft):
    """None where the list has no day to compare with."""
    wanted = span(gold.get("date"))
    if not wanted:
        return None
    said = span(draft["event_date"])
    if not said:
        return False
    slack = timedelta(days={"week": 4}.get(gold.get("date_precision"), 0))
    if said[0] > wanted[1] + slack or said[1] < wanted[0] - slack:
        return False
    return (said[1] - said[0]).days <= max(31, (wanted[1] - wanted[0]).days + 2 * slack.days)


def is_near(place, location):
    spots = location if isinstance(location, list) else [location]
    for spot in spots:
        accept = max(5.0, 1.1 * float(spot["uncertainty_km"]) + 3)
        for lat, lon in place:
            if distance_km(lat, lon, spot["lat"], spot["lon"]) <= accept:
                return True
    return False


LARGEST_AREA_KM = 250.0


def folded(text):
    """Letters and digits alone, without marks; the Arabic of a name is left as it is."""
    plain = unicodedata.normalize("NFKD", (text or "").lower())
    return "".join(c for c in plain if c.isalnum())


def names_place(draft, location):
    """Whether the draft's words hold the list's name; None where the list gives none in the letters of the text."""
    spots = location if isinstance(location, list) else [location]
    name = folded(spots[0].get("canonical"))
    words = folded(draft["place"] + draft["place_words"])
    if not name or any("\u0600" <= c <= "\u06ff" for c in words):
        return None
    return name in words


def is_area_about(draft, location):
    """Whether the draft is drawn as an area that holds the point, and says of what place it is."""
    if names_place(draft, location) is False:
        return False
    spots = location if isinstance(location, list) else [location]
    for lat, lon, reach_km in draft["areas"]:
        if reach_km <= LARGEST_AREA_KM and any(distance_km(lat, lon, spot["lat"], spot["lon"]) <= reach_km
                                               for spot in spots):
            return True
    return False


def number(text):
    digits = "".join(c if c.isdigit() else " " for c in str(text or "")).split()
    return int(digits[0]) if digits else None


class Measure:
    """Runs the program on each text and keeps the counts."""

    def __init__(self, program, sources, show):
        self.program, self.sources, self.show = program, sources, show
        self.counts = {}
        self.of_confidence = {}
        self.false_launches = 0

    def drafts_of(self, path, folder):
        lines = path.read_text(encoding="utf-8").split("\n")
        header = {}
        while lines and lines[0].startswith("# "):
            name, _, value = lines.pop(0)[2:].partition(":")
            header[name.strip()] = value.strip().split(" ")[0]
        text = folder / path.name
        text.write_text("\n".join(lines), encoding="utf-8")
        out = folder / (path.stem + ".drafts.csv")
        words = [self.program, "extract", str(text), "-o", str(out)]
        if header.get("publication_date"):
            words += ["--published", header["publication_date"]]
        elif self.sources:
            words += ["--sources", self.sources]
        told = subprocess.run(words, capture_output=True, text=True)
        if told.returncode != 0:
            sys.exit(f"{path}: {told.stderr}")
        with open(out, encoding="utf-8", newline="") as file:
            drafts = list(csv.DictReader(file))
        self.place(drafts, folder)
        return drafts

    def place(self, drafts, folder):
        """Finds where the drafts say it was: `at` and `from`, each a list of points."""
        asked = []
        for draft in drafts:
            draft["at"], draft["from"], draft["areas"] = [], [], []
            for end, words, country, admin1 in (("at", "place", "country", "admin1"),
                                                ("from", "launch_place", "launch_country", "launch_admin1")):
                for locality in filter(None, (part.strip() for part in draft[words].split("|"))):
                    asked.append((draft[end], locality, draft[country], draft[admin1], draft["areas"], end))
        if not asked:
            return
        table = folder / "asked.csv"
        with open(table, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["asked", "land", "province"])
            writer.writerows(row[1:4] for row in asked)
        told = subprocess.run([self.program, "resolve", "--from", str(table), "--column", "asked", "--country-column",
                               "land", "--parent", "province"], capture_output=True, text=True, check=True)
        for row, answer in zip(asked, csv.DictReader(told.stdout.splitlines(keepends=True))):
            if answer.get("lat"):
                row[0].append((float(answer["lat"]), float(answer["lon"])))
                if row[5] == "at":
                    row[4].append((float(answer["lat"]), float(answer["lon"]), float(answer["uncertainty_m"]) / 1000))

    def judge(self, gold, drafts):
        """Pairs of an incident and a draft, best first, each once."""
        pairs = []
        for i, incident in enumerate(gold):
            for k, draft in enumerate(drafts):
                mine = families(" ".join((incident.get("event_type") or "", incident.get("munition") or "")))
                its = families(" ".join((draft["weapon"], draft["sub_event_type"])))
                if mine and its and not mine & its and not {"armed"} & (mine | its):
                    continue
                day = is_date_right(incident, draft)
                spot = None
                if incident.get("target_location"):
                    spot = is_near(draft["at"], incident["target_location"])
                if not day and not spot:
                    continue
                if day is False and not spot or spot is False and not day:
                    continue
                like = number(draft["weapon_count"]) == incident.get("count") and incident.get("count") is not None
                pairs.append((2 * bool(day) + 2 * bool(spot) + bool(mine & its) + 0.5 * like, -i, -k, day, spot))
        pairs.sort(reverse=True)
        taken, used, kept = set(), set(), []
        for _, i, k, day, spot in pairs:
            if i in taken or k in used:
                continue
            taken.add(i)
            used.add(k)
            kept.append((-i, -k, day, spot))
        return kept

    def add(self, name, key, right):
        one = self.counts.setdefault(name, {}).setdefault(key, [0, 0])
        one[0] += right
        one[1] += 1

    def text(self, path, gold, folder):
        drafts = self.drafts_of(path, folder)
        self.take("extract", path, gold, drafts)
        self.take("lead only", path, gold, drafts[:1])

    def take(self, name, path, gold, drafts):
        pairs = self.judge(gold, drafts)
        found = {i for i, _, _, _ in pairs}
        used = {k: (i, day, spot) for i, k, day, spot in pairs}
        for i, incident in enumerate(gold):
            self.add(name, "recall", i in found)
            if incident.get("focus"):
                self.add(name, "recall of what the text is about", i in found)
        for k, draft in enumerate(drafts):
            self.add(name, "precision", k in used)
            both = k in used and used[k][1] is not False and used[k][2] is not False
            self.add(name, "precision, day and place", both)
            self.add(name, "precision of " + draft["confidence"], k in used)
            self.add(name, "day and place of " + draft["confidence"], both)
        for i, incident in enumerate(gold):
            both = any(i == g and day is not False and spot is not False for g, _, day, spot in pairs)
            self.add(name, "recall, day and place", both)
        for i, k, day, spot in pairs:
            incident, draft = gold[i], drafts[k]
            if day is not None:
                self.add(name, "day", day)
            if spot is not None:
                self.add(name, "place", spot)
                about = is_area_about(draft, incident["target_location"])
                self.add(name, "place, or an area about it", spot or about)
                self.add(name, "drawn where it is not", bool(draft["areas"]) and not spot and not about)
                named = names_place(draft, incident["target_location"])
                if named is not None:
                    self.add(name, "names the place", named)
            for field, key in (("weapon_count", "count"), ("killed", "killed"), ("injured", "injured")):
                if incident.get(key) is not None:
                    self.add(name, key, number(draft[field]) == incident[key])
                elif draft[field]:
                    self.add(name, key + " not stated, and none drafted", False)
            if incident.get("launch_location"):
                self.add(name, "launch place", is_near(draft["from"], incident["launch_location"]))
        if name != "extract":
            return
        for k, draft in enumerate(drafts):
            if draft["launch_place"] and not (k in used and gold[used[k][0]].get("launch")):
                self.false_launches += 1
        if not self.show:
            return
        print(f"\n{path.name}")
        for i, incident in enumerate(gold):
            if i not in found:
                print("   missed:", incident.get("date"), incident.get("event_type"), "|", incident.get("target"))
        for k, draft in enumerate(drafts):
            verdict = "FALSE"
            if k in used:
                i, day, spot = used[k]
                wrong = [word for word, value in (("day", day), ("place", spot)) if value is False]
                for field, key in (("weapon_count", "count"), ("killed", "killed"), ("injured", "injured")):
                    if gold[i].get(key) != number(draft[field]):
                        wrong.append(f"{key} {gold[i].get(key)}")
                if bool(gold[i].get("launch")) != bool(draft["launch_place"]):
                    wrong.append(f"launch {gold[i].get('launch')}")
                verdict = "right" if not wrong else "WRONG " + ", ".join(wrong) + f" ({gold[i].get('date')} {gold[i].get('target')})"
            said = [draft[c] for c in ("confidence", "event_date", "weapon", "weapon_count", "place", "country",
                                       "launch_place", "killed", "injured")]
            print("  ", " | ".join(said), "→", verdict)
            print("       ", draft["why"], "«" + draft["quote"] + "»")

    def tell(self):
        names = list(self.counts)
        keys = []
        for name in names:
            keys += [key for key in self.counts[name] if key not in keys]
        print(f"{'':44}" + "".join(f"{name:>20}" for name in names))

        def share(name, key):
            right, all_of = self.counts[name].get(key, [0, 0])
            return right / all_of if all_of else 0.0

        for title, suffix in (("F1", ""), ("F1, day and place", ", day and place")):
            row = f"{title:44}"
            for name in names:
                p, r = share(name, "precision" + suffix), share(name, "recall" + suffix)
                row += f"{(2 * p * r / (p + r) if p + r else 0):20.3f}"
            print(row)
        for key in sorted(keys):
            row = f"{key:44}"
            for name in names:
                right, all_of = self.counts[name].get(key, [0, 0])
                row += f"{f'{right}/{all_of} = {right / all_of:.2f}' if all_of else '-':>20}"
            print(row)
        print(f"{'launch places where the list has none':44}{self.false_launches:20}")


def measure_extract(program, texts, gold, sources, show):
    """Prints what `program extract` finds in the texts, beside the list of what a reader would."""
    measure = Measure(str(program), sources, show)
    with tempfile.TemporaryDirectory() as scratch:
        seen = 0
        for path in sorted(Path(texts).glob("*.txt")):
            listed = Path(gold) / (path.stem + ".json")
            if not listed.exists():
                continue
            incidents = json.loads(listed.read_text(encoding="utf-8"))["incidents"]
            measure.text(path, incidents, Path(scratch))
            seen += 1
    if not seen:
        sys.exit(f"script/accuracy: no text in {texts} has its list in {gold}; nothing was measured")
    print(f"{seen} texts")
    measure.tell()
