// SPDX-License-Identifier: MIT
#include "gazetteer/import/geonames_names.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/import/import_table.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_name =
    200;  // as GeoNames' readme has it; an alternate that is longer is no name

/// Three or four capitals are an airport's code (`BGW`, `ORBI`): GeoNames has them among the names.
bool is_code(std::string_view text) {
    return (text.size() == 3 || text.size() == 4) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// GeoNames has transliterations that a program made and nobody writes: `sheng hu li ya`, in small letters
/// only.
bool is_machine_made(std::string_view text) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_large = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return std::any_of(text.begin(), text.end(), is_small) &&
           std::none_of(text.begin(), text.end(), is_large) &&
           std::all_of(text.begin(), text.end(), is_ascii);
}

bool is_name(std::string_view text) {
    return !text.empty() && !is_machine_made(text) && text.size() <= longest_name &&
           text.find("://") == std::string_view::npos;
}

Name name_of(std::string_view text, const char* sort) {
    Name name;
    name.text = text;
    name.script = script_of(text);
    name.sort = sort;
    return name;
}

/// Languages are ISO 639 codes of two or three letters, with a region or script (`zh-Hant`); GeoNames' readme
/// lists the words of more letters, and three of three, that stand for other things.
bool is_language(std::string_view word) {
    const std::string_view first = word.substr(0, word.find('-'));
    return first.empty() || first.size() == 2 || first.size() == 3;
}

}  // namespace

std::vector<Name> main_names(const GeonamesRecord& record, bool former) {
    std::vector<Name> names{name_of(record.name, former ? "former" : "preferred")};
    if (!record.ascii_name.empty() && record.ascii_name != record.name &&
        normal_form(record.ascii_name) != normal_form(record.name))
        names.push_back(name_of(record.ascii_name, former ? "former" : "alternate"));
    return names;
}

std::vector<Name> column_names(const GeonamesRecord& record, bool former, const std::vector<Name>& names) {
    std::vector<Name> result;
    std::set<std::string_view> seen;
    for (const Name& name : names) seen.insert(name.text);
    seen.insert(record.ascii_name);
    std::string_view rest = record.alternate_names;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view text = trimmed(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (!is_name(text) || !seen.insert(text).second) continue;
        result.push_back(name_of(text, is_code(text) ? "code" : former ? "former" : "alternate"));
    }
    return result;
}

std::optional<int> year_in(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto first = std::find_if(text.begin(), text.end(), is_digit);
    const auto last = std::find_if_not(first, text.end(), is_digit);
    std::string_view digits(first, last);
    if (digits.size() == 8) digits = digits.substr(0, 4);
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    const auto year = static_cast<int>(whole_number_in(digits).value_or(0));
    const bool before_christ = lower_ascii(text).find("bc") != std::string::npos;
    if (year == 0 || (digits.size() < 3 && !before_christ)) return std::nullopt;
    return before_christ ? -year : year;
}

std::optional<AlternateName> alternate_name(std::string_view line, const InputPosition& at, ImportLog& log) {
    std::array<std::string_view, 10> parts;
    const std::size_t count = split_at_tabs(line, parts);
    if (count != 10 && count != 8) {
        log.bad_row(
            at, "columns-not-10", "",
            "the line has " + std::to_string(count) + " columns parted by TABs, not 10; it was left out");
        return std::nullopt;
    }
    AlternateName result;
    result.geonameid = parts[1];
    if (!whole_number_in(parts[1])) {
        log.bad_row(at, "id-not-a-number", "geonameid",
                    "geonameid '" + shortened(parts[1], 40) + "' is no number; the line was left out");
        return std::nullopt;
    }
    const std::string_view language = parts[2];
    const bool code = language == "iata" || language == "icao" || language == "faac";
    const bool other = language == "abbr";
    if (!is_name(parts[3]) || normal_form(parts[3]).empty() || (!code && !other && !is_language(language)))
        return result;
    const auto flag = [&](std::size_t i) { return parts[i] == "1"; };
    Name name = name_of(parts[3], code ? "code" : flag(4) ? "preferred" : "alternate");
    if (!code && !other) name.language = language;
    if (count == 10) {
        name.from_year = year_in(parts[8]);
        name.to_year = year_in(parts[9]);
    }
    if (!code && (flag(7) || !parts[9].empty())) name.sort = "former";
    result.name = std::move(name);
    return result;
}

}  // namespace incidentmap
