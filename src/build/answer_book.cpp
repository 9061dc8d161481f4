// SPDX-License-Identifier: MIT
#include "build/answer_book.hpp"

#include <cassert>

#include "layer/layer_builder.hpp"

namespace incidentmap {

void AnswerBook::add(const std::vector<AnswerRow>& rows) {
    for (const AnswerRow& row : rows) {
        assert(row.number == m_rows.size() + 1);
        m_batch.clear();
        add_answer_row(row, m_batch);
        m_rows.push_back(m_spool.add(m_batch));
    }
}

}  // namespace incidentmap
