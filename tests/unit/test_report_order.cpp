// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "build/report_order.hpp"
#include "catch.hpp"

using namespace incidentmap;

namespace {

std::vector<std::vector<std::uint32_t>> groups(const ReportOrder& order) {
    std::vector<std::vector<std::uint32_t>> out;
    order.for_each_incident(
        [&](std::span<const std::uint32_t> numbers) { out.emplace_back(numbers.begin(), numbers.end()); });
    return out;
}

}  // namespace

TEST_CASE("incidents come in the order of their first reports, with all their reports") {
    ReportOrder order;
    for (const char* id : {"b", "a", "b", "c", "a"}) order.add(id);
    CHECK(order.size() == 5);
    CHECK(order.incident_count() == 3);
    CHECK(groups(order) == std::vector<std::vector<std::uint32_t>>{{1, 3}, {2, 5}, {4}});
    CHECK(groups(ReportOrder{}).empty());
}

TEST_CASE("a hundred thousand incidents stay apart") {
    ReportOrder order;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 100000; ++i) order.add("incident " + std::to_string(i));
    }
    const auto all = groups(order);
    REQUIRE(all.size() == 100000);
    for (std::uint32_t i = 0; i < 100000; ++i) CHECK(all[i] == std::vector<std::uint32_t>{i + 1, i + 100001});
}
