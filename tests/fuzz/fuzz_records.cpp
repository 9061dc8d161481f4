// SPDX-License-Identifier: MIT
#include "harness.hpp"
#include "locate/answer_record.hpp"
#include "locate/question.hpp"

using namespace incidentmap;

/// An answer that was kept is read, written and read again as the same answer.
void fuzz_records(std::string_view text) {
    if (const auto location = from_record(text)) {
        const std::string record = to_record(*location);
        const auto again = from_record(record);
        require(again && to_record(*again) == record);
        needs_a_person(*location);
    }
    const std::size_t line_end = text.find('\n');
    candidate_id(text.substr(0, line_end),
                 line_end == std::string_view::npos ? "1" : text.substr(line_end + 1));
    candidate_count(text);
}
