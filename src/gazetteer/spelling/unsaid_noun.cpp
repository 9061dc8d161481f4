// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/unsaid_noun.hpp"

#include "core/text.hpp"

namespace incidentmap {
namespace {

struct Ending {
    std::string_view letters;
    std::string_view noun;
};

constexpr Ending endings[] = {
    {"ська", " область"}, {"цька", " область"}, {"зька", " область"}, {"ская", " область"},
    {"цкая", " область"}, {"ska", " oblast"},   {"zka", " oblast"},   {"tska", " oblast"},
    {"skaya", " oblast"}, {"skaia", " oblast"}, {"ckaya", " oblast"},
};

}  // namespace

std::string with_unsaid_noun(std::string_view name) {
    const std::string_view text = trimmed(name);
    if (text.find_first_of(" ,(") != std::string_view::npos) return {};
    const std::string low = lower_ascii(text);
    for (const Ending& ending : endings) {
        if (low.size() > ending.letters.size() + 2 && low.ends_with(ending.letters))
            return std::string(text) + std::string(ending.noun);
    }
    return {};
}

}  // namespace incidentmap
