// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "build/row_spool.hpp"
#include "layer/feature.hpp"
#include "locate/answers.hpp"

namespace incidentmap {

/// The rows of `answers`, kept until an incident that stands on a map needs them.
class AnswerBook {
  public:
    /// Those that were answered since, in their order.
    void add(const std::vector<AnswerRow>& rows);

    /// Adds the row of an answer to a batch. \param number of the answer
    void put(std::uint32_t number, FeatureBatch& into) { m_spool.read(m_rows[number - 1], into); }

    const Hash128& hash(std::uint32_t number) const { return m_rows[number - 1].hash; }

  private:
    RowSpool m_spool;
    FeatureBatch m_batch;
    std::vector<RowSpool::Part> m_rows;  ///< by number, from 1
};

}  // namespace incidentmap
