// SPDX-License-Identifier: MIT
/// What the tests of geopackage/ share: a folder of their own, other programs, and a file to look at.
#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

/// A new folder that goes when it goes out of scope.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap_gpkg_XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    std::filesystem::path operator/(const char* name) const { return m_path / name; }

  private:
    std::filesystem::path m_path;
};

struct ProgramResult {
    int exit_code = -1;
    std::string output;  ///< both streams
};

inline ProgramResult run_program(const std::string& command) {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    ProgramResult result;
    std::array<char, 4096> buffer;
    for (std::size_t size; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        result.output.append(buffer.data(), size);
    const int status = pclose(pipe);
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

inline bool has_validator() {
    static const bool has =
        run_program("/usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg'").exit_code == 0;
    return has;
}

inline bool has_program(const std::string& name) { return run_program("command -v " + name).exit_code == 0; }

/// GDAL's validator must find nothing; a word where it is not installed.
inline void check_valid(const std::filesystem::path& file) {
    if (!has_validator()) {
        WARN("skipped: no validate_gpkg (python3-gdal)");
        return;
    }
    const ProgramResult result =
        run_program("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -k --extra --warning-as-error '" +
                    file.string() + "'");
    CHECK(result.output == "");
    CHECK(result.exit_code == 0);
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>{stream}, {}};
}
