// SPDX-License-Identifier: MIT
#include "layer/summary_rows.hpp"

#include <utility>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "locate/answer_record.hpp"

namespace incidentmap {
namespace {

/// How the area came about, which holds for all incidents that are drawn there: why one of them is stands in
/// its own row.
std::string how_made(Method method) {
    for (const Domain& domain : layer_domains()) {
        if (domain.name != "method") continue;
        for (const Domain::Entry& value : domain.entries) {
            if (value.value == to_string(method)) return value.label + ".";
        }
    }
    return {};
}

}  // namespace

void base_row(RowWriter cells, const HitBase& base, const std::optional<PlaceDetails>& details,
              CountryNames& countries) {
    const Location& location = base.location;
    fill_place(cells, location, countries);
    fill_point(cells, location.likely);
    fill_certainty(cells, location);
    if (details) {
        cells.real("extent_m", details->extent_m, 0);
        cells.real("accuracy_m", details->accuracy_m, 0);
        cells.text("gazetteer_source", details->source);
    }
    cells.integer("incident_count", base.attacks.count());
    cells.text("incident_ids", base.attacks.ids());
    if (base.first) cells.text("date_start", to_iso(*base.first));
    if (base.last) cells.text("date_end", to_iso(*base.last));
}

void possible_area_row(RowWriter cells, const DrawnPlace& place, double area_km2, CountryNames& countries) {
    const Location& location = place.location;
    cells.joined("feature_id", {"area-", place_key(place.id)});
    fill_place(cells, location, countries);
    fill_point(cells, location.likely);
    fill_certainty(cells, location);
    cells.text("because", how_made(location.method));
    cells.real("area_km2", area_km2, 3);
    cells.integer("incident_count", place.incidents.count());
    cells.text("incident_ids", place.incidents.ids());
    if (place.has_undated || !place.first || !place.last) return;
    EventDate days;
    days.first = *place.first;
    days.last = *place.last;
    fill_days(cells, days);
}

void ring_row(RowWriter cells, const Location& location, std::uint64_t id, double radius_km,
              std::string_view around, std::optional<std::int64_t> incidents) {
    const std::string km = to_text(radius_km, 3);
    cells.joined("feature_id", {"ring-", place_key(id), "-", km});
    cells.text("location", name_of(location));
    cells.text("place_id", location.place_id);
    cells.text("around", around);
    cells.real("radius_km", radius_km, 3);
    cells.joined("label", {km, " km from ", name_of(location)});
    fill_point(cells, location.likely);
    fill_uncertainty(cells, "uncertainty_m", location);
    cells.integer("incident_count", incidents);
}

void source_row(RowWriter cells, const Source& source, const SourceUse& use) {
    cells.text("source_id", source.source_id);
    cells.text("publisher", source.publisher);
    cells.text("title", source.title);
    cells.text("author", source.author);
    cells.text("published", source.published);
    cells.text("url", source.url);
    cells.text("archived_url", source.archived_url);
    cells.text("archived_at", source.archived_at);
    cells.text("language", source.language);
    cells.text("original_source", source.original_source);
    cells.integer("report_count", use.reports);
    cells.integer("incident_count", use.incidents);
}

void answer_row(RowWriter cells, const AnswerRow& row) {
    cells.text("answer_id", row.id);
    cells.text("words", row.words);
    cells.text("stated_country", row.country);
    cells.text("stated_admin1", row.admin1);
    cells.text("stated_admin2", row.admin2);
    cells.text("status", row.status);
    cells.text("location", row.location);
    cells.text("place_id", row.place_id);
    cells.text("gazetteers", row.gazetteers);
    cells.text("record", row.record);
}

void decision_row(RowWriter cells, const Decisions::Used& used, std::string_view file) {
    const DecisionRow& row = used.row;
    const Location& location = used.location;
    // Which reports are of one incident has no place of its own.
    const bool is_merge = row.column == "same";
    if (is_merge) {
        cells.joined("decision_id", {"same-", short_hex(hash128(row.words))});
    } else {
        cells.joined("decision_id", {"decision-", std::to_string(row.row)});
    }
    cells.text("report_id", row.report_id);
    cells.text("words", row.words);
    cells.text("role", lower_ascii(row.column));
    cells.text("decision", row.decision);
    cells.text("decided_by", row.decided_by);
    cells.text("decided_on", row.decided_on);
    cells.text("decided_why", row.decided_why);
    cells.text("decided_source", row.decided_source);
    cells.text("input_file", file);
    if (row.row != 0) cells.integer("input_row", row.row);
    if (is_merge) return;
    cells.text("status", to_string(location.status));
    if (location.has_place()) cells.text("location", name_of(location));
    cells.text("place_id", location.place_id);
    cells.text("record", to_record(location));
}

void build_row(RowWriter cells, std::string_view section, std::string_view name, std::string_view value) {
    cells.text("section", section);
    cells.text("name", name);
    cells.text("value", value);
}

}  // namespace incidentmap
