// SPDX-License-Identifier: MIT
/// The door of clang's libFuzzer: `fuzz --target=HARNESS [libFuzzer's options] FOLDER...`; see script/fuzz.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "harness.hpp"

namespace {
const Harness* chosen = nullptr;
}

// libFuzzer leaves aside what begins with two hyphens.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr std::string_view option = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view word = (*argv)[i];
        if (word.starts_with(option)) chosen = harness_named(word.substr(option.size()));
    }
    if (chosen == nullptr) {
        std::fprintf(stderr, "name a harness with --target=; there are:");
        for (const Harness& each : harnesses()) {
            std::fprintf(stderr, " %.*s", static_cast<int>(each.name.size()), each.name.data());
        }
        std::fprintf(stderr, "\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    chosen->run({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
