# SPDX-License-Identifier: MIT
"""What schemas of builds hold, compared."""

from checks import check


def tables_of(server, schema):
    return set(server.sql("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                          f"n.nspname = '{schema}' AND c.relkind IN ('r', 'v') AND c.relname NOT LIKE 'incidentmap_%' AND "
                          "c.relname NOT LIKE 'world%' AND c.relname <> 'qgis_projects'").split())


def compare(server, one, other, what):
    tables = tables_of(server, one)
    check(tables and tables == tables_of(server, other), f"{what}: tables differ: {tables ^ tables_of(server, other)}")
    for table in sorted(tables):
        def rows(schema):
            columns = server.sql("SELECT string_agg(quote_ident(attname) || CASE WHEN attname = 'geom' THEN '::bytea' ELSE '' END, "
                                 f"', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = '{schema}.{table}'::regclass AND "
                                 "attnum > 0 AND NOT attisdropped AND attname <> 'fid'")
            return f"SELECT {columns} FROM {schema}.{table}"
        for left, right in ((one, other), (other, one)):
            differ = server.sql(f"SELECT count(*) FROM ({rows(left)} EXCEPT {rows(right)}) AS d")
            check(differ == "0", f"{what}: {differ} rows of {left}.{table} are not in {right}: " +
                  ("" if differ == "0" else server.sql(f"{rows(left)} EXCEPT {rows(right)} LIMIT 1")[:600]))
        counts = [server.sql(f"SELECT count(*) FROM {schema}.{table}") for schema in (one, other)]
        check(counts[0] == counts[1], f"{what}: {table} has {counts} rows")
