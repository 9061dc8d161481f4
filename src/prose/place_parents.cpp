// SPDX-License-Identifier: MIT
#include "prose/place_parents.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "geodesy/geodesic.hpp"
#include "prose/governor.hpp"
#include "prose/place_words.hpp"

namespace incidentmap {
namespace {

/// Farther than that from the place about it, its reach set aside, something else bears the name.
constexpr double astray_m = 60'000;

bool is_astray(const FoundPlace& place, const FoundPlace& about) {
    if (!about.country.empty() && !place.country.empty() && about.country != place.country) return true;
    if (!place.admin1.empty() && place.admin1 == about.name) return false;  // `Saravena, Arauca`
    return geodesic(place.point, about.point).distance_m >
           astray_m + place.uncertainty_m + about.uncertainty_m;
}

/// `Rawdha neighbourhood of the city of Marib`, `Taminango, in the department of Nariño`
bool hangs_together(std::span<const Token> tokens, Span gap) {
    if (gap.empty() || gap.size() > 6) return false;
    for (std::size_t i = gap.begin; i < gap.end; ++i) {
        const Token& token = tokens[i];
        if (!(token.is("of") || token.is("in") || token.is(",") || token.is("the") || is_place_noun(token)))
            return false;
    }
    return true;
}

bool is_place_of_incident(const PlaceUse& use) {
    return use.role == PlaceRole::target || use.role == PlaceRole::aim || use.role == PlaceRole::launch;
}

}  // namespace

/// `In Saudi Arabia, a missile fell on Jazan`: the country that the clause names decides.
void settle_by_country(std::vector<PlaceUse>& uses, TextPlaces& places) {
    const PlaceUse* country = nullptr;
    for (const PlaceUse& use : uses) {
        const bool about = use.role == PlaceRole::target || use.role == PlaceRole::parent;
        if (!use.mention.is_country || !about || !use.mention.found) continue;
        if (country != nullptr) return;
        country = &use;
    }
    if (country == nullptr) return;
    const std::string& code = country->mention.found->country;
    for (PlaceUse& use : uses) {
        const bool place = use.role == PlaceRole::target || use.role == PlaceRole::parent;
        if (!place || use.mention.goes_back || use.mention.rank < 3 || use.near || !use.mention.found ||
            use.mention.found->country == code)
            continue;
        if (auto there = places.find_in(use.mention.words, code)) {
            use.locality = there->words;
            use.mention.found = std::move(there);
        }
    }
}

/// `near Dutsinma in Katsina`: no gazetteer has the first, and the second says where it is.
void set_parents_of_unknown(std::vector<PlaceUse>& uses, std::span<const Token> tokens) {
    for (std::size_t i = 1; i < uses.size(); ++i) {
        const PlaceUse& unknown = uses[i - 1];
        PlaceUse& about = uses[i];
        if (unknown.mention.found || unknown.mention.goes_back || unknown.role != PlaceRole::target ||
            about.role != PlaceRole::target || !about.mention.found || about.mention.goes_back ||
            about.near || about.mention.rank > std::max(unknown.mention.rank, PlaceRank{3}))
            continue;
        const Span gap{unknown.mention.at.end, about.mention.at.begin};
        if (gap.begin > gap.end || !hangs_together(tokens, gap)) continue;
        const bool listed = about.listed || unknown.listed;
        if (!listed) about.role = PlaceRole::parent;
    }
}

void settle_by_parents(std::vector<PlaceUse>& uses, std::span<const Token> tokens, TextPlaces& places) {
    set_parents_of_unknown(uses, tokens);
    settle_by_country(uses, places);
    for (PlaceUse& use : uses) {
        if (!is_place_of_incident(use) || use.mention.goes_back || use.mention.rank < 3) continue;
        for (const PlaceUse& about : uses) {
            const bool behind = about.words.begin >= use.words.end && about.words.begin <= use.words.end + 8;
            const bool larger = about.role == PlaceRole::parent ||
                                (about.role == PlaceRole::target && about.mention.rank < use.mention.rank &&
                                 hangs_together(tokens, {use.mention.at.end, about.mention.at.begin}));
            if (!larger || !behind || !about.mention.found || about.mention.is_country) continue;
            const std::optional<FoundPlace>& found = use.mention.found;
            if (found && !is_astray(*found, *about.mention.found)) break;
            std::optional<FoundPlace> within = places.find_within(use.mention.words, *about.mention.found);
            if (within && !is_astray(*within, *about.mention.found)) {
                use.locality = within->words;
                use.mention.found = std::move(within);
            } else if (found) {
                use.mention.found.reset();
            }
            break;
        }
    }
}

void yield_to_closer(std::vector<PlaceUse>& uses, std::span<const Token> tokens,
                     std::span<const TimeMention> times) {
    if (uses.size() < 2 || uses[0].role != PlaceRole::target || !leads_entry(tokens, times, uses[0].mention))
        return;
    const bool closer = std::any_of(uses.begin() + 1, uses.end(), [](const PlaceUse& use) {
        return use.role == PlaceRole::target && use.mention.rank >= 2 && !use.mention.goes_back;
    });
    if (closer) uses[0].role = PlaceRole::parent;
}

void settle_sites_of_towns(std::vector<PlaceUse>& uses, TextPlaces& places) {
    static constexpr std::array<std::string_view, 6> sites{"airport", "port",     "refinery",
                                                           "airbase", "airfield", "harbour"};
    for (PlaceUse& use : uses) {
        if (!use.mention.goes_back || !is_place_of_incident(use)) continue;
        if (std::find(sites.begin(), sites.end(), use.mention.noun) == sites.end()) continue;
        for (const PlaceUse& town : uses) {
            if (!town.mention.found || town.mention.goes_back || town.mention.rank != 3 ||
                town.mention.at.begin > use.mention.at.begin)
                continue;
            std::optional<FoundPlace> site = places.find(town.mention.words + " " + use.mention.noun);
            if (!site || is_astray(*site, *town.mention.found)) continue;
            use.mention.goes_back = false;
            use.mention.words = site->words;
            use.mention.rank = 5;
            use.locality = site->words;
            use.mention.found = std::move(site);
            break;
        }
    }
}

}  // namespace incidentmap
