# SPDX-License-Identifier: MIT
"""Stand-ins for tables that nobody published: names that are spelt otherwise than the gazetteers spell them, of places of
which many are not in the gazetteers, as it is with the lists that people bring.

* as newspapers spell them: the romanised name of every eleventh place, with the letters that English and French
  newspapers put (Shaykh: Sheikh, Cheikh; Tall: Tel; Dayr: Deir; -īyah: -iya, -iyeh; q: k; articles left out or joined by a
  hyphen). Every fourth place asked for in Iraq, every tenth in Syria, is taken out of the gazetteers.
* village lists: another alternate name of every eleventh place, hidden from the gazetteers, of which 56 in a hundred places
  are taken out altogether.
* with one slip of the pen: names of places of 5,000 people and more, a letter left out, doubled, swapped or put for its
  neighbour on the keyboard; without province.
"""

import random
import re
import unicodedata
from pathlib import Path

from accuracy_tables import CODES, Row, admin_names, lines_of, plain, script_of

EVERY = 11
SHARE_MISSING = {"news": {"IQ": 0.24, "SY": 0.10}, "list": {"IQ": 0.56, "SY": 0.56}}

# What stands in GeoNames' romanisation, and what newspapers make of it; the first that fits, then the next row.
WORDS = [
    (r"\b[Aa]l ", ["al-", "Al ", "el-", "Al-", ""]), (r"\b([Aa])(sh|s|th|t|dh|d|z|r|n|l) (?=\2)", [r"\1\2-", "al-", "el-", ""]),
    (r"\bQaryat ", [""]), (r"\bShaykh\b", ["Sheikh", "Shaikh", "Sheik"]), (r"\bTall\b", ["Tal", "Tel", "Tell"]),
    (r"\bDayr\b", ["Deir", "Der", "Dair"]), (r"\b[‘’]?Ayn\b", ["Ain", "Ein", "Ayn"]), (r"\bUmm\b", ["Um", "Umm", "Om"]),
    (r"\bBayt\b", ["Beit", "Bait"]), (r"\bKhirbat\b", ["Khirbet", "Khirbat", "Khirba"]), (r"\bJubb\b", ["Jub", "Jeb", "Jubb"]),
    (r"\bQal[‘’]at\b", ["Qalat", "Qala", "Kalaat"]), (r"\bBi[‘’]r\b", ["Bir", "Beer"]), (r"\bḨājj\b", ["Haji", "Hajj", "Haj"]),
    (r"\bSayyid\b", ["Sayed", "Sayyid", "Said"]), (r"\bKafr\b", ["Kafr", "Kafar", "Kfar"]), (r"\bAbū\b", ["Abu", "Abou"]),
    (r"\bMuḩammad\b", ["Mohammed", "Muhammad", "Mohammad"]), (r"\bḨusayn", ["Hussein", "Hussain", "Husayn"]),
]
LETTERS = [
    (r"īyah\b", ["iya", "iyah", "iyeh", "ia"]), (r"[aá]h\b", ["a", "ah", "eh"]), (r"ay(?=[^aāiīuūy])", ["ai", "ei", "ay"]),
    (r"aw(?=[^aāiīuūw])", ["o", "aw", "au"]), (r"ī", ["i", "ee", "i"]), (r"ū", ["u", "ou", "oo"]), (r"q", ["q", "q", "k"]),
    (r"Q", ["Q", "Q", "K"]), (r"([bdfjlmnrstyz])\1", [r"\1\1", r"\1"]),
]


def as_newspapers_do(name, chance):
    """The name in one of the ways in which newspapers write it; each letter in one way throughout."""
    text = unicodedata.normalize("NFC", name)
    for pattern, ways in WORDS + LETTERS:
        text = re.sub(pattern, chance.choice(ways), text)
    letters = [c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c not in "‘’ʻʼ'`ʿʾ"]
    text = "".join(letters).strip(" -")
    return text[:1].upper() + text[1:]


NEXT = {a: b for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for a, b in zip(row, row[1:])}


def with_a_slip(name, chance):
    """One letter left out, doubled, swapped with the next, or put for its neighbour on the keyboard; never the first."""
    at = chance.randrange(1, len(name) - 1)
    return chance.choice([
        name[:at] + name[at + 1:],
        name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1] + name[at] + name[at + 2:],
        name[:at] + NEXT.get(name[at].lower(), name[at - 1]) + name[at + 1:],
    ])


def stand_in_tables(data, scratch):
    """The tables, and the dumps without what was hidden: {"news": (tables, dumps), "list": …, "slips": …}."""
    provinces = admin_names(Path(CODES))
    made = {}
    for kind in ("news", "list", "slips"):
        folder = scratch / kind
        folder.mkdir(parents=True, exist_ok=True)
        tables, dumps = {}, []
        for dump in sorted(data.glob("*_places_geonames_format.txt.gz")):
            chance = random.Random(f"{kind} {dump.name}")
            places = list(lines_of(dump))
            kept = [place for place in places if not ask(kind, place, chance, provinces, tables)]
            without = folder / dump.name.removesuffix(".gz")
            without.write_text("".join("\t".join(place) + "\n" for place in kept), encoding="utf-8")
            dumps.append(without)
        made[kind] = (tables, dumps)
    return made


def ask(kind, place, chance, provinces, tables):
    """Puts the place's name into its table, and hides it; true where the whole place is to be hidden."""
    country = place[8]
    province = provinces.get(f"{country}.{place[10]}", "")
    point = float(place[4]), float(place[5])

    def add(title, text, told):
        tables.setdefault(title, []).append(Row(text, *point, 5, told, country if told else ""))

    if kind == "slips":
        if int(place[14] or 0) < 5000:
            return False
        name = chance.choice([t for t in [place[1], *place[3].split(",")] if script_of(t) == "Latin" and len(t) > 4] or [place[1]])
        add("one slip in a town's name, bare", with_a_slip("".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)), chance), "")
        return False
    if not province or chance.randrange(EVERY):
        return False
    if kind == "news":
        text = as_newspapers_do(place[1], chance)
        if len(plain(text)) < 3:
            return False
        add(f"as newspapers spell it, {country}", text, province)
    else:
        alternates = place[3].split(",") if place[3] else []
        script = chance.choice(["Latin", "Arabic"])
        hidden = [t for t in alternates if script_of(t) == script and plain(t) not in (plain(place[1]), plain(place[2]))]
        if not hidden:
            return False
        text = chance.choice(hidden)
        place[3] = ",".join(t for t in alternates if plain(t) != plain(text))
        add(f"village list, {'romanised' if script == 'Latin' else 'Arabic'}", text, province)
    return chance.random() < SHARE_MISSING[kind][country]
