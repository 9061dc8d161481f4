# SPDX-License-Identifier: MIT
"""Localities to locations: one, a list, a series or a frame of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union, overload

from ._pipe import Answer, Question, pipe
from ._program import IncidentmapError
from ._values import Location, location

if TYPE_CHECKING:
    import geopandas
    import pandas

# Some overloads are ignored below: a str is an iterable of str too, and without the stubs of pandas a series is Any.
#: One text for all, or one for each locality (a list, a series).
Stated = Union[None, str, Sequence[Optional[str]], "pandas.Series[Any]"]
Gazetteers = Union[None, str, "os.PathLike[str]", Sequence[Union[str, "os.PathLike[str]"]]]

#: The columns that :func:`resolve` gives for a series, with how an unknown value is held.
COLUMNS = (
    "status", "lat", "lon", "uncertainty_m", "score", "because",
    "name", "place_id", "kind", "country", "admin1",
)  # fmt: skip
_NUMBERS = ("lat", "lon", "uncertainty_m", "score")


def gazetteer_list(gazetteers: Gazetteers) -> Tuple[str, ...]:
    """What ``-g`` takes, one by one."""
    if gazetteers is None:
        return ()
    if isinstance(gazetteers, (str, os.PathLike)):
        return (os.fspath(gazetteers),)
    return tuple(os.fspath(one) for one in gazetteers)


def _text(value: Any) -> str:
    """A cell as text; None, NaN and pandas' NA are empty."""
    if value is None or value != value:
        return ""
    try:
        return str(value)
    except TypeError:
        return ""


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    try:
        return _text(value)
    except TypeError:  # pandas.NA has no truth
        return ""


def _is_series(value: Any) -> bool:
    return hasattr(value, "to_numpy") and hasattr(value, "index")


def _column(stated: Stated, count: int, index: Any, what: str) -> Optional[List[str]]:
    """What is stated for each of so many localities; None where nothing is."""
    if stated is None:
        return None
    if isinstance(stated, str):
        return [stated] * count
    if index is not None and _is_series(stated) and not stated.index.equals(index):  # type: ignore[union-attr]
        raise ValueError(f"{what} has another index than the localities")
    cells = [_cell(value) for value in stated]
    if len(cells) != count:
        raise ValueError(f"{what} has {len(cells)} values for {count} localities")
    return cells


def _answers(
    places: Iterable[Any],
    stated: Mapping[str, Stated],
    gazetteers: Gazetteers,
    areas: bool,
    index: Any = None,
) -> List[Answer]:
    """An answer to each place, in order. What is asked twice goes to the program once."""
    words = [_cell(place) for place in places]
    columns = {"place": words}
    for what, value in stated.items():
        column = _column(value, len(words), index, what)
        if column is not None:
            columns[what] = column
    names = list(columns)
    asked: Dict[Tuple[str, ...], int] = {}
    questions: List[Question] = []
    which: List[int] = []
    for row in zip(*columns.values()):
        number = asked.setdefault(row, len(questions))
        if number == len(questions):
            questions.append({name: cell for name, cell in zip(names, row) if cell or name == "place"})
        which.append(number)
    found = pipe(gazetteer_list(gazetteers), areas).ask(questions)
    return [found[number] for number in which]


def _frame_columns(answers: Sequence[Answer]) -> Dict[str, "pandas.Series[Any]"]:
    import pandas

    columns: Dict[str, pandas.Series[Any]] = {}
    for name in COLUMNS:
        values: List[Any] = [answer[name] for answer in answers]
        if name == "because":
            values = [" ".join(sentences) for sentences in values]
        columns[name] = pandas.Series(values, dtype="float64" if name in _NUMBERS else "object")
    return columns


@overload
def resolve(  # type: ignore
    places: str,
    *,
    country: Stated = ...,
    admin1: Stated = ...,
    admin2: Stated = ...,
    near: Stated = ...,
    gazetteers: Gazetteers = ...,
) -> Location: ...


@overload
def resolve(  # type: ignore
    places: "pandas.Series[Any]",
    *,
    country: Stated = ...,
    admin1: Stated = ...,
    admin2: Stated = ...,
    near: Stated = ...,
    gazetteers: Gazetteers = ...,
) -> "pandas.DataFrame": ...


@overload
def resolve(  # type: ignore
    places: Iterable[Optional[str]],
    *,
    country: Stated = ...,
    admin1: Stated = ...,
    admin2: Stated = ...,
    near: Stated = ...,
    gazetteers: Gazetteers = ...,
) -> List[Location]: ...


def resolve(
    places: Any,
    *,
    country: Stated = None,
    admin1: Stated = None,
    admin2: Stated = None,
    near: Stated = None,
    gazetteers: Gazetteers = None,
) -> Any:
    """Where is this, and why?

    Args:
        places: A locality (``Camp Taji``, ``85 km north of Baghdad``, coordinates, a code), a list of them,
            or a pandas series. What is missing is ``unresolved``.
        country: The country that is stated: a name or an ISO 3166-1 code. Like the next two, one text for
            all or one for each.
        admin1: The province that is stated.
        admin2: The district that is stated.
        near: Of several places that fit, the one nearest to this locality.
        gazetteers: Files of gazetteers, the first counts most; none: those of the program.

    Returns:
        A :class:`Location` for one locality, a list of them for a list. For a series a frame with its index
        and the columns status, lat, lon (degrees), uncertainty_m, score, because, name, place_id, kind,
        country, admin1; unknown numbers are NaN, unknown texts None.

    Raises:
        IncidentmapError: The program is not there, or ended.
        ValueError: What is stated is not as many as the localities.
    """
    stated = {"country": country, "admin1": admin1, "admin2": admin2, "near": near}
    if isinstance(places, str):
        return location(_answers([places], stated, gazetteers, False)[0])
    if not _is_series(places):
        return [location(answer) for answer in _answers(places, stated, gazetteers, False)]
    import pandas

    answers = _answers(places, stated, gazetteers, False, places.index)
    frame = pandas.DataFrame(_frame_columns(answers), columns=list(COLUMNS))
    frame.index = places.index
    return frame


@overload
def locate(  # type: ignore
    frame: "pandas.DataFrame",
    place: str = ...,
    *,
    country: Optional[str] = ...,
    admin1: Optional[str] = ...,
    admin2: Optional[str] = ...,
    near: Optional[str] = ...,
    gazetteers: Gazetteers = ...,
) -> "geopandas.GeoDataFrame": ...


@overload
def locate(  # type: ignore
    frame: Iterable[Mapping[str, Any]],
    place: str = ...,
    *,
    country: Optional[str] = ...,
    admin1: Optional[str] = ...,
    admin2: Optional[str] = ...,
    near: Optional[str] = ...,
    gazetteers: Gazetteers = ...,
) -> List[Location]: ...


def locate(
    frame: Any,
    place: str = "place",
    *,
    country: Optional[str] = None,
    admin1: Optional[str] = None,
    admin2: Optional[str] = None,
    near: Optional[str] = None,
    gazetteers: Gazetteers = None,
) -> Any:
    """The possible area of each row of a table.

    Args:
        frame: A pandas frame, or a list of dicts.
        place: The column that holds the localities.
        country: A column that holds the country; where there is no such column, the country itself. So for
            the next three. Without it the columns ``country``, ``admin1`` and ``admin2`` are used where the
            table has them.
        admin1: The province.
        admin2: The district.
        near: Of several places that fit, the one nearest to this locality.
        gazetteers: As for :func:`resolve`.

    Returns:
        For a frame a GeoDataFrame (EPSG:4326) with its index and columns, those of :func:`resolve`, and the
        possible area as geometry: a polygon, the point where the place is known exactly, None where there is
        no place. A column of the frame that has the name of an answer's keeps it, and the answer's is called
        ``found_country`` and the like. For a list of dicts a list of :class:`Location`, each with its
        ``possible_area`` as GeoJSON.

    Raises:
        KeyError: There is no column ``place``.
        IncidentmapError: The program is not there, or ended; or geopandas is not installed.
    """
    is_frame = hasattr(frame, "columns")
    rows: List[Mapping[str, Any]] = [] if is_frame else list(frame)
    names = set(frame.columns) if is_frame else {name for row in rows for name in row}
    if place not in names and (is_frame or rows):
        raise KeyError(place)

    def cells(name: str) -> Any:
        return frame[name] if is_frame else [row.get(name) for row in rows]

    stated: Dict[str, Stated] = {}
    for what, given in (("country", country), ("admin1", admin1), ("admin2", admin2), ("near", near)):
        column = given if given is not None else what if what != "near" else None
        if column is not None:
            stated[what] = cells(column) if column in names else given
    if not is_frame:
        return [location(one) for one in _answers(cells(place), stated, gazetteers, True)]
    try:
        import geopandas
        from shapely.geometry import shape
    except ImportError as error:
        raise IncidentmapError(
            f"locate() of a frame needs geopandas ({error}); install incidentmap[geopandas], "
            "or give a list of dicts"
        ) from error
    answers = _answers(cells(place), stated, gazetteers, True, frame.index)
    shapes: Dict[int, Any] = {}  # rows that ask the same have the same answer
    geometry = []
    for one in answers:
        if id(one) not in shapes:
            shapes[id(one)] = shape(one["possible_area"]) if one["possible_area"] else None
        geometry.append(shapes[id(one)])
    out = frame.copy()
    for name, column_of_answers in _frame_columns(answers).items():
        column_of_answers.index = frame.index
        out["found_" + name if name in names else name] = column_of_answers
    return geopandas.GeoDataFrame(out, geometry=geometry, crs="EPSG:4326")
