// SPDX-License-Identifier: MIT
#include "stored/moved_points.hpp"

#include <array>
#include <cmath>

#include "core/text.hpp"
#include "stored/build_file.hpp"

namespace incidentmap {
namespace {

/// Columns have six decimals; what differs by more was moved.
constexpr double unmoved_deg = 2e-6;
constexpr int most_decimals = 6;

/// A layer whose points are places of incidents, and what its words are called in `reports`.
struct PointLayer {
    LayerId layer;
    const char* column;  ///< as a table of decisions has it
    const char* looked_up;
    const char* words;
};

constexpr std::array point_layers{
    PointLayer{LayerId::attacks, "place", "place", "place_words"},
    PointLayer{LayerId::other_incidents, "place", "place", "place_words"},
    PointLayer{LayerId::launch_sites, "launch_place", "launch_place", "launch_words"},
};

/// Nothing where the point stands where it stood.
std::optional<LonLat> moved_to(const StoredRow& row) {
    const auto* point = std::get_if<LonLat>(&row.geometry());
    const auto lon = row.number("longitude");
    const auto lat = row.number("latitude");
    if (point == nullptr || !lon || !lat) return std::nullopt;
    const bool is_moved =
        std::abs(point->lon - *lon) > unmoved_deg || std::abs(point->lat - *lat) > unmoved_deg;
    return is_moved ? std::optional{*point} : std::nullopt;
}

/// `33.52, 44.26, 2000 m`
std::string position_in_words(LonLat point, double radius_m) {
    return to_text(point.lat, most_decimals) + ", " + to_text(point.lon, most_decimals) + ", " +
           to_text(std::ceil(radius_m), 0) + " m";
}

/// Which of an incident's places or launch places a feature is, from 0: its id ends with it.
std::size_t part_of(const StoredRow& row, LayerId layer) {
    const std::string id = row.text("feature_id");
    const std::size_t digits = id.find_last_not_of("0123456789") + 1;
    const std::string number = layer == LayerId::launch_sites ? id.substr(digits) : row.text("location_no");
    return number.empty() || number.size() > 6 ? 0 : std::stoul(number) - 1;
}

/// The words that a report has for it; empty where it has none.
std::string words_of(const StoredRow& report, const PointLayer& layer, std::size_t part) {
    const std::string looked_up = report.text(layer.looked_up);
    const auto parts = split_list(looked_up.empty() ? report.text(layer.words) : looked_up, "|");
    return part < parts.size() ? parts[part] : std::string{};
}

}  // namespace

MovedPoints moved_points(const std::filesystem::path& geopackage, const MovedBy& by) {
    BuildFile file(geopackage);
    MovedPoints moved;
    for (const PointLayer& layer : point_layers) {
        auto rows = file.all(layer.layer, "feature_id");
        if (!rows) continue;
        while (const auto row = rows->next()) {
            const auto point = moved_to(*row);
            if (!point) continue;
            ++moved.points;
            const std::size_t part = part_of(*row, layer.layer);
            bool is_used = false;
            for (const StoredRow& report :
                 file.rows(LayerId::reports, "incident_id", row->text("incident_id"))) {
                // A report that puts the incident elsewhere is not about this point.
                const std::string found = report.text("location");
                const bool is_other = layer.layer != LayerId::launch_sites && part == 0 && !found.empty() &&
                                      found != row->text("location");
                DecisionRow decision;
                decision.report_id = report.text("report_id");
                decision.words = in_one_line(words_of(report, layer, part));
                if (is_other || decision.words.empty()) continue;
                decision.column = layer.column;
                decision.answer = "drawn at " + row->text("latitude") + ", " + row->text("longitude") + " (" +
                                  row->text("location") + "), and moved on the map";
                decision.decision =
                    position_in_words(*point, by.radius_m.value_or(row->number("uncertainty_m").value_or(0)));
                decision.name = row->text("location");
                decision.decided_by = by.who;
                decision.decided_on = by.on;
                decision.decided_why = by.why;
                decision.decided_source = "moved on the map of " + file.name();
                moved.rows.push_back(std::move(decision));
                is_used = true;
            }
            if (!is_used)
                moved.unused.push_back(row->text("feature_id") + ": no report of it names a place in words");
        }
    }
    return moved;
}

}  // namespace incidentmap
