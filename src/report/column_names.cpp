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

struct SpoilingWords {
    std::string_view words;
    bool some;  ///< they name some of the people, whom another column may count too
};

constexpr SpoilingWords spoiling_words[] = {
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

/// The words that say that a header is about something else, or only about \p some of the people.
const std::set<std::string>& spoilers(bool some) {
    const auto listed = [](bool wanted) {
        std::set<std::string> words;
        for (const SpoilingWords& row : spoiling_words) {
            if (row.some != wanted) continue;
            for (const std::string& word : split_list(row.words, ",")) words.insert(normal_form(word));
        }
        return words;
    };
    static const std::set<std::string> elsewhere = listed(false);
    static const std::set<std::string> of_some = listed(true);
    return some ? of_some : elsewhere;
}

/// `numKilled`, `adminLevel1` in words.
std::string camel_apart(std::string_view header) {
    std::string apart;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool is_capital = header[i] >= 'A' && header[i] <= 'Z';
        if (is_capital && i > 0 && header[i - 1] >= 'a' && header[i - 1] <= 'z') apart += ' ';
        apart += header[i];
    }
    return apart;
}

std::vector<std::string> header_words(std::string_view header) {
    return split_list(normal_form(camel_apart(in_one_line(header))), " ");
}

/// What is left of a header without the words that say that it counts; empty where it has none.
std::string without_count_words(std::string_view header) {
    constexpr std::string_view before[] = {
        "number",  "num",       "no",         "nr",         "n",     "nb",  "nbre",      "nombre",
        "numero",  "cantidad",  "quantidade", "count",      "total", "sum", "кількість", "к",
        "сть",     "кол",       "во",         "количество", "число", "عدد", "of",        "de",
        "des",     "d",         "os",         "o",          "los",   "the", "les",       "people",
        "persons", "personnes", "personas",   "pessoas"};
    constexpr std::string_view behind[] = {"total", "count",  "number",  "num",     "sayisi", "всього",
                                           "всего", "people", "persons", "overall", "all"};
    const std::vector<std::string> words = header_words(header);
    std::size_t begin = 0;
    std::size_t end = words.size();
    while (begin < end && is_one_of(words[begin], before)) ++begin;
    while (end > begin && is_one_of(words[end - 1], behind)) --end;
    if (begin == end || end - begin == words.size()) return {};
    std::string left;
    for (std::size_t i = begin; i < end; ++i) left += words[i];
    return left;
}

bool has_any(std::span<const std::string> words, const std::set<std::string>& wanted) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return wanted.contains(word); });
}

bool is_spoiled(std::string_view header) {
    const std::vector<std::string> words = header_words(header);
    return has_any(words, spoilers(false)) || has_any(words, spoilers(true));
}

/// The columns whose names stand as words in a header, which has more.
std::vector<ReportColumn> columns_among(std::span<const std::string> words) {
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

constexpr std::size_t most_words = 8;

/// `Village(s)`, `Lieu(x)`: an ending in brackets says that there may be several.
std::string without_endings(std::string header) {
    constexpr std::string_view endings[] = {"(s)",  "(S)", "(es)", "(x)", "(e)",   "(a)",  "(as)",
                                            "(os)", "(и)", "(і)",  "(ы)", "(ler)", "(lar)"};
    for (const std::string_view ending : endings) {
        const auto at = header.find(ending);
        if (at != std::string::npos && at > 0 && header[at - 1] != ' ') header.erase(at, ending.size());
    }
    return header;
}

/// The names that a header gives to choose from: `Village / Location`, `Town or city`. One where there is no
/// choice.
std::vector<std::string> alternatives(std::string_view header) {
    constexpr std::string_view choices[] = {" or ", " o ",   " ou ", " або ",
                                            " чи ", " или ", " أو ", " veya "};
    std::string text = " " + in_one_line(header) + " ";
    for (const std::string_view choice : choices) {
        for (auto at = text.find(choice); at != std::string::npos; at = text.find(choice, at))
            text.replace(at, choice.size(), "/");
    }
    return split_list(text, "/");
}

/// The meanings that two names share, with the less sure rank of each.
std::vector<ColumnName> shared(const std::vector<ColumnName>& some, std::span<const ColumnName> others) {
    std::vector<ColumnName> both;
    for (const ColumnName& one : some) {
        for (const ColumnName& other : others) {
            if (one.what == other.what) both.push_back({one.what, std::max(one.rank, other.rank)});
        }
    }
    return both;
}

bool counts_people(std::span<const ColumnName> meant) {
    return std::any_of(meant.begin(), meant.end(), [](const ColumnName& name) {
        const auto* column = std::get_if<ReportColumn>(&name.what);
        return column != nullptr && (*column == ReportColumn::killed || *column == ReportColumn::injured);
    });
}

}  // namespace

std::string plain_header(std::string_view header) {
    // Signs that stand for a number's name.
    if (const std::string_view sign = trimmed(header); sign == "#" || sign == "№") return "no";
    std::string plain = normal_form(without_endings(in_one_line(header)));
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

std::vector<ColumnName> names_of(std::string_view header) {
    const auto meant_by = [](const std::string& plain) {
        const auto found = names().find(plain);
        return found == names().end() ? std::vector<ColumnName>{} : found->second;
    };
    if (const auto meant = meant_by(plain_header(header)); !meant.empty()) return meant;
    // `location.country` of a JSON record.
    const auto dot = header.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && dot + 1 < header.size() &&
        header.find(' ') == std::string_view::npos && !is_spoiled(header.substr(0, dot))) {
        if (const auto meant = meant_by(plain_header(header.substr(dot + 1))); !meant.empty()) return meant;
    }
    if (auto counted = meant_by(without_count_words(header)); counts_people(counted)) return counted;
    const std::vector<std::string> choices = alternatives(header);
    if (choices.size() < 2 || choices.size() > most_words) return {};
    std::vector<ColumnName> meant = meant_by(plain_header(choices.front()));
    for (const std::string& choice : choices) meant = shared(meant, meant_by(plain_header(choice)));
    return meant;
}

std::vector<ReportColumn> columns_within(std::string_view header) {
    const std::vector<std::string> words = header_words(header);
    if (words.size() < 2 || words.size() > most_words) return {};
    if (is_spoiled(header)) return {};
    std::vector<ReportColumn> columns = columns_among(words);
    // `location_lat` is the latitude of a location.
    std::stable_partition(columns.begin(), columns.end(), [](ReportColumn column) {
        return column == ReportColumn::latitude || column == ReportColumn::longitude;
    });
    return columns;
}

bool counts_some(std::string_view header, ReportColumn people) {
    const std::vector<std::string> words = header_words(header);
    if (words.size() < 2 || words.size() > most_words || has_any(words, spoilers(false))) return false;
    const std::vector<ReportColumn> columns = columns_among(words);
    return std::find(columns.begin(), columns.end(), people) != columns.end();
}

}  // namespace incidentmap
