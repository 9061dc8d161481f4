# SPDX-License-Identifier: MIT
"""The calls on plain values: what they give is what the program says."""

import json
import pickle
import subprocess

import harness
from harness import DATA, PROGRAM

import incidentmap as im


class Resolve(harness.Case):
    def test_one_locality_is_one_location(self):
        found = im.resolve("Camp Taji")
        self.assertEqual((found.status, found.place_id), ("resolved", "ourairports:ORTI"))
        self.assertAlmostEqual(found.lat, 33.5239)
        self.assertGreater(found.uncertainty_m, 0)
        self.assertTrue(found.because)
        self.assertIsNone(found.possible_area)

    def test_it_says_what_the_program_says(self):
        words = ["Erbil", "85 km north of Baghdad", "Sheikh Amir", "Zzyzxq", "Київ", "صنعاء", '"', "a\tb\\", "Тарту\n"]
        said = subprocess.run(
            [PROGRAM, "resolve", "--format", "jsonl", "--", *(word.strip("\n") for word in words[:-1])],
            capture_output=True, check=True, encoding="utf-8",
        ).stdout.splitlines()  # fmt: skip
        for found, line in zip(im.resolve(words), said):
            expected = json.loads(line)
            self.assertEqual(found.status, expected["status"])
            self.assertEqual((found.lon, found.lat, found.score), (expected["lon"], expected["lat"], expected["score"]))
            self.assertEqual(list(found.because), expected["because"])

    def test_an_answer_to_each_in_order_also_to_what_is_missing_or_comes_twice(self):
        found = im.resolve(["Ouagadougou", None, "Medellín", float("nan"), "", "Ouagadougou"])
        self.assertEqual([one.country for one in found], ["BF", None, "CO", None, None, "BF"])
        self.assertEqual([one.status for one in found][1::2], ["unresolved", "unresolved", "resolved"])
        self.assertEqual(im.resolve([]), [])

    def test_what_is_stated_binds_for_all_or_for_each(self):
        self.assertEqual(im.resolve("Sheikh Amir").status, "ambiguous")
        self.assertEqual(im.resolve("Sheikh Amir", country="IQ", admin1="Nineveh").admin1, "Nineveh")
        each = im.resolve(["Sheikh Amir"] * 3, admin1=["Nineveh", "Wasit", None])
        self.assertEqual([one.admin1 for one in each], ["Nineveh", "Wasit", None])
        self.assertEqual(im.resolve("Sheikh Amir", near="Al Kut").admin1, "Wasit")
        with self.assertRaisesRegex(ValueError, "country has 1 values for 2"):
            im.resolve(["a", "b"], country=["IQ"])

    def test_possible_areas_of_a_list_of_dicts(self):
        town, exact, nowhere = im.locate(
            [{"place": "Tripoli", "country": "Lebanon"}, {"place": "33.52431, 44.25613"}, {"place": "Zzyzxq"}]
        )
        self.assertEqual(town.country, "LB")
        self.assertEqual(town.possible_area["type"], "MultiPolygon")
        self.assertIn(exact.possible_area["type"], ("MultiPolygon", "Point"))
        self.assertIsNone(nowhere.possible_area)
        self.assertEqual(town.__geo_interface__["geometry"]["type"], "MultiPolygon")
        with self.assertRaises(KeyError):
            im.locate([{"town": "Erbil"}])

    def test_values_travel(self):
        found = im.resolve("Camp Taji")
        self.assertEqual(pickle.loads(pickle.dumps(found)), found)
        self.assertIs(pickle.loads(pickle.dumps(im.resolve)), im.resolve)
        error = pickle.loads(pickle.dumps(im.UsageError("what was wrong", 2)))
        self.assertEqual((str(error), error.exit_code), ("what was wrong", 2))


class Range(harness.Case):
    def test_least_likely_and_greatest(self):
        way = im.range("Sheikh Amir, Nineveh", "Irbil International Airport")
        self.assertLess(way.least, way.likely)
        self.assertLess(way.likely, way.greatest)
        self.assertEqual((way.text, str(way), way.compass), ("about 44 km (38 to 49)",) * 2 + ("ESE",))
        self.assertEqual((way.start.admin1, way.end.place_id), ("Nineveh", "ourairports:ORER"))

    def test_no_distance_says_why(self):
        way = im.range("Yemen", "Aden")
        self.assertIsNone(way.likely)
        self.assertIn("country", str(way))

    def test_words_that_look_like_an_option_are_words(self):
        self.assertEqual(im.range("-33.9, 18.4", "Cape Town").start.status, "resolved")
        self.assertEqual(im.range("--help", "Cape Town").start.query, "--help")


class Commands(harness.Case):
    def test_a_build_has_the_same_bytes_as_the_command(self):
        ours, theirs = self.scratch / "ours", self.scratch / "theirs"
        built = im.build(DATA / "incidents.csv", ours, formats=["gpkg", "geojson"], no_ask=True, title="Ours")
        subprocess.run(
            [PROGRAM, "build", DATA / "incidents.csv", "-o", theirs, "-f", "gpkg,geojson", "--no-ask", "--title", "Ours"],
            check=True, capture_output=True,
        )  # fmt: skip
        names = sorted(path.name for path in theirs.iterdir())
        self.assertEqual(sorted(path.name for path in ours.iterdir()), names)
        self.assertIn("incidents_attacks.geojson", names)
        for name in names:
            self.assertEqual((ours / name).read_bytes(), (theirs / name).read_bytes(), name)
        self.assertTrue(built.complete)
        self.assertIn("17 incidents: ", built.summary)
        told = im.explain("taji-2020-07-27", built)
        self.assertEqual(told["incident_id"], "taji-2020-07-27")

    def test_a_page_is_shown_in_a_notebook(self):
        built = im.build(DATA / "incidents.csv", self.scratch / "page", formats="gpkg,html", no_ask=True)
        self.assertTrue(built.page.is_file())
        self.assertIn("<iframe", built._repr_html_())
        plain = im.build(DATA / "incidents.csv", self.scratch / "plain.gpkg", no_ask=True)
        self.assertIn("17 incidents", plain._repr_html_())

    def test_strict_is_told_and_no_error(self):
        table = self.scratch / "june.csv"
        table.write_text("place,event_date\nErbil,2020-01-02\nZzyzxq,2020-01-03\n", encoding="utf-8")
        self.assertFalse(im.build(table, self.scratch / "out.gpkg", strict=True, no_ask=True).complete)
        self.assertTrue(im.build(table, self.scratch / "out.gpkg", no_ask=True, map={"place": "place"}).complete)

    def test_findings(self):
        findings = im.check(DATA / "incidents.csv")
        said = subprocess.run(
            [PROGRAM, "check", DATA / "incidents.csv", "--format", "jsonl"], check=True, capture_output=True
        ).stdout.splitlines()
        self.assertEqual([one.code for one in findings], [json.loads(line)["code"] for line in said])
        self.assertRegex(str(findings[0]), r"^incidents[.]csv:\d+: .*\[[a-z-]+\]$")
        fewer = im.check(DATA / "incidents.csv", ignore=[findings[0].code])
        self.assertNotIn(findings[0].code, [one.code for one in fewer])

    def test_the_version(self):
        told = im.version()
        self.assertEqual(told["incidentmap"], harness.VERSION)
        self.assertEqual([one["name"] for one in told["gazetteers"]], ["curated", "world"])


class Errors(harness.Case):
    def test_the_programs_own_sentence_is_raised(self):
        with self.assertRaisesRegex(im.IncidentmapError, "^cannot open nope.csv: no such file$") as failed:
            im.build("nope.csv", self.scratch)
        self.assertEqual(failed.exception.exit_code, 1)
        with self.assertRaisesRegex(im.UsageError, "^--country: 'Ruritania' is no country") as failed:
            im.build(DATA / "incidents.csv", self.scratch, country="Ruritania")
        self.assertEqual(failed.exception.exit_code, 2)
        with self.assertRaisesRegex(ValueError, "--no-such-option"):
            im.build(DATA / "incidents.csv", self.scratch, no_such_option=1)
        with self.assertRaisesRegex(im.IncidentmapError, "^cannot read /nope: "):
            im.resolve("Erbil", gazetteers="/nope")


if __name__ == "__main__":  # processes that are started anew read this file too
    harness.run()
