// SPDX-License-Identifier: MIT
#include "gazetteer/import/area_locator.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

/// GEOS in one thread, with its last message.
class Geos {
  public:
    Geos() : m_handle(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(m_handle, keep, &m_message);
        GEOSContext_setNoticeMessageHandler_r(m_handle, drop, nullptr);
    }
    ~Geos() { GEOS_finish_r(m_handle); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    GEOSContextHandle_t handle() const { return m_handle; }

    template <typename Thing>
    Thing* checked(Thing* thing) const {
        if (thing == nullptr) throw Error{"an outline cannot be used: " + m_message};
        return thing;
    }

  private:
    static void keep(const char* message, void* text) { *static_cast<std::string*>(text) = message; }
    static void drop(const char*, void*) {}

    GEOSContextHandle_t m_handle;
    std::string m_message;
};

struct Destroy {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(handle, geometry); }
    void operator()(const GEOSPreparedGeometry* geometry) const noexcept {
        GEOSPreparedGeom_destroy_r(handle, geometry);
    }
    void operator()(GEOSSTRtree* tree) const noexcept { GEOSSTRtree_destroy_r(handle, tree); }
};

using GeosGeometry = std::unique_ptr<GEOSGeometry, Destroy>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, Destroy>;
using Tree = std::unique_ptr<GEOSSTRtree, Destroy>;

GeosGeometry owned(const Geos& geos, GEOSGeometry* geometry) {
    return {geos.checked(geometry), Destroy{geos.handle()}};
}

GeosGeometry ring_of(const Geos& geos, const Ring& ring) {
    GEOSContextHandle_t handle = geos.handle();
    GEOSCoordSequence* positions =
        geos.checked(GEOSCoordSeq_create_r(handle, static_cast<unsigned>(ring.size()), 2));
    for (unsigned i = 0; i < ring.size(); ++i)
        GEOSCoordSeq_setXY_r(handle, positions, i, ring[i].lon, ring[i].lat);
    return owned(geos, GEOSGeom_createLinearRing_r(handle, positions));  // takes the positions
}

GeosGeometry polygon_of(const Geos& geos, const Polygon& polygon) {
    GeosGeometry outer = ring_of(geos, polygon.outer);
    std::vector<GeosGeometry> holes;
    for (const Ring& hole : polygon.holes) holes.push_back(ring_of(geos, hole));
    std::vector<GEOSGeometry*> given;
    for (GeosGeometry& hole : holes) given.push_back(hole.release());
    return owned(geos, GEOSGeom_createPolygon_r(geos.handle(), outer.release(), given.data(),
                                                static_cast<unsigned>(given.size())));
}

GeosGeometry geometry_of(const Geos& geos, const MultiPolygon& outline) {
    std::vector<GeosGeometry> polygons;
    for (const Polygon& polygon : outline.polygons) polygons.push_back(polygon_of(geos, polygon));
    std::vector<GEOSGeometry*> given;
    for (GeosGeometry& polygon : polygons) given.push_back(polygon.release());
    GeosGeometry whole =
        owned(geos, GEOSGeom_createCollection_r(geos.handle(), GEOS_MULTIPOLYGON, given.data(),
                                                static_cast<unsigned>(given.size())));
    if (GEOSisValid_r(geos.handle(), whole.get()) == 1) return whole;
    return owned(geos, GEOSMakeValid_r(geos.handle(), whole.get()));
}

GeosGeometry point_of(const Geos& geos, LonLat position) {
    return owned(geos, GEOSGeom_createPointFromXY_r(geos.handle(), position.lon, position.lat));
}

LonLat position_of(const Geos& geos, const GeosGeometry& point) {
    LonLat position;
    if (GEOSGeomGetX_r(geos.handle(), point.get(), &position.lon) == 1 &&
        GEOSGeomGetY_r(geos.handle(), point.get(), &position.lat) == 1 && is_valid(position))
        return position;
    throw Error{"an outline has no position inside"};
}

}  // namespace

struct AreaLocator::State {
    struct Item {
        LocatedArea area;
        GeosGeometry geometry;
        Prepared prepared;
    };
    /// A kind's areas; the index is made when it is first asked.
    struct Level {
        std::deque<Item> items;
        Tree tree;
    };

    const GEOSSTRtree& tree_of(Level& level) {
        if (level.tree) return *level.tree;
        level.tree = Tree(geos.checked(GEOSSTRtree_create_r(geos.handle(), 10)), Destroy{geos.handle()});
        for (Item& item : level.items)
            GEOSSTRtree_insert_r(geos.handle(), level.tree.get(), item.geometry.get(), &item);
        return *level.tree;
    }

    Geos geos;
    std::map<std::string, Level, std::less<>> levels;
};

AreaLocator::AreaLocator() : m_state(std::make_unique<State>()) {}
AreaLocator::~AreaLocator() = default;

bool AreaLocator::empty() const { return m_state->levels.empty(); }

void AreaLocator::add(LocatedArea area, const MultiPolygon& outline) {
    const Geos& geos = m_state->geos;
    State::Level& level = m_state->levels[area.kind];
    State::Item item;
    item.area = std::move(area);
    item.area.number = level.items.size();
    item.geometry = geometry_of(geos, outline);
    item.prepared =
        Prepared(geos.checked(GEOSPrepare_r(geos.handle(), item.geometry.get())), Destroy{geos.handle()});
    level.items.push_back(std::move(item));
    level.tree.reset();
}

std::vector<AreaLocator::Found> AreaLocator::at(std::string_view kind, LonLat position, double within_m) {
    std::vector<Found> result;
    const auto level = m_state->levels.find(kind);
    if (level == m_state->levels.end()) return result;
    const Geos& geos = m_state->geos;
    GEOSContextHandle_t handle = geos.handle();
    GEOSSTRtree* tree = const_cast<GEOSSTRtree*>(&m_state->tree_of(level->second));
    // Degrees of latitude: of longitude the same number is fewer metres, so that nothing near is missed.
    const double slimness = std::max(std::cos(position.lat * std::numbers::pi / 180), 0.1);
    const double reach_deg = within_m / 110'000;
    const double reach_lon_deg = reach_deg / slimness;
    const GeosGeometry point = point_of(geos, position);
    const GeosGeometry box =
        owned(geos, GEOSGeom_createRectangle_r(handle, position.lon - reach_lon_deg, position.lat - reach_deg,
                                               position.lon + reach_lon_deg, position.lat + reach_deg));
    std::vector<const State::Item*> items;
    GEOSSTRtree_query_r(
        handle, tree, within_m > 0 ? box.get() : point.get(),
        [](void* item, void* found) {
            static_cast<std::vector<const State::Item*>*>(found)->push_back(static_cast<State::Item*>(item));
        },
        &items);
    std::sort(items.begin(), items.end(),
              [](const State::Item* a, const State::Item* b) { return a->area.number < b->area.number; });
    std::vector<Found> near;
    for (const State::Item* item : items) {
        if (GEOSPreparedCovers_r(handle, item->prepared.get(), point.get()) == 1) {
            result.push_back({&item->area, true});
        } else if (within_m > 0 && GEOSPreparedDistanceWithin_r(handle, item->prepared.get(), point.get(),
                                                                reach_lon_deg) == 1) {
            near.push_back({&item->area, false});
        }
    }
    result.insert(result.end(), near.begin(), near.end());
    return result;
}

LonLat centroid_of(const MultiPolygon& outline) {
    const Geos geos;
    const GeosGeometry geometry = geometry_of(geos, outline);
    return position_of(geos, owned(geos, GEOSGetCentroid_r(geos.handle(), geometry.get())));
}

double greatest_reach_m(const MultiPolygon& outline, LonLat from) {
    double reach_m = 0;
    for (const Polygon& polygon : outline.polygons) {
        for (const LonLat position : polygon.outer)
            reach_m = std::max(reach_m, geodesic(from, position).distance_m);
    }
    return reach_m;
}

}  // namespace incidentmap
