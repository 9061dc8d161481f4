// SPDX-License-Identifier: MIT
#include "core/stream_copies.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <vector>

#include "core/draft.hpp"
#include "core/error.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t most_bytes = std::int64_t{8} << 30;

[[noreturn]] void fail(const std::string& path, int code) {
    throw Error{"cannot read " + path + ": " + std::generic_category().message(code)};
}

/// Closed with it.
struct Opened {
    explicit Opened(const std::string& path) : descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor < 0) fail(path, errno);
    }
    ~Opened() { close(descriptor); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    int descriptor;
};

void copy(const std::string& path, Draft& to) {
    const Opened from(path);
    std::vector<char> buffer(1 << 18);
    std::int64_t bytes = 0;
    while (true) {
        const ssize_t got = read(from.descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(path, errno);
        if (got == 0) return;
        bytes += got;
        if (bytes > most_bytes)
            throw Error{"cannot read " + path + ": it goes on after 8 GiB; give a file instead"};
        to.write({buffer.data(), static_cast<std::size_t>(got)});
    }
}

/// Empty, however often it is read.
bool is_empty_device(const struct stat& status) {
    struct stat empty {};
    return S_ISCHR(status.st_mode) && stat("/dev/null", &empty) == 0 && empty.st_rdev == status.st_rdev;
}

/// What never ends, such as /dev/zero. A terminal ends when a person says so.
bool is_endless_device(const std::string& path, mode_t mode) {
    return S_ISBLK(mode) || (S_ISCHR(mode) && isatty(Opened(path).descriptor) == 0);
}

}  // namespace

std::string StreamCopies::path_of(const std::string& path) {
    struct stat status {};
    if (path == "-" || stat(path.c_str(), &status) != 0) return path;
    if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode) || is_empty_device(status)) return path;
    if (is_endless_device(path, status.st_mode))
        throw Error{"cannot read " + path + ": it is a device; give a file instead"};
    if (!m_folder) m_folder.emplace();
    // A folder for each, as two may have one name.
    const fs::path folder = m_folder->path() / std::to_string(++m_count);
    fs::create_directory(folder);
    const fs::path kept = folder / fs::path(path).filename();
    Draft draft(kept);
    copy(path, draft);
    draft.publish();
    const std::array<timespec, 2> never{};
    if (utimensat(AT_FDCWD, kept.c_str(), never.data(), 0) != 0) fail(kept.string(), errno);
    return kept.string();
}

}  // namespace incidentmap
