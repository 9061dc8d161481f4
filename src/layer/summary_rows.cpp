// SPDX-License-Identifier: MIT
#include "layer/summary_rows.hpp"

#include <utility>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "locate/answer_record.hpp"

namespace incidentmap {
void base_row(RowWriter cells, const HitBase& base, const std::optional<PlaceDetails>& details,
              CountryNames& countries) {
    const Location& location = base.location;
    cells.text(location.place_id);
    cells.text(name_of(location));
    cells.text(location.kind);
    append_region(cells, location, countries);
    append_point(cells, location.likely);
    if (details) {
        cells.real(details->extent_m, 0);
        cells.real(details->accuracy_m, 0);
    } else {
        cells.nulls(2);
    }
    append_uncertainty(cells, location);
    cells.integer(base.attacks.count());
    cells.text(base.attacks.ids());
    cells.text(base.first ? to_iso(*base.first) : std::string{});
    cells.text(base.last ? to_iso(*base.last) : std::string{});
    cells.text(details ? details->source : std::string{});
}

void possible_area_row(RowWriter cells, const DrawnPlace& place, double area_km2, CountryNames& countries) {
    const Location& location = place.location;
    cells.text("area-" + place_key(place.id));
    cells.text(name_of(location));
    cells.text(location.place_id);
    cells.text(location.kind);
    cells.text(countries(location.country));
    cells.text(location.country);
    cells.text(location.admin1);
    append_point(cells, location.likely);
    append_uncertainty(cells, location);
    cells.real(area_km2, 3);
    cells.code(location.geo_precision);
    cells.code(location.where_prec);
    cells.text(to_string(location.method));
    cells.text(reasons_text(location));
    cells.integer(place.incidents.count());
    cells.text(place.incidents.ids());
}

void ring_row(RowWriter cells, const Location& location, std::uint64_t id, double radius_km,
              std::string_view around, std::optional<std::int64_t> incidents) {
    const std::string km = to_text(radius_km, 3);
    cells.text("ring-" + place_key(id) + "-" + km);
    cells.text(name_of(location));
    cells.text(location.place_id);
    cells.text(around);
    cells.real(radius_km, 3);
    cells.text(km + " km from " + name_of(location));
    append_point(cells, location.likely);
    append_uncertainty(cells, location);
    cells.integer(incidents);
}

void source_row(RowWriter cells, const Source& source, const SourceUse& use) {
    for (const std::string* text :
         {&source.source_id, &source.publisher, &source.title, &source.author, &source.published, &source.url,
          &source.archived_url, &source.archived_at, &source.language, &source.original_source}) {
        cells.text(*text);
    }
    cells.integer(use.reports);
    cells.integer(use.incidents);
}

void answer_row(RowWriter cells, const AnswerRow& row) {
    for (const std::string* text : {&row.id, &row.words, &row.country, &row.admin1, &row.admin2, &row.status,
                                    &row.location, &row.place_id, &row.gazetteers, &row.record}) {
        cells.text(*text);
    }
}

void decision_row(RowWriter cells, const Decisions::Used& used, std::string_view file) {
    const DecisionRow& row = used.row;
    const Location& location = used.location;
    // Which reports are of one incident has no place of its own.
    const bool is_merge = row.column == "same";
    if (is_merge) {
        cells.joined({"same-", short_hex(hash128(row.words))});
    } else {
        cells.joined({"decision-", std::to_string(row.row)});
    }
    cells.text(row.report_id);
    cells.text(row.words);
    cells.text(lower_ascii(row.column));
    for (const std::string* text :
         {&row.decision, &row.decided_by, &row.decided_on, &row.decided_why, &row.decided_source}) {
        cells.text(*text);
    }
    cells.text(file);
    cells.integer(row.row == 0 ? std::nullopt : std::optional{row.row});
    if (is_merge) return cells.nulls(4);
    cells.text(to_string(location.status));
    cells.text(location.has_place() ? name_of(location) : std::string{});
    cells.text(location.place_id);
    cells.text(to_record(location));
}

void build_row(RowWriter cells, std::string_view section, std::string_view name, std::string_view value) {
    cells.text(section);
    cells.text(name);
    cells.text(value);
}

}  // namespace incidentmap
