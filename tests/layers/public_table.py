# SPDX-License-Identifier: MIT
"""A table of forty made-up reports with every kind of place, to be published coarser than it is known."""

import csv

HEAD = ["report_id", "incident_id", "event_date", "event_type", "sub_event_type", "place", "place_words", "country",
        "admin1", "admin2", "latitude", "longitude", "launch_place", "launch_country", "place_said_to_be", "killed",
        "damage", "notes", "publisher", "title", "published", "url", "publish", "neighbourhood", "grid", "desk"]

# place, country, admin1, admin2, latitude, longitude, launch place, publish
PLACES = [
    ("Camp Taji", "Iraq", "", "", "", "", "Saba al-Bour", ""),
    ("Sheikh Amir", "Iraq", "Nineveh", "", "", "", "", "admin1"),
    ("Irbil International Airport", "Iraq", "", "", "", "", "Sheikh Amir, Nineveh", "10km"),
    ("Besmaya", "Iraq", "", "", "", "", "", "admin2"),
    ("Qaim", "Iraq", "Anbar", "", "", "", "", "country"),
    ("Ain al-Asad Air Base", "Iraq", "", "", "", "", "", "10km"),
    ("Tal Afar", "Iraq", "Nineveh", "", "36.3742", "42.4497", "", "admin1"),
    ("قاعدة بلد الجوية", "Iraq", "", "", "", "", "", "admin1"),
    ("Green Zone, Baghdad", "Iraq", "", "", "", "", "", "admin1"),
    ("85 km north of Baghdad", "Iraq", "", "", "", "", "", "admin1"),
    ("near Tuz Khurmatu", "Iraq", "", "", "", "", "", "50km"),
    ("between Tikrit and Baiji", "Iraq", "", "", "", "", "", "admin1"),
    ("border of Iraq and Syria", "Iraq", "", "", "", "", "", ""),
    ("northern Iraq", "Iraq", "", "", "", "", "", ""),
    ("Basra province", "Iraq", "", "", "", "", "", "country"),
    ("", "Iraq", "", "", "33.3158", "44.2914", "", "10km"),
    ("38SMB4488", "Iraq", "", "", "", "", "", "admin1"),
    ("Khan Shaykhun", "Syria", "", "", "", "", "", "admin1"),
    ("Kafr Zita", "Syria", "Hama", "", "", "", "Khan Shaykhun", "10km"),
    ("Al Bukamal", "Syria", "", "", "", "", "", "no"),
    ("Bakhmut", "Ukraine", "Donetsk", "", "", "", "", "admin1"),
    ("Куп'янськ", "Ukraine", "", "", "", "", "", "10km"),
    ("", "Ukraine", "", "", "48.0021", "37.8053", "", "admin1"),
    ("Zaporizhzhia", "Ukraine", "", "", "", "", "", "country"),
    ("Hodeidah", "Yemen", "", "", "", "", "", "admin1"),
    ("Marib", "Yemen", "", "", "", "", "Al Jawf", "50km"),
    ("", "Yemen", "", "", "15.4694", "45.3222", "", "country"),
    ("El Fasher", "Sudan", "North Darfur", "", "", "", "", "admin1"),
    ("Nyala", "Sudan", "", "", "", "", "", "no"),
    ("Djibo", "Burkina Faso", "", "", "", "", "", "admin1"),
    ("12 km north of Djibo", "Burkina Faso", "", "", "", "", "", "10km"),
    ("Lashio", "Myanmar", "", "", "", "", "", "admin1"),
    ("Loikaw", "Myanmar", "Kayah", "", "", "", "", "country"),
    ("Tibú", "Colombia", "Norte de Santander", "", "", "", "", "admin1"),
    ("Tumaco", "Colombia", "", "", "", "", "", "10km"),
    ("Apartadó", "Colombia", "", "", "", "", "", "admin1"),
    ("Zzyzzxville", "Iraq", "", "", "", "", "", "admin1"),
    ("Red Sea", "", "", "", "", "", "", "admin1"),
    ("Kandahar", "Afghanistan", "", "", "", "", "", ""),
    ("Konstantinovka", "Ukraine", "", "", "", "", "", "admin1"),
]


def slug(text):
    return "-".join(text.lower().split())


def rows():
    for number, (place, country, admin1, admin2, lat, lon, launch, publish) in enumerate(PLACES, 1):
        said = place or f"{lat}, {lon}"
        yield {"report_id": f"{slug(said)}-report-{number}", "incident_id": f"{slug(said)}-2020-{number}",
               "event_date": f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}", "event_type": "Explosions/Remote violence",
               "sub_event_type": "Shelling/artillery/missile attack", "place": place, "place_words": f"close to {said}",
               "country": country, "admin1": admin1, "admin2": admin2, "latitude": lat, "longitude": lon,
               "launch_place": launch, "launch_country": country if launch else "",
               "place_said_to_be": f"3 km from {said}", "killed": str(number % 4), "damage": f"houses in {said}",
               "notes": f"Seen in {said}; nearby is {said.upper()}. Position {lat or '33.5012'}, {lon or '44.2503'}.",
               "publisher": "Example News", "title": f"Rockets at {said}", "published": "2021-01-01",
               "url": f"https://example.org/{slug(said)}/{number}", "publish": publish,
               "neighbourhood": f"the quarter behind {said}", "grid": "38SMB44188850", "desk": f"Reader {number}"}


def write(path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, HEAD)
        table.writeheader()
        table.writerows(rows())
