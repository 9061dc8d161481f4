// SPDX-License-Identifier: MIT
#include "stored/incident_of.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_told = 20;
constexpr std::size_t most_near = 5;
constexpr std::size_t farthest = 8;

/// Where ids stand, in the order in which they are looked for: those that say which incident is theirs.
constexpr std::array<std::pair<LayerId, std::string_view>, 10> own_ids{{
    {LayerId::reports, "incident_id"},
    {LayerId::reports, "report_id"},
    {LayerId::attacks, "feature_id"},
    {LayerId::attack_areas, "feature_id"},
    {LayerId::other_incidents, "feature_id"},
    {LayerId::not_mapped, "feature_id"},
    {LayerId::launch_sites, "feature_id"},
    {LayerId::launch_to_target, "feature_id"},
    {LayerId::disagreements, "disagreement_id"},
    {LayerId::findings, "finding_id"},
}};

/// Those of places, which have a list of incidents.
constexpr std::array<std::pair<LayerId, std::string_view>, 2> place_ids{{
    {LayerId::uncertainty, "feature_id"},
    {LayerId::bases, "place_id"},
}};

std::string in_words(const std::vector<std::string>& ids) {
    const std::size_t told = std::min(ids.size(), most_told);
    std::string text = joined({ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(told)}, ", ");
    if (ids.size() > told) text += " and " + std::to_string(ids.size() - told) + " more";
    return in_one_line(text);
}

[[noreturn]] void refuse_several(const std::string& id, const std::vector<std::string>& incidents) {
    throw Error{"'" + id + "' belongs to several incidents; explain one of them: " + in_words(incidents)};
}

std::vector<std::string> each_once(std::vector<std::string> ids) {
    std::vector<std::string> once;
    for (std::string& id : ids) {
        if (!id.empty() && std::find(once.begin(), once.end(), id) == once.end())
            once.push_back(std::move(id));
    }
    return once;
}

/// The ids most like it: those that hold it or lie in it before those that differ in some letters.
std::vector<std::string> nearest(BuildFile& file, const std::string& id) {
    const std::string wanted = lower_ascii(id);
    std::set<std::pair<std::size_t, std::string>> best;
    const auto weigh = [&](std::string_view candidate) {
        const std::string known = lower_ascii(candidate);
        const bool holds = wanted.size() >= 3 && known.find(wanted) != std::string::npos;
        std::size_t distance = holds ? 1 : edit_distance(wanted, known, farthest);
        if (known == wanted) distance = 0;
        if (distance > std::min(farthest, std::max<std::size_t>(2, wanted.size() / 2))) return;
        best.emplace(distance, std::string(candidate));
        if (best.size() > most_near) best.erase(std::prev(best.end()));
    };
    for (const auto& [layer, column] : own_ids) {
        if (layer == LayerId::disagreements || layer == LayerId::findings) continue;
        file.each_text(layer, column, weigh);
    }
    std::vector<std::string> ids;
    for (const auto& [distance, candidate] : best) ids.push_back(candidate);
    return each_once(std::move(ids));
}

}  // namespace

std::string incident_of(BuildFile& file, const std::string& id) {
    for (const auto& [layer, column] : own_ids) {
        std::vector<std::string> incidents;
        const std::vector<StoredRow> rows = file.rows(layer, column, id);
        for (const StoredRow& row : rows) incidents.push_back(row.text("incident_id"));
        incidents = each_once(std::move(incidents));
        if (incidents.size() > 1) refuse_several(id, incidents);
        if (incidents.size() == 1) return incidents.front();
        if (!rows.empty())
            throw Error{"'" + id + "' is a thing to check that is about no incident: " +
                        in_one_line(rows.front().text("sentence"))};
    }
    for (const auto& [layer, column] : place_ids) {
        for (const StoredRow& row : file.rows(layer, column, id)) {
            const std::vector<std::string> incidents = split_list(row.text("incident_ids"), "|");
            if (incidents.size() > 1) refuse_several(id, incidents);
            if (incidents.size() == 1) return incidents.front();
        }
    }
    const std::vector<std::string> near = nearest(file, id);
    throw Error{file.name() + " has no incident, report or feature '" + id + "'" +
                (near.empty() ? std::string("; the column incident_id of its layers has the ids")
                              : "; nearest are " + in_words(near))};
}

}  // namespace incidentmap
