// SPDX-License-Identifier: MIT
#include "gazetteer/import/geonames_record.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/import_table.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t columns_of_a_place = 19;

bool all_digits(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_country_code(std::string_view text) {
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string quoted(std::string_view text) { return "'" + shortened(text, 40) + "'"; }

}  // namespace

GeonamesFile geonames_file(const std::string& path) {
    TextLines lines(path);
    std::array<std::string_view, columns_of_a_place> parts;
    while (const auto line = lines.next()) {
        if (line->empty() || line->starts_with('#')) continue;
        const std::size_t count = split_at_tabs(*line, parts);
        if (count == columns_of_a_place && is_country_code(parts[0])) return GeonamesFile::countries;
        if (count == 4 && parts[0].find('.') == 2) return GeonamesFile::admin_codes;
        if (count == columns_of_a_place || lines.too_long()) return GeonamesFile::places;
        // A damaged first line says nothing; the lines after it may.
        if (lines.number() >= 100) break;
    }
    if (lines.number() == 0) throw Error{path + " is empty"};
    throw Error{
        path +
        " is none of GeoNames' files: a dump of places has 19 columns parted by TABs, admin1Codes.txt "
        "has 4, countryInfo.txt has 19 and begins with country codes"};
}

std::optional<GeonamesRecord> geonames_record(std::string_view line, const InputPosition& at,
                                              ImportLog& log) {
    std::array<std::string_view, columns_of_a_place> parts;
    const std::size_t count = split_at_tabs(line, parts);
    const auto bad = [&](std::string_view code, std::string_view column, std::string sentence) {
        log.bad_row(at, code, column, std::move(sentence) + "; the line was left out");
        return std::nullopt;
    };
    if (count != columns_of_a_place) {
        return bad("columns-not-19", "",
                   "the line has " + std::to_string(count) + " columns parted by TABs, not 19");
    }
    if (!all_digits(parts[0]))
        return bad("id-not-a-number", "geonameid", "geonameid " + quoted(parts[0]) + " is no number");
    if (parts[1].empty()) return bad("place-without-name", "name", "the name is empty");
    const auto latitude = number_in(parts[4]);
    const auto longitude = number_in(parts[5]);
    if (!latitude || !longitude || !is_valid({.lon = *longitude, .lat = *latitude})) {
        return bad(
            "position-out-of-range", "latitude",
            "latitude " + quoted(parts[4]) + " and longitude " + quoted(parts[5]) + " are no position");
    }
    GeonamesRecord record;
    record.id = parts[0];
    record.name = parts[1];
    record.ascii_name = parts[2];
    record.alternate_names = parts[3];
    record.point = {.lon = *longitude, .lat = *latitude};
    record.feature_code = parts[7];
    if (is_country_code(parts[8])) record.country = parts[8];
    record.admin1 = parts[10];
    record.admin2 = parts[11];
    record.population = std::max<std::int64_t>(0, whole_number_in(parts[14]).value_or(0));
    record.date = parts[18];
    return record;
}

std::vector<AdminCode> read_admin_codes(const std::string& path, ImportLog& log) {
    std::vector<AdminCode> codes;
    GeonamesLines lines(path, log);
    std::array<std::string_view, 4> parts;
    while (const auto line = lines.next()) {
        const bool whole =
            split_at_tabs(*line, parts) == 4 && parts[0].find('.') == 2 && all_digits(parts[3]);
        if (!whole || parts[2].empty()) {
            log.bad_row(lines.at(), "admin-code-damaged", "",
                        "the line has no code, name, name in ASCII and geonameid; it was left out");
            continue;
        }
        // Some have a name in ASCII only.
        const std::string_view name = parts[1].empty() ? parts[2] : parts[1];
        codes.push_back(
            {std::string(parts[0]), std::string(name), std::string(parts[2]), std::string(parts[3])});
    }
    return codes;
}

std::vector<CountryRecord> read_countries(const std::string& path, ImportLog& log) {
    std::vector<CountryRecord> countries;
    GeonamesLines lines(path, log);
    std::array<std::string_view, columns_of_a_place> parts;
    while (const auto line = lines.next()) {
        if (split_at_tabs(*line, parts) < 17 || !is_country_code(parts[0]) || parts[4].empty()) {
            log.bad_row(lines.at(), "country-damaged", "",
                        "the line has no country code and name; it was left out");
            continue;
        }
        if (!all_digits(parts[16]) || parts[16] == "0") continue;
        countries.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[4]),
                             number_in(parts[6]).value_or(0), whole_number_in(parts[7]).value_or(0),
                             std::string(parts[16])});
    }
    return countries;
}

std::optional<std::string_view> GeonamesLines::next() {
    while (const auto line = m_lines.next()) {
        if (line->empty() || line->starts_with('#')) continue;
        m_log.count_row(m_path, m_lines.position(), m_lines.size());
        if (m_lines.too_long()) {
            m_log.bad_row(at(), "line-too-long", "", "the line is longer than 64 KiB and was left out");
            continue;
        }
        if (is_utf8(*line)) return line;
        m_log.tell(at(), Severity::warning, "not-utf8", "",
                   "the line has bytes that are not UTF-8; each stands as \uFFFD");
        m_mended = as_utf8(*line).text;
        return m_mended;
    }
    return std::nullopt;
}

}  // namespace incidentmap
