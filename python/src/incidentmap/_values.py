# SPDX-License-Identifier: MIT
"""What the program answers, as values."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Dict, Mapping, Optional, Tuple


@dataclass(frozen=True)
class Location:
    """The answer to a locality. What is not known is None; ambiguous and unresolved ones have no place."""

    #: The words that were looked up.
    query: str
    #: ``resolved`` (a point), ``coarse`` (only an area is known), ``ambiguous`` or ``unresolved``.
    status: str
    name: Optional[str] = None
    #: ``geonames:98182``, ``ourairports:ORER``, or the gazetteer's own word.
    place_id: Optional[str] = None
    gazetteer: Optional[str] = None
    kind: Optional[str] = None
    #: ISO 3166-1 alpha-2.
    country: Optional[str] = None
    admin1: Optional[str] = None
    #: The likely point, in degrees on WGS 84.
    lon: Optional[float] = None
    lat: Optional[float] = None
    #: The radius in metres of the smallest circle about that point that covers the possible area.
    uncertainty_m: Optional[float] = None
    geo_precision: Optional[int] = None
    where_prec: Optional[int] = None
    #: 0 to 1: how sure it is that the name means this place, not that anything happened there.
    score: Optional[float] = None
    #: Sentences that say why.
    because: Tuple[str, ...] = ()
    #: What else the words may mean, or what was set aside; each with name, place_id, lon, lat, because.
    alternatives: Tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    #: The area in which the place lies, a GeoJSON geometry; asked for by :func:`incidentmap.locate`.
    possible_area: Optional[Mapping[str, Any]] = field(default=None, repr=False)

    @property
    def has_place(self) -> bool:
        """Whether there is a place at all, a point or an area."""
        return self.status in ("resolved", "coarse")

    @property
    def __geo_interface__(self) -> Dict[str, Any]:
        properties = {
            one.name: getattr(self, one.name)
            for one in fields(self)
            if one.name not in ("alternatives", "possible_area", "because")
        }
        properties["because"] = " ".join(self.because)
        geometry: Optional[Mapping[str, Any]] = self.possible_area
        if geometry is None and self.lon is not None and self.lat is not None:
            geometry = {"type": "Point", "coordinates": (self.lon, self.lat)}
        return {"type": "Feature", "geometry": geometry, "properties": properties}

    def __str__(self) -> str:
        where = ""
        if self.lat is not None and self.lon is not None and self.uncertainty_m is not None:
            where = f" at {self.lat:.5f}, {self.lon:.5f} within {self.uncertainty_m / 1000:g} km"
        return f"{self.query}: {self.status}{': ' + self.name if self.name else ''}{where}"


_location_names = frozenset(one.name for one in fields(Location))


def location(answer: Mapping[str, Any]) -> Location:
    """A location from the object that the program writes; what this version does not know is left out."""
    known = {name: value for name, value in answer.items() if name in _location_names}
    known["because"] = tuple(known.get("because") or ())
    known["alternatives"] = tuple(known.get("alternatives") or ())
    return Location(**known)


@dataclass(frozen=True)
class Range:
    """How far it is from one locality to another, on the ellipsoid; None where that cannot be told."""

    least_km: Optional[float]
    likely_km: Optional[float]
    greatest_km: Optional[float]
    #: As precise as the bounds bear: ``about 44 km (38 to 49)``.
    text: Optional[str]
    #: Degrees clockwise from north: the likely one, and between which two it lies.
    azimuth_deg: Optional[float]
    azimuth_start_deg: Optional[float]
    azimuth_end_deg: Optional[float]
    back_azimuth_deg: Optional[float]
    #: The compass direction of the likely azimuth; None where the azimuths span more than 90 degrees.
    compass: Optional[str]
    compass_span: Optional[str]
    #: Why there is no distance; None where there is one.
    because: Optional[str]
    start: Location = field(repr=False)
    end: Location = field(repr=False)

    @property
    def least(self) -> Optional[float]:
        """Kilometres between the nearest parts of the two possible areas."""
        return self.least_km

    @property
    def likely(self) -> Optional[float]:
        """Kilometres between the two likely points."""
        return self.likely_km

    @property
    def greatest(self) -> Optional[float]:
        """Kilometres between the farthest parts of the two possible areas."""
        return self.greatest_km

    def __str__(self) -> str:
        return self.text or self.because or ""


@dataclass(frozen=True)
class Finding:
    """Something that a check noticed; docs/checks.md describes each code."""

    code: str
    #: ``note``, ``warning`` or ``error``.
    severity: str
    file: Optional[str] = None
    row: Optional[int] = None
    column: Optional[str] = None
    sentence: str = ""
    incident_id: Optional[str] = None
    lon: Optional[float] = None
    lat: Optional[float] = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.row}: " if self.file and self.row else f"{self.file}: " if self.file else ""
        return f"{where}{self.sentence} [{self.code}]"
