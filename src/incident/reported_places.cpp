// SPDX-License-Identifier: MIT
#include "incident/reported_places.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

bool accounts_agree(const ReportedPlaces& a, const ReportedPlaces& b) {
    const ReportedPlaces& fewer = a.places.size() <= b.places.size() ? a : b;
    const ReportedPlaces& more = a.places.size() <= b.places.size() ? b : a;
    return std::all_of(fewer.places.begin(), fewer.places.end(), [&](const IncidentLocation& place) {
        return !place.location->has_place() ||
               std::any_of(more.places.begin(), more.places.end(), [&](const IncidentLocation& other) {
                   return other.location->has_place() && incidentmap::agree(*place.location, *other.location);
               });
    });
}

/// What tells two places apart, wherever they are kept.
std::string key_of(const Location& location) {
    return location.place_id + '\x1F' + to_string(location.status) + to_text(location.likely.lon, 9) + ',' +
           to_text(location.likely.lat, 9) + ',' + to_text(location.uncertainty_m, 3);
}

}  // namespace

std::tuple<std::size_t, std::size_t, std::size_t> detail_of(const ReportedPlaces& account) {
    std::size_t points = 0;
    std::size_t areas = 0;
    for (const IncidentLocation& place : account.places) {
        points += place.location->status == Status::resolved ? 1 : 0;
        areas += place.location->status == Status::coarse ? 1 : 0;
    }
    return {points, areas, account.places.size()};
}

Agreements::Agreements(const std::vector<ReportedPlaces>& accounts) : m_accounts(accounts) {
    std::map<std::string, std::size_t> groups;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        std::string key;
        for (const IncidentLocation& place : accounts[i].places) {
            if (accounts.size() == 1) break;  // most incidents; nothing to tell it from
            (key += key_of(*place.location)) += '\x1E';
        }
        const auto [group, is_new] = groups.emplace(std::move(key), m_first.size());
        m_group.push_back(group->second);
        if (is_new) {
            m_first.push_back(i);
            m_sources.emplace_back();
        }
        if (accounts[i].speaks) m_sources[group->second].insert(accounts[i].source);
    }
}

bool Agreements::agree(std::size_t a, std::size_t b) {
    const auto pair = std::minmax(m_group[a], m_group[b]);
    const auto [known, is_new] = m_agree.try_emplace({pair.first, pair.second});
    if (is_new)
        known->second = accounts_agree(m_accounts[m_first[pair.first]], m_accounts[m_first[pair.second]]);
    return known->second;
}

std::size_t Agreements::support(std::size_t account) {
    const auto [known, is_new] = m_support.try_emplace(m_group[account]);
    if (!is_new) return known->second;
    std::set<std::string> sources;
    for (std::size_t group = 0; group < m_first.size(); ++group) {
        if (!m_sources[group].empty() && agree(account, m_first[group]))
            sources.insert(m_sources[group].begin(), m_sources[group].end());
    }
    return known->second = sources.size();
}

Location contested(const std::vector<const ReportedPlaces*>& sides) {
    Location location;
    location.status = Status::ambiguous;
    std::vector<std::string> said;
    const Location& first = *sides.front()->places.front().location;
    double apart_m = 0;
    for (const ReportedPlaces* side : sides) {
        const Location& there = *side->places.front().location;
        location.query += (location.query.empty() ? "" : " | ") + there.query;
        said.push_back(there.name + " (" + side->source + ")");
        apart_m = std::max(apart_m, geodesic(first.likely, there.likely).distance_m);
        location.alternatives.push_back({there.name, there.place_id, there.kind, there.country, there.admin1,
                                         there.admin2, there.likely, there.score.value_or(1),
                                         "According to " + side->source + "."});
    }
    location.reasons.push_back(
        "The reports put it at different places, up to " + distance_for_people(apart_m) +
        " apart, and as many independent sources stand for each: " + joined(said, "; ") + ".");
    location.remedy = "Decide which report is right, or add another independent report.";
    return location;
}

Status best_status(const std::vector<IncidentLocation>& places) {
    Status best = Status::unresolved;
    for (const IncidentLocation& place : places) best = std::min(best, place.location->status);
    return best;
}

}  // namespace incidentmap
