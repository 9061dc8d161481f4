# SPDX-License-Identifier: MIT
"""Every row of the GeoPackage stands in the database, to the last digit, with types, keys, comments and indexes."""

import json
import sqlite3
import sys

import server as postgres
from checks import SOURCE, build, check, end, fresh_folder, skip

sys.path.insert(0, str(SOURCE / "tests" / "layers"))
import hostile  # noqa: E402

try:
    from osgeo import ogr
except ImportError:
    skip("GDAL's Python is not installed (Debian package python3-gdal)")
ogr.UseExceptions()
OPTIONS = ("--rings", "100,300", "--around", "bases")


def features(layer):
    """The rows by their numbers, each as values and the exact geometry."""
    fields = range(layer.GetLayerDefn().GetFieldCount())

    def value(feature, field):
        if not feature.IsFieldSetAndNotNull(field):
            return None
        kind = layer.GetLayerDefn().GetFieldDefn(field).GetType()
        return feature.GetField(field) if kind == ogr.OFTReal else feature.GetFieldAsString(field)

    rows = {}
    for feature in layer:
        geometry = feature.GetGeometryRef()
        rows[feature.GetFID()] = ([value(feature, field) for field in fields],
                                  geometry.ExportToIsoWkb() if geometry else None)
    return rows


def schema_of(layer):
    definition = layer.GetLayerDefn()
    return [(definition.GetFieldDefn(i).GetName()[:40], definition.GetFieldDefn(i).GetTypeName().replace("64", ""))
            for i in range(definition.GetFieldCount())]


def compare(server, file, schema):
    geopackage = ogr.Open(str(file))
    database = ogr.Open(server.connection())
    with sqlite3.connect(file) as contents:
        tables = [name for (name,) in contents.execute(
            "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'")]
        keys = {(t, c) for t in tables for _, _, _, c, *_ in contents.execute(f'PRAGMA foreign_key_list("{t}")')}
        titles = dict(((t, c), title) for t, c, title in contents.execute(
            "SELECT table_name, column_name, title FROM gpkg_data_columns WHERE title <> ''"))
        styles = contents.execute("SELECT f_table_name, styleName, styleQML, useAsDefault FROM layer_styles").fetchall()
    check("attacks" in tables and "reports" in tables, f"{schema}: the GeoPackage holds {tables}")
    for table in tables:
        here, there = geopackage.GetLayerByName(table), database.GetLayerByName(f"{schema}.{table}")
        if not check(there is not None, f"{schema}.{table} is not there"):
            continue
        check(schema_of(here) == schema_of(there), f"{schema}.{table}: columns differ:\n{schema_of(here)}\n{schema_of(there)}")
        check(here.GetGeomType() == there.GetGeomType(), f"{schema}.{table}: the geometry's type differs")
        ours, theirs = features(here), features(there)
        check(ours.keys() == theirs.keys(), f"{schema}.{table}: {len(ours)} rows in the file, {len(theirs)} in the database")
        differ = [number for number in ours if ours[number] != theirs.get(number)]
        if not check(not differ, f"{schema}.{table}: {len(differ)} rows differ"):
            print(ours[differ[0]], theirs[differ[0]], sep="\n")
        if here.GetGeomType() == ogr.wkbNone:
            continue
        check(server.sql(f"SELECT DISTINCT st_srid(geom) FROM {schema}.{table} WHERE geom IS NOT NULL") in ("4326", ""),
              f"{schema}.{table}: not in EPSG:4326")
        check("USING gist (geom)" in server.sql(
            f"SELECT string_agg(indexdef, ';') FROM pg_indexes WHERE schemaname = '{schema}' AND tablename = '{table}'"),
              f"{schema}.{table} has no spatial index")

    found = {tuple(line.split("|")) for line in server.sql(
        "SELECT c.relname, a.attname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON "
        "a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.contype = 'f' AND c.relnamespace = "
        f"'{schema}'::regnamespace").splitlines()}
    check(found == keys, f"{schema}: foreign keys differ: {found ^ keys}")
    comments = json.loads(server.sql(
        "SELECT json_agg(json_build_array(c.relname, a.attname, col_description(c.oid, a.attnum))) FROM pg_class c JOIN "
        f"pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = '{schema}'::regnamespace AND a.attnum > 0"))
    comments = {(table, column): words for table, column, words in comments}
    missing = [place for place, title in titles.items() if not (comments.get(place) or "").startswith(title.split(" (")[0])]
    check(not missing, f"{schema}: columns without their title as a comment: {missing[:5]}")
    check(server.sql(f"SELECT obj_description('{schema}.attacks'::regclass)").startswith("Attacks"),
          f"{schema}.attacks has no comment")
    stored = json.loads(server.sql(
        "SELECT json_agg(json_build_array(f_table_name, stylename, styleqml::text, useasdefault) ORDER BY id) FROM "
        f"public.layer_styles WHERE f_table_catalog = 'maps' AND f_table_schema = '{schema}'"))
    check([(t, n, q, bool(d)) for t, n, q, d in styles] == [tuple(row) for row in stored], f"{schema}: styles differ")
    return geopackage, database


folder = fresh_folder("postgis rows")
hostile.write(folder / "hostile.csv")
with postgres.Server() as server:
    for table, schema in ((SOURCE / "data" / "incidents.csv", "incidents"), (folder / "hostile.csv", "hostile")):
        made = build(table, folder / f"{schema}.gpkg", "--no-ask", *OPTIONS)
        check(made.returncode == 0, f"the GeoPackage of {schema} is not built: {made.stderr[-1000:]}")
        for time in ("first", "second"):
            done = server.built(table, *OPTIONS)
            check(f"database maps, schema {schema}" in done.stdout, f"{time} time: the schema is not told:\n{done.stdout[-800:]}")
            open_files = compare(server, folder / f"{schema}.gpkg", schema)
            del open_files
    # A schema whose name needs quotation marks, PostGIS in a schema of its own, and the schema that all share.
    server.sql("CREATE DATABASE apart", database="postgres")
    server.sql("CREATE SCHEMA extensions; CREATE EXTENSION postgis SCHEMA extensions", database="apart")
    server.sql("CREATE TABLE public.roads (name text)", database="apart")
    for schema in ("Mixed_Case", "public", "plain"):
        for time in ("first", "second"):
            server.built(SOURCE / "data" / "incidents.csv", "--schema", schema, to=server.connection("apart"))
            count = server.sql(f'SELECT count(geom), (SELECT count(*) FROM "{schema}".qgis_projects), (SELECT count(*) FROM '
                               f"public.layer_styles WHERE f_table_schema = '{schema}' AND f_table_name = 'attacks') FROM "
                               f'"{schema}".attacks', database="apart")
            check(count == "9|1|2", f"{schema}, {time} time: attacks, projects and styles are {count}")
    # Numbering goes on after the last row.
    server.sql("INSERT INTO incidents.sources (source_id) VALUES ('by hand')")
    # Two columns whose names are the same in the first 63 bytes stay two.
    long_name = "ü" * 40
    (folder / "long.csv").write_text(f"report_id,place,country,{long_name} a,{long_name} b\nr1,Erbil,Iraq,1,2\n", encoding="utf-8")
    server.built(folder / "long.csv")
    check(server.sql("SELECT string_agg(to_jsonb(r)->>c.column_name, '|' ORDER BY c.ordinal_position) FROM long.reports r, "
                     "information_schema.columns c WHERE c.table_schema = 'long' AND c.table_name = 'reports' AND "
                     "c.column_name LIKE 'ü%'") == "1|2", "columns of long names are lost")
end()
