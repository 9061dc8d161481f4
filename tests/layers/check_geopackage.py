# SPDX-License-Identifier: MIT
"""GDAL's own validator of GeoPackages finds nothing, not even a warning."""

from checks import check, end, geopackages, run, skip

try:
    from osgeo_utils.samples import validate_gpkg
except ImportError:
    skip("GDAL's validate_gpkg is not installed (Debian package python3-gdal)")

import sys

for path in geopackages():
    done = run(sys.executable, "-m", validate_gpkg.__name__, "-k", "--extra", "--warning-as-error", path)
    said = (done.stdout + done.stderr).strip()
    check(done.returncode == 0 and not said, f"{path.name}: {said or done.returncode}")
end()
