# SPDX-License-Identifier: MIT
"""The calls on pandas' series and frames, geopandas' and Dask's."""

import pickle
import subprocess

import harness
from harness import DATA, PROGRAM

import incidentmap as im


class Frames(harness.Case):
    def setUp(self):
        super().setUp()
        self.pandas = harness.needed("pandas", "python3-pandas")

    def reports(self):
        return self.pandas.DataFrame(
            {
                "where": ["Sheikh Amir", None, "Zaporizhzhia", "Zzyzxq", "Sheikh Amir"],
                "province": ["Nineveh", None, None, None, "Wasit"],
                "name": ["a", "b", "c", "d", "e"],
            },
            index=[10, 20, 30, 30, 50],
        )

    def test_a_series_gives_a_frame_with_its_index(self):
        frame = self.reports()
        found = im.resolve(frame["where"], admin1=frame["province"])
        self.assertEqual(list(found.columns[:6]), ["status", "lat", "lon", "uncertainty_m", "score", "because"])
        self.assertTrue(found.index.equals(frame.index))
        self.assertEqual(list(found["admin1"][:1]) + list(found["admin1"][-1:]), ["Nineveh", "Wasit"])
        self.assertEqual(list(found["status"])[1::2], ["unresolved", "unresolved"])
        self.assertEqual(str(found["lat"].dtype), "float64")
        self.assertTrue(found["lat"].isna().iloc[1])
        self.assertIsNone(found["name"].iloc[1])
        with self.assertRaisesRegex(ValueError, "admin1 has another index"):
            im.resolve(frame["where"], admin1=frame["province"].reset_index(drop=True))

    def test_pandas_own_kinds_of_missing_and_of_text(self):
        series = self.pandas.Series(["Aden", self.pandas.NA, "Taizz"], dtype="string")
        self.assertEqual(list(im.resolve(series)["country"]), ["YE", None, "YE"])
        kinds = self.pandas.Series(["Aden", "Aden", None], dtype="category")
        self.assertEqual(list(im.resolve(kinds)["country"]), ["YE", "YE", None])

    def test_nothing_is_an_empty_frame_of_the_same_columns(self):
        none = im.resolve(self.pandas.Series([], dtype=object))
        some = im.resolve(self.pandas.Series(["Aden"]))
        self.assertEqual(len(none), 0)
        self.assertEqual(list(none.dtypes.items()), list(some.dtypes.items()))

    def test_possible_areas(self):
        geopandas = harness.needed("geopandas", "python3-geopandas")
        frame = self.reports()
        found = im.locate(frame, "where", admin1="province")
        self.assertIsInstance(found, geopandas.GeoDataFrame)
        self.assertEqual(found.crs.to_epsg(), 4326)
        self.assertEqual(list(found["name"]), list("abcde"))  # the frame's own column stays
        self.assertEqual(found["found_name"].iloc[0], "Sheikh Amir")
        self.assertEqual(list(found.geometry.isna()), [False, True, False, True, False])
        for _, row in found[~found.geometry.isna()].iterrows():
            self.assertTrue(row.geometry.is_valid)
            self.assertTrue(row.geometry.intersects(geopandas.points_from_xy([row.lon], [row.lat])[0]))
        # The circle of a village reaches as far as its uncertainty says, to 1 %.
        local = found.iloc[:1].to_crs(f"+proj=aeqd +lat_0={found.lat.iloc[0]} +lon_0={found.lon.iloc[0]}")
        reach = max(abs(bound) for bound in local.total_bounds)
        self.assertAlmostEqual(reach / found.uncertainty_m.iloc[0], 1, delta=0.01)
        self.assertEqual(len(im.locate(frame.iloc[:0], "where")), 0)
        with self.assertRaises(KeyError):
            im.locate(frame)

    def test_a_frame_is_built_and_checked_as_its_table_would_be(self):
        frame = self.pandas.read_csv(DATA / "incidents.csv", dtype=str)
        built = im.build(frame, self.scratch / "ours", sources=DATA / "sources.csv", no_ask=True)
        table = self.scratch / "incidents.csv"
        frame.to_csv(table, index=False)
        subprocess.run(
            [PROGRAM, "build", table, "-o", self.scratch / "theirs", "--sources", DATA / "sources.csv", "--no-ask"],
            check=True, capture_output=True,
        )  # fmt: skip
        for theirs in (self.scratch / "theirs").iterdir():
            self.assertEqual((self.scratch / "ours" / theirs.name).read_bytes(), theirs.read_bytes(), theirs.name)
        self.assertTrue(built.geopackage.is_file())
        findings = im.check(frame, sources=DATA / "sources.csv")
        self.assertIn("stated-distance-differs", set(findings["code"]))

    def test_what_a_frame_asks_a_person_lies_beside_the_output(self):
        frame = self.pandas.DataFrame({"place": ["Sheikh Amir"], "event_date": ["2020-01-02"]})
        im.build(frame, self.scratch / "made" / "june.gpkg", name="june")
        self.assertTrue((self.scratch / "made" / "june.decisions.csv").is_file())

    def test_in_dask(self):
        harness.needed("dask", "python3-dask")
        import dask.dataframe

        frame = self.pandas.DataFrame({"where": ["Aden", "Bamako", "Lashio", "Cali"] * 5})
        parts = dask.dataframe.from_pandas(frame, npartitions=4)
        meta = im.resolve(frame["where"].iloc[:0])
        expected = im.resolve(frame["where"])
        for scheduler in ("threads", "processes"):
            found = parts["where"].map_partitions(im.resolve, meta=meta).compute(scheduler=scheduler)
            self.pandas.testing.assert_frame_equal(found, expected)
        self.assertEqual(list(pickle.loads(pickle.dumps(expected))["country"][:4]), ["YE", "ML", "MM", "CO"])


if __name__ == "__main__":  # processes that are started anew read this file too
    harness.run()
