// SPDX-License-Identifier: MIT
#include <filesystem>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "gazetteer/import/text_lines.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

std::string all_of(const std::string& path) {
    std::string bytes;
    for (PackedFile file(path); file.read(bytes);) {
    }
    return bytes;
}

/// Packs files of the folder into a zip of it; false, told, where this system has no python3.
bool zip(const Scratch& folder, const std::string& name, const std::string& entries) {
    const auto made =
        run_program("cd '" + folder.path("") + "' && python3 -m zipfile -c '" + name + "' " + entries);
    if (made.exit_code == 0) return true;
    WARN("skipped: python3 is not there to make a zip");
    return false;
}

/// Text that does not shrink to nothing.
std::string noise(std::size_t lines) {
    std::string text;
    std::uint64_t state = 88172645463325252U;
    for (std::size_t i = 0; i < lines; ++i) {
        for (int turn = 0; turn < 3; ++turn) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text += std::to_string(state);
        }
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("of a zip the entry of its own name is read, and nothing else") {
    const Scratch folder;
    folder.file("IQ.txt", "the data\n");
    folder.file("SY.txt", "other data\n");
    folder.file("readme.txt", "about the data\n");
    if (!zip(folder, "IQ.zip", "readme.txt SY.txt IQ.txt")) return;
    CHECK(all_of(folder.path("IQ.zip")) == "the data\n");
    CHECK(inner_name(folder.path("IQ.zip")) == "IQ.txt");
    TextLines lines(folder.path("IQ.zip"));
    CHECK(lines.next() == "the data");
    CHECK_FALSE(lines.next());
}

TEST_CASE("a zip that was renamed gives its only entry; one without the entry says what it has") {
    const Scratch folder;
    folder.file("IQ.txt", "the data\n");
    folder.file("SY.txt", "other data\n");
    folder.file("readme.txt", "about the data\n");
    if (!zip(folder, "iraq-2024.zip", "readme.txt IQ.txt")) return;
    CHECK(all_of(folder.path("iraq-2024.zip")) == "the data\n");
    REQUIRE(zip(folder, "both.zip", "readme.txt IQ.txt SY.txt"));
    CHECK_THROWS_WITH(all_of(folder.path("both.zip")),
                      Contains("no one entry 'both.txt'") && Contains("SY.txt"));
    REQUIRE(zip(folder, "YE.zip", "readme.txt"));
    CHECK_THROWS_WITH(all_of(folder.path("YE.zip")),
                      Contains("no one entry 'YE.txt'") && Contains("readme.txt"));
}

TEST_CASE("damaged, cut off and false zips end with a sentence") {
    const Scratch folder;
    folder.file("IQ.txt", noise(30'000));
    if (!zip(folder, "IQ.zip", "IQ.txt")) return;
    const std::string sound = bytes_of(folder.path("IQ.zip"));
    std::filesystem::create_directory(folder.path("damaged"));
    std::string damaged = sound;
    for (std::size_t i = 0; i < 64; ++i) damaged[damaged.size() / 2 + i] = 'x';
    CHECK_THROWS_WITH(all_of(folder.file("damaged/IQ.zip", damaged)), Contains("damaged or cut off"));
    CHECK_THROWS_WITH(all_of(folder.file("damaged/IQ.zip", sound.substr(0, sound.size() / 2))),
                      Contains("no zip file"));
    CHECK_THROWS_WITH(all_of(folder.file("damaged/IQ.zip", "not a zip")), Contains("no zip file"));
    CHECK_THROWS_WITH(all_of(folder.file("damaged/IQ.zip", "")), Contains("no zip file"));
    CHECK_THROWS_WITH(all_of(folder.path("none.zip")), Contains("no such file"));
}

TEST_CASE("a zip bomb is not unpacked") {
    const Scratch folder;
    folder.file("IQ.txt", std::string(80'000'000, 'a'));
    if (!zip(folder, "IQ.zip",
             "--help >/dev/null; python3 -c \"import zipfile; zipfile.ZipFile('IQ.zip', 'w', "
             "zipfile.ZIP_DEFLATED).write('IQ.txt')\""))
        return;
    CHECK(std::filesystem::file_size(folder.path("IQ.zip")) < 100'000);
    CHECK_THROWS_WITH(all_of(folder.path("IQ.zip")), Contains("200 times"));
}

TEST_CASE("plain copies of packed files are gone with their keeper") {
    const Scratch folder;
    const std::string path = folder.file("places.csv", "a,b\n");
    REQUIRE(run_program("gzip -k '" + path + "'").exit_code == 0);
    std::string copy;
    {
        UnpackedFiles unpacked;
        CHECK(unpacked.plain(path) == path);
        CHECK(unpacked.plain("-") == "-");
        copy = unpacked.plain(path + ".gz");
        CHECK(bytes_of(copy) == "a,b\n");
        CHECK(std::filesystem::path(copy).extension() == ".csv");
    }
    CHECK_FALSE(std::filesystem::exists(copy));
}
