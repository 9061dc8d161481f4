// SPDX-License-Identifier: MIT
/// The order of the house: what a source may include.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "scratch.hpp"

namespace fs = std::filesystem;

namespace {

/// The modules, each of which sees only those above it.
constexpr std::array<std::string_view, 13> modules{"core",   "geodesy", "table",    "geopackage", "gazetteer",
                                                   "report", "locate",  "incident", "layer",      "stored",
                                                   "writer", "build",   "cli"};

/// What a header may include besides the project's own: the standard library.
const std::set<std::string_view> standard_headers{"algorithm",     "any",
                                                  "array",         "atomic",
                                                  "bit",           "bitset",
                                                  "cassert",       "cctype",
                                                  "cerrno",        "charconv",
                                                  "chrono",        "cmath",
                                                  "compare",       "concepts",
                                                  "cstddef",       "cstdint",
                                                  "cstdio",        "cstdlib",
                                                  "cstring",       "deque",
                                                  "exception",     "filesystem",
                                                  "fstream",       "functional",
                                                  "future",        "initializer_list",
                                                  "iosfwd",        "iterator",
                                                  "limits",        "list",
                                                  "map",           "memory",
                                                  "mutex",         "new",
                                                  "numbers",       "numeric",
                                                  "optional",      "ostream",
                                                  "queue",         "ranges",
                                                  "set",           "span",
                                                  "sstream",       "stdexcept",
                                                  "string",        "string_view",
                                                  "system_error",  "thread",
                                                  "tuple",         "type_traits",
                                                  "typeinfo",      "unordered_map",
                                                  "unordered_set", "utility",
                                                  "variant",       "vector"};

std::size_t rank(std::string_view module) {
    return static_cast<std::size_t>(std::find(modules.begin(), modules.end(), module) - modules.begin());
}

/// What a line includes, with its first quotation mark or bracket before it; nothing for any other line.
std::optional<std::string> include_of(std::string line) {
    std::erase_if(line, [](char letter) { return letter == ' ' || letter == '\t'; });
    constexpr std::string_view directive = "#include";
    if (!line.starts_with(directive)) return std::nullopt;
    const std::string named = line.substr(directive.size());
    if (named.empty() || (named.front() != '"' && named.front() != '<')) return std::nullopt;
    return named.substr(0, named.find_first_of("\">", 1));
}

/// What is wrong with the includes of one file below \p source, in sentences; \p name is its path below it.
std::vector<std::string> faults_of(const fs::path& source, const fs::path& name) {
    std::vector<std::string> faults;
    const auto fault = [&](const std::string& what) {
        faults.push_back(name.generic_string() + ": " + what);
    };
    const std::string module = name.has_parent_path() ? name.begin()->string() : "";
    if (!module.empty() && rank(module) == modules.size()) fault("no such module in the list");
    std::ifstream file(source / name);
    std::string line;
    std::getline(file, line);
    if (line != "// SPDX-License-Identifier: MIT") fault("does not begin with its licence");
    while (std::getline(file, line)) {
        const std::optional<std::string> include = include_of(line);
        if (!include) continue;
        const std::string included = include->substr(1);
        if (include->front() == '<') {
            if (name.extension() == ".hpp" && !standard_headers.contains(included)) {
                fault("a header includes <" + included + ">, which is not of the standard library");
            }
            continue;
        }
        // What a build makes of a table stands where the table does.
        const fs::path there = fs::path(included).extension() == ".inc"
                                   ? fs::path(included).replace_extension(".csv")
                                   : fs::path(included);
        if (!fs::exists(source / there)) fault("includes \"" + included + "\", which is not there");
        const std::string from = fs::path(included).begin()->string();
        if (!module.empty() && rank(from) > rank(module)) {
            fault("includes \"" + included + "\", and " + from + " is not above " + module);
        }
    }
    return faults;
}

std::vector<std::string> faults_below(const fs::path& source) {
    std::vector<std::string> faults;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
        for (std::string& fault : faults_of(source, fs::relative(entry.path(), source))) {
            faults.push_back(std::move(fault));
        }
    }
    std::sort(faults.begin(), faults.end());
    return faults;
}

}  // namespace

TEST_CASE("each module includes only those above it, and headers only the standard library") {
    CHECK(faults_below(fs::path(INCIDENTMAP_SOURCE_DIR) / "src") == std::vector<std::string>{});
}

TEST_CASE("what is out of order in the house is told") {
    const Scratch scratch;
    const std::string licence = "// SPDX-License-Identifier: MIT\n";
    for (const char* folder : {"core", "layer", "util"}) fs::create_directories(scratch.path(folder));
    scratch.file("layer/layer.hpp", licence + "#include \"core/good.hpp\"\n");
    scratch.file("layer/layer.cpp", licence + "#include \"layer/layer.hpp\"\n#include <gdal.h>\n");
    scratch.file("core/good.hpp", licence + "#pragma once\n#include <string>\n");
    scratch.file("main.cpp", licence + "#include \"layer/layer.hpp\"\n");
    CHECK(faults_below(scratch.path("")) == std::vector<std::string>{});

    scratch.file(
        "core/bad.hpp",
        "#pragma once\n  #  include \"layer/layer.hpp\"\n#include <gdal.h>\n#include \"core/gone.hpp\"\n");
    scratch.file("util/helpers.cpp", licence);
    CHECK(faults_below(scratch.path("")) ==
          std::vector<std::string>{
              "core/bad.hpp: a header includes <gdal.h>, which is not of the standard library",
              "core/bad.hpp: does not begin with its licence",
              "core/bad.hpp: includes \"core/gone.hpp\", which is not there",
              "core/bad.hpp: includes \"layer/layer.hpp\", and layer is not above core",
              "util/helpers.cpp: no such module in the list",
          });
}
