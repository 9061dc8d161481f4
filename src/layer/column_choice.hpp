// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layer/schema.hpp"

namespace incidentmap {

/// Which columns of its layers a file holds, where it need not hold all: the core, which a map and a table
/// for people need (docs/columns.md lists it); all; or some by their names.
class ColumnChoice {
  public:
    /// The core.
    ColumnChoice() = default;
    /// \param words `core`, `all`, or names of columns with commas between, among which may be `core`
    /// \throws UsageError where no name stands there
    explicit ColumnChoice(const std::string& words);

    /// \param headers the input's own columns \throws UsageError where a name is no column of any layer
    void check(std::span<const std::string> headers) const;

    bool holds(std::string_view column) const;
    /// Whether a feature has a key also for what is null.
    bool holds_nulls() const { return m_all; }

    /// The columns of a layer that are held, with the input's own, in their order.
    std::vector<LayerColumn> of(LayerId layer, std::span<const std::string> headers) const;

  private:
    bool m_all = false;
    bool m_core = true;
    std::vector<std::string> m_names;
};

/// The names of the core, whichever layer has them, in the order of the table of columns.
std::span<const std::string_view> core_columns();

}  // namespace incidentmap
