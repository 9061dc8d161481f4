# SPDX-License-Identifier: MIT
"""A table of reports with every kind of damage that has been met, and some that has not."""

COLUMNS = ["report_id", "incident_id", "event_date", "event_type", "weapon", "weapon_count", "place", "place_words",
           "country", "admin1", "launch_place", "latitude", "longitude", "coordinates_uncertainty_m", "killed",
           "injured", "attributed_to", "attributed_by", "launch_said_by", "publisher", "title", "published", "url",
           "notes", "a \"further\" column", "x\"); DROP TABLE attacks; --", "<b>bold</b>", "geom", "fid",
           "SELECT"]
ATTACK = "Explosions/Remote violence"
NASTY = {
    "quotes": "'single' \"double\" `back` ''two'' \"\"four\"\"",
    "sql": "Robert'); DROP TABLE reports; --",
    "format": "%s %n %x %5000d {0} ${HOME} $(id) \\",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;",
    "entities": "]]> <!-- --> <![CDATA[ &nonsense; </style></script>",
    "formula": "=HYPERLINK(\"http://example.org\")",
    "lines": "first\nsecond\r\nthird\rfourth\u2028fifth\u2029sixth",
    "tabs": "a\tb\vc\fd",
    "controls": "bell\x07 escape\x1b[31m red \x7f",
    "rtl": "\u202eright to left\u202c \u2067isolate\u2069 \u200f\u200e \u061c",
    "invisible": "zero\u200bwidth\u200djoiner\ufeffbom\u00adhyphen",
    "arabic": "قصف مخيم التاجي شمال بغداد",
    "astral": "\U0001f5fa\ufe0f \U0001d50a \U0010ffff",
    "combining": "Z" + "\u0301\u0322\u0337" * 200,
    "long": "x" * 10000,
    "long words": "word " * 2000,
}
ADDRESSES = ("javascript:alert(1)", "file:///etc/passwd", "/bin/sh", "./run.desktop", "data:text/html,<script>alert(1)</script>",
             "https://example.org/\"><script>alert(1)</script>", "https://example.org/a b", "http://example.org/\nfile:///bin/sh",
             "smb://example.org/share", "http://example.org\\\\share", "https://example.org/[% env('HOME') %]", "mailto:a@b",
             "https://example.org/$(id)", "https://example.org/قصف?a=1&b=2", "HTTPS://EXAMPLE.ORG/", "http://a.example | file:///bin/sh")


def rows():
    """Each row as a list of texts, of bytes for what is not UTF-8, or as raw bytes for a line that is not as it should."""
    number = 0

    def row(**cells):
        nonlocal number
        number += 1
        known = {"report_id": f"r{number}", "incident_id": f"i{number}", "event_date": "2020-07-27",
                 "event_type": ATTACK, "place": "Erbil", "country": "Iraq"}
        known.update(cells)
        return [known.get(column, "") for column in COLUMNS]

    for date in ("2020-02-30", "2020-13-01", "0000-00-00", "03/04/2020", "2020-07-27/2020-07-24", "99999-01-01",
                 "-44-03-15", "yesterday", "2020-07-27T25:61:00Z", "27 Juli 2020", "44039", "1e9", "/", "~"):
        yield row(event_date=date)
    for count in ("-1", "1e400", "99999999999999999999", "NaN", "inf", "3.7", "many", "4-", "6-4", "30+", "dozens", "0x10"):
        yield row(weapon_count=count, killed=count, injured=count)
    for latitude, longitude in (("95.2", "44"), ("44", "36"), ("36", "400"), ("nan", "nan"), ("inf", "-inf"), ("1e308", "1"),
                                ("36", ""), ("", "44"), ("36,19", "44,01"), ("0", "0"), ("90", "0"), ("-90", "180"),
                                ("12", "180"), ("12", "-180"), ("36.19N", "44.01E"), ("--36", "44")):
        yield row(place="", latitude=latitude, longitude=longitude, coordinates_uncertainty_m="-5")
    for uncertainty in ("0", "1e12", "nan", "30000000", "small"):
        yield row(place="", latitude="36.2", longitude="44.0", coordinates_uncertainty_m=uncertainty)
    for place in ("", " ", "|", " | | ", "Erbil | Nowhere at all | Baghdad", "0 km north of Erbil", "99999 km N of Erbil",
                  "-85 km north of Baghdad", "85 km north of", "north of north of Erbil", "near " * 300 + "Erbil",
                  "between Erbil and", "91.0, 181.0", "38SMB", "38SMB4488999999999", "Iraq", "Nineveh", ".", "'", "%",
                  "Erbil" + "," * 500, "(" * 1000):
        yield row(place=place, country="")  # with a country its area would be drawn
        yield row(place=place)
        yield row(place="Baghdad", launch_place=place)
    for text in NASTY.values():
        yield row(notes=text)
        yield row(place=text, place_words=text, country="")
        yield row(country=text, admin1=text)
        yield row(event_type=text, weapon=text, killed=text)
        yield row(publisher=text, title=text, attributed_to=text, attributed_by=text, launch_place="Mosul", launch_said_by=text)
        cells = row()
        cells[-6:] = [text] * 6
        yield cells
        yield row(event_type="Protests", notes=text)  # the layer of other incidents
    for text in list(NASTY.values())[:6]:
        yield row(report_id=text, incident_id=text)
    for address in ADDRESSES:
        yield row(publisher="Paper", published="2020-07-28", url=address, attributed_to="a | b", attributed_by="c")
    for _ in range(3):
        yield row(report_id="", incident_id="", place="Kirkuk", notes="the same three times")
    for _ in range(2):
        yield row(report_id="twice", incident_id="twice", place="Mosul")
    yield row(report_id="", incident_id="apart", place="Mosul", event_date="2020-01-01")
    yield row(report_id="", incident_id="twice", place="Baghdad", event_date="2019", killed="0")
    yield row(report_id="", incident_id="apart", place="Basra", event_type="Protests")
    for identity in ("00123", "1e5", "NULL", "true", "1.0", " padded ", "i1"):
        yield row(report_id="", incident_id=identity)
    for bad in (b"\xff\xfe", b"caf\xe9", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"cut \xe2\x82"):
        yield row(notes=bad)
        yield row(place=bad)
    yield b"short,row\n"
    yield b"far,too,many" + b",x" * 200 + b"\n"
    yield b"crlf,crlf,2020-01-01," + ATTACK.encode() + b",,,Erbil\r\n"


def encoded(cell):
    data = cell if isinstance(cell, bytes) else cell.encode("utf-8")
    return b'"' + data.replace(b'"', b'""') + b'"' if any(c in data for c in b',"\n\r') or data != data.strip() else data


def write(path):
    """Writes the table; gives what must be found in the layers: the number of rows, and texts that stay whole."""
    count = 0
    with open(path, "wb") as file:
        file.write(b"\xef\xbb\xbf" + b",".join(encoded(column) for column in COLUMNS) + b"\n")
        for row in rows():
            file.write(row if isinstance(row, bytes) else b",".join(encoded(cell) for cell in row) + b"\n")
            count += 1
    kept = [NASTY[name] for name in ("quotes", "sql", "format", "script", "entities", "arabic", "astral", "long")]
    return {"reports": count, "kept": kept}


if __name__ == "__main__":
    import sys
    print(write(sys.argv[1])["reports"], "reports")
