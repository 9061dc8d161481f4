// SPDX-License-Identifier: MIT
/// Locations and incidents for the tests of layer/ and writer/.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "geodesy/distance_bounds.hpp"
#include "incident/incident.hpp"
#include "layer/layer_builder.hpp"

namespace samples {

using namespace incidentmap;

inline Location named_place(std::string name, std::string kind, LonLat point, double radius_m) {
    Location location;
    location.query = name;
    location.status = Status::resolved;
    location.place_id = "curated:" + name;
    location.name = std::move(name);
    location.kind = std::move(kind);
    location.country = "IQ";
    location.admin1 = "Baghdad";
    location.likely = point;
    location.footprint = Circle{point, radius_m};
    location.uncertainty_m = radius_m;
    location.geo_precision = 1;
    location.where_prec = 1;
    location.method = Method::place_name;
    location.score = 0.95;
    location.reasons = {"The name is the same.", "The report says Baghdad, as here."};
    return location;
}

inline Location province() {
    Location location = named_place("Nineveh", "province", {42.5, 36.0}, 0);
    location.status = Status::coarse;
    location.admin1 = "Nineveh";
    location.method = Method::area_outline;
    location.geo_precision = 3;
    location.where_prec = 4;
    location.footprint =
        MultiPolygon{{Polygon{{{41.5, 35.0}, {43.5, 35.0}, {43.5, 37.0}, {41.5, 37.0}, {41.5, 35.0}}, {}}}};
    location.uncertainty_m = 143000;
    return location;
}

inline Location ambiguous_place() {
    Location location;
    location.query = "Sheikh Amir";
    location.status = Status::ambiguous;
    location.reasons = {"Two villages have that name."};
    location.remedy = "Name the province.";
    location.alternatives = {
        {"Qaryat Shaykh Amir", "geonames:1", "village", "IQ", "Nineveh", "", {43.3, 36.3}, 0.8, ""},
        {"Shaykh Amir", "geonames:2", "village", "IQ", "Wasit", "", {45.8, 32.5}, 0.8, ""}};
    return location;
}

inline LaunchToTarget measured(const Location& from, const Location& to, std::size_t launch,
                               std::size_t location) {
    return {launch, location, std::make_shared<const Measure>(measure(from, to))};
}

/// An attack with every text and number filled in.
inline Incident full_attack(std::string id) {
    Incident incident;
    incident.id = std::move(id);
    incident.report_count = 2;
    incident.status = Status::resolved;
    incident.date = EventDate{Day{std::chrono::year{2020} / 7 / 27}, Day{std::chrono::year{2020} / 7 / 28},
                              DatePrecision::days, false};
    incident[ReportColumn::event_type] = "Explosions/Remote violence";
    incident[ReportColumn::sub_event_type] = "Shelling/artillery/missile attack";
    incident[ReportColumn::weapon] = "107 mm rocket";
    incident.weapon_count = {30, std::nullopt, std::nullopt};
    incident.killed = {0, 0, 0};
    incident.injured = {4, std::nullopt, 6};
    incident[ReportColumn::damage] = "a hangar";
    incident[ReportColumn::attributed_to] = "Group A | Group B";
    incident[ReportColumn::attributed_by] = "Police | Ministry";
    incident[ReportColumn::claimed_by] = "nobody";
    incident[ReportColumn::denied_by] = "Group A";
    incident[ReportColumn::notes] = "a note";
    incident.source_names = "Paper, 2020-07-28 | Agency, 2020-07-29";
    incident.source_urls = "https://example.org/a | ";
    return incident;
}

inline LayerBuilderOptions options() {
    LayerBuilderOptions options;
    options.country_name = [](std::string_view code) { return std::string(code == "IQ" ? "Iraq" : ""); };
    return options;
}

/// The value of a column of a laid feature; null where the row ends before it.
inline Value value_of(const Feature& laid, std::string_view column) {
    const auto& columns = layer_schema(laid.layer).columns;
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const LayerColumn& c) { return c.name == column; });
    if (found == columns.end()) throw std::runtime_error("no column " + std::string(column));
    const auto index = static_cast<std::size_t>(found - columns.begin());
    return index < laid.values.size() ? laid.values[index] : Value{};
}

inline std::vector<Feature> features_of(const FeatureBatch& batch) {
    std::vector<Feature> features;
    for (std::size_t i = 0; i < batch.size(); ++i) features.push_back(batch[i]);
    return features;
}

/// The features of one layer; they live as long as the batch.
inline std::vector<Feature> of_layer(const FeatureBatch& batch, LayerId layer) {
    std::vector<Feature> found;
    for (const Feature& feature : features_of(batch)) {
        if (feature.layer == layer) found.push_back(feature);
    }
    return found;
}

std::vector<Feature> of_layer(FeatureBatch&& batch, LayerId layer) = delete;

/// What an incident is laid out as.
inline FeatureBatch laid_out(LayerBuilder& layer_builder, const Incident& incident) {
    FeatureBatch batch;
    layer_builder.add(incident, batch);
    return batch;
}

}  // namespace samples
