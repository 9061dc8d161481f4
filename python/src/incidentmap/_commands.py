# SPDX-License-Identifier: MIT
"""The other commands of the program as calls."""

from __future__ import annotations

import html
import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from ._lookup import Gazetteers, gazetteer_list
from ._program import run
from ._values import Finding, Range, location

if TYPE_CHECKING:
    import geopandas
    import pandas

PathLike = Union[str, "os.PathLike[str]"]
Table = Union[PathLike, "pandas.DataFrame", Sequence[PathLike]]
Option = Union[None, bool, str, float, "os.PathLike[str]", Sequence[Any], Mapping[str, str]]

#: Options that are given once for each value; other lists are one value with commas.
_REPEATED = ("map", "assume")


def range(start: str, end: str, *, country: Optional[str] = None, gazetteers: Gazetteers = None) -> Range:
    """How far is it from one locality to another?

    Args:
        start: Words that say where from.
        end: Words that say where to.
        country: Only places in this country.
        gazetteers: Files of gazetteers; none: those of the program.

    Returns:
        Least, likely and greatest distance in kilometres, and the azimuths; all None, with ``because``,
        where a place is not found or too coarse for a distance.

    Raises:
        UsageError: The country is none.
        IncidentmapError: The program is not there, or failed.
    """
    arguments = ["range", "--format", "json", *_options({"country": country})]
    for gazetteer in gazetteer_list(gazetteers):
        arguments += ["-g", gazetteer]
    answer = json.loads(run([*arguments, "--", start, end]).stdout)
    distance = answer["distance_km"] or {}
    azimuth = answer["azimuth_deg"] or {}
    return Range(
        least_km=distance.get("min"),
        likely_km=distance.get("likely"),
        greatest_km=distance.get("max"),
        text=answer["distance_text"],
        azimuth_deg=azimuth.get("likely"),
        azimuth_start_deg=azimuth.get("start"),
        azimuth_end_deg=azimuth.get("end"),
        back_azimuth_deg=answer["back_azimuth_deg"],
        compass=answer["compass"],
        compass_span=answer["compass_span"],
        because=answer["because"],
        start=location(answer["from"]),
        end=location(answer["to"]),
    )


@dataclass(frozen=True)
class Build:
    """What a build wrote."""

    #: The folder or file that was asked for.
    output: Path
    #: What the command prints: counts, launches, what is not on the map, things to check.
    summary: str
    #: False where the program ended with 3: written, but with ``strict`` or ``fail_on`` something is open.
    complete: bool
    _stem: str = field(repr=False, default="incidents")

    @property
    def geopackage(self) -> Path:
        """The GeoPackage with all layers and tables."""
        return self.output if self.output.suffix.lower() == ".gpkg" else self.output / f"{self._stem}.gpkg"

    @property
    def page(self) -> Path:
        """The page, where ``html`` was among the formats."""
        return self.geopackage.with_suffix(".html")

    def layer(self, name: str) -> "geopandas.GeoDataFrame":
        """A layer (``attacks``, ``uncertainty``, ``launch_to_target`` …) as a GeoDataFrame; needs geopandas."""
        import geopandas

        return geopandas.read_file(self.geopackage, layer=name)

    def _repr_html_(self) -> Optional[str]:
        """In a notebook: the page in a frame, where one was written, else the summary."""
        if not self.page.is_file():
            return f"<pre>{html.escape(self.summary)}</pre>"
        page = html.escape(self.page.read_text(encoding="utf-8"), quote=True)
        return (
            f'<iframe title="The map" srcdoc="{page}" sandbox="allow-scripts allow-popups" '
            'style="width:100%;height:640px;border:1px solid #999"></iframe>'
        )


def build(
    reports: Table,
    out: PathLike = "output",
    *,
    formats: Union[None, str, Sequence[str]] = None,
    gazetteers: Gazetteers = None,
    name: str = "incidents",
    **options: Option,
) -> Build:
    """Makes map layers from tables of reports: the same bytes as ``incidentmap build``.

    Args:
        reports: The path of a table, a list of paths, or a pandas frame. A frame is written as a CSV of the
            given name first; its table of decisions lies beside the output.
        out: A folder or one file ``.gpkg``.
        formats: ``gpkg``, ``geojson``, ``csv``, ``fgb``, ``kml``, ``xlsx``, ``html``, ``svg``, ``png``,
            ``pdf``; none: gpkg, for a folder geojson too.
        gazetteers: Files of gazetteers; none: those of the program.
        name: What the files of a frame begin with.
        options: Any other option of the command, with ``_`` for ``-``: ``since="2020-01-01"``,
            ``map={"place": "Town"}``, ``rings=[10, 20]``, ``title="…"``, ``no_ask=True``.

    Raises:
        UsageError: An option that there is not, or that makes no sense.
        IncidentmapError: The build failed; what stood there before stands there still.
    """
    given = dict(options)
    with _paths(reports, name) as (paths, is_frame):
        if is_frame and not given.get("no_decisions"):
            beside = Path(out).parent if Path(out).suffix.lower() == ".gpkg" else Path(out)
            if not given.get("no_ask"):
                beside.mkdir(parents=True, exist_ok=True)
            given.setdefault("decisions", beside / f"{name}.decisions.csv")
            given.setdefault("same", beside / f"{name}.same.csv")
        arguments = ["build", "-o", os.fspath(out), *_options({"format": formats, **given})]
        for gazetteer in gazetteer_list(gazetteers):
            arguments += ["-g", gazetteer]
        done = run([*arguments, "--", *paths], also=[3])
    stem = Path(paths[0]).name.split(".")[0] if paths and paths[0] != "-" else "incidents"
    return Build(Path(out), done.stdout, done.returncode == 0, stem)


def check(reports: Table, *, gazetteers: Gazetteers = None, **options: Option) -> Any:
    """What does not add up in these reports? Writes nothing.

    Args:
        reports: As for :func:`build`.
        gazetteers: Files of gazetteers; none: those of the program.
        options: Any other option of ``incidentmap check``.

    Returns:
        A list of :class:`Finding`, in the order in which a person goes through them; for a frame a frame.
    """
    with _paths(reports, "reports") as (paths, is_frame):
        arguments = ["check", "--format", "jsonl", *_options(options)]
        for gazetteer in gazetteer_list(gazetteers):
            arguments += ["-g", gazetteer]
        lines = run([*arguments, "--", *paths], also=[3]).stdout.splitlines()
    names = Finding.__dataclass_fields__
    rows = [{key: value for key, value in json.loads(line).items() if key in names} for line in lines]
    if not is_frame:
        return [Finding(**row) for row in rows]
    import pandas

    return pandas.DataFrame(rows, columns=list(names))


def explain(incident: str, build_or_file: Union[Build, PathLike] = "output") -> Dict[str, Any]:
    """Why is this incident where it is? The keys are those of docs/explain.md.

    Args:
        incident: The id of an incident, a feature or a report.
        build_or_file: What :func:`build` gave, a GeoPackage, or its folder.

    Raises:
        IncidentmapError: There is no such id, or no build there.
    """
    file = build_or_file.geopackage if isinstance(build_or_file, Build) else build_or_file
    told: Dict[str, Any] = json.loads(run(["explain", "--format", "json", "--", incident, os.fspath(file)]).stdout)
    return told


def version() -> Dict[str, Any]:
    """The versions of the program, its libraries and gazetteers, as ``incidentmap --version --json``."""
    told: Dict[str, Any] = json.loads(run(["--version", "--json"]).stdout)
    return told


@contextmanager
def _paths(reports: Table, name: str) -> Iterator[Tuple[List[str], bool]]:
    """The paths of the reports, and whether they were a frame, which lies in a file meanwhile."""
    if hasattr(reports, "to_csv"):
        with tempfile.TemporaryDirectory(prefix="incidentmap-") as folder:
            path = os.path.join(folder, f"{name}.csv")
            reports.to_csv(path, index=False, encoding="utf-8")
            yield [path], True
    elif isinstance(reports, (str, os.PathLike)):
        yield [os.fspath(reports)], False
    else:
        yield [os.fspath(path) for path in reports], False


def _options(options: Mapping[str, Option]) -> List[str]:
    """Options as words of a command line; what is None or False is left out."""
    words: List[str] = []
    for key, value in options.items():
        option = "--" + key.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(option)
        elif isinstance(value, Mapping):
            for ours, theirs in value.items():
                words += [option, f"{ours}={theirs}"]
        elif isinstance(value, (str, os.PathLike)):
            words.append(f"{option}={os.fspath(value)}")
        elif isinstance(value, (int, float)):
            words.append(f"{option}={value!r}")
        elif key in _REPEATED:
            for one in value:
                words += [option, str(one)]
        else:
            words.append(f"{option}={','.join(str(one) for one in value)}")
    return words
