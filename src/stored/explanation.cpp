// SPDX-License-Identifier: MIT
#include "stored/explanation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "geodesy/area.hpp"
#include "locate/answer_record.hpp"
#include "locate/answers.hpp"
#include "locate/query.hpp"
#include "locate/reasons.hpp"
#include "locate/resolver.hpp"
#include "report/report.hpp"
#include "stored/distances.hpp"
#include "stored/incident_of.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::array place_layers{LayerId::attacks, LayerId::attack_areas, LayerId::other_incidents,
                                  LayerId::not_mapped};

/// The report that a row of `reports` was made from.
Report report_of(const StoredRow& row) {
    Report report;
    const auto columns = report_columns();
    for (std::size_t i = 0; i < report_column_count; ++i) report.cells[i] = row.text(columns[i].name);
    report[Column::event_date] = row.text("event_date_text");
    read_cells(report, {});
    return report;
}

std::optional<StoredRow> decision_about(const std::vector<StoredRow>& with_these_words,
                                        const std::string& report_id, PlaceColumn column) {
    const StoredRow* found = nullptr;
    for (const StoredRow& row : with_these_words) {
        if (row.text("role") != to_string(column)) continue;
        const std::string about = row.text("report_id");
        if (!about.empty() && about == report_id) return row;
        if (about.empty()) found = &row;
    }
    return found == nullptr ? std::nullopt : std::optional(*found);
}

/// Words that fit several places by themselves may be decided by the other places of the incident. Of all
/// that was answered to them, the answer that the build used is told by its reasons, which stand in its
/// layers.
void find_answer_in_company(BuildFile& file, const StoredRow& report, ExplainedLocality& locality) {
    std::vector<std::string> reasons{report.text("because")};
    if (locality.column == PlaceColumn::launch_place) {
        reasons.clear();
        for (const StoredRow& row :
             file.rows(LayerId::launch_sites, "incident_id", report.text("incident_id")))
            reasons.push_back(row.text("because"));
    }
    for (const StoredRow& row : file.rows(LayerId::answers, "words", locality.words)) {
        const auto answer = from_record(row.text("record"));
        if (!answer || std::find(reasons.begin(), reasons.end(), reasons_text(*answer)) == reasons.end())
            continue;
        locality.answer = answer;
        locality.gazetteers = row.text("gazetteers");
        return;
    }
}

/// What was looked up for a locality, and decided about it.
void find_answer(BuildFile& file, const StoredRow& report, ExplainedLocality& locality) {
    const std::string report_id = report.text("report_id");
    const std::string id = answer_id(query_of_report(locality.words, locality.stated_country,
                                                     locality.stated_admin1, locality.stated_admin2));
    for (const StoredRow& row : file.rows(LayerId::answers, "answer_id", id)) {
        locality.answer = locality.alone = from_record(row.text("record"));
        locality.gazetteers = row.text("gazetteers");
    }
    if (locality.alone && locality.alone->status == Status::ambiguous)
        find_answer_in_company(file, report, locality);
    const std::string words = in_one_line(locality.words);
    locality.decision =
        decision_about(file.rows(LayerId::decisions, "words", words), report_id, locality.column);
    if (locality.decision) locality.decided = from_record(locality.decision->text("record"));
}

/// Which goes first: a decision about this report, its coordinates, a decision about its words, the look-up.
TakenFrom taken_from(const ExplainedLocality& locality, bool has_position) {
    const bool for_this_report = locality.decision && !locality.decision->text("report_id").empty();
    if (has_position && !for_this_report) return TakenFrom::coordinates;
    if (locality.decision) return TakenFrom::decision;
    return locality.words.empty() ? TakenFrom::nothing : TakenFrom::look_up;
}

std::vector<ExplainedLocality> localities_of(BuildFile& file, const StoredRow& row, PlaceColumn column) {
    const bool is_place = column == PlaceColumn::place;
    const Report report = report_of(row);
    std::vector<std::string> looked_up = is_place ? report.places : report.launch_places;
    const std::vector<std::string> own_words =
        split_list(report[is_place ? Column::place_words : Column::launch_words], "|");
    const bool has_position = (is_place ? report.position : report.launch_position).has_value();
    if (looked_up.empty() && has_position) looked_up.emplace_back();
    std::vector<ExplainedLocality> localities;
    for (std::size_t i = 0; i < looked_up.size(); ++i) {
        ExplainedLocality& locality = localities.emplace_back();
        locality.column = column;
        locality.words = looked_up[i];
        locality.own_words = i < own_words.size() ? own_words[i] : looked_up[i];
        locality.stated_country = report[is_place ? Column::country : Column::launch_country];
        locality.stated_admin1 = report[is_place ? Column::admin1 : Column::launch_admin1];
        if (is_place) locality.stated_admin2 = report[Column::admin2];
        if (!locality.words.empty()) find_answer(file, row, locality);
        locality.taken_from = taken_from(locality, has_position && i == 0);
    }
    return localities;
}

/// The area of the row of `uncertainty` that is drawn for a point.
std::optional<double> area_of_point(BuildFile& file, const StoredRow& place) {
    for (const StoredRow& row : file.rows(LayerId::uncertainty, "latitude", place.text("latitude"))) {
        const auto same = [&](std::string_view column) { return row.text(column) == place.text(column); };
        if (same("longitude") && same("uncertainty_m") && same("method")) return row.number("area_km2");
    }
    return std::nullopt;
}

std::vector<ExplainedPlace> places_of(BuildFile& file, const std::string& incident_id) {
    std::vector<ExplainedPlace> places;
    for (const LayerId layer : place_layers) {
        for (StoredRow& row : file.rows(layer, "incident_id", incident_id)) {
            if (layer == LayerId::not_mapped && row.text("role") == "launch_place") continue;
            ExplainedPlace& place = places.emplace_back();
            place.layer = layer;
            if (const auto* area = std::get_if<MultiPolygon>(&row.geometry())) {
                place.area_km2 = area_km2(*area);
            } else if (layer != LayerId::not_mapped) {
                place.area_km2 = area_of_point(file, row);
            }
            place.row = std::move(row);
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const ExplainedPlace& a, const ExplainedPlace& b) {
        return a.row.number("location_no").value_or(0) < b.row.number("location_no").value_or(0);
    });
    return places;
}

void add_claims(const ExplainedReport& report, std::vector<ExplainedClaim>& claims) {
    const auto add = [&](std::string_view kind, const std::string& what, const std::string& by) {
        claims.push_back({kind, what, by.empty() ? "not stated" : by, report.row.text("report_id"),
                          report.source_in_words()});
    };
    const std::vector<std::string> who = split_list(report.row.text("attributed_to"), "|");
    const std::vector<std::string> by = split_list(report.row.text("attributed_by"), "|");
    for (std::size_t i = 0; i < who.size(); ++i)
        add("attributed_to", who[i], i < by.size() ? by[i] : (by.size() == 1 ? by.front() : std::string{}));
    for (const std::string& claimant : split_list(report.row.text("claimed_by"), "|"))
        add("claimed_by", "responsibility", claimant);
    for (const std::string& denier : split_list(report.row.text("denied_by"), "|"))
        add("denied_by", "responsibility", denier);
    std::string launch = report.row.text("launch_words");
    if (launch.empty()) launch = report.row.text("launch_place");
    if (launch.empty()) return;
    add("launch_said_by", launch, report.row.text("launch_said_by"));
    for (const std::string& other : split_list(report.row.text("launch_disputed_by"), "|"))
        add("launch_disputed_by", launch, other);
}

std::vector<ExplainedPlace> launch_places_of(BuildFile& file, const std::string& incident_id) {
    std::vector<ExplainedPlace> places;
    for (StoredRow& row : file.rows(LayerId::launch_sites, "incident_id", incident_id)) {
        const auto area = area_of_point(file, row);
        places.push_back({LayerId::launch_sites, std::move(row), area});
    }
    return places;
}

}  // namespace

ExplainedReport explained_report(BuildFile& file, StoredRow row) {
    ExplainedReport report;
    for (const std::string& source_id :
         split_list(row.text("source_id") + "|" + row.text("further_source_ids"), "|")) {
        auto sources = file.rows(LayerId::sources, "source_id", source_id);
        if (sources.empty()) continue;
        if (report.source) {
            report.further_sources.push_back(std::move(sources.front()));
        } else {
            report.source = std::move(sources.front());
        }
    }
    for (const PlaceColumn column : {PlaceColumn::place, PlaceColumn::launch_place}) {
        for (ExplainedLocality& locality : localities_of(file, row, column))
            report.localities.push_back(std::move(locality));
    }
    report.row = std::move(row);
    return report;
}

Explanation explain(BuildFile& file, const std::string& id) {
    Explanation explanation;
    explanation.asked = id;
    explanation.incident_id = incident_of(file, id);
    explanation.file = file.name();
    explanation.build_id = file.build_id();
    explanation.build = file.entries();
    for (StoredRow& row : file.rows(LayerId::reports, "incident_id", explanation.incident_id))
        explanation.reports.push_back(explained_report(file, std::move(row)));
    for (StoredRow& row : file.rows(LayerId::decisions, "role", "same")) {
        const std::vector<std::string> ids = split_list(row.text("words"), "|");
        if (std::any_of(ids.begin(), ids.end(),
                        [&](const std::string& report) { return explanation.has_report(report); }))
            explanation.merges.push_back(std::move(row));
    }
    explanation.places = places_of(file, explanation.incident_id);
    explanation.launch_places = launch_places_of(file, explanation.incident_id);
    explanation.distances = explained_distances(file, explanation);
    for (const ExplainedReport& report : explanation.reports) add_claims(report, explanation.claims);
    explanation.disagreements = file.rows(LayerId::disagreements, "incident_id", explanation.incident_id);
    for (StoredRow& row : file.rows(LayerId::findings, "incident_id", explanation.incident_id)) {
        // Disagreements are told as such.
        if (row.text("code") != "sources-disagree") explanation.findings.push_back(std::move(row));
    }
    return explanation;
}

}  // namespace incidentmap
