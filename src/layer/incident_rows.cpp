// SPDX-License-Identifier: MIT
#include "layer/incident_rows.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

std::string as_candidate(const Match& match, CountryNames& countries) {
    std::vector<std::string> parts{match.name};
    for (const std::string& part : {match.admin1, countries(match.country)}) {
        if (!part.empty()) parts.push_back(part);
    }
    std::string text =
        joined(parts, ", ") + " (" + to_text(match.point.lat, 4) + ", " + to_text(match.point.lon, 4);
    if (!match.place_id.empty()) text += "; " + match.place_id;
    return text + ")";
}

const LaunchToTarget* first_measure(const Incident& incident, std::size_t location) {
    const auto found =
        std::find_if(incident.measures.begin(), incident.measures.end(),
                     [&](const LaunchToTarget& measure) { return measure.location == location; });
    return found == incident.measures.end() ? nullptr : &*found;
}

void fill_launch(RowWriter& cells, const LaunchSite& launch) {
    cells.text("launch_said_by", launch.said_by);
    cells.text("launch_disputed_by", launch.disputed_by);
}

/// \param counts false: the counts are null, as they stand on one row of the incident only
void fill_reports(RowWriter& cells, const Incident& incident, bool counts) {
    cells.text("source_names", incident.source_names);
    cells.text("source_urls", incident.source_urls);
    if (!counts) return;
    cells.count("report_count", incident.report_count);
    cells.count("disagreement_count", incident.disagreements.size());
    cells.count("finding_count", incident.findings.size());
}

void fill_draft(RowWriter& cells, bool is_draft) {
    if (is_draft) cells.text("draft", "draft");
}

void fill_edition(RowWriter& cells, const Incident& incident) {
    cells.text("data_generalizations", incident.generalizations);
    cells.text("information_withheld", incident.withheld);
}

}  // namespace

void fill_id(RowWriter& cells, ColumnId column, std::string_view incident_id, std::string_view kind,
             std::size_t number) {
    cells.joined(column, {incident_id, ":", kind, std::to_string(number)});
}

void place_row(RowWriter cells, const Incident& incident, std::size_t index, CountryNames& countries) {
    const Location& location = *incident.locations[index].location;
    fill_id(cells, "feature_id", incident.id, "", index + 1);
    cells.text("incident_id", incident.id);
    cells.count("location_no", index + 1);
    cells.count("location_count", incident.locations.size());
    cells.text("status", to_string(location.status));
    fill_draft(cells, incident.is_draft);
    fill_when(cells, incident.date);
    fill_what(cells, incident, index == 0);
    fill_place(cells, location, countries);
    cells.text("place_words", incident.locations[index].words);
    fill_point(cells, location.likely);
    fill_certainty(cells, location);
    if (const LaunchToTarget* measure = first_measure(incident, index)) {
        const LaunchSite& launch = incident.launches[measure->launch];
        cells.text("launch_location", name_of(*launch.location));
        fill_launch(cells, launch);
        fill_distance(cells, *measure->measure);
    }
    fill_reports(cells, incident, index == 0);
    fill_edition(cells, incident);
    cells.extra(incident.extra);
}

namespace {

/// \param location_index nothing for a launch place
void not_mapped_row(RowWriter cells, const Incident& incident, const Location& location,
                    const std::string& words, std::optional<std::size_t> location_index,
                    std::size_t launch_index, CountryNames& countries) {
    const bool counted = location_index == 0;
    fill_id(cells, "feature_id", incident.id, location_index ? "" : "L",
            location_index.value_or(launch_index) + 1);
    cells.text("incident_id", incident.id);
    if (location_index) cells.count("location_no", *location_index + 1);
    cells.count("location_count", incident.locations.size());
    cells.text("role", location_index ? "place" : "launch_place");
    cells.text("status", to_string(location.status));
    fill_draft(cells, incident.is_draft);
    fill_when(cells, incident.date);
    fill_what(cells, incident, counted);
    cells.text("place", location.query);
    cells.text("place_words", words);
    cells.count("candidate_count", location.status == Status::ambiguous
                                       ? location.alternatives.size() + location.more_alternatives
                                       : std::size_t{0});
    std::vector<std::string> candidates;
    for (const Match& match : location.alternatives) candidates.push_back(as_candidate(match, countries));
    cells.text("candidates", joined(candidates, " | "));
    cells.text("because", reasons_text(location));
    cells.text("remedy", location.remedy);
    fill_reports(cells, incident, counted);
    fill_edition(cells, incident);
}

}  // namespace

void not_mapped_place_row(RowWriter cells, const Incident& incident, std::size_t index,
                          CountryNames& countries) {
    const IncidentLocation& place = incident.locations[index];
    not_mapped_row(cells, incident, *place.location, place.words, index, 0, countries);
}

void not_mapped_launch_row(RowWriter cells, const Incident& incident, std::size_t index,
                           CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    not_mapped_row(cells, incident, *launch.location, launch.words, std::nullopt, index, countries);
}

void launch_site_row(RowWriter cells, const Incident& incident, std::size_t index, CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    const Location& location = *launch.location;
    fill_id(cells, "feature_id", incident.id, "L", index + 1);
    cells.text("incident_id", incident.id);
    cells.text("status", to_string(location.status));
    fill_draft(cells, incident.is_draft);
    fill_when(cells, incident.date);
    cells.text("weapon", incident[ReportColumn::weapon]);
    fill_place(cells, location, countries);
    cells.text("place_words", launch.words);
    fill_launch(cells, launch);
    fill_point(cells, location.likely);
    fill_certainty(cells, location);
    fill_reports(cells, incident, index == 0);
}

void line_row(RowWriter cells, const Incident& incident, const LaunchToTarget& launched,
              CountryNames& countries) {
    const LaunchSite& launch = incident.launches[launched.launch];
    const IncidentLocation& target = incident.locations[launched.location];
    const Location& from = *launch.location;
    cells.joined("feature_id", {incident.id, ":L", std::to_string(launched.launch + 1), "-",
                                std::to_string(launched.location + 1)});
    cells.text("incident_id", incident.id);
    cells.count("location_no", launched.location + 1);
    fill_draft(cells, incident.is_draft);
    fill_when(cells, incident.date);
    cells.text("weapon", incident[ReportColumn::weapon]);
    cells.text("launch_location", name_of(from));
    cells.text("launch_place_id", from.place_id);
    cells.text("launch_words", launch.words);
    fill_launch(cells, launch);
    fill_uncertainty(cells, "launch_uncertainty_m", from);
    cells.text("launch_decided_by", from.decided_by);
    fill_place(cells, *target.location, countries);
    cells.text("place_words", target.words);
    fill_certainty(cells, *target.location);
    fill_distance(cells, *launched.measure);
    cells.text("source_names", incident.source_names);
    cells.text("source_urls", incident.source_urls);
}

void incident_row(RowWriter cells, const Incident& incident) {
    cells.text("incident_id", incident.id);
    cells.text("status", to_string(incident.status));
    fill_draft(cells, incident.is_draft);
    cells.count("location_count", incident.locations.size());
    fill_when(cells, incident.date);
    fill_what(cells, incident, true);
    fill_reports(cells, incident, true);
}

void finding_row(RowWriter cells, const Finding& finding) {
    cells.text("severity", to_string(finding.severity));
    cells.text("code", finding.code);
    cells.text("sentence", finding.sentence);
    cells.text("input_file", finding.file);
    if (finding.row != 0) cells.integer("input_row", finding.row);
    cells.text("input_column", finding.column);
    cells.text("incident_id", finding.incident_id);
    if (finding.position) fill_point(cells, *finding.position);
}

void disagreement_row(RowWriter cells, const Disagreement& difference) {
    cells.text("incident_id", difference.incident_id);
    cells.text("field", difference.field);
    cells.text("report_id_a", difference.report_a);
    cells.text("source_a", difference.source_a);
    cells.text("value_a", difference.value_a);
    cells.text("report_id_b", difference.report_b);
    cells.text("source_b", difference.source_b);
    cells.text("value_b", difference.value_b);
    cells.text("sentence", difference.sentence);
}

}  // namespace incidentmap
