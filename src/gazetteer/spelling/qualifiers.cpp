// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/qualifiers.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace incidentmap {
namespace {

constexpr QualifierRow table[] = {
#include "gazetteer/tables/qualifiers.inc"
};

std::unordered_map<std::string_view, const QualifierRow*> make_index() {
    std::unordered_map<std::string_view, const QualifierRow*> index;
    for (const QualifierRow& row : table) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::size_t comma = rest.find(", ");
            index.emplace(rest.substr(0, comma), &row);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
    return index;
}

}  // namespace

std::span<const QualifierRow> qualifier_table() { return table; }

const QualifierRow* qualifier(std::string_view normal) {
    static const auto index = make_index();
    const auto found = index.find(normal);
    return found == index.end() ? nullptr : found->second;
}

std::string qualifier_sign(const QualifierRow& row) {
    const char32_t sign = U'\uE000' + static_cast<char32_t>(&row - std::begin(table));
    return utf8({&sign, 1});
}

QualifiedWords set_qualifiers_aside(std::vector<Word> words) {
    QualifiedWords result;
    if (words.size() > 1) {
        for (const Word& word : words) {
            if (const QualifierRow* row = qualifier(word.normal)) result.qualifiers.push_back(row);
        }
    }
    if (result.qualifiers.size() == words.size()) result.qualifiers.clear();
    if (!result.qualifiers.empty())
        std::erase_if(words, [](const Word& word) { return qualifier(word.normal) != nullptr; });
    result.own = std::move(words);
    std::sort(result.qualifiers.begin(), result.qualifiers.end());
    return result;
}

}  // namespace incidentmap
