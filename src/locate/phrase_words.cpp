// SPDX-License-Identifier: MIT
#include "locate/phrase_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace incidentmap {
namespace {

constexpr std::size_t use_count = static_cast<std::size_t>(PhraseUse::told) + 1;

struct PhraseRow {
    PhraseUse use;
    std::string_view words;
};

struct UnitRow {
    std::string_view words;
    double metres;
    bool may_be_name;
};

constexpr PhraseRow phrase_rows[] = {
#include "gazetteer/tables/phrase_words.inc"
};

constexpr UnitRow unit_rows[] = {
#include "gazetteer/tables/distance_units.inc"
};

/// Calls \p take with each of `near, close to`.
template <typename Take>
void for_each_word(std::string_view words, Take take) {
    constexpr std::string_view comma = ", ";
    for (std::size_t end = words.find(comma); end != std::string_view::npos; end = words.find(comma)) {
        take(words.substr(0, end));
        words.remove_prefix(end + comma.size());
    }
    take(words);
}

}  // namespace

std::span<const std::string_view> phrase_words(PhraseUse use) {
    static const auto all = [] {
        std::array<std::vector<std::string_view>, use_count> by_use;
        for (const PhraseRow& row : phrase_rows)
            for_each_word(row.words, [&](std::string_view word) {
                by_use[static_cast<std::size_t>(row.use)].push_back(word);
            });
        return by_use;
    }();
    return all[static_cast<std::size_t>(use)];
}

std::span<const DistanceUnit> distance_units() {
    static const auto all = [] {
        std::vector<DistanceUnit> units;
        for (const UnitRow& row : unit_rows)
            for_each_word(row.words, [&](std::string_view word) {
                units.push_back({word, row.metres, row.may_be_name});
            });
        return units;
    }();
    return all;
}

const DistanceUnit* distance_unit(std::string_view word) {
    const auto units = distance_units();
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const DistanceUnit& unit) { return unit.word == word; });
    return found == units.end() ? nullptr : &*found;
}

}  // namespace incidentmap
