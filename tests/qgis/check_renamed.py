# SPDX-License-Identifier: MIT
"""A project saved in QGIS stays; ours, once it was saved there, is not replaced unasked; a renamed file gets its own."""

from desk import embedded, opened

from checks import PROGRAM, SOURCE, build, check, end, fingerprint, fresh_folder, open_read_only, run
from qgis.core import QgsProject


def names(file):
    with open_read_only(file) as database:
        return [row[0] for row in database.execute("SELECT name FROM qgis_projects ORDER BY 1")]


def built(*words):
    return build(SOURCE / "data" / "incidents.csv", file, "--no-ask", *words)


folder = fresh_folder("renamed")
file = folder / "one file.gpkg"
check(built().returncode == 0, "the build fails")
opened(embedded(file, "one file"))
check(QgsProject.instance().write(embedded(file, "By hand").replace("By%20hand", "By hand")), "QGIS cannot save a project in the file")
QgsProject.instance().clear()
check(names(file) == ["By hand", "one file"], f"the file has the projects {names(file)}")
done = built()
check(done.returncode == 0 and "By hand" in done.stdout, f"the project that was saved is not told of: {done.stdout}")
check(names(file) == ["By hand", "one file"], f"after a build the file has the projects {names(file)}")
opened(embedded(file, "By hand"))

opened(embedded(file, "one file"))
check(QgsProject.instance().write(), "QGIS cannot save the project")
QgsProject.instance().clear()
before = fingerprint(file)
done = built()
check(done.returncode == 1 and "--replace" in done.stderr, f"an edited project is replaced: {done.stderr}")
check(fingerprint(file) == before, "a build that is refused changes the file")
check(built("--replace").returncode == 0, "--replace does not replace")

renamed = folder / "another name.gpkg"
file.rename(renamed)
done = run(PROGRAM, "project", renamed, "--title", "Renamed")
check(done.returncode == 0, f"the project is not made again: {done.stderr}")
check(names(renamed) == ["By hand", "another name"], f"after a renaming the file has the projects {names(renamed)}")
for uri in (embedded(renamed, "another name"), str(renamed.with_suffix(".qgz"))):
    project = opened(uri)
    check(project.title() == "Renamed" and project.mapLayers(), f"{uri}: {project.title()}, {len(project.mapLayers())} layers")
end()
