// SPDX-License-Identifier: MIT
#include "cli/explain/account_parts.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "layer/row_writer.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

constexpr int decimals = 6;  ///< of a position

std::string joined_parts(std::initializer_list<std::string> parts, const char* separator) {
    std::vector<std::string> known;
    for (const std::string& part : parts) {
        if (!part.empty()) known.push_back(part);
    }
    return joined(known, separator);
}

}  // namespace

std::string title_of(LayerId layer, std::string_view column) {
    for (const LayerColumn& known : layer_schema(layer).columns) {
        if (known.name == column) return known.title;
    }
    return std::string(column);
}

std::string meaning_of(std::string_view domain, std::string_view value) {
    for (const Domain& known : layer_domains()) {
        if (known.name != domain) continue;
        for (const auto& one : known.entries) {
            if (one.value == value) return one.label;
        }
    }
    return {};
}

std::string count_in_words(const std::string& low, const std::string& best, const std::string& high) {
    if (low.empty() && high.empty()) return best;
    if (low == high) return low;
    std::string text =
        high.empty() ? "at least " + low : (low.empty() ? "up to " + high : low + " to " + high);
    return best.empty() ? text : text + ", " + best + " most likely";
}

std::string region_of(const StoredRow& row) {
    return joined_parts({row.text("admin2"), row.text("admin1"), row.text("country")}, ", ");
}

std::string position_in_words(const StoredRow& row) {
    return position_for_people({row.number("longitude").value_or(0), row.number("latitude").value_or(0)},
                               decimals);
}

std::string location_in_words(const Location& location) {
    const std::string where =
        joined_parts({location.kind, location.kind == "province" ? std::string{} : location.admin1,
                      location.kind == "country" ? std::string{} : country_name(location.country)},
                     ", ");
    return name_of(location) + (where.empty() ? "" : " (" + where + ")") +
           (location.place_id.empty() ? "" : " [" + location.place_id + "]") + ", within " +
           distance_for_people(location.uncertainty_m) +
           (location.gazetteer.empty() ? "" : "; gazetteer " + location.gazetteer) +
           (location.place_source.empty() ? "" : "; its point is from the source " + location.place_source);
}

std::string match_in_words(const Match& match) {
    std::string text = joined_parts({match.kind, match.admin1, country_name(match.country)}, ", ") + "; " +
                       position_for_people(match.point, decimals);
    if (!match.place_id.empty()) text += " [" + match.place_id + "]";
    if (match.score > 0) text += "; match score " + to_text(match.score, 2);
    return match.reasons.empty() ? text : text + ". " + match.reasons;
}

std::string number(std::optional<double> value, int most_decimals) {
    return value ? to_text(*value, most_decimals) : "unknown";
}

std::string claim_label(std::string_view kind) {
    if (kind == "attributed_to") return "Attributed";
    if (kind == "claimed_by") return "Claimed";
    if (kind == "denied_by") return "Denied";
    return kind == "launch_said_by" ? "Launch place named" : "Launch place disputed";
}

std::string claim_in_words(const ExplainedClaim& claim) {
    const std::string report = " (report " + claim.report_id +
                               (claim.source == "report " + claim.report_id ? "" : ", " + claim.source) + ")";
    if (claim.kind == "claimed_by") return claim.by + " said that they did it" + report;
    if (claim.kind == "denied_by") return claim.by + " said that they did not do it" + report;
    const std::string by = claim.by == "not stated" ? "by whom is not stated" : "according to " + claim.by;
    if (claim.kind == "attributed_to") return "to " + claim.what + ", " + by + report;
    if (claim.kind == "launch_said_by") return "\"" + claim.what + "\", " + by + report;
    return "\"" + claim.what + "\", disputed by " + claim.by + report;
}

std::span<const std::pair<std::string_view, std::string_view>> build_parts() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> parts{
        {{"input", "Input"},
         {"gazetteer", "Gazetteer"},
         {"gazetteer_source", "Its source"},
         {"option", "Option"},
         {"program", "Program"},
         {"library", "Library"}}};
    return parts;
}

std::string summary_of(const Explanation& explanation) {
    const StoredRow& row = explanation.incident();
    std::string what = row.text("sub_event_type");
    if (what.empty()) what = row.text("event_type");
    if (what.empty()) what = "An incident";
    std::vector<std::string> places;
    for (const ExplainedPlace& place : explanation.places)
        places.push_back(place.row.text(place.layer == LayerId::not_mapped ? "place" : "location"));
    const std::string date = row.text("event_date");
    const std::size_t count = explanation.reports.size();
    const std::string status = row.text("status");
    const std::string where = status == "resolved" ? " It is on the map as a point."
                              : status == "coarse" ? " It is on the map as an area."
                                                   : " It is not on the map.";
    return what + ", " + (date.empty() ? "date not known" : date) + ", " + joined(places, "; ") +
           ", told by " + std::to_string(count) + (count == 1 ? " report." : " reports.") + where;
}

}  // namespace incidentmap
