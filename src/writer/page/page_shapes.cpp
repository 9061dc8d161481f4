// SPDX-License-Identifier: MIT
#include "writer/page/page_shapes.hpp"

#include <array>

#include "writer/page/shape_text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t full_bytes = std::size_t{1} << 20;
constexpr double area_tolerance_deg = 0.001;

/// What a point and its possible area have in common, and no two different ones.
constexpr std::array<std::string_view, 4> footprint_columns{"latitude", "longitude", "uncertainty_m",
                                                            "method"};

/// Collects shapes, and writes a block whenever there are enough.
class ShapeBlocks {
  public:
    ShapeBlocks(PageFile& page, std::string_view kind) : m_page{page}, m_kind{kind} {}

    void add(std::string_view shape) {
        if (!m_shapes.empty()) m_shapes += ',';
        m_shapes += shape;
        if (m_shapes.size() >= full_bytes) write();
    }

    void write() {
        if (m_shapes.empty()) return;
        m_page.late_block(m_kind, "{\"shapes\":[" + m_shapes + "]}");
        m_shapes.clear();
    }

  private:
    PageFile& m_page;
    std::string_view m_kind;
    std::string m_shapes;
};

std::string shape_text(const Geometry& geometry) {
    std::string text;
    append_shape(text, geometry);
    return text;
}

/// An area as a page draws it.
std::string area_text(const StoredRow& row) {
    const auto* area = std::get_if<MultiPolygon>(&row.geometry());
    if (area == nullptr) return shape_text({});
    return shape_text(thinned(*area, [](LonLat) { return area_tolerance_deg; }));
}

/// What tells the possible area of a point from others; the same in the row that it belongs to.
Hash128 footprint_key(const StoredRow& row) {
    std::string key;
    for (const std::string_view column : footprint_columns) {
        key += row.text(column);
        key += '\n';
    }
    return hash128(key);
}

std::optional<std::int64_t> found(const std::map<Hash128, std::int64_t>& numbers, const Hash128& key) {
    const auto number = numbers.find(key);
    return number == numbers.end() ? std::nullopt : std::optional(number->second);
}

}  // namespace

void PageShapes::write(BuildFile& build, PageFile& page) {
    ShapeBlocks area_blocks(page, "areas");
    auto areas = build.in_order(LayerId::attack_areas, {});
    while (auto row = areas ? areas->next() : std::nullopt) {
        const std::string text = area_text(*row);
        const auto number = static_cast<std::int64_t>(m_areas.size());
        if (m_areas.emplace(hash128(text), number).second) area_blocks.add(text);
    }
    area_blocks.write();

    ShapeBlocks possible_blocks(page, "footprints");
    auto possible =
        build.in_order(LayerId::uncertainty, {footprint_columns.begin(), footprint_columns.end()});
    for (std::int64_t number = 0; auto row = possible ? possible->next() : std::nullopt; ++number) {
        m_footprints.emplace(footprint_key(*row), number);
        possible_blocks.add(shape_text(row->geometry()));
    }
    possible_blocks.write();
}

std::optional<std::int64_t> PageShapes::area_of(const StoredRow& row) const {
    return found(m_areas, hash128(area_text(row)));
}

std::optional<std::int64_t> PageShapes::footprint_of(const StoredRow& row) const {
    return found(m_footprints, footprint_key(row));
}

}  // namespace incidentmap
