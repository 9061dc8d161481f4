# SPDX-License-Identifier: MIT
"""Spellings: how a name is compared here, how it is shown, and which are no names that people write."""

import re
import unicodedata

# Countries whose language is written in Latin letters with marks that English texts keep: Bogotá, Łódź, Ségou.
KEEPS_MARKS = frozenset(
    "AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PY SV UY VE PT FR DE AT CH BE LU NL IT SE NO DK FI IS FO GL PL "
    "CZ SK HU RO HR SI BA RS ME TR LT LV EE AL CI ML NE BF CM TD SN GN CF CD CG TG BJ GA MG HT MZ AO GW CV ST RE GP "
    "MQ GF NC PF TL PR MC AD LI".split())
# Countries in whose names English texts keep the apostrophe: Xi'an, Be'er Sheva, N'Djamena.
KEEPS_APOSTROPHES = KEEPS_MARKS | frozenset("CN TW IL PG TO WS FJ GB IE US CA AU NZ ZA LS SZ BW ZW KR KP JP".split())
APOSTROPHES = "'`´‘’ʻʼʿʾ′ʹ"
LETTERS = str.maketrans({
    "ə": "a", "Ə": "A", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ŋ": "ng",
    "Ŋ": "Ng", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ƴ": "y", "ʹ": "'", "′": "'"})


def without_marks(text):
    """A text without the marks on its letters: ḩ as h, ə as a."""
    parts = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def compared(text):
    """The form in which two spellings are one here: no case, no marks, no apostrophes, no punctuation."""
    plain = "".join(c for c in without_marks(text).casefold() if c not in APOSTROPHES)
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def shown(text, country):
    """A name in the house's spelling: without marks and apostrophes where English usage has none."""
    text = " ".join(text.replace("`", "'").replace("‘", "'").replace("’", "'").split())
    if country not in KEEPS_MARKS:
        text = without_marks(text)
    if country not in KEEPS_APOSTROPHES:
        text = "".join(c for c in text if c not in APOSTROPHES)
    text = text.strip()
    return text if any(c.isupper() for c in text) else text.title()


def script_of(text):
    """The ISO 15924 code of the first letter that is not Latin; Latn where all are; empty for letters not listed."""
    for letter in text:
        if letter.isascii() or not letter.isalpha():
            continue
        for first, last, code in SCRIPTS:
            if first <= letter <= last:
                return code
        if not unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER")):
            return ""
    return "Latn"


SCRIPTS = (
    ("\u0370", "\u03ff", "Grek"), ("\u0400", "\u052f", "Cyrl"), ("\u0530", "\u058f", "Armn"),
    ("\u0590", "\u05ff", "Hebr"), ("\u0600", "\u06ff", "Arab"), ("\u0750", "\u077f", "Arab"),
    ("\ufb50", "\ufefc", "Arab"), ("\u0900", "\u097f", "Deva"), ("\u0980", "\u09ff", "Beng"),
    ("\u0a00", "\u0a7f", "Guru"), ("\u0a80", "\u0aff", "Gujr"), ("\u0b00", "\u0b7f", "Orya"),
    ("\u0b80", "\u0bff", "Taml"), ("\u0c00", "\u0c7f", "Telu"), ("\u0c80", "\u0cff", "Knda"),
    ("\u0d00", "\u0d7f", "Mlym"), ("\u0d80", "\u0dff", "Sinh"), ("\u0e00", "\u0e7f", "Thai"),
    ("\u0e80", "\u0eff", "Laoo"), ("\u0f00", "\u0fff", "Tibt"), ("\u1000", "\u109f", "Mymr"),
    ("\u10a0", "\u10ff", "Geor"), ("\u1200", "\u137f", "Ethi"), ("\u1780", "\u17ff", "Khmr"),
    ("\u3040", "\u30ff", "Jpan"), ("\u3400", "\u9fff", "Hani"), ("\uac00", "\ud7af", "Hang"))


def is_machine_made(text):
    """True for a transliteration that no person writes: Latin letters and none of them a capital (ba er he)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and script_of(text) == "Latn" and not any(c.isupper() for c in letters)


def is_usable(text):
    """True for a name that people may write: of sensible length, with letters, and not made by a machine."""
    return 2 <= len(text) <= 70 and any(c.isalpha() for c in text) and "?" not in text and not is_machine_made(text)
