// SPDX-License-Identifier: MIT
/// Gives each file of a folder to one harness, once: what the test runs do with the kept corpus.
/// Usage: fuzz_replay HARNESS FOLDER
#include <cstdio>
#include <filesystem>

#include "harness.hpp"

int main(int argc, char** argv) {
    const Harness* harness = argc == 3 ? harness_named(argv[1]) : nullptr;
    if (harness == nullptr) {
        std::fprintf(stderr, "Usage: fuzz_replay HARNESS FOLDER\nHarnesses:");
        for (const Harness& each : harnesses()) {
            std::fprintf(stderr, " %.*s", static_cast<int>(each.name.size()), each.name.data());
        }
        std::fprintf(stderr, "\n");
        return 2;
    }
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(argv[2])) {
        std::fprintf(stderr, "%s\n", entry.path().filename().c_str());
        harness->run(bytes_of(entry.path()));
        ++count;
    }
    harness->run({});
    std::printf("%d files\n", count);
    return count == 0 ? 1 : 0;
}
