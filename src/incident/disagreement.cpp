// SPDX-License-Identifier: MIT
#include "incident/disagreement.hpp"

#include <algorithm>
#include <span>

#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

const ReportColumnInfo& info_of(Column column) { return report_columns()[static_cast<std::size_t>(column)]; }

/// More differing values than this of one field are told as far as here.
constexpr std::size_t most_values = 8;

/// How two reports agree on a column.
using Agree = bool (*)(const Testimony&, const Testimony&, Column);

bool dates_agree(const Testimony& a, const Testimony& b, Column) {
    return agree(a.report->event_date, b.report->event_date);
}

const Count& count_of(const Report& report, Column column) {
    if (column == Column::killed) return report.killed;
    if (column == Column::injured) return report.injured;
    return report.weapon_count;
}

bool counts_agree(const Testimony& a, const Testimony& b, Column column) {
    return agree(count_of(*a.report, column), count_of(*b.report, column));
}

/// True where each of the texts agrees with one of the others.
bool are_among(const std::vector<std::string>& texts, const std::vector<std::string>& others) {
    return std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
            return agree(std::string_view(text), std::string_view(other));
        });
    });
}

bool texts_agree(const Testimony& a, const Testimony& b, Column column) {
    const std::vector<std::string> p = split_list((*a.report)[column], "|");
    const std::vector<std::string> q = split_list((*b.report)[column], "|");
    return are_among(p, q) || are_among(q, p);
}

bool is_none(const std::string& text) {
    const std::string low = lower_ascii(text);
    return low == "none" || low == "no" || low == "no damage";
}

/// Words for damage differ from report to report; that there was none at all is another matter.
bool damage_agrees(const Testimony& a, const Testimony& b, Column column) {
    return is_none((*a.report)[column]) == is_none((*b.report)[column]);
}

bool places_agree(const Testimony& a, const Testimony& b, Column column) {
    const auto& of_a = column == Column::place ? a.locations : a.launches;
    const auto& of_b = column == Column::place ? b.locations : b.launches;
    const auto& fewer = of_a.size() <= of_b.size() ? of_a : of_b;
    const auto& more = of_a.size() <= of_b.size() ? of_b : of_a;
    return std::all_of(fewer.begin(), fewer.end(), [&](const Location* place) {
        return std::any_of(more.begin(), more.end(),
                           [&](const Location* other) { return agree(*place, *other); });
    });
}

/// Null for a column that is not compared.
Agree agreement_on(Compared compared) {
    switch (compared) {
        case Compared::as_place:
            return places_agree;
        case Compared::as_date:
            return dates_agree;
        case Compared::as_count:
            return counts_agree;
        case Compared::as_text:
            return texts_agree;
        case Compared::as_damage:
            return damage_agrees;
        case Compared::no:
            break;
    }
    return nullptr;
}

/// The columns that are compared: places first, then as the table has them.
std::span<const Column> compared_columns() {
    static const auto all = [] {
        std::vector<Column> columns;
        for (std::size_t i = 0; i < report_column_count; ++i) {
            if (report_columns()[i].compared != Compared::no) columns.push_back(static_cast<Column>(i));
        }
        std::stable_partition(columns.begin(), columns.end(),
                              [](Column column) { return info_of(column).compared == Compared::as_place; });
        return columns;
    }();
    return all;
}

bool is_place(Column column) { return info_of(column).compared == Compared::as_place; }

const std::vector<std::string>& places_of(const Testimony& testimony, Column column) {
    return column == Column::place ? testimony.report->places : testimony.report->launch_places;
}

bool says(const Testimony& testimony, Column column) {
    return is_place(column) ? !places_of(testimony, column).empty()
                            : !says_unknown((*testimony.report)[column]);
}

std::string value_of(const Testimony& testimony, Column column) {
    return is_place(column) ? joined(places_of(testimony, column), " | ") : (*testimony.report)[column];
}

const Location* found_place(const Testimony& testimony, Column column) {
    const auto& locations = column == Column::place ? testimony.locations : testimony.launches;
    return locations.empty() || !locations.front()->has_place() ? nullptr : locations.front();
}

Disagreement row_of(const Testimony& a, const Testimony& b, Column column) {
    Disagreement row;
    row.incident_id = (*a.report)[Column::incident_id];
    row.field = info_of(column).name;
    row.value_a = value_of(a, column);
    row.source_a = a.source;
    row.report_a = (*a.report)[Column::report_id];
    row.value_b = value_of(b, column);
    row.source_b = b.source;
    row.report_b = (*b.report)[Column::report_id];
    std::string apart;
    const Location* place_a = is_place(column) ? found_place(a, column) : nullptr;
    const Location* place_b = is_place(column) ? found_place(b, column) : nullptr;
    if (place_a != nullptr && place_b != nullptr)
        apart = ", " + distance_for_people(geodesic(place_a->likely, place_b->likely).distance_m) + " apart";
    row.sentence =
        a.source + " has \"" + row.value_a + "\", " + b.source + " has \"" + row.value_b + "\"" + apart + ".";
    return row;
}

/// One report has a claim of somebody whom another has as denying it.
void add_denied_claims(const std::vector<Testimony>& testimonies, std::vector<Disagreement>& rows) {
    const auto claimants = [](const Testimony& testimony, Column column) {
        return says_unknown((*testimony.report)[column]) ? std::vector<std::string>{}
                                                         : split_list((*testimony.report)[column], "|");
    };
    std::size_t told = 0;
    for (const Testimony& one : testimonies) {
        for (const std::string& claimant : claimants(one, Column::claimed_by)) {
            for (const Testimony& other : testimonies) {
                const std::vector<std::string> deniers = claimants(other, Column::denied_by);
                const bool denies = std::any_of(
                    deniers.begin(), deniers.end(),
                    [&](const std::string& denier) { return lower_ascii(denier) == lower_ascii(claimant); });
                if (&one == &other || !denies || told == most_values) continue;
                ++told;
                rows.push_back({(*one.report)[Column::incident_id], "claimed_by", "claimed by " + claimant,
                                one.source, (*one.report)[Column::report_id], "denied by " + claimant,
                                other.source, (*other.report)[Column::report_id],
                                one.source + " has it claimed by " + claimant + ", " + other.source +
                                    " has " + claimant + " deny it."});
            }
        }
    }
}

}  // namespace

std::vector<Disagreement> disagreements_among(const std::vector<Testimony>& testimonies) {
    std::vector<Disagreement> rows;
    for (const Column column : compared_columns()) {
        const Agree agree_on = agreement_on(info_of(column).compared);
        std::vector<const Testimony*> distinct;
        for (const Testimony& testimony : testimonies) {
            if (!says(testimony, column) || distinct.size() == most_values) continue;
            const bool new_value =
                std::none_of(distinct.begin(), distinct.end(), [&](const Testimony* known) {
                    return value_of(*known, column) == value_of(testimony, column);
                });
            if (!new_value) continue;
            for (const Testimony* known : distinct) {
                if (!agree_on(*known, testimony, column)) rows.push_back(row_of(*known, testimony, column));
            }
            distinct.push_back(&testimony);
        }
    }
    add_denied_claims(testimonies, rows);
    return rows;
}

}  // namespace incidentmap
