// SPDX-License-Identifier: MIT
#include "gazetteer/rivers.hpp"

#include <charconv>
#include <string_view>
#include <utility>

namespace incidentmap {
namespace {

struct Row {
    int rank;
    std::string_view line;  ///< longitudes and latitudes, in turn
};

constexpr Row rows[] = {
#include "gazetteer/tables/rivers.inc"
};

Line line_of(std::string_view text) {
    Line line;
    std::vector<double> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        double number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{}) break;
        numbers.push_back(number);
        at = read.ptr + 1;  // a space, or beyond the end
    }
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) line.push_back({numbers[i], numbers[i + 1]});
    return line;
}

/// All of them: they are read from their table once.
const std::vector<River>& all_rivers() {
    static const std::vector<River> all = [] {
        std::vector<River> rivers;
        for (const Row& row : rows) rivers.push_back({row.rank, line_of(row.line)});
        return rivers;
    }();
    return all;
}

/// The least of rivers that a map so wide has room for.
int least_rank(const Box& box) {
    const double width_deg = box.east - box.west + (box.west > box.east ? 360 : 0);
    if (width_deg > 90) return 2;
    if (width_deg > 40) return 4;
    return width_deg > 20 ? 5 : 6;
}

}  // namespace

std::vector<River> rivers_in(const Box& box) {
    std::vector<River> found;
    const int least = least_rank(box);
    for (const auto& [rank, whole] : all_rivers()) {
        if (rank > least) continue;
        Line part;
        const auto end_part = [&, rank = rank] {
            if (part.size() > 1) found.push_back({rank, std::move(part)});
            part = {};
        };
        for (std::size_t i = 1; i < whole.size(); ++i) {
            if (!holds(box, whole[i - 1]) && !holds(box, whole[i])) {
                end_part();
                continue;
            }
            if (part.empty()) part.push_back(whole[i - 1]);
            part.push_back(whole[i]);
        }
        end_part();
    }
    return found;
}

}  // namespace incidentmap
