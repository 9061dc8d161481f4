// SPDX-License-Identifier: MIT
#include "geodesy/area_index.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <numbers>

#include "core/error.hpp"
#include "geodesy/geos.hpp"

namespace incidentmap {
namespace {

constexpr const char* failure = "an outline cannot be used";
constexpr double metres_a_degree = 110'000;  ///< of latitude, at the least

/// Destroys what GEOS makes beside shapes.
struct DestroyOther {
    GEOSContextHandle_t handle = nullptr;
    void operator()(const GEOSPreparedGeometry* geometry) const noexcept {
        GEOSPreparedGeom_destroy_r(handle, geometry);
    }
    void operator()(GEOSSTRtree* tree) const noexcept { GEOSSTRtree_destroy_r(handle, tree); }
};

using Prepared = std::unique_ptr<const GEOSPreparedGeometry, DestroyOther>;
using Tree = std::unique_ptr<GEOSSTRtree, DestroyOther>;

geos::Shape valid_area(const geos::Context& geos, const MultiPolygon& outline) {
    geos::Shape area = geos.area(outline, geos::as_degrees);
    if (GEOSisValid_r(geos.handle(), area.get()) == 1) return area;
    return geos.made(GEOSMakeValid_r(geos.handle(), area.get()));
}

}  // namespace

struct AreaIndex::State {
    struct Item {
        std::size_t number;
        geos::Shape shape;
        Prepared prepared;
    };

    /// Made when it is first asked.
    GEOSSTRtree* tree_of_all() {
        if (tree) return tree.get();
        tree = Tree(GEOSSTRtree_create_r(geos.handle(), 10), DestroyOther{geos.handle()});
        if (!tree) geos.fail();
        for (Item& item : items) GEOSSTRtree_insert_r(geos.handle(), tree.get(), item.shape.get(), &item);
        return tree.get();
    }

    geos::Context geos{failure};
    std::deque<Item> items;
    Tree tree;
};

AreaIndex::AreaIndex() : m_state(std::make_unique<State>()) {}
AreaIndex::~AreaIndex() = default;
AreaIndex::AreaIndex(AreaIndex&&) noexcept = default;
AreaIndex& AreaIndex::operator=(AreaIndex&&) noexcept = default;

std::size_t AreaIndex::size() const { return m_state->items.size(); }

void AreaIndex::add(const MultiPolygon& outline) {
    State& state = *m_state;
    geos::Shape shape = valid_area(state.geos, outline);
    Prepared prepared(GEOSPrepare_r(state.geos.handle(), shape.get()), DestroyOther{state.geos.handle()});
    if (!prepared) state.geos.fail();
    state.items.push_back({state.items.size(), std::move(shape), std::move(prepared)});
    state.tree.reset();
}

std::vector<AreaIndex::Found> AreaIndex::at(LonLat position, double within_m) {
    State& state = *m_state;
    const geos::Context& geos = state.geos;
    GEOSContextHandle_t handle = geos.handle();
    // Of longitude the same number of degrees is fewer metres, so that nothing near is missed.
    const double slimness = std::max(std::cos(position.lat * std::numbers::pi / 180), 0.1);
    const double reach_deg = within_m / metres_a_degree;
    const double reach_lon_deg = reach_deg / slimness;
    const geos::Shape point = geos.made(GEOSGeom_createPointFromXY_r(handle, position.lon, position.lat));
    const geos::Shape box =
        geos.made(GEOSGeom_createRectangle_r(handle, position.lon - reach_lon_deg, position.lat - reach_deg,
                                             position.lon + reach_lon_deg, position.lat + reach_deg));
    std::vector<const State::Item*> items;
    GEOSSTRtree_query_r(
        handle, state.tree_of_all(), within_m > 0 ? box.get() : point.get(),
        [](void* item, void* found) {
            static_cast<std::vector<const State::Item*>*>(found)->push_back(static_cast<State::Item*>(item));
        },
        &items);
    std::sort(items.begin(), items.end(),
              [](const State::Item* a, const State::Item* b) { return a->number < b->number; });
    std::vector<Found> found;
    for (const State::Item* item : items) {
        const bool holds = GEOSPreparedCovers_r(handle, item->prepared.get(), point.get()) == 1;
        if (holds || (within_m > 0 && GEOSPreparedDistanceWithin_r(handle, item->prepared.get(), point.get(),
                                                                   reach_lon_deg) == 1))
            found.push_back({item->number, holds});
    }
    std::stable_partition(found.begin(), found.end(), [](const Found& area) { return area.holds; });
    return found;
}

LonLat centroid_of(const MultiPolygon& outline) {
    const geos::Context geos(failure);
    const geos::Shape area = valid_area(geos, outline);
    const geos::Shape point = geos.made(GEOSGetCentroid_r(geos.handle(), area.get()));
    LonLat position;
    if (GEOSGeomGetX_r(geos.handle(), point.get(), &position.lon) == 1 &&
        GEOSGeomGetY_r(geos.handle(), point.get(), &position.lat) == 1 && is_valid(position))
        return position;
    throw Error{"an outline has no position inside"};
}

}  // namespace incidentmap
