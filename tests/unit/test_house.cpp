// SPDX-License-Identifier: MIT
/// The order of the house: what a source may include, and how long it may be.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
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
constexpr std::array<std::string_view, 15> modules{"core",   "geodesy", "table", "geopackage",  "gazetteer",
                                                   "report", "locate",  "prose", "incident",    "layer",
                                                   "stored", "writer",  "build", "incidentmap", "cli"};

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

/// The longest source and the longest function, in lines. Tables of data are in files of their own kind.
constexpr std::size_t longest_source = 450;
constexpr std::size_t longest_function = 80;

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(std::move(line));
    return lines;
}

/// The functions of more lines than they should have, each by its first line. A function, as clang-format
/// writes it, begins at the margin after an empty line or a comment, and ends with the first brace that
/// stands alone there.
std::vector<std::string> long_functions(const std::vector<std::string>& lines) {
    std::vector<std::string> found;
    std::optional<std::size_t> start;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (line.empty() || line.front() == ' ' || line.front() == '#' || line.starts_with("//")) continue;
        const bool after_pause = i == 0 || lines[i - 1].empty() || lines[i - 1].starts_with("//");
        if (line.front() != '}') {
            if (after_pause || !start) start = i;
            continue;
        }
        if (line == "}" && start && i - *start + 1 > longest_function) found.push_back(lines[*start]);
        start.reset();
    }
    return found;
}

/// The files below \p source, a header and its source as one, that include each other in a circle: each
/// circle as its names, in order, with blanks between.
class Circles {
  public:
    explicit Circles(const fs::path& source) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
            const fs::path name = fs::relative(entry.path(), source);
            if (name.extension() != ".hpp" && name.extension() != ".cpp") continue;
            const std::string room = fs::path(name).replace_extension().generic_string();
            std::set<std::string>& included = m_includes[room];
            for (const std::string& line : lines_of(entry.path())) {
                const std::optional<std::string> include = include_of(line);
                if (!include || include->front() != '"' || !include->ends_with(".hpp")) continue;
                included.insert(include->substr(1, include->size() - 5));
            }
            included.erase(room);
        }
        for (const auto& [room, ignored] : m_includes) visit(room);
        std::sort(m_circles.begin(), m_circles.end());
    }

    const std::vector<std::string>& all() const { return m_circles; }

  private:
    struct Visit {
        std::size_t number = 0;
        std::size_t lowest = 0;
        bool open = true;
    };

    /// Tarjan's strongly connected components.
    const Visit& visit(const std::string& room) {
        const auto [at, is_new] = m_visits.try_emplace(room, Visit{m_visits.size(), m_visits.size(), true});
        Visit& own = at->second;
        if (!is_new) return own;
        m_open.push_back(room);
        for (const std::string& other : m_includes[room]) {
            const bool known = m_visits.contains(other);
            const Visit& there = visit(other);
            if (there.open) own.lowest = std::min(own.lowest, known ? there.number : there.lowest);
        }
        if (own.lowest == own.number) close(room);
        return own;
    }

    void close(const std::string& room) {
        const auto first = std::find(m_open.begin(), m_open.end(), room);
        std::vector<std::string> circle(first, m_open.end());
        m_open.erase(first, m_open.end());
        for (const std::string& member : circle) m_visits[member].open = false;
        if (circle.size() < 2) return;
        std::sort(circle.begin(), circle.end());
        std::string text;
        for (const std::string& member : circle) text += (text.empty() ? "" : " ") + member;
        m_circles.push_back(text);
    }

    std::map<std::string, std::set<std::string>> m_includes;
    std::map<std::string, Visit> m_visits;
    std::vector<std::string> m_open;
    std::vector<std::string> m_circles;
};

/// What is too long, or in a circle, below \p source: a sentence each.
std::vector<std::string> faults_of_shape(const fs::path& source) {
    std::vector<std::string> faults;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source)) {
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
        const std::string name = fs::relative(entry.path(), source).generic_string();
        const std::vector<std::string> lines = lines_of(entry.path());
        if (lines.size() > longest_source) faults.push_back(name + ": too many lines");
        for (const std::string& function : long_functions(lines)) {
            faults.push_back(name + ": too long a function: " + function);
        }
    }
    const Circles circles(source);
    for (const std::string& circle : circles.all()) faults.push_back("a circle: " + circle);
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

TEST_CASE("no source or function is too long, and no files include each other in a circle") {
    CHECK(faults_of_shape(fs::path(INCIDENTMAP_SOURCE_DIR) / "src") == std::vector<std::string>{});
}

TEST_CASE("what is too long or in a circle is told") {
    const Scratch scratch;
    for (const char* folder : {"core", "layer"}) fs::create_directories(scratch.path(folder));
    const std::string body(longest_function - 2, '\n');
    scratch.file("core/a.hpp", "#include \"core/b.hpp\"\n");
    scratch.file("core/b.hpp", "#pragma once\n");
    scratch.file("core/c.cpp", "#include \"core/a.hpp\"\n\nvoid f() {\n" + body +
                                   "}\n\nvoid g(int a,\n       int b) {\n}\n");
    CHECK(faults_of_shape(scratch.path("")) == std::vector<std::string>{});

    scratch.file("core/b.cpp", "#include \"core/b.hpp\"\n#include \"core/c.hpp\"\n");
    scratch.file("core/c.hpp", "#pragma once\n");
    scratch.file("layer/long.cpp", std::string(longest_source + 1, '\n'));
    scratch.file("layer/f.cpp",
                 "// of two lines\nvoid f(int a,\n       int b) {\n" + body + "}\n\nint g() {\n}\n");
    CHECK(faults_of_shape(scratch.path("")) == std::vector<std::string>{
                                                   "a circle: core/a core/b core/c",
                                                   "layer/f.cpp: too long a function: void f(int a,",
                                                   "layer/long.cpp: too many lines",
                                               });
}
