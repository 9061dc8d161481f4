// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_RUNNER
#include <cstdlib>

#include "catch.hpp"

int main(int argc, char* argv[]) {
    // The tests know no gazetteers of whoever runs them.
    setenv("XDG_DATA_HOME", "/nonexistent", 1);
    return Catch::Session().run(argc, argv);
}
