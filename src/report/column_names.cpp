// SPDX-License-Identifier: MIT
#include "report/column_names.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

struct Row {
    std::variant<ReportColumn, ColumnPart> what;
    int rank;
    bool longer;  ///< whether it counts within a longer header too
    std::string_view names;
};

constexpr Row rows[] = {
#include "report/tables/column_names.inc"
};

constexpr std::string_view spoiling_words[] = {
#include "report/tables/column_words.inc"
};

using Names = std::unordered_map<std::string, std::vector<ColumnName>>;

const Names& names() {
    static const Names all = [] {
        Names by_name;
        for (const Row& row : rows) {
            for (const std::string& name : split_list(row.names, ","))
                by_name[plain_header(name)].push_back({row.what, row.rank});
        }
        for (auto& [name, meant] : by_name) {
            std::stable_sort(meant.begin(), meant.end(),
                             [](const ColumnName& a, const ColumnName& b) { return a.rank < b.rank; });
        }
        return by_name;
    }();
    return all;
}

const std::set<std::string>& spoilers() {
    static const std::set<std::string> all = [] {
        std::set<std::string> words;
        for (const std::string_view row : spoiling_words) {
            for (const std::string& word : split_list(row, ",")) words.insert(normal_form(word));
        }
        return words;
    }();
    return all;
}

}  // namespace

std::string plain_header(std::string_view header) {
    // Signs that stand for a number's name.
    if (const std::string_view sign = trimmed(header); sign == "#") return "no";
    std::string plain = normal_form(in_one_line(header));
    std::erase(plain, ' ');
    return plain;
}

std::optional<ReportColumn> column_named(std::string_view name) {
    const std::string asked = plain_header(name);
    for (std::size_t i = 0; i < report_column_count; ++i) {
        if (asked == plain_header(report_columns()[i].name)) return static_cast<ReportColumn>(i);
    }
    return std::nullopt;
}

std::span<const ColumnName> names_of(std::string_view header) {
    const auto found = names().find(plain_header(header));
    return found == names().end() ? std::span<const ColumnName>{} : found->second;
}

std::vector<ReportColumn> columns_within(std::string_view header) {
    const std::vector<std::string> words = split_list(normal_form(in_one_line(header)), " ");
    if (words.size() < 2 || words.size() > 8) return {};
    if (std::any_of(words.begin(), words.end(),
                    [](const std::string& word) { return spoilers().contains(word); }))
        return {};
    std::vector<ReportColumn> columns;
    for (const Row& row : rows) {
        const auto* column = std::get_if<ReportColumn>(&row.what);
        if (!row.longer || column == nullptr) continue;
        const std::vector<std::string> wanted = split_list(row.names, ",");
        const bool within = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
            return std::find(words.begin(), words.end(), normal_form(name)) != words.end();
        });
        if (within) columns.push_back(*column);
    }
    return columns;
}

}  // namespace incidentmap
