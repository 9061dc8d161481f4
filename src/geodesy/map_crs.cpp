// SPDX-License-Identifier: MIT
#include "geodesy/map_crs.hpp"

#include <proj.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr double metres_a_degree = 111'320;

struct DestroyPj {
    void operator()(PJ* object) const noexcept { proj_destroy(object); }
};
using PjPointer = std::unique_ptr<PJ, DestroyPj>;

/// `33.6° N`
std::string degrees(double value, const char* positive, const char* negative) {
    return to_text(std::abs(value), 1) + "° " + (value < 0 ? negative : positive);
}

bool is_for_maps(PJ_TYPE type) { return type == PJ_TYPE_PROJECTED_CRS || type == PJ_TYPE_GEOGRAPHIC_2D_CRS; }

}  // namespace

void MapExtent::add(double x, double y) {
    min_x = std::min(min_x, x);
    max_x = std::max(max_x, x);
    min_y = std::min(min_y, y);
    max_y = std::max(max_y, y);
}

MapExtent MapExtent::at_least(double least_width, double least_height) const {
    const double half_width = std::max(width(), least_width) / 2;
    const double half_height = std::max(height(), least_height) / 2;
    const double x = (min_x + max_x) / 2;
    const double y = (min_y + max_y) / 2;
    return {x - half_width, y - half_height, x + half_width, y + half_height};
}

struct MapCrs::State {
    std::unique_ptr<PJ_CONTEXT, PJ_CONTEXT* (*)(PJ_CONTEXT*)> context{proj_context_create(),
                                                                      &proj_context_destroy};
    PjPointer crs;
    PjPointer from_globe;
    std::string name;
    std::string authid;
    std::string wkt;
    std::string proj;

    /// What follows from the crs. \throws Error
    void complete() {
        proj_log_level(context.get(), PJ_LOG_NONE);
        const char* text = proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, one_line);
        if (text == nullptr) throw Error{"PROJ cannot describe " + name};
        wkt = text;
        const char* words = proj_as_proj_string(context.get(), crs.get(), PJ_PROJ_4, nullptr);
        proj = words == nullptr ? "" : words;
        constexpr std::string_view mark = " +type=crs";
        if (const auto at = proj.find(mark); at != std::string::npos) proj.erase(at, mark.size());
        const PjPointer globe{proj_create(context.get(), "OGC:CRS84")};
        const PjPointer step{
            globe ? proj_create_crs_to_crs_from_pj(context.get(), globe.get(), crs.get(), nullptr, nullptr)
                  : nullptr};
        if (step) from_globe.reset(proj_normalize_for_visualization(context.get(), step.get()));
        if (!from_globe) throw Error{"PROJ knows no way from longitude and latitude to " + name};
    }

    static constexpr const char* one_line[] = {"MULTILINE=NO", nullptr};
};

MapCrs::MapCrs(std::unique_ptr<State> state) : m_state{std::move(state)} {}
MapCrs::MapCrs(MapCrs&&) noexcept = default;
MapCrs& MapCrs::operator=(MapCrs&&) noexcept = default;
MapCrs::~MapCrs() = default;

MapCrs MapCrs::about(LonLat middle) {
    auto state = std::make_unique<State>();
    state->name = "Lambert azimuthal equal-area about " + degrees(middle.lat, "N", "S") + ", " +
                  degrees(middle.lon, "E", "W");
    const std::string words = "+proj=laea +lat_0=" + to_text(middle.lat, 4) +
                              " +lon_0=" + to_text(middle.lon, 4) +
                              " +datum=WGS84 +units=m +no_defs +type=crs";
    const PjPointer nameless{proj_create(state->context.get(), words.c_str())};
    const char* text =
        nameless ? proj_as_wkt(state->context.get(), nameless.get(), PJ_WKT2_2019, nullptr) : nullptr;
    std::string named_text = text == nullptr ? "" : text;
    constexpr std::string_view unknown = "\"unknown\"";
    if (const auto at = named_text.find(unknown); at != std::string::npos)
        named_text.replace(at, unknown.size(), "\"" + state->name + "\"");
    state->crs.reset(proj_create(state->context.get(), named_text.c_str()));
    if (!state->crs) throw Error{"cannot make the projection " + words + ": PROJ refused it"};
    state->complete();
    return MapCrs{std::move(state)};
}

MapCrs MapCrs::of_the_world() { return named("EPSG:8857"); }

MapCrs MapCrs::named(const std::string& words) {
    constexpr std::string_view authority = "epsg:";
    const std::string code(trimmed(words).substr(std::min(authority.size(), trimmed(words).size())));
    const bool is_code = lower_ascii(trimmed(words)).starts_with(authority) && !code.empty() &&
                         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_code)
        throw UsageError{"'" + words +
                         "' names no reference system: give a number of the EPSG's list, such as EPSG:32638"};
    auto state = std::make_unique<State>();
    proj_log_level(state->context.get(), PJ_LOG_NONE);
    state->authid = "EPSG:" + code;
    state->crs.reset(
        proj_create_from_database(state->context.get(), "EPSG", code.c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    if (!state->crs) throw UsageError{"there is no " + state->authid + " that PROJ knows"};
    const char* name = proj_get_name(state->crs.get());
    state->name = std::string(name == nullptr ? "" : name) + " (" + state->authid + ")";
    if (!is_for_maps(proj_get_type(state->crs.get())))
        throw UsageError{state->name +
                         " is nothing to draw a map in: a projected system is wanted, or longitude "
                         "and latitude"};
    state->complete();
    return MapCrs{std::move(state)};
}

const std::string& MapCrs::name() const { return m_state->name; }
const std::string& MapCrs::authid() const { return m_state->authid; }
const std::string& MapCrs::wkt() const { return m_state->wkt; }
const std::string& MapCrs::proj() const { return m_state->proj; }
bool MapCrs::is_geographic() const { return proj_get_type(m_state->crs.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS; }
double MapCrs::units_a_metre() const { return is_geographic() ? 1 / metres_a_degree : 1; }

std::optional<PlanePoint> MapCrs::to_map(LonLat position) const {
    const PJ_XY there =
        proj_trans(m_state->from_globe.get(), PJ_FWD, proj_coord(position.lon, position.lat, 0, 0)).xy;
    if (!std::isfinite(there.x) || !std::isfinite(there.y)) return std::nullopt;
    return PlanePoint{there.x, there.y};
}

}  // namespace incidentmap
