// SPDX-License-Identifier: MIT
#include "cli/resolve_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "core/text.hpp"
#include "table/csv_text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;
constexpr std::size_t most_problems_told = 20;
constexpr std::array<const char*, 11> added{"status", "place_name", "place_id",    "country",
                                            "admin1", "lon",        "lat",         "uncertainty_m",
                                            "score",  "because",    "alternatives"};

std::size_t index_of(const std::vector<std::string>& columns, const std::string& name, const char* option,
                     const std::string& file) {
    const auto exact = std::find(columns.begin(), columns.end(), name);
    if (exact != columns.end()) return static_cast<std::size_t>(exact - columns.begin());
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
        return lower_ascii(column) == lower_ascii(name);
    });
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    throw UsageError{std::string(option) + ": " + file + " has no column '" + name + "'; it has '" +
                     joined(columns, "', '") + "'"};
}

/// The names of the added columns, none of which the table has, whatever the case.
std::vector<std::string> added_names(const std::vector<std::string>& columns,
                                     const std::function<void(const std::string&)>& say) {
    std::vector<std::string> taken;
    taken.reserve(columns.size() + added.size());
    for (const std::string& column : columns) taken.push_back(lower_ascii(column));
    const auto is_taken = [&](const std::string& name) {
        return std::find(taken.begin(), taken.end(), name) != taken.end();
    };
    std::vector<std::string> names;
    for (const char* wanted : added) {
        std::string name = wanted;
        if (is_taken(name)) {
            name = std::string("found_") + wanted;
            for (int number = 2; is_taken(name); ++number)
                name = std::string("found_") + wanted + "_" + std::to_string(number);
            say(std::string("the table has a column ") + wanted + " already; the added one is called " +
                name);
        }
        taken.push_back(name);
        names.push_back(std::move(name));
    }
    return names;
}

/// `Sheikh Amir, Nineveh, IQ [geonames:6860785] | …`
std::string alternatives_in_words(const Location& location) {
    std::vector<std::string> all;
    for (const Match& match : location.alternatives) {
        std::vector<std::string> parts;
        for (const std::string& part : {match.name, match.admin1, match.country}) {
            if (!part.empty()) parts.push_back(part);
        }
        all.push_back(joined(parts, ", ") + " [" + match.place_id + "]");
    }
    return joined(all, " | ");
}

/// Why, after what does not fit together.
std::string because(const Location& location) {
    std::string text;
    for (const std::string& sentence : location.conflicts) text += sentence + ". ";
    return in_one_line(text + reasons_text(location) + " " + location.remedy);
}

void append_answer(std::vector<std::string>& cells, const Location& location) {
    const auto if_placed = [&](std::string text) {
        return location.has_place() ? std::move(text) : std::string{};
    };
    cells.insert(cells.end(),
                 {to_string(location.status), location.name, location.place_id, location.country,
                  location.admin1, if_placed(to_text(location.likely.lon, 6)),
                  if_placed(to_text(location.likely.lat, 6)), if_placed(to_text(location.uncertainty_m, 0)),
                  location.score ? to_text(*location.score, 2) : std::string{}, because(location),
                  alternatives_in_words(location)});
}

}  // namespace

ResolveTableCounts resolve_table(const ResolveTableOptions& options, Resolver& resolver,
                                 const std::function<void(const std::string&)>& write,
                                 const ResolveTableReporter& reporter) {
    Table table = Table::open(options.path, options.table);
    const std::string name =
        options.path == "-" ? "standard input" : std::filesystem::path(options.path).filename().string();
    const std::vector<std::string> columns = table.columns();
    const std::size_t words = index_of(columns, options.column, "--column", name);
    std::optional<std::size_t> country;
    if (!options.country_column.empty())
        country = index_of(columns, options.country_column, "--country-column", name);
    std::vector<std::size_t> parents;
    for (const std::string& parent : options.parent_columns)
        parents.push_back(index_of(columns, parent, "--parent", name));

    std::string out;
    std::vector<std::string> cells = columns;
    for (std::string& header : added_names(columns, reporter.say)) cells.push_back(std::move(header));
    for (std::string& cell : cells) cell = to_spreadsheet_cell(cell);
    append_csv_row(out, cells, {});
    ResolveTableCounts counts;
    std::size_t problems = 0;
    while (const Row* row = table.next()) {
        for (const RowProblem& problem : row->problems) {
            if (++problems <= most_problems_told)
                reporter.finding({problem.code,
                                  Severity::warning,
                                  name,
                                  row->number,
                                  problem.column,
                                  problem.sentence,
                                  {},
                                  std::nullopt});
        }
        Query query{std::string(trimmed(row->cells[words])), options.country, {}, {}, options.near};
        if (country && !trimmed(row->cells[*country]).empty()) query.country = trimmed(row->cells[*country]);
        for (std::size_t parent : parents) {
            std::string& admin = query.admin1.empty() ? query.admin1 : query.admin2;
            if (admin.empty()) admin = trimmed(row->cells[parent]);
        }
        const Location& location = resolver.resolve(query);
        cells = row->cells;
        append_answer(cells, location);
        for (std::string& cell : cells) cell = to_spreadsheet_cell(cell);
        append_csv_row(out, cells, {});
        ++counts.rows;
        ++counts.by_status[static_cast<std::size_t>(location.status)];
        resolver.forget_if_large();
        if (counts.rows % 256 == 0) reporter.progress(table.progress("answering rows", counts.rows));
        if (out.size() < chunk) continue;
        write(out);
        out.clear();
    }
    write(out);
    if (problems > most_problems_told)
        reporter.say("and " + std::to_string(problems - most_problems_told) + " more such rows");
    return counts;
}

}  // namespace incidentmap
