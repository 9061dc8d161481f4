// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
    const auto value = parsed<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> whole_number_in(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ',' && c != ' ') digits += c;
    }
    return parsed<std::int64_t>(digits);
}

ImportTable::ImportTable(std::string path, Table table) : m_path(std::move(path)), m_table(std::move(table)) {
    for (const std::string& column : m_table.columns()) {
        std::string name = lower_ascii(trimmed(column));
        std::replace(name.begin(), name.end(), ' ', '_');
        m_columns.push_back(std::move(name));
    }
}

std::optional<std::size_t> ImportTable::column(std::string_view names) const {
    while (!names.empty()) {
        const std::size_t bar = std::min(names.find('|'), names.size());
        const auto found = std::find(m_columns.begin(), m_columns.end(), names.substr(0, bar));
        if (found != m_columns.end()) return static_cast<std::size_t>(found - m_columns.begin());
        names.remove_prefix(std::min(bar + 1, names.size()));
    }
    return std::nullopt;
}

bool ImportTable::next(ImportLog& log) {
    m_row = m_table.next();
    if (m_row == nullptr) return false;
    log.count_row();
    for (const RowProblem& problem : m_row->problems) {
        log.tell(at(), Severity::warning, problem.code, problem.column, problem.sentence);
    }
    return true;
}

std::string_view ImportTable::cell(std::string_view names) const {
    const auto which = column(names);
    if (!which || m_row == nullptr || *which >= m_row->cells.size()) return {};
    return trimmed(m_row->cells[*which]);
}

std::optional<double> ImportTable::size_in(std::string_view names, ImportLog& log) const {
    const std::string_view text = cell(names);
    if (text.empty()) return std::nullopt;
    const auto value = number_in(text);
    if (value && *value >= 0) return value;
    const std::string name(names.substr(0, names.find('|')));
    log.tell(at(), Severity::warning, "not-a-size", name,
             name + " '" + shortened(text, 40) + "' is no number of 0 or more, and was not used");
    return std::nullopt;
}

std::optional<double> ImportTable::degrees(std::string_view names, const char* what, double most,
                                           ImportLog& log) const {
    const std::string_view text = cell(names);
    const std::string shown = std::string(what) + " '" + shortened(text, 40) + "' ";
    const auto value = number_in(text);
    if (!value) {
        log.bad_row(at(), std::string(what) + "-not-a-number", what,
                    shown + "is no number of degrees; the row was left out");
        return std::nullopt;
    }
    if (std::abs(*value) <= most) return value;
    const std::string bound = to_text(most, 0);
    log.bad_row(at(), std::string(what) + "-out-of-range", what,
                shown + "is out of range (-" + bound + " to " + bound + "); the row was left out");
    return std::nullopt;
}

std::optional<LonLat> ImportTable::position(ImportLog& log) const {
    const auto lat = degrees(latitude, "latitude", 90, log);
    if (!lat) return std::nullopt;
    const auto lon = degrees(longitude, "longitude", 180, log);
    if (!lon) return std::nullopt;
    return LonLat{.lon = *lon, .lat = *lat};
}

std::string ImportTable::country(ImportLog& log) const {
    std::string code(cell("country|country_code|iso_country"));
    const bool two_letters = code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) {
                                 return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                             });
    if (two_letters || code.empty()) {
        for (char& c : code) c = static_cast<char>(c & ~0x20);
        return code;
    }
    log.tell(
        at(), Severity::warning, "country-not-a-code", "country",
        "country '" + shortened(code, 40) + "' is no two-letter code (ISO 3166-1 alpha-2) and was not used");
    return {};
}

}  // namespace incidentmap
