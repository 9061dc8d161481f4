// SPDX-License-Identifier: MIT
#include "locate/homonyms.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

/// `Hamam`, `Ḩammām`: they differ in how a sound is written only.
constexpr double as_good_as_same = 0.97;

bool is_village(const Place& place) { return place.kind == "village" && place.population == 0; }

/// Whether no gazetteer has a name of the place in the letters of its country.
bool is_on_foreign_maps_only(const Candidate& candidate, const std::vector<Gazetteer>& gazetteers) {
    if (!is_village(candidate.place()) || !uses_phonetic_key(candidate.place().country)) return false;
    return std::none_of(gazetteers.begin(), gazetteers.end(), [&](const Gazetteer& gazetteer) {
        const std::vector<Name> names = gazetteer.names_of(candidate.place().id);
        return std::any_of(names.begin(), names.end(),
                           [](const Name& name) { return name.script == "Arab"; });
    });
}

/// Whether the name asked for is another of the place's names than its own, which may be spelt in several
/// ways. Of what only sounds like a name that cannot be said.
bool is_second_name(const Candidate& candidate, const AskedName& asked) {
    const Name& name = candidate.hit.name;
    const bool met = candidate.hit.form == MatchForm::normal ||
                     (name.script == asked.script &&
                      similarity(asked.compared, compared_form(name.text)) >= as_good_as_same);
    return met && phonetic_key(name.text).text != phonetic_key(candidate.place().name).text;
}

/// Whether the gazetteers have its name in one spelling only, a script: a place that many maps show has been
/// spelt in many ways.
bool is_spelt_one_way(const Candidate& candidate, const std::vector<Gazetteer>& gazetteers) {
    if (!is_village(candidate.place())) return false;
    std::map<std::string, std::string> spellings;  // the one of each script
    for (const Gazetteer& gazetteer : gazetteers) {
        for (const Name& name : gazetteer.names_of(candidate.place().id)) {
            if (name.sort == "code") continue;
            if (spellings.emplace(name.script, name.text).first->second != name.text) return false;
        }
    }
    return true;
}

/// Says why of each that has the lesser claim; nothing is said where all that stand have it, or none.
template <typename IsLesser, typename Why>
void say(const std::vector<Candidate>& homonyms, std::vector<std::string>& claims, IsLesser is_lesser,
         Why why) {
    std::vector<bool> lesser(homonyms.size());
    bool one_stands = false;
    for (std::size_t i = 0; i < homonyms.size(); ++i) {
        if (!claims[i].empty()) continue;
        lesser[i] = is_lesser(homonyms[i]);
        one_stands = one_stands || !lesser[i];
    }
    if (!one_stands) return;
    for (std::size_t i = 0; i < homonyms.size(); ++i) {
        if (lesser[i]) claims[i] = why(homonyms[i]);
    }
}

}  // namespace

std::vector<std::string> lesser_claims(const std::vector<Candidate>& homonyms, const AskedName& asked,
                                       const std::vector<Gazetteer>& gazetteers) {
    std::vector<std::string> claims(homonyms.size());
    if (asked.script != "Arab") {
        say(
            homonyms, claims, [&](const Candidate& c) { return is_on_foreign_maps_only(c, gazetteers); },
            [](const Candidate&) { return std::string("no source has its name in Arabic letters"); });
    }
    say(
        homonyms, claims, [&](const Candidate& c) { return is_second_name(c, asked); },
        [](const Candidate& c) { return "it is called " + c.place().name + " first"; });
    say(
        homonyms, claims, [&](const Candidate& c) { return is_spelt_one_way(c, gazetteers); },
        [](const Candidate&) {
            return std::string("sources have a single spelling of its name, so that fewer maps show it");
        });
    return claims;
}

}  // namespace incidentmap
