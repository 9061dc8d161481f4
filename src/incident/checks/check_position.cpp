// SPDX-License-Identifier: MIT
#include "incident/checks/check_position.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "locate/parent.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

/// Whole degrees are honest where the uncertainty says so.
constexpr double whole_degrees_m = 50'000;
/// A position this close to a point that stands for an area is that point.
constexpr double same_point_m = 1'000;
/// A last digit this much finer than the uncertainty says nothing.
constexpr double too_fine = 10'000;
constexpr double metres_per_degree = 111'320;

std::string in_numbers(LonLat position) { return to_text(position.lat, 6) + ", " + to_text(position.lon, 6); }

/// The most digits behind a point or a decimal comma, in whatever form a position is written.
int decimals_of(std::string_view text) {
    const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    int most = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if ((text[i] != '.' && text[i] != ',') || !is_digit(i - 1)) continue;
        int count = 0;
        while (is_digit(i + 1 + static_cast<std::size_t>(count))) ++count;
        most = std::max(most, count);
    }
    return most;
}

/// The degrees whose minutes stand behind the point; nothing where they cannot be minutes.
std::optional<double> from_minutes(double degrees) {
    const double whole = std::trunc(degrees);
    const double minutes = (degrees - whole) * 100;
    if (std::abs(minutes) >= 60 || minutes == 0) return std::nullopt;
    return whole + minutes / 60;
}

class PositionCheck {
  public:
    explicit PositionCheck(const CheckedPosition& checked)
        : m_checked{checked}, m_position{checked.given->position} {}

    std::vector<Finding> findings();

  private:
    void tell(std::string_view code, std::string sentence) {
        m_findings.push_back(
            finding_in(*m_checked.report, m_checked.latitude, code, std::move(sentence), m_position));
    }
    bool names_a_point() const {
        const Location* named = m_checked.place->named;
        return named != nullptr && named->status == Status::resolved;
    }
    bool is_at_name(LonLat position) const;
    bool is_in_country(LonLat position) const {
        return m_checked.country == nullptr || m_checked.country->outside_m(position) <= border_doubt_m;
    }
    bool is_in_province(LonLat position) const {
        return m_checked.province == nullptr || m_checked.province->outside_m(position) <= border_doubt_m;
    }
    bool is_as_stated(LonLat position) const {
        return is_in_country(position) && is_in_province(position) && is_at_name(position);
    }
    bool tell_typo();
    bool tell_minutes();
    void tell_elsewhere();
    void tell_stand_in();
    void tell_digits();

    const CheckedPosition& m_checked;
    LonLat m_position;
    std::vector<Finding> m_findings;
};

/// True also where no place is named.
bool PositionCheck::is_at_name(LonLat position) const {
    const Location* named = m_checked.place->named;
    if (named == nullptr || !named->has_place()) return true;
    Location there;
    there.status = Status::resolved;
    there.likely = position;
    there.footprint = Circle{position, m_checked.given->uncertainty_m};
    there.country = named->country;
    return agree(there, *named);
}

/// The numbers swapped, or with another sign, are what is stated.
bool PositionCheck::tell_typo() {
    const Location* named = m_checked.place->named;
    const bool something_stated =
        m_checked.country != nullptr || (named != nullptr && named->status == Status::resolved);
    if (!something_stated) return false;
    struct Slip {
        LonLat position;
        const char* code;
        const char* what;
    };
    const double lon = m_position.lon;
    const double lat = m_position.lat;
    const Slip typos[] = {{{lat, lon}, "position-swapped", "with latitude and longitude swapped"},
                          {{lon, -lat}, "position-sign-flipped", "with the other sign of the latitude"},
                          {{-lon, lat}, "position-sign-flipped", "with the other sign of the longitude"},
                          {{-lon, -lat}, "position-sign-flipped", "with the other signs"}};
    for (const Slip& typo : typos) {
        if (typo.position == m_position || !is_valid(typo.position) || !is_as_stated(typo.position)) continue;
        const std::string where = names_a_point() ? "at " + named->name : "in " + m_checked.country->name;
        tell(typo.code, "the position " + in_numbers(m_position) + " is not " + where + ", as stated; " +
                            typo.what + " (" + in_numbers(typo.position) +
                            ") it would be. Nothing was changed: check the numbers");
        return true;
    }
    return false;
}

bool PositionCheck::tell_minutes() {
    if (!names_a_point()) return false;
    const auto lat = from_minutes(m_position.lat);
    const auto lon = from_minutes(m_position.lon);
    if (!lat || !lon || !is_as_stated({*lon, *lat})) return false;
    tell("position-degrees-minutes",
         "the position " + in_numbers(m_position) + " is not at " + m_checked.place->named->name +
             "; with the digits behind the point read as minutes (" + in_numbers({*lon, *lat}) +
             ") it would be. Nothing was changed: check the numbers");
    return true;
}

void PositionCheck::tell_elsewhere() {
    const auto outside = [&](const StatedArea& area) {
        return "the position " + in_numbers(m_position) + " is " +
               distance_for_people(area.outside_m(m_position)) + " outside " + area.name +
               ", which the report states. Check both";
    };
    if (!is_in_country(m_position)) {
        if (!m_checked.is_disputed) tell("position-outside-country", outside(*m_checked.country));
    } else if (!is_in_province(m_position)) {
        tell("position-outside-province", outside(*m_checked.province));
    } else if (!is_at_name(m_position)) {
        const Location& named = *m_checked.place->named;
        tell("position-far-from-place",
             "the position given is " + distance_for_people(geodesic(named.likely, m_position).distance_m) +
                 " from " + named.name +
                 (m_checked.place->decided
                      ? ", where a decision about this report puts it; the decision is used. Check both"
                      : ", which the report names; the position is used. Check both"));
    }
}

/// The point of an area, where no more than the area is stated.
void PositionCheck::tell_stand_in() {
    if (names_a_point()) return;
    const bool states_province = !(*m_checked.report)[ReportColumn::admin1].empty();
    for (const StatedArea* area : {m_checked.province, m_checked.country}) {
        if (area == nullptr) continue;
        for (const StandIn& point : area->stand_ins) {
            if (point.is_capital && area == m_checked.country && states_province) continue;
            if (geodesic(point.point, m_position).distance_m > same_point_m) continue;
            tell(point.is_capital ? "position-of-capital" : "position-at-centre",
                 "the position " + in_numbers(m_position) + " is " + point.what +
                     (point.is_capital ? ", and no more than " + area->name + " is stated" : "") +
                     ". Where no more is known, leave the position out, and the area is drawn");
            return;
        }
    }
}

void PositionCheck::tell_digits() {
    const std::string& latitude = (*m_checked.report)[m_checked.latitude];
    const std::string& longitude = (*m_checked.report)[m_checked.longitude];
    const double uncertainty_m = m_checked.given->uncertainty_m;
    if (m_position.lat == m_position.lon) {
        tell("position-latitude-is-longitude", "latitude and longitude are the same, " +
                                                   to_text(m_position.lat, 6) +
                                                   "; one of them may stand in the other's place");
    } else if (m_position.lat == std::trunc(m_position.lat) && m_position.lon == std::trunc(m_position.lon) &&
               (!m_checked.given->uncertainty_stated || uncertainty_m < whole_degrees_m)) {
        tell("position-whole-degrees",
             "the position " + in_numbers(m_position) +
                 " is in whole degrees, 111 km apart. State how well it is known, or leave it out");
    } else {
        const int decimals = std::max(decimals_of(latitude), decimals_of(longitude));
        const double last_digit_m = metres_per_degree * std::pow(10, -decimals);
        if (last_digit_m * too_fine >= uncertainty_m) return;
        const std::string other = longitude.empty() ? "" : "', '" + shortened(longitude, 40);
        tell("position-too-precise", "the position '" + shortened(latitude, 40) + other + "' has " +
                                         std::to_string(decimals) + " decimals, and is known to " +
                                         distance_for_people(uncertainty_m) +
                                         ". Readers take the digits for knowledge: write fewer");
    }
}

std::vector<Finding> PositionCheck::findings() {
    if (!is_as_stated(m_position)) {
        if (tell_typo() || tell_minutes()) return std::move(m_findings);
        tell_elsewhere();
        if (!m_findings.empty()) return std::move(m_findings);
    }
    tell_stand_in();
    if (m_findings.empty()) tell_digits();
    return std::move(m_findings);
}

}  // namespace

std::vector<Finding> check_position(const CheckedPosition& checked) {
    return PositionCheck(checked).findings();
}

}  // namespace incidentmap
