// SPDX-License-Identifier: MIT
#include "prose/stand_in.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/text.hpp"
#include "prose/place_words.hpp"

namespace incidentmap {
namespace {

/// An area that reaches farther says too little of where a village is.
constexpr double largest_area_m = 250'000;

/// Words about a place are no more than these.
constexpr std::size_t most_words = 14;

bool may_stand_in(const PlaceUse& use) {
    return use.mention.found && !use.mention.is_country && !use.mention.goes_back && use.mention.rank >= 1 &&
           use.mention.found->uncertainty_m <= largest_area_m;
}

/// Puts \p stand_in where the first target is, which keeps its own words.
void replace_first(PlacedEvent& placed, ToldPlace stand_in) {
    PlaceUse unknown = placed.targets[0].use;
    unknown.why = stood_for;
    stand_in.use.role = PlaceRole::target;
    stand_in.stands_for = unknown;
    placed.targets[0] = std::move(stand_in);
    placed.aside.push_back(std::move(unknown));
}

/// A place of the same sentence that says where the unknown one is, by how closely: the town about it before
/// `12 km west of Banibangou` before `near Zahle` before a district.
struct About {
    int closeness = 0;
    ToldPlace place;
    std::optional<std::size_t> parent;  ///< which of the parents it is
};

void take_closer(std::optional<About>& best, About one) {
    if (!best || one.closeness > best->closeness) best = std::move(one);
}

std::optional<About> place_about(const PlacedEvent& placed, const std::vector<ToldPlace>& candidates) {
    const PlaceUse& site = placed.targets[0].use;
    const std::string rule = "the place about " + site.mention.words + ", which no gazetteer has";
    std::optional<About> best;
    for (std::size_t i = 0; i < placed.parents.size(); ++i) {
        const PlaceUse& parent = placed.parents[i];
        if (!may_stand_in(parent) || parent.sentence != site.sentence) continue;
        ToldPlace about{parent, false, rule, {}};
        const Span both{std::min(site.words.begin, parent.words.begin),
                        std::max(site.words.end, parent.words.end)};
        if (both.size() <= most_words) about.use.words = both;
        const bool vague = parent.there && parent.there->uncertainty_m > same_place_m;
        take_closer(best, {vague                      ? 0
                           : parent.mention.rank >= 3 ? 6
                                                      : parent.mention.rank,
                           std::move(about), i});
    }
    for (const PlaceUse& reference : placed.references) {
        if (!reference.there || reference.sentence != site.sentence) continue;
        ToldPlace about{
            reference, false, "where " + site.mention.words + " is said to be, which no gazetteer has", {}};
        about.use.mention.found = reference.there;
        about.use.locality = reference.there->words;
        about.use.mention.words = reference.there->words;
        about.use.mention.rank = 3;
        const bool vague = reference.there->uncertainty_m > same_place_m;
        take_closer(best, {vague ? 1 : 5, std::move(about), {}});
    }
    for (const ToldPlace& other : candidates) {
        if (!other.use.near || other.named_before || !may_stand_in(other.use) || other.use.mention.rank < 3 ||
            other.use.sentence != site.sentence || other.use.mention.at.begin < site.mention.at.end)
            continue;
        ToldPlace about = other;
        about.rule = "the place near " + site.mention.words + ", which no gazetteer has";
        take_closer(best, {4, std::move(about), {}});
    }
    return best;
}

}  // namespace

void stand_in(PlacedEvent& placed, const std::vector<ToldPlace>& candidates, const PlacesAbout& about,
              const ToldPlace* town) {
    const ToldPlace& site = placed.targets[0];
    if (site.use.mention.found || placed.targets.size() > 1) return;
    if (!site.named_before) {
        if (std::optional<About> best = place_about(placed, candidates)) {
            const bool wide = best->closeness <= 1 && town != nullptr;
            if (!wide) {
                if (best->parent)
                    placed.parents.erase(placed.parents.begin() + static_cast<std::ptrdiff_t>(*best->parent));
                const PlaceUse& chosen = best->place.use;
                std::erase_if(placed.aside, [&](const PlaceUse& use) {
                    return use.sentence == chosen.sentence && use.mention.at == chosen.mention.at;
                });
                return replace_first(placed, std::move(best->place));
            }
        }
    }
    if (town != nullptr && !site.named_before) return replace_first(placed, *town);
    const auto elsewhere = about.find(site.use.mention.words);
    if (elsewhere == about.end()) return;
    replace_first(placed, {elsewhere->second,
                           true,
                           "where the text says elsewhere that " + site.use.mention.words + " is",
                           {}});
}

std::optional<ToldPlace> town_of_site(const PlacedEvent& placed, const std::vector<PlaceUse>& named) {
    const PlaceUse& site = placed.targets[0].use;
    if (site.mention.found || site.mention.noun.empty()) return std::nullopt;
    static constexpr std::array<std::string_view, 25> alone{
        "بلده",    "قريه",   "مدينه",        "ناحيه",         "منطقه",    "village", "hamlet",
        "town",    "area",   "settlement",   "township",      "city",     "county",  "province",
        "commune", "vereda", "municipality", "corregimiento", "locality", "kibbutz", "moshav",
        "base",    "camp",   "outpost",      "garrison"};
    if (is_one_of(site.mention.noun, alone)) return std::nullopt;
    for (const PlaceUse& reference : placed.references) {
        if (!reference.mention.found || reference.mention.rank < 3) continue;
        return ToldPlace{
            reference, true, "the place near " + site.mention.words + ", which no gazetteer has", {}};
    }
    // Of a list each entry has its own; of a story about one town all is there.
    const auto is_town = [](const PlaceUse& use) { return use.mention.found && use.mention.rank == 3; };
    const auto first = std::find_if(named.begin(), named.end(), is_town);
    const bool only_one = std::all_of(first, named.end(), [&](const PlaceUse& use) {
        return !is_town(use) || use.mention.found->name == first->mention.found->name;
    });
    for (std::size_t i = named.size(); i-- > 0;) {
        if (!is_town(named[i]) || (named[i].block + 1 < site.block && !only_one)) continue;
        if (named[i].block != site.block && site.in_entry && !only_one) continue;
        return ToldPlace{
            named[i], true, "the town named before " + site.mention.words + ", which no gazetteer has", {}};
    }
    return std::nullopt;
}

void stand_in_launches(PlacedEvent& placed, const std::vector<PlaceUse>& named) {
    for (ToldPlace& launch : placed.launches) {
        if (launch.use.mention.found || launch.named_before) continue;
        const auto about =
            std::find_if(placed.parents.begin(), placed.parents.end(), [&](const PlaceUse& parent) {
                return parent.mention.found && parent.mention.rank >= 2 &&
                       parent.sentence == launch.use.sentence && parent.words.begin >= launch.use.words.end &&
                       parent.words.begin <= launch.use.words.end + 3;
            });
        std::optional<ToldPlace> town;
        if (about != placed.parents.end()) {
            town = ToldPlace{*about, false, {}, {}};
        } else {
            PlacedEvent only;
            only.targets = {launch};
            only.references = placed.references;
            town = town_of_site(only, named);
        }
        if (!town) continue;
        PlaceUse unknown = launch.use;
        unknown.why = stood_for;
        town->rule = "words of launching stand before " + unknown.mention.words +
                     ", which no gazetteer has; the place about it stands for it";
        town->use.role = PlaceRole::launch;
        // The text's own words are those of the quarter.
        town->use.words =
            town->use.sentence == unknown.sentence && town->use.words.begin >= unknown.words.begin
                ? Span{unknown.words.begin, std::max(unknown.words.end, town->use.words.end)}
                : unknown.words;
        town->use.sentence = unknown.sentence;
        placed.aside.push_back(std::move(unknown));
        launch = *town;
    }
}

PlacesAbout places_about(const std::vector<Event>& events, const std::vector<Sentence>& sentences) {
    static constexpr std::array<std::string_view, 9> lies{"lies",    "located", "situated", "is",  "sits",
                                                          "village", "town",    "hamlet",   "camp"};
    PlacesAbout all;
    for (const Event& event : events) {
        const std::vector<Token>& tokens = sentences[event.sentence].tokens;
        for (const PlaceUse& use : event.places) {
            if (use.mention.found || use.mention.goes_back || all.contains(use.mention.words)) continue;
            const PlaceUse* best = nullptr;
            for (const PlaceUse& other : event.places) {
                const Span gap{use.mention.at.end, other.mention.at.begin};
                if (!may_stand_in(other) || gap.end < gap.begin || gap.size() > 8) continue;
                bool says = other.role == PlaceRole::parent;
                for (std::size_t i = gap.begin; i < gap.end; ++i)
                    says = says || is_one_of(tokens[i].low, lies);
                if (says && (best == nullptr || other.mention.rank > best->mention.rank)) best = &other;
            }
            if (best != nullptr) all.emplace(use.mention.words, *best);
        }
    }
    return all;
}

}  // namespace incidentmap
