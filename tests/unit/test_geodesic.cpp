// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "catch.hpp"
#include "core/error.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/map_shapes.hpp"

using namespace incidentmap;

namespace {

struct Vector {
    LonLat from;
    LonLat to;
    double distance_m;
    double azimuth_deg;
    double arrival_azimuth_deg;
};

double turn_between(double a, double b) { return std::abs(std::remainder(a - b, 360.0)); }

/// The distance from a position to the geodesic, by a slow search along it.
double offset_from_way_m(LonLat from, LonLat to, LonLat position) {
    const Geodesic way = geodesic(from, to);
    const auto at = [&](double along_m) {
        return geodesic(destination(from, way.azimuth_deg, along_m), position).distance_m;
    };
    double best_m = 0;
    constexpr int parts = 400;
    for (int i = 0; i <= parts; ++i) {
        const double along_m = way.distance_m * i / parts;
        if (at(along_m) < at(best_m)) best_m = along_m;
    }
    double low = std::max(0.0, best_m - way.distance_m / parts);
    double high = std::min(way.distance_m, best_m + way.distance_m / parts);
    while (high - low > 0.1) {
        const double third = (high - low) / 3;
        if (at(low + third) < at(high - third)) {
            high -= third;
        } else {
            low += third;
        }
    }
    return at((low + high) / 2);
}

void check_line(LonLat from, LonLat to, double max_offset_m, std::size_t parts) {
    CAPTURE(from.lon, from.lat, to.lon, to.lat);
    const MultiLine drawn = geodesic_line(from, to, max_offset_m);
    REQUIRE(drawn.lines.size() == parts);
    double worst_m = 0;
    for (const Line& line : drawn.lines) {
        REQUIRE(line.size() >= 2);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            CHECK(is_valid(line[i]));
            CHECK(is_valid(line[i + 1]));
            for (const double t : {0.17, 0.5, 0.71}) {
                const LonLat on_chord{line[i].lon + (line[i + 1].lon - line[i].lon) * t,
                                      line[i].lat + (line[i + 1].lat - line[i].lat) * t};
                worst_m = std::max(worst_m, offset_from_way_m(from, to, on_chord));
            }
        }
    }
    CHECK(worst_m <= max_offset_m);
}

}  // namespace

TEST_CASE("geodesics agree with Karney's published test set") {
    // C. F. F. Karney, Test set for geodesics, doi:10.5281/zenodo.32156, lines of each of its groups.
    const Vector vectors[] = {
        {{0, 36.530042355041},
         {5.762344694676510456, -48.164270779097768864},
         9398502.0434687,
         176.125875162171,
         175.334308316285410561},
        {{0, 63.758775485865},
         {107.504991932891908801, 25.17974033943720596},
         8337896.7811702,
         63.327049113388,
         154.05555223257211081},
        {{0, 10.921226035849},
         {59.471562388985018642, 35.247410984329374119},
         6552967.9476886,
         55.357395703568,
         81.179468094302121466},
    };
    for (const Vector& expected : vectors) {
        const Geodesic way = geodesic(expected.from, expected.to);
        CHECK(std::abs(way.distance_m - expected.distance_m) < 1e-6);
        CHECK(turn_between(way.azimuth_deg, expected.azimuth_deg) < 1e-9);
        CHECK(turn_between(way.arrival_azimuth_deg, expected.arrival_azimuth_deg) < 1e-9);
    }
}

TEST_CASE("geodesics agree with lengths known without any geodesic solver") {
    // WGS 84: a = 6378137, 1/f = 298.257223563 (NIMA TR8350.2). An arc of the equator is a * angle; the
    // quarter meridian is pi/2 * a / (1 + n) * (1 + n^2/4 + n^4/64 + ...) with n = f / (2 - f) (F. R. Helmert
    // 1880).
    const double pi = std::acos(-1.0);
    const double degree_m = 6378137.0 * pi / 180;
    const double n = 1 / (2 * 298.257223563 - 1);
    const double quarter_m = pi / 2 * 6378137.0 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
    const Vector vectors[] = {
        {{0, 0}, {1, 0}, degree_m, 90, 90},
        {{0, 0}, {-1, 0}, degree_m, 270, 270},
        {{179.5, 0}, {-179.5, 0}, degree_m, 90, 90},
        {{-179.5, 0}, {179.5, 0}, degree_m, 270, 270},
        {{10, 0}, {100, 0}, 90 * degree_m, 90, 90},
        {{44, 0}, {44, 90}, quarter_m, 0, 0},
        {{44, 0}, {44, -90}, quarter_m, 180, 180},
        {{0, -90}, {0, 90}, 2 * quarter_m, 0, 0},
        {{0, 0}, {180, 0}, 2 * quarter_m, 0, 180},
        {{-90, 45}, {90, 45}, 2 * (quarter_m - geodesic({0, 0}, {0, 45}).distance_m), 0, 180},
    };
    for (const Vector& expected : vectors) {
        CAPTURE(expected.from.lon, expected.from.lat, expected.to.lon, expected.to.lat);
        const Geodesic way = geodesic(expected.from, expected.to);
        CHECK(std::abs(way.distance_m - expected.distance_m) < 1e-6);
        CHECK(turn_between(way.azimuth_deg, expected.azimuth_deg) < 1e-9);
        CHECK(turn_between(way.arrival_azimuth_deg, expected.arrival_azimuth_deg) < 1e-9);
    }
}

TEST_CASE("Wellington and Salamanca are nearly antipodes, and their geodesic is still exact") {
    // The worked example of GeographicLib's documentation.
    const Geodesic way = geodesic({174.81, -41.32}, {-5.50, 40.96});
    CHECK(std::abs(way.distance_m - 19959679.267) < 0.001);
    CHECK(way.azimuth_deg == Approx(161.06766998616).epsilon(1e-10));
    CHECK(way.arrival_azimuth_deg == Approx(18.82519512332).epsilon(1e-9));
}

TEST_CASE("the short test set agrees line by line") {
    const char* folder = std::getenv("INCIDENTMAP_REAL_DATA");
    if (!folder) {
        WARN("skipped: INCIDENTMAP_REAL_DATA is not set");
        return;
    }
    const std::string command = "gzip -dc '" + std::string{folder} + "/GeodTest-short.dat.gz'";
    const std::unique_ptr<FILE, int (*)(FILE*)> file{popen(command.c_str(), "r"), pclose};
    REQUIRE(file);
    double lat1 = 0, lon1 = 0, azi1 = 0, lat2 = 0, lon2 = 0, azi2 = 0, s12 = 0;
    int lines = 0;
    double worst_m = 0;
    double worst_deg = 0;
    double worst_direct_m = 0;
    while (std::fscanf(file.get(), "%lf %lf %lf %lf %lf %lf %lf %*f %*f %*f", &lat1, &lon1, &azi1, &lat2,
                       &lon2, &azi2, &s12) == 7) {
        ++lines;
        const Geodesic way = geodesic({lon1, lat1}, {lon2, lat2});
        worst_m = std::max(worst_m, std::abs(way.distance_m - s12));
        // Near a pole, an antipode or a coincidence the azimuth hangs on the last digits written.
        if (s12 > 1000 && s12 < 19.9e6 && std::abs(lat1) < 89 && std::abs(lat2) < 89) {
            worst_deg = std::max(worst_deg, turn_between(way.azimuth_deg, azi1));
            worst_deg = std::max(worst_deg, turn_between(way.arrival_azimuth_deg, azi2));
        }
        worst_direct_m =
            std::max(worst_direct_m, geodesic(destination({lon1, lat1}, azi1, s12), {lon2, lat2}).distance_m);
    }
    CHECK(lines == 10000);
    CHECK(worst_m < 1e-6);
    CHECK(worst_deg < 1e-6);
    CHECK(worst_direct_m < 1e-6);
}

TEST_CASE(
    "Sheikh Amir lies 43.47 km and 101.8 degrees from Erbil's airport, Saba' al-Bour 11.63 km from Camp "
    "Taji") {
    const Geodesic to_erbil = geodesic({43.4734, 36.3193}, {43.9467, 36.2381});
    CHECK(to_erbil.distance_m == Approx(43470).margin(5));
    CHECK(to_erbil.azimuth_deg == Approx(101.8).margin(0.05));
    const Geodesic to_taji = geodesic({44.1547, 33.4631}, {44.2567, 33.5239});
    CHECK(to_taji.distance_m == Approx(11630).margin(5));
    CHECK(to_taji.azimuth_deg == Approx(54.5).margin(0.05));
}

TEST_CASE("coincident positions have distance 0 and azimuths 0, wherever they are") {
    for (const LonLat position : {LonLat{44, 33}, LonLat{0, 0}, LonLat{12, 90}, LonLat{180, -20}}) {
        const Geodesic way = geodesic(position, position);
        CHECK(way.distance_m == 0);
        CHECK(way.azimuth_deg == 0);
        CHECK(way.arrival_azimuth_deg == 0);
    }
    CHECK(geodesic({180, 10}, {-180, 10}).distance_m == 0);
    CHECK(geodesic({180, 10}, {-180, 10}).azimuth_deg == 0);
}

TEST_CASE("a destination's longitude is within -180 to 180") {
    const LonLat east = destination({179.9, 10}, 90, 100e3);
    CHECK(east.lon == Approx(-179.188).margin(0.001));
    const LonLat over = destination({44, 80}, 0, 2.0e6);
    CHECK(over.lon == Approx(-136));
}

TEST_CASE("azimuths turn into 0 up to 360, angles into -180 to 180") {
    CHECK(wrapped_azimuth(-90) == 270);
    CHECK(wrapped_azimuth(360) == 0);
    CHECK(wrapped_azimuth(-1e-20) == 0);
    CHECK(wrapped_azimuth(725) == 5);
    CHECK(wrapped_angle(190) == -170);
    CHECK(wrapped_angle(-540.5) == 179.5);
    CHECK(wrapped_angle(-180) == -180);
}

TEST_CASE("a short line is its two ends") {
    const MultiLine line = geodesic_line({43.4734, 36.3193}, {43.9467, 36.2381});
    REQUIRE(line.lines.size() == 1);
    CHECK(line.lines[0] == Line{{43.4734, 36.3193}, {43.9467, 36.2381}});
}

TEST_CASE("what is drawn between a line's vertices stays near the geodesic") {
    check_line({44, 33}, {-77, 39}, 100, 1);
    check_line({-0.5, 51.5}, {139.7, 35.7}, 1000, 1);
    check_line({0, 10}, {0.5, -60}, 100, 1);
    check_line({10, 5}, {150, -35}, 500, 1);
}

TEST_CASE("a line across the antimeridian is cut in two at the latitude where the geodesic crosses it") {
    check_line({170, 40}, {-150, 55}, 100, 2);
    const MultiLine line = geodesic_line({170, 40}, {-150, 55});
    const LonLat left = line.lines[0].back();
    const LonLat right = line.lines[1].front();
    CHECK(left.lon == 180);
    CHECK(right.lon == -180);
    CHECK(left.lat == right.lat);
    CHECK(offset_from_way_m({170, 40}, {-150, 55}, left) < 0.2);
    CHECK(line.lines[0].front() == LonLat{170, 40});
    CHECK(line.lines[1].back() == LonLat{-150, 55});

    const MultiLine back = geodesic_line({-150, 55}, {170, 40});
    REQUIRE(back.lines.size() == 2);
    CHECK(back.lines[0].back().lon == -180);
    CHECK(back.lines[1].front().lon == 180);
    CHECK(back.lines[0].back().lat == Approx(left.lat).margin(1e-9));
}

TEST_CASE("a line that only touches the antimeridian is not cut") {
    CHECK(geodesic_line({180, 0}, {-170, 0}).lines.size() == 1);
    CHECK(geodesic_line({170, 0}, {180, 0}).lines.size() == 1);
    CHECK(geodesic_line({170, 0}, {-180, 0}).lines.size() == 1);
    CHECK(geodesic_line({180, 0}, {180, 20}).lines.size() == 1);
    CHECK(geodesic_line({180, 0}, {-180, 20}).lines.size() == 1);
}

TEST_CASE("lines over, past and to a pole stay near the geodesic") {
    check_line({44, 80}, {-136, 75}, 100, 1);
    check_line({44, 80}, {-136.001, 75}, 100, 2);
    check_line({-10, 70}, {165, 72}, 100, 1);
    check_line({30, -60}, {-140, -70}, 100, 1);
    check_line({44, 60}, {100, 90}, 100, 1);
    check_line({12, -90}, {44, 33}, 100, 1);
    const LonLat pole = geodesic_line({44, 60}, {100, 90}).lines[0].back();
    CHECK(pole.lon == Approx(44));
    CHECK(pole.lat == 90);
}

TEST_CASE("a line between antipodes has the length of half a meridian") {
    const MultiLine line = geodesic_line({20, 0}, {-160, 0});
    double length_m = 0;
    for (const Line& part : line.lines) {
        for (std::size_t i = 0; i + 1 < part.size(); ++i)
            length_m += geodesic(part[i], part[i + 1]).distance_m;
    }
    CHECK(length_m == Approx(half_meridian_m).epsilon(1e-4));
}

TEST_CASE("a line errs by a thousandth of its length at the most, and has no more vertices than that needs") {
    const std::vector<std::pair<LonLat, LonLat>> ends{
        {{44, 33}, {-77, 39}},        {{30.5, 50.4}, {158.6, 53}}, {{-74, 4.7}, {96.1, 16.8}},
        {{44.2, 15.3}, {32.5, 15.6}}, {{-1.5, 12.4}, {170, 70}},   {{44, 89}, {-100, 88.9}},
    };
    for (const auto& [from, to] : ends) {
        CAPTURE(from.lon, from.lat, to.lon, to.lat);
        const MultiLine drawn = map_line(from, to);
        const double length_m = geodesic(from, to).distance_m;
        std::size_t vertices = 0;
        double worst_m = 0;
        for (const Line& line : drawn.lines) {
            vertices += line.size();
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                for (const double t : {0.25, 0.5, 0.75}) {
                    const LonLat on_chord{line[i].lon + (line[i + 1].lon - line[i].lon) * t,
                                          line[i].lat + (line[i + 1].lat - line[i].lat) * t};
                    worst_m = std::max(worst_m, offset_from_way_m(from, to, on_chord));
                }
            }
        }
        CHECK(worst_m <= length_m / 1000);
        CHECK(vertices <= 100);
    }
    CHECK(map_line({44.2, 15.3}, {32.5, 15.6}).lines[0].size() <= 9);
    CHECK(map_line({44.2, 15.3}, {44.201, 15.3}).lines[0].size() == 2);
}

TEST_CASE("coincident positions have no line between them: a pole is one position, and so is ±180") {
    CHECK(map_line({44, 33}, {44, 33}).lines.empty());
    CHECK(map_line({-180, 10}, {180, 10}).lines.empty());
    CHECK(map_line({180, -10}, {-180, -10}).lines.empty());
    CHECK(map_line({0, 90}, {50, 90}).lines.empty());
    CHECK(map_line({-180, 10}, {180, -10}).lines.size() == 1);
    CHECK(coincide({12, -90}, {-30, -90}));
    CHECK_FALSE(coincide({12, -90}, {12, 90}));
    CHECK_FALSE(coincide({-180, 10}, {180, 10.000001}));
    CHECK_FALSE(coincide({0, 10}, {180, 10}));
}

TEST_CASE("a line needs valid ends") {
    CHECK_THROWS_AS(geodesic_line({44, 95}, {44, 33}), Error);
    CHECK_THROWS_AS(geodesic_line({44, 33}, {std::nan(""), 33}), Error);
}
