// SPDX-License-Identifier: MIT
#include "core/count.hpp"
#include "core/toll.hpp"
#include "harness.hpp"

using namespace incidentmap;

/// A count's bounds are in order and none is below 0; what says that nothing is known gives no number. A toll
/// is known where it is read.
void fuzz_counts(std::string_view text) {
    if (const auto toll = read_toll(text)) {
        for (const auto& part : {toll->killed, toll->injured, toll->people})
            require(!part || (part->known() && (!part->low || *part->low >= 0)));
        require(toll->killed || toll->injured || toll->people);
    }
    const ReadCount read = read_count(text);
    const auto* count = std::get_if<Count>(&read);
    if (count == nullptr) {
        require(!std::get<std::string>(read).empty());
        require(!says_unknown(text));
        return;
    }
    const auto in_order = [](const auto& less, const auto& more) { return !less || !more || *less <= *more; };
    require(in_order(count->low, count->best) && in_order(count->best, count->high) &&
            in_order(count->low, count->high));
    for (const auto& bound : {count->low, count->best, count->high}) require(!bound || *bound >= 0);
    require(!says_unknown(text) || !count->known());
    require(to_text(*count).empty() == !count->known());
}
