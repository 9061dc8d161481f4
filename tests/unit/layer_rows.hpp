// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "layer/layer_builder.hpp"

/// Values as rows have them, and the rows that a layer builder adds last.
namespace layer_rows {

using namespace incidentmap;

inline Value text(const char* value) { return value; }
inline Value whole(std::int64_t value) { return value; }
inline const Value null{};

inline FeatureBatch finished(LayerBuilder& layer_builder, const Sources& sources = {}) {
    FeatureBatch batch;
    layer_builder.finish(sources, [&]() -> FeatureBatch& { return batch; });
    return batch;
}

}  // namespace layer_rows
