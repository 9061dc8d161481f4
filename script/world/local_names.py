# SPDX-License-Identifier: MIT
"""Names of first-order divisions in many languages, by ISO 3166-2 code, as CLDR has them."""

import collections
import re
from xml.sax.saxutils import unescape

from spellings import script_of

# In which divisions everywhere are named; in others those of countries where they are spoken, or written in letters
# that the country's own towns are.
WORLD = frozenset("en fr es pt de it ru ar zh tr".split())
SPOKEN = {
    "so": "SO ET KE DJ", "sw": "KE TZ UG CD RW BI MZ", "ha": "NG NE", "yo": "NG BJ", "ig": "NG", "am": "ET",
    "ti": "ER ET", "om": "ET", "rw": "RW", "ff": "ML SN NE", "wo": "SN", "kab": "DZ", "uk": "UA MD RU", "be": "BY",
    "pl": "PL BY LT", "hu": "HU RO RS SK UA", "ro": "RO MD UA", "cs": "CZ SK", "sk": "SK", "bs": "BA",
    "hr": "HR BA", "sr": "RS BA ME XK", "mk": "MK", "sq": "AL XK MK", "el": "GR CY", "bg": "BG MK", "sl": "SI",
    "lt": "LT", "lv": "LV", "et": "EE", "sv": "SE FI", "fi": "FI", "nb": "NO", "da": "DK GL", "nl": "NL BE SR",
    "he": "IL PS", "fa": "IR AF TJ", "ps": "AF PK", "ur": "PK IN", "sd": "PK", "ku": "TR IQ IR SY", "ckb": "IQ IR",
    "hy": "AM AZ", "az": "AZ IR", "ka": "GE", "kk": "KZ", "ky": "KG", "uz": "UZ AF", "tg": "TJ", "tk": "TM",
    "ug": "CN", "mn": "MN CN", "ko": "KR KP", "ja": "JP", "my": "MM", "th": "TH", "lo": "LA", "km": "KH",
    "vi": "VN", "id": "ID TL", "ms": "MY BN SG", "fil": "PH", "hi": "IN NP", "bn": "BD IN", "ne": "NP IN",
    "si": "LK", "ta": "LK IN", "te": "IN", "ml": "IN", "kn": "IN", "mr": "IN", "gu": "IN", "pa": "IN PK",
    "or": "IN", "as": "IN", "zu": "ZA", "af": "ZA NA"}
ROW = re.compile(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)<')


class LocalNames:
    """Which names in which language are kept, and those of CLDR.

    \\param home the scripts of a country's towns, as towns.home_scripts() has them
    """

    def __init__(self, folder, home):
        self.home, self.found = home, collections.defaultdict(list)
        for language in sorted(WORLD | set(SPOKEN)):
            path = folder / f"{language}.xml"
            if path.exists():
                for code, name in ROW.findall(path.read_text(encoding="utf-8")):
                    self.found[code].append((language, unescape(name)))

    def keeps(self, language, name, country):
        script = script_of(name)
        return (language in WORLD or country in SPOKEN.get(language, "").split()
                or (script != "Latn" and script in self.home[country]))

    def of(self, code, country):
        """[(language, name)] of a division's ISO 3166-2 code, in lower case without its hyphen."""
        return [(language, name) for language, name in self.found.get(code, ())
                if self.keeps(language, name, country)]
