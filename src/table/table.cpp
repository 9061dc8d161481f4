// SPDX-License-Identifier: MIT
#include "table/table.hpp"

#include <filesystem>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

/// CSV under any of its names, and any name that is not one of GDAL's formats.
bool is_csv(const std::string& path) {
    const std::string extension = lower_ascii(std::filesystem::path(path).extension().string());
    return path == "-" || !OgrTable::reads(extension);
}

/// Whether a file is JSON that is read here: true where it has a record a line, false where it is an array of
/// them.
std::optional<bool> json_lines(const std::string& path) {
    const std::string extension = lower_ascii(std::filesystem::path(path).extension().string());
    if (extension == ".jsonl" || extension == ".ndjson" || extension == ".geojsonl" ||
        extension == ".geojsons")
        return true;
    if (extension == ".json" && JsonTable::holds_records(path)) return false;
    return std::nullopt;
}

void must_be_local_file(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) throw Error{"cannot open " + path + ": no such file"};
    if (std::filesystem::is_directory(status))
        throw Error{"cannot read " + path + ": it is a folder; name a table in it"};
}

}  // namespace

Table Table::open(const std::string& path, const TableOptions& options) {
    if (path != "-") must_be_local_file(path);
    if (const auto lines = json_lines(path))
        return Table{Reader{std::in_place_type<JsonTable>, path, *lines}, std::nullopt};
    if (!is_csv(path)) {
        return Table{
            Reader{std::in_place_type<OgrTable>, path, options.sheet, options.header_row, options.header},
            std::nullopt};
    }
    if (!options.sheet.empty()) throw Error{path + " is CSV and has no sheets; leave out --sheet"};
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path, unknown);
    return Table{Reader{std::in_place_type<CsvReader>, path, options.header_row, options.header},
                 unknown ? std::nullopt : std::optional(static_cast<std::int64_t>(size))};
}

const std::vector<std::string>& Table::columns() const {
    return std::visit([](const auto& reader) -> const std::vector<std::string>& { return reader.columns(); },
                      m_reader);
}

const std::vector<std::string>& Table::notes() const {
    return std::visit([](const auto& reader) -> const std::vector<std::string>& { return reader.notes(); },
                      m_reader);
}

std::int64_t Table::header_found() const {
    return std::visit([](const auto& reader) { return reader.header_found(); }, m_reader);
}

std::optional<std::int64_t> Table::bytes_read() const {
    const auto* csv = std::get_if<CsvReader>(&m_reader);
    return csv != nullptr && m_size ? std::optional(csv->bytes_read()) : std::nullopt;
}

Progress Table::progress(std::string_view what, std::int64_t rows) const {
    if (const auto bytes = bytes_read()) return {what, *bytes, m_size, ProgressUnit::bytes};
    return {what, rows};
}

const Row* Table::next() {
    return std::visit([](auto& reader) { return reader.next(); }, m_reader);
}

std::vector<std::string> sheets_of(const std::string& path) {
    if (is_csv(path)) return {};
    must_be_local_file(path);
    if (json_lines(path)) return {};
    return OgrTable::sheets(path);
}

}  // namespace incidentmap
