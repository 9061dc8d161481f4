// SPDX-License-Identifier: MIT
#include "writer/build_stamp.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "core/crc32.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stamp_words = "incidentmap build ";
constexpr std::size_t read_at_each_end = 64 * 1024;
constexpr std::size_t least_id = 8;
constexpr std::size_t longest_id = 16;  ///< what follows in a binary file may look like more of it

/// What stands before the id, in some format.
constexpr std::array<std::string_view, 5> before_id{stamp_words, "\"build_id\":\"",
                                                    "name=\"build_id\"><value>", "Build `", "build `"};

constexpr std::array<std::string_view, 9> extensions{".geojson", ".csv", ".kml", ".qml", ".svg",
                                                     ".png",     ".pdf", ".md",  ".html"};

/// The first bytes of a file and its last.
std::string ends_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string begin(read_at_each_end, '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(file.gcount()));
    if (begin.size() < read_at_each_end) return begin;
    file.clear();
    file.seekg(0, std::ios::end);
    const auto size = static_cast<std::size_t>(file.tellg());
    std::string end(std::min(read_at_each_end, size - begin.size()), '\0');
    file.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
    file.read(end.data(), static_cast<std::streamsize>(end.size()));
    return begin + end;
}

/// The id at the beginning of a text; empty where none is.
std::string id_at(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789abcdef");
    const std::string_view id = text.substr(0, std::min(end, longest_id));
    return id.size() < least_id ? std::string{} : std::string(id);
}

/// The last cell of the last row, where the last column is the id.
std::string id_of_csv(std::string_view text) {
    const std::string_view header = trimmed(text.substr(0, text.find('\n')));
    if (!header.ends_with("build_id")) return {};
    const std::string_view rows = trimmed(text);
    return id_at(rows.substr(rows.rfind(',') + 1));
}

void append_big_endian(std::string& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(value >> shift & 0xFF);
}

/// A tEXt chunk (PNG, third edition, 11.3.3.2) behind the header, which is 33 bytes long.
std::string png_with(const std::string& png, const std::string& stamp) {
    constexpr std::size_t header_end = 33;
    if (png.size() < header_end) return png;
    const std::string content = "tEXt" + std::string("Source") + '\0' + stamp;
    std::string chunk;
    append_big_endian(chunk, static_cast<std::uint32_t>(content.size() - 4));
    chunk += content;
    append_big_endian(chunk, crc32_of(content));
    return png.substr(0, header_end) + chunk + png.substr(header_end);
}

std::string svg_with(const std::string& svg, const std::string& stamp) {
    const auto begin = svg.find("<svg");
    const auto end = begin == std::string::npos ? begin : svg.find('>', begin);
    if (end == std::string::npos) return svg;
    return svg.substr(0, end + 1) + "\n<metadata>" + stamp + "</metadata>" + svg.substr(end + 1);
}

}  // namespace

std::string build_stamp(const std::string& build_id) { return std::string(stamp_words) + build_id; }

std::string with_stamp(PictureFormat format, const std::string& picture, const std::string& build_id) {
    if (format == PictureFormat::png) return png_with(picture, build_stamp(build_id));
    if (format == PictureFormat::svg) return svg_with(picture, build_stamp(build_id));
    return picture + "%" + build_stamp(build_id) + "\n%%EOF\n";
}

std::string stamped_build(const fs::path& file) {
    const std::string text = ends_of(file);
    if (lower_ascii(file.extension().string()) == ".csv") return id_of_csv(text);
    for (const std::string_view words : before_id) {
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
            if (std::string id = id_at(std::string_view(text).substr(at + words.size())); !id.empty())
                return id;
        }
    }
    return {};
}

std::vector<std::string> files_of_other_builds(const fs::path& geopackage, const std::string& build_id) {
    const std::string stem = geopackage.stem().string();
    const fs::path folder = geopackage.has_parent_path() ? geopackage.parent_path() : fs::path(".");
    std::vector<std::string> others;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        const std::string name = path.filename().string();
        const bool is_of_set = name.starts_with(stem + "_") || path.stem().string() == stem;
        const std::string extension = lower_ascii(path.extension().string());
        const bool is_known = std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
        std::error_code ignored;
        if (!is_of_set || !is_known || !fs::is_regular_file(path, ignored)) continue;
        const std::string id = stamped_build(path);
        if (!id.empty() && id != build_id) others.push_back(path.string() + " is of the build " + id);
    }
    std::sort(others.begin(), others.end());
    return others;
}

std::string other_builds_in_words(const fs::path& geopackage, const std::string& build_id) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string> others = files_of_other_builds(geopackage, build_id);
    if (others.empty()) return {};
    const std::size_t more = others.size() - std::min(others.size(), most_named);
    others.resize(others.size() - more);
    return geopackage.string() + " is of the build " + build_id +
           ", and files beside it are not: " + joined(others, ", ") +
           (more > 0 ? " and " + std::to_string(more) + " more" : "") +
           ". Build again with all of their formats (-f), or take them away";
}

}  // namespace incidentmap
