// SPDX-License-Identifier: MIT
#include "writer/picture/map_features.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/outliers.hpp"
#include "geodesy/overlay.hpp"
#include "layer/schema.hpp"
#include "stored/build_facts.hpp"
#include "stored/shown_extent.hpp"

namespace incidentmap {
namespace {

/// The weapon, with its count where one is reported.
std::string weapon_of(const StoredRow& row) {
    const std::string count = row.text("weapon_count_text");
    return in_one_line(count.empty() ? row.text("weapon") : count + " " + row.text("weapon"));
}

/// The month in which it was, as far as its days tell.
std::string month_of(const StoredRow& row) {
    constexpr std::size_t length = 7;
    const std::string first = row.text("date_start").substr(0, length);
    return first == row.text("date_end").substr(0, length) ? first : std::string{};
}

std::vector<Drawn> read_layer(BuildFile& build, LayerId layer) {
    std::vector<Drawn> features;
    auto rows =
        build.in_order(layer, {"location", "event_date", "weapon", "weapon_count_text", "sub_event_type",
                               "where_prec", "label", "incident_id", "date_start", "date_end", "draft"});
    if (!rows) return features;
    const bool is_attack = layer != LayerId::other_incidents;
    while (auto row = rows->next()) {
        if (std::holds_alternative<std::monostate>(row->geometry()))
            throw Error{build.path().string() + " is damaged: a geometry of " + layer_schema(layer).name +
                        " cannot be read"};
        std::string type = row->text("sub_event_type");
        const std::string label = in_one_line(row->text("label"));
        features.push_back({row->geometry(), in_one_line(row->text("location")), row->text("incident_id"),
                            in_one_line(row->text("event_date")), month_of(*row),
                            !label.empty() ? label : (is_attack ? weapon_of(*row) : in_one_line(type)), type,
                            static_cast<std::int64_t>(row->number("where_prec").value_or(0)), is_attack,
                            !row->text("draft").empty()});
    }
    return features;
}

std::optional<LonLat> middle_of(const Geometry& geometry) {
    if (const auto* point = std::get_if<LonLat>(&geometry)) return *point;
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    if (area == nullptr || area->polygons.empty()) return std::nullopt;
    return position_within(*area);
}

std::vector<std::size_t> outside_of(const Box& frame, const std::vector<LonLat>& positions) {
    const ShownPositions shown(frame);
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (shown.is_outside(positions[i])) outside.push_back(i);
    }
    return outside;
}

}  // namespace

Layers read_layers(BuildFile& build) {
    return {read_layer(build, LayerId::attacks),         read_layer(build, LayerId::attack_areas),
            read_layer(build, LayerId::other_incidents), read_layer(build, LayerId::bases),
            read_layer(build, LayerId::launch_sites),    read_layer(build, LayerId::launch_to_target),
            read_layer(build, LayerId::uncertainty),     read_layer(build, LayerId::range_rings)};
}

std::vector<Stack> stacks_of(const MapView& view, std::initializer_list<const std::vector<Drawn>*> layers) {
    constexpr double too_near = 10;  // pixels
    std::vector<Stack> stacks;
    std::map<std::pair<long, long>, std::vector<std::size_t>> by_cell;  // of the page, as wide as is too near
    for (const std::vector<Drawn>* layer : layers) {
        for (const Drawn& feature : *layer) {
            const auto* position = std::get_if<LonLat>(&feature.geometry);
            if (position == nullptr) continue;
            const PagePoint there = view.at(*position);
            const auto hides = [&](std::size_t stack) {
                const PagePoint other = view.at(stacks[stack].position);
                return std::hypot(other.x - there.x, other.y - there.y) < too_near;
            };
            const std::pair cell{std::lround(there.x / too_near), std::lround(there.y / too_near)};
            std::optional<std::size_t> found;
            for (long x = cell.first - 1; x <= cell.first + 1 && !found; ++x) {
                for (long y = cell.second - 1; y <= cell.second + 1 && !found; ++y) {
                    const auto near = by_cell.find({x, y});
                    if (near == by_cell.end()) continue;
                    const auto stack = std::find_if(near->second.begin(), near->second.end(), hides);
                    if (stack != near->second.end()) found = *stack;
                }
            }
            if (!found) {
                found = stacks.size();
                by_cell[cell].push_back(*found);
                stacks.push_back({*position, {}});
            }
            stacks[*found].incidents.push_back(&feature);
        }
    }
    return stacks;
}

const IncidentStyle* style_of(const Stack& stack) {
    std::map<std::string_view, std::size_t> by_type;
    for (const Drawn* incident : stack.incidents) {
        if (incident->is_attack) ++by_type[incident_style(incident->sub_event_type).sub_event_type];
    }
    if (by_type.empty()) return nullptr;
    const auto commonest = std::max_element(by_type.begin(), by_type.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    return &incident_style(commonest->first);
}

std::map<std::string, std::vector<const Drawn*>> by_area(const std::vector<Drawn>& features) {
    std::map<std::string, std::vector<const Drawn*>> areas;
    for (const Drawn& feature : features) areas[feature.location].push_back(&feature);
    return areas;
}

Shown shown_of(const Layers& layers, const std::optional<Box>& frame) {
    std::vector<const Drawn*> features;
    for (const std::vector<Drawn>* layer : {&layers.attacks, &layers.others, &layers.launch_sites}) {
        for (const Drawn& feature : *layer) features.push_back(&feature);
    }
    const auto add_areas = [&](bool is_all_there_is) {
        for (const Drawn& area : layers.areas) {
            if (is_shown_area(area.precision, is_all_there_is)) features.push_back(&area);
        }
    };
    add_areas(false);
    if (features.empty()) add_areas(true);
    std::vector<LonLat> middles;
    for (const Drawn* feature : features) middles.push_back(middle_of(feature->geometry).value_or(LonLat{}));
    const std::vector<std::size_t> outliers = frame ? outside_of(*frame, middles) : outliers_of(middles);
    const auto is_outlier = [&](std::size_t i) {
        return std::binary_search(outliers.begin(), outliers.end(), i);
    };
    // Of an area whose middle lies far off a part may lie on the map.
    const auto reaches_map = [&](const Geometry& geometry) {
        const auto* area = std::get_if<MultiPolygon>(&geometry);
        if (area == nullptr) return false;
        const Footprint whole{*area};
        for (std::size_t i = 0; i < features.size(); ++i) {
            if (!is_outlier(i) && covers(whole, middles[i])) return true;
        }
        return false;
    };
    Shown shown;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const Drawn& feature = *features[i];
        if (!is_outlier(i)) {
            shown.geometries.push_back(feature.geometry);
            continue;
        }
        if (reaches_map(feature.geometry)) continue;
        ++shown.outside_count;
        if (std::find(shown.outside.begin(), shown.outside.end(), feature.location) == shown.outside.end())
            shown.outside.push_back(feature.location);
    }
    return shown;
}

double size_of(const Stack& stack, double radius) {
    return stack.incidents.size() > 1 ? radius * 1.5 : radius;
}

bool are_drafts(const std::vector<const Drawn*>& incidents) {
    return std::all_of(incidents.begin(), incidents.end(), [](const Drawn* one) { return one->is_draft; });
}

}  // namespace incidentmap
