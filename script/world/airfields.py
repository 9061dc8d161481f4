# SPDX-License-Identifier: MIT
"""Medium and large airfields and air bases of OurAirports, by the rules of `incidentmap gazetteer import`."""

import json
import re

from spellings import shown

MILITARY = re.compile(r"(?i)\b(air ?base|air force|afb|naval air|army air|airforce|raf|nas|mcas|military|arb|angb|aaf"
                      r"|base a[ée]rienne|base a[ée]rea|jasdf|jmsdf|army airfield|air station)\b")
SAYS_WHAT = re.compile(r"(?i)air|field|strip|base|aerodrom|a[ée]roport|aeropuerto|flug|heliport|helip|\bafb\b|\bnas\b"
                       r"|\braf\b|\bmcas\b")
EXTENTS_M = {"large_airport": 3000, "medium_airport": 2000}


def read(path):
    return [a for a in json.load(open(path, encoding="utf-8")) if a["type"] in EXTENTS_M and a["name"].strip()]


def add(world, airports, taken):
    """Adds the airfields; taken is the set of ids that the curated gazetteer has."""
    for airport in airports:
        place_id = "ourairports:" + airport["ident"]
        if place_id in taken:
            continue
        country, military = airport["iso_country"], bool(MILITARY.search(airport["name"]))
        kind = "air base" if military else "airport"
        names = [n.strip() for n in airport["name"].split(" / ") if n.strip()]
        word = " Air Base" if military else " Airport"
        full = [n if SAYS_WHAT.search(n) else n + word for n in names]
        if not world.place(place_id, shown(full[0], country), kind,
                           (float(airport["longitude_deg"]), float(airport["latitude_deg"])), "ourairports",
                           country=country, extent_m=3000 if military else EXTENTS_M[airport["type"]],
                           accuracy_m=1000, source_ref=airport["ident"]):
            continue
        for name in full:
            world.name(place_id, name)
        for code in (airport["gps_code"], airport["iata_code"], airport["ident"], airport["local_code"]):
            if re.fullmatch("[A-Z]{3,4}", code or ""):
                world.name(place_id, code, sort="code")
        for keyword in (airport["keywords"] or "").split(","):
            keyword = keyword.strip()
            if re.fullmatch("[A-Z]{3,4}", keyword):
                world.name(place_id, keyword, sort="code")
            elif SAYS_WHAT.search(keyword) or re.search("[^\u0000-\u024f]", keyword):
                world.name(place_id, keyword)
