// SPDX-License-Identifier: MIT
#include "incident/checks/check_kind.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {
namespace {

/// Kinds that reports call by one another's names. Of two kinds in no common set, one is not called the
/// other.
constexpr std::string_view interchangeable[][5] = {
    {"airport", "airfield", "air base"},
    {"air base", "airfield", "military base"},
    {"military base", "compound", "headquarters", "training range"},
    {"embassy", "compound", "building"},
    {"headquarters", "building", "compound"},
    {"prison", "compound", "building"},
    {"oil field", "gas field", "refinery"},
    {"refinery", "power plant"},
    {"city", "town", "zone", "locality"},
    {"town", "village", "locality", "quarter", "zone"},
    {"city", "quarter", "zone"},
    {"port", "border crossing", "bridge"},
};

bool is_checked(std::string_view kind) {
    const std::string_view group = kind_group(kind);
    return group == "settlement" || group == "installation";
}

/// `Camp`, `base`, `area` are said of many things.
bool says_what_it_is(const KindWord& word) {
    const std::string text = lower_ascii(word.words);
    return is_checked(word.kind) && word.kind != "locality" && word.kind != "zone" && text != "camp" &&
           text != "base";
}

bool may_be_called(std::string_view kind, std::string_view word) {
    return kind == word ||
           std::any_of(std::begin(interchangeable), std::end(interchangeable), [&](const auto& set) {
               const auto holds = [&](std::string_view one) {
                   return std::find(std::begin(set), std::end(set), one) != std::end(set);
               };
               return holds(kind) && holds(word);
           });
}

}  // namespace

std::optional<std::string> unfitting_kind(std::string_view words, std::string_view kind) {
    if (!is_checked(kind)) return std::nullopt;
    const NameParts parts = name_parts(words);
    const KindWord* unfitting = nullptr;
    for (const KindWord& word : parts.kind_words) {
        if (!says_what_it_is(word) || may_be_called(kind, word.kind)) return std::nullopt;
        unfitting = &word;
    }
    return unfitting == nullptr ? std::nullopt : std::optional(unfitting->words);
}

}  // namespace incidentmap
