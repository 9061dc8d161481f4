// SPDX-License-Identifier: MIT
#include "stored/difference.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/text.hpp"
#include "geodesy/area.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

/// Columns that follow from others, or tell where a row stands and not what it says.
constexpr std::array<std::string_view, 13> left_out{
    "feature_id", "report_id",      "incident_id",  "location_no", "time_from", "time_until",   "date_start",
    "date_end",   "time_precision", "country_code", "input_file",  "input_row", "distance_text"};

/// What is compared of a feature that went to another layer.
constexpr std::array<std::string_view, 7> in_every_layer{
    "status", "event_date", "location", "place_id", "uncertainty_m", "method", "because"};

bool is_place(const StoredFeature& feature) {
    return feature.layer == LayerId::attacks || feature.layer == LayerId::attack_areas ||
           feature.layer == LayerId::other_incidents ||
           (feature.layer == LayerId::not_mapped && feature.row.text("role") != "launch_place");
}

const StoredFeature* find(const StoredIncident* incident, const std::string& id) {
    if (incident == nullptr) return nullptr;
    const auto found = std::find_if(incident->features.begin(), incident->features.end(),
                                    [&](const StoredFeature& feature) { return feature.id == id; });
    return found == incident->features.end() ? nullptr : &*found;
}

void compare_field(const StoredRow& was, const StoredRow& is, const std::string& field,
                   std::vector<FieldChange>& changes) {
    std::string before = was.text(field);
    std::string after = is.text(field);
    if (before != after) changes.push_back({field, std::move(before), std::move(after)});
}

std::vector<FieldChange> compare_fields(const StoredFeature& was, const StoredFeature& is) {
    std::vector<FieldChange> changes;
    if (was.layer != is.layer) {
        for (std::string_view field : in_every_layer)
            compare_field(was.row, is.row, std::string(field), changes);
        return changes;
    }
    std::vector<std::string> names = was.row.names();
    for (const std::string& name : is.row.names()) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    for (const std::string& name : names) {
        if (std::find(left_out.begin(), left_out.end(), name) == left_out.end())
            compare_field(was.row, is.row, name, changes);
    }
    const auto* area_was = std::get_if<MultiPolygon>(&was.row.geometry());
    const auto* area_is = std::get_if<MultiPolygon>(&is.row.geometry());
    if (area_was != nullptr && area_is != nullptr && *area_was != *area_is) {
        changes.push_back({"area_km2", to_text(area_km2(*area_was), 3), to_text(area_km2(*area_is), 3)});
    }
    return changes;
}

std::optional<double> moved_km(const StoredFeature& was, const StoredFeature& is) {
    const auto* from = std::get_if<LonLat>(&was.row.geometry());
    const auto* to = std::get_if<LonLat>(&is.row.geometry());
    if (from == nullptr || to == nullptr || *from == *to) return std::nullopt;
    return geodesic(*from, *to).distance_m / 1'000;
}

FeatureDifference only_in(const StoredFeature& feature, Change change) {
    FeatureDifference difference;
    difference.id = feature.id;
    difference.change = change;
    (change == Change::added ? difference.layer_is : difference.layer_was) = layer_schema(feature.layer).name;
    return difference;
}

std::vector<FeatureDifference> compare_features(const StoredIncident* was, const StoredIncident* is) {
    std::vector<FeatureDifference> differences;
    if (is != nullptr) {
        for (const StoredFeature& feature : is->features) {
            const StoredFeature* before = find(was, feature.id);
            if (before == nullptr) {
                differences.push_back(only_in(feature, Change::added));
                continue;
            }
            FeatureDifference difference{feature.id,
                                         Change::changed,
                                         layer_schema(before->layer).name,
                                         layer_schema(feature.layer).name,
                                         moved_km(*before, feature),
                                         compare_fields(*before, feature)};
            if (!difference.fields.empty() || difference.moved_km || before->layer != feature.layer)
                differences.push_back(std::move(difference));
        }
    }
    if (was != nullptr) {
        for (const StoredFeature& feature : was->features) {
            if (find(is, feature.id) == nullptr) differences.push_back(only_in(feature, Change::gone));
        }
    }
    return differences;
}

/// Of the first place, as people are told.
std::string status_of(const StoredIncident* incident) {
    if (incident == nullptr) return {};
    for (const StoredFeature& feature : incident->features) {
        if (!is_place(feature)) continue;
        const std::string status = feature.row.text("status");
        return status == "resolved" ? "point" : (status == "coarse" ? "area" : status);
    }
    return "unresolved";
}

std::string places_of(const StoredIncident& incident) {
    std::vector<std::string> places;
    for (const StoredFeature& feature : incident.features) {
        if (is_place(feature))
            places.push_back(feature.row.text(feature.layer == LayerId::not_mapped ? "place" : "location"));
    }
    return joined(places, " | ");
}

std::string date_of(const StoredIncident& incident) {
    return incident.features.empty() ? std::string{} : incident.features.front().row.text("event_date");
}

}  // namespace

const char* to_string(Change change) {
    switch (change) {
        case Change::added:
            return "added";
        case Change::gone:
            return "gone";
        default:
            return "changed";
    }
}

std::optional<Difference> compare(const StoredIncident* was, const StoredIncident* is) {
    const StoredIncident& newest = is != nullptr ? *is : *was;
    Difference difference;
    difference.features = compare_features(was, is);
    if (was != nullptr && is != nullptr && difference.features.empty()) return std::nullopt;
    difference.incident_id = newest.id;
    difference.change = was == nullptr ? Change::added : (is == nullptr ? Change::gone : Change::changed);
    difference.date = date_of(newest);
    difference.places = places_of(newest);
    difference.status_was = status_of(was);
    difference.status_is = status_of(is);
    for (const FeatureDifference& feature : difference.features) {
        const StoredFeature* stored = find(is, feature.id);
        if (stored != nullptr && is_place(*stored) && feature.moved_km)
            difference.moved_km = std::max(difference.moved_km.value_or(0), *feature.moved_km);
    }
    return difference;
}

}  // namespace incidentmap
