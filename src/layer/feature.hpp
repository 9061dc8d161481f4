// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "geodesy/shapes.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// A cell: null, a whole number, a number, or a text. Dates are texts, `2020-07-27`, and so are date-times,
/// `2020-07-27T00:00:00.000Z`.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// One row of a layer, as its batch holds it.
struct Feature {
    LayerId layer = LayerId::attacks;
    const Geometry& geometry;  ///< none in a table
    std::span<const Value>
        values;  ///< one for each column, in the schema's order; fewer where the last are null
};

/// Features on their way from the laying out to the files, of any layers, in order. Their values and texts
/// stand side by side in memory that is used again after clear(), so that a feature costs no allocation of
/// its own.
class FeatureBatch {
  public:
    /// Begins a feature without values; append_nulls() and set(), or append(), give them.
    void start(LayerId layer, Geometry&& geometry);
    void start(LayerId layer) { start(layer, {}); }

    /// Gives one of the values that the feature started last has already; a text is copied.
    void set(std::size_t column, std::int64_t value) { value_at(column) = value; }
    void set(std::size_t column, double value) { value_at(column) = value; }
    void set(std::size_t column, std::string_view text) { value_at(column) = copied(text); }
    /// The parts as one text.
    void set(std::size_t column, std::initializer_list<std::string_view> parts) {
        value_at(column) = copied(parts);
    }

    /// The next value of the feature that was started last; a text is copied.
    void append(std::int64_t value) { m_values.emplace_back(value); }
    void append(double value) { m_values.emplace_back(value); }
    void append(std::string_view text) { m_values.emplace_back(copied(text)); }
    /// The next \p count values are null.
    void append_nulls(std::size_t count) { m_values.resize(m_values.size() + count); }

    std::size_t size() const { return m_rows.size(); }
    /// How much memory the texts and values take.
    std::size_t bytes() const { return m_text_bytes + m_values.size() * sizeof(Value); }
    Feature operator[](std::size_t index) const;

    /// Lets go of all features; the memory stays, unless it is more than a batch usually needs.
    void clear();

  private:
    struct Row {
        LayerId layer;
        Geometry geometry;
        std::size_t first_value;
    };
    Value& value_at(std::size_t column) { return m_values[m_rows.back().first_value + column]; }
    char* room_for(std::size_t size);
    std::string_view copied(std::string_view text);
    std::string_view copied(std::initializer_list<std::string_view> parts);

    std::vector<Row> m_rows;
    std::vector<Value> m_values;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_free = nullptr;  ///< the rest of the last block
    std::size_t m_free_size = 0;
    std::size_t m_blocks_used = 0;
    std::vector<std::unique_ptr<char[]>> m_long_texts;  ///< texts that no block holds
    std::size_t m_text_bytes = 0;
};

}  // namespace incidentmap
