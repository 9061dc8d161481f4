// SPDX-License-Identifier: MIT
#include "incident/disagreement.hpp"

#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "locate/because.hpp"

#include <algorithm>
#include <array>

namespace incidentmap {
namespace {

using Column = ReportColumn;

/// More differing values than this of one field are told as far as here.
constexpr std::size_t most_values = 8;

/// A field that reports may differ on: what a report says of it (empty: nothing), and whether two reports agree.
struct Field {
    std::string_view name;
    Column column;
    bool (*agree)(const Testimony&, const Testimony&, Column);
};

bool dates_agree(const Testimony& a, const Testimony& b, Column) { return agree(a.report->event_date, b.report->event_date); }

const Count& count_of(const Report& report, Column column) {
    if (column == Column::killed) return report.killed;
    if (column == Column::injured) return report.injured;
    return report.weapon_count;
}

bool counts_agree(const Testimony& a, const Testimony& b, Column column) {
    return agree(count_of(*a.report, column), count_of(*b.report, column));
}

bool texts_agree(const Testimony& a, const Testimony& b, Column column) {
    return agree(std::string_view((*a.report)[column]), std::string_view((*b.report)[column]));
}

bool places_agree(const Testimony& a, const Testimony& b, Column) {
    const auto& fewer = a.locations.size() <= b.locations.size() ? a.locations : b.locations;
    const auto& more = a.locations.size() <= b.locations.size() ? b.locations : a.locations;
    return std::all_of(fewer.begin(), fewer.end(), [&](const Location* place) {
        return std::any_of(more.begin(), more.end(), [&](const Location* other) { return agree(*place, *other); });
    });
}

constexpr std::array<Field, 10> fields{{
    {"place", Column::place, places_agree},
    {"event_date", Column::event_date, dates_agree},
    {"event_type", Column::event_type, texts_agree},
    {"sub_event_type", Column::sub_event_type, texts_agree},
    {"weapon", Column::weapon, texts_agree},
    {"weapon_count", Column::weapon_count, counts_agree},
    {"killed", Column::killed, counts_agree},
    {"injured", Column::injured, counts_agree},
    {"attributed_to", Column::attributed_to, texts_agree},
    {"claimed_by", Column::claimed_by, texts_agree},
}};

bool says(const Testimony& testimony, const Field& field) {
    return field.column == Column::place ? !testimony.report->places.empty() : !says_unknown((*testimony.report)[field.column]);
}

std::string value_of(const Testimony& testimony, const Field& field) {
    return field.column == Column::place ? joined(testimony.report->places, " | ") : (*testimony.report)[field.column];
}

const Location* found_place(const Testimony& testimony) {
    return testimony.locations.empty() || !testimony.locations.front()->has_place() ? nullptr : testimony.locations.front();
}

Disagreement row_of(const Testimony& a, const Testimony& b, const Field& field) {
    Disagreement row;
    row.incident_id = (*a.report)[Column::incident_id];
    row.field = field.name;
    row.value_a = value_of(a, field);
    row.source_a = a.source;
    row.report_a = (*a.report)[Column::report_id];
    row.value_b = value_of(b, field);
    row.source_b = b.source;
    row.report_b = (*b.report)[Column::report_id];
    std::string apart;
    if (field.column == Column::place && found_place(a) != nullptr && found_place(b) != nullptr) {
        apart = ", " + distance_for_people(geodesic(found_place(a)->likely, found_place(b)->likely).distance_m) + " apart";
    }
    row.sentence = a.source + " has \"" + row.value_a + "\", " + b.source + " has \"" + row.value_b + "\"" + apart + ".";
    return row;
}

}  // namespace

std::vector<Disagreement> disagreements_among(const std::vector<Testimony>& testimonies) {
    std::vector<Disagreement> rows;
    for (const Field& field : fields) {
        std::vector<const Testimony*> distinct;
        for (const Testimony& testimony : testimonies) {
            if (!says(testimony, field) || distinct.size() == most_values) continue;
            const bool new_value = std::none_of(distinct.begin(), distinct.end(), [&](const Testimony* known) {
                return value_of(*known, field) == value_of(testimony, field);
            });
            if (!new_value) continue;
            for (const Testimony* known : distinct) {
                if (!field.agree(*known, testimony, field.column)) rows.push_back(row_of(*known, testimony, field));
            }
            distinct.push_back(&testimony);
        }
    }
    return rows;
}

}  // namespace incidentmap
