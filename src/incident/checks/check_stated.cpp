// SPDX-License-Identifier: MIT
#include "incident/checks/check_stated.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/count.hpp"
#include "core/text.hpp"
#include "geodesy/distance_bounds.hpp"
#include "locate/phrase.hpp"
#include "locate/reasons.hpp"
#include "locate/stated_fit.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_alternatives = 10;

/// A distance and a direction that can be compared; nothing for a clue of another sort.
std::optional<Leg> leg_of(const Clue& clue) {
    if (clue.relation == Relation::offset && clue.legs.size() == 1) return clue.legs.front();
    if (clue.relation == Relation::direction && clue.direction) return Leg{{}, clue.direction};
    return std::nullopt;
}

class StatedCheck {
  public:
    StatedCheck(const Report& report, ReportColumn column, std::string said, const CheckedPlace& place,
                const StatedFinder& find)
        : m_report{report},
          m_column{column},
          m_said{std::move(said)},
          m_place{*place.location},
          m_find{find} {}

    std::vector<Finding> findings();

  private:
    void tell(std::string_view code, std::string sentence, bool is_mild = false) {
        Finding finding = finding_in(m_report, m_column, code, std::move(sentence), m_place.likely);
        if (is_mild) finding.severity = Severity::note;
        m_findings.push_back(std::move(finding));
    }
    std::string about() const { return "'" + m_said + "' is said of " + m_place.name; }
    const Location* found(const std::string& words, const std::vector<std::string>& parents);
    void check_leg(const Leg& leg, const Location& from);
    bool tell_other_place(const Leg& leg, const Location& from);
    void check_area(const std::string& words, const std::vector<std::string>& parents);

    const Report& m_report;
    ReportColumn m_column;
    std::string m_said;
    const Location& m_place;
    const StatedFinder& m_find;
    std::vector<Finding> m_findings;
};

/// Null, and told, where the words lead nowhere.
const Location* StatedCheck::found(const std::string& words, const std::vector<std::string>& parents) {
    std::string whole = words;
    for (const std::string& parent : parents) whole += ", " + parent;
    const Location& location = m_find.named(whole, m_place.likely);
    if (location.has_place()) return &location;
    tell("stated-not-checked", about() + ", and was not checked: '" + shortened(whole, 200) + "' is " +
                                   to_string(location.status) + ". " + reasons_text(location));
    return nullptr;
}

/// Another place of the name, where what is said is right.
bool StatedCheck::tell_other_place(const Leg& leg, const Location& from) {
    std::size_t tried = 0;
    for (const Match& match : m_place.alternatives) {
        if (match.place_id.empty() || match.place_id == m_place.place_id) continue;
        if (++tried > most_alternatives) break;
        const Location& other = m_find.of_id(match.place_id);
        if (!other.has_place() || !compare(leg, from, other).is_consistent()) continue;
        const std::string where = match.admin1.empty() ? "" : " in " + match.admin1;
        tell("stated-other-place-fits", about() + ", and does not fit it; it fits " + match.name + where +
                                            " (" + match.place_id + "). Check which of the two is meant");
        return true;
    }
    return false;
}

void StatedCheck::check_leg(const Leg& leg, const Location& from) {
    const StatedFit fit = compare(leg, from, m_place);
    if (fit.is_consistent() || tell_other_place(leg, from)) return;
    if (StatedFit::is_off(fit.distance)) {
        const bool right_way = fit.direction == Fit::fits;
        tell("stated-distance-differs",
             about() + ": " + fit.distance_sentence + (right_way ? ". The direction fits" : "") +
                 ". Check the distance, and whether that place is meant",
             fit.distance == Fit::far_ends);
    }
    if (StatedFit::is_off(fit.direction)) {
        const bool right_distance = fit.distance == Fit::fits;
        tell("stated-direction-differs",
             about() + ": " + fit.direction_sentence + (right_distance ? ". The distance fits" : "") +
                 ". Check the direction, and whether that place is meant",
             fit.direction == Fit::far_ends);
    }
}

/// Words without a distance: the area that they mean should hold the place, or meet it.
void StatedCheck::check_area(const std::string& words, const std::vector<std::string>& parents) {
    const Location* area = found(words, parents);
    if (area == nullptr) return;
    const double apart_m =
        distance_bounds({area->footprint, area->likely}, {m_place.footprint, m_place.likely}).min_m;
    if (apart_m <= 0) return;
    tell("stated-place-differs", about() + "; it lies " + distance_for_people(apart_m) + " outside " +
                                     area->name + ". Check which is right");
}

std::vector<Finding> StatedCheck::findings() {
    const auto phrase = read_phrase(m_said);
    if (!phrase) {
        check_area(m_said, {});
        return std::move(m_findings);
    }
    if (!phrase->not_understood.empty()) {
        tell("stated-not-checked", about() + ", and was not checked: '" + phrase->not_understood +
                                       "' is no distance or direction that can be measured");
        return std::move(m_findings);
    }
    for (const Clue& clue : phrase->clues) {
        const auto leg = leg_of(clue);
        if (!leg) {
            check_area(clue.words, phrase->parents);
        } else if (const Location* from = found(clue.place, phrase->parents)) {
            check_leg(*leg, *from);
        }
    }
    for (const std::string& parent : phrase->parents) check_area(parent, {});
    return std::move(m_findings);
}

}  // namespace

std::vector<Finding> check_stated(const Report& report, ReportColumn column,
                                  const std::vector<CheckedPlace>& places, const StatedFinder& find) {
    if (says_unknown(report[column])) return {};
    std::vector<Finding> findings;
    const std::vector<std::string> parts = split_list(report[column], "|");
    for (std::size_t i = 0; i < std::min(parts.size(), places.size()); ++i) {
        if (!places[i].location->has_place()) continue;
        for (Finding& finding : StatedCheck(report, column, parts[i], places[i], find).findings())
            findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace incidentmap
