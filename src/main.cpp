// SPDX-License-Identifier: MIT
#include "core/version.hpp"

#include <cstdio>

int main() {
    std::printf("incidentmap %s\n", incidentmap::version());
    return 0;
}
