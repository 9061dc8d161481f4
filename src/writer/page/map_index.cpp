// SPDX-License-Identifier: MIT
#include "writer/page/map_index.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "stored/build_facts.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generator = "<meta name=\"generator\" content=\"incidentmap, index of maps\">";

constexpr std::string_view style = R"(<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4; }
body { margin: 1.5rem; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1.25rem; list-style: none; padding: 0; }
li { border: 1px solid #8888; border-radius: 0.4rem; overflow: hidden; }
a { display: block; padding: 0.6rem 0.8rem; overflow-wrap: anywhere; }
img { display: block; width: 100%; height: auto; margin: 0 0 0.5rem; }
p { margin: 0 0 0.6rem; padding: 0 0.8rem; }
header p, footer p { padding: 0; max-width: 60rem; }
</style>
)";

/// A name of a file as an address: what is no letter, digit or mark of a name is written as `%20`.
std::string address_of(const std::string& name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string address;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                              c == '-' || c == '.' || c == '_';
        if (is_plain) {
            address += c;
        } else {
            address += '%';
            address += digits[byte >> 4];
            address += digits[byte & 15];
        }
    }
    return address;
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::string map_index(const std::string& title, const std::vector<MapIndexEntry>& maps) {
    std::string page =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + std::string(generator) +
        "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        xml_text(title) + "</title>\n" + std::string(style) + "</head>\n<body>\n<header>\n<h1>" +
        xml_text(title) + "</h1>\n<p>" + counted(static_cast<std::int64_t>(maps.size()), "map", "maps") +
        ".</p>\n</header>\n<main>\n<ul>\n";
    for (const MapIndexEntry& map : maps) {
        page += "<li><a href=\"" + address_of(map.page) + "\">";
        if (!map.thumbnail.empty())
            page += "<img src=\"" + address_of(map.thumbnail) + "\" alt=\"\" loading=\"lazy\">";
        page += "<bdi>" + xml_text(in_one_line(map.title)) + "</bdi></a><p>" +
                counted(map.incidents, "incident", "incidents") + "</p></li>\n";
    }
    return page + "</ul>\n</main>\n<footer>\n<p>" + empty_area_sentence + " " + boundaries_sentence +
           "</p>\n</footer>\n</body>\n</html>\n";
}

bool write_map_index(const fs::path& folder, const std::string& page) {
    const fs::path path = folder / "index.html";
    std::error_code error;
    if (fs::exists(path, error)) {
        const std::string standing = content_of(path);
        if (standing == page) return false;
        if (standing.find(generator) == std::string::npos)
            throw Error{path.string() +
                        " is not of this program and stays: the index of the maps was not written"};
    }
    Draft draft(path);
    draft.write(page);
    draft.publish();
    return true;
}

}  // namespace incidentmap
