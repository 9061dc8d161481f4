// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "scratch.hpp"
#include "writer/formats.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

const std::string readme = std::string(INCIDENTMAP_SOURCE_DIR) + "/README.md";
const std::string head = "| `-f` | writes |\n|---|---|\n";

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string table_of_formats() {
    std::string text = head;
    for (const Format& format : formats())
        text += "| `" + std::string(format.name) + "` | " + std::string(format.holds) + " |\n";
    return text;
}

}  // namespace

TEST_CASE("the README's list of formats is the program's") {
    std::string text = content_of(readme);
    const auto begin = text.find(head);
    REQUIRE(begin != std::string::npos);
    const auto end = text.find("\n\n", begin) + 1;
    if (std::getenv("UPDATE_EXPECTED") != nullptr) {
        text.replace(begin, end - begin, table_of_formats());
        std::ofstream(readme, std::ios::binary) << text;
    }
    INFO("UPDATE_EXPECTED=1 unit_tests \"the README's list of formats*\" makes it anew");
    CHECK(text.substr(begin, end - begin) == table_of_formats());
}

TEST_CASE(
    "formats are asked for by name, each once, and one that there is not is told with those there are") {
    const std::vector<std::string> names{"gpkg", "csv", "gpkg"};
    const auto asked = asked_formats(names);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0]->extension == ".gpkg");
    CHECK(asked[1]->kind == FormatKind::copied);
    const std::vector<std::string> shapefile{"shp"};
    CHECK_THROWS_WITH(asked_formats(shapefile), Contains("no format 'shp'") && Contains("geojson"));
}
