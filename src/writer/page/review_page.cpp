// SPDX-License-Identifier: MIT
#include "writer/page/review_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/json_object.hpp"
#include "core/xml_text.hpp"
#include "prose/draft_table.hpp"
#include "writer/page/base_map.hpp"
#include "writer/page/page_bundle.hpp"
#include "writer/page/page_file.hpp"
#include "writer/page/page_policy.hpp"
#include "writer/page/shape_text.hpp"

namespace incidentmap {
namespace {

void append_place(std::string& out, const std::optional<DraftPosition>& place) {
    if (!place) {
        out += "null";
        return;
    }
    JsonObject object(out);
    object.number("lon", place->point.lon, 6);
    object.number("lat", place->point.lat, 6);
    object.number("uncertainty_m", place->uncertainty_m, 0);
    object.end();
}

void append_mark(std::string& out, Span at, std::string_view cell, std::string_view note) {
    JsonObject object(out);
    object.integer("begin", static_cast<std::int64_t>(at.begin));
    object.integer("end", static_cast<std::int64_t>(at.end));
    append_json(object.member("cell"), cell);
    append_json(object.member("note"), note);
    object.end();
}

void append_draft(std::string& out, const DraftReport& draft) {
    JsonObject object(out);
    append_array(object.member("cells"), draft_cells(draft),
                 [](std::string& text, const std::string& cell) { append_json(text, cell); });
    std::vector<CellBasis> marked;
    for (const CellBasis& basis : draft.bases) {
        if (!basis.words.empty()) marked.push_back(basis);
    }
    append_array(object.member("marks"), marked, [](std::string& text, const CellBasis& basis) {
        append_mark(text, basis.words, report_columns()[static_cast<std::size_t>(basis.column)].name,
                    basis.rule);
    });
    append_array(object.member("aside"), draft.set_aside,
                 [](std::string& text, const SetAside& one) { append_mark(text, one.at, {}, one.why); });
    append_place(object.member("place"), draft.at);
    append_place(object.member("launch"), draft.launched_at);
    object.end();
}

/// The box about all places of the drafts; nothing where none has one.
std::optional<Box> box_of(const std::vector<DraftReport>& drafts) {
    std::optional<Box> box;
    for (const DraftReport& draft : drafts) {
        for (const std::optional<DraftPosition>* place : {&draft.at, &draft.launched_at}) {
            if (!*place) continue;
            const LonLat point = (*place)->point;
            if (!box) box = Box{point.lon, point.lat, point.lon, point.lat};
            box->west = std::min(box->west, point.lon);
            box->east = std::max(box->east, point.lon);
            box->south = std::min(box->south, point.lat);
            box->north = std::max(box->north, point.lat);
        }
    }
    return box;
}

void write_data(PageFile& page, const std::vector<ReviewedText>& texts,
                const std::vector<DraftReport>& drafts, const MapGround& ground) {
    std::string base_map;
    append_base_map(base_map, ground, box_of(drafts), {});
    page.late_block("base", base_map);
    page.block("review", [&](std::string& out) {
        JsonObject object(out);
        append_array(object.member("columns"), draft_columns(),
                     [](std::string& text, const std::string& column) { append_json(text, column); });
        append_array(object.member("texts"), texts, [](std::string& text, const ReviewedText& one) {
            JsonObject of_text(text);
            append_json(of_text.member("name"), one.name);
            append_json(of_text.member("text"), one.text);
            of_text.end();
        });
        append_array(object.member("drafts"), drafts, append_draft);
        object.number("steps_a_degree", shape_steps_a_degree, 0);
        object.end();
    });
}

}  // namespace

void write_review_page(const std::filesystem::path& draft, const std::vector<ReviewedText>& texts,
                       const std::vector<DraftReport>& drafts, const MapGround& ground,
                       const std::string& table) {
    PageFile page(draft);
    std::string_view rest = page_bundle::review_html;
    for (std::size_t at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
        const std::size_t end = rest.find("}}", at);
        const std::string_view name = rest.substr(at + 2, end - at - 2);
        page.markup(rest.substr(0, at));
        rest.remove_prefix(end + 2);
        if (name == "policy") page.markup(page_policy(page_bundle::review_script, page_bundle::review_style));
        if (name == "title") page.markup(xml_text(table));
        if (name == "style") page.markup(page_bundle::review_style);
        if (name == "script") page.markup(page_bundle::review_script);
        if (name == "data") write_data(page, texts, drafts, ground);
    }
    page.markup(rest);
    page.close();
}

}  // namespace incidentmap
