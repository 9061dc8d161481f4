# SPDX-License-Identifier: MIT
"""incidentmap: where reports of past incidents say that something happened, how sure that is, and why.

A small package over the program of the same name::

    import incidentmap as im

    im.resolve("Camp Taji")                          # one Location
    im.resolve(frame["place"], country="IQ")         # a frame: status, lat, lon, uncertainty_m, score, because
    im.locate(frame)                                 # a GeoDataFrame with the possible areas
    im.range("Sheikh Amir, Nineveh", "Erbil airport")  # least, likely, greatest
    im.build("reports.csv", "output", formats="html")
    im.check("reports.csv")
    im.explain("taji-2020-07-27", "output")

Positions are degrees on WGS 84; a length's unit is in its name.
"""

from ._commands import Build, build, check, explain, range, version
from ._lookup import locate, resolve
from ._pipe import close
from ._program import IncidentmapError, UsageError, program
from ._values import Finding, Location, Range

__version__ = "0.1.0"

__all__ = [
    "Build",
    "Finding",
    "IncidentmapError",
    "Location",
    "Range",
    "UsageError",
    "build",
    "check",
    "close",
    "explain",
    "locate",
    "program",
    "range",
    "resolve",
    "version",
]
