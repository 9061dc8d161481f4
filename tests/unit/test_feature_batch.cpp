// SPDX-License-Identifier: MIT
/// Features on their way: what a batch is given comes out of it, whatever its size, also after it was used
/// before.
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "layer/feature.hpp"

using namespace incidentmap;

TEST_CASE("A batch gives back its features in order, each with its values and its geometry") {
    FeatureBatch batch;
    batch.start(LayerId::attacks, LonLat{44, 33});
    batch.append("a");
    batch.append(std::int64_t{7});
    batch.start(LayerId::build);
    batch.start(LayerId::reports);
    batch.append_nulls(3);
    batch.append(0.5);
    batch.set(0, {"one ", "", "text"});
    batch.set(2, "gone");
    batch.set(2, std::int64_t{8});

    REQUIRE(batch.size() == 3);
    CHECK(batch[0].layer == LayerId::attacks);
    CHECK(batch[0].geometry == Geometry{LonLat{44, 33}});
    const std::vector<Value> first{"a", std::int64_t{7}};
    CHECK(std::vector<Value>(batch[0].values.begin(), batch[0].values.end()) == first);
    CHECK(batch[1].values.empty());
    CHECK(batch[1].geometry == Geometry{});
    const std::vector<Value> last{"one text", std::monostate{}, std::int64_t{8}, 0.5};
    CHECK(std::vector<Value>(batch[2].values.begin(), batch[2].values.end()) == last);
}

TEST_CASE("Texts of any length stay as they are while the batch grows, and after it was cleared") {
    FeatureBatch batch;
    for (int turn = 0; turn < 3; ++turn) {
        std::vector<std::string> texts;
        for (std::size_t size : {0u, 1u, 100u, 20'000u, 70'000u, 1'000'000u}) {
            for (char letter = 'a'; letter <= 'z'; ++letter) texts.emplace_back(size, letter);
        }
        batch.start(LayerId::reports);
        for (std::string text : texts) {
            batch.append(text);
            text.assign(text.size(), '?');  // the batch has a copy
        }
        REQUIRE(batch[0].values.size() == texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            CHECK(std::get<std::string_view>(batch[0].values[i]) == texts[i]);
        CHECK(batch.bytes() > 26 * 1'000'000);
        batch.clear();
        CHECK(batch.size() == 0);
        CHECK(batch.bytes() == 0);
    }
}
