// SPDX-License-Identifier: MIT
/// The table of checks, and docs/checks.md, whose examples are run here. UPDATE_EXPECTED=1 rewrites what the
/// examples there are said to find: read the difference.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "check_tools.hpp"
#include "core/error.hpp"
#include "incident/checks/check_list.hpp"

using namespace check_tools;

namespace {

const fs::path document = fs::path(INCIDENTMAP_SOURCE_DIR) / "docs" / "checks.md";

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// What stands below the heading of a code.
struct Example {
    std::string heading;  ///< the line that has title, severity and when
    std::string since;
    std::string where;
    std::map<std::string, std::string> files;  ///< `reports.csv` and others
    std::string says;                          ///< the quoted line
};

std::map<std::string, Example> examples() {
    std::map<std::string, Example> found;
    std::istringstream lines(content(document));
    Example* now = nullptr;
    std::string* file = nullptr;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("### ")) {
            now = &found[line.substr(4)];
        } else if (line.starts_with("## ")) {
            now = nullptr;
        } else if (now == nullptr) {
            continue;
        } else if (file != nullptr) {
            if (line == "```") {
                file = nullptr;
            } else {
                *file += line + "\n";
            }
        } else if (line.starts_with("```csv")) {
            file = &now->files[line.size() > 7 ? line.substr(7) : "reports.csv"];
        } else if (line.starts_with("**")) {
            now->heading = line;
        } else if (line.starts_with("> ")) {
            now->says = line.substr(2);
        } else if (line.starts_with("With `--since ")) {
            now->since = line.substr(14, 10);
        } else if (line.starts_with("With `--where ")) {
            now->where = line.substr(14, line.find('`', 14) - 14);
        }
    }
    return found;
}

std::vector<Finding> check(const Example& example) {
    const Scratch folder;
    for (const auto& [name, bytes] : example.files) folder.file(name, bytes);
    BuildRequest options;
    options.inputs = {folder.path("reports.csv")};
    options.gazetteers = {curated()};
    if (!world().empty()) options.gazetteers.push_back(world());
    if (!example.since.empty()) options.filter.since = std::get<EventDate>(read_date(example.since)).first;
    if (!example.where.empty()) options.where.push_back(example.where);
    if (example.files.contains("ranges.csv")) options.weapon_ranges = folder.path("ranges.csv");
    return findings_of(options);
}

std::string in_a_line(const Finding& finding) {
    return to_line(finding) + (finding.column.empty() ? "" : " (" + finding.column + ")");
}

/// A code that stands in a source as a literal, and what follows it.
struct CodeLiteral {
    std::string code;
    std::string_view rest;
};

/// Each `"word-word"` of a source.
std::vector<CodeLiteral> code_literals(std::string_view source) {
    std::vector<CodeLiteral> literals;
    for (auto quote = source.find('"'); quote != std::string_view::npos;
         quote = source.find('"', quote + 1)) {
        const auto begin = quote + 1;
        const auto end = source.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", begin);
        if (end == std::string_view::npos || source[end] != '"' || end == begin) continue;
        const std::string_view word = source.substr(begin, end - begin);
        const bool has_parts = word.find('-') != std::string_view::npos && word.front() != '-' &&
                               word.back() != '-' && word.find("--") == std::string_view::npos;
        if (has_parts) literals.push_back({std::string(word), source.substr(end + 1)});
    }
    return literals;
}

/// `warning` where the severity of that name is what follows; empty where none does.
std::string severity_after(std::string_view rest) {
    constexpr std::string_view prefix = "Severity::";
    if (!rest.starts_with(',')) return {};
    rest.remove_prefix(std::min(rest.find_first_not_of(" \n", 1), rest.size()));
    if (!rest.starts_with(prefix)) return {};
    rest.remove_prefix(prefix.size());
    return std::string(rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz")));
}

}  // namespace

TEST_CASE("docs/checks.md has each check as the table has it") {
    const auto documented = examples();
    std::set<std::string> codes;
    const std::string text = content(document);
    for (const Check& check : all_checks()) {
        const std::string code(check.code);
        INFO(code);
        CHECK(codes.insert(code).second);
        CHECK(check.says.back() != '.');
        if (check.of == CheckOf::gazetteer) {
            CHECK(text.find("| `" + code + "` | " + to_string(check.severity) + " | " +
                            std::string(check.says) + " |\n") != std::string::npos);
            continue;
        }
        REQUIRE(documented.contains(code));
        CHECK(documented.at(code).heading == "**" + std::string(check.title) + "**, " +
                                                 to_string(check.severity) + ": " + std::string(check.says) +
                                                 ".");
    }
    for (const auto& [code, example] : documented) {
        INFO(code);
        CHECK(codes.contains(code));
    }
}

TEST_CASE("each example of docs/checks.md finds what it says, once, and nothing else") {
    // What a few lines of text cannot show; the tests of tables and of reports have them.
    const std::set<std::string> without_example{
        "not-utf8",       "row-too-long",     "geometry-not-a-point",    "geometry-differs",
        "area-not-found", "too-many-reports", "position-not-transformed"};
    const bool update = std::getenv("UPDATE_EXPECTED") != nullptr;
    std::string text = content(document);
    std::size_t count = 0;
    for (const auto& [code, example] : examples()) {
        INFO(code);
        CHECK(example.files.empty() == without_example.contains(code));
        if (example.files.empty()) continue;
        ++count;
        std::string found;
        for (const Finding& finding : check(example))
            found += (found.empty() ? "" : "\n") + finding.code + ": " + in_a_line(finding);
        if (update) {
            const auto heading = text.find("### " + code + "\n");
            const auto quote = text.find("\n> ", heading) + 3;
            text.replace(quote, text.find('\n', quote) - quote,
                         found.substr(std::min(found.size(), code.size() + 2)));
        }
        CHECK(found == code + ": " + example.says);
    }
    CHECK(count >= 48);
    if (update) std::ofstream(document, std::ios::binary) << text;
}

TEST_CASE("every finding that the program makes has its code in the table, with its severity") {
    std::set<std::string> made;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(INCIDENTMAP_SOURCE_DIR) / "src")) {
        if (entry.path().extension() != ".cpp" || entry.path().filename() == "check_list.cpp") continue;
        const std::string source = content(entry.path());
        for (const CodeLiteral& literal : code_literals(source)) made.insert(literal.code);
    }
    made.insert("twins");
    for (const Check& check : all_checks()) {
        INFO(check.code);
        // Made of a column's name and what is wrong with it.
        const bool composed = check.code.ends_with("-out-of-range") || check.code.ends_with("-not-a-number");
        CHECK((composed || made.contains(std::string(check.code))));
    }
    // Whoever makes a finding names its severity, or leaves that to the table.
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(INCIDENTMAP_SOURCE_DIR) / "src")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = content(entry.path());
        for (const CodeLiteral& literal : code_literals(source)) {
            const std::string severity = severity_after(literal.rest);
            if (severity.empty()) continue;
            ++count;
            INFO(entry.path().string() << ": " << literal.code);
            const Check* check = find_check(literal.code);
            REQUIRE(check != nullptr);
            // GeoNames' rows of other kinds are a note where they are many.
            if (check->of != CheckOf::gazetteer) CHECK(to_string(check->severity) == severity);
        }
    }
    CHECK(count > 20);
}

TEST_CASE("codes to ignore are read from lists, and a code that is none is told with those most like it") {
    using Catch::Matchers::Contains;
    CHECK(read_codes(std::vector<std::string>{"no-place, date-not-read", "no-place"}) ==
          std::vector<std::string>{"date-not-read", "no-place"});
    CHECK(read_codes(std::vector<std::string>{}).empty());
    CHECK_THROWS_WITH(read_codes(std::vector<std::string>{"date-unread"}),
                      Contains("no finding has the code 'date-unread'") && Contains("date-not-read"));
    CHECK_THROWS_AS(read_codes(std::vector<std::string>{"twins"}), UsageError);
}
