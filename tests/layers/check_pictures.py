# SPDX-License-Identifier: MIT
"""A picture names each country that has incidents, draws the rings that were asked for, and nothing outside of its frame;
small maps name them too, with their months and counts."""

import re
import zlib

from checks import SOURCE, build, check, end, fresh_folder, skip

COUNTRIES = {"Sudan", "Ukraine", "Colombia", "Yemen", "Mali", "Haiti", "Myanmar", "Ethiopia"}
TABLE = SOURCE / "tests" / "layers" / "world.csv"


def texts_of(path):
    """The lines of text of a PDF that Cairo wrote, as they stand in it."""
    content = b""
    for stream in re.findall(rb"stream\n(.*?)\nendstream", path.read_bytes(), re.S):
        try:
            content += zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue
    lines = re.findall(rb"\[((?:\((?:\\.|[^\\)])*\)|<[0-9a-f]*>|[-0-9.\s])*)\]TJ", content)
    return ["".join(re.findall(r"\(((?:\\.|[^\\)])*)\)", line.decode("latin-1"))).strip() for line in lines]


def made(name, *words, table=TABLE):
    folder = fresh_folder(name)
    done = build(table, folder / "out", "-f", "pdf,svg", "--size", "1100x800", "--no-ask", *words)
    if "Cairo" in done.stderr:
        skip("this program draws no pictures")
    check(done.returncode == 0, f"the build ends with {done.returncode}\n{done.stderr[-2000:]}")
    made_files = folder / "out" / table.stem
    return texts_of(made_files.with_suffix(".pdf")), made_files.with_suffix(".svg").read_text(encoding="utf-8")


def rings_in(svg):
    return len(re.findall(r"stroke-dasharray:2,3|stroke-dasharray=\"2[ ,]+3\"", svg))


def small_rings_in(svg):
    return len(re.findall(r"stroke-dasharray:3\.5,2|stroke-dasharray=\"3\.5[ ,]+2\"", svg))


texts, svg = made("picture")
check(COUNTRIES <= set(texts), f"not named: {COUNTRIES - set(texts)}; the picture has {texts}")
check(rings_in(svg) == 0, f"{rings_in(svg)} rings that nobody asked for")
texts, svg = made("rings", "--rings", "100,250", "--around", "Khartoum", "--extent", "Sudan")
check(rings_in(svg) == 3, f"{rings_in(svg)} strokes of rings: there are two, and a sample in the legend")
check(any(text.startswith("250 km") for text in texts), f"a ring does not say how far it is: {texts}")
check("Sudan" in texts, f"Sudan is not named: {texts}")
check(any(re.match(r"\d+ places lie outside of this map: ", text) for text in texts), f"what lies outside is not told: {texts}")
check(not any(text.startswith("Kharkiv") and "lie outside" not in text for text in texts), "a label stands for what is not shown")
texts, svg = made("multiples", "--multiples", "month")
check(COUNTRIES <= set(texts), f"small maps do not name {COUNTRIES - set(texts)}: {texts}")
check({"2024-04", "2024-05", "2024-06"} <= set(texts), f"the small maps have no months: {texts}")
counts = [int(text.split()[0]) for text in texts if re.fullmatch(r"\d+ incidents?", text)]
check(sum(counts) == 12 and len(counts) == 3, f"the small maps count {counts}")

# An area of a few kilometres on a map of a country.
small = fresh_folder("small") / "sudan.csv"
small.write_text(
    "report_id,event_date,place,country\n"
    'r1,2024-05-01,"Sabrein market, Omdurman",SD\n'
    "r2,2024-05-02,Omdurman,SD\n"
    "r3,2024-05-03,Omdurman,SD\n"
    "r4,2024-06-01,Port Sudan,SD\n"
    "r5,2024-06-02,El Fasher,SD\n",
    encoding="utf-8",
)
for name, words in (("small-picture", ()), ("small-multiples", ("--multiples", "month"))):
    texts, svg = made(name, *words, table=small)
    check(small_rings_in(svg) == 2, f"{name}: {small_rings_in(svg)} dashed rings: there is one, and a sample in the legend")
    check(any(text.startswith("Dashed ring: such an area") for text in texts), f"{name}: the legend does not say what a ring is: {texts}")
# An area whose middle lies far off, and in which the rest lies, is on the map.
wide = fresh_folder("wide") / "faso.csv"
wide.write_text("report_id,event_date,place,country\n" + "".join(
    f"r{i},2024-05-0{i},{place},BF\n" for i, place in enumerate(("Djibo", "Barsalogho", "Nouna", "Solenzo", "Kaya", "Sahel region"), 1)),
    encoding="utf-8")
texts, svg = made("wide-picture", table=wide)
check(not any("outside" in text for text in texts), f"what holds the map is told to lie outside of it: {texts}")
texts, svg = made("near", "--extent", "Omdurman", table=small)
check(small_rings_in(svg) == 0, "an area that is large enough on the map is in a ring")
end()
