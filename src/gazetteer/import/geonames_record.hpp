// SPDX-License-Identifier: MIT
/// Lines of GeoNames' files; for their importer.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/text_lines.hpp"

namespace incidentmap {

/// What one of GeoNames' files holds.
enum class GeonamesFile { places, admin_codes, countries };

/// The parts between TABs, empty ones too; how many there are, which may be more than are given.
template <std::size_t size>
std::size_t split_at_tabs(std::string_view line, std::array<std::string_view, size>& parts) {
    std::size_t count = 0;
    while (true) {
        const std::size_t tab = line.find('\t');
        if (count < size) parts[count] = trimmed(line.substr(0, tab));
        ++count;
        if (tab == std::string_view::npos) return count;
        line.remove_prefix(tab + 1);
    }
}

/// By its first line that is no comment. \throws Error where it is none of these
GeonamesFile geonames_file(const std::string& path);

/// A row of a dump, its texts as the line has them: good as long as the line.
struct GeonamesRecord {
    std::string_view id;
    std::string_view name;
    std::string_view ascii_name;
    std::string_view alternate_names;  ///< parted by commas
    LonLat point;
    std::string_view feature_code;
    std::string_view country;
    std::string_view admin1;  ///< codes, not names
    std::string_view admin2;
    std::int64_t population = 0;
    std::string_view date;
};

/// Reads a line of 19 columns; where it is none, it is told as a bad row and there is no record.
std::optional<GeonamesRecord> geonames_record(std::string_view line, const InputPosition& at, ImportLog& log);

/// A row of admin1Codes.txt or admin2Codes.txt.
struct AdminCode {
    std::string code;  ///< `IQ.07`, `IQ.07.123`
    std::string name;
    std::string ascii_name;
    std::string id;
};

std::vector<AdminCode> read_admin_codes(const std::string& path, ImportLog& log);

/// A row of countryInfo.txt.
struct CountryRecord {
    std::string iso;
    std::string iso3;
    std::string name;
    double area_km2 = 0;
    std::int64_t population = 0;
    std::string id;
};

/// Without the countries that are no more, which have no id.
std::vector<CountryRecord> read_countries(const std::string& path, ImportLog& log);

/// The next line as UTF-8; bytes that are not become U+FFFD, told. A line that is too long is a bad row and
/// passed over. Valid until the next call; nothing at the end.
class GeonamesLines {
  public:
    GeonamesLines(const std::string& path, ImportLog& log) : m_path(path), m_lines(path), m_log(log) {}
    std::optional<std::string_view> next();
    InputPosition at() const { return {m_path, m_lines.number()}; }

  private:
    std::string m_path;
    TextLines m_lines;
    ImportLog& m_log;
    std::string m_mended;
};

}  // namespace incidentmap
