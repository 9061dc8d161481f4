// SPDX-License-Identifier: MIT
/// Files of a build carry its id, each in the way of its format, and are asked for it.
#include <string>

#include "catch.hpp"
#include "scratch.hpp"
#include "writer/build_stamp.hpp"

using namespace incidentmap;

TEST_CASE("The id of a build in a picture ends where it ends, whatever byte follows") {
    const std::string id = "50af81b6877b3e61";
    for (const char after : {'8', 'a', '0', '\0', 'Z'}) {
        const Scratch folder;
        folder.file("a.png",
                    "\x89PNG" + std::string("tEXtSource") + '\0' + build_stamp(id) + after + "\x12\x34");
        CHECK(stamped_build(folder.path("a.png")) == id);
    }
}
