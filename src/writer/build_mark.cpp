// SPDX-License-Identifier: MIT
#include "writer/build_mark.hpp"

#include <string_view>

#include "core/xml_text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view id_key = "INCIDENTMAP_BUILD_ID";
constexpr std::string_view content_key = "INCIDENTMAP_CONTENT_";
constexpr std::string_view rows_key = "INCIDENTMAP_ROWS";
constexpr std::string_view basis_key = "INCIDENTMAP_BASIS";

std::string entry(std::string_view key, const std::string& value) {
    return "    <MDI key=\"" + std::string(key) + "\">" + xml_text(value) + "</MDI>\n";
}

/// The value of a key, without its XML; empty where it has none.
std::string value_of(std::string_view xml, const std::string& key) {
    const std::string before = "<MDI key=\"" + key + "\">";
    const auto begin = xml.find(before);
    if (begin == std::string_view::npos) return {};
    const auto value = xml.substr(begin + before.size());
    return std::string(value.substr(0, value.find('<')));
}

std::string content_key_of(LayerId layer) { return std::string(content_key) + layer_schema(layer).name; }

}  // namespace

std::string to_xml(const BuildMark& mark) {
    std::string entries = entry(id_key, mark.build_id);
    for (LayerId layer : all_layers) {
        const std::string& hash = mark.content[index_of(layer)];
        if (!hash.empty()) entries += entry(content_key_of(layer), hash);
    }
    if (mark.map.is_known()) entries += entry(rows_key, mark.map.rows) + entry(basis_key, mark.map.basis);
    return "<GDALMultiDomainMetadata>\n  <Metadata>\n" + entries +
           "  </Metadata>\n</GDALMultiDomainMetadata>\n";
}

BuildMark read_build_mark(Database& database) {
    Statement found = database.prepare(
        "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = 'http://gdal.org' AND instr(metadata, "
        "?1) > 0");
    found.bind_text(1, id_key);
    if (!found.step()) return {};
    const std::string xml(found.text(0));
    BuildMark mark{value_of(xml, std::string(id_key)), {}, {}};
    for (LayerId layer : all_layers) mark.content[index_of(layer)] = value_of(xml, content_key_of(layer));
    mark.map = {value_of(xml, std::string(rows_key)), value_of(xml, std::string(basis_key))};
    return mark;
}

}  // namespace incidentmap
