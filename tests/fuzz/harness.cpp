// SPDX-License-Identifier: MIT
#include "harness.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace {

/// In memory where the system has such a folder; gone with the process.
class Folder {
  public:
    Folder() {
        const fs::path memory = "/dev/shm";
        std::string made =
            ((fs::exists(memory) ? memory : fs::temp_directory_path()) / "incidentmap fuzz XXXXXX").string();
        require(::mkdtemp(made.data()) != nullptr);
        m_path = made;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return m_path; }

  private:
    fs::path m_path;
};

constexpr std::array all{
    Harness{"dates", fuzz_dates},
    Harness{"counts", fuzz_counts},
    Harness{"coordinates", fuzz_coordinates},
    Harness{"phrases", fuzz_phrases},
    Harness{"spelling", fuzz_spelling},
    Harness{"texts", fuzz_texts},
    Harness{"csv", fuzz_csv},
    Harness{"shared_tables", fuzz_shared_tables},
    Harness{"geometry", fuzz_geometry},
    Harness{"packed_files", fuzz_packed_files},
    Harness{"imports", fuzz_imports},
    Harness{"reports", fuzz_reports},
    Harness{"records", fuzz_records},
    Harness{"json_lines", fuzz_json_lines},
    Harness{"connections", fuzz_connections},
    Harness{"builds", fuzz_builds},
    Harness{"stored", fuzz_stored},
};

}  // namespace

std::span<const Harness> harnesses() { return all; }

const Harness* harness_named(std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Harness& harness) { return harness.name == name; });
    return found == all.end() ? nullptr : &*found;
}

void require(bool holds, const char* file, int line) {
    if (holds) return;
    std::fprintf(stderr, "%s:%d: what must hold does not\n", file, line);
    std::abort();
}

fs::path file_of(std::string_view name, std::string_view bytes) {
    static const Folder folder;
    const fs::path path = folder.path() / name;
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    require(file.good());
    return path;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

unsigned choice_of(std::string_view& bytes) {
    if (bytes.empty()) return 0;
    const unsigned choice = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return choice;
}
