// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/ordinary_words.hpp"

#include <string>
#include <unordered_set>
#include <vector>

#include "core/text.hpp"

namespace incidentmap {
namespace {

/// Words of one row of the table, parted by `, `.
constexpr std::string_view rows[] = {
#include "gazetteer/tables/ordinary_words.inc"
};

std::unordered_set<std::string> all_words() {
    std::unordered_set<std::string> all;
    for (const std::string_view row : rows) {
        for (std::string& word : split_list(row, ",")) all.insert(std::move(word));
    }
    return all;
}

}  // namespace

bool is_ordinary_word(std::string_view normal) {
    static const std::unordered_set<std::string> words = all_words();
    return words.contains(std::string(normal));
}

}  // namespace incidentmap
