// SPDX-License-Identifier: MIT
#include "cli/explain/explanation_json.hpp"

#include <initializer_list>
#include <string_view>

#include "cli/location_text.hpp"
#include "core/json_object.hpp"

namespace incidentmap {
namespace {

/// Columns of a row under their own names, each as the row has it.
void add_columns(JsonObject& object, const StoredRow& row, std::initializer_list<std::string_view> columns) {
    for (std::string_view column : columns) {
        if (const auto number = row.number(column)) {
            object.number(column, number, 9);
        } else {
            object.text(column, row.text(column));
        }
    }
}

void append_row(std::string& out, const StoredRow& row, std::initializer_list<std::string_view> columns) {
    JsonObject object(out);
    add_columns(object, row, columns);
    object.end();
}

void append_source(std::string& out, const std::optional<StoredRow>& source) {
    if (!source) {
        out += "null";
        return;
    }
    append_row(out, *source,
               {"source_id", "publisher", "title", "author", "published", "url", "archived_url",
                "archived_at", "language", "original_source"});
}

void append_decision(std::string& out, const StoredRow& row) {
    append_row(
        out, row,
        {"decision_id", "report_id", "words", "role", "decision", "decided_by", "decided_on", "decided_why",
         "decided_source", "input_file", "input_row", "status", "location", "place_id"});
}

void append_locality(std::string& out, const ExplainedLocality& locality) {
    JsonObject object(out);
    object.text("role", to_string(locality.column));
    object.text("own_words", locality.own_words);
    object.text("looked_up", locality.words);
    object.text("stated_country", locality.stated_country);
    object.text("stated_admin1", locality.stated_admin1);
    object.text("stated_admin2", locality.stated_admin2);
    object.text("gazetteers", locality.gazetteers);
    object.text("taken_from", to_string(locality.taken_from));
    std::string& answer = object.member("answer");
    answer += locality.answer ? to_json(*locality.answer) : "null";
    std::string& decision = object.member("decision_id");
    if (locality.decision) {
        append_json(decision, locality.decision->text("decision_id"));
    } else {
        decision += "null";
    }
    object.end();
}

void append_report(std::string& out, const ExplainedReport& report) {
    JsonObject object(out);
    add_columns(object, report.row, {"report_id", "input_file", "input_row"});
    append_source(object.member("source"), report.source);
    JsonObject words(object.member("words"));
    for (const std::string& column : own_columns(report.row)) words.text(column, report.row.text(column));
    words.end();
    JsonObject read(object.member("read_as"));
    add_columns(read, report.row,
                {"event_date", "date_start", "date_end", "date_precision", "status", "location", "place_id",
                 "uncertainty_m", "method", "because", "match_score", "decided_by"});
    read.end();
    append_array(object.member("localities"), report.localities, append_locality);
    object.end();
}

void append_place(std::string& out, const ExplainedPlace& place) {
    JsonObject object(out);
    object.text("layer", layer_schema(place.layer).name);
    add_columns(object, place.row,
                {"feature_id", "location_no", "status", "location", "place_id", "place_words", "country",
                 "country_code", "admin1", "admin2", "latitude", "longitude", "geo_precision", "where_prec",
                 "uncertainty_m"});
    object.number("area_km2", place.area_km2, 3);
    add_columns(object, place.row,
                {"method", "because", "match_score", "decided_by", "candidates", "remedy"});
    object.end();
}

void append_distance(std::string& out, const ExplainedDistance& distance) {
    JsonObject object(out);
    object.text("launch_location", distance.launch);
    object.text("launch_place_id", distance.launch_place_id);
    object.text("launch_said_by", distance.said_by);
    object.text("launch_disputed_by", distance.disputed_by);
    object.text("location_no", distance.location_no);
    object.text("location", distance.location);
    object.number("distance_km_min", distance.min_km, 3);
    object.number("distance_km", distance.likely_km, 3);
    object.number("distance_km_max", distance.max_km, 3);
    object.text("distance_text", distance.text);
    object.number("azimuth_deg", distance.azimuth_deg, 1);
    object.number("azimuth_deg_start", distance.azimuth_start_deg, 1);
    object.number("azimuth_deg_end", distance.azimuth_end_deg, 1);
    object.number("back_azimuth_deg", distance.back_azimuth_deg, 1);
    object.text("compass", distance.compass);
    object.text("distance_reason", distance.reason);
    object.end();
}

void append_claim(std::string& out, const ExplainedClaim& claim) {
    JsonObject object(out);
    object.text("kind", claim.kind);
    object.text("what", claim.what);
    object.text("by", claim.by == "not stated" ? std::string{} : claim.by);
    object.text("report_id", claim.report_id);
    object.text("source", claim.source);
    object.end();
}

void append_entry(std::string& out, const BuildEntry& entry) {
    JsonObject object(out);
    object.text("section", entry.section);
    object.text("name", entry.name);
    object.text("value", entry.value);
    object.end();
}

}  // namespace

std::string to_json(const Explanation& explanation) {
    std::string out;
    JsonObject object(out);
    object.text("asked", explanation.asked);
    object.text("incident_id", explanation.incident_id);
    object.text("file", explanation.file);
    object.text("build_id", explanation.build_id);
    JsonObject incident(object.member("incident"));
    add_columns(incident, explanation.incident(),
                {"status", "event_date", "date_start", "date_end", "event_type", "sub_event_type", "weapon",
                 "weapon_count", "weapon_count_text", "killed_low", "killed_best", "killed_high",
                 "injured_low", "injured_best", "injured_high", "damage", "notes"});
    incident.end();
    append_array(object.member("reports"), explanation.reports, append_report);
    append_array(object.member("places"), explanation.places, append_place);
    append_array(object.member("launch_places"), explanation.launch_places, append_place);
    append_array(object.member("decisions"), explanation.decisions(),
                 [](std::string& to, const StoredRow* row) { append_decision(to, *row); });
    append_array(object.member("distances"), explanation.distances, append_distance);
    append_array(object.member("claims"), explanation.claims, append_claim);
    append_array(object.member("disagreements"), explanation.disagreements,
                 [](std::string& to, const StoredRow& row) {
                     append_row(to, row,
                                {"disagreement_id", "field", "report_id_a", "source_a", "value_a",
                                 "report_id_b", "source_b", "value_b", "sentence"});
                 });
    append_array(object.member("findings"), explanation.findings, [](std::string& to, const StoredRow& row) {
        append_row(to, row,
                   {"finding_id", "severity", "code", "sentence", "input_file", "input_row", "input_column",
                    "latitude", "longitude"});
    });
    append_array(object.member("build"), explanation.build, append_entry);
    object.end();
    return out + "\n";
}

}  // namespace incidentmap
