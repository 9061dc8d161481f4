// SPDX-License-Identifier: MIT
/// What of a published incident's texts stays.
#include <algorithm>
#include <array>
#include <utility>

#include "build/public_edition.hpp"
#include "core/text.hpp"
#include "incident/assemble.hpp"
#include "incident/reported_places.hpp"
#include "locate/measure.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;
using Unit = Coarseness::Unit;

/// Where a report says how closely it knows the place: never in a coarser row.
constexpr std::array always_left_out{Column::place,
                                     Column::place_words,
                                     Column::launch_place,
                                     Column::launch_words,
                                     Column::latitude,
                                     Column::longitude,
                                     Column::coordinates_uncertainty_m,
                                     Column::coordinates_from,
                                     Column::coordinates_by,
                                     Column::launch_latitude,
                                     Column::launch_longitude,
                                     Column::place_said_to_be,
                                     Column::launch_said_to_be};

/// Where anything may stand.
constexpr std::array free_texts{Column::notes, Column::damage};

template <typename List>
bool holds(const List& list, Column column) {
    return std::find(list.begin(), list.end(), column) != list.end();
}

void note(std::vector<std::string>& titles, std::string title) {
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(std::move(title));
}

bool is_finer_unit(Column column, const Coarseness& level) {
    if (column == Column::admin2) return level.unit >= Unit::admin1 || level.unit == Unit::grid;
    if (column == Column::admin1 || column == Column::launch_admin1)
        return level.unit == Unit::country || level.unit == Unit::grid;
    return false;
}

}  // namespace

bool PublicEdition::is_kept(std::string_view column) const {
    return std::any_of(m_request.kept.begin(), m_request.kept.end(),
                       [&](const std::string& kept) { return lower_ascii(kept) == lower_ascii(column); });
}

void PublicEdition::rewrite_texts(Incident& incident) {
    const bool is_coarser = !m_level.is_exact();
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const auto column = static_cast<Column>(i);
        std::string& text = incident.texts[i];
        const bool may_stay = !is_coarser || !holds(free_texts, column) || is_kept(report_columns()[i].name);
        if (text.empty() || (may_stay && !may_tell(text))) continue;
        text.clear();
        note(m_left_out, lower_ascii(report_columns()[i].title));
    }
    for (std::size_t i = 0, at = 0; i < m_extra.size(); ++i) {
        if (m_extra_dropped[i]) continue;
        if (at >= incident.extra.size()) break;
        std::string& cell = incident.extra[at++];
        const bool may_stay = !is_coarser || i == m_publish || is_kept(m_extra[i]);
        if (cell.empty() || (may_stay && !may_tell(cell))) continue;
        cell.clear();
        note(m_left_out, m_extra[i]);
    }
    // Each source keeps its place in the lists.
    for (std::string* list : {&incident.source_names, &incident.source_urls}) {
        if (!may_tell(*list)) continue;
        std::string kept;
        for (std::size_t from = 0; from <= list->size();) {
            const std::size_t bar = std::min(list->find(" | ", from), list->size());
            const std::string part = list->substr(from, bar - from);
            if (from > 0) kept += " | ";
            if (!may_tell(part)) kept += part;
            from = bar + 3;
        }
        *list = std::move(kept);
        note(m_left_out, list == &incident.source_urls ? "the address of a source" : "the name of a source");
    }
    for (LaunchSite& launch : incident.launches) {
        for (std::string* text : {&launch.said_by, &launch.disputed_by}) {
            if (may_tell(*text)) text->clear();
        }
    }
}

std::string PublicEdition::source_ids_of(const std::string& ids) {
    std::vector<std::string> edited;
    for (const std::string& id : split_list(ids, "|")) edited.push_back(m_source_ids.known(id));
    return joined(edited, " | ");
}

void PublicEdition::rewrite_ids(Incident& incident, std::vector<Report>& reports, bool is_coarser) {
    const auto edited = [&](PublicIds& ids, const std::string& id) {
        if (id.empty()) return id;
        if (may_tell(id)) return ids.new_for(id);
        return is_coarser ? ids.of(id) : ids.known(id);
    };
    const auto edited_source = [&](const std::string& id) {
        if (!id.empty() && may_tell(id)) m_source_ids.new_for(id);
        return m_source_ids.known(id);
    };
    for (Report& report : reports) {
        std::string& report_id = report[Column::report_id];
        const std::string was = report_id;
        report_id = edited(m_report_ids, report_id);
        report[Column::incident_id] = edited(m_incident_ids, report[Column::incident_id]);
        report[Column::source_id] = edited_source(report[Column::source_id]);
        for (const std::string& id : split_list(report.further_source_ids, "|")) edited_source(id);
        report.further_source_ids = source_ids_of(report.further_source_ids);
        for (Disagreement& difference : incident.disagreements) {
            if (difference.report_a == was) difference.report_a = report_id;
            if (difference.report_b == was) difference.report_b = report_id;
            if (was != report_id && difference.sentence.find(was) != std::string::npos)
                difference.sentence.clear();
        }
    }
    if (incident.id.empty()) return;
    incident.id = edited(m_incident_ids, incident.id);
    for (Disagreement& difference : incident.disagreements) difference.incident_id = incident.id;
    for (Finding& finding : incident.findings) finding.incident_id = incident.id;
}

void PublicEdition::rewrite_report(Report& report, bool is_coarser) {
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const auto column = static_cast<Column>(i);
        if (column == Column::report_id || column == Column::incident_id || column == Column::source_id)
            continue;
        std::string& cell = report.cells[i];
        if (cell.empty()) continue;
        bool stays = true;
        if (is_coarser) {
            stays = !holds(always_left_out, column) && !is_finer_unit(column, m_level) &&
                    (!holds(free_texts, column) || is_kept(report_columns()[i].name));
            const bool is_unit = column == Column::admin1 || column == Column::admin2 ||
                                 column == Column::country || column == Column::launch_admin1 ||
                                 column == Column::launch_country;
            stays = stays && (is_unit || !may_tell(cell));
        } else {
            stays = !may_tell(cell);
        }
        if (stays) continue;
        cell.clear();
        note(m_left_out, lower_ascii(report_columns()[i].title));
    }
    for (std::size_t i = 0, at = 0; i < m_extra.size() && at < report.extra.size(); ++i) {
        if (m_extra_dropped[i]) continue;
        std::string& cell = report.extra[at++];
        const bool may_stay = !is_coarser || i == m_publish || is_kept(m_extra[i]);
        if (!cell.empty() && (!may_stay || may_tell(cell))) cell.clear();
    }
}

void PublicEdition::rewrite_places(Incident& incident) {
    std::vector<IncidentLocation> places;
    for (const IncidentLocation& place : incident.locations) {
        const Location* area = coarsened(place.location);
        const bool is_known = std::any_of(places.begin(), places.end(), [&](const IncidentLocation& other) {
            return other.location == area;
        });
        if (!is_known) places.push_back({area, {}});
    }
    // What has an area is on the map; a place beside it that has none is not told.
    const bool is_mapped = std::any_of(places.begin(), places.end(), [](const IncidentLocation& place) {
        return place.location->has_place();
    });
    if (is_mapped)
        std::erase_if(places, [](const IncidentLocation& place) { return !place.location->has_place(); });
    incident.locations = std::move(places);
    std::vector<LaunchSite> launches;
    for (LaunchSite& launch : incident.launches) {
        launch.location = coarsened(launch.location);
        launch.words.clear();
        const bool is_known = std::any_of(launches.begin(), launches.end(), [&](const LaunchSite& other) {
            return other.location == launch.location;
        });
        if (!is_known && launch.location->has_place()) launches.push_back(std::move(launch));
    }
    incident.launches = std::move(launches);
    for (const Location*& own : incident.own_locations) own = coarsened(own);
    incident.status = best_status(incident.locations);
    incident.measures.clear();
    for (std::size_t from = 0; from < incident.launches.size(); ++from) {
        for (std::size_t to = 0; to < incident.locations.size(); ++to) {
            const Location& launch = *incident.launches[from].location;
            const Location& place = *incident.locations[to].location;
            if (!place.has_place() || incident.measures.size() >= Assembler::most_pairs) continue;
            incident.measures.push_back({from, to, std::make_shared<const Measure>(measure(launch, place))});
        }
    }
}

void PublicEdition::rewrite_coarser(Incident& incident, std::vector<Report>& reports) {
    const auto learn = [&](const Location* location) {
        if (location == nullptr) return;
        withhold(*location, m_level, m_own);
        publish_area(m_coarsening.coarsened(*location, m_level), m_own);
    };
    for (const IncidentLocation& place : incident.locations) learn(place.location);
    for (const LaunchSite& launch : incident.launches) learn(launch.location);
    for (const Location* own : incident.own_locations) learn(own);
    for (const Report& report : reports) withhold(report, m_level, m_own);
    rewrite_places(incident);
    incident.findings.clear();
    incident.questions.clear();
    std::erase_if(incident.disagreements, [this](const Disagreement& difference) {
        return difference.field == "place" || difference.field == "launch_place" ||
               may_tell(difference.sentence) || may_tell(difference.value_a) ||
               may_tell(difference.value_b) || may_tell(difference.source_a) || may_tell(difference.source_b);
    });
    rewrite_texts(incident);
    rewrite_ids(incident, reports, true);
    for (Report& report : reports) rewrite_report(report, true);
    const IncidentLocation& first = incident.locations.front();
    const bool has_place = first.location->has_place();
    incident.generalizations =
        (has_place ? "The place stands as " + first.location->name : std::string("The place is withheld")) +
        ": the editors publish it no more closely than " + in_words(m_level) +
        (has_place ? "." : ", of which the gazetteers have no outline.");
    m_left_out.insert(m_left_out.begin(), "the place itself, and why it was taken for the place");
    incident.withheld = "Left out: " + joined(m_left_out, ", ") + ".";
}

}  // namespace incidentmap
