// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "catch.hpp"
#include "core/error.hpp"
#include "core/stream_copies.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

TEST_CASE("A file, a folder, a name of nothing and standard input are read where they are") {
    const Scratch folder;
    StreamCopies copies;
    const std::string file = folder.file("june.csv", "place\n");
    for (const std::string& path : {file, folder.path(""), folder.path("none.csv"), std::string("-")})
        CHECK(copies.path_of(path) == path);
}

TEST_CASE("A named pipe is read once, whole, and kept under its name until the copies go") {
    const Scratch folder;
    const std::string pipe = folder.path("june.csv");
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const std::string bytes(300'000, 'x');  // more than a pipe holds
    fs::path kept;
    {
        StreamCopies copies;
        std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
        kept = copies.path_of(pipe);
        writer.join();
        CHECK(kept.filename() == "june.csv");
        CHECK(bytes_of(kept.string()) == bytes);
        // When a pipe was changed says nothing.
        struct stat status {};
        REQUIRE(stat(kept.c_str(), &status) == 0);
        CHECK(status.st_mtime == 0);
        // Another pipe of that name has a copy of its own.
        fs::create_directory(folder.path("other"));
        const std::string second = folder.path("other/june.csv");
        REQUIRE(mkfifo(second.c_str(), 0600) == 0);
        std::thread again([&] { std::ofstream(second) << "place\n"; });
        const std::string other = copies.path_of(second);
        again.join();
        CHECK(other != kept.string());
        CHECK(bytes_of(other) == "place\n");
        CHECK(bytes_of(kept.string()) == bytes);
    }
    CHECK_FALSE(fs::exists(kept));
}

TEST_CASE("A device that never ends is refused, and the empty one is empty") {
    StreamCopies copies;
    CHECK_THROWS_WITH(copies.path_of("/dev/zero"), Contains("/dev/zero") && Contains("it is a device"));
    CHECK(copies.path_of("/dev/null") == "/dev/null");
}
