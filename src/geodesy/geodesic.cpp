// SPDX-License-Identifier: MIT
#include "geodesy/geodesic.hpp"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/xyz.hpp"

namespace incidentmap {
namespace {

using GeographicLib::GeodesicLine;

const GeographicLib::Geodesic& earth() { return GeographicLib::Geodesic::WGS84(); }

/// A place on the way: how far along, where (longitude running on beyond +-180), and in which direction.
struct Station {
    double along_m = 0;
    LonLat position;
    double azimuth_deg = 0;
};

class Way {
  public:
    Way(LonLat from, LonLat to) : m_line(earth().InverseLine(from.lat, from.lon, to.lat, to.lon)) {}

    double length_m() const { return m_line.Distance(); }

    Station at(double along_m) const {
        Station station{along_m, {}, 0};
        double unused = 0;
        m_line.GenPosition(false, along_m,
                           GeodesicLine::LATITUDE | GeodesicLine::LONGITUDE | GeodesicLine::AZIMUTH |
                               GeodesicLine::LONG_UNROLL,
                           station.position.lat, station.position.lon, station.azimuth_deg, unused, unused,
                           unused, unused, unused);
        return station;
    }

    /// Whether \p position is at most \p offset_m metres from the way; it is looked for about \p guess_m.
    bool is_near(LonLat position, double guess_m, double offset_m) const {
        const Xyz target = to_xyz(position);
        double along_m = guess_m;
        for (int step = 0; step < 3; ++step) {
            const Station station = at(along_m);
            const Xyz gap = target - to_xyz(station.position);
            if (dot(gap, gap) <= offset_m * offset_m) return true;
            along_m = std::clamp(along_m + dot(gap, heading(station.position, station.azimuth_deg)), 0.0,
                                 length_m());
        }
        return false;
    }

  private:
    GeodesicLine m_line;
};

/// The part of the way between two stations, as vertices; the first station is already there.
class Drawing {
  public:
    Drawing(const Way& way, double max_offset_m)
        : m_way(way), m_max_offset_m(std::max(max_offset_m, 0.001)) {}

    void draw(const Station& a, const Station& b, int depth, Line& line) const {
        if (depth == 0 || is_straight(a, b)) {
            line.push_back(b.position);
            return;
        }
        const Station middle = m_way.at((a.along_m + b.along_m) / 2);
        draw(a, middle, depth - 1, line);
        draw(middle, b, depth - 1, line);
    }

  private:
    bool is_straight(const Station& a, const Station& b) const {
        if (surely_straight(a, b)) return true;
        // The largest offset may lie between two of the places tried. It is most often about the middle.
        const double allowed_m = 0.8 * m_max_offset_m;
        for (const double t : {0.5, 0.25, 0.75, 0.375, 0.625, 0.125, 0.875}) {
            const double guess_m = a.along_m + (b.along_m - a.along_m) * t;
            if (!m_way.is_near(between(a.position, b.position, t), guess_m, allowed_m)) return false;
        }
        return true;
    }

    /// By the greatest bend of a line straight in longitude and latitude, without measuring.
    bool surely_straight(const Station& a, const Station& b) const {
        const double length_m = b.along_m - a.along_m;
        const double lat = std::max(std::abs(a.position.lat), std::abs(b.position.lat)) * radians_per_degree +
                           length_m / least_curvature_radius_m;
        if (lat > 1.5) return false;
        const double bend = 2 * (std::tan(lat) + 0.01) / least_curvature_radius_m;
        return length_m * length_m / 8 * bend <= m_max_offset_m;
    }

    const Way& m_way;
    double m_max_offset_m;
};

/// The station at which the way crosses the meridian \p lon between two stations on either side of it.
Station crossing(const Way& way, Station a, Station b, double lon) {
    const bool eastward = b.position.lon > a.position.lon;
    for (int step = 0; step < 60; ++step) {
        const Station middle = way.at((a.along_m + b.along_m) / 2);
        const bool before = eastward ? middle.position.lon < lon : middle.position.lon > lon;
        (before ? a : b) = middle;
    }
    a.position.lon = lon;
    return a;
}

/// The meridian of the antimeridian's family (180, -180, 540 ...) that lies strictly between, or NaN.
double meridian_between(double a, double b) {
    const auto [low, high] = std::minmax(a, b);
    const double cut = 360 * std::floor((low + 180) / 360) + 180;
    return cut > low && cut < high ? cut : std::nan("");
}

bool is_pole(LonLat position) { return std::abs(position.lat) == 90; }

}  // namespace

Geodesic geodesic(LonLat from, LonLat to) {
    Geodesic result;
    earth().Inverse(from.lat, from.lon, to.lat, to.lon, result.distance_m, result.azimuth_deg,
                    result.arrival_azimuth_deg);
    if (result.distance_m == 0) return {};
    result.azimuth_deg = wrapped_azimuth(result.azimuth_deg);
    result.arrival_azimuth_deg = wrapped_azimuth(result.arrival_azimuth_deg);
    return result;
}

LonLat destination(LonLat from, double azimuth_deg, double distance_m) {
    LonLat result;
    earth().Direct(from.lat, from.lon, azimuth_deg, distance_m, result.lat, result.lon);
    return result;
}

LonLat antipode(LonLat position) {
    return {position.lon > 0 ? position.lon - 180 : position.lon + 180, -position.lat};
}

MultiLine geodesic_line(LonLat from, LonLat to, double max_offset_m) {
    if (!is_valid(from) || !is_valid(to)) throw Error{"a line needs two positions on the earth"};
    const Way way{from, to};
    if (!(way.length_m() > 0)) return {{{from, to}}};

    Station start = way.at(0);
    Station end = way.at(way.length_m());
    start.position = from;
    end.position = {to.lon + 360 * std::round((end.position.lon - to.lon) / 360), to.lat};
    const double step_m = std::min(1.0, way.length_m() / 2);
    if (is_pole(from)) start.position.lon = way.at(step_m).position.lon;
    if (is_pole(to)) end.position.lon = way.at(way.length_m() - step_m).position.lon;

    // Both sides of the antimeridian end at the latitude of the geodesic, not of a chord.
    const double cut = meridian_between(start.position.lon, end.position.lon);
    constexpr int depth = 40;
    const Drawing drawing{way, max_offset_m};
    Line line{start.position};
    if (!std::isnan(cut)) {
        const Station at_cut = crossing(way, start, end, cut);
        drawing.draw(start, at_cut, depth, line);
        start = at_cut;
    }
    drawing.draw(start, end, depth, line);
    return cut_line(line);
}

double wrapped_azimuth(double azimuth_deg) {
    const double turned = std::fmod(azimuth_deg, 360.0);
    const double positive = turned < 0 ? turned + 360 : turned;
    return positive >= 360 ? 0 : positive;
}

double wrapped_angle(double angle_deg) {
    if (angle_deg >= -180 && angle_deg <= 180) return angle_deg;
    return std::remainder(angle_deg, 360.0);
}

}  // namespace incidentmap
