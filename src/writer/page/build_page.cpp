// SPDX-License-Identifier: MIT
#include "writer/page/build_page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base64.hpp"
#include "core/error.hpp"
#include "core/json_object.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "core/xml_text.hpp"
#include "layer/incident_style.hpp"
#include "layer/schema.hpp"
#include "stored/build_file.hpp"
#include "writer/draft_text.hpp"
#include "writer/page/base_map.hpp"
#include "writer/page/page_bundle.hpp"
#include "writer/page/page_cells.hpp"
#include "writer/page/page_file.hpp"
#include "writer/page/page_incidents.hpp"
#include "writer/page/page_policy.hpp"
#include "writer/page/page_shapes.hpp"
#include "writer/page/shape_text.hpp"

namespace incidentmap {
namespace {

const char* to_string(Symbol symbol) {
    switch (symbol) {
        case Symbol::circle:
            return "circle";
        case Symbol::square:
            return "square";
        case Symbol::diamond:
            return "diamond";
        case Symbol::triangle:
            return "triangle";
        case Symbol::triangle_down:
            return "triangle_down";
        case Symbol::star:
            return "star";
    }
    return "circle";
}

/// Every layer of the build, with titles and units of its columns; those of the input's own are their names.
void append_layers(std::string& out, BuildFile& build) {
    append_array(out, all_layers, [&](std::string& to, LayerId id) {
        const LayerSchema& schema = layer_schema(id);
        JsonObject layer(to);
        layer.text("name", schema.name);
        layer.text("title", schema.title);
        layer.text("description", schema.description);
        layer.integer("count", build.row_count(id));
        append_array(layer.member("columns"), build.column_names(id),
                     [&](std::string& names, const std::string& name) {
                         const auto known =
                             std::find_if(schema.columns.begin(), schema.columns.end(),
                                          [&](const LayerColumn& column) { return column.name == name; });
                         JsonObject column(names);
                         column.text("name", name);
                         column.text("title", known == schema.columns.end() ? name : known->title);
                         if (known != schema.columns.end()) {
                             if (!known->unit.empty()) column.text("unit", known->unit);
                             if (!known->domain.empty()) column.text("domain", known->domain);
                         } else {
                             column.integer("own", 1);
                         }
                         column.end();
                     });
        layer.end();
    });
}

void append_domains(std::string& out) {
    JsonObject domains(out);
    for (const Domain& domain : layer_domains()) {
        JsonObject entries(domains.member(domain.name));
        for (const auto& entry : domain.entries) entries.text(entry.value, entry.label);
        entries.end();
    }
    domains.end();
}

void append_styles(std::string& out) {
    append_array(out, incident_styles(), [](std::string& to, const IncidentStyle& style) {
        JsonObject object(to);
        object.text("type", style.sub_event_type);
        object.integer("rgb", style.rgb);
        object.text("symbol", to_string(style.symbol));
        object.end();
    });
}

void append_build_table(std::string& out, const BuildFile& build) {
    append_array(out, build.entries(), [](std::string& to, const BuildEntry& entry) {
        append_array(to, std::array{entry.section, entry.name, entry.value},
                     [](std::string& cells, const std::string& text) { append_json(cells, text); });
    });
}

/// The words of the program where none were asked for.
std::string or_else(const std::string& asked, const std::string& usual) {
    return asked.empty() ? usual : in_one_line(asked);
}

/// What the page is asked to be: its first language, its form, what it loads.
void append_choices(JsonObject& about, const MapChoices& maps) {
    if (!maps.language.empty()) about.text("language", maps.language);
    if (maps.is_embedded) about.integer("embedded", 1);
    if (!maps.tiles) return;
    JsonObject tiles(about.member("tiles"));
    tiles.text("url", maps.tiles->url);
    tiles.text("attribution", maps.tiles->attribution);
    tiles.end();
}

void append_about(std::string& out, BuildFile& build, const BuildFacts& facts, const PageContent& content) {
    const PictureTexts& texts = content.texts;
    JsonObject about(out);
    about.text("title", or_else(texts.title, title_of(facts)));
    about.text("subtitle", or_else(texts.subtitle, count_sentence(facts)));
    about.text("count", count_sentence(facts));
    about.text("note", in_one_line(texts.note));
    about.text("credit", or_else(texts.credit, std::string("Made with incidentmap ") + version() + "."));
    about.text("empty_area", empty_area_sentence);
    about.text("boundaries", boundaries_sentence);
    about.text("build_id", build.build_id());
    about.text("version", version());
    about.number("steps_a_degree", shape_steps_a_degree, 0);
    append_array(about.member("publishers"), facts.publishers,
                 [](std::string& to, const std::string& name) { append_json(to, name); });
    append_layers(about.member("layers"), build);
    append_domains(about.member("domains"));
    append_styles(about.member("styles"));
    append_build_table(about.member("build"), build);
    about.text("methods", content.methods);
    append_choices(about, content.maps);
    if (const auto& frame = content.frame) {
        append_array(about.member("frame"), std::array{frame->west, frame->south, frame->east, frame->north},
                     [](std::string& to, double degrees) { to += to_text(degrees, 6); });
    }
    about.end();
}

void write_rows(PageFile& page, BuildFile& build, LayerId layer, bool with_shape) {
    const std::string& id = layer_schema(layer).columns.front().name;
    auto rows = build.all(layer, id);
    page.block(layer_schema(layer).name, [&](std::string& out) {
        out += "{\"rows\":[";
        while (auto row = rows ? rows->next() : std::nullopt) {
            if (out.back() != '[') out += ',';
            JsonObject object(out);
            append_cells(object.member("cells"), *row);
            if (with_shape) append_shape(object.member("shape"), row->geometry());
            object.end();
        }
        out += "]}";
    });
}

constexpr std::size_t most_looked_at = 200;  ///< to tell which countries are meant

void write_data(PageFile& page, BuildFile& build, const BuildFacts& facts, const ShownPositions& shown,
                const MapGround& ground, const PageContent& content) {
    page.block("about", [&](std::string& out) { append_about(out, build, facts, content); });
    std::string base_map;
    append_base_map(base_map, ground, shown.box(), shown.some(most_looked_at));
    page.late_block("base", base_map);
    PageShapes shapes;
    shapes.write(build, page);
    write_rows(page, build, LayerId::bases, false);
    write_rows(page, build, LayerId::range_rings, true);
    write_rows(page, build, LayerId::sources, false);
    write_incidents(build, shapes, page);
}

}  // namespace

void write_page(const std::filesystem::path& draft, const std::filesystem::path& geopackage,
                const BuildFacts& facts, const ShownPositions& shown, const MapGround& ground,
                const PageContent& content) {
    BuildFile build(geopackage);
    const std::string tiles = content.maps.tiles ? origin_of(*content.maps.tiles) : std::string{};
    PageFile page(draft);
    std::string_view rest = page_bundle::html;
    for (std::size_t at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
        const std::size_t end = rest.find("}}", at);
        const std::string_view name = rest.substr(at + 2, end - at - 2);
        page.markup(rest.substr(0, at));
        rest.remove_prefix(end + 2);
        if (name == "policy") page.markup(page_policy(page_bundle::script, page_bundle::style, tiles));
        if (name == "title") page.markup(xml_text(or_else(content.texts.title, title_of(facts))));
        if (name == "style") page.markup(page_bundle::style);
        if (name == "script") page.markup(page_bundle::script);
        if (name == "data") write_data(page, build, facts, shown, ground, content);
    }
    page.markup(rest);
    page.close();
}

void check_page(const std::filesystem::path& draft) {
    if (!count_lines(draft, "</html>\n")) throw Error{draft.string() + " was not written whole"};
}

}  // namespace incidentmap
