// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/hash.hpp"
#include "core/spool_file.hpp"
#include "layer/feature.hpp"

namespace incidentmap {

/// Keeps rows of layers in a temporary file without a name, which is gone with it, until it is known where
/// they go.
class RowSpool {
  public:
    /// Rows that were added together.
    struct Part {
        std::uint64_t start = 0;
        std::uint32_t size = 0;  ///< in bytes
        std::uint32_t rows = 0;
        Hash128 hash;  ///< of the rows
    };

    /// \throws Error where no temporary file can be made
    RowSpool();

    /// \param note that is to be given back with the rows \throws Error
    Part add(const FeatureBatch& rows, std::string_view note = {});

    /// Adds the rows of a part to a batch. \throws Error
    void read(const Part& part, FeatureBatch& into);

    /// The note of a part, valid until the next call here. \throws Error
    std::string_view note(const Part& part);

  private:
    std::string_view bytes(const Part& part) { return m_file.bytes(part.start, part.size); }

    SpoolFile m_file;
};

}  // namespace incidentmap
