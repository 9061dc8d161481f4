// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geodesy/shapes.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// A cell: null, a whole number, a number, or a text. Dates are texts, `2020-07-27`, and so are date-times,
/// `2020-07-27T00:00:00.000Z`.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One row of a layer: its geometry (none in a table) and a value for each column, in the schema's order;
/// fewer where the last ones are null.
struct Feature {
    Geometry geometry;
    std::vector<Value> values;
};

/// A feature and the layer that it belongs to.
struct LaidFeature {
    LayerId layer = LayerId::attacks;
    Feature feature;
};

}  // namespace incidentmap
