// SPDX-License-Identifier: MIT
#include "build/incident_choice.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geodesy/distance_bounds.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

/// `25:Camp Taji`: how far from what.
std::pair<double, std::string> parts_of(const std::string& within) {
    const auto colon = within.find(':');
    const std::string km(trimmed(std::string_view(within).substr(0, colon)));
    double value = 0;
    const auto [end, error] = std::from_chars(km.data(), km.data() + km.size(), value);
    if (colon == std::string::npos || error != std::errc{} || end != km.data() + km.size() || !(value > 0) ||
        value > 20'100 || trimmed(std::string_view(within).substr(colon + 1)).empty())
        throw UsageError{"--within " + within + " is not KM:LOCALITY, such as 25:\"Camp Taji, Iraq\""};
    return {value, std::string(trimmed(std::string_view(within).substr(colon + 1)))};
}

bool has_finding(const Incident& incident, std::string_view code, const std::string& column) {
    return std::any_of(incident.findings.begin(), incident.findings.end(), [&](const Finding& finding) {
        return finding.code == code && finding.column == column;
    });
}

}  // namespace

std::string values_in_words(const std::vector<KeyValue>& values) {
    constexpr std::size_t most_told = 8;
    std::vector<std::string> told;
    for (const KeyValue& value : values) {
        if (told.size() < most_told) told.push_back(shortened(value.text, 100));
    }
    const std::string more =
        values.size() > told.size() ? " or " + std::to_string(values.size() - told.size()) + " more" : "";
    return joined(told, " or ") + more;
}

IncidentChoice::IncidentChoice(const BuildRequest& request, const std::vector<std::string>& extra_columns,
                               Resolver& resolver)
    : m_request{request} {
    for (const std::string& text : request.where)
        m_conditions.emplace_back(text, extra_columns, request.filter.countries, resolver.gazetteers());
    if (request.within.empty()) return;
    const auto [km, words] = parts_of(request.within);
    m_within_km = km;
    m_middle = resolver.resolve({words, {}, {}, {}, std::nullopt});
    if (!m_middle->has_place())
        throw UsageError{"--within " + request.within + ": " + reasons_text(*m_middle)};
}

void IncidentChoice::mark_date(Incident& incident, const std::vector<Report>& reports) {
    if (has_finding(incident, "date-may-fall-outside", "event_date")) return;
    const Report& first = reports.front();
    ++m_dates_in_doubt;
    incident.findings.push_back(
        {"date-may-fall-outside", Severity::note, first.file, first.row, "event_date",
         "the date is uncertain and may fall outside the days asked for; the incident is kept", incident.id,
         std::nullopt});
}

void IncidentChoice::mark_other(Incident& incident, const std::vector<Report>& reports,
                                const std::string& column, const std::string& sentence) {
    if (has_finding(incident, "may-belong-elsewhere", column)) return;
    const Report& first = reports.front();
    ++m_others_in_doubt;
    incident.findings.push_back({"may-belong-elsewhere", Severity::note, first.file, first.row, column,
                                 sentence + "; the incident is kept", incident.id, std::nullopt});
}

bool IncidentChoice::is_left_out_by_date(const Incident& incident) const {
    Filter days;
    days.since = m_request.filter.since;
    days.until = m_request.filter.until;
    return judge(days, incident, {}) == Verdict::outside;
}

bool IncidentChoice::keeps(Incident& incident, const std::vector<Report>& reports,
                           const std::string& country) {
    const Verdict by_filter = judge(m_request.filter, incident, country);
    std::vector<const Condition*> doubtful;
    bool is_outside = by_filter == Verdict::outside;
    for (const Condition& condition : m_conditions) {
        if (is_outside) break;
        const Verdict verdict = condition.judge({incident, reports});
        is_outside = verdict == Verdict::outside;
        if (verdict == Verdict::may_be_inside) doubtful.push_back(&condition);
    }
    const Verdict by_nearness = is_outside || !m_middle ? Verdict::inside : judge_nearness(incident);
    if (is_outside || by_nearness == Verdict::outside) {
        ++m_left_out;
        return false;
    }
    if (by_filter == Verdict::may_be_inside) mark_date(incident, reports);
    for (const Condition* condition : doubtful) {
        const MapKey& key = condition->key();
        if (key.kind() == KeyKind::date) {
            mark_date(incident, reports);
        } else {
            mark_other(incident, reports, key.name(),
                       "its " + key.name() + " is " + values_in_words(key.values({incident, reports})));
        }
    }
    if (by_nearness == Verdict::may_be_inside)
        mark_other(incident, reports, "place",
                   "it may lie more than " + m_request.within.substr(0, m_request.within.find(':')) +
                       " km from " + (m_middle->name.empty() ? "there" : m_middle->name));
    return true;
}

Verdict IncidentChoice::judge_nearness(const Incident& incident) {
    Verdict best = Verdict::outside;
    for (const IncidentLocation& place : incident.locations) best = std::min(best, judge_place(place));
    return best;
}

Verdict IncidentChoice::judge_place(const IncidentLocation& place) {
    const Location& location = *place.location;
    if (location.status == Status::ambiguous) {
        const bool may_lie_there =
            std::any_of(location.alternatives.begin(), location.alternatives.end(), [&](const Match& match) {
                return geodesic(match.point, m_middle->likely).distance_m <=
                       m_within_km * 1000 + m_middle->uncertainty_m;
            });
        return may_lie_there ? Verdict::may_be_inside : Verdict::outside;
    }
    if (!location.has_place()) return Verdict::outside;
    const Nearness& nearness = m_nearness.get(location, nullptr, [&] {
        const DistanceBounds bounds =
            distance_bounds({location.footprint, location.likely}, {m_middle->footprint, m_middle->likely});
        return Nearness{bounds.min_m / 1000, bounds.max_m / 1000};
    });
    if (nearness.greatest_km <= m_within_km) return Verdict::inside;
    return nearness.least_km <= m_within_km ? Verdict::may_be_inside : Verdict::outside;
}

}  // namespace incidentmap
